"""Persons counted by what befell them, and the units that bare numbers take over."""

from __future__ import annotations

import pytest
from quantities_of import one, quantities


@pytest.mark.parametrize(
    ("text", "low", "of"),
    [
        ("At least nine people were killed.", 9, "people killed"),
        ("The blast killed nine soldiers.", 9, "soldiers killed"),
        ("The crane fell, killing 107.", 107, "people killed"),
        ("Three men were shot and killed.", 3, "men killed"),
        ("They mourned the deaths of three miners.", 3, "miners dead"),
        ("One soldier was killed.", 1, "soldier killed"),
        ("Five Wounded In Drive-By Shooting", 5, "people wounded"),
    ],
)
def test_what_befell_persons(text: str, low: int, of: str) -> None:
    found = one(text)
    assert (found.low, found.unit, found.of) == (low, "people", of)


def test_each_number_has_its_own_verb() -> None:
    assert [(q.low, q.of) for q in quantities("The shooting killed two and injured four.")] == [
        (2, "people killed"),
        (4, "people injured"),
    ]


def test_no_one_is_nobody() -> None:
    assert quantities("No one was killed, and a third person was unhurt.") == ()


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("The union counted 640 dockers; the company counted 410.", ["people", "people"]),
        ("It came from six of 214 polling stations.", ["station", "station"]),
        ("They stopped 16 boats and released two.", ["boat", "boat"]),
        ("It is a family of eleven.", ["people"]),
        ("No more than 200 had gone.", ["people"]),
        ("The toll could rise to 40.", ["people"]),
        ("The women, aged 22 and 19, left.", ["year", "year"]),
        ("It is 40 km away. The value was 7.", ["km", None]),
    ],
)
def test_units_of_bare_numbers(text: str, units: list[str | None]) -> None:
    assert [q.unit for q in quantities(text)] == units


def test_the_step_names_the_number_that_lent_its_unit() -> None:
    _, second = quantities("They stopped 16 boats and released two.")
    assert second.rule == "same unit"
    assert second.derivation[-1] == "unit of “16 boats”: the number before it"


@pytest.mark.parametrize(
    ("counted", "unit"),
    [
        ("goats inside the fenced area", "goat"),
        ("orchards along the upper valley", "orchard"),
        ("nurses on the night ward", "people"),
        ("tents that the council put up", "tent"),
        ("the dead", "people"),
        ("those who had stayed", "people"),
    ],
)
def test_the_unit_is_the_noun_that_the_number_is_of_and_not_the_last_word(counted: str, unit: str) -> None:
    found = one(f"The number of {counted} is 340.")
    assert (found.unit, found.of) == (unit, counted)
