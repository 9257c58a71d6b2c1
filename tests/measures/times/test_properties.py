"""What always holds: ranges, order, repetition, and that no rule can run away."""

from __future__ import annotations

import datetime as dt
import re
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st
from scenes import layers_of, page, times

from sayso.measures.times import timex3
from sayso.measures.times.calendar import month, move, quarter, third, week, year
from sayso.measures.times.grammar import read
from sayso.measures.times.pattern import code
from sayso.measures.times.words import read_words, vocabulary

_VOCABULARY = """
the a of in on at last next this 5 12 31 1990 2024 May March Tuesday third quarter year weeks ago later earlier early
end and to - / , . : ' p.m. BC noon Easter 1990s summer second half two hundred every past morning before since é
"""
_WORDS = st.lists(st.sampled_from([*_VOCABULARY.split(), "\n"]), max_size=40)
_DAYS = st.dates(min_value=dt.date(200, 1, 1), max_value=dt.date(2900, 1, 1))


@settings(max_examples=150, deadline=None)
@given(_WORDS, st.sampled_from(["2024-02-29", None, "junk", "0001-01-01", "9999-12-31"]))
def test_ranges_hold(words: list[str], published: str | None) -> None:
    text = " ".join(words)
    found = times(text, published)
    assert found == times(text, published)
    assert [time.id for time in found] == [f"t{n}" for n in range(1, len(found) + 1)]
    end = 0
    for time in found:
        assert text[time.start : time.end] == time.text
        assert time.start >= end
        end = time.end
        assert (time.from_ is None) == (time.to is None)
        if time.from_ and time.to:
            assert time.from_ <= time.to
        assert 0 < time.score <= 1
        assert all(rival.score <= time.score for rival in time.rivals)


@settings(max_examples=100, deadline=None)
@given(_WORDS)
def test_tags_of_timex3_do_not_overlap(words: list[str]) -> None:
    text = " ".join(words)
    tags = timex3(page(text), layers_of(text))
    assert all(a.end <= b.start for a, b in pairwise(tags))


def test_a_range_is_two_tags_of_timex3() -> None:
    text = "It was open from 2018 to 2020."
    assert [(text[t.start : t.end], t.value) for t in timex3(page(text), layers_of(text))] == [
        ("2018", "2018"),
        ("2020", "2020"),
    ]


@given(_DAYS, st.sampled_from(["day", "week", "month", "quarter", "year", "decade"]), st.integers(-50, 50))
def test_moving_keeps_order(day: dt.date, unit: str, count: int) -> None:
    moved = move(day, unit, count)
    if moved is not None:
        assert (moved > day) == (count > 0)
        assert (moved == day) == (count == 0)


@given(_DAYS)
def test_a_stretch_holds_its_day_and_its_thirds_lie_within(day: dt.date) -> None:
    stretches = (week(day), month(day.year, day.month), quarter(day.year, (day.month + 2) // 3), year(day.year))
    for stretch in stretches:
        assert stretch.first <= day <= stretch.last
        parts = [third(stretch, part) for part in ("early", "mid", "late")]
        assert parts[0][0] == stretch.first
        assert parts[2][1] == stretch.last
        assert all(first <= last for first, last in parts)


@given(st.dates(min_value=dt.date(1900, 1, 1), max_value=dt.date(2100, 1, 1)), st.booleans())
def test_a_day_written_out_is_that_day_whatever_the_page(day: dt.date, first: bool) -> None:
    words = f"{day.day} {day:%B} {day.year}" if first else f"{day:%B} {day.day}, {day.year}"
    for published in ("2024-06-12", None):
        (found,) = times(f"It happened on {words}.", published)
        assert (found.value, found.from_, found.to) == (day.isoformat(), day.isoformat(), day.isoformat())


def test_no_rule_repeats_without_bound() -> None:
    """So that a text of any kind is read in time linear in its length."""
    patterns = [rule.pattern.pattern for stage in read.STAGES for rule in stage.rules]
    assert len(patterns) > 100
    assert not [pattern for pattern in patterns if re.search(r"[*+]|\{\d*,\}", pattern)]


def test_every_class_that_a_rule_names_is_made_by_a_word_or_a_rule() -> None:
    """So that no rule waits for a word that the lexicon does not have."""
    known = vocabulary()
    words = {kind for kind, _ in known.single.values()} | {row[1] for rows in known.phrases.values() for row in rows}
    figures = {item.kind for item in read_words("5 500 1990 1990s 3rd a Jan 5 Tue 5")}
    made = {rule.gives for stage in read.STAGES for rule in stage.rules} | {"YEAR4"}
    named = {char for stage in read.STAGES for rule in stage.rules for char in rule.pattern.pattern if char >= "\ue000"}
    assert named <= {code(kind) for kind in words | figures | made | {"OTHER"}}
