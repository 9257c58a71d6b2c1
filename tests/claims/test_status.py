"""The source's certainty and the writer's, apart; statuses that chains and cues give."""

from __future__ import annotations

import pytest
from test_make import claims


@pytest.mark.parametrize(
    ("text", "source", "writer"),
    [
        ("Roux said that the dam was dry.", "none", "none"),
        ("Roux said that the dam may be dry.", "strong", "none"),
        ("Roux believes that the dam is dry.", "weak", "none"),
        ("The dam is believed to be dry.", "strong", "none"),
        ("The dam is said to be dry.", "none", "strong"),
        ("The dam was reported to have burst.", "none", "weak"),
        ("Rebels claimed that the dam may be dry.", "strong", "weak"),
        ("The ring allegedly sold 300 passports.", "none", "strong"),
        ("Engineers doubt that the wall will hold.", "weak", "none"),
    ],
)
def test_source_and_writer(text: str, source: str, writer: str) -> None:
    certainty = claims(text)[-1].certainty
    assert certainty is not None
    assert certainty.source is not None
    assert (certainty.source.strength, certainty.writer.strength) == (source, writer)


def test_the_writers_own_has_no_source() -> None:
    certainty = claims("Brell may lose two schools.")[0].certainty
    assert certainty is not None
    assert certainty.source is None
    assert certainty.writer.text == "may"


def test_who_passes_it_on_is_the_writer() -> None:
    certainty = claims("Sources claimed that Roux said that the dam was dry.")[-1].certainty
    assert certainty is not None
    assert (certainty.writer.strength, certainty.writer.text) == ("weak", "claimed")


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("General Roux rejected claims that his men had crossed the border.", "denied"),
        ("Roux does not believe that the lock was forced.", "denied"),
        ("The ministry called the report a lie.", "denied"),
        ("Villagers fear that the slope will slide.", "hypothetical"),
        ("The council said it would hire 30 teachers.", "planned"),
        ("Roux said a stoppage would cost 2 million euros.", "hypothetical"),
        ("Roux said the museum is set to close.", "planned"),
        ("Roux said the plant would have closed without the loan.", "hypothetical"),
        ("The agency agreed to release the crews.", "planned"),
        ("Roux agreed that the wall had cracked.", "asserted"),
        ("Roux said that the valve that would have closed was missing.", "asserted"),
    ],
)
def test_status(text: str, status: str) -> None:
    assert claims(text)[-1].status == status


def test_an_answer_to_a_charge_is_asserted_with_its_never() -> None:
    (claim,) = claims("The board said it never gave such a figure.")
    assert claim.status == "asserted"
    assert claim.certainty is not None
    assert claim.certainty.negation == "never"
