"""How many, when, from where to where, and what the checks say: the measures of a claim in short lines."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.nouns import Claim, Place, Quantity, Reading
from sayso.nouns.amount import MARKS, amount, changed, days


class Measures:
    """The measures of one reading, in words."""

    def __init__(self, reading: Reading) -> None:
        self._quantities = {quantity.id: quantity for quantity in reading.quantities}
        self._times = {time.id: time for time in reading.times}
        self._places = {place.id: place for place in reading.places}
        self._checks = reading.checks

    def lines(self, claim: Claim) -> Iterator[str]:
        """*figure: 5,000–7,000 (IS fighters in Libya)*; a line for each figure, time, movement and check.

        What says no more than the claim's own words is left out: times without days, places that go by one name.
        """
        for quantity in filter(None, map(self._quantities.get, claim.quantities)):
            yield f"figure: {figure_words(quantity)}"
        for time in filter(None, map(self._times.get, claim.times)):
            if when := days(time.from_, time.to):
                yield f"time: “{time.text}”, {when}"
        for place in filter(None, map(self._places.get, claim.places)):
            if place.use == "literal" and (name := _other_name(place)):
                yield f"place: “{place.text}” is {name}"
        if way := self._way(claim):
            yield f"movement: {way}"
        for check in self._checks:
            if check.claim == claim.id:
                yield f"{MARKS[check.verdict]} {check.verdict}: {check.why}"

    def _way(self, claim: Claim) -> str:
        moved = claim.movement
        if moved is None:
            return ""
        steps = (("from", moved.from_), *(("via", stop) for stop in moved.via), ("to", moved.to))
        told = [f"{word} {self._places[ident].text}" for word, ident in steps if ident in self._places]
        way = [*filter(None, (" ".join(told), moved.direction, f"moved by {moved.by}" if moved.by else None))]
        return ", ".join((moved.who or "somebody", *way)) if way else ""


def figure_words(quantity: Quantity) -> str:
    """*5,000–7,000 (IS fighters in Libya)*, with a change where there is one."""
    derived = " (derived, not stated)" if quantity.derived else ""
    if quantity.low is None and quantity.high is None and quantity.change:
        return f"“{quantity.text}”, {changed(quantity.change, quantity.unit)}{derived}"
    change = f", {changed(quantity.change, quantity.unit)}" if quantity.change and not quantity.derived else ""
    return amount(quantity) + (f" ({quantity.of})" if quantity.of else "") + change + derived


def _other_name(place: Place) -> str | None:
    """The gazetteer's name, where the page writes another."""
    name = place.gazetteer.name if place.gazetteer else None
    return None if name is None or name.casefold() in place.text.casefold() else name
