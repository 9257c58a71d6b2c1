"""Stated against measured distances and directions: what lies within the tolerance is never wrong."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.claims.checks.measure import Stated, judge_bearing, judge_distance

KM = st.floats(min_value=0.5, max_value=5000, allow_nan=False)
EXTENT = st.floats(min_value=0, max_value=20, allow_nan=False)
DEGREES = st.floats(min_value=0, max_value=360, allow_nan=False)


@pytest.mark.parametrize(
    ("low", "high", "measured", "verdict"),
    [
        (59.5, 60.5, 57.0, "consistent"),  # 60 stated, 57 measured
        (55.0, 65.0, 24.8, "inconsistent"),
        (20.0, 30.0, 60.7, "inconsistent"),  # no way is shorter than the straight line
        (95.0, 105.0, 70.0, "undecidable"),  # a road may be as long
        (0.0, 5.0, 3.0, "consistent"),
        (300.0, 400.0, 153.6, "inconsistent"),
    ],
)
def test_distances(low: float, high: float, measured: float, verdict: str) -> None:
    assert judge_distance(Stated(low, high), measured, 3.0) == verdict


def test_a_straight_line_excuses_no_road_and_a_road_is_enough() -> None:
    assert judge_distance(Stated(95, 105, line=True), 70, 3) == "inconsistent"
    assert judge_distance(Stated(95, 105, road=True), 70, 3) == "consistent"


def test_an_open_distance_has_no_upper_end() -> None:
    assert judge_distance(Stated(50, None), 900, 1) == "consistent"
    assert judge_distance(Stated(50, None), 5, 1) == "inconsistent"


@given(KM, EXTENT, st.floats(min_value=-1, max_value=1))
def test_within_the_tolerance_nothing_is_wrong(measured: float, extent: float, off: float) -> None:
    """Off by less than extents and the kilometres that points and lines are off."""
    stated = max(0.0, measured + off * (extent + 2.5) * 0.999)
    assert judge_distance(Stated(stated, stated), measured, extent) == "consistent"


@given(KM, KM, EXTENT, EXTENT)
def test_a_wider_extent_makes_nothing_wrong(stated: float, measured: float, one: float, two: float) -> None:
    small, large = sorted((one, two))
    if judge_distance(Stated(stated, stated), measured, small) == "consistent":
        assert judge_distance(Stated(stated, stated), measured, large) == "consistent"


@given(KM, st.floats(min_value=1.0, max_value=1.8))
def test_a_way_of_common_length_is_never_wrong(line: float, detour: float) -> None:
    assert judge_distance(Stated(line * detour, line * detour), line, 0.0) != "inconsistent"


@given(DEGREES, st.floats(min_value=-44, max_value=44), KM)
def test_a_direction_off_by_less_than_an_eighth_is_right(towards: float, off: float, km: float) -> None:
    assert judge_bearing(towards % 360, 22.5, (towards + off) % 360, km, 0.0) == "consistent"


@given(DEGREES, KM)
def test_the_opposite_direction_is_wrong_unless_the_places_touch(towards: float, km: float) -> None:
    assert judge_bearing(towards % 360, 22.5, (towards + 180) % 360, km, 0.0) == "inconsistent"
    assert judge_bearing(towards % 360, 22.5, (towards + 180) % 360, km, km * 1.1) != "inconsistent"
