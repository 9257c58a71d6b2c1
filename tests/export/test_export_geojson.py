"""GeoJSON: what RFC 7946 wants, whatever the pages and the gazetteer give."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from carried_pages import carried, written
from measured_readings import measured
from sayso.export.geojson import features_of
from sayso.export.lines import line_through
from sayso.ledger import Ledger, make_filters
from sayso.nouns.measured import MeasuredClaim, Region

SHAPES = {"Point", "LineString", "MultiLineString", "Polygon", "MultiPolygon"}


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    made = Ledger.open(tmp_path / "ledger.db")
    made.add(*measured())
    return made


def collection(data: bytes) -> list[dict[str, Any]]:
    """The features of a collection, each looked at."""
    read = json.loads(data)
    assert read["type"] == "FeatureCollection"
    for feature in read["features"]:
        assert feature["type"] == "Feature"
        sound(feature["geometry"])
    assert len({feature["id"] for feature in read["features"]}) == len(read["features"])
    return read["features"]  # type: ignore[no-any-return]


def sound(geometry: dict[str, Any]) -> None:
    assert geometry["type"] in SHAPES
    for lon, lat in positions(geometry["coordinates"]):
        assert abs(lon) <= 180
        assert abs(lat) <= 90
    if geometry["type"] == "LineString":
        assert len(geometry["coordinates"]) >= 2
    polygons = {"Polygon": [geometry["coordinates"]], "MultiPolygon": geometry["coordinates"]}
    for outer, *holes in polygons.get(geometry["type"], []):
        assert all(ring[0] == ring[-1] and len(ring) >= 4 for ring in (outer, *holes))
        assert area(outer) > 0  # counter-clockwise
        assert all(area(hole) < 0 for hole in holes)


def positions(coordinates: Any) -> Iterator[tuple[float, float]]:
    if isinstance(coordinates[0], int | float):
        yield tuple(coordinates)  # type: ignore[misc]
        return
    for each in coordinates:
        yield from positions(each)


def area(ring: list[list[float]]) -> float:
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(ring)) / 2


def test_places_have_their_regions_and_their_claim(ledger: Ledger) -> None:
    features = collection(written("geojson", ledger))
    east = next(f for f in features if f["properties"].get("place", {}).get("text", "").startswith("25 miles"))
    told = east["properties"]
    assert told["chain"].startswith("officials")
    assert told["status"] == "asserted"
    assert told["document"].startswith("sha256:")
    assert told["uncertainty"]["words"]
    assert {"verdicts", "checks", "cluster", "origins_low", "figures", "published"} <= told.keys()


def test_movements_are_lines_from_place_to_place(ledger: Ledger) -> None:
    (moved,) = (f for f in collection(written("geojson", ledger)) if f["properties"]["kind"] == "movement")
    assert (moved["properties"]["from"], moved["properties"]["via"], moved["properties"]["to"]) == (
        "Syria",
        ["Chad"],
        "Sirte",
    )
    assert moved["geometry"]["type"] in ("LineString", "Point")


def test_the_story_is_sound(examples: Path) -> None:
    with carried(examples) as ledger:
        assert collection(written("geojson", ledger))


def test_nothing_is_an_empty_collection(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "empty.db") as empty:
        assert collection(written("geojson", empty)) == []


SQUARE = [[0, 0], [0, 1], [1, 1], [1, 0], [0, 0]]  # clockwise


@pytest.mark.parametrize(
    ("geometry", "expected"),
    [
        ({"type": "Polygon", "coordinates": [SQUARE]}, "Polygon"),
        ({"type": "Polygon", "coordinates": [SQUARE[:-1]]}, "Point"),
        ({"type": "Polygon", "coordinates": [[[0, 0], [1, 1], [0, 1], [1, 0], [0, 0]]]}, "Point"),
        ({"type": "Polygon", "coordinates": []}, "Point"),
        ({"type": "Polygon", "coordinates": [[[500, 0], [501, 0], [501, 1], [500, 0]]]}, "Point"),
        ({"type": "Circle", "coordinates": [0, 0]}, "Point"),
        ({"coordinates": "</script>"}, "Point"),
        ({}, "Point"),
    ],
)
def test_what_cannot_be_drawn_is_a_point(ledger: Ledger, geometry: dict[str, Any], expected: str) -> None:
    claim = next(claim for claim in ledger.measured(make_filters()) if claim.places)
    place = msgspec.structs.replace(claim.places[0], geometry=geometry, lat=0.5, lon=0.5)
    (feature,) = features_of(msgspec.structs.replace(claim, places=(place,), movement=None))
    sound(feature["geometry"])
    assert feature["geometry"]["type"] == expected


@pytest.mark.parametrize(("lat", "lon"), [(None, None), (91.0, 0.0), (0.0, 181.0), (math.nan, 0.0), (0.0, math.inf)])
def test_what_is_not_on_the_globe_is_left_out(ledger: Ledger, lat: float | None, lon: float | None) -> None:
    claim: MeasuredClaim = next(claim for claim in ledger.measured(make_filters()) if claim.places)
    place: Region = msgspec.structs.replace(claim.places[0], geometry=None, lat=lat, lon=lon)
    assert list(features_of(msgspec.structs.replace(claim, places=(place,), movement=None))) == []


@given(st.lists(st.tuples(st.floats(-180, 180), st.floats(-90, 90)), min_size=2, max_size=6))
def test_lines_go_the_shorter_way_round(stops: list[tuple[float, float]]) -> None:
    line = line_through(stops)
    sound(line)
    pieces = [line["coordinates"]] if line["type"] == "LineString" else line["coordinates"]
    assert all(len(piece) >= 2 for piece in pieces)
    for piece in pieces:
        assert all(abs(a[0] - b[0]) <= 180 for a, b in pairwise(piece))
    assert pieces[0][0] == list(stops[0])
    assert pieces[-1][-1] == list(stops[-1])


def test_a_line_over_the_antimeridian_is_cut_there() -> None:
    assert line_through([(170, 10), (-170, 20)]) == {
        "type": "MultiLineString",
        "coordinates": [[[170, 10], [180.0, 15.0]], [[-180.0, 15.0], [-170, 20]]],
    }
