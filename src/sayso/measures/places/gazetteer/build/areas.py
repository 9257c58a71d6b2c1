"""Areas that a list names in words: part of a country, or other shapes joined."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sayso.errors import GazetteerError
from sayso.measures.places.gazetteer.build.topology import Topology

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry


@dataclass(frozen=True, slots=True)
class Areas:
    """The shapes of countries, and of seas and regions, by their ids; each is made once."""

    countries: Topology
    features: Topology
    _made: dict[str, BaseGeometry] = field(default_factory=dict)

    def shape(self, id: str) -> BaseGeometry | None:
        """The shape of a country (by its code) or of a feature (by its id)."""
        if id not in self._made:
            topology = self.countries if len(id) == 2 else self.features
            if id not in topology.objects:
                return None
            self._made[id] = topology.geometry(id)
        return self._made[id]

    def parse(self, text: str) -> BaseGeometry | None:
        """``LY 9 19.4 18.5 28.9`` is what of Libya lies within west south east north; several with ``;`` are joined.
        ``=SA YE`` joins the shapes of countries and features.

        Raises:
            GazetteerError: SAY-104, a code or id is unknown, or bounds are none.
        """
        import shapely

        if not text:
            return None
        parts = []
        for piece in text[1:].split() if text.startswith("=") else text.split(";"):
            id, *bounds = piece.split()
            shape = self.shape(id)
            if shape is None or len(bounds) not in (0, 4):
                raise GazetteerError("SAY-104", "places.csv", f"the area {piece!r} names no shape")
            if bounds:
                west, south, east, north = map(float, bounds)
                shape = shapely.clip_by_rect(shape, west, south, east, north)
            parts.append(shape)
        whole = shapely.union_all(parts)
        return None if whole.is_empty else whole


def size(area: BaseGeometry) -> tuple[float, float, float]:
    """Latitude and longitude of a point inside an area, and the radius (km) of the circle that is as large."""
    import shapely
    from pyproj import Geod

    from sayso.measures.places.gazetteer.extent import area_radius

    earth = Geod(ellps="WGS84")
    areal = [part for part in shapely.get_parts(area) if part.geom_type == "Polygon"]
    km2 = sum(abs(earth.geometry_area_perimeter(part)[0]) for part in areal) / 1e6
    point = area.centroid if area.intersects(area.centroid) else area.representative_point()
    return round(point.y, 4), round(point.x, 4), area_radius(km2)
