"""Our own list: every row can be read, says where it comes from, and lies where it says it lies."""

from __future__ import annotations

import pytest
import shapely

from sayso.lexicon import load
from sayso.measures.places.gazetteer import Gazetteer
from sayso.measures.places.gazetteer.extent import great_circle_km

ROWS = load("places.csv")
OWN = [row for row in ROWS if row["id"].startswith("sayso:")]
SOURCES = {"atlas", "m49", "treaty", "naturalearth", "geonames"}
#: on land, or so near to it that the coast may be to blame
DRY = {"region", "mountain", "desert", "facility", "oilfield", "island", "admin2", "city"}
#: terminals, wells and ships at sea, and bridges
AT_SEA = {
    "sayso:bouri", "sayso:al-basrah-oil-terminal", "sayso:safer", "sayso:deepwater-horizon", "sayso:brent",
    "sayso:johan-sverdrup", "sayso:manifa", "sayso:safaniya", "sayso:south-pars", "sayso:kashagan",
    # islands that are too small for the shapes
    "sayso:robben-island", "sayso:snake-island", "sayso:kuril-islands", "sayso:paracel-islands",
    "sayso:scarborough-shoal",
}  # fmt: skip


def test_there_are_some_hundred_and_each_once() -> None:
    ids = [row["id"] for row in ROWS]
    assert len(ids) == len(set(ids))
    assert len(OWN) >= 400


@pytest.mark.parametrize("row", ROWS, ids=lambda row: str(row["id"]))
def test_a_row_is_whole(gazetteer: Gazetteer, row: dict[str, str]) -> None:
    assert row["source"] in SOURCES
    entry = gazetteer.entry(row["id"])
    assert entry is not None
    assert entry.radius_km > 0
    assert row["name"] in {entry.name, *(m.matched for m in gazetteer.lookup(row["name"]) if m.entry.id == row["id"])}
    if row["parent"]:
        assert gazetteer.entry(row["parent"]) is not None


@pytest.mark.parametrize("row", [r for r in OWN if r["kind"] in DRY and r["countries"]], ids=lambda r: str(r["id"]))
def test_a_place_lies_in_its_countries(gazetteer: Gazetteer, row: dict[str, str]) -> None:
    entry = gazetteer.entry(row["id"])
    assert entry is not None
    point = shapely.Point(entry.lon, entry.lat)
    far = min(
        float(shapely.distance(shape, point))
        for code in row["countries"].split()
        if (shape := gazetteer.shape(code)) is not None
    )
    assert far < (3.0 if row["id"] in AT_SEA else 0.08), f"{far:.2f} degrees outside"


@pytest.mark.parametrize("row", [r for r in OWN if r["parent"].startswith("sayso:")], ids=lambda r: str(r["id"]))
def test_a_place_is_near_its_parent(gazetteer: Gazetteer, row: dict[str, str]) -> None:
    entry, parent = gazetteer.entry(row["id"]), gazetteer.entry(row["parent"])
    assert entry is not None
    assert parent is not None
    assert great_circle_km(entry.lat, entry.lon, parent.lat, parent.lon) < 2.5 * parent.radius_km


@pytest.mark.parametrize("row", [r for r in OWN if r["kind"] == "group"], ids=lambda r: str(r["id"]))
def test_a_group_has_members(gazetteer: Gazetteer, row: dict[str, str]) -> None:
    members = row["countries"].split()
    assert len(members) >= 3 or row["id"] == "sayso:central-sahel"
    assert all(gazetteer.country(code) is not None for code in members)
    assert len(members) == len(set(members))
    shape = gazetteer.shape(row["id"])
    assert shape is not None
    assert not shape.is_empty
