"""``sayso gazetteer``: data on standard output, one line for what goes wrong."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import pytest
from click.testing import CliRunner

from made_gazetteer import make_gazetteer
from sayso.cli.main import cli, run
from sayso.measures.places.gazetteer.build import make
from sayso.measures.places.gazetteer.build.recipe import recipe


@pytest.fixture(autouse=True)
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = make_gazetteer(tmp_path / "g.db", recipe())
    monkeypatch.setenv("SAYSO_GAZETTEER", str(path))
    return path


def sayso(*arguments: str) -> str:
    done = CliRunner().invoke(cli, ["gazetteer", *arguments], catch_exceptions=False)
    assert done.exit_code == 0, done.output
    return done.stdout


def test_find_shows_the_best_first() -> None:
    lines = sayso("find", "tripoli").splitlines()
    assert ["LY" in lines[0], "LB" in lines[1], len(lines)] == [True, True, 2]
    assert "geonames:2210247" in lines[0]
    assert sayso("find", "Tripoli", "--limit", "1").splitlines() == [
        lines[0].replace("0.97 folded   ", "1.00 name     ")
    ]


def test_find_within_a_country_counts_spellings() -> None:
    assert sayso("find", "Bani Waleed") == ""
    assert "Bani Walid" in sayso("find", "Bani Waleed", "--country", "ly")
    assert sayso("find", "Tripoli", "--country", "TN") == ""


def test_find_as_json() -> None:
    said = json.loads(sayso("find", "Sabratha", "--json"))
    assert (said["id"], said["matched"], said["how"]) == ("geonames:2212771", "Sabratha", "alternate")
    assert set(said) >= {
        "name",
        "country",
        "admin1",
        "kind",
        "lat",
        "lon",
        "population",
        "radius_km",
        "source",
        "score",
    }


def test_what_is_not_found_is_said_on_standard_error() -> None:
    done = CliRunner().invoke(cli, ["gazetteer", "find", "Nowhere\x1b[2J"])
    assert (done.exit_code, done.stdout) == (0, "")
    assert "\x1b" not in done.stderr
    assert "--country" in done.stderr


def test_who_named_a_country_is_not_told_to() -> None:
    done = CliRunner().invoke(cli, ["gazetteer", "find", "Nowhere", "--country", "LY"])
    assert (done.exit_code, done.stderr) == (0, "no place goes by 'Nowhere'\n")


def test_info(path: Path) -> None:
    assert "geonames: 5 places" in sayso("info")
    said = json.loads(sayso("info", "--json"))
    assert (said["path"], said["sources"][0]["licence"], said["sources"][0]["base"]) == (str(path), "CC0", True)


def test_add_and_remove(tmp_path: Path) -> None:
    file = tmp_path / "posts.geojson"
    point = {"type": "Point", "coordinates": [14.26, 29.98]}
    feature = {"type": "Feature", "properties": {"name": "Post Nine"}, "geometry": point}
    file.write_text(json.dumps({"type": "FeatureCollection", "features": [feature]}))
    assert sayso("add", str(file)) == "geojson/posts: 1 new places, 0 known\n"
    assert "Post Nine" in sayso("find", "post nine")
    assert sayso("remove", "geojson/posts") == "geojson/posts: 2 rows removed\n"
    assert sayso("find", "post nine") == ""


def test_build_if_needed_leaves_what_is_fresh(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    built: list[Path] = []

    def fill(new: Path, old: Path) -> None:
        built.append(old)
        new.unlink()
        make_gazetteer(new, recipe())

    monkeypatch.setattr(make, "_fill", fill)
    assert sayso("build", "--if-needed") == ""
    assert built == []
    path.unlink()
    assert str(path) in sayso("build", "--if-needed")
    assert built == [path]
    assert str(path) in sayso("build", "--path", str(path))


def test_lists_that_an_upgrade_loses_are_told(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(make, "_fill", lambda new, old: (new.unlink(), make_gazetteer(new, recipe())))
    told = "must be added again"
    assert told not in CliRunner().invoke(cli, ["gazetteer", "build"]).stderr
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version = 1")
    connection.close()
    assert told in CliRunner().invoke(cli, ["gazetteer", "build"]).stderr


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["info", "--path", "gone.db"], "SAY-100"),
        (["find", "Tripoli", "--path", "gone.db"], "SAY-100"),
        (["add", "gone.txt"], "SAY-106"),
        (["remove", "gone"], "SAY-107"),
        (["remove", "geonames"], "SAY-108"),
        (["find", "Tripoli", "--path", __file__], "SAY-101"),
        (["build", "--path", "/proc/none/g.db"], "SAY-103"),
    ],
)
def test_faults_are_one_line(arguments: list[str], code: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["gazetteer", *arguments], debug=False) == 1
    said = capsys.readouterr()
    assert said.out == ""
    lines = [line for line in said.err.splitlines() if line.startswith("SAY-")]
    assert [line[:7] for line in lines] == [code]


def test_names_go_with_one_file() -> None:
    assert CliRunner().invoke(cli, ["gazetteer", "add", "a", "b", "--name", "x"]).exit_code == 2
