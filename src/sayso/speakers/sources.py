"""Sources linked to entities: by a name in them, by the office or the description they give, by their pronoun."""

from __future__ import annotations

import bisect
import re
from collections.abc import Callable, Iterable

import msgspec

from sayso.nouns.attribution import Attribution, Source, SourceKind
from sayso.nouns.mention import EntityType, Mention
from sayso.reader.common.kinds import noun_kind
from sayso.reader.layers import Layers
from sayso.speakers.descriptions import Descriptions, head_of, is_singular
from sayso.speakers.entities import Cast, Member, plain
from sayso.speakers.figures import Figure
from sayso.speakers.lexicon import people_nouns, pronouns, speaker_words
from sayso.speakers.relatives import PRONOUNS, antecedent

_KIND_TYPE: dict[str, EntityType] = {
    "named": "person",
    "role": "person",
    "anonymous": "group",
    "group": "group",
    "document": "document",
    "outlet": "outlet",
}
_TYPE_KIND: dict[str, SourceKind] = {
    "person": "named", "outlet": "outlet", "document": "document", "organization": "group", "group": "group",
}  # fmt: skip

_CORE = re.compile(r",| who | which ")
_LINK = re.compile(r"\b(?:in|of|at|from|near|for|with|to|by)\b", re.IGNORECASE)
_BODIES = frozenset({"organization", "outlet"})
#: Words that stand for people whom the text does not name and that nothing points back to.
_NOBODY = frozenset({"you", "who", "those", "others", "some", "many", "that", "which"})


class Linker:
    """Links one source after the other; ``linked`` holds what was found for each attribution so far."""

    def __init__(self, cast: Cast, layers: Layers, descriptions: Descriptions) -> None:
        self.cast, self.descriptions, self.tokens = cast, descriptions, layers.tokens
        self.names = [m for m in layers.mentions if m.form == "name"]
        self.starts = [m.start for m in self.names]
        self.by_id = {m.id: m for m in cast.members}
        self.linked: dict[str, Member | None] = {}
        self._nominals: dict[str, Member] = {}
        descriptions.tell(self.names)
        self._described: dict[str, list[str]] = {}
        for mention in layers.mentions:
            words = mention.text.split() if mention.form == "nominal" else []
            # told apart from others by a name: "the Indonesian government", not "the new government"
            if len(words) > 2 and words[0].lower() == "the" and any(w[0].isupper() for w in words[1:-1]):
                self._described.setdefault(words[-1].lower(), []).append(mention.text)

    def link(self, attribution: Attribution, meant: Figure | None, sentence: int) -> tuple[Attribution, Member | None]:
        """The attribution with its source's entity (a working id), and that member.

        ``meant`` is the figure that the source's pronoun points to, ``sentence`` the number of its sentence.
        """
        source = attribution.source
        member = self._member(source, meant, sentence) if source.spans and source.text else None
        self.linked[attribution.id] = member
        return (_with(attribution, member), member) if member is not None else (attribution, None)

    def first_persons(
        self, attributions: Iterable[Attribution], quotation: Callable[[int], Attribution | None]
    ) -> tuple[Attribution, ...]:
        """*I* and *we* as sources inside a quotation: its speaker. Called when all others are linked.

        ``quotation`` gives the attribution that the quotation round a character belongs to.
        """
        made = []
        for attribution in attributions:
            row = pronouns().get((attribution.source.text or "").lower())
            if row is not None and row.person == 1:
                around = quotation(attribution.source.spans[0][0])
                parent = attribution.parent or (around.id if around is not None else "")
                above = self.linked.get(parent) if parent != attribution.id else None
                if above is not None and (row.number == "one" or above.type != "outlet"):
                    self.linked[attribution.id] = above
                    attribution = _with(attribution, above)
            made.append(attribution)
        return tuple(made)

    def named(self, attribution: Attribution) -> Member | None:
        """The member whose name the source holds, without regard to what was linked before."""
        source = attribution.source
        if not source.spans or source.text is None:
            return None
        head = self._head_name(source)
        return self._of_mention(head) if head is not None else None

    def adopt(self, figure: Figure) -> None:
        """Make a described figure one of the cast: *a fisherman* who speaks."""
        text = plain(figure.text)
        kind: SourceKind = "group" if figure.plural or figure.type != "person" else "anonymous"
        figure.member = self.cast.add(text, figure.type, self.tokens[figure.token].start, kind)
        self.by_id[figure.member.id] = figure.member
        self._nominals.setdefault(text.lower(), figure.member)

    def _member(self, source: Source, meant: Figure | None, sentence: int) -> Member | None:
        low = (source.text or "").lower()
        if low in pronouns():
            return meant.member if meant is not None else None
        if low in PRONOUNS and (taken_up := self._taken_up(source)) is not None:
            source, low = taken_up, (taken_up.text or "").lower()
        if low in _NOBODY:
            return None
        head = self._head_name(source)
        if head is not None:
            found = self._of_mention(head)
            if found is not None:
                _call(found, head, source)
            return found
        start = source.spans[0][0]
        if source.kind == "named":
            name = plain(source.text or "")
            return self.cast.find(name) or self._add(name, "person", start, "named")
        return self._nominal(source, start, sentence)

    def _taken_up(self, source: Source) -> Source | None:
        """The source that a relative pronoun stands for, as if it had been named in its place."""
        span = antecedent(self.cast.text, self.tokens, self.names, source.spans[0][0])
        if span is None:
            return None
        text = self.cast.text[slice(*span)]
        persons = any(m.type == "person" and span[0] <= m.start and m.end <= span[1] for m in self.names)
        kind: SourceKind = "named" if persons else noun_kind(head_of(plain(text))) or "group"
        return msgspec.structs.replace(source, spans=(span,), text=text, kind=kind)

    def _add(self, name: str, kind: EntityType, at: int, source: SourceKind) -> Member | None:
        if not name:
            return None  # an article alone
        made = self.cast.add(name, kind, at, source)
        self.by_id[made.id] = made
        return made

    def _of_mention(self, mention: Mention) -> Member | None:
        return self.by_id.get(self.cast.entity_of_mention.get(mention.id, ""))

    def _head_name(self, source: Source) -> Mention | None:
        start, end = source.spans[0]
        first, last = bisect.bisect_left(self.starts, start), bisect.bisect_left(self.starts, end)
        inside = [m for m in self.names[first:last] if m.end <= end]
        return _head_name(inside, source.text or "", start, source.kind)

    def _nominal(self, source: Source, at: int, sentence: int) -> Member | None:
        """A description: the one member with that office, the one described alike before, or a new member."""
        text = plain(source.text or "")
        if not text:
            return None  # an article alone
        key, kind, opener = text.lower(), source.kind, (source.text or "").lower().split()[0]
        head = head_of(key)
        definite = opener in speaker_words("definite") and is_singular(head)
        if (kind == "role" or (kind == "anonymous" and definite)) and opener not in speaker_words("indefinite"):
            holder = self.descriptions.officer(head, sentence)
            if holder is not None:
                return holder
        if opener in speaker_words("indefinite"):
            return self._remember(key, text, source, at)
        if kind in {"group", "outlet"} and " " not in key:
            body = self.descriptions.body(key, sentence if opener in speaker_words("definite") else None)
            if body is not None:
                return body
        if " " not in key and opener == "the" and (fuller := self._fuller(key)) is not None:
            text, key = fuller, fuller.lower()
        known = self._nominals.get(key) or (self.cast.find(key) if kind != "anonymous" else None)
        if known is None and kind in {"role", "anonymous"}:
            # "the inspector" after "a former inspector": the one description with that head noun
            alike = self.descriptions.alike(head)
            if alike is not None and alike.member is None:
                self.adopt(alike)
            known = alike.member if alike is not None else None
        return known or self._remember(key, text, source, at)

    def _fuller(self, noun: str) -> str | None:
        """*Indonesian government* for *the government*, where the document describes one only."""
        found = {plain(text): None for text in self._described.get(noun, ())}
        return next(iter(found)) if len(found) == 1 else None

    def _remember(self, key: str, text: str, source: Source, at: int) -> Member | None:
        head = head_of(key)
        single = source.kind == "role" or source.count == 1
        single = single or (source.kind == "anonymous" and source.count is None and is_singular(head))
        made = self._add(text, "person" if single else _KIND_TYPE.get(source.kind, "group"), at, source.kind)
        if made is None:
            return None
        self._nominals[key] = made
        if made.type != "person":
            self.descriptions.bodies_described.append(made)
        return made


def _call(member: Member, name: Mention, source: Source) -> None:
    """Keep a body's name with the place it belongs to: *Saudi Arabia’s Civil Defense Authority*."""
    text = source.text or ""
    if member.type in _BODIES and name.end == source.spans[0][1] and re.match(r"[A-Z][\w .-]*['’]s ", text):
        whole = plain(text)
        if whole != member.name and whole not in member.aliases:
            member.aliases.append(whole)


def _with(attribution: Attribution, member: Member) -> Attribution:
    source = attribution.source
    kind = _kind(source, member)
    return msgspec.structs.replace(attribution, source=msgspec.structs.replace(source, entity=member.id, kind=kind))


def _kind(source: Source, member: Member) -> SourceKind:
    """A pronoun or an office takes the kind of whom it points to."""
    if (source.text or "").lower() in {*pronouns(), *PRONOUNS}:
        if member.kind != "named":
            return member.kind
        return _TYPE_KIND.get(member.type, source.kind)
    if source.kind == "role" and member.kind == "named" and member.type == "person":
        return "named"
    return source.kind


def _head_name(inside: list[Mention], text: str, start: int, kind: str) -> Mention | None:
    """The name that the phrase is about: the person in it; else a body or outlet that is its last word before *of*."""
    if kind in {"anonymous", "role", "document"}:
        return None
    core = _CORE.split(text)[0]
    persons = [m for m in inside if m.type == "person" and not _only_leads(m, text, start, core, kind)]
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
        if (m.start <= start + 4 and not _only_leads(m, text, start, core, kind))
        or (m.end == start + len(core) and not _LINK.search(text[: m.start - start]))
    ]
    return heads[0] if heads else None


def _only_leads(mention: Mention, text: str, start: int, core: str, kind: str) -> bool:
    """Whether a name only leads up to the head of the phrase: *the New Zealand | government*, *Bern’s | council*, *U.N.
    Chief, | John Holmes*."""
    if mention.text.split()[-1].lower() in people_nouns() and mention.end < start + len(text):
        return True
    rest = core[mention.end - start :] if mention.end - start < len(core) else ""
    if re.match(r"['’]s?\b", rest):
        return True
    noun = re.match(r"\s+([a-z]\w+)", rest)
    return noun is not None and kind == "group" and not _LINK.match(noun[1]) and mention.type != "outlet"
