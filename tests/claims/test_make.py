"""From attributions and measures to claims."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plain_documents import document
from sayso.claims import make_claims
from sayso.claims.wording import stand_alone
from sayso.measures import date_sayings, find_quantities, find_times
from sayso.nouns import Claim
from sayso.reader.rules import RulesReader
from sayso.speakers import resolve


def claims(text: str, headings: tuple[tuple[int, int], ...] = ()) -> tuple[Claim, ...]:
    made = document(text)
    layers = RulesReader().read(made)
    made = msgspec.structs.replace(made, sentences=layers.sentences, headings=headings)
    found = resolve(made, layers)
    times = find_times(made, layers)
    quantities = find_quantities(made, times)
    attributions = date_sayings(layers, found.attributions, times)
    return make_claims(made, attributions, times, quantities, (), found.entities)


def test_the_innermost_hop_makes_the_claim() -> None:
    (claim,) = claims("The Guardian reported that Rory Stewart stated that 30 men had left.")
    assert claim.text == "30 men had left."
    assert claim.attribution == "a2"
    assert claim.chain == ("a2", "a1")
    assert claim.quantities == ("q1",)


def test_a_hop_that_says_more_than_its_inner_one_makes_a_claim_too() -> None:
    found = claims(
        "Roux said that the dam, which engineers say was built in haste, had lost 30 metres of its wall on Monday."
    )
    assert len(found) == 2


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Roux said that the dam was dry.", "asserted"),
        ("Roux denied that the dam was dry.", "denied"),
        ("Roux believes that the dam is dry.", "hedged"),
        ("The dam is said to be dry.", "hedged"),
        ("Roux said that the dam may be dry.", "hedged"),
        ("Roux vowed to drain the dam.", "planned"),
        ("Roux said that the board will drain the dam.", "planned"),
        ("Roux asked whether the dam was dry.", "asked"),
        ("Roux said that if it rained the dam would fill.", "hypothetical"),
    ],
)
def test_status(text: str, status: str) -> None:
    assert claims(text)[0].status == status


def test_the_writers_own() -> None:
    text = "A dam of the year 1961\nThe dam lost 30 metres of its wall on Monday. It was a pity. Roux said it was dry."
    found = claims(text, headings=((0, 22),))
    own = [c for c in found if c.attribution is None]
    assert [c.text for c in own] == ["The dam lost 30 metres of its wall on Monday [2024-06-10]."]
    assert own[0].chain == ()
    assert own[0].times
    assert own[0].quantities


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("On Monday two men were said to have left.", "On Monday [2024-06-10] two men were said to have left."),
        ("Adan said it was dry, accusing Varna of treason.", "Adan accused Varna of treason."),
        ("Adan vowed to leave.", "Adan vowed to leave."),
        ("The board expects 7.1 tonnes a hectare.", "The board expects 7.1 tonnes a hectare."),
        ("Insurers estimate the damage at 14 million euros.", "Insurers estimate the damage at 14 million euros."),
        ("“A victory with a small v,” said Mirko Babić.", "“A victory with a small v,” said Mirko Babić."),
        ("The fire service denied reports of a second blast.", "The fire service denied reports of a second blast."),
        (
            "The office put the number of families who had lost their homes at 3,000.",
            "The office put the number of families who had lost their homes at 3,000.",
        ),
    ],
)
def test_contents_that_lean_on_their_cue_keep_it(text: str, claim: str) -> None:
    assert claims(text)[-1].text == claim


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Roux put the loss at 4 million, calling it “a guess”.", "Roux put the loss at 4 million."),
        ("The mill lost 30 drivers in a year and said it would close.", "The mill lost 30 drivers in a year."),
        ("The mill lost 30 drivers in a year, blaming the price of flour.", "The mill lost 30 drivers in a year."),
        ("The board disputes this too; its own estimate is three million.", "Its own estimate is three million."),
        ("The sluice is 40 years old; on Monday the mayor said that it leaked.", "The sluice is 40 years old."),
        ("Roux corrected the old number, six: she said that one man left.", "Roux corrected the old number, six."),
        ("Roux announced the catch at noon: 310 tonnes of cod.",
         "Roux announced the catch at noon: 310 tonnes of cod."),
        ("Roux corrected the number of wells: 40, not 50 as the town had estimated.",
         "Roux corrected the number of wells: 40, not 50 as the town had estimated."),
    ],
)  # fmt: skip
def test_a_figure_is_kept(text: str, claim: str) -> None:
    assert claim in [c.text for c in claims(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Roux, who is 40 and lives in Orlec, said that it was dry.",
        "Roux, 40, said that it was dry.",
        "Roux stood up and said that it was dry.",
    ],
)
def test_what_states_no_figure_beside_a_cue_is_no_claim(text: str) -> None:
    assert [c.text for c in claims(text)] == ["It was dry."]


def test_the_writers_own_that_is_kept() -> None:
    assert stand_alone("That fact was new", attributed=False) == "That fact was new."


def test_a_refusal_claims_nothing() -> None:
    assert claims("The agency declined to comment on the number of 30.") == ()


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("that the dam was dry", "The dam was dry."),
        ("“It is over,”", "It is over."),
        ("“Is it over?”", "Is it over?"),
        ("the dam  was\ndry", "The dam was dry."),
        ("‘It’s over,’", "It’s over."),
        ("''It is over,''", "It is over."),
        ("that it “is over and done.", "It “is over and done.”"),
        ("‘Over’ and ‘out’", "‘Over’ and ‘out’."),
        ("that it was “over”", "It was “over”."),
        ("", ""),
    ],
)
def test_wording(body: str, text: str) -> None:
    assert stand_alone(body) == text


VOCABULARY = "Roux said that the dam was dry . , “ ” 30 men on Monday Reuters according to denied who may ?"
WORDS = list(VOCABULARY.split())


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=50))
def test_ranges_and_ids_hold(words: list[str]) -> None:
    text = " ".join(words)
    found = claims(text)
    assert [c.id for c in found] == [f"c{n}" for n in range(1, len(found) + 1)]
    for claim in found:
        assert 0 <= claim.start < claim.end <= len(text)
        assert claim.chain[:1] == ((claim.attribution,) if claim.attribution else ())
        assert len(set(claim.chain)) == len(claim.chain)
