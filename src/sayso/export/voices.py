"""Who speaks, for formats that tell persons from organizations and want one name for one speaker over all pages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sayso.export.iris import named_iri, part_iri
from sayso.ledger.speakers import Speaker, Speakers
from sayso.nouns import Attribution, Reading
from sayso.origins.actors.bodies import parse_body

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
    """The speakers of one reading, as the ledger gathers them: a pronoun names nobody."""

    def __init__(self, reading: Reading) -> None:
        self._document = reading.document.id
        self._types = {entity.id: entity.type for entity in reading.entities}
        self._speakers = Speakers.of(reading).by_attribution

    def of(self, attribution: Attribution) -> Voice | None:
        """Who speaks in a hop; ``None`` where the page names nobody in any way."""
        speaker = self._speakers[attribution.id]
        if speaker.name is None:
            return None
        if type_ := self._types.get(speaker.ident):
            kind = _OF_ENTITY.get(type_, "unknown")
        else:
            kind = _OF_SOURCE.get(speaker.kind, "unknown")
        known = self._tells(speaker, kind)
        iri = named_iri(kind, speaker.name) if known else part_iri(self._document, f"{speaker.ident}-speaker")
        return Voice(iri, speaker.name, kind, speaker.roles)

    @staticmethod
    def _tells(speaker: Speaker, kind: VoiceKind) -> bool:
        """Whether the name tells one from others: *the mayor*, *Smith* and *two officials* are others elsewhere."""
        name = speaker.name or ""
        if kind == "person":
            return speaker.kind == "named" and " " in name
        return kind == "organization" and parse_body(name).named
