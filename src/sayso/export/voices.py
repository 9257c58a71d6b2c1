"""Who speaks, for formats that tell persons from organizations and want one name for one speaker over all pages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sayso.export.iris import named_iri, part_iri
from sayso.nouns import Attribution, Entity, Reading

VoiceKind = Literal["person", "organization", "group", "document", "unknown"]

_OF_ENTITY: dict[str, VoiceKind] = {
    "person": "person",
    "organization": "organization",
    "outlet": "organization",
    # *Moscow said*: whoever governs there
    "place": "organization",
    "group": "group",
    "document": "document",
}
_OF_SOURCE: dict[str, VoiceKind] = {
    "role": "person",
    "group": "group",
    "outlet": "organization",
    "document": "document",
}


@dataclass(frozen=True, slots=True)
class Voice:
    """A speaker. ``iri`` is the same on all pages where the name tells one from others, else that of the page."""

    iri: str
    name: str
    kind: VoiceKind
    roles: tuple[str, ...] = ()


def outlet_voice(outlet: str) -> Voice:
    """The outlet that a page appeared in."""
    return Voice(named_iri("organization", outlet), outlet, "organization")


def author_voice(name: str, kind: str) -> Voice:
    """A name of a byline; ``kind`` as in :class:`~sayso.nouns.Author`."""
    sort: VoiceKind = "person" if kind == "person" else "organization"
    return Voice(named_iri(sort, name), name, sort)


def reviewer_voice(name: str) -> Voice:
    """Whoever reviews what was read."""
    return Voice(named_iri("reviewer", name), name, "person")


class Voices:
    """The speakers of one reading."""

    def __init__(self, reading: Reading) -> None:
        self._document = reading.document.id
        self._entities = {entity.id: entity for entity in reading.entities}
        self._named = {a.source.entity for a in reading.attributions if a.source.kind in ("named", "outlet")}

    def of(self, attribution: Attribution) -> Voice | None:
        """Who speaks in a hop; ``None`` where the page names nobody in any way."""
        source = attribution.source
        if entity := self._entities.get(source.entity or ""):
            return self._entity(entity)
        if not source.text or not source.text.strip():
            return None
        kind = _OF_SOURCE.get(source.kind, "unknown")
        return Voice(part_iri(self._document, f"{attribution.id}-source"), source.text, kind)

    def _entity(self, entity: Entity) -> Voice:
        kind = _OF_ENTITY.get(entity.type, "unknown")
        roles = tuple(f"{role.role} of {role.of}" if role.of else role.role for role in entity.roles)
        # *the mayor*, *Smith*, *two officials*: on another page it is somebody else
        known = entity.id in self._named and (kind == "organization" or (kind == "person" and " " in entity.name))
        iri = named_iri(kind, entity.name) if known else part_iri(self._document, entity.id)
        return Voice(iri, entity.name, kind, roles)
