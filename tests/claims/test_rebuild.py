"""Contents that are no clause, made into sentences; what was done to the words is listed."""

from __future__ import annotations

import pytest
from test_make import claims

from sayso.claims.rebuild import is_many


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Some 40 trucks are believed to have crossed the Varn.", "Some 40 trucks have crossed the Varn."),
        ("The cargo is thought to be worth 2 million euros.", "The cargo is worth 2 million euros."),
        ("The commander is rumoured to live in Brell.", "The commander lives in Brell."),
        ("Nine people were reported to have drowned.", "Nine people had drowned."),
        ("The tunnel is expected to open in 2023.", "The tunnel will open in 2023."),
        ("Reuters reported that the group is said to have left.", "The group has left."),
        ("The minister reportedly left the country by boat.", "The minister left the country by boat."),
        ("The group claims to have shot down a drone.", "[The group] has shot down a drone."),
        ("Lena Fors denied having received the letter.", "[Lena Fors] had received the letter."),
        ("On Friday Col. Adan accused Varna of moving men.", "Varna [was] moving men."),
        ("The report accuses two firms of having hidden the leak.", "Two firms [have] hidden the leak."),
        ("They kept the vases that Roux said were found in the hall.", "[The vases] were found in the hall."),
        ("The town saw rafts that officials said were unsafe.", "[Rafts] were unsafe."),
    ],
)
def test_rebuilt(text: str, claim: str) -> None:
    made = claims(text)[-1]
    assert made.text == claim
    assert made.form == "sentence"
    assert {"supplied", "changed"} & {edit.kind for edit in made.edits}


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        # the tense, the subject or what the adverbial goes with would be a guess
        ("The rebels were said to hold three villages.", "The rebels were said to hold three villages."),
        ("The flood, it is feared, was said to be high.", None),
        ("The company denies having received any warning.", "The company denies having received any warning."),
        ("Adan accused them of moving men.", "Adan accused them of moving men."),
        ("Adan accused Varna of treason.", "Adan accused Varna of treason."),
    ],
)
def test_left_as_they_are(text: str, claim: str | None) -> None:
    made = claims(text)[-1]
    assert claim is None or made.text == claim


def test_what_was_brought_in_is_where_it_says() -> None:
    text = "The group claims to have shot down a drone."
    (claim,) = claims(text)
    (supplied,) = [edit for edit in claim.edits if edit.kind == "supplied"]
    assert supplied.span is not None
    assert text[slice(*supplied.span)] == "The group"
    assert (claim.start, claim.end) == (17, 42)


def test_what_was_dropped_and_explained_is_listed() -> None:
    (claim,) = claims("Ida Roux said that she had warned the crew on Monday.")
    assert claim.text == "She [Ida Roux] had warned the crew on Monday [2024-06-10]."
    assert [(edit.kind, edit.was, edit.now) for edit in claim.edits] == [
        ("dropped", "that", None),
        ("glossed", "she", "[Ida Roux]"),
        ("glossed", "Monday", "[2024-06-10]"),
    ]


def test_a_clause_as_it_stands_has_no_edits() -> None:
    assert claims("The dam was dry, Roux said.")[0].edits == ()


@pytest.mark.parametrize(
    ("phrase", "many"),
    [
        ("two firms", True),
        ("the police", True),
        ("Roux and Lie", True),
        ("the owners of the ship", True),
        ("a series of shocks", False),
        ("Brussels", False),
        ("the owner of the ships", False),
        ("the crisis", False),
    ],
)
def test_number(phrase: str, many: bool) -> None:
    assert is_many(phrase) is many
