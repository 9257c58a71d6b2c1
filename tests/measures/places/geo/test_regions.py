"""Regions hold what they should, anywhere on Earth, and their GeoJSON is valid."""

from __future__ import annotations

import math

import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.measures.places.geo import (
    Cutter,
    band,
    corridor,
    destination,
    disc,
    distance_km,
    from_geojson,
    geojson,
    main_body,
    part,
    ring,
    sector,
)

LATITUDES = st.floats(-68, 68)
LONGITUDES = st.floats(-180, 180)
BEARINGS = st.floats(0, 359.9)
KM = st.floats(1, 1500)


def holds(shape: shapely.Geometry, point: tuple[float, float]) -> bool:
    lat, lon = point
    return any(shape.intersects(shapely.Point(x, lat)) for x in (lon, lon - 360, lon + 360) if -180 <= x <= 180)


def check_geojson(shape: shapely.Geometry) -> None:
    found = geojson(shape)
    assert found is not None
    back = from_geojson(found)
    assert back.is_valid
    west, south, east, north = back.bounds
    assert west >= -180
    assert east <= 180
    assert south >= -90
    assert north <= 90
    assert shapely.get_num_coordinates(back) < 2000
    for piece in shapely.get_parts(back):
        assert piece.exterior.is_ccw
        assert not any(hole.is_ccw for hole in piece.interiors)
    assert all(float(v) == round(float(v), 5) for v in shapely.get_coordinates(back).ravel())


@settings(max_examples=60, deadline=None)
@given(LATITUDES, LONGITUDES, BEARINGS, KM, st.floats(0.05, 0.95), st.floats(5, 175))
def test_a_sector_holds_its_axis(
    lat: float, lon: float, towards: float, high: float, share: float, half: float
) -> None:
    low = high * share
    shape = sector((lat, lon), low, high, towards, half)
    assert shape.is_valid
    for along in (0.02, 0.5, 0.98):
        assert holds(shape, destination((lat, lon), towards, low + (high - low) * along))
    assert not holds(shape, destination((lat, lon), towards, high * 1.05))
    if half < 85:  # a plain rectangle of degrees bends: the far side is far enough from every edge
        assert not holds(shape, destination((lat, lon), towards + 180, high * 0.9))
    check_geojson(shape)


@settings(max_examples=40, deadline=None)
@given(LATITUDES, LONGITUDES, KM, BEARINGS)
def test_a_disc_holds_what_is_near(lat: float, lon: float, km: float, towards: float) -> None:
    shape = disc((lat, lon), km)
    assert shape.is_valid
    assert holds(shape, (lat, lon))
    assert holds(shape, destination((lat, lon), towards, km * 0.97))
    assert not holds(shape, destination((lat, lon), towards, km * 1.03))
    check_geojson(shape)


@settings(max_examples=30, deadline=None)
@given(st.floats(-70, 70), LONGITUDES, KM, BEARINGS)
def test_a_ring_leaves_its_middle_out(lat: float, lon: float, km: float, towards: float) -> None:
    shape = ring((lat, lon), km / 2, km)
    assert not holds(shape, (lat, lon))
    assert holds(shape, destination((lat, lon), towards, km * 0.75))


@settings(max_examples=30, deadline=None)
@given(st.floats(-60, 60), LONGITUDES, BEARINGS, st.floats(5, 1500))
def test_a_corridor_holds_the_way(lat: float, lon: float, towards: float, km: float) -> None:
    end = destination((lat, lon), towards, km)
    shape = corridor((lat, lon), end)
    for share in (0.02, 0.5, 0.98):
        assert holds(shape, destination((lat, lon), towards, km * share))
    assert not holds(shape, destination((lat, lon), towards + 180, km * 0.2))


def test_a_disc_over_a_pole_holds_the_pole() -> None:
    shape = disc((88.0, 30.0), 600)
    assert shape.is_valid
    assert holds(shape, (89.99, -150))
    assert holds(shape, (89.99, 0))


def test_a_band_lies_at_its_distances() -> None:
    line = shapely.LineString([(10, 40), (10, 44)])
    shape = band(line, 50, 100)
    assert holds(shape, destination((42, 10), 90, 75))
    assert holds(shape, destination((42, 10), 270, 75))
    assert not holds(shape, destination((42, 10), 90, 40))
    assert not holds(shape, destination((42, 10), 90, 110))
    assert band(shapely.LineString(), 1, 2).is_empty


def test_a_band_across_the_antimeridian_is_cut_there() -> None:
    shape = band(shapely.LineString([(179.9, -18), (179.9, -16)]), 0, 60)
    assert holds(shape, (-17, -179.9))
    assert holds(shape, (-17, 179.5))
    check_geojson(shape)


@pytest.mark.parametrize(("towards", "inside", "outside"), [
    (0, (9, 5), (1, 5)), (90, (5, 9), (5, 1)), (180, (1, 5), (9, 5)), (45, (9, 9), (1, 1)), (225, (1, 1), (9, 9)),
    (315, (9, 1), (1, 9)), (None, (5, 5), (9.5, 9.5)),
])  # fmt: skip
def test_parts(towards: float | None, inside: tuple[float, float], outside: tuple[float, float]) -> None:
    shape = part(shapely.box(0, 0, 10, 10), towards, 0.6)
    assert holds(shape, inside)
    assert not holds(shape, outside)


def test_the_main_body_leaves_out_what_is_overseas() -> None:
    home, island, overseas = shapely.box(0, 40, 8, 50), shapely.box(9, 41, 10, 43), shapely.box(-55, 2, -52, 5)
    body = main_body(shapely.union_all([home, island, overseas]))
    assert body.bounds == (0, 40, 10, 50)


def test_the_main_body_runs_on_across_the_antimeridian() -> None:
    body = main_body(shapely.union_all([shapely.box(170, 60, 180, 70), shapely.box(-180, 60, -170, 70)]))
    west, _, east, _ = body.bounds
    assert east - west == pytest.approx(20)


def test_wrong_sectors_are_refused() -> None:
    for low, high, half in ((5, 1, 10), (-1, 5, 10), (0, 5, 0), (0, 5, 181), (0, math.inf, 10)):
        with pytest.raises(ValueError, match="sector"):
            sector((0, 0), low, high, 0, half)


@settings(max_examples=30, deadline=None)
@given(st.floats(-20, 20), st.floats(-20, 20), st.floats(10, 2500))
def test_tiles_cut_like_the_whole(lat: float, lon: float, km: float) -> None:
    area = shapely.box(-7, -8, 9, 6).difference(shapely.box(-1, -1, 1, 1))
    region = disc((lat, lon), km)
    cut, whole = Cutter.of(area).inside(region), shapely.intersection(region, area)
    assert cut.symmetric_difference(whole).area == pytest.approx(0, abs=1e-9)
    assert Cutter.of(area).outside(region).area == pytest.approx(region.area - whole.area, rel=1e-6, abs=1e-9)


def test_smoothing_loses_nothing() -> None:
    spiky = shapely.Polygon(
        [(math.cos(a / 50) * (1 + (a % 3) / 20), math.sin(a / 50) * (1 + (a % 3) / 20)) for a in range(314)]
    )
    found = geojson(spiky.buffer(0), detail=0.02)
    assert found is not None
    back = from_geojson(found)
    assert back.buffer(1e-4).covers(spiky.buffer(0))
    assert shapely.get_num_coordinates(back) < shapely.get_num_coordinates(spiky)


def test_smoothing_keeps_to_the_size_of_the_pieces() -> None:
    found = geojson(disc((-17.0, 179.9), 30).union(disc((-17.3, -179.8), 20)))
    assert found is not None
    assert from_geojson(found).area < 2 * disc((-17.0, 170), 30).area


def test_points_and_nothing() -> None:
    assert geojson(shapely.Point(1.1234567, 2)) == {"type": "Point", "coordinates": [1.12346, 2.0]}
    assert geojson(shapely.Polygon()) is None


def test_known_reach() -> None:
    shape = disc((50.0, 10.0), 100)
    west, _, east, _ = shape.bounds
    assert distance_km((50, west), (50, east)) == pytest.approx(200, rel=0.01)
