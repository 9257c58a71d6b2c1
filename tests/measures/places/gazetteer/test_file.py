"""Opening and building: what is no gazetteer is refused in one line, and nothing is half built."""

from __future__ import annotations

import os
import sqlite3
import threading
from pathlib import Path

import pytest

from made_gazetteer import make_gazetteer
from sayso.config import Settings
from sayso.errors import GazetteerError
from sayso.measures.places.gazetteer import Gazetteer
from sayso.measures.places.gazetteer.add import add
from sayso.measures.places.gazetteer.build import build, is_stale, make
from sayso.measures.places.gazetteer.build.carry import carry
from sayso.measures.places.gazetteer.build.recipe import recipe
from sayso.measures.places.gazetteer.schema import APPLICATION_ID, INDEXES, TABLES, VERSION


def refused(path: Path) -> str:
    with pytest.raises(GazetteerError) as caught:
        Gazetteer.open(path)
    assert "\n" not in str(caught.value)
    return caught.value.code


def test_a_missing_gazetteer_says_how_to_build_it(tmp_path: Path) -> None:
    with pytest.raises(GazetteerError, match=r"^SAY-100 .*gone\.db: .*sayso gazetteer build$"):
        Gazetteer.open(tmp_path / "gone.db")
    assert not (tmp_path / "gone.db").exists()


def test_other_files_are_refused(tmp_path: Path) -> None:
    page, other, empty = tmp_path / "page.html", tmp_path / "other.db", tmp_path / "empty"
    page.write_text("<html>" * 1000)
    empty.touch()
    sqlite3.connect(other).execute("CREATE TABLE place (id)").connection.close()
    assert [refused(path) for path in (page, other, empty)] == ["SAY-101"] * 3
    assert refused(tmp_path) == "SAY-100"


def test_another_version_is_refused(tmp_path: Path) -> None:
    path = make_gazetteer(tmp_path / "g.db")
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA user_version = {VERSION + 1}")
    connection.close()
    assert refused(path) == "SAY-102"


def test_damage_inside_is_told_when_it_is_met(tmp_path: Path) -> None:
    path = make_gazetteer(tmp_path / "g.db")
    data = bytearray(path.read_bytes())
    data[4096:] = os.urandom(len(data) - 4096)
    path.write_bytes(bytes(data))
    with pytest.raises(GazetteerError) as caught, Gazetteer.open(path) as gazetteer:
        gazetteer.lookup("Tripoli")
    assert caught.value.code == "SAY-101"


def test_the_setting_says_where_it_lies(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = make_gazetteer(tmp_path / "g.db")
    monkeypatch.setenv("SAYSO_GAZETTEER", str(path))
    assert Settings.load().gazetteer == path
    with Gazetteer.open() as gazetteer:
        assert gazetteer.path == path
        assert gazetteer.lookup("Bani Walid")[0].entry.country == "LY"


def test_it_may_be_asked_from_another_thread(tmp_path: Path) -> None:
    found: list[int] = []
    with Gazetteer.open(make_gazetteer(tmp_path / "g.db")) as gazetteer:
        thread = threading.Thread(target=lambda: found.append(len(gazetteer.lookup("Tripoli"))))
        thread.start()
        thread.join()
    assert found == [2]


def test_the_file_is_not_changed_by_reading(tmp_path: Path) -> None:
    path = make_gazetteer(tmp_path / "g.db")
    path.chmod(0o444)
    before = path.read_bytes()
    with Gazetteer.open(path) as gazetteer:
        gazetteer.lookup("Tripoli")
        gazetteer.spelling("Tripolee", ["LY"])
    assert path.read_bytes() == before
    assert [p.name for p in tmp_path.iterdir()] == ["g.db"]


def test_stale_is_what_was_made_of_other_data(tmp_path: Path) -> None:
    assert is_stale(tmp_path / "gone.db")
    assert is_stale(make_gazetteer(tmp_path / "old.db"))
    assert not is_stale(make_gazetteer(tmp_path / "new.db", recipe()))


def test_a_build_that_fails_leaves_the_old_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = make_gazetteer(tmp_path / "g.db")
    before = path.read_bytes()

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(make, "_fill", fail)
    with pytest.raises(GazetteerError) as caught:
        build(path)
    assert caught.value.code == "SAY-103"
    assert path.read_bytes() == before
    assert [p.name for p in tmp_path.iterdir()] == ["g.db"]


def test_a_build_replaces_the_old_one_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = make_gazetteer(tmp_path / "g.db")
    with Gazetteer.open(path) as before:
        monkeypatch.setattr(make, "_fill", lambda new, old: (new.unlink(), make_gazetteer(new, "again")))
        build(path)
        assert before.lookup("Tripoli"), "who has the old one open keeps it"
    assert [p.name for p in tmp_path.iterdir()] == ["g.db"]
    with sqlite3.connect(path) as connection:
        assert connection.execute("SELECT value FROM meta").fetchone() == ("again",)


def test_what_a_killed_build_left_goes_with_the_next(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old, fresh = tmp_path / ".g.db.old", tmp_path / ".g.db.fresh"
    for left in (old, fresh):
        left.touch()
    os.utime(old, (0, 0))
    monkeypatch.setattr(make, "_fill", lambda new, old: (new.unlink(), make_gazetteer(new)))
    build(tmp_path / "g.db")
    assert sorted(p.name for p in tmp_path.iterdir()) == [".g.db.fresh", "g.db"]


def test_what_was_added_is_taken_over(tmp_path: Path) -> None:
    old, new = make_gazetteer(tmp_path / "old.db"), tmp_path / "new.db"
    extra = tmp_path / "camps.geojson"
    extra.write_text(
        '{"type": "FeatureCollection", "features": [{"type": "Feature", "properties": {"name": "Camp Alpha", "kind":'
        ' "camp"}, "geometry": {"type": "Polygon", "coordinates": [[[13, 31], [13.1, 31], [13.1, 31.1], [13, 31]]]}}]}'
    )
    add(extra, path=old)
    make_gazetteer(new)
    connection = sqlite3.connect(new, isolation_level=None)
    carry(connection, old)
    connection.close()
    with Gazetteer.open(new) as gazetteer:
        camp = gazetteer.lookup("Camp Alpha")[0].entry
        assert camp.source == "geojson/camps"
        assert gazetteer.shape(camp.id) is not None
        assert len(gazetteer.lookup("Tripoli")) == 2


def test_the_tables_are_those_of_the_version(tmp_path: Path) -> None:
    """Whoever changes the tables raises the version: files of the old form must not be read."""
    import hashlib

    digest = hashlib.sha256((TABLES + INDEXES).encode()).hexdigest()[:12]
    assert (VERSION, digest) == (2, "b81432b5de28"), "raise VERSION with the tables, and put the new digest here"
    assert APPLICATION_ID.to_bytes(4, "big") == b"sayg"
