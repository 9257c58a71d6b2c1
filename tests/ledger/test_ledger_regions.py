"""Boxes that hold what they should, and distances to points, lines and regions."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyproj import Geod

from sayso.ledger.regions import Box, around, distance_km, outline
from sayso.nouns import Place

GLOBE = Geod(ellps="WGS84")
#: the first example loads PROJ
CALM = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
LATS, LONS = st.floats(-90, 90), st.floats(-180, 180)


def place(geometry: dict[str, Any] | None) -> Place:
    return Place(id="p1", start=0, end=1, text="x", use="literal", geometry=geometry)


def within(box: Box, lat: float, lon: float) -> bool:
    return box.south <= lat <= box.north and any(box.west <= lon + turn <= box.east for turn in (0, 360, -360))


@given(lat=LATS, lon=LONS, km=st.floats(0, 15000), bearing=LONS, share=st.floats(0, 1))
@CALM
def test_a_box_holds_all_that_is_near(lat: float, lon: float, km: float, bearing: float, share: float) -> None:
    east, north, _ = GLOBE.fwd(lon, lat, bearing, km * share * 999)
    assert within(around(lat, lon, km), north, east)


@given(
    lats=st.tuples(LATS, LATS).map(sorted),
    lons=st.tuples(LONS, LONS).map(sorted),
    km=st.floats(0.001, 5000),
    bearing=LONS,
    corner=st.booleans(),
)
@CALM
def test_a_widened_box_holds_all_that_is_near_to_it(
    lats: list[float], lons: list[float], km: float, bearing: float, corner: bool
) -> None:
    away_lon, away_lat, _ = GLOBE.fwd(lons[corner], lats[corner], bearing, km * 999)
    assert within(Box(*lats, *lons).widened(km), away_lat, away_lon)


@pytest.mark.parametrize(
    ("a", "b", "km"),
    [
        ((48.8566, 2.3522), (51.5074, -0.1278), 343.9),  # Paris to London
        ((0.0, 179.9), (0.0, -179.9), 22.3),  # across the antimeridian
        ((90.0, 0.0), (-90.0, 0.0), 20003.9),
    ],
)
def test_distances_between_points(a: tuple[float, float], b: tuple[float, float], km: float) -> None:
    assert distance_km(*a, None, None, *b) == pytest.approx(km, abs=0.1)
    assert distance_km(*a, None, 10.0, *b) == pytest.approx(km - 10, abs=0.1)


SQUARE = {"type": "Polygon", "coordinates": [[[10, 30], [12, 30], [12, 32], [10, 32], [10, 30]]]}
ROAD = {"type": "LineString", "coordinates": [[10, 30], [12, 30]]}
FIJI = {"type": "Polygon", "coordinates": [[[177, -19], [183, -19], [183, -16], [177, -16], [177, -19]]]}
BOW = {"type": "Polygon", "coordinates": [[[0, 0], [2, 2], [2, 0], [0, 2], [0, 0]]]}  # crosses itself


@pytest.mark.parametrize(
    ("geometry", "at", "km"),
    [
        (SQUARE, (31.0, 11.0), 0.0),
        (SQUARE, (30.0, 10.0), 0.0),
        (SQUARE, (31.0, 13.0), 95.4),  # a degree of longitude at 31° N
        (SQUARE, (33.0, 11.0), 110.9),
        (ROAD, (31.0, 11.0), 110.9),
        (ROAD, (30.0, 10.5), 0.0),
        (FIJI, (-17.0, -178.0), 0.0),
        (BOW, (0.5, 0.2), 0.0),
        ({"type": "MultiPoint", "coordinates": [[10, 30], [20, 30]]}, (30.0, 20.0), 0.0),
        ({"type": "GeometryCollection", "geometries": [SQUARE, ROAD]}, (31.5, 11.0), 0.0),
    ],
)
def test_distances_to_regions(geometry: dict[str, Any], at: tuple[float, float], km: float) -> None:
    box = outline(place(geometry))
    assert box is not None
    middle = (box.south + box.north) / 2, (box.west + box.east) / 2
    assert distance_km(*middle, json.dumps(geometry), None, *at) == pytest.approx(km, abs=0.3)
    reach = 0 if geometry["type"] in ("Polygon", "GeometryCollection") else 60  # an area has its extent already
    assert distance_km(*middle, json.dumps(geometry), 60.0, *at) == pytest.approx(max(0.0, km - reach), abs=0.3)


junk = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=3),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["type", "coordinates"]), inner),
    max_leaves=10,
)
kinds = st.sampled_from(["Point", "Polygon", "MultiPolygon", "LineString", "GeometryCollection", "Nonsense"])


@given(kind=kinds, coordinates=junk, geometries=junk)
@CALM
def test_a_geometry_that_makes_no_sense_is_its_middle_or_nothing(kind: str, coordinates: Any, geometries: Any) -> None:
    geometry = {"type": kind, "coordinates": coordinates, "geometries": geometries}
    box = outline(place(geometry))
    if box is not None:
        away = distance_km(0.0, 0.0, json.dumps(geometry), 1.0, 0.0, 0.0)
        assert away is None or away >= 0
