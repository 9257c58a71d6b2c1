"""What must hold whatever reviewers decide: ranges have their words, and to undo everything is to have done nothing."""

from __future__ import annotations

import contextlib
import tempfile
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from linked_readings import RULES, linked, told
from made_readings import page
from sayso.errors import LedgerError
from sayso.ledger import Ledger, make_filters
from sayso.ledger.decisions_anchor import relocated
from sayso.ledger.decisions_correct import corrected
from sayso.ledger.decisions_kept import Kept, beside
from sayso.ledger.decisions_made import made
from sayso.ledger.decisions_shown import shown
from sayso.nouns import Correction, Decision, Quote, Reading, to_json

#: signs beyond the first plane, from right to left, and such as are two of: ranges are of code points
PAGE = (
    ("Rory Stewart", "stated", "the Vashti dam 🌊 had failed near Korr"),
    ("Ann Bell", "said", "قال السد انهار and that was naïve"),
    (None, "", "The river was high"),
)
CAPTURE, READING = page(PAGE, outer="The Guardian", body="a page")
LENGTH = len(READING.document.text)
CLAIMS = [claim.id for claim in READING.claims]
TARGETS = CLAIMS + [said.id for said in READING.attributions]

quotes = st.tuples(st.integers(0, LENGTH - 1), st.integers(1, 40)).map(
    lambda pair: Quote(start=pair[0], end=min(pair[0] + pair[1], LENGTH))
)
corrections = st.builds(
    Correction,
    speaker=st.none() | st.sampled_from(["Ines Frost", "Ann Bell", "Bell", "🌊 Wave", "ann bell"]),
    entity=st.none() | st.sampled_from([entity.id for entity in READING.entities]),
    type=st.none() | st.sampled_from(["person", "outlet", "group"]),
    writer=st.booleans(),
    source=st.none() | st.lists(quotes, max_size=2).map(tuple),
    cue=st.none() | quotes,
    content=st.none() | st.lists(quotes, min_size=1, max_size=3).map(tuple),
    status=st.none() | st.sampled_from(["hedged", "denied"]),
    text=st.none() | st.just("It failed."),
)
verdicts = st.sampled_from(["accept", "reject", "correct", "skip"])
steps = st.tuples(st.sampled_from(TARGETS), verdicts, corrections, st.sampled_from(["Ann", "Ben"]))


def sound(reading: Reading) -> None:
    text = reading.document.text
    for said in reading.attributions:
        assert said.content.text == " ".join(text[a:b] for a, b in said.content.spans)
        assert (said.source.text or "") == " ".join(text[a:b] for a, b in said.source.spans)
        assert said.cue is None or said.cue.text == text[said.cue.start : said.cue.end]
    for mention in reading.mentions:
        assert mention.text == text[mention.start : mention.end]
    for listed in (reading.claims, reading.attributions, reading.entities, reading.mentions):
        idents = [each.id for each in listed]
        assert len(idents) == len(set(idents))
    hops = {said.id for said in reading.attributions}
    entities = {entity.id for entity in reading.entities}
    for claim in reading.claims:
        assert 0 <= claim.start < claim.end <= len(text)
        assert set(claim.chain) <= hops
        assert claim.attribution == (claim.chain[0] if claim.chain else None)
    assert all(said.parent is None or said.parent in hops for said in reading.attributions)
    assert all(said.source.entity is None or said.source.entity in entities for said in reading.attributions)
    assert {check.claim for check in reading.checks} <= {claim.id for claim in reading.claims}


@given(st.lists(steps, max_size=6))
@settings(max_examples=150, deadline=None)
def test_a_corrected_reading_is_sound_and_says_what_it_quotes(wanted: list[Any]) -> None:
    kept: list[tuple[int, Kept]] = []
    for number, (target, verdict, correction, by) in enumerate(wanted, start=1):
        current = corrected(READING, beside(READING, kept))
        whole = None
        if verdict == "correct":
            with contextlib.suppress(LedgerError):
                whole = made(READING, current, target, correction, None)
            if whole is None:
                continue
        decision = Decision(document=READING.document.id, target=target, verdict=verdict, correction=whole, by=by)
        kept.append((number, Kept(decision=decision, read=shown(READING, target))))
    standing = beside(READING, kept)
    reading = corrected(READING, standing)
    sound(reading)
    # to carry them out again is to do nothing new, and in whatever order they are given
    assert corrected(READING, beside(READING, kept[::-1])) == reading
    assert to_json(corrected(READING, beside(READING, []))) == to_json(READING)
    for each in standing:
        assert each.unapplied is None
        assert each.target == each.kept.decision.target


@given(st.lists(steps, min_size=1, max_size=4), st.randoms(use_true_random=False))
@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_to_undo_everything_is_to_have_done_nothing(wanted: list[Any], order: Any) -> None:
    with tempfile.TemporaryDirectory() as folder, Ledger.open(Path(folder) / "ledger.db") as ledger:
        linked(ledger, [(CAPTURE, READING)])
        before = answers(ledger)
        numbers = []
        for target, verdict, correction, by in wanted:
            given_ = correction if verdict == "correct" else None
            decision = Decision(document=READING.document.id, target=target, verdict=verdict, correction=given_, by=by)
            with contextlib.suppress(LedgerError):
                numbers.append(ledger.decide(decision).number)
        list(ledger.link(RULES))
        assert ledger.verify() == []
        sound(ledger.reading(READING.document.id))
        order.shuffle(numbers)
        for number in numbers:
            ledger.decide(Decision(document="", target="", verdict="accept", by="Cem", undoes=number))
        list(ledger.link(RULES))
        assert ledger.verify() == []
        assert answers(ledger) == before
        assert list(ledger.decisions()) == []
        assert len(list(ledger.decision_log())) == 2 * len(numbers)


def answers(ledger: Ledger) -> list[Any]:
    everything = make_filters()
    return [
        [to_json(reading) for reading in ledger.readings()],
        [(claim.id, claim.text, claim.hops, claim.quote) for claim in ledger.claims(everything)],
        list(ledger.figures(everything)),
        list(ledger.sources(everything)),
        told(ledger),
        [(item.claim.id, item.weight) for item in ledger.queue(everything)],
    ]


@given(st.text(alphabet="ab🌊ق ", min_size=1, max_size=30), st.data())
def test_words_are_found_where_they_are_and_nowhere_else(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    quote = Quote(start=start, end=end, text=text[start:end])
    assert relocated(text, quote, 0) == quote
    moved = relocated("ab" + text, quote, 2)
    assert moved == Quote(start=start + 2, end=end + 2, text=quote.text)
    found = relocated("ba" + text, quote, 0)
    assert found is not None
    assert ("ba" + text)[found.start : found.end] == quote.text
    assert relocated(text.replace(text[start:end], ""), Quote(start=start, end=end, text=f"{text}#"), 0) is None
