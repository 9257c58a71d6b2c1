"""Areas, borders and coasts."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from pyproj import Geod
from shapely.geometry.base import BaseGeometry

from sayso.measures.places.gazetteer import Gazetteer

EARTH = Geod(ellps="WGS84")


def miles(lat: float, lon: float, line: BaseGeometry) -> float:
    """The distance of a point to a line that is cut into short pieces."""
    points = shapely.get_coordinates(shapely.segmentize(line, 0.005))
    far = EARTH.inv(np.full(len(points), lon), np.full(len(points), lat), points[:, 0], points[:, 1])[2]
    return float(np.min(far)) / 1609.344


@pytest.mark.parametrize(
    ("lat", "lon", "countries", "wanted", "tolerance"),
    [
        (32.79335, 12.48845, ("LY", "TN"), 57.3, 0.7),  # Sabratha, "60 miles from the Tunisian border"
        (31.5497, 74.3436, ("IN", "PK"), 15.0, 2.0),  # Lahore
        (49.9935, 36.2304, ("UA", "RU"), 19.0, 3.0),  # Kharkiv
        (37.9838, 23.7275, ("GR", "TR"), 215.0, 40.0),  # Athens
    ],
)
def test_how_far_towns_lie_from_borders(
    gazetteer: Gazetteer, lat: float, lon: float, countries: tuple[str, str], wanted: float, tolerance: float
) -> None:
    border = gazetteer.border(*countries)
    assert border is not None
    assert miles(lat, lon, border) == pytest.approx(wanted, abs=tolerance)
    assert gazetteer.border(*reversed(countries)) == border


def test_who_has_no_border_with_whom(gazetteer: Gazetteer) -> None:
    assert gazetteer.border("LY", "FR") is None
    assert gazetteer.border("IS") is None
    assert gazetteer.border("XX", "YY") is None
    whole = gazetteer.border("LY")
    assert whole is not None
    parts = [gazetteer.border("LY", code) for code in ("TN", "DZ", "NE", "TD", "SD", "EG")]
    assert sum(part.length for part in parts if part is not None) == pytest.approx(whole.length)


@pytest.mark.parametrize("code", ["LY", "TN", "FR", "RU", "US", "FJ", "EH", "UA", "XK", "GL", "AQ"])
def test_areas_are_sound(gazetteer: Gazetteer, code: str) -> None:
    shape = gazetteer.shape(code)
    assert shape is not None
    assert shape.is_valid
    assert shape.geom_type in ("Polygon", "MultiPolygon")


@pytest.mark.parametrize(
    ("code", "km2"), [("DE", 357_600), ("UA", 603_700), ("PL", 312_700), ("EG", 1_002_000), ("EH", 266_000)]
)
def test_areas_are_as_large_as_they_should_be(gazetteer: Gazetteer, code: str, km2: float) -> None:
    shape = gazetteer.shape(code)
    assert shape is not None
    area = sum(abs(EARTH.geometry_area_perimeter(part)[0]) for part in shapely.get_parts(shape)) / 1e6
    assert area == pytest.approx(km2, rel=0.02)


def test_towns_lie_in_their_countries(gazetteer: Gazetteer) -> None:
    for name, code in [("Crimea", "UA"), ("Laayoune", "EH"), ("Cayenne", "GF"), ("Pristina", "XK"), ("Hargeisa", "SO")]:
        entry, shape = gazetteer.lookup(name)[0].entry, gazetteer.shape(code)
        assert shape is not None
        assert shapely.distance(shape, shapely.Point(entry.lon, entry.lat)) < 0.02, name


def test_seas_groups_and_parts_have_areas(gazetteer: Gazetteer) -> None:
    sea, fezzan, maghreb = map(gazetteer.shape, ("sayso:gulf-of-sirte", "sayso:fezzan", "sayso:maghreb"))
    libya, rumaila = gazetteer.shape("LY"), gazetteer.shape("sayso:rumaila")
    assert sea is not None
    assert fezzan is not None
    assert maghreb is not None
    assert libya is not None
    assert rumaila is None
    assert sea.intersection(libya).area < 0.1 * sea.area
    assert libya.buffer(1e-9).contains(fezzan)
    assert maghreb.buffer(1e-9).contains(libya)
    assert gazetteer.shape("sayso:nowhere") is None


def test_land_can_be_had_whole_or_in_part(gazetteer: Gazetteer) -> None:
    land = gazetteer.land()
    bounds = (8.0, 29.5, 21.0, 34.0)
    part = gazetteer.land(bounds)
    assert part.symmetric_difference(shapely.clip_by_rect(land, *bounds)).area < 1e-6
    assert gazetteer.land((-30.0, 20.0, -29.0, 21.0)).is_empty


def test_coasts(gazetteer: Gazetteer) -> None:
    coast = gazetteer.coast("LY")
    assert coast is not None
    assert miles(31.2089, 16.5887, coast) < 3  # Sirte
    assert miles(27.0377, 14.4283, coast) > 250  # Sabha
    assert gazetteer.coast("TD") is None
    assert gazetteer.coast() is not None
