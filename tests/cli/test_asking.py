"""The questions on the command line: their forms, their errors, and a claim shown where it stands."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest

from made_readings import page
from sayso.cli.main import run
from sayso.ledger import Ledger
from sayso.nouns.schema import json_schema
from sayso.printable import printable

Ask = Callable[..., tuple[int, str, str]]


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("ledger") / "ledger.db"
    with Ledger.open(made) as ledger:
        ledger.add(*page(source="first.txt", outer="The Guardian", said=("2024-06-10", "2024-06-11"), plain=True))
        ledger.add(
            *page(
                (("=cmd|' /C calc'!A0", "said", "a comma, a “quote” and a line"), ("Ann\x1b[31m Bell", "said", "no")),
                source="-evil.html",
                title="=1+1",
                published=None,
                outlet=None,
            )
        )
        capture, _ = page(body="<p>twice</p>", source="twice.html")
        for version in ("1", "2"):
            ledger.add(capture, page(body="<p>twice</p>", source="twice.html", version=version)[1])
    return made


@pytest.mark.parametrize("command", ["claims", "documents", "sources"])
def test_json_lines_are_of_the_published_schema(ask: Ask, command: str) -> None:
    code, out, err = ask(command, "--json")
    assert (code, err) == (0, "")
    rows = [json.loads(line) for line in out.splitlines()]
    assert len(rows) > 2
    for row in rows:
        jsonschema.validate(row, json_schema(command))


def test_the_history_is_of_the_published_schema_too(ask: Ask) -> None:
    _, out, _ = ask("documents", "--history", "twice.html", "--json")
    rows = [json.loads(line) for line in out.splitlines()]
    assert [(row["number"], row["version"], row["current"]) for row in rows] == [(1, "1", False), (2, "2", True)]
    for row in rows:
        jsonschema.validate(row, json_schema("history"))


def test_a_claim_in_json_has_its_page_its_chain_and_its_quotation(ask: Ask) -> None:
    _, out, _ = ask("claims", "vashti", "--by", "guardian", "--json")
    claim = json.loads(out)
    assert claim["id"] == "c1"
    assert claim["chain"] == ["a2", "a1"]
    assert claim["document"]["source"] == "first.txt"
    assert claim["quote"] == "the Vashti dam had failed near Korr"
    assert claim["hops"][0] == {
        "attribution": "a2",
        "source": "Rory Stewart",
        "speaker": "Rory Stewart",
        "kind": "named",
        "cue": "stated",
        "said": {"from": "2024-06-10", "to": "2024-06-11", "time": None},
        "venue": None,
        "addressee": None,
    }


@pytest.mark.parametrize(
    ("command", "head"),
    [
        (
            "claims",
            "claim,text,status,speaker,speaker_kind,cue,said_from,said_to,venue,chain,quote,outlet,title,published,url,"
            "source,document,start,end",
        ),
        ("documents", "document,title,outlet,authors,published,language,claims,comments,spam,url,source,added"),
        ("sources", "speaker,kind,roles,claims,documents,outlets,names,grade,contradicted,updated,corrected"),
    ],
)
def test_csv_has_stable_columns_and_no_formulas(ask: Ask, command: str, head: str) -> None:
    code, out, err = ask(command, "--csv")
    assert (code, err) == (0, "")
    assert out.startswith(head + "\r\n")
    rows = list(csv.DictReader(io.StringIO(out, newline="")))
    assert len(rows) > 2
    assert not [cell for row in rows for cell in row.values() if cell.startswith(("=", "+", "-", "@"))]
    assert any(cell.startswith("'=") for row in rows for cell in row.values())


def test_a_piped_table_is_aligned_text_with_the_chain(ask: Ask) -> None:
    code, out, err = ask("claims", "vashti", "--by", "guardian")
    assert code == 0
    head, line = out.splitlines()
    assert "Rory Stewart ‹stated› ← The Guardian ‹reported› ← The Corvane Herald" in line
    assert head.index("claim  ") if "claim  " in head else head.endswith("claim")
    assert line.index("The Vashti") == head.rindex("claim")
    assert err == ""


def test_nothing_on_the_page_can_steer_the_terminal(ask: Ask) -> None:
    for command in ("claims", "sources"):
        _, out, _ = ask(command)
        assert "Bell" in out
        assert "\x1b" not in out


@pytest.mark.parametrize(
    "text", ["plain", "né", "\x1b[31mred\x07", "a\nb\tc", "\u202egnp.exe", "half \ud800", "\x9bm", "می\u200cخواهم"]
)
def test_printable_text_is_one_line_without_control(text: str) -> None:
    shown = printable(text)
    assert all(c.isprintable() or c == "\u200c" for c in shown)
    assert [c for c in shown if c.isalnum()] == [c for c in text if c.isalnum()]


def test_no_match_is_no_failure(ask: Ask) -> None:
    assert ask("claims", "nowhere") == (0, "", "no claims match\n")
    assert ask("documents", "--outlet", "nobody", "--json") == (0, "", "no documents match\n")


def test_a_table_says_that_there_is_more(ask: Ask) -> None:
    code, out, err = ask("claims", "--limit", "2")
    assert (code, len(out.splitlines())) == (0, 3)
    assert "there are more" in err
    assert ask("claims", "--limit", "0")[2] == ""
    assert len(ask("claims", "--limit", "2", "--json")[1].splitlines()) == 2


def test_words_and_phrases(ask: Ask) -> None:
    assert len(ask("claims", "dam", "failed", "--json")[1].splitlines()) > 1
    assert ask("claims", '"failed dam"')[1] == ""
    assert ask("claims", "dam", "failed near korr", "--json")[1] == ask("claims", '"failed near korr"', "--json")[1]
    without = ask("claims", "stewart", "-vashti", "--json")
    assert without[0] == 0
    assert not without[1]
    assert ask("claims", "--json", "-what", "-hoax")[1] == ask("claims", "--json")[1]


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (("--said", "x", "--near", "y"), 1, "SAY-001 options: --near: "),
        (("--status", "x"), 1, "SAY-001"),
        (("--json", "--csv"), 2, "choose one"),
        (("--limt", "3"), 2, "No such option"),
        (("--show", "nothing"), 1, "SAY-068"),
        (("--show", "first.txt#c99"), 1, "SAY-068"),
        (("--show", "abcdef12#c1"), 1, "SAY-068"),
    ],
)
def test_what_cannot_be_asked_is_one_line(ask: Ask, arguments: tuple[str, ...], code: int, says: str) -> None:
    got, out, err = ask("claims", *arguments)
    assert (got, out) == (code, "")
    assert says in err
    assert code == 2 or len(err.splitlines()) == 1


def test_help_is_there_in_both_spellings(ask: Ask) -> None:
    assert ask("claims", "-h")[1] == ask("claims", "--help")[1]
    assert "--published FROM..TO" in ask("claims", "--help")[1]


def test_there_must_be_a_ledger(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["claims", "--ledger", str(tmp_path / "none.db")], debug=False) == 1
    assert "SAY-067" in capsys.readouterr().err


def test_the_ledger_of_the_environment(
    path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SAYSO_LEDGER", str(path))
    assert run(["documents", "--json"], debug=False) == 0
    assert len(capsys.readouterr().out.splitlines()) == 3


def test_a_claim_is_shown_in_its_page_and_in_its_bytes(ask: Ask, path: Path) -> None:
    with Ledger.open(path) as ledger:
        claim, reading = ledger.claim("first.txt#c2")
        body = ledger.capture(reading.document.id).body
    code, out, err = ask("claims", "--show", "first.txt#c2")
    assert (code, err) == (0, "")
    assert "⟦5,000 people were evacuated⟧" in out
    assert "officials ‹said› ← The Guardian ‹reported› ← The Corvane Herald" in out
    start = body.index(b"5,000")
    assert f"bytes {start} to {start + len('5,000 people were evacuated')} of capture" in out
    assert out.rstrip().endswith("5,000 people were evacuated")
    assert ask("claims", "--show", f"{claim.document.id[7:15]}#c2")[1] == out
    assert json.loads(ask("claims", "--show", "first.txt#c2", "--json")[1])["id"] == "c2"


def test_an_older_reading_can_be_had(ask: Ask) -> None:
    old = json.loads(ask("documents", "--reading", "twice.html", "--number", "1")[1])
    new = json.loads(ask("documents", "--reading", "twice.html")[1])
    assert (old["reader"]["version"], new["reader"]["version"]) == ("1", "2")
    jsonschema.validate(old, json_schema("reading"))
    assert "SAY-068" in ask("documents", "--reading", "twice.html", "--number", "3")[2]
