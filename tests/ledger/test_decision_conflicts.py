"""Reviewers who decide differently: the latest holds, and the others are shown beside it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from made_readings import page
from sayso.ledger import Ledger
from sayso.nouns import Correction, Decision, Quote

PAGE = (
    ("Rory Stewart", "stated", "the Vashti dam had failed near Korr"),
    ("Ann Bell", "said", "she had never seen such a flood"),
)


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger.open(tmp_path / "ledger.db") as made:
        made.add(*page(PAGE))
        yield made


def decide(ledger: Ledger, by: str, verdict: Any, target: str = "c1", **correction: Any) -> Decision:
    wanted = Correction(**correction) if correction else None
    return ledger.decide(Decision(document="page.html", target=target, verdict=verdict, correction=wanted, by=by))


def differ(ledger: Ledger) -> list[tuple[str, ...]]:
    return [conflict.differ for conflict in ledger.conflicts()]


def test_the_latest_holds_and_the_conflict_is_shown(ledger: Ledger) -> None:
    first = decide(ledger, "Ann", "correct", speaker="Ines Frost")
    second = decide(ledger, "Ben", "correct", speaker="Tom Reed")
    (conflict,) = ledger.conflicts()
    assert (conflict.target, conflict.holds, conflict.differ) == ("c1", second.number, ("who says it",))
    assert [(d.number, d.by, d.holds) for d in conflict.decisions] == [
        (first.number, "Ann", False),
        (second.number, "Ben", True),
    ]
    assert "dam" in conflict.text
    assert list(ledger.conflicts("page.html")) == [conflict]
    hops = ledger.claim("page.html#c1")[0].hops
    assert hops[0].speaker == "Tom Reed"


def test_who_undoes_the_latest_lets_the_other_hold(ledger: Ledger) -> None:
    decide(ledger, "Ann", "reject")
    kept = decide(ledger, "Ben", "accept")
    assert differ(ledger) == [("whether it stands",)]
    assert len(ledger.reading("page.html").claims) == 2
    ledger.decide(Decision(document="", target="", verdict="accept", by="Ben", undoes=kept.number))
    assert differ(ledger) == []
    assert len(ledger.reading("page.html").claims) == 1


def test_a_reviewer_who_changes_their_mind_is_in_no_conflict(ledger: Ledger) -> None:
    decide(ledger, "Ann", "accept")
    decide(ledger, "Ann", "reject")
    assert differ(ledger) == []
    decide(ledger, "Ben", "reject")
    assert differ(ledger) == []


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (("accept", {}), ("accept", {})),
        (("reject", {}), ("reject", {})),
        (("correct", {"speaker": "Ines Frost"}), ("accept", {})),
        (("correct", {"speaker": "Ines Frost"}), ("correct", {"speaker": "ines  frost"})),
        # who corrects more than another builds on it
        (("correct", {"speaker": "Ines Frost"}), ("correct", {"status": "hedged"})),
        (("skip", {}), ("reject", {})),
        (("reject", {}), ("skip", {})),
    ],
)
def test_who_agrees_is_in_no_conflict(
    ledger: Ledger, first: tuple[str, dict[str, Any]], second: tuple[str, dict[str, Any]]
) -> None:
    decide(ledger, "Ann", first[0], **first[1])
    decide(ledger, "Ben", second[0], **second[1])
    assert differ(ledger) == []


@pytest.mark.parametrize(
    ("first", "second", "parts"),
    [
        (("accept", {}), ("reject", {}), ("whether it stands",)),
        (("accept", {}), ("correct", {"status": "hedged"}), ("how it is put",)),
        (("correct", {"status": "planned"}), ("correct", {"status": "hedged"}), ("how it is put",)),
        (("correct", {"speaker": "A B"}), ("reject", {}), ("whether it stands",)),
        (
            ("correct", {"speaker": "Tom Reed"}),
            ("correct", {"writer": True}),
            ("who says it",),
        ),
        (("correct", {"text": "It failed."}), ("correct", {"text": "It did not fail."}), ("its wording",)),
        (("accept", {}), ("correct", {"content": (Quote(start=24, end=30),)}), ("what is said",)),
    ],
)
def test_in_what_they_differ_is_told(
    ledger: Ledger, first: tuple[str, dict[str, Any]], second: tuple[str, dict[str, Any]], parts: tuple[str, ...]
) -> None:
    decide(ledger, "Ann", first[0], **first[1])
    decide(ledger, "Ben", second[0], **second[1])
    assert differ(ledger) == [parts]


def test_conflicts_come_in_the_order_of_the_decisions_that_hold(ledger: Ledger) -> None:
    decide(ledger, "Ann", "accept", "c2")
    decide(ledger, "Ann", "accept", "c1")
    decide(ledger, "Ben", "reject", "c1")
    decide(ledger, "Ben", "reject", "c2")
    assert [conflict.target for conflict in ledger.conflicts()] == ["c1", "c2"]
