"""Cutting regions by big shapes (all land, a country) without walking through all of their vertices each time."""

from __future__ import annotations

import functools
import math
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeAlias

from sayso.measures.places.geo.regions import areas

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

#: west, south, east, north in degrees
Bounds: TypeAlias = tuple[float, float, float, float]

#: degrees of a tile: a region of a few hundred km meets a few of them
_TILE = 5
#: tiles kept of one area; a tile of a rugged coast has some thousand points
_KEPT = 256


class Cutter:
    """One big area, cut into tiles as they are asked for; the last ones are kept.

    ``piece`` gives the area within bounds; see :meth:`of` for a shape at hand.
    """

    def __init__(self, piece: Callable[[Bounds], BaseGeometry]) -> None:
        self._piece = piece
        self._tile = functools.lru_cache(_KEPT)(self._cut)

    @classmethod
    def of(cls, area: BaseGeometry) -> Cutter:
        """A cutter of a shape in longitude and latitude."""
        import shapely

        return cls(lambda bounds: shapely.clip_by_rect(area, *bounds))

    def inside(self, region: BaseGeometry) -> BaseGeometry:
        """The part of ``region`` that lies in the area."""
        import shapely

        if region.is_empty:
            return region
        west, south, east, north = region.bounds
        columns = range(math.floor(west / _TILE), math.ceil(east / _TILE) or 1)
        rows = range(math.floor(south / _TILE), math.ceil(north / _TILE) or 1)
        if len(columns) * len(rows) > 60:
            return areas(shapely.intersection(region, _valid(self._piece((west, south, east, north)))))
        tiles = [self._tile(column, row) for column in columns for row in rows]
        near = [shapely.clip_by_rect(tile, west, south, east, north) for tile in tiles if not tile.is_empty]
        pieces = [piece for piece in near if not piece.is_empty]
        if not pieces:
            return shapely.Polygon()
        area = pieces[0] if len(pieces) == 1 else shapely.union_all([_valid(piece) for piece in pieces])
        return areas(shapely.intersection(region, _valid(area)))

    def around(self, region: BaseGeometry, strip: float) -> BaseGeometry:
        """The part of ``region`` that lies in the area or not more than ``strip`` degrees before its edge."""
        import shapely

        inside = self.inside(region)
        if inside.is_empty or inside.area > 0.999 * region.area:
            return inside
        return areas(shapely.intersection(region, inside.simplify(strip / 4).buffer(strip, quad_segs=2)))

    def outside(self, region: BaseGeometry) -> BaseGeometry:
        """The part of ``region`` that does not lie in the area."""
        import shapely

        return areas(shapely.difference(region, self.inside(region)))

    def _cut(self, column: int, row: int) -> BaseGeometry:
        west, south = column * _TILE, row * _TILE
        return _valid(self._piece((west, south, west + _TILE, south + _TILE)))


def _valid(piece: BaseGeometry) -> BaseGeometry:
    import shapely

    return areas(piece if piece.is_valid else shapely.make_valid(piece))
