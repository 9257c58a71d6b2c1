"""``sayso figures``, ``movements`` and ``why``: their forms, their errors, and every derivation readable."""

from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest

from measured_readings import measured
from sayso.ledger import Ledger
from sayso.nouns.schema import json_schema

Ask = Callable[..., tuple[int, str, str]]


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("ledger") / "ledger.db"
    with Ledger.open(made) as ledger:
        ledger.add(*measured())
        ledger.add(*measured(source="wide.txt", outer="=日本\x1b[31m通信", published=None, outlet=None))
    return made


@pytest.mark.parametrize(("command", "rows"), [("figures", 10), ("movements", 2)])
def test_json_lines_are_of_the_published_schema(ask: Ask, command: str, rows: int) -> None:
    code, out, err = ask(command, "--json")
    assert (code, err) == (0, "")
    assert len(out.splitlines()) == rows
    for line in out.splitlines():
        jsonschema.validate(json.loads(line), json_schema(command))


@pytest.mark.parametrize(
    ("command", "head"),
    [
        (
            "figures",
            "figure,low,high,approximate,unit,of,kind,text,change,change_value,change_direction,change_baseline,derived,"
            "base,when,where,countries,status,verdicts,speaker,chain,outlet,title,published,url,source,document,claim,"
            "claim_text,start,end",
        ),
        (
            "movements",
            "claim,who,from,from_country,from_lat,from_lon,via,to,to_country,to_lat,to_lon,direction,by,when,status,"
            "verdicts,speaker,chain,claim_text,outlet,title,published,url,source,document,start,end",
        ),
    ],
)
def test_csv_has_stable_columns_and_no_formulas(ask: Ask, command: str, head: str) -> None:
    code, out, err = ask(command, "--csv")
    assert (code, err) == (0, "")
    assert out.startswith(head + "\r\n")
    rows = list(csv.DictReader(io.StringIO(out, newline="")))
    assert not [cell for row in rows for cell in row.values() if cell.startswith(("=", "+", "-", "@"))]


def test_the_cells_of_a_figure(ask: Ask) -> None:
    _, out, _ = ask("figures", "--of", "fighters", "--published", "2017", "--csv")
    (row,) = csv.DictReader(io.StringIO(out, newline=""))
    told = ("figure", "low", "high", "unit", "of", "when", "where", "countries", "speaker", "claim", "derived")
    assert [row[name] for name in told] == [
        *("q1", "5000", "7000", "people", "IS fighters", "2017-03", "Libya", "LY", "Thomas Waldhauser", "c1", "False")
    ]


def test_the_table_of_figures(ask: Ask) -> None:
    code, out, err = ask("figures", "--published", "2017")
    assert (code, err) == (0, "")
    head, *rows = out.splitlines()
    assert len(rows) == 5
    assert head.split() == [
        *("id", "claim", "published", "status", "figure", "of", "what", "when", "where", "on", "whose", "say-so")
    ]
    assert "5,000–7,000" in rows[0]
    assert "25 miles east of Bani Waleed" in rows[1]
    assert "asserted ✓" in rows[1]
    assert "885,000 barrel/day · ×3, up" in rows[2]
    assert "about 295,000 barrel/day · derived, not stated" in rows[3]
    assert all(row.index("The Corvane Herald") >= head.index("on whose") for row in rows)


def test_tables_have_fewer_columns_where_there_is_less_room(ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    for command in ("figures", "movements"):
        monkeypatch.setattr(f"sayso.cli.{command}.roomy", lambda: False)
    shown = " ".join(ask("figures", "--published", "2017")[1].split())
    assert "5,000–7,000 IS fighters 2017-03; Libya Thomas" in shown
    assert "about 295,000 barrel/day · derived, not stated output The" in shown
    shown = " ".join(ask("movements", "--published", "2017")[1].split())
    assert "the militants: Syria → Chad → Sirte, moved by Qatar Ann Bell" in shown


def test_nothing_on_the_page_can_steer_the_terminal_or_break_the_table(ask: Ask) -> None:
    for command in (["figures"], ["movements"], ["why", "wide.txt#a1"], ["why", "wide.txt#c3"]):
        _, out, _ = ask(*command)
        assert "通信" in out
        assert "\x1b" not in out


def test_the_table_of_movements(ask: Ask) -> None:
    _, out, _ = ask("movements", "--to", "libya", "--published", "2017")
    (row,) = out.splitlines()[1:]
    assert [each for each in row.split("  ") if each.strip()][3:8] == [
        "the militants",
        *("Syria", "Chad", "Sirte", "Qatar"),
    ]
    assert ask("movements", "--from", "libya") == (0, "", "no movements match\n")


def test_what_cannot_be_used_is_said_at_once(ask: Ask) -> None:
    code, out, err = ask("figures", "--min", "many", "--verdict", "wrong", "--near", "1")
    assert (code, out) == (1, "")
    assert len(err.splitlines()) == 1
    assert all(name in err for name in ("SAY-001", "--min", "--verdict", "--near"))


def test_claims_show_their_checks(ask: Ask) -> None:
    _, out, _ = ask("claims", "--verdict", "inconsistent", "--published", "2017")
    assert "asserted ✗" in out
    _, out, _ = ask("claims", "--show", "libya.txt#c4")
    assert "✗ arithmetic, inconsistent: 885,000 is 2.4 times 365,000, not 3 times" in out
    _, out, _ = ask("claims", "output", "--published", "2017", "--json")
    assert [check["verdict"] for check in json.loads(out)["checks"]] == ["inconsistent"]


WHY: list[tuple[str, tuple[str, ...]]] = [
    (
        "q1",
        (
            "“between 5,000 and 7,000”",
            "stated ⟦between 5,000 and 7,000⟧ IS",
            "means 5,000–7,000 people (count)",
            "of what IS fighters",
            "rule range",
            "step 1 between … and …: from the lower to the higher number",
            "#c1 Between 5,000 and 7,000 IS fighters",
        ),
    ),
    ("q3", ("change ×3, up", "leads to q4 about 295,000 barrel/day (rate) (derived, not stated)", "check ✗ c4,")),
    ("q4", ("derived from q3 “885,000 barrels a day”", "step 1 885,000 / 3 = 295,000")),
    (
        "t1",
        (
            "means 2017-03",
            "DATE, 2017-03, in, to the month",
            "rule month",
            "anchor published 2017-10-28, looking back",
            "step 2 2017-03-01 to 2017-03-31",
            "score 0.80",
            "or 2018-03 (0.20): looks ahead",
        ),
    ),
    (
        "p2",
        (
            "a region within 31.600° N to 31.900° N, 14.300° E to 14.500° E",
            "relation distance, 36–44 km, bearing 90° (E), of p3",
            "assumes straight line, from the city centre",
            "anchored on p3 “Bani Waleed”: 31.757° N 13.991° E, reaching 5 km, Bani Walid (LY, geonames:2217362)",
            "check ✓ c2, distance, consistent",
        ),
    ),
    ("p5", ("gazetteer Sirte, city, LY (geonames:2210554), 0.93", "or Sirt, city, TR (geonames:1), 0.93")),
    ("p6", ("use metonymic: stands for people",)),
    (
        "c3",
        (
            "status asserted",
            "a6 Ann Bell ‹said›, named, indirect, 0.90",
            "movement the militants from Syria (p4) via Chad (p7) to Sirte (p5), moved by Qatar",
        ),
    ),
    ("c4", ("chain none: the writer's own words", "figure q3", "check ✗ c4, arithmetic, inconsistent: 885,000 is")),
    ("a2", ("⟦Thomas Waldhauser⟧ ⟦stated⟧ ⟦between", "source Thomas Waldhauser (named)", "cue stated")),
]


@pytest.mark.parametrize(("ident", "told"), WHY, ids=[ident for ident, _ in WHY])
def test_every_derivation_is_readable(ask: Ask, ident: str, told: tuple[str, ...]) -> None:
    code, out, err = ask("why", f"libya.txt#{ident}")
    assert (code, err) == (0, "")
    shown = " ".join(out.split())
    assert [each for each in told if each not in shown] == []
    assert "libya.txt" in shown


@pytest.mark.parametrize("ident", ["q4", "t1", "p2", "c3", "a2"])
def test_why_in_json_is_of_the_published_schema(ask: Ask, ident: str) -> None:
    found = json.loads(ask("why", f"libya.txt#{ident}", "--json")[1])
    jsonschema.validate(found, json_schema("why"))
    lists = {
        "quantity": "quantities",
        "time": "times",
        "place": "places",
        "claim": "claims",
        "attribution": "attributions",
    }
    assert found[lists[found["kind"]]][0]["id"] == found["id"] == ident
    start, end = found["sentence"]
    assert len(found["text"]) == end - start


def test_what_a_derivation_refers_to_is_there(ask: Ask) -> None:
    def ids(ident: str, name: str) -> list[str]:
        return [thing["id"] for thing in json.loads(ask("why", f"libya.txt#{ident}", "--json")[1])[name]]

    assert ids("p2", "places") == ["p2", "p3"]
    assert ids("q4", "quantities") == ["q4", "q3"]
    assert ids("c3", "places") == ["p4", "p5", "p6", "p7"]
    assert ids("q3", "claims") == ["c4"]


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("libya.txt", "write DOCUMENT#q1"),
        ("libya.txt#q99", "no such thing"),
        ("libya.txt#", "no such thing"),
        ("nowhere.txt#q1", "nothing in the ledger has this id"),
    ],
)
def test_what_is_not_there_is_said_in_a_line(ask: Ask, name: str, says: str) -> None:
    code, out, err = ask("why", name)
    assert (code, out) == (1, "")
    assert err.startswith("SAY-068 ")
    assert says in err
    assert len(err.splitlines()) == 1


def test_two_documents_of_one_name_are_told_apart(ask: Ask) -> None:
    short = json.loads(ask("figures", "--of", "fighters", "--published", "2017", "--json")[1])["document"]["id"][7:15]
    assert ask("why", f"{short}#q1")[0] == 0


def test_in_a_narrow_terminal_the_columns_stand_under_each_other(ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.setenv("TERM", "dumb")
    monkeypatch.setenv("COLUMNS", "70")
    _, narrow, _ = ask("movements", "--limit", "1")
    assert [line[:15].rstrip() for line in narrow.splitlines() if line[:1].strip()] == [
        "claim id",
        "published",
        "status",
        "who moves",
        "on whose say-so",
    ]
    assert "moved by Qatar" in narrow
    monkeypatch.setenv("COLUMNS", "100")
    _, wide, _ = ask("movements", "--limit", "1")
    assert wide.split()[:3] == ["claim", "id", "published"]
