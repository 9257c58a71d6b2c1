"""Lists of places that are added: each whole or not at all, known places once, and out again without a trace."""

from __future__ import annotations

import gzip
import json
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from made_gazetteer import make_gazetteer
from sayso.errors import GazetteerError
from sayso.measures.places.gazetteer import Gazetteer
from sayso.measures.places.gazetteer.add import Added, add, remove
from sayso.measures.places.gazetteer.add.candidate import kinds
from sayso.measures.places.gazetteer.info import info


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return make_gazetteer(tmp_path / "g.db")


def contents(path: Path) -> list[str]:
    with sqlite3.connect(path) as connection:
        return list(connection.iterdump())


def dump(*rows: dict[int, object]) -> str:
    """Lines of a GeoNames dump; cells that are not given are as of a small town in Libya."""
    town = {0: 1, 1: "Ash Shwayrif", 2: "Ash Shwayrif", 4: 29.98, 5: 14.26, 6: "P", 7: "PPL", 8: "LY", 14: 5000}
    return "".join("\t".join(str({**town, **row}.get(i, "")) for i in range(19)) + "\n" for row in rows)


def features(*features: dict[str, Any]) -> str:
    return json.dumps({"type": "FeatureCollection", "features": [{"type": "Feature", **f} for f in features]})


POINT = {"type": "Point", "coordinates": [14.26, 29.98]}
SQUARE = {"type": "Polygon", "coordinates": [[[14, 29], [15, 29], [15, 30], [14, 30], [14, 29]]]}


def test_a_dump_of_geonames(path: Path, tmp_path: Path) -> None:
    file = tmp_path / "LY.txt"
    file.write_text(
        dump(
            {3: "Ash Shuwayrif,Shwerif,Ашшувайриф"},
            {0: 2218840, 1: "Bani Walid", 2: "Bani Walid", 3: "Orfella", 4: 31.74, 5: 13.98},
            {0: 2, 1: "As Sarir", 2: "As Sarir", 6: "L", 7: "OILF", 14: 0},
            {0: 3, 1: "Some Road", 2: "Some Road", 6: "R", 7: "RD"},
        )
    )
    assert add(file, path=path) == Added("geonames/ly", 2, 1)
    with Gazetteer.open(path) as gazetteer:
        assert gazetteer.lookup("Shwerif")[0].entry.id == "geonames:1"
        assert gazetteer.lookup("Orfella")[0].entry.id == "geonames:2218840"
        assert gazetteer.lookup("As Sarir")[0].entry.kind == "oilfield"
        assert gazetteer.lookup("Some Road") == []
        assert len(gazetteer.lookup("Bani Walid")) == 1


def test_alternate_names_of_geonames(path: Path, tmp_path: Path) -> None:
    file = tmp_path / "alternateNamesV2.txt"
    rows = [
        (1, 2218840, "en", "Warfalla Town", "", "", "", "", "", ""),
        (2, 2218840, "link", "https://example.org", "", "", "", "", "", ""),
        (3, 2210247, "abbr", "TRP", "", "", "", "", "", ""),
        (4, 2210247, "en", "Oea", "", "", "", "1", "", ""),
        (5, 999, "en", "Nowhere", "", "", "", "", "", ""),
    ]
    file.write_text("".join("\t".join(map(str, row)) + "\n" for row in rows))
    assert add(file, path=path).known == 2
    with Gazetteer.open(path) as gazetteer:
        assert gazetteer.lookup("Warfalla Town")[0].entry.name == "Bani Walid"
        assert gazetteer.lookup("TRP")[0].how == "abbreviation"
        assert gazetteer.lookup("trp") == gazetteer.lookup("Oea") == gazetteer.lookup("Nowhere") == []


def test_an_extract_of_whos_on_first(path: Path, tmp_path: Path) -> None:
    file = tmp_path / "wof_ly.jsonl.gz"
    rows = [
        {"id": 1, "name": "Bardia", "type": "locality", "cc": "LY", "lat": 31.76, "lon": 25.09, "names": ["Bardīyah"]},
        {
            "id": 2,
            "name": "Banī Walīd",
            "type": "locality",
            "cc": "LY",
            "lat": 31.757,
            "lon": 13.99,
            "names": ["Bweled"],
        },
        {"id": 3, "name": "Sabratha", "type": "locality", "cc": "LY", "lat": 1, "lon": 1, "gn": 2212771, "names": []},
        {"id": 4, "name": "Libya", "type": "country", "cc": "LY", "lat": 27, "lon": 17, "names": []},
    ]
    file.write_bytes(gzip.compress("\n".join(json.dumps(row) for row in rows).encode()))
    assert add(file, path=path) == Added("wof/wof-ly", 1, 2)
    with Gazetteer.open(path) as gazetteer:
        assert gazetteer.lookup("Bardiyah")[0].entry.id == "wof:1"
        assert gazetteer.lookup("Bweled")[0].entry.id == "geonames:2218840"
        assert len(gazetteer.lookup("Sabratha")) == 1


def test_a_database_of_whos_on_first(path: Path, tmp_path: Path) -> None:
    file = tmp_path / "whosonfirst-data-admin-ly-latest.db"
    with sqlite3.connect(file) as made:
        made.executescript(
            "CREATE TABLE spr (id, name, placetype, country, latitude, longitude, is_current, is_deprecated,"
            " is_superseded);"
            "CREATE TABLE names (id, language, name); CREATE TABLE concordances (id, other_id, other_source);"
            "INSERT INTO spr VALUES (1, 'Bardia', 'locality', 'LY', 31.76, 25.09, -1, 0, 0),"
            " (2, 'Old Town', 'locality', 'LY', 30, 20, 0, 0, 0),"
            " (3, 'Tarabulus', 'locality', 'LY', 32.9, 13.2, 1, 0, 0);"
            "INSERT INTO names VALUES (1, 'eng', 'Fort Bardia'), (1, 'ara', 'البردية');"
            "INSERT INTO concordances VALUES (3, 2210247, 'gn:id');"
        )
    assert add(file, path=path, name="wof") == Added("wof", 1, 1)
    with Gazetteer.open(path) as gazetteer:
        assert gazetteer.lookup("Fort Bardia")[0].entry.source == "wof"
        assert gazetteer.lookup("Old Town") == []


def test_geojson_gives_points_and_areas(path: Path, tmp_path: Path) -> None:
    file = tmp_path / "Camps & posts.geojson"
    file.write_text(
        features(
            {"properties": {"name": "Post Nine", "kind": "camp", "country": "LY"}, "geometry": POINT},
            {"properties": {"name": "Military Zone West", "names": ["Zone West"]}, "geometry": SQUARE},
            {"properties": {"kind": "camp"}, "geometry": POINT},
        )
    )
    assert add(file, path=path) == Added("geojson/camps---posts", 2, 0)
    with Gazetteer.open(path) as gazetteer:
        post, zone = gazetteer.lookup("Post Nine")[0].entry, gazetteer.lookup("Zone West")[0].entry
        assert (post.kind, post.country, post.lat, post.lon) == ("facility", "LY", 29.98, 14.26)
        assert zone.kind == "region"
        assert 50 < zone.radius_km < 70
        assert gazetteer.shape(post.id) is None
        shape = gazetteer.shape(zone.id)
        assert shape is not None
        assert shape.area == pytest.approx(1)


def test_adding_again_changes_nothing_and_removing_leaves_no_trace(path: Path, tmp_path: Path) -> None:
    before, file = contents(path), tmp_path / "LY.txt"
    file.write_text(dump({}, {0: 2218840, 1: "Bani Walid", 3: "Orfella", 4: 31.74, 5: 13.98}))
    first = add(file, path=path)
    once = contents(path)
    assert add(file, path=path) == first
    assert contents(path) == once
    assert [s.name for s in info(path).sources] == ["geonames", "geonames/ly"]
    assert remove("geonames/ly", path=path) == 4
    assert contents(path) == before


DAMAGED: dict[str, Callable[[], bytes]] = {
    "SAY-106 columns": lambda: dump({}).encode() + b"1\t2\t3\n",
    "SAY-106 nowhere": lambda: dump({}, {0: 2, 4: 91.0}).encode(),
    "SAY-106 no number": lambda: dump({}, {0: 2, 4: "nan"}).encode(),
    "SAY-106 endless": lambda: dump({}, {0: 2, 5: "inf"}).encode(),
    "SAY-106 encoding": lambda: dump({}).encode() + b"1\t\xc5\n",
    "SAY-106 gzip": lambda: gzip.compress(dump({}, {0: 2}).encode() * 50)[:-20],
    "SAY-106 line of an extract": lambda: (
        b'{"id": 1, "name": "A", "type": "locality", "cc": "LY", "lat": 1, "lon": 1}\n{"id": 2, "name": '
    ),
    "SAY-106 geojson cut": lambda: features({"properties": {"name": "A"}, "geometry": POINT}).encode()[:-9],
    "SAY-106 geometry": lambda: features(
        {"properties": {"name": "Good"}, "geometry": POINT},
        {"properties": {"name": "Bad"}, "geometry": {"type": "Point", "coordinates": [1e999, 0]}},
    ).encode(),
    "SAY-106 geometry type": lambda: features(
        {"properties": {"name": "Bad"}, "geometry": {"type": "Blob", "coordinates": [1, 0]}}
    ).encode(),
    "SAY-105 text": lambda: b"Not a list of places at all.\n",
    "SAY-105 nothing": lambda: b"",
    "SAY-105 picture": lambda: b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR",
    "SAY-105 other json": lambda: b'{"type": "Point", "coordinates": [1, 2]}',
    "SAY-106 nested": lambda: b'{"type": "FeatureCollection", "features": ' + b"[" * 100_000,
}


@pytest.mark.parametrize("case", sorted(DAMAGED))
def test_a_damaged_file_is_refused_whole(path: Path, tmp_path: Path, case: str) -> None:
    before, file = contents(path), tmp_path / "file.txt"
    file.write_bytes(DAMAGED[case]())
    with pytest.raises(GazetteerError) as caught:
        add(file, path=path)
    assert caught.value.code == case[:7]
    assert "\n" not in str(caught.value)
    assert contents(path) == before


def test_a_database_of_something_else(path: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    sqlite3.connect(other).execute("CREATE TABLE t (a)").connection.close()
    with pytest.raises(GazetteerError, match="SAY-105"):
        add(other, path=path)


def test_names_are_cleaned(path: Path, tmp_path: Path) -> None:
    file = tmp_path / "LY.txt"
    file.write_text(
        dump(
            {0: 1, 1: "Evil\x1b[2J\u202ename", 2: "x"},
            {0: 2, 1: "L" * 5000, 2: "long"},
            {0: 3, 1: "100% _town_'; DROP TABLE place; --", 2: "x"},
            {
                0: 4,
                1: "Many",
                2: "x",
                3: ",".join(f"Name{chr(97 + i % 26)}{chr(97 + i // 26 % 26)}" for i in range(3000)),
            },
        )
    )
    assert add(file, path=path).new == 3
    with Gazetteer.open(path) as gazetteer:
        assert gazetteer.lookup("Evil [2J name")[0].entry.name.isprintable()
        assert gazetteer.lookup("100% town; drop table place")[0].entry.id == "geonames:3"
        assert gazetteer.lookup("L" * 5000) == []
        assert gazetteer.lookup("Nameaa")


def test_sources_that_cannot_be_removed(path: Path) -> None:
    with pytest.raises(GazetteerError, match="SAY-107"):
        remove("nope", path=path)
    with pytest.raises(GazetteerError, match="SAY-108"):
        remove("geonames", path=path)


def test_a_file_may_not_take_the_name_of_a_source_of_ours(path: Path, tmp_path: Path) -> None:
    before, file = contents(path), tmp_path / "LY.txt"
    file.write_text(dump({}))
    with pytest.raises(GazetteerError, match="SAY-108"):
        add(file, path=path, name="geonames")
    assert contents(path) == before


def test_another_program_that_writes_is_told(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "LY.txt"
    file.write_text(dump({}))
    monkeypatch.setattr("sayso.measures.places.gazetteer.file.PATIENCE", 0.1)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(GazetteerError, match="SAY-109"):
        add(file, path=path)
    other.close()
    assert add(file, path=path).new == 1


def test_files_that_are_not_there(path: Path, tmp_path: Path) -> None:
    with pytest.raises(GazetteerError, match="SAY-106"):
        add(tmp_path / "none.txt", path=path)
    with pytest.raises(GazetteerError, match="SAY-100"):
        remove("x", path=tmp_path / "none.db")


@pytest.mark.parametrize("source", ["geonames", "wof", "geojson"])
def test_the_kinds_are_those_of_entries(source: str) -> None:
    from typing import get_args

    from sayso.measures.places.gazetteer import Kind

    assert {kind for kind, _ in kinds(source).values()} - {None} <= set(get_args(Kind))
    assert all(radius > 0 for _, radius in kinds(source).values())


@pytest.mark.parametrize("name", ["wof_ly.jsonl.gz", "wof_tn.jsonl.gz", "wof_ly_admin.geojson.gz"])
def test_packs_of_whos_on_first(path: Path, corpus: Callable[[str], Path], name: str) -> None:
    pack = corpus("gazetteer") / "geo" / "gazetteer" / "wof" / name
    done = add(pack, path=path)
    assert done.new + done.known > 20
