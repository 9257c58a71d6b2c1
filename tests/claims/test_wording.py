"""Claims as sentences: what is a clause, what needs its cue, who a pronoun is."""

from __future__ import annotations

import pytest
from test_make import claims

from sayso.claims.clauses import is_clause, lacks_subject


@pytest.mark.parametrize(
    "words",
    [
        "the dam was dry",
        "that the dam would hold",
        "It speaks of forty litres",
        "The zone holds between 8,000 and 9,500 sheep",
        "those who stayed were safe",
        "What they did was a walk along the crest",
        "In April, the office hired two men",
        "Now that there is rain, there is hope",
        "Why was there such a wall?",
        "we don’t know",
        "IS sold a part of the oil",
    ],
)
def test_clauses(words: str) -> None:
    assert is_clause(words)


@pytest.mark.parametrize(
    "words",
    [
        "7.1 tonnes a hectare",
        "the statements of a top envoy",
        "the number of families who had lost their homes at about 3,000",
        "what look like the marks of pox in four flocks",
        "to hand over 84 vases",
        "Varna of moving men to the south",
        "were rescued on Monday",
        "having received any such warning",
        "whether the road will be closed",
        "the lowest gallery be closed",
        "a complaint for Monday",
        "the customs hall and paid for the coffee",
        "it as a rumour",
        "",
        "“”",
    ],
)
def test_no_clauses(words: str) -> None:
    assert not is_clause(words)


@pytest.mark.parametrize(
    ("words", "lacks"), [("were rescued", True), ("“is over”", True), ("Was it over?", False), ("they were", False)]
)
def test_subjects(words: str, lacks: bool) -> None:
    assert lacks_subject(words) is lacks


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("“I do not want a tenth name,” said Ida Roux.", "I [Ida Roux] do not want a tenth name."),
        ("“I’m voting for Lund,” said Ida Roux.", "I’m [Ida Roux] voting for Lund."),
        ("Ida Roux said she had not been asked.", "She [Ida Roux] had not been asked."),
        ("The Harbour Company said it had moved six ships.", "It [Harbour Company] had moved six ships."),
        ("The Harbour Company said it was too late.", "It was too late."),
        ("Ida Roux said they had not been asked.", "They had not been asked."),
        ("“He was not asked,” said Ida Roux.", "He was not asked."),
        ("Ida Roux said the dam was dry. She denied a leak.", "She [Ida Roux] denied a leak."),
    ],
)
def test_who_a_pronoun_is(text: str, claim: str) -> None:
    assert claims(text)[-1].text == claim


def test_ranges_stay_those_of_the_content() -> None:
    text = "The board expects 7.1 tonnes a hectare."
    (claim,) = claims(text)
    assert text[claim.start : claim.end] == "7.1 tonnes a hectare"


def test_an_interrupted_quotation_is_one() -> None:
    text = "‘The water was in the houses,’ Ida Roux said. ‘Nobody heard it.’"
    assert claims(text)[0].text == "The water was in the houses. Nobody heard it."


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("Two bridges fell in a day, and the mayor said the dam was dry.", ["Two bridges fell in a day."]),
        (
            "Tulcea has asked for help; it lies 110 kilometres north of Brell.",
            ["It lies 110 kilometres north of Brell."],
        ),
        ("On Monday the mayor said that the dam was dry.", []),
        ("The mayor said that the dam was dry, and that two bridges fell on Monday.", []),
    ],
)
def test_the_writers_part_of_a_sentence(text: str, own: list[str]) -> None:
    assert [c.text for c in claims(text) if c.attribution is None] == own


def test_that_as_a_subject_stays() -> None:
    assert claims("“That is too much,” said Ida Roux.")[0].text == "That is too much."


def test_a_dateline_is_no_part_of_a_claim() -> None:
    text = "KOPER, Slovenia (Tidewire) – Dockers stopped work on Monday, the port said."
    (claim,) = claims(text)
    assert claim.text == "Dockers stopped work on Monday [2024-06-10]."
    assert text[claim.start : claim.end] == "Dockers stopped work on Monday"
