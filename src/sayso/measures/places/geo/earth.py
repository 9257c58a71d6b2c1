"""The ellipsoid: distance, bearing, destination (Karney 2013, through pyproj) and the nearest point of a shape.

The nearest point of a line or an area is sought in the azimuthal equidistant plane around the point: there every
distance from the centre is the geodesic one, so only the run of an edge between its two ends is approximate.
"""

from __future__ import annotations

import functools
import math
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from pyproj import Geod
    from shapely.geometry.base import BaseGeometry

#: latitude and longitude in degrees
Point: TypeAlias = tuple[float, float]


@functools.cache
def geod() -> Geod:
    """The WGS84 ellipsoid."""
    from pyproj import Geod

    return Geod(ellps="WGS84")


def distance_km(one: Point | BaseGeometry, other: Point | BaseGeometry) -> float:
    """Shortest distance along the ellipsoid, in km; 0 where one lies in the other.

    Two shapes are measured from the place where they come nearest in the plane of longitude and latitude, which is
    exact enough for neighbours and only a first measure for shapes an ocean apart.

    Raises:
        ValueError: a shape is empty.
    """
    if isinstance(one, tuple):
        return _from_point(one, other)
    if isinstance(other, tuple):
        return _from_point(other, one)
    from shapely.ops import nearest_points

    if one.is_empty or other.is_empty:
        raise ValueError("an empty shape is nowhere")
    near = nearest_points(one, other)[0]
    there = nearest_point((near.y, near.x), other)
    return min(_from_point((near.y, near.x), other), _from_point(there, one))


def _from_point(point: Point, other: Point | BaseGeometry) -> float:
    if not isinstance(other, tuple):
        other = nearest_point(point, other)
    return float(geod().inv(point[1], point[0], other[1], other[0])[2]) / 1000


def bearing(start: Point, end: Point) -> float:
    """Initial bearing of the way from ``start`` to ``end``, in [0, 360)."""
    forward = float(geod().inv(start[1], start[0], end[1], end[0])[0])
    return forward % 360


def bearing_gap(one: float, other: float) -> float:
    """The angle between two bearings, 0 to 180."""
    gap = abs(one - other) % 360
    return min(gap, 360 - gap)


def destination(start: Point, towards: float, km: float) -> Point:
    """Where one arrives ``km`` from ``start`` on the bearing ``towards``."""
    lon, lat, _ = geod().fwd(start[1], start[0], towards, km * 1000)
    return float(lat), float(lon)


def destinations(start: Point, towards: NDArray[np.float64], km: NDArray[np.float64]) -> NDArray[np.float64]:
    """Many destinations at once: an array of ``(longitude, latitude)`` rows."""
    import numpy as np

    count = len(towards)
    lon, lat, _ = geod().fwd(np.full(count, start[1]), np.full(count, start[0]), towards, km * 1000)
    return np.column_stack([lon, lat])


def plane(point: Point, coordinates: NDArray[np.float64]) -> NDArray[np.float64]:
    """Rows of ``(longitude, latitude)`` in the azimuthal equidistant plane around ``point``: km east, km north."""
    import numpy as np

    count = len(coordinates)
    azimuth, _, metres = geod().inv(
        np.full(count, point[1]), np.full(count, point[0]), coordinates[:, 0], coordinates[:, 1]
    )
    angle = np.radians(azimuth)
    return np.column_stack([metres * np.sin(angle), metres * np.cos(angle)]) / 1000


def nearest_point(point: Point, shape: BaseGeometry) -> Point:
    """The point of ``shape`` that lies nearest to ``point``: itself, where it lies within.

    Raises:
        ValueError: the shape is empty.
    """
    import shapely

    if shape.is_empty:
        raise ValueError("an empty shape is nowhere")
    if shape.covers(shapely.Point(point[1], point[0])):
        return point
    flat = shapely.transform(shape, functools.partial(plane, point))
    line = shapely.shortest_line(shapely.Point(0, 0), flat.boundary if flat.geom_type.endswith("Polygon") else flat)
    east, north = line.coords[-1]
    return destination(point, math.degrees(math.atan2(east, north)), math.hypot(east, north))
