"""By what a statement is looked up: its words, the names of its actors, its places, and the bands of its figures.

A trait is a letter for its sort and a value: ``w:inspect``, ``n:ristevski``, ``p:geonames:785842``, ``f:31``.
Statements that share rare traits are worth comparing; how rare one is, is seen when it is looked up.
"""

from __future__ import annotations

import math
from collections.abc import Iterator

from sayso.nouns import Figure, Statement
from sayso.nouns.folding import fold

#: bands of figures to a tenfold: values of one band differ by a fifth at most
_BANDS = 12
#: bands of a range that are looked at: *between 100 and a million* is near nothing
_MOST_BANDS = 4


def traits_of(statement: Statement) -> tuple[str, ...]:
    """The traits of a statement, each once, in a fixed order."""
    found: dict[str, None] = {}
    for word in statement.words:
        found[f"w:{word}"] = None
    for name in _names(statement):
        if last := _last(name):
            found[f"n:{last}"] = None
    for place in statement.places:
        if place.entry is not None:
            found[f"p:{place.entry}"] = None
    for figure in statement.figures:
        for band in _bands(figure):
            found[f"f:{band}"] = None
    return tuple(found)


def _names(statement: Statement) -> Iterator[str]:
    yield from (party.name for party in statement.parties)
    yield from (hop.name for hop in statement.chain if hop.name and hop.kind in ("named", "outlet", "document"))


def _last(name: str) -> str:
    """The last word of a name, which its short forms keep: *Ristevski* of *Mayor Goran Ristevski*."""
    words = fold(name).split()
    return words[-1] if words else ""


def _bands(figure: Figure) -> Iterator[str]:
    """The bands that a figure’s values lie in. Near values across a border share none."""
    bounds = [bound for bound in (figure.low, figure.high) if bound is not None and math.isfinite(bound)]
    if not bounds or figure.change is not None:
        return
    low, high = sorted((_band(bounds[0]), _band(bounds[-1])))
    if high - low < _MOST_BANDS:
        yield from (str(band) for band in range(low, high + 1))


def _band(value: float) -> int:
    size = abs(value)
    band = 0 if size < 1 else 1 + int(_BANDS * math.log10(size))
    return -band - 1 if value < 0 else band
