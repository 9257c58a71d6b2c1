"""Sources linked to entities: names directly, pronouns and nominals to the last fitting speaker."""

from __future__ import annotations

import re

import msgspec

from sayso.nouns.attribution import Attribution
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
        self.gender: dict[str, str] = {}
        self.linked: dict[str, Member | None] = {}
        self.by_id = {a.id: a for a in layers.attributions}
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
        kind = source.kind
        if source.text.lower() in _SINGULAR or source.text.lower() in _PLURAL:
            kind = {"person": "named", "outlet": "outlet", "document": "document"}.get(member.type, kind)  # type: ignore[assignment]
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
            return self._pronoun(low, start)
        if low in _PLURAL:
            return self._last(start, lambda m: m.type != "person")
        if low in {"who", "those", "others", "some", "many"}:
            return None
        inside = [m for m in self.names if start <= m.start and m.end <= end]
        head = _head_name(inside, source.text, start, source.kind)
        if head is not None:
            return self._of_mention(head)
        return self._nominal(attribution, source.text, start)

    def _of_mention(self, mention: Mention) -> Member | None:
        wanted = self.cast.entity_of_mention.get(mention.id)
        return next((m for m in self.cast.members if m.id == wanted), None)

    def _pronoun(self, low: str, at: int) -> Member | None:
        gender = _SINGULAR[low]

        def fits(member: Member) -> bool:
            known = self.gender.get(member.id)
            return member.type in {"person", "other"} and (known is None or known == gender)

        found = self._last(at, fits) or self._last_named(at, fits)
        if found is not None:
            self.gender[found.id] = gender  # for the length of this call only: never kept in a reading
        return found

    def _last(self, at: int, fits: object) -> Member | None:
        assert callable(fits)
        for spoke, member in reversed(self.spoken):
            if spoke < at and fits(member):
                return member
        return None

    def _last_named(self, at: int, fits: object) -> Member | None:
        assert callable(fits)
        for mention in reversed([m for m in self.names if m.end <= at]):
            member = self._of_mention(mention)
            if member is not None and member.type == "person" and fits(member):
                return member
        return None

    def _nominal(self, attribution: Attribution, text: str, at: int) -> Member | None:
        key = plain(text).lower()
        kind = attribution.source.kind
        if kind == "role":
            titled = [
                m
                for m in self.cast.members
                if any(_same_role(key, title) for title in (*m.titles, *(r.role for r in m.roles)))
            ]
            if len(titled) == 1:
                return titled[0]
        if kind in {"role", "group", "document", "outlet"}:
            known = self._nominals.get(key)
            if known is None:
                known = self.cast.find(key) or self.cast.add(plain(text), _KIND_TYPE[kind], at)
                self._nominals[key] = known
            return known
        return self.cast.add(
            plain(text), "person" if attribution.source.count == 1 else _KIND_TYPE.get(kind, "group"), at
        )


def _same_role(key: str, role: str) -> bool:
    words, other = key.split(), role.lower().rstrip(".").split()
    return bool(words and other) and words[-1] == other[-1]


def _head_name(inside: list[Mention], text: str, start: int, kind: str) -> Mention | None:
    """The name that the phrase is about: the person in it; else a body or outlet that is its last word before *of*."""
    persons = [m for m in inside if m.type == "person"]
    if kind in {"anonymous", "role", "document"}:
        return None
    if persons:
        return persons[0]
    core = re.split(r",| who | which ", text)[0]
    heads = [m for m in inside if m.end == start + len(core) or m.start <= start + 4]
    return heads[0] if heads else None
