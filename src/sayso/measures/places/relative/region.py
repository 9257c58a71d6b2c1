"""What a derivation gives: the region of a phrase, and what was assumed on the way."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from sayso.measures.places.geo import distance_km, geojson
from sayso.measures.places.relative.words import table

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry


@dataclass(frozen=True)
class Region:
    """GeoJSON (null where nothing can be drawn), how far it reaches from its middle, and how it came about."""

    geometry: dict[str, Any] | None = None
    radius_km: float | None = None
    assumptions: tuple[str, ...] = ()
    steps: tuple[str, ...] = ()


@dataclass
class Draft:
    """A region in the making."""

    shape: BaseGeometry | None = None
    assumptions: list[str] = field(default_factory=list)
    steps: list[str] = field(default_factory=list)

    def done(self) -> Region:
        """The region as it is kept."""
        geometry = None if self.shape is None else geojson(self.shape)
        return Region(geometry, self._radius_km(), tuple(dict.fromkeys(self.assumptions)), tuple(self.steps))

    def _radius_km(self) -> float | None:
        """From the middle of the region to its farthest corner."""
        if self.shape is None or self.shape.is_empty:
            return None
        import shapely

        middle = self.shape.centroid
        outline = shapely.get_coordinates(self.shape.convex_hull.simplify(0.02))
        return round(max(distance_km((middle.y, middle.x), (float(lat), float(lon))) for lon, lat in outline), 1)


def reach(word: str, kind: str) -> float:
    """How far a word without a distance reaches from an anchor of this kind, km."""
    row = table("reaches")[word]
    return float(row if isinstance(row, (int, float)) else row.get(kind, row.get("other", 50)))
