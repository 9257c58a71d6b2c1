"""Where a place lies: a box of degrees for the index, and how far a point is from the place itself.

A place's region is its geometry (GeoJSON, WGS84); of a point or a line it is all within ``radius_km`` of it, for an
area has its extent already. Boxes may be too wide, never too narrow: they choose the places of which the distance is
then measured, on the ellipsoid (Karney 2013, by PROJ).
"""

from __future__ import annotations

import functools
import json
import math
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from sayso.nouns import Place

if TYPE_CHECKING:
    from pyproj import Geod

#: kilometres in a degree of latitude, and in one of longitude at the equator, at the least (WGS84)
_KM_NORTH, _KM_EAST = 110.57, 111.31
#: more than the last digit of a coordinate, in kilometres
_METRE = 0.001
#: GeoJSON's names of what has an extent of its own
_AREAS = ("Polygon", "MultiPolygon", "GeometryCollection")
#: degrees between the corners of an outline: its sides are straight on the map, and bent on the globe
_STEP = 0.5


class Box(NamedTuple):
    """Degrees. ``west`` may lie below -180 and ``east`` above 180 where the box passes the antimeridian."""

    south: float
    north: float
    west: float
    east: float

    def widened(self, km: float) -> Box:
        """A box that holds everything within ``km`` of this one."""
        if km <= 0:
            return self
        band = km / _KM_NORTH
        south, north = max(-90.0, self.south - band), min(90.0, self.north + band)
        narrowest = math.cos(math.radians(max(abs(south), abs(north))))
        aside = km / (_KM_EAST * narrowest) if narrowest > 1e-6 else 360.0
        if aside >= 180 or self.east - self.west + 2 * aside >= 360:
            return Box(south, north, -180.0, 180.0)  # a pole is within, or it goes all the way round
        return Box(south, north, self.west - aside, self.east + aside)


def around(lat: float, lon: float, km: float) -> Box:
    """A box that holds everything within ``km`` of a point."""
    return Box(lat, lat, lon, lon).widened(km + _METRE)


def reach_km(place: Place) -> float:
    """How far a place's region goes beyond its geometry."""
    area = place.geometry is not None and place.geometry.get("type") in _AREAS
    return 0.0 if area else place.radius_km or 0.0


def outline(place: Place) -> Box | None:
    """The box of a place's geometry, without its radius; ``None`` where it has no usable one."""
    points = list(_points(place.geometry)) if place.geometry else []
    if not points:
        return None
    lons, lats = zip(*points, strict=True)
    return Box(min(lats), max(lats), min(lons), max(lons))


def _points(geometry: Any) -> Iterator[tuple[float, float]]:
    heap: list[Any] = [geometry]
    while heap:
        here = heap.pop()
        if isinstance(here, dict):
            heap += [here.get("coordinates"), here.get("geometries")]
        elif isinstance(here, list | tuple) and here:
            if not isinstance(here[0], int | float):
                heap.extend(here)
            elif len(here) > 1 and isinstance(here[1], int | float) and all(map(math.isfinite, here[:2])):
                yield float(here[0]), float(here[1])


@functools.cache
def _globe() -> Geod:
    from pyproj import Geod

    return Geod(ellps="WGS84")


def distance_km(
    lat: float | None, lon: float | None, geometry: str | None, radius_km: float | None, at_lat: float, at_lon: float
) -> float | None:
    """Kilometres from a point to a place's region, 0 within; ``None`` where the place has no coordinates.

    ``lat``, ``lon`` are the middle of the place; ``geometry`` is its GeoJSON where it is more than that point. A
    geometry that makes no sense counts as the middle alone.
    """
    if lat is None or lon is None:
        return None
    measured = _to_shape(geometry, at_lat, at_lon) if geometry else None
    away, area = measured or (_globe().inv(lon, lat, at_lon, at_lat)[2] / 1000, False)
    return away if area else max(0.0, away - (radius_km or 0.0))


@functools.lru_cache(maxsize=512)
def _to_shape(geometry: str, lat: float, lon: float) -> tuple[float, bool] | None:
    """Kilometres to a geometry, and whether it is an area; ``None`` where it is no geometry."""
    import numpy as np
    import shapely
    from pyproj import Proj
    from shapely.geometry import shape

    try:
        region = shape(json.loads(geometry))
        region = region if region.is_valid else shapely.make_valid(region)
        if any(region.covers(shapely.Point(lon + turn, lat)) for turn in (0, 360, -360)):
            return 0.0, region.area > 0
        # distances from the middle of this projection are those on the ellipsoid
        flat = Proj(proj="aeqd", lat_0=lat, lon_0=lon, ellps="WGS84")
        edges = shapely.segmentize(region.boundary if region.area else region, _STEP)
        edges = shapely.transform(edges, lambda corners: np.column_stack(flat(*corners.T)))
        away = float(edges.distance(shapely.Point(0, 0))) / 1000
    except (ValueError, TypeError, KeyError, AttributeError, IndexError, shapely.errors.ShapelyError):
        return None
    return (away, region.area > 0) if math.isfinite(away) else None
