"""The measures of a claim in short lines, and that a terminal shows them under it."""

from __future__ import annotations

from io import StringIO

import msgspec
from rich.console import Console

import sayso
from measured_readings import measured
from sayso.notebook.measured import Measures
from sayso.nouns import Movement


def told(claim: int) -> list[str]:
    reading = measured()[1]
    return list(Measures(reading).lines(reading.claims[claim]))


def test_a_range_with_what_it_counts_and_the_days_that_are_meant() -> None:
    assert told(0) == ["figure: 5,000–7,000 (IS fighters)", "time: “in March”, 2017-03"]


def test_a_place_is_told_where_the_gazetteer_writes_it_otherwise_and_a_check_with_its_sum() -> None:
    assert told(1) == [
        "figure: 25 mile",
        "place: “Bani Waleed” is Bani Walid",
        "✓ consistent: the camps lie 25.1 miles from Bani Walid",
    ]


def test_a_movement_has_its_way_and_who_moved_it() -> None:
    assert told(2) == ["movement: the militants, from Syria via Chad to Sirte, moved by Qatar"]


def test_a_movement_of_which_no_way_is_known_says_nothing_new() -> None:
    reading = measured()[1]
    claim = msgspec.structs.replace(reading.claims[2], movement=Movement(who="people", from_=None, to=None))
    assert list(Measures(reading).lines(claim)) == []


def test_what_follows_from_a_figure_is_marked_as_not_stated() -> None:
    assert told(3) == [
        "figure: 885,000 barrel/day (output), ×3, up",
        "figure: about 295,000 barrel/day (output) (derived, not stated)",
        "figure: 30 or less",
        "✗ inconsistent: 885,000 is 2.4 times 365,000, not 3 times",
    ]


def test_a_terminal_shows_them_under_the_claim() -> None:
    console = Console(file=StringIO(), width=200)
    with console.capture() as caught:
        console.print(sayso.Reading.of(measured()[1]))
    assert "movement: the militants, from Syria via Chad to Sirte, moved by Qatar" in caught.get()
