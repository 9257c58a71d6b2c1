"""Distances, bearings and destinations agree with each other and with what is known."""

from __future__ import annotations

import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.measures.places.geo import (
    Compass,
    bearing,
    bearing_gap,
    compass,
    compass_name,
    destination,
    distance_km,
    in_km,
    nearest_point,
)

LATITUDES = st.floats(-80, 80)
LONGITUDES = st.floats(-180, 180)
BEARINGS = st.floats(0, 359.9)


@settings(max_examples=50, deadline=None)
@given(LATITUDES, LONGITUDES, BEARINGS, st.floats(0.1, 5000))
def test_one_arrives_as_far_away_as_one_went(lat: float, lon: float, towards: float, km: float) -> None:
    there = destination((lat, lon), towards, km)
    assert distance_km((lat, lon), there) == pytest.approx(km, rel=1e-6)
    assert bearing_gap(bearing((lat, lon), there), towards) < 0.01


@settings(max_examples=50, deadline=None)
@given(LATITUDES, LONGITUDES, LATITUDES, LONGITUDES)
def test_distance_is_the_same_both_ways(a: float, b: float, c: float, d: float) -> None:
    assert distance_km((a, b), (c, d)) == pytest.approx(distance_km((c, d), (a, b)), abs=1e-6)


def test_known_distances() -> None:
    # the example of GeodSolve: New York to London
    assert distance_km((40.6, -73.8), (51.6, -0.5)) == pytest.approx(5551.759, abs=0.001)
    assert distance_km((0, 0), (0, 1)) == pytest.approx(111.319, abs=0.01)
    assert bearing((0, 0), (1, 0)) == pytest.approx(0, abs=1e-9)
    assert bearing((0, 0), (0, 1)) == pytest.approx(90)


def test_to_a_line_the_nearest_point_counts() -> None:
    line = shapely.LineString([(10, 40), (10, 50)])
    assert distance_km((45, 11), line) == pytest.approx(distance_km((45, 11), (45, 10)), rel=0.01)
    lat, lon = nearest_point((45, 11), line)
    assert (lat, lon) == pytest.approx((45, 10), abs=0.05)


def test_across_the_antimeridian_the_way_is_short() -> None:
    line = shapely.LineString([(-179, -20), (-179, -10)])
    assert distance_km((-15, 179), line) == pytest.approx(215, abs=2)


def test_within_an_area_the_distance_is_nothing() -> None:
    area = shapely.box(0, 0, 10, 10)
    assert distance_km((5, 5), area) == 0
    assert distance_km((5, 11), area) == pytest.approx(111, abs=1)
    assert distance_km(area, shapely.box(11, 0, 12, 10)) == pytest.approx(111, abs=2)


def test_an_empty_shape_is_nowhere() -> None:
    with pytest.raises(ValueError, match="nowhere"):
        distance_km((0, 0), shapely.Polygon())


@pytest.mark.parametrize(
    ("words", "degrees", "half"),
    [
        ("north", 0, 30), ("east", 90, 30), ("South-West", 225, 30), ("northeast", 45, 30), ("north west", 315, 30),
        ("southern", 180, 30), ("north-eastern", 45, 30), ("east-southeast", 112.5, 20), ("north-northwest", 337.5, 20),
        ("NNE", 22.5, 20), ("W", 270, 30), ("westwards", 270, 30), ("north and west", 315, 75),
        ("southernmost", 180, 30),
    ],
)  # fmt: skip
def test_words_of_the_compass(words: str, degrees: float, half: float) -> None:
    assert compass(words) == Compass(degrees, half)


@pytest.mark.parametrize(
    "words", ["", "up", "north and south", "east-north", "westnorth", "northnorth", "nouveau", "sea"]
)
def test_words_that_are_no_direction(words: str) -> None:
    assert compass(words) is None


@given(st.floats(0, 720))
def test_every_bearing_has_a_name_that_means_it(degrees: float) -> None:
    meant = compass(compass_name(degrees))
    assert meant is not None
    assert bearing_gap(meant.bearing, degrees) <= 22.5 + 1e-9


@pytest.mark.parametrize(
    ("value", "unit", "km"),
    [(1, "mile", 1.609344), (2, "nautical miles", 3.704), (500, "m", 0.5), (3, "kilometers", 3)],
)
def test_lengths(value: float, unit: str, km: float) -> None:
    assert in_km(value, unit) == pytest.approx(km)


def test_no_length() -> None:
    assert in_km(1, "barrels") is None
