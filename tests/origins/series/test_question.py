"""A question for a measured thing is taken apart into what is counted, by which measure, of whom, and where."""

from __future__ import annotations

import pytest

from sayso.origins.series import question, wordings


@pytest.mark.parametrize(
    ("text", "noun", "measure", "words", "about", "acronyms", "where"),
    [
        ("IS fighters in Libya", "fighter", None, (), (), ("IS",), "Libya"),
        ("people killed", "peopl", "killed", (), (), (), None),
        ("boats seized off Ndiago", "boat", "seized", (), (), (), "Ndiago"),
        ("people aboard the ferry", "peopl", "aboard", (), ("ferri",), (), None),
        ("British nationals in Syria and Iraq", "nation", None, ("british",), (), (), "Syria and Iraq"),
        ("miners missing in the Santa Barbara mine", "miner", "missing", (), (), (), "Santa Barbara mine"),
        ("votes", "vote", None, (), (), (), None),
        ("people killed in the collapse", "peopl", "killed", (), ("collaps",), (), None),
    ],
)
def test_what_and_where(
    text: str,
    noun: str,
    measure: str | None,
    words: tuple[str, ...],
    about: tuple[str, ...],
    acronyms: tuple[str, ...],
    where: str | None,
) -> None:
    asked = question(text)
    assert asked is not None
    found = asked.counted.measure.label if asked.counted.measure else None
    assert (asked.noun, found, asked.words, asked.about) == (noun, measure, words, about)
    assert (asked.acronyms, asked.where) == (acronyms, where)
    assert asked.names_one_thing == (where is not None)


def test_a_unit_says_what_sort_of_number_is_wanted() -> None:
    asked = question("tonnes of diesel lost in Midia")
    assert asked is not None
    assert (asked.noun, asked.counted.figure.unit, asked.counted.figure.kind) == ("diesel", "tonne", "mass")


@pytest.mark.parametrize("text", ["", "  ", "…", "fighters -militants", "fight* in Libya", "dead OR killed"])
def test_searches_are_no_questions(text: str) -> None:
    assert question(text) is None


def test_claims_are_looked_up_by_every_word_for_what_is_counted() -> None:
    killed, boats, fighters = question("people killed"), question("boats seized"), question("IS fighters in Libya")
    assert killed
    assert boats
    assert fighters
    assert {"killed", "dead", "fatalities"} <= set(wordings(killed))
    assert {"seized", "pirogue", "trawler"} <= set(wordings(boats))
    assert {"fighter", "militant", "members"} <= set(wordings(fighters))
    assert {"injured", "casualties"} <= set(wordings(killed))
