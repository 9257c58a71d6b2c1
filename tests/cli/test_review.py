"""``sayso review``, as people and programs use it: lines in, decisions out."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest

from linked_readings import OTHER, copies
from made_readings import page
from sayso.cli.main import run
from sayso.ledger import Ledger, make_filters
from sayso.nouns.schema import json_schema

Ask = Callable[..., tuple[int, str, str]]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "ledger.db"
    with Ledger.open(made) as ledger:
        for each in (*copies(2), page(OTHER, title="Harvest", source="other.html")):
            ledger.add(*each)
    return made


@pytest.fixture
def say(ask: Ask, monkeypatch: pytest.MonkeyPatch) -> Ask:
    """Run ``sayso review`` with lines on standard input."""

    def said(lines: str, *arguments: str) -> tuple[int, str, str]:
        monkeypatch.setattr("sys.stdin", io.StringIO(lines))
        return ask("review", "--by", "Ann Lee", *arguments)

    return said


def test_a_claim_is_shown_with_its_place_and_its_reason(say: Ask) -> None:
    code, out, err = say("q\n")
    assert (code, err) == (0, "")
    assert re.search(r"why: .*on 2 pages \(k\d+\)", out)
    assert re.search(r"⟦.*⟧", out)
    assert "Rory Stewart ‹said› ← Outlet" in out
    assert say("")[0] == 0  # the lines may end too


def test_lines_become_decisions_that_hold(say: Ask, ask: Ask, path: Path) -> None:
    code, out, _ = say("a as I heard it\nr\ns\n\nq\n")
    assert code == 0
    assert re.search(r"\d+  accepted \w{8}#c1  Ann Lee, \d{4}-\d\d-\d\d: as I heard it", out)
    _, listed, _ = ask("review", "--decisions")
    assert [line.split()[1] for line in listed.splitlines()] == ["accepted", "rejected", "skipped"]
    with Ledger.open(path) as ledger:
        assert len(list(ledger.claims(make_filters()))) == 6
        assert ledger.verify() == []
        assert (ledger.unlinked(), ledger.is_settled()) == (0, True)
    _, left, _ = ask("review", "--list", "--by", "Ann Lee")
    assert sum(1 for line in left.splitlines() if re.match(r" *\d+  \w{8}#", line)) == 4
    assert left.splitlines()[1].startswith("      ")


def test_one_claim_is_corrected_in_every_part(say: Ask, path: Path) -> None:
    lines = (
        "g other.html#c1\nc speaker Tom Reed\nc status planned\nc cue announced\nc source Ines Frost\n"
        "c content the harvest of barley | that of last year\nc text Barley will be short.\nq\n"
    )
    code, out, err = say(lines)
    assert (code, err) == (0, "")
    assert "Ines Frost → Tom Reed" in out
    assert "asserted → planned" in out
    assert "⟦the harvest of barley⟧ in Osteria would be smaller than ⟦that of last year⟧" in out
    with Ledger.open(path) as ledger:
        claim, _ = ledger.claim("other.html#c1")
        assert (claim.text, claim.status, claim.hops[0].speaker) == ("Barley will be short.", "planned", "Tom Reed")
        assert claim.quote == "the harvest of barley that of last year"
    _, _, err = say("g other.html#c1\nc writer\nc speaker e99\nc speaker e1\nq\n")
    assert "SAY-142" in err
    with Ledger.open(path) as ledger:
        assert ledger.claim("other.html#c1")[0].hops[0].speaker == "Ines Frost"


def test_the_last_decision_is_undone(say: Ask, path: Path) -> None:
    code, out, err = say("r\nu I was wrong\nu\nq\n")
    assert code == 0
    assert "(rejected)" in out
    assert err == "you decided nothing that could be undone\n"
    with Ledger.open(path) as ledger:
        assert len(list(ledger.claims(make_filters()))) == 7
        assert [d.why for d in ledger.decision_log()] == [None, "I was wrong"]


def test_claims_are_joined_and_split(say: Ask, path: Path) -> None:
    code, out, _ = say("g other.html#c1\nj copy0.html#c3 one harvest\ng copy0.html#c1\nx copy1.html#c1\nq\n")
    assert code == 0
    assert "same " in out
    with Ledger.open(path) as ledger:
        assert [(r.kind, r.why, r.by) for r in ledger.reviews()] == [
            ("same", "one harvest", "Ann Lee"),
            ("different", None, "Ann Lee"),
        ]
        sizes = sorted(len(cluster.members) for cluster in ledger.clusters(make_filters()))
        assert sizes == [1, 1, 2, 3]


@pytest.mark.parametrize("line", ["?", "z", "c", "c speaker", "c status maybe", "c colour red", "j", "x", "sideways"])
def test_what_is_no_answer_gets_help_and_changes_nothing(say: Ask, path: Path, line: str) -> None:
    code, _, err = say(f"{line}\nq\n")
    assert code == 0
    assert "c PART VALUE" in err
    with Ledger.open(path) as ledger:
        assert list(ledger.decision_log()) == []


@pytest.mark.parametrize(
    ("line", "error"),
    [
        ("c content no such words", "SAY-142"),
        ("c speaker ?", "SAY-142"),
        ("g nowhere.html#c1", "SAY-068"),
        ("g other.html", "SAY-068"),
        ("j nowhere.html#c1", "SAY-068"),
    ],
)
def test_an_error_is_told_and_the_session_goes_on(say: Ask, line: str, error: str) -> None:
    code, out, err = say(f"{line}\na\nq\n")
    assert code == 0
    assert err.startswith(error)
    assert "accepted" in out


def test_filters_and_limit_choose_what_is_asked(say: Ask) -> None:
    code, out, err = say("s\ns\ns\n", "barley")
    assert code == 0
    assert out.count("why:") == 1
    assert err == "nothing waits for a reviewer\n"
    _, out, _ = say("\n\n\n", "--limit", "2")
    assert out.count("why:") == 2


def test_lists_are_json_as_the_contract_has_it(say: Ask, ask: Ask) -> None:
    say("a\nr\nu\nc status hedged\nq\n")
    for name, option in (("queue", "--list"), ("decision", "--decisions"), ("decision", "--log")):
        code, out, _ = ask("review", option, "--json", "--by", "Ben")
        assert code == 0
        rows = [json.loads(line) for line in out.splitlines()]
        assert rows
        for row in rows:
            jsonschema.validate(row, json_schema(name))


def test_conflicts_are_listed(say: Ask, ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    assert ask("review", "--conflicts") == (0, "", "nobody decided differently\n")
    say("g other.html#c1\nc speaker Tom Reed\nq\n")
    monkeypatch.setattr("sys.stdin", io.StringIO("g other.html#c1\nc speaker Ann Bell\nq\n"))
    code, shown, _ = ask("review", "--by", "Ben")
    assert code == 0
    assert "corrected: Ines Frost → Tom Reed  Ann Lee" in shown  # Ben sees what Ann decided
    code, out, _ = ask("review", "--conflicts")
    assert code == 0
    assert "they differ in who says it" in out
    assert re.search(r"Ann Bell  Ben, \S+ \(holds\)", out)
    _, out, _ = ask("review", "--conflicts", "--json")
    jsonschema.validate(json.loads(out), json_schema("conflict"))


def test_wrong_usage(ask: Ask, path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert ask("review", "--list", "--log")[0] == 2
    assert ask("review", "--published", "soon")[0] == 1
    assert run(["review", "--list", "--ledger", str(tmp_path / "none.db")], debug=False) == 1
    assert "SAY-067" in capsys.readouterr().err
    code, _, err = ask("review", "--training", str(tmp_path / "no" / "such" / "t.jsonl"))
    assert code == 1
    assert "t.jsonl" in err


def test_a_page_cannot_write_to_the_terminal(tmp_path: Path, say: Ask, path: Path) -> None:
    with Ledger.open(path) as ledger:
        ledger.add(*page((("\x1b[31mRory\x1b[0m Red", "said", "a\x1b]0;evil\x07 flood"),), source="evil.html"))
    _, out, _ = say("g evil.html#c1\nr \x1b[2J\nq\n")
    assert "\x1b" not in out
    assert "\x07" not in out
