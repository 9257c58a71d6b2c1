"""``sayso figures --series``, ``sayso sources --record`` and ``sayso rate``: their forms and their errors."""

from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest

from made_readings import page
from measured_readings import measured
from sayso.cli.rate import LETTERS
from sayso.ledger import Ledger
from sayso.ledger.grades import LETTERS as STORED
from sayso.lexicon import load
from sayso.nouns import Review
from sayso.nouns.schema import json_schema

Ask = Callable[..., tuple[int, str, str]]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "ledger.db"
    with Ledger.open(made) as ledger:
        ledger.add(*measured())
        ledger.add(*measured(source="later.txt", outer="The Post", published="2017-11-02", outlet="The Kestrel"))
        ledger.add(*page((("Ann Bell", "said", "the Vashti dam had held near Korr"),), source="dam.html"))
        ledger.add(*page((("\x1b[31mEvil", "said", "the Vashti dam had failed"),), source="=wide.html"))
        list(ledger.link())
        ledger.review(
            Review(
                about="statements", a="=wide.html#c1", b="dam.html#c1", kind="contradicts", why="W.", by="Eve", at=""
            )
        )
        list(ledger.link())
    return made


def test_a_query_that_says_what_and_where_shows_its_series(ask: Ask) -> None:
    code, out, err = ask("figures", "IS fighters in Libya")
    assert (code, err) == (0, "")
    head, _, columns, *rows = out.splitlines()
    assert head == "IS fighters in Libya · 2 reports · people · counted as fighters"
    assert columns.split()[:5] == ["id", "as", "of", "published", "status"]
    assert all("2017-03 " in row and "5,000–7,000  ████" in row for row in rows[:2])
    assert "Thomas Waldhauser ‹stated› ← The Post ‹reported› ← The Kestrel" in rows[1]
    assert "view all (all reports)" in out


@pytest.mark.parametrize("more", [["--rows"], ["--csv"], ["--json"]])
def test_rows_csv_and_json_list_figures_as_ever(ask: Ask, more: list[str]) -> None:
    _, out, _ = ask("figures", "IS fighters in Libya", *more)
    assert ask("figures", "fighters", *more)[1] == out
    assert "view" not in out


def test_other_queries_and_filters_alone_list_figures(ask: Ask) -> None:
    for question in (["fighters"], ["--of", "fighters"], ["fighters -Libya"], ["nothing in Libya"]):
        assert "reports" not in ask("figures", *question)[1]


def test_series_as_json_is_of_the_published_schema(ask: Ask) -> None:
    _, out, _ = ask("figures", "--series", "--json")
    found = [json.loads(line) for line in out.splitlines()]
    assert len(found) >= 3
    for each in found:
        jsonschema.validate(each, json_schema("series"))
    _, out, _ = ask("figures", "IS fighters in Libya", "--policy", "min-max", "--json")
    (told,) = map(json.loads, out.splitlines())
    view = told["view"]
    assert (view["policy"], view["low"], view["best"], view["high"]) == ("min-max", 5000, None, 7000)
    assert view["rests_on"] == [report["key"] for report in told["reports"]]


def test_series_as_csv_has_a_line_a_report(ask: Ask) -> None:
    _, out, _ = ask("figures", "IS fighters in Libya", "--policy", "low-best-high", "--csv")
    assert out.startswith(
        "thing,definition,place,unit,figure,low,high,approximate,text,stated,of,as_of_from,as_of_to,as_of_by,published,"
        "status,derived,speaker,chain,outlet,source,document,claim,cluster,origin,assumed,policy,in_view,left_out_why,"
        "view_low,view_best,view_high\r\n"
    )
    rows = list(csv.DictReader(io.StringIO(out, newline="")))
    assert [(row["low"], row["as_of_by"], row["in_view"], row["view_best"]) for row in rows] == [
        ("5000", "claim", "True", "5000"),
        ("5000", "claim", "True", "5000"),
    ]


def test_by_origin_says_what_each_origin_is(ask: Ask) -> None:
    _, out, _ = ask("figures", "IS fighters in Libya", "--by-origin")
    legend = [line for line in out.splitlines() if line.startswith("origin ")]
    assert legend[0].startswith("origin 1: ")
    assert all("report" in line for line in legend)
    at = out.splitlines()[2].index("origin")
    numbers = [line[at : at + 6].strip() for line in out.splitlines()[3:5]]
    assert numbers == sorted(numbers)
    assert set(numbers) == {line.split()[1].rstrip(":") for line in legend}


def test_what_does_not_go_together_is_said(ask: Ask) -> None:
    code, _, err = ask("figures", "--rows", "--series")
    assert (code, "--rows lists figures" in err) == (2, True)
    code, out, err = ask("figures", "--policy", "truth")
    assert (code, out) == (1, "")
    assert "SAY-001" in err
    assert "conservative" in err
    assert ask("figures", "camels in Libya", "--series") == (0, "", "no series match\n")


def test_a_series_fits_a_narrow_terminal(ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.setenv("TERM", "dumb")
    for columns in ("60", "90"):
        monkeypatch.setenv("COLUMNS", columns)
        _, out, _ = ask("figures", "IS fighters in Libya", "--policy", "conservative")
        assert "5,000–7,000" in out
        assert "view conservative" in out


def test_a_source_is_graded_shown_and_taken_back(ask: Ask) -> None:
    assert ask("rate", "Ann Bell")[1] == "Ann Bell\nnot graded\n"
    code, out, err = ask("rate", "ann bell", "b", "--why", "was there", "--by", "Ada")
    assert (code, err) == (0, "")
    assert out.splitlines()[1].startswith("grade B (usually reliable), by Ada, ")
    assert out.splitlines()[1].endswith(": was there")
    ask("rate", "Ann Bell", "E", "--by", "Ben")
    _, out, _ = ask("rate", "Ann Bell", "--json")
    told = json.loads(out)
    jsonschema.validate(told, json_schema("graded"))
    assert (told["grade"]["grade"], [g["grade"] for g in told["grades"]]) == ("E", ["B", "E"])
    _, out, _ = ask("rate", "Ann Bell", "--undo", "--by", "Ada")
    assert [line.split()[:3] for line in out.splitlines()[1:]] == [["taken", "back", "E"], ["grade", "B", "(usually"]]
    _, out, _ = ask("sources", "Bell", "--csv")
    assert [row["grade"] for row in csv.DictReader(io.StringIO(out, newline=""))] == ["B"]


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (["Ann Bell", "G"], 2, "'G' is not one of"),
        (["Ann Bell", "A", "--undo"], 2, "choose one of GRADE and --undo"),
        (["Ann Bell", "--why", "so"], 2, "--why goes with"),
        (["Ann Bell", "--undo"], 2, "no grade to take back"),
        (["Nobody Atall", "A"], 1, "SAY-068"),
        ([], 2, "SOURCE"),
    ],
)
def test_what_cannot_be_graded_is_said_in_words(ask: Ask, arguments: list[str], code: int, says: str) -> None:
    found, out, err = ask("rate", *arguments)
    assert (found, out) == (code, "")
    assert says in err


def test_the_help_names_the_letters_as_they_are_written(ask: Ask) -> None:
    assert "SOURCE [A|B|C|D|E|F]" in ask("rate", "--help")[1]


def test_the_letters_are_those_of_the_scale() -> None:
    assert LETTERS == STORED == tuple(load("admiralty.yaml")["reliability"])


def test_the_record_of_a_source(ask: Ask) -> None:
    ask("rate", "Ann Bell", "C", "--by", "Ada")
    code, out, err = ask("sources", "Bell", "--record")
    assert (code, err) == (0, "")
    assert "grade C (fairly reliable), by Ada" in out
    assert "record: 1 contradicted" in out
    assert "W." in out
    assert "\x1b" not in out
    _, out, _ = ask("sources", "Bell", "--record", "--json")
    told = json.loads(out)
    jsonschema.validate(told, json_schema("source-record"))
    assert [(entry["kind"], entry["why"], entry["by"]) for entry in told["entries"]] == [("contradicted", "W.", "Eve")]
    _, out, _ = ask("sources", "Bell", "--record", "--csv")
    (row,) = csv.DictReader(io.StringIO(out, newline=""))
    assert (row["record"], row["other_source"]) == ("contradicted", "'=wide.html")
    assert ask("sources", "nobodyatall", "--record") == (0, "", "no sources match\n")
