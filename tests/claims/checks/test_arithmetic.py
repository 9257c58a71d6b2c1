"""Sums of sentences of our own; figures that stand together by chance are no sums."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plain_documents import document
from sayso.claims.checks.arithmetic import check_arithmetic
from sayso.claims.checks.finding import Finding
from sayso.claims.checks.numbers import numbers, rounding, shown
from sayso.measures import find_quantities, find_times
from sayso.nouns import Quantity
from sayso.reader.rules import RulesReader


def check(text: str) -> list[Finding]:
    made = document(text)
    layers = RulesReader().read(made)
    times = find_times(made, layers)
    quantities = find_quantities(made, times, layers)
    return list(check_arithmetic(text, layers.sentences, quantities, times))


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Nine people were hurt: six drivers and three guards.", "6 plus 3 is 9"),
        ("Of the 400 tents, 100 were torn, or 25 percent.", "100 of 400 is 25 percent"),
        ("The toll rose from 20 to 25 crowns, an increase of a quarter.", "25 is 25.0 percent above 20"),
        ("The fee tripled from 10 to 30 euros.", "30 is 3 times 10"),
        ("Roux got 812 votes and Lenz 700 votes, a margin of 112 votes.", "812 minus 700 is 112"),
        ("The town bought 30 lamps at 40 euros each, 1,200 euros in all.", "30 times 40 is 1,200"),
    ],
)
def test_sums_that_add_up(text: str, why: str) -> None:
    (finding,) = check(text)
    assert (finding.verdict, finding.why) == ("consistent", why)


@pytest.mark.parametrize(
    "text",
    [
        "Nine people were hurt: six drivers and eight guards.",
        "Of the 400 tents, 100 were torn, or 60 percent.",
        "The toll rose from 20 to 25 crowns, an increase of 90 percent.",
        "The fee tripled from 10 to 50 euros.",
        "Roux got 812 votes and Lenz 700 votes, a margin of 512 votes.",
        "The town bought 30 lamps at 40 euros each, 9,200 euros in all.",
        "The crash hurt four people, including three guards and two drivers.",
    ],
)
def test_sums_that_do_not(text: str) -> None:
    (finding,) = check(text)
    assert finding.verdict == "inconsistent"
    assert text[finding.start : finding.end]


@pytest.mark.parametrize(
    "text",
    [
        "The crash hurt nine people, including three guards and two drivers.",
        "Prices rose by 3 percent in May and by 5 percent in June.",
        "The bridge is 300 metres long and cost 12 million euros.",
        "Some 40 lorries took 90 tents to the camp.",
        "Output is three times the level of 2015, at 40 litres a minute.",
        "Roux got 812 votes, and a margin of error of 3 points was given.",
    ],
)
def test_no_sum_is_made_where_none_is_stated(text: str) -> None:
    assert check(text) == []


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (31204, "31,204"),
        (1_100_000, "1.1 million"),
        (2.25e9, "2.25 billion"),
        (0.5364, "0.536"),
        (float("inf"), "an open number"),
    ],
)
def test_numbers_in_sums(value: float, words: str) -> None:
    assert shown(value) == words


def made(text: str, low: float, *, approximate: bool) -> Quantity:
    return Quantity(
        id="q1",
        start=0,
        end=len(text),
        text=text,
        low=low,
        high=low,
        approximate=approximate,
        unit=None,
        of=None,
        kind="count",
    )


@given(st.integers(min_value=1, max_value=10**7))
def test_an_exact_count_has_no_rounding_and_an_approximate_one_has(count: int) -> None:
    assert rounding(made(f"{count}", count, approximate=False)) == 0
    assert rounding(made(f"about {count}", count, approximate=True)) >= 0.05 * count


@given(st.integers(min_value=1, max_value=99), st.integers(min_value=0, max_value=9))
def test_decimals_are_rounded_to_their_last_digit(whole: int, tenth: int) -> None:
    value = whole + tenth / 10
    (number,) = numbers([made(f"{value:.1f} million", value * 1e6, approximate=False)], [])
    assert number.low == pytest.approx(value * 1e6 - 50_000)
    assert number.high == pytest.approx(value * 1e6 + 50_000)


@settings(deadline=None, max_examples=40)
@given(
    st.lists(
        st.sampled_from(
            [
                "12",
                "7",
                "5",
                "percent",
                "of",
                "the",
                "people",
                ":",
                ",",
                "and",
                "a",
                "third",
                "more",
                "than",
                "tripled",
                "from",
                "to",
                "in",
                "all",
                "each",
                "euros",
                "margin",
                "10^400",
                "-3",
                "0",
                ".",
            ]
        ),
        max_size=20,
    )
)
def test_any_words_are_survived(words: list[str]) -> None:
    text = " ".join(words)
    for finding in check(text):
        assert 0 <= finding.start < finding.end <= len(text)
