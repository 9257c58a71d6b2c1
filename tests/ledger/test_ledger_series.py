"""Series, grades and records as the ledger keeps them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from made_readings import page
from measured_readings import measured
from sayso.errors import LedgerError
from sayso.ledger import Ledger, make_filters
from sayso.nouns import Capture, Reading, Review
from sayso.nouns.found import FoundSource
from sayso.origins.series import policy_named, question

#: long enough to be told again word for word
COUNT = "at least nine people had died when the Vashti dam gave way above the town of Korr early on Tuesday"


def copies(count: int) -> list[tuple[Capture, Reading]]:
    """Pages of as many outlets with one text."""
    report = (("Rory Stewart", "said", COUNT),)
    return [page(report, source=f"copy{n}.html", outlet=f"Outlet {n}", title=f"Report {n}") for n in range(count)]


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger.open(tmp_path / "ledger.db") as made:
        yield made


def grade(ledger: Ledger, source: str, letter: str, *, by: str = "Ann", why: str | None = None) -> Review:
    return ledger.review(Review(about="source", a=source, b=None, kind=letter, why=why, by=by, at=""))


def undo(ledger: Ledger, number: int) -> None:
    ledger.review(Review(about="source", a="", b=None, kind="", why=None, by="Ben", at="", undoes=number))


def source(ledger: Ledger, name: str) -> FoundSource:
    (found,) = (each for each in ledger.sources(make_filters(query=name)) if each.speaker == name)
    return found


def test_a_question_finds_its_figures_by_what_and_where(ledger: Ledger) -> None:
    ledger.add(*measured())
    ledger.add(*page(source="dam.html"))
    asked = question("IS fighters in Libya")
    (found,) = ledger.series(make_filters(), policy_named("min-max"), asked)
    assert [(r.low, r.high, r.source, r.speaker) for r in found.reports] == [
        (5000, 7000, "libya.txt", "Thomas Waldhauser")
    ]
    told = found.reports[0].as_of
    assert told is not None
    assert (told.from_, told.to, told.by) == ("2017-03-01", "2017-03-31", "claim")
    assert (found.view.low, found.view.high, found.reports[0].origin) == (5000, 7000, None)
    assert ledger.series(make_filters(), policy_named("all"), question("IS fighters in Chad")) == ()
    assert ledger.series(make_filters(published="2011"), policy_named("all"), asked) == ()


def test_without_a_question_all_figures_that_meet_the_filters_are_put_together(ledger: Ledger) -> None:
    ledger.add(*measured())
    ledger.add(*measured(source="later.txt", outer="The Post", published="2017-11-02", outlet="The Kestrel"))
    found = ledger.series(make_filters(of="fighters"), policy_named("all"))
    assert [[report.source for report in each.reports] for each in found] == [["libya.txt", "later.txt"]]
    assert len(ledger.series(make_filters(limit=1), policy_named("all"))) == 1


def test_a_grade_holds_until_another_comes_or_it_is_taken_back(ledger: Ledger) -> None:
    ledger.add(*page())
    assert ledger.graded("Rory Stewart").grades == ()
    assert source(ledger, "Rory Stewart").grade is None
    first = grade(ledger, "Rory Stewart", "B", why="was right twice")
    second = grade(ledger, "Rory Stewart", "D", by="Ben")
    told = ledger.graded("stewart")
    assert told.source == "Rory Stewart"
    assert told.grade is not None
    assert (told.grade.grade, told.grade.by, told.grade.number) == ("D", "Ben", second.number)
    undo(ledger, second.number)
    told = ledger.graded("Rory Stewart")
    assert [(g.grade, g.why, g.undone) for g in told.grades] == [("B", "was right twice", False), ("D", None, True)]
    holds = source(ledger, "Rory Stewart").grade
    assert holds is not None
    assert (holds.grade, holds.number) == ("B", first.number)
    with pytest.raises(LedgerError, match="SAY-116"):
        undo(ledger, second.number)
    assert ledger.verify() == []


def test_a_grade_is_no_judgement_of_claims_and_nothing_works_one_out(ledger: Ledger) -> None:
    pages = copies(2)
    for each in pages:
        ledger.add(*each)
    list(ledger.link())
    before = list(ledger.clusters(make_filters()))
    assert all(each.grade is None for each in ledger.sources(make_filters()))
    grade(ledger, "Rory Stewart", "E")
    list(ledger.link())
    assert list(ledger.clusters(make_filters())) == before


def test_outlets_are_graded_too_and_a_name_must_lead_to_one_source(ledger: Ledger) -> None:
    ledger.add(*page())
    ledger.add(
        *page((("Ann Bell", "said", "the river had risen"), ("Ann Frost", "said", "it had not")), source="b.html")
    )
    assert ledger.graded("the corvane herald").source == "The Corvane Herald"
    for name, code in (("nobody at all", "SAY-068"), ("Ann", "SAY-069"), ("", "SAY-068"), ("—", "SAY-068")):
        with pytest.raises(LedgerError, match=code):
            ledger.graded(name)


def test_a_grade_counts_in_the_view_that_asks_for_it(ledger: Ledger) -> None:
    ledger.add(*measured())
    asked = question("IS fighters in Libya")
    grade(ledger, "Thomas Waldhauser", "C")
    (found,) = ledger.series(make_filters(), policy_named("low-best-high"), asked)
    assert found.view.why[-1].endswith("its source is graded C, the most reliable here")
    grade(ledger, "Thomas Waldhauser", "E")
    (found,) = ledger.series(make_filters(), policy_named("low-best-high"), asked)
    assert (found.view.best, [out.why for out in found.view.left_out]) == (
        None,
        ["Thomas Waldhauser is graded E, unreliable"],
    )


def test_the_record_is_null_until_pages_are_linked(ledger: Ledger) -> None:
    ledger.add(*page())
    assert source(ledger, "Rory Stewart").record is None
    list(ledger.link())
    record = source(ledger, "Rory Stewart").record
    assert record is not None
    assert (record.contradicted, record.updated, record.corrected) == (0, 0, 0)
    told = next(each for each in ledger.records(make_filters()) if each.source.speaker == "Rory Stewart")
    assert (told.entries, told.grades) == ((), ())


def test_what_a_reviewer_judged_is_on_the_record_of_whoever_said_it(ledger: Ledger) -> None:
    other = (("Ann Bell", "said", "the Vashti dam had held near Korr all night"),)
    ledger.add(*page(source="a.html", published="2024-06-12"))
    ledger.add(*page(other, source="b.html", published="2024-06-14", outlet="The Kestrel"))
    list(ledger.link())
    ledger.review(
        Review(about="statements", a="b.html#c1", b="a.html#c1", kind="contradicts", why="It held.", by="Ann", at="")
    )
    list(ledger.link())
    told = {each.source.speaker: each for each in ledger.records(make_filters())}
    (entry,) = told["Rory Stewart"].entries
    assert (entry.kind, entry.itself, entry.why, entry.by) == ("contradicted", False, "It held.", "Ann")
    assert (entry.other_speaker, entry.other_outlet, entry.other_published) == ("Ann Bell", "The Kestrel", "2024-06-14")
    assert (entry.source, entry.other_source) == ("a.html", "b.html")
    assert len(told["Ann Bell"].entries) == 1
    assert told["officials"].entries == ()


def test_names_that_a_reviewer_joined_are_one_source(ledger: Ledger) -> None:
    ledger.add(*page(source="a.html"))
    other = (("Iris Vane", "said", "the harvest was in"),)
    ledger.add(*page(other, source="b.html", title="Harvest", outlet="The Kestrel"))
    list(ledger.link())

    def named() -> dict[str | None, FoundSource]:
        return {each.speaker: each for each in ledger.sources(make_filters())}

    assert {"Rory Stewart", "Iris Vane"} <= set(named())
    kept = ledger.review(Review(about="actors", a="a.html#c1", b="b.html#c1", kind="same", why=None, by="Ann", at=""))
    list(ledger.link())
    grade(ledger, "Iris Vane", "B")
    (found,) = (each for each in named().values() if {each.speaker, *each.names} == {"Rory Stewart", "Iris Vane"})
    assert (found.claims, found.documents, found.outlets) == (2, 2, ("The Corvane Herald", "The Kestrel"))
    assert found.grade is not None
    assert ledger.graded("Rory Stewart").grade == found.grade
    ledger.review(msgspec.structs.replace(kept, undoes=kept.number))
    list(ledger.link())
    assert {"Rory Stewart", "Iris Vane"} <= set(named())
    assert named()["Rory Stewart"].grade is None


def test_copies_of_one_claim_count_once_on_a_record(ledger: Ledger) -> None:
    for each in copies(3):
        ledger.add(*each)
    ledger.add(*page((("Ann Bell", "said", "nobody had died when the Vashti dam gave way"),), source="b.html"))
    list(ledger.link())
    for number in range(3):
        ledger.review(
            Review(
                about="statements",
                a="b.html#c1",
                b=f"copy{number}.html#c1",
                kind="contradicts",
                why="Nobody had.",
                by="Ann",
                at="",
            )
        )
    list(ledger.link())
    record = source(ledger, "Rory Stewart").record
    assert record is not None
    assert record.contradicted == 1


def test_the_company_of_one_page_is_not_that_of_another(ledger: Ledger) -> None:
    for number, (name, what) in enumerate(
        (
            ("Bregal Water Company", "the dam was sound"),
            ("Pontica Storage", "the tank was new"),
            ("Visayan Star Lines", "the ferry was full"),
        )
    ):
        said = ((name, "said", what), ("the company", "added", f"{what} in every way"))
        ledger.add(*page(said, source=f"{number}.html", title=what, outlet=f"Outlet {number}"))
        one = Review(
            about="actors", a=f"{number}.html#c1", b=f"{number}.html#c2", kind="same", why=None, by="Ann", at=""
        )
        ledger.review(one)
    list(ledger.link())
    found = {each.speaker: each for each in ledger.sources(make_filters())}
    assert {"Bregal Water Company", "Pontica Storage", "Visayan Star Lines", "the company"} == set(found)
    assert all(each.names == () for each in found.values())
    assert found["the company"].documents == 3
