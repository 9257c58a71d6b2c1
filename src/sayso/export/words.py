"""How a chain, times and places are put in words, on one line: the same in tables, cells and on pages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from sayso.nouns.amount import days
from sayso.nouns.chain import written

if TYPE_CHECKING:
    from sayso.nouns.found import FoundClaim, FoundFigure, FoundMovement, When, Where


def chain_line(claim: FoundClaim | FoundFigure | FoundMovement) -> str:
    """*Rory Stewart ‹stated› ← The Guardian ‹reported› ← The Herald*: from the innermost speaker to the outlet."""
    return written(((hop.speaker or hop.source, hop.cue) for hop in claim.hops), claim.document.outlet)


def when_line(times: Iterable[When]) -> str:
    """The days that times mean; how long something took is no day."""
    return "; ".join(dict.fromkeys(filter(None, (days(time.from_, time.to) for time in times))))


def where_line(places: Sequence[Where]) -> str:
    """Names of places that are meant as places. *Sirte* is left out where *south of Sirte* is there."""
    meant = [place for place in places if place.use in ("literal", None)]
    within = [place for place in meant if not any(place.text in o.text and place.text != o.text for o in meant)]
    return "; ".join(dict.fromkeys(map(place_line, within)))


def place_line(place: Where | None) -> str:
    """*Bani Waleed (Bani Walid)*: the words of the page, and the gazetteer's name where it is another."""
    if place is None:
        return ""
    same = place.name is None or place.name.casefold() in place.text.casefold()
    return place.text if same else f"{place.text} ({place.name})"
