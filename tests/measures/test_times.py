"""Time expressions: value, interval, relation; and which of them dates a saying."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plain_documents import document
from sayso.measures import date_sayings, find_times
from sayso.nouns import Time
from sayso.reader.rules import RulesReader


def times(text: str, published: str | None = "2024-06-12") -> tuple[Time, ...]:
    made = document(text, published)
    return find_times(made, RulesReader().read(made))


@pytest.mark.parametrize(
    ("text", "value", "first", "last"),
    [
        ("12 June 2024", "2024-06-12", "2024-06-12", "2024-06-12"),
        ("June 12, 2024", "2024-06-12", "2024-06-12", "2024-06-12"),
        ("2024-06-12", "2024-06-12", "2024-06-12", "2024-06-12"),
        ("October 22", "2023-10-22", "2023-10-22", "2023-10-22"),
        ("in March", "2024-03", "2024-03-01", "2024-03-31"),
        ("last November", "2023-11", "2023-11-01", "2023-11-30"),
        ("in February 2024", "2024-02", "2024-02-01", "2024-02-29"),
        ("in 2014", "2014", "2014-01-01", "2014-12-31"),
        ("mid-2017", "2017", "2017-05-01", "2017-08-31"),
        ("the 1990s", "199", "1990-01-01", "1999-12-31"),
        ("yesterday", "2024-06-11", "2024-06-11", "2024-06-11"),
        ("on Monday", "2024-06-10", "2024-06-10", "2024-06-10"),
        ("on Wednesday", "2024-06-12", "2024-06-12", "2024-06-12"),
        ("next Friday", "2024-06-14", "2024-06-14", "2024-06-14"),
        ("last week", "2024-W23", "2024-06-03", "2024-06-09"),
        ("last month", "2024-05", "2024-05-01", "2024-05-31"),
        ("this year", "2024", "2024-01-01", "2024-12-31"),
        ("two days ago", "2024-06-10", "2024-06-10", "2024-06-10"),
        ("three years ago", "2021", "2021-01-01", "2021-12-31"),
    ],
)
def test_dates(text: str, value: str, first: str, last: str) -> None:
    (found,) = times(f"It happened {text}.")
    assert (found.value, found.from_, found.to) == (value, first, last)
    assert found.rule


@pytest.mark.parametrize(
    ("text", "value"), [("for three weeks", "P3W"), ("for 20 minutes", "PT20M"), ("for an hour", "PT1H")]
)
def test_durations(text: str, value: str) -> None:
    (found,) = times(f"It lasted {text}.")
    assert (found.type, found.value, found.from_) == ("DURATION", value, None)


@pytest.mark.parametrize("text", ["The march went on.", "It may rain.", "Flight 2034b left.", "It cost $1999."])
def test_no_dates(text: str) -> None:
    assert times(text) == ()


def test_early_in_a_month_is_its_first_third() -> None:
    (found,) = times("They came in early March.")
    assert (found.relation, found.from_, found.to) == ("early", "2024-03-01", "2024-03-10")


def test_without_a_day_of_publication_nothing_is_reckoned() -> None:
    (found,) = times("It happened yesterday.", None)
    assert (found.value, found.from_) == (None, None)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Reuters reported on October 22 that it rained.", "2023-10-22"),
        ("On Monday the mayor said it rained.", "2024-06-10"),
        ("It rained, the mayor said on Monday.", "2024-06-10"),
        ("The mayor said it rained on Monday.", None),
        ("The mayor said it rained.", None),
    ],
)
def test_said(text: str, day: str | None) -> None:
    made = document(text)
    layers = RulesReader().read(made)
    (dated,) = date_sayings(layers, layers.attributions, find_times(made, layers))
    assert (dated.said.from_ if dated.said else None) == day


def test_a_nested_saying_does_not_take_the_date_of_the_outer_one() -> None:
    made = document("Reuters reported on Monday that Rosa Klein stated on Friday that it rained.")
    layers = RulesReader().read(made)
    outer, inner = date_sayings(layers, layers.attributions, find_times(made, layers))
    assert outer.said is not None
    assert inner.said is not None
    assert (outer.said.from_, inner.said.from_) == ("2024-06-10", "2024-06-07")
    made = document("Reuters reported on Monday that Rosa Klein stated that it rained.")
    layers = RulesReader().read(made)
    assert date_sayings(layers, layers.attributions, find_times(made, layers))[1].said is None


@settings(max_examples=100, deadline=None)
@given(
    st.text(alphabet="0123456789 -/,.:JuneMayMonday12thago'twodyslrn", max_size=80),
    st.sampled_from(["2024-02-29", None, "junk", "0001-01-01"]),
)
def test_ranges_hold(text: str, published: str | None) -> None:
    found = times(text, published)
    assert [t.id for t in found] == [f"t{n}" for n in range(1, len(found) + 1)]
    end = 0
    for time in found:
        assert text[time.start : time.end] == time.text
        assert time.start >= end
        end = time.end
        if time.from_ and time.to:
            assert time.from_ <= time.to
