"""The main clause of a statement, how it is put, and what a cue says of its source."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plain_documents import document
from sayso.reader.common.certainty import Outlook, outlook
from sayso.reader.common.main_clause import by_syntax, by_words, cut
from sayso.reader.common.stance import stance
from sayso.reader.rules import RulesReader


def said(text: str) -> Outlook:
    words, lows = cut(text)
    return outlook(by_words(words, lows, 0, len(words)))


@pytest.mark.parametrize(
    ("text", "strength", "hedge"),
    [
        ("that the dam may have burst", "strong", "may"),
        ("perhaps the valve was open", "strong", "Perhaps"),
        ("the harvest will probably be late", "weak", "probably"),
        ("the men are likely to have fled", "weak", "likely"),
        ("the boy must have slipped", "weak", "must"),
        ("the ship appears to have sunk", "weak", "appears to"),
        ("it was unclear whether the convoy had arrived", "strong", "was unclear whether"),
        ("the report published on Monday may be wrong", "strong", "may"),
        # the hedge of another clause, a date, an ability, an attribute
        ("the town, which might be flooded, was calm", "none", None),
        ("the dam was dry because the pumps may have failed", "none", None),
        ("the dam was dry in May", "none", None),
        ("the office could not be reached", "none", None),
        ("the smoke could be seen from Brell", "none", None),
        ("the likely cause was a spark", "none", None),
    ],
)
def test_hedges(text: str, strength: str, hedge: str | None) -> None:
    found = said(text)
    assert found.strength == strength
    assert (found.hedge or "").lower() == (hedge or "").lower()


@pytest.mark.parametrize(
    ("text", "negation"),
    [
        ("the pumps never stopped", "never"),
        ("the ferry did not stop", "not"),
        ("the ferry didn’t stop", "didn’t"),
        ("no ship was damaged", "no"),
        ("nobody was hurt", "nobody"),
        ("there is no evidence that the vote was rigged", "no"),
        ("it knew of no such report", "no"),
        ("the driver failed to brake", "failed"),
        ("the base is no longer used", "no longer"),
        ("there is no doubt about it", None),
        ("it was not only wet but cold", None),
        ("the men who did not leave were safe", None),
        ("the dam was dry, which nobody knew", None),
    ],
)
def test_negation(text: str, negation: str | None) -> None:
    assert said(text).negation == negation


@pytest.mark.parametrize(
    "text",
    [
        "the bridge will reopen",
        "the museum is set to close",
        "the firm plans to sell",
        "the army is to leave",
        "we’ll win",
    ],
)
def test_plans(text: str) -> None:
    assert said(text).planned


@pytest.mark.parametrize(
    "text", ["the delay is due to the rain", "the bridge reopened", "the man who will leave was here"]
)
def test_no_plans(text: str) -> None:
    assert not said(text).planned


@pytest.mark.parametrize(
    ("text", "condition", "counterfactual"),
    [
        ("if it rained the dam would fill", True, False),
        ("if it rains, the dam will fill", True, False),
        ("members will walk out unless the fee is dropped", True, False),
        ("the plant would have closed without the loan", False, True),
        ("had the alarm worked, nobody would have died", True, True),
        ("he had asked the crew if the door was shut", False, False),
        ("the valve that would have closed was missing", False, False),
        ("it did not, if only by three votes", False, False),
        ("as many as forty people were hurt", False, False),
    ],
)
def test_conditions(text: str, condition: bool, counterfactual: bool) -> None:
    found = said(text)
    assert (found.condition, found.counterfactual) == (condition, counterfactual)


def test_syntax_finds_the_same_clause() -> None:
    words, lows = cut("that the valve that would have closed was missing")
    heads: list[int | None] = [8, 2, 8, 6, 6, 6, 2, 8, None]
    deprels: list[str | None] = ["mark", "det", "nsubj", "nsubj", "aux", "aux", "acl:relcl", "cop", "ccomp"]
    clause = by_syntax(words, lows, heads, deprels, 0, len(words))
    assert clause is not None
    assert list(clause.group) == ["was", "missing"]
    assert outlook(clause) == said("the valve that would have closed was missing")


def test_syntax_without_a_subject_is_no_clause() -> None:
    words, lows = cut("Varna of moving men")
    assert by_syntax(words, lows, [None, 2, 0, 2], ["obj", "mark", "acl", "obj"], 0, 4) is None


@pytest.mark.parametrize(
    ("cue", "strength", "passive", "list_name"),
    [
        ("believes", "weak", False, None),
        ("expects", "weak", False, "expecting"),
        ("is believed", "strong", True, None),
        ("are said", "strong", True, "hearsay_passives"),
        ("allege", "strong", False, "distancing_strong"),
        ("claims", "none", False, "distancing"),
        ("asked for", "none", False, "asking"),
        ("vowed", "none", False, "wanting"),
        ("feared", "none", False, "feeling"),
        ("", "none", False, None),
    ],
)
def test_stance(cue: str, strength: str, passive: bool, list_name: str | None) -> None:
    found = stance(cue)
    assert (found.strength, found.passive) == (strength, passive)
    assert list_name is None or found.among(list_name)


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("The company denied that oil had leaked.", "denied"),
        ("Roux does not believe that the lock was forced.", "denied"),
        ("The ministry called the report a lie.", "denied"),
        ("The board said it never gave such a figure.", "denied"),
        ("The board said that the dam was not dry.", "affirmed"),
        ("Economists said they may never come back.", "affirmed"),
        ("The ministry called the report not entirely false.", "affirmed"),
    ],
)
def test_denials(text: str, polarity: str) -> None:
    assert RulesReader().read(document(text)).attributions[0].polarity == polarity


VOCABULARY = "that the dam may not have been if , which would never will said no is to “ ” . Roux had worked due"
WORDS = list(VOCABULARY.split())


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=25))
def test_the_clause_stays_within_its_words(words: list[str]) -> None:
    lows = [word.lower() for word in words]
    clause = by_words(words, lows, 0, len(words))
    assert 0 <= clause.first <= clause.verb <= clause.after <= len(words)
    assert clause.last <= len(words)
    outlook(clause)
