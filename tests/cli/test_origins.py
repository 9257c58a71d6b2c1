"""``sayso origins``, ``sayso compare`` and ``sayso judge``, as people and programs use them."""

from __future__ import annotations

import csv
import io
import json
import re
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import get_args, get_type_hints

import jsonschema
import pytest

from linked_readings import COUNT, OTHER, SIREN, copies
from made_readings import page
from sayso.cli.origins import ALERTS
from sayso.cli.provenance import told
from sayso.errors import EncoderError
from sayso.ledger import Ledger, linking
from sayso.nouns import Alert, Cluster, Edge, Member, OriginCount, OriginGroup, Relation
from sayso.nouns.schema import json_schema

Ask = Callable[..., tuple[int, str, str]]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A ledger of three pages, which nobody has compared yet."""
    made = tmp_path / "ledger.db"
    with Ledger.open(made) as ledger:
        for each in (*copies(2), page(OTHER, title="Harvest", source="other.html")):
            ledger.add(*each)
    return made


def test_the_first_question_links_what_was_added(ask: Ask) -> None:
    code, out, err = ask("origins", "nine")
    assert (code, err) == (0, "")
    assert re.match(r"k\d+  \S", out)
    assert "2 pages, 1 independent origin\n" in out
    assert "copy0.html#c1" in out
    assert "copy1.html#c1" in out
    assert "other.html" not in out


def test_json_is_every_cluster_as_the_contract_has_it(ask: Ask) -> None:
    code, out, _ = ask("origins", "--json")
    assert code == 0
    schema = json_schema("origins")
    found = [json.loads(line) for line in out.splitlines()]
    for each in found:
        jsonschema.validate(each, schema)
    assert sorted(len(each["members"]) for each in found) == [1, 2, 2, 2]
    assert all(each["schema"] == "sayso/origins/1" for each in found)
    _, some, _ = ask("origins", "--json", "--min-pages", "2", "--limit", "2")
    assert len(some.splitlines()) == 2


def test_csv_has_a_row_for_each_member(ask: Ask) -> None:
    _, out, _ = ask("origins", "--csv")
    rows = list(csv.DictReader(io.StringIO(out)))
    assert len(rows) == 7
    assert {row["source"] for row in rows} == {"copy0.html", "copy1.html", "other.html"}
    assert all(row["low"] == row["high"] == "1" for row in rows)
    assert all(row["origin"] for row in rows)


def test_people_see_what_stands_on_several_pages_unless_they_ask(ask: Ask) -> None:
    assert ask("origins", "barley") == (0, "", "no claims on several pages match (--all shows those on one)\n")
    _, out, _ = ask("origins", "barley", "--all")
    assert "1 page, 1 independent origin" in out
    assert ask("origins", "zebra", "--all")[2] == "no claims match\n"
    _, _, err = ask("origins", "--limit", "1")
    assert "there are more" in err


def test_one_cluster_goes_by_its_number(ask: Ask) -> None:
    _, out, _ = ask("origins", "barley", "--json")
    number = json.loads(out)["cluster"]
    _, shown, _ = ask("origins", number)
    assert shown.startswith(f"{number}  ")
    assert ask("origins", "k999999")[1] == ""


def test_filters_choose_by_any_claim_of_a_cluster(ask: Ask) -> None:
    _, out, _ = ask("origins", "--outlet", "Outlet 1", "--by", "Bell", "--json")
    (found,) = (json.loads(line) for line in out.splitlines())
    assert {m["source"] for m in found["members"]} == {"copy0.html", "copy1.html"}
    for sort in ("pages", "newest", "relevance"):
        _, out, _ = ask("origins", "nine OR siren", "--sort", sort, "--json")
        assert len(out.splitlines()) == 2
    assert ask("origins", "--alerts", "circular", "--json")[1] == ""


def test_the_kinds_of_alerts_are_those_of_the_noun() -> None:
    assert get_args(get_type_hints(Alert)["kind"]) == ALERTS


def test_documents_side_by_side(ask: Ask) -> None:
    code, out, _ = ask("compare", "copy0.html", "copy1.html")
    assert code == 0
    assert "Shared text: 100% of A's words stand in B" in out
    assert "The same claims" in out
    assert COUNT[:40] in out.replace("\n", " ")
    assert SIREN[3:] in out
    assert "Speakers whom both quote" in out
    _, out, _ = ask("compare", "copy0.html", "copy1.html", "--json")
    jsonschema.validate(json.loads(out), json_schema("compared"))
    _, out, _ = ask("compare", "copy0.html", "other.html")
    assert "They share no passage." in out
    assert "No claim of the one" in out
    code, _, err = ask("compare", "copy0.html", "nowhere.html")
    assert (code, err[:7], len(err.splitlines())) == (1, "SAY-068", 1)


def test_a_judgement_is_kept_listed_and_undone(ask: Ask) -> None:
    assert ask("judge", "--list") == (0, "", "nothing was judged\n")
    given = ("copy0.html#c1", "copy1.html#c1", "--by", "Ada Lind", "--why", "Two counts.")
    code, out, err = ask("judge", "different", *given)
    assert (code, err) == (0, "")
    number = re.match(r"(\d+)  different ", out)
    assert number
    assert "Ada Lind" in out
    assert "Two counts." in out
    assert "no claims on several pages match" in ask("origins", "nine")[2]
    assert ask("judge", "--list")[1] == out
    _, listed, _ = ask("judge", "--list", "--json")
    jsonschema.validate(json.loads(listed), json_schema("judged"))
    assert ask("judge", "undo", number[1])[0] == 0
    assert "2 pages" in ask("origins", "nine")[1]
    code, _, err = ask("judge", "undo", number[1])
    assert (code, err[:7], len(err.splitlines())) == (1, "SAY-116", 1)


def test_speakers_are_judged_by_a_claim_of_theirs(ask: Ask) -> None:
    code, out, _ = ask("judge", "actors", "same", "copy0.html#c1", "copy1.html#c3")
    assert code == 0
    assert re.match(r"\d+  actors same [0-9a-f]{8}#e\d [0-9a-f]{8}#e\d", out)


@pytest.mark.parametrize(
    "words",
    [
        (),
        ("same",),
        ("same", "copy0.html#c1"),
        ("alike", "copy0.html#c1", "copy1.html#c1"),
        ("actors", "updates", "copy0.html#c1", "copy1.html#c1"),
        ("undo", "seven"),
        ("--list", "same"),
    ],
)
def test_wrong_words_are_told_how_it_is_written(ask: Ask, words: tuple[str, ...]) -> None:
    code, out, err = ask("judge", *words)
    assert (code, out) == (2, "")
    assert "sayso judge undo NUMBER" in err


@pytest.mark.parametrize("words", [("judge", "same", "copy0.html#c1", "copy1.html#c1"), ("rate", "Ann Bell", "B")])
def test_who_has_no_name_here_has_to_give_one(
    ask: Ask, words: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    def nobody() -> str:
        raise OSError("no user")

    monkeypatch.setattr("getpass.getuser", nobody)
    code, out, err = ask(*words)
    assert (code, out) == (2, "")
    assert "--by NAME" in err


@pytest.mark.parametrize("name", ["nowhere.html#c1", "copy0.html#c99", "copy0.html"])
def test_unknown_names_cost_one_line(ask: Ask, name: str) -> None:
    code, out, err = ask("judge", "same", name, "copy1.html#c1")
    assert (code, out, err[:7], len(err.splitlines())) == (1, "", "SAY-068", 1)


def test_a_fault_in_comparing_costs_no_page(ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError("of ours")

    with monkeypatch.context() as patched:
        patched.setattr("sayso.ledger.linking.put_links", fail)
        code, out, err = ask("origins", "--json")
        assert (code, out) == (0, "")
        assert err.splitlines()[0].startswith("SAY-114 ledger: the pages are stored, but comparing them failed")
    assert len(ask("origins", "--json")[1].splitlines()) == 4


def test_a_damaged_model_is_told_and_rules_go_on_alone(ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    def damaged(_: object) -> list[bytes]:
        raise EncoderError("SAY-111", "pairs.onnx")

    for kept in (linking.own_tools, linking.model_fault):
        kept.cache_clear()
    with monkeypatch.context() as patched:
        patched.setattr("sayso.origins.matching.encoder.installed", lambda: True)
        patched.setattr("sayso.origins.matching.encoder.embed", damaged)
        code, out, err = ask("origins", "--json")
    for kept in (linking.own_tools, linking.model_fault):
        kept.cache_clear()
    assert (code, len(out.splitlines())) == (0, 4)
    assert err.startswith("SAY-111 pairs.onnx")


def test_a_ledger_that_cannot_be_written_answers_from_what_it_has(
    ask: Ask, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = ask("origins", "--json")[1]
    with Ledger.open(path) as ledger:
        ledger.add(*copies(3)[2])
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    monkeypatch.setattr("sayso.ledger.sqlite.BUSY_SECONDS", 0.05)
    monkeypatch.setattr(Ledger.open.__func__, "__kwdefaults__", Ledger.open.__kwdefaults__ | {"busy_seconds": 0.05})
    code, out, err = ask("origins", "--json")
    assert (code, out) == (0, before)
    assert err.startswith("SAY-063")
    assert "1 page left out" in err
    for words in (("sources",), ("figures", "--series")):
        code, _, err = ask(*words)
        assert (code, err[:7]) == (0, "SAY-063"), words
    assert ask("judge", "same", "copy0.html#c1", "copy1.html#c2")[0] == 1
    other.execute("ROLLBACK")
    other.close()
    assert len(json.loads(ask("origins", "nine", "--json")[1])["members"]) == 3


def _cluster() -> Cluster:
    def member(source: str, claim: str) -> Member:
        return Member(document=source, source=source, claim=claim, text=f"Claim {claim}.", chain="Ann ← X", outlet="X")

    groups = (
        OriginGroup(
            origin="news conference of Ann Bell",
            members=("/a/one.html", "/b/one.html"),
            edges=(Edge(from_="/b/one.html", to="/a/one.html", kind="copies", why="It is a copy.", score=0.9),),
            kind="press conference",
            interest="Ministry of Water",
            why=("Both name her.",),
        ),
        OriginGroup(origin="Bo Crane", members=("/a/two.html",), edges=(), kind="eyewitness", certain=False),
    )
    return Cluster(
        cluster="k7",
        claim="The dam broke.",
        members=(member("/a/one.html", "c1"), member("/b/one.html", "c2"), member("/a/two.html", "c3")),
        origins=OriginCount(low=1, high=2, groups=groups, why=("Bo Crane may have it from her.",)),
        relations=(
            Relation(a="/a/one.html#c1", b="/b/one.html#c2", kind="same", why="Same words.", score=1.0),
            Relation(a="/c/later.html#c9", b="/a/one.html#c1", kind="updates", why="It is later.", score=0.8),
        ),
        alerts=(Alert(kind="stale-figure", why="It was replaced.", pages=("/a/two.html",)),),
        apart=("“Injured” counts others than “killed”.",),
    )


def test_the_provenance_can_be_written_down() -> None:
    text = "\n".join("  " * indent + line for indent, line in told(_cluster()))
    assert text.startswith("k7  The dam broke.\n  3 pages, 1–2 independent origins\n  Bo Crane may have it from her.\n")
    assert "• news conference of Ann Bell [press conference, speaks for Ministry of Water]" in text
    assert "b/one.html#c2" in text
    assert "copies a/one.html: It is a copy." in text
    assert "• Bo Crane [eyewitness] — not certain" in text
    assert "a/one.html#c1 is updated by later.html#c9: It is later." in text
    assert "Same words." not in text
    assert "stale figure: It was replaced. (two.html)" in text
    assert "“Injured” counts others than “killed”." in text
