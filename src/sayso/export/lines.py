"""Lines on the globe as GeoJSON wants them: cut where they cross the antimeridian (RFC 7946, section 3.1.9)."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

Position = Sequence[float]
_DECIMALS = 5


def line_through(stops: Sequence[Position]) -> dict[str, Any]:
    """The line through positions (longitude, latitude), the shorter way round each time.

    A LineString, or a MultiLineString where it passes 180 degrees. Needs two positions.
    """
    pieces: list[list[list[float]]] = [[list(stops[0])]]
    for start, end in pairwise(stops):
        if abs(end[0] - start[0]) > 180:
            side = 180.0 if start[0] > 0 else -180.0
            at = round(_crossing(start, end, side), _DECIMALS)
            pieces[-1].append([side, at])
            pieces.append([[-side, at]])
        pieces[-1].append(list(end))
    if len(pieces) == 1:
        return {"type": "LineString", "coordinates": pieces[0]}
    return {"type": "MultiLineString", "coordinates": pieces}


def _crossing(start: Position, end: Position, side: float) -> float:
    """The latitude at which the line passes the antimeridian."""
    goal = end[0] + 2 * side  # the end, on the same side as the start
    return start[1] + (end[1] - start[1]) * (side - start[0]) / (goal - start[0])
