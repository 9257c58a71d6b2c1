"""Who speaks in one reading: the sources of its attributions, gathered where they are one entity."""

from __future__ import annotations

import functools
from collections import Counter
from dataclasses import dataclass
from typing import Any

import msgspec

from sayso.nouns import Attribution, Entity, Reading
from sayso.nouns.attribution import SourceKind
from sayso.nouns.folding import clean, fold

#: from the most to the least telling: a speaker named once is a named speaker, however else the page calls them
KINDS: tuple[SourceKind, ...] = ("named", "outlet", "document", "role", "group", "anonymous", "unnamed")


@dataclass(frozen=True, slots=True)
class Speaker:
    """A speaker of one document, with the number of claims that came through them.

    ``aliases`` includes every wording under which the page quotes them.
    """

    ident: str
    name: str | None
    kind: SourceKind
    roles: tuple[str, ...]
    aliases: tuple[str, ...]
    claims: int

    def row(self) -> dict[str, Any]:
        return {
            "ident": self.ident,
            "name": clean(self.name) if self.name else None,
            "name_key": fold(self.name) if self.name else "",
            "kind": self.kind,
            "roles": clean(msgspec.json.encode(self.roles).decode("utf-8")),
            "aliases": clean(" · ".join(self.aliases)),
            "claims": self.claims,
        }

    @property
    def search_text(self) -> str:
        return clean(" ".join(dict.fromkeys((self.name or "", *self.aliases, *self.roles))).strip())


@dataclass(frozen=True, slots=True)
class Speakers:
    """The speakers of a reading, by the id of each attribution."""

    by_attribution: dict[str, Speaker]

    @classmethod
    def of(cls, reading: Reading) -> Speakers:
        entities = {entity.id: entity for entity in reading.entities}
        groups: dict[str, list[Attribution]] = {}
        for attribution in reading.attributions:
            entity = attribution.source.entity
            groups.setdefault(entity if entity in entities else attribution.id, []).append(attribution)
        homes = {attribution.id: ident for ident, spoken in groups.items() for attribution in spoken}
        found = {}
        claims = Counter(
            ident for claim in reading.claims for ident in {homes[hop] for hop in claim.chain if hop in homes}
        )
        for ident, spoken in groups.items():
            speaker = _speaker(ident, spoken, entities.get(ident), claims[ident])
            found.update(dict.fromkeys((attribution.id for attribution in spoken), speaker))
        return cls(found)

    def ident(self, attribution: str) -> str:
        """The speaker's ident of an attribution of this reading; the attribution's own where the reading lacks it."""
        return self.by_attribution[attribution].ident if attribution in self.by_attribution else attribution

    def search_text(self, attribution: str) -> str:
        return self.by_attribution[attribution].search_text if attribution in self.by_attribution else ""

    def rows(self) -> list[dict[str, Any]]:
        return [speaker.row() for speaker in {s.ident: s for s in self.by_attribution.values()}.values()]


@functools.cache
def _pronouns() -> frozenset[str]:
    from sayso.lexicon import load  # brings in a YAML parser, which whoever only asks does not need

    return frozenset(load("grammar.yaml")["subject_pronouns"]["words"])


def _speaker(ident: str, spoken: list[Attribution], entity: Entity | None, claims: int) -> Speaker:
    kind = min((attribution.source.kind for attribution in spoken), key=KINDS.index)
    wordings = tuple(dict.fromkeys(a.source.text for a in spoken if a.source.text))
    # "she" names nobody: on two pages it is two people, and to search for it finds everybody
    wordings = tuple(wording for wording in wordings if fold(wording) not in _pronouns())
    if entity is None:
        return Speaker(ident, wordings[0] if wordings else None, kind if wordings else "unnamed", (), (), claims)
    aliases = tuple(dict.fromkeys((*entity.aliases, *wordings)))
    roles = (*entity.titles, *(f"{r.role} of {r.of}" if r.of else r.role for r in entity.roles))
    return Speaker(ident, entity.name, kind, tuple(dict.fromkeys(roles)), aliases, claims)
