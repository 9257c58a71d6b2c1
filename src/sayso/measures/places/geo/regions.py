"""Regions on the ellipsoid: disc, ring, sector, band along a line, corridor between two points, part of a shape.

Each is a valid polygon (or several) in longitude and latitude within ±180, cut at the antimeridian where it crosses it.
Edges are straight in degrees, so that outlines are coarse within some 10 degrees of a pole.
"""

from __future__ import annotations

import functools
import math
from collections.abc import Callable
from typing import TYPE_CHECKING

from sayso.measures.places.geo.earth import Point, bearing, destination, destinations, distance_km, geod, plane

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from shapely.geometry.base import BaseGeometry

#: degrees of arc between two vertices of a circle: its sagitta is 0.1 % of the radius
_STEP = 5.0
#: farther than this a region is the whole Earth, and a plane around its centre folds over
_FAR_KM = 19_000.0


def polygon(coordinates: NDArray[np.float64], centre: Point) -> BaseGeometry:
    """The area within a ring of ``(longitude, latitude)`` rows around ``centre``.

    The ring is unrolled, so that it may run across the antimeridian, and closed over the pole where it goes round one.
    """
    import numpy as np
    import shapely

    lon = np.unwrap(coordinates[:, 0], period=360)
    lat = coordinates[:, 1]
    lon = lon - 360 * round((float(lon.mean()) - centre[1]) / 360)
    closing = (float(coordinates[0, 0]) - float(coordinates[-1, 0]) + 180) % 360 - 180
    around = float(lon[-1]) + closing - float(lon[0])
    rows = np.column_stack([lon, lat])
    if abs(around) > 180:  # it goes round a pole
        pole = math.copysign(90.0, float(lat.mean()) or centre[0])
        end = [[lon[0] + around, lat[0]], [lon[0] + around, pole], [lon[0], pole]]
        rows = np.vstack([rows, end])
    shape = shapely.Polygon(rows)
    return within_world(shape if shape.is_valid else shapely.make_valid(shape))


def within_world(shape: BaseGeometry) -> BaseGeometry:
    """Cut at the antimeridian: what lies beyond ±180 is moved to the other side. Only areas are kept."""
    import shapely

    west, _, east, _ = shape.bounds
    if west < -180 or east > 180:
        pieces = []
        for turn in range(math.floor((west + 180) / 360), math.floor((east + 180) / 360) + 1):
            piece = shapely.intersection(shape, shapely.box(-180 + 360 * turn, -90, 180 + 360 * turn, 90))
            pieces.append(shapely.transform(piece, moved(-360.0 * turn)))
        shape = shapely.union_all(pieces)
    return areas(shape)


def moved(east: float, north: float = 0.0) -> Callable[[NDArray[np.float64]], NDArray[np.float64]]:
    """A shift by degrees, for ``shapely.transform``."""

    def shift(rows: NDArray[np.float64]) -> NDArray[np.float64]:
        import numpy as np

        return np.add(rows, (east, north))

    return shift


def areas(shape: BaseGeometry) -> BaseGeometry:
    """The areas of a shape: lines and points that an intersection left are dropped."""
    import shapely

    if shape.geom_type in ("Polygon", "MultiPolygon"):
        return shape
    kept = [piece for piece in shapely.get_parts(shape) if piece.geom_type in ("Polygon", "MultiPolygon")]
    return shapely.union_all(kept) if kept else shapely.Polygon()


def disc(centre: Point, km: float) -> BaseGeometry:
    """All that lies within ``km`` of a point."""
    import numpy as np

    towards = np.arange(0, 360, _STEP)
    # the chords of a circle run inside it: a ring pushed out by the sagitta holds every point of the disc
    reach = min(max(km, 0.001), _FAR_KM) / math.cos(math.radians(_STEP / 2))
    return polygon(destinations(centre, -towards, np.full(len(towards), reach)), centre)


def ring(centre: Point, low_km: float, high_km: float) -> BaseGeometry:
    """All that lies between two distances from a point."""
    outer = disc(centre, high_km)
    if low_km <= 0:
        return outer
    import shapely

    inner = disc(centre, low_km * math.cos(math.radians(_STEP / 2)))
    return areas(shapely.difference(outer, inner))


def sector(centre: Point, low_km: float, high_km: float, towards: float, half_angle: float) -> BaseGeometry:
    """What lies between two distances from a point, on a bearing give or take ``half_angle``.

    Raises:
        ValueError: the distances are out of order or negative, or the angle is not in (0, 180].
    """
    if not 0 <= low_km <= high_km or not 0 < half_angle <= 180 or not math.isfinite(high_km):
        raise ValueError("a sector needs 0 <= low <= high and a half-angle up to 180")
    if half_angle == 180:
        return ring(centre, low_km, high_km)
    import numpy as np

    low_km, high_km = min(low_km, _FAR_KM), min(max(high_km, 0.001), _FAR_KM)
    steps = max(3, math.ceil(2 * half_angle / _STEP) + 1)
    arc = np.linspace(towards + half_angle, towards - half_angle, steps)
    step = 2 * half_angle / (steps - 1)
    outer = destinations(centre, arc, np.full(steps, high_km / math.cos(math.radians(step / 2))))
    # each side is a geodesic: a vertex about every 100 km keeps it one on the map
    middle = max(1, min(20, int((high_km - low_km) / 100)))
    sides = np.linspace(0, 1, middle + 2)[1:-1]
    down = destinations(centre, np.full(middle, arc[-1]), high_km + (low_km - high_km) * sides)
    up = destinations(centre, np.full(middle, arc[0]), low_km + (high_km - low_km) * sides)
    inner = (
        destinations(centre, arc[::-1], np.full(steps, low_km)) if low_km > 0 else np.array([[centre[1], centre[0]]])
    )
    rows = np.vstack([outer, down, inner, up])
    return polygon(rows, centre)


def corridor(one: Point, other: Point, detour: float = 1.1) -> BaseGeometry:
    """The ellipse around two points: wherever the way by it is at most ``detour`` times the straight one."""
    import numpy as np

    apart = distance_km(one, other)
    if apart == 0:
        return disc(one, 1.0)
    middle = destination(one, bearing(one, other), apart / 2)
    axis = bearing(middle, other)
    long = apart / 2 * detour
    short = math.sqrt(long**2 - (apart / 2) ** 2)
    angle = np.radians(np.arange(360, 0, -_STEP))
    across, along = short * np.sin(angle), long * np.cos(angle)
    return polygon(destinations(middle, axis + np.degrees(np.arctan2(across, along)), np.hypot(across, along)), middle)


def band(line: BaseGeometry, low_km: float, high_km: float, around: Point | None = None) -> BaseGeometry:
    """What lies between two distances from a line or shape, on both sides; cut it with a country for one side.

    It is drawn in the azimuthal equidistant plane around ``around`` (by default the middle of the line) and so is good
    to a few per cent for lines up to about 3000 km long.
    """
    import shapely

    if line.is_empty:
        return shapely.Polygon()
    if around is None:
        middle = line.centroid
        around = (middle.y, middle.x)
    flat = shapely.transform(line, functools.partial(plane, around))
    # a rugged coast is smoothed by a fortieth of the width: what is asked of a band is no finer
    flat = flat.simplify(max(0.02, high_km / 40))
    outer = flat.buffer(max(high_km, 0.001), quad_segs=6)
    shape = shapely.difference(outer, flat.buffer(low_km, quad_segs=6)) if low_km > 0 else outer
    shape = shapely.segmentize(areas(shape), 100.0)
    lonlat = shapely.transform(shape, functools.partial(_unplane, around))
    if not lonlat.is_valid:
        lonlat = shapely.make_valid(lonlat)
    return within_world(lonlat)


def _unplane(around: Point, rows: NDArray[np.float64]) -> NDArray[np.float64]:
    """The way back from the plane around a point; longitudes run on beyond ±180."""
    import numpy as np

    metres = np.hypot(rows[:, 0], rows[:, 1]) * 1000
    angle = np.degrees(np.arctan2(rows[:, 0], rows[:, 1]))
    count = len(rows)
    lon, lat, _ = geod().fwd(np.full(count, around[1]), np.full(count, around[0]), angle, metres)
    return np.column_stack([around[1] + (np.asarray(lon) - around[1] + 180) % 360 - 180, lat])


def part(shape: BaseGeometry, towards: float | None, share: float = 0.5) -> BaseGeometry:
    """The part of an area on one side of it: the southern half, the north-eastern third; its middle without bearing.

    ``share`` is of the area's extent along the bearing: 0.5 cuts half-way between its outermost points that way and the
    other way. Without a bearing the middle ``share`` of the extent both ways is kept.
    """
    import shapely

    west, south, east, north = shape.bounds
    if towards is None:
        gap_x, gap_y = (east - west) * (1 - share) / 2, (north - south) * (1 - share) / 2
        return areas(shapely.intersection(shape, shapely.box(west + gap_x, south + gap_y, east - gap_x, north - gap_y)))
    # across is the cut, along the bearing; a degree of longitude is shorter than one of latitude
    shrink = max(0.05, math.cos(math.radians((south + north) / 2)))
    to_east, to_north = math.sin(math.radians(towards)), math.cos(math.radians(towards))
    rows = shapely.get_coordinates(shape)
    along = rows[:, 0] * shrink * to_east + rows[:, 1] * to_north
    cut = float(along.max()) - float(along.max() - along.min()) * share
    far = (east - west) + (north - south) + 1
    base_x, base_y = cut * to_east, cut * to_north
    middle = (rows[:, 0] * shrink * to_north - rows[:, 1] * to_east).mean()
    base_x, base_y = base_x + middle * to_north, base_y - middle * to_east
    corners = [
        (base_x + sign * far * to_north + ahead * far * to_east, base_y - sign * far * to_east + ahead * far * to_north)
        for sign, ahead in ((-1, 0), (1, 0), (1, 1), (-1, 1))
    ]
    return areas(shapely.intersection(shape, shapely.Polygon([(x / shrink, y) for x, y in corners])))


def main_body(shape: BaseGeometry, gap: float = 5.0) -> BaseGeometry:
    """A country without what lies far overseas: its largest part, and what hangs together with it over gaps of no more
    than ``gap`` degrees. Across the antimeridian longitudes run on beyond 180."""
    import shapely

    parts = list(shapely.get_parts(shape))
    west, _, east, _ = shape.bounds
    if east - west > 180:
        largest = max(parts, key=lambda p: p.area)
        turn = 360.0 if largest.centroid.x > 0 else -360.0
        parts = [
            shapely.transform(p, moved(turn)) if abs(p.centroid.x + turn - largest.centroid.x) <
            abs(p.centroid.x - largest.centroid.x) else p
            for p in parts
        ]  # fmt: skip
    parts.sort(key=lambda p: -p.area)
    body, rest = [parts[0]], parts[1:]
    fresh = [parts[0]]
    while fresh and rest:
        reached = shapely.union_all([shapely.box(*p.bounds) if p.area < 1 else p.simplify(0.2) for p in fresh])
        fresh = [p for p in rest if reached.distance(p) <= gap]
        rest = [p for p in rest if not any(p is q for q in fresh)]
        body += fresh
    return shapely.union_all(body)
