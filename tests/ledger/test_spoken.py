"""Chains and days as they are told in words."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.ledger.spoken import days_between, spoken, spoken_interval
from sayso.nouns import Said
from sayso.nouns.found import Hop


def hop(speaker: str | None = None, source: str | None = None, **more: Any) -> Hop:
    said = more.pop("said", None)
    kept: dict[str, Any] = {"kind": "named", "cue": None, "venue": None, "addressee": None} | more
    when = Said(from_=said[0], to=said[1], time=None) if said else None
    return Hop(attribution="a1", speaker=speaker, source=source or speaker, said=when, **kept)


MARCH = ("2017-03-01", "2017-03-31")
WALDHAUSER = hop("Thomas D. Waldhauser", "Waldhauser", addressee="a Senate panel", said=MARCH)


@pytest.mark.parametrize(
    ("hops", "outlet", "told"),
    [
        (
            (WALDHAUSER,),
            "The New York Times",
            "Thomas D. Waldhauser, to a Senate panel, March 2017, according to The New York Times",
        ),
        (
            (WALDHAUSER, hop("The New York Times", kind="outlet")),
            "The Herald",
            "Thomas D. Waldhauser, to a Senate panel, March 2017, according to The New York Times, as reported by The"
            " Herald",
        ),
        ((WALDHAUSER,), None, "Thomas D. Waldhauser, to a Senate panel, March 2017"),
        ((), "The Herald", "The Herald, in its own words"),
        ((), None, "this page, in its own words"),
        ((hop(kind="unnamed"),), "The Herald", "an unnamed source, according to The Herald"),
        ((hop(None, "He"),), "The Herald", "an unnamed source, according to The Herald"),
        ((hop("officials", "Officials", kind="anonymous"),), "The Herald", "officials, according to The Herald"),
        ((hop("mayor of Koper", "He", kind="role"),), "The Herald", "the mayor of Koper, according to The Herald"),
        ((hop("union", "The union", kind="group"),), "The Herald", "the union, according to The Herald"),
        (
            (hop("official", "an official, who asked not to be named,", kind="anonymous"),),
            "The Herald",
            "an official, according to The Herald",
        ),
        ((hop("Ann Bell", venue="a written statement"),), None, "Ann Bell, in a written statement"),
        ((hop("Ann Bell", venue="a joint press conference"),), None, "Ann Bell, at a joint press conference"),
        ((hop("Ann Bell", venue="local radio"),), None, "Ann Bell, on local radio"),
        ((hop("Ann Bell", venue="a radio interview"),), None, "Ann Bell, in a radio interview"),
        ((hop("Ann Bell", venue="the BBC Radio 5 Live"),), None, "Ann Bell, on the BBC Radio 5 Live"),
        ((hop("Ann Bell", venue="earlier this month"),), None, "Ann Bell"),
        ((hop("Ann Bell", venue="a communiqué on"),), None, "Ann Bell, in a communiqué"),
        ((hop("Ann Bell", venue="reporters in Korr"),), None, "Ann Bell, to reporters in Korr"),
        ((hop("Ann Bell", addressee="him"),), None, "Ann Bell"),
        ((hop("Ann Bell", addressee="her committee"),), None, "Ann Bell"),
        (
            (hop("Ann Bell", addressee="reporters at", venue="a briefing"),),
            None,
            "Ann Bell, to reporters at a briefing",
        ),
        ((hop("Ann Bell", addressee="The Herald", venue="The Herald"),), "Herald", "Ann Bell, to The Herald"),
        ((hop("Ann Bell"), hop("The Herald", kind="outlet")), "The Herald", "Ann Bell, according to The Herald"),
        (
            (hop("Ann Bell"), hop(kind="unnamed")),
            "The Herald",
            "Ann Bell, according to an unnamed source, as reported by The Herald",
        ),
    ],
)
def test_a_chain_in_words(hops: tuple[Hop, ...], outlet: str | None, told: str) -> None:
    assert spoken(hops, outlet) == told


@pytest.mark.parametrize(
    ("first", "last", "told", "granularity"),
    [
        ("2017-10-22", "2017-10-22", "22 October 2017", "day"),
        ("2017-03-01", "2017-03-31", "March 2017", "month"),
        ("2016-02-01", "2016-02-29", "February 2016", "month"),
        ("2016-02-01", "2016-02-28", "1–28 February 2016", "range"),
        ("2017-01-01", "2017-12-31", "2017", "year"),
        ("2015-01-01", "2017-12-31", "2015–2017", "range"),
        ("2017-06-01", "2017-08-31", "June–August 2017", "range"),
        ("2016-12-01", "2017-01-31", "December 2016–January 2017", "range"),
        ("2024-06-10", "2024-06-12", "10–12 June 2024", "range"),
        ("2024-05-30", "2024-06-02", "30 May–2 June 2024", "range"),
        ("2023-12-30", "2024-01-02", "30 December 2023–2 January 2024", "range"),
        ("2017-05-02", None, "since 2 May 2017", "range"),
        (None, "2017-05-02", "until 2 May 2017", "range"),
        ("-0044-03-15", "-0044-03-15", "-0044-03-15", "range"),
    ],
)
def test_days_in_words(first: str | None, last: str | None, told: str, granularity: str) -> None:
    made = days_between(first, last)
    assert made is not None
    assert (made.text, made.granularity) == (told, granularity)


def test_no_day_is_no_word() -> None:
    assert spoken_interval(None, None) == ""
    assert days_between(None, None) is None


@given(st.dates(), st.dates())
def test_different_days_are_told_differently(one: dt.date, other: dt.date) -> None:
    first, last = sorted((one, other))
    told = spoken_interval(first.isoformat(), last.isoformat())
    assert str(last.year) in told
    assert str(first.year) in told
    assert (told == spoken_interval(last.isoformat(), last.isoformat())) == (first == last)
