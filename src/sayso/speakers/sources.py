"""Sources linked to entities: names directly, pronouns and nominals to the last fitting speaker."""

from __future__ import annotations

import bisect
import re
from collections.abc import Callable

import msgspec

from sayso.lexicon import load
from sayso.nouns.attribution import Attribution, Source, SourceKind
from sayso.nouns.mention import EntityType, Mention
from sayso.reader.layers import Layers
from sayso.speakers.entities import Cast, Member, plain

_SINGULAR = {"he": "m", "him": "m", "his": "m", "she": "f", "her": "f", "hers": "f"}
_PLURAL = frozenset({"they", "them", "we", "us", "it"})
_FIRST = frozenset({"i", "me", "my"})
_KIND_TYPE: dict[str, EntityType] = {
    "named": "person",
    "role": "person",
    "anonymous": "group",
    "group": "group",
    "document": "document",
    "outlet": "outlet",
}


_LINK = re.compile(r"\b(?:in|of|at|from|near|for|with|to|by)\b", re.IGNORECASE)
_MANY = frozenset({"some", "many", "most", "other", "those", "crew", "family", "police"})
_IT = frozenset({"organization", "outlet", "document", "group"})
_BODIES = frozenset({"organization", "outlet"})

#: How many speakers, or names, back a pronoun is looked up.
MEMORY = 50


def link_sources(cast: Cast, layers: Layers) -> tuple[Attribution, ...]:
    """The attributions with ``source.entity`` filled where the text settles it."""
    linker = _Linker(cast, layers)
    return tuple(linker.link(attribution) for attribution in layers.attributions)


class _Linker:
    """Goes through the attributions in text order and remembers who spoke last."""

    def __init__(self, cast: Cast, layers: Layers) -> None:
        self.cast = cast
        self.names = [m for m in layers.mentions if m.form == "name"]
        self.spoken: list[tuple[int, Member]] = []
        self.nested: set[int] = set()
        self.gender: dict[str, str] = _told_genders(cast, self.names)
        self.linked: dict[str, Member | None] = {}
        self.starts = [m.start for m in self.names]
        self.by_id = {m.id: m for m in cast.members}
        self.officers: dict[str, list[Member]] = {}
        for member in cast.members:
            for office in {_head(o) for o in _offices(member)}:
                self.officers.setdefault(office, []).append(member)
        self._described: dict[str, list[Member]] = {}
        self._nominals: dict[str, Member] = {}

    def link(self, attribution: Attribution) -> Attribution:
        source = attribution.source
        if not source.spans or source.text is None:
            return attribution
        member = self._member(attribution)
        self.linked[attribution.id] = member
        if member is None:
            return attribution
        at = attribution.cue.start if attribution.cue else source.spans[0][0]
        self.spoken.append((at, member))
        if attribution.parent is not None:
            self.nested.add(at)
        kind = _kind(source, member)
        return msgspec.structs.replace(attribution, source=msgspec.structs.replace(source, entity=member.id, kind=kind))

    def _member(self, attribution: Attribution) -> Member | None:
        source = attribution.source
        assert source.text is not None
        low = source.text.lower()
        start, end = source.spans[0]
        if low in _FIRST:
            above = self.linked.get(attribution.parent) if attribution.parent else None
            return above
        if low in _SINGULAR:
            return self._pronoun(low, start, nested=attribution.parent is not None)
        if low in {"we", "us"}:
            # in a quotation a body or a group that speaks; the writer's own "we" is nobody of the cast
            above = self.linked.get(attribution.parent) if attribution.parent else None
            return above if above is not None and above.type in {"organization", "group"} else None
        if low == "it":
            return self._last(start, lambda m: m.type in _IT and not _is_many(m))
        if low in _PLURAL:
            return self._last(start, lambda m: m.type in {"group", "organization"})
        if low == "you":
            return None
        if low in {"who", "those", "others", "some", "many"}:
            return None
        first, last = bisect.bisect_left(self.starts, start), bisect.bisect_left(self.starts, end)
        inside = [m for m in self.names[first:last] if m.end <= end]
        head = _head_name(inside, source.text, start, source.kind)
        if head is not None:
            return self._of_mention(head)
        if source.kind == "named":
            return self.cast.find(plain(source.text)) or self.cast.add(plain(source.text), "person", start)
        return self._nominal(source, start)

    def _of_mention(self, mention: Mention) -> Member | None:
        return self.by_id.get(self.cast.entity_of_mention.get(mention.id, ""))

    def _pronoun(self, low: str, at: int, *, nested: bool) -> Member | None:
        gender = _SINGULAR[low]

        def fits(member: Member) -> bool:
            known = self.gender.get(member.id)
            return (member.type == "person" or (member.type == "other" and member.kind == "named")) and known in {
                None,
                gender,
            }

        # whoever speaks for themselves comes before whoever is only quoted
        outer = None if nested else self._last(at, fits, outer=True)
        found = outer or self._last(at, fits) or self._last_named(at, fits)
        if found is not None:
            self.gender[found.id] = gender  # for the length of this call only: never kept in a reading
        return found

    def _last(self, at: int, fits: Callable[[Member], bool], *, outer: bool = False) -> Member | None:
        for spoke, member in reversed(self.spoken[-MEMORY:]):
            if spoke < at and fits(member) and not (outer and spoke in self.nested):
                return member
        return None

    def _last_named(self, at: int, fits: Callable[[Member], bool]) -> Member | None:
        at_name = bisect.bisect_left(self.starts, at)
        for mention in reversed(self.names[max(0, at_name - MEMORY) : at_name]):
            member = self._of_mention(mention)
            if member is not None and member.type == "person" and fits(member):
                return member
        return None

    def _nominal(self, source: Source, at: int) -> Member | None:
        """A description: the one member with that office, the one described alike before, or a new member."""
        text = plain(source.text or "")
        if not text:
            return None  # an article alone
        key, kind = text.lower(), source.kind
        definite = (source.text or "").lower().startswith("the ") and _is_singular(_head(key))
        if kind == "role" or (kind == "anonymous" and definite):
            titled = self.officers.get(_head(key), [])
            if len(titled) == 1:
                return titled[0]
        if source.text and source.text.lower().startswith(("a ", "an ", "one ", "two ", "some ", "several ")):
            return self._remember(key, text, source, at)
        if kind in {"group", "outlet"} and (body := self._body(key)) is not None:
            return body
        known = self._nominals.get(key) or (self.cast.find(key) if kind != "anonymous" else None)
        if known is None and kind in {"role", "anonymous"}:
            # "the inspector" after "a former inspector": the one description with that head noun
            same = self._described.get(_head(key), [])
            known = same[0] if len(same) == 1 else None
        return known or self._remember(key, text, source, at)

    def _body(self, key: str) -> Member | None:
        """*the board* is the Paraná Basin Grain Board where no other body of the document is called a board."""
        if " " in key:
            return None
        named = self.cast.bodies(key)
        others = [m for m in self._nominals.values() if m.name.lower() != key and _head(m.name) == key]
        return named[0] if len(named) == 1 and not others else None

    def _remember(self, key: str, text: str, source: Source, at: int) -> Member:
        single = source.kind == "role" or source.count == 1
        single = single or (source.kind == "anonymous" and source.count is None and _is_singular(_head(key)))
        made = self.cast.add(text, "person" if single else _KIND_TYPE.get(source.kind, "group"), at, source.kind)
        self._nominals[key] = made
        if (gender := _noun_gender(_head(key))) is not None:
            self.gender[made.id] = gender
        if made.type == "person":
            self._described.setdefault(_head(key), []).append(made)
        return made


def _is_many(member: Member) -> bool:
    """Whether a member is called by a plural: *pilots*, *Republicans*; *United Nations* is one body."""
    words = member.name.split() or [""]
    return words[-1].endswith("s") and (member.type == "group" or len(words) == 1) and not words[-1].isupper()


def _is_singular(noun: str) -> bool:
    """Whether a noun for people names one of them: *the man*, not *the women* or *those*."""
    people = {str(word) for key in ("roles", "people", "crowds") for word in load("sources.yaml")[key]["words"]}
    return noun in people and not noun.endswith(("men", "people", "s")) and noun not in _MANY


def _told_genders(cast: Cast, names: list[Mention]) -> dict[str, str]:
    """What *Mr*, *Ms* and *spokeswoman* before a name say, for the length of one document's reading."""
    courtesy = {word: sex for sex in "mf" for word in load("names.yaml")["courtesy"][sex]}
    told: dict[str, str] = {}
    for mention in names:
        before = cast.text[max(0, mention.start - 12) : mention.start].rstrip(" ").rsplit(None, 1)
        sex = courtesy.get(before[-1].rstrip(".").lower()) if before else None
        if sex is not None and mention.id in cast.entity_of_mention:
            told.setdefault(cast.entity_of_mention[mention.id], sex)
    for member in cast.members:
        sex = next((s for role in member.roles if (s := _noun_gender(_head(role.role)))), None)
        if sex is not None:
            told.setdefault(member.id, sex)
    return told


def _noun_gender(noun: str) -> str | None:
    data = load("names.yaml")["gendered_nouns"]
    return next((sex for sex in "mf" if noun in data[sex]), None)


def _offices(member: Member) -> list[str]:
    return [*member.titles, *(role.role for role in member.roles)]


def _kind(source: Source, member: Member) -> SourceKind:
    """A pronoun or an office takes the kind of whom it points to."""
    low = (source.text or "").lower()
    if low in _SINGULAR or low in _PLURAL or low in _FIRST:
        if member.kind != "named":
            return member.kind
        return _TYPE_KIND.get(member.type, source.kind)
    if source.kind == "role" and member.kind == "named" and member.type == "person":
        return "named"
    return source.kind


_TYPE_KIND: dict[str, SourceKind] = {
    "person": "named", "outlet": "outlet", "document": "document", "organization": "group", "group": "group",
}  # fmt: skip


def _head(office: str) -> str:
    """The last word before *of*, *for* and the like, in lower case: what two descriptions of one office share."""
    core = re.split(r",|\b(?:of|for|at|in|from|who|which|with)\b", office.lower().rstrip("."))[0].split()
    return core[-1] if core else ""


def _head_name(inside: list[Mention], text: str, start: int, kind: str) -> Mention | None:
    """The name that the phrase is about: the person in it; else a body or outlet that is its last word before *of*."""
    persons = [m for m in inside if m.type == "person"]
    if kind in {"anonymous", "role", "document"}:
        return None
    core = re.split(r",| who | which ", text)[0]
    apposed = [m for m in inside if m.type in _BODIES and text[: m.start - start].strip().lower().startswith("the ")]
    if not persons and len(apposed) == 1 and apposed[0].end == start + len(text) and core != text:
        return apposed[0]  # "The owner, Bregal Water Company"
    if persons:
        # "Minister X of the Y Office Jane Roe": in the phrase itself the name comes last; an appositive follows it
        inner = [m for m in persons if m.end <= start + len(core)]
        return inner[-1] if inner else persons[0]
    heads = [
        m
        for m in inside
        if (m.start <= start + 4 and not re.match(r"['’]s?\b", text[m.end - start :]))
        or (m.end == start + len(core) and not _LINK.search(text[: m.start - start]))
    ]
    return heads[0] if heads else None
