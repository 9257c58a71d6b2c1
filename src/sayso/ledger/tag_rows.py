"""Reading -> rows of ``tags``: by what its claims are counted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from sayso.ledger.speakers import Speakers
from sayso.nouns import Claim, Place, Reading
from sayso.nouns.folding import clean, fold

#: before the key of a place that the gazetteer does not have, which is then its name
BY_NAME = "~"


def tag_rows(reading: Reading, known: Speakers, places: Mapping[str, tuple[str, ...]]) -> list[dict[str, Any]]:
    """Rows of ``tags``; ``places`` are those of each claim, as it is linked to them."""
    made = _Tags(reading, known)
    return [
        {"kind": kind, "key": key, "position": position}
        for position, claim in enumerate(reading.claims)
        for kind, key in sorted(set(made.of(claim, places[claim.id])))
    ]


def place_key(place: Place) -> str:
    """What tells a place apart from all others: its entry in the gazetteer, else how it is called or described."""
    return clean(place.gazetteer.id) if place.gazetteer else name_key(place.text)


def name_key(name: str) -> str:
    """The key of a place of which no more is known than how it is called."""
    return BY_NAME + fold(clean(name))


class _Tags:
    def __init__(self, reading: Reading, known: Speakers) -> None:
        self._known = known
        self._places = {place.id: place for place in reading.places}
        self._mentions = {mention.id: mention.text for mention in reading.mentions if mention.type == "place"}
        self._times = {time.id: time.from_ or time.to for time in reading.times}
        self._said = {a.id: a.said.from_ or a.said.to for a in reading.attributions if a.said}
        self._verdicts: dict[str, set[str]] = {}
        for check in reading.checks:
            self._verdicts.setdefault(check.claim, set()).add(check.verdict)

    def of(self, claim: Claim, places: tuple[str, ...]) -> Iterator[tuple[str, str]]:
        yield "status", claim.status
        for hop in claim.chain:
            if speaker := self._known.by_attribution.get(hop):
                yield "source", fold(speaker.name) if speaker.name else ""
        for key in self._places_of(places):
            yield "place", key
        for verdict in self._verdicts.get(claim.id, ()):
            yield "verdict", verdict
        if said := self._said.get(claim.attribution or ""):
            yield "said", said
        if days := [day for time in claim.times if (day := self._times.get(time))]:
            yield "about", min(days)

    def _places_of(self, idents: tuple[str, ...]) -> Iterator[str]:
        """What is meant as a place; mere mentions of places only where nothing more was made of any."""
        made = [self._places[ident] for ident in idents if ident in self._places]
        if made:
            yield from (place_key(place) for place in made if place.use == "literal")
        else:
            yield from (name_key(self._mentions[ident]) for ident in idents if ident in self._mentions)
