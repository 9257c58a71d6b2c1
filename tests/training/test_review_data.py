"""What reviewers decided is training data that the trainer loads with its own loader."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from made_docs import letters

from made_readings import SPOKEN, page
from sayso.export.training import NO_CUE, UNDECIDED, Written, write_training
from sayso.ledger import Ledger
from sayso.nouns import Correction, Decision, Quote
from training.corpus import Doc, cue_labels, load


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger.open(tmp_path / "ledger.db") as made:
        made.add(*page(SPOKEN))
        yield made


def decide(ledger: Ledger, target: str, verdict: Any, **correction: Any) -> Decision:
    wanted = Correction(**correction) if correction else None
    return ledger.decide(Decision(document="page.html", target=target, verdict=verdict, correction=wanted, by="Ann"))


def written(ledger: Ledger, tmp_path: Path) -> tuple[list[Doc], Written]:
    """The passages as the trainer has them, through its own loader."""
    out = io.BytesIO()
    counts = write_training(ledger, out)
    path = tmp_path / "reviewed.train.jsonl"
    path.write_bytes(out.getvalue())
    return list(load(path, letters())), counts


def words(doc: Doc, ranges: list[tuple[int, int]]) -> str:
    return " / ".join(" ".join(doc.words[first:last]) for first, last in ranges)


def quote(ledger: Ledger, text: str) -> Quote:
    start = ledger.reading("page.html").document.text.index(text)
    return Quote(start=start, end=start + len(text))


def test_nothing_decided_is_no_data(ledger: Ledger, tmp_path: Path) -> None:
    decide(ledger, "c1", "skip")
    docs, counts = written(ledger, tmp_path)
    assert (docs, counts) == ([], Written())


def test_a_corrected_attribution_is_marked_as_it_should_be(ledger: Ledger, tmp_path: Path) -> None:
    decide(ledger, "c1", "correct", content=(quote(ledger, "the Vashti dam had failed"),))
    (doc,), counts = written(ledger, tmp_path)
    assert " ".join(doc.words) == "Rory Stewart stated the Vashti dam had failed near Korr ."
    (marked,) = doc.attributions or []
    assert doc.words[marked.cue[0] : marked.cue[1]] == ["stated"]
    assert words(doc, marked.roles["source"]) == "Rory Stewart"
    assert words(doc, marked.roles["content"]) == "the Vashti dam had failed"
    assert doc.layered
    assert (counts.passages, counts.attributions, counts.left_out) == (1, 1, {})
    assert list(cue_labels(doc, outer=True)).count(1) == 1


def test_what_was_rejected_teaches_that_there_is_nothing(ledger: Ledger, tmp_path: Path) -> None:
    decide(ledger, "c2", "reject")
    (doc,), _ = written(ledger, tmp_path)
    assert doc.attributions == []
    assert "flood" in doc.words
    assert not cue_labels(doc, outer=True).any()


def test_passages_that_nobody_is_done_with_are_left_out(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "two.db") as ledger:
        ledger.add(*page(SPOKEN, outer="The Guardian"))
        decide(ledger, "c1", "accept")
        docs, counts = written(ledger, tmp_path)
        assert docs == []
        assert counts.left_out == {UNDECIDED: 1}
        decide(ledger, ledger.reading("page.html").claims[0].chain[1], "accept")
        (doc,), _ = written(ledger, tmp_path)
        inner, outer = sorted(doc.attributions or [], key=lambda each: not each.nested)
        assert (inner.nested, outer.nested) == (True, False)
        assert words(doc, outer.roles["source"]) == "The Guardian"
        assert words(doc, inner.roles["source"]) == "Rory Stewart"


def test_what_the_reader_missed_has_no_cue_until_a_reviewer_marks_one(ledger: Ledger, tmp_path: Path) -> None:
    decide(ledger, "c4", "correct", speaker="Ann Bell")
    docs, counts = written(ledger, tmp_path)
    assert (docs, counts.left_out) == ([], {NO_CUE: 1})


def test_what_was_undone_or_shows_no_more_is_no_data(ledger: Ledger, tmp_path: Path) -> None:
    kept = decide(ledger, "c1", "accept")
    assert len(written(ledger, tmp_path)[0]) == 1
    ledger.decide(Decision(document="", target="", verdict="accept", by="Ann", undoes=kept.number))
    assert written(ledger, tmp_path)[0] == []


def test_lines_have_the_fields_of_the_trainers_records(ledger: Ledger) -> None:
    from sayso.reader.common.page import Page
    from training.data.record import Link, Record

    decide(ledger, "c1", "accept")
    out = io.BytesIO()
    write_training(ledger, out)
    (line,) = (json.loads(each) for each in out.getvalue().splitlines())
    known = json.loads(json.dumps(Record(line["id"], Page(line["text"]), attributions=(Link(id="a1"),)).as_json()))
    assert list(line) == list(known)
    assert list(line["attributions"][0]) == list(known["attributions"][0])
    assert (line["words"], line["sentences"]) == (known["words"], known["sentences"])
