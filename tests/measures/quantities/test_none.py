"""Numbers that are no quantities, and input meant to break the reading."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from quantities_of import quantities

from plain_documents import document
from sayso.measures.quantities import find_quantities
from sayso.nouns import Mention, Time
from sayso.reader.layers import Layers


@pytest.mark.parametrize(
    "text",
    [
        "In 2014 it fell.",
        "It fell on October 22, 2017.",
        "It fell on 22 October.",
        "It fell on Mar 9 2018.",
        "It fell on 2019-09-01.",
        "The 3rd battalion and the 1990s and the nineteen-fifties.",
        "Flight 370 left.",
        "At 5 p.m. and 10.45pm and 9:35 it fell.",
        "At half past five it fell.",
        "One of them left.",
        "No one left, and the one who stayed slept.",
        "The G7, a Boeing 737 and the TA-35 index fell.",
        "Article 5 and Section 427 apply.",
        "The S&P 500 fell, and so did the FTSE 100.",
        "Call 555-123-4567 or (555) 123-4567.",
        "They won 2-0 and drew 3-3.",
        "It ended in a 5-4 ruling.",
        "He lives at 10 Downing Street.",
        "Version 1.2.3 of the tool is at http://a.example/12/34.",
        "It lies at 32.5°N 13.2°E.",
        "The two countries talked.",
        "A third battalion came.",
        "See note [12] and item 007.",
        "The 90049 ZIP code.",
        "It was 10^400.",
        "9" * 5000,
        "The number: 0x41414141.",
    ],
)
def test_no_quantities(text: str) -> None:
    assert quantities(text) == ()


def test_numbers_in_times_and_names_are_none() -> None:
    text = "At 300 the BBC Radio 5 Live team met 40 men."
    time = Time(id="t1", start=3, end=6, text="300", type="TIME", value=None)
    name = Mention(id="m1", start=11, end=27, text=text[11:27], type="organization", entity=None, form="name")
    layers = Layers(sentences=(), tokens=(), quotations=(), mentions=(name,), attributions=())
    assert [q.text for q in find_quantities(document(text), (time,), layers)] == ["40 men"]


def test_lengths_of_time_are_times_and_ages_are_not() -> None:
    assert [q.text for q in quantities("It took six hours; the boy, a 5-year-old, slept 40 minutes.")] == ["5-year-old"]


_SPELT = (
    "5|1,234|1.234.567|10^400|0005|-7|–|-|to|or|and|between|from|up to|%|$|€|US$|million|bn|m|km|people|of|the|a|half",
    "third|twice|triple|dozens|hundreds|per|day|one|two|twenty-|hundred|\n|.|,|(|)|rose|fell|by|killed|more than|7/8",
    "½|№|°C|²|٣|१२|e9|/|:|'|“|\u202f|\u0000|🚗",
)
PIECES = [piece for line in _SPELT for piece in line.split("|")]


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=30), st.sampled_from(["", " "]))
def test_what_always_holds(pieces: list[str], gap: str) -> None:
    text = gap.join(pieces)
    end = 0
    found = quantities(text)
    ids = {q.id for q in found}
    assert len(ids) == len(found)
    for quantity in found:
        assert text[quantity.start : quantity.end] == quantity.text
        assert end <= quantity.start < quantity.end
        end = quantity.end
        if quantity.low is not None and quantity.high is not None:
            assert quantity.low <= quantity.high
        assert quantity.derivation
        assert quantity.rule
        assert quantity.derived == (quantity.base is not None and quantity.rule == "base of a change")
        assert quantity.base is None or quantity.base in ids


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=120))
def test_any_text_is_read(text: str) -> None:
    for quantity in quantities(text):
        assert text[quantity.start : quantity.end] == quantity.text


@given(st.integers(min_value=2, max_value=10**15))
def test_a_number_with_separators_is_read_back(number: int) -> None:
    (found,) = quantities(f"They counted {number:,} sheep.")
    assert (found.low, found.high, found.unit) == (number, number, "sheep")


@pytest.mark.parametrize("figures", ["4,000,00", "7,7,7", "12,345,6789"])
def test_figures_in_groups_of_no_locale_are_no_number(figures: str) -> None:
    assert quantities(f"They counted {figures} sheep.") == ()


@pytest.mark.parametrize("point", ["at 31.7456, 13.9840", "at 32.76° N, 12.48° E", "(coordinates: 32.7601, -12.4801)"])
def test_the_numbers_of_coordinates_are_no_quantities(point: str) -> None:
    assert [found.text for found in quantities(f"The wreck lies {point}, where 40 divers work.")] == ["40 divers"]
