"""The key of a name: what is written otherwise and is the same name has the same key."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.measures.places.gazetteer import fold
from sayso.measures.places.gazetteer.folding import LONGEST


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ṣanʿaʾa", "SANA'A"),
        ("Saint-Denis", "St. Denis"),
        ("Port-au-Prince", "port au prince"),
        ("The Hague", "Hague"),
        ("U.S.", "US"),
        ("Washington, D.C.", "Washington DC"),
        ("Łódź", "Lodz"),
        ("Mount Sinjar", "Mt. Sinjar"),
        ("Ras Lanuf", "Ra’s Lānūf"),
        ("Trinidad & Tobago", "Trinidad and Tobago"),
    ],
)
def test_one_name_written_in_two_ways(one: str, other: str) -> None:
    assert fold(one) == fold(other) != ""


@pytest.mark.parametrize(("one", "other"), [("Niger", "Nigeria"), ("Sirte", "Sirt"), ("The", "")])
def test_other_names_stay_apart(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@given(st.text(max_size=LONGEST))
def test_the_key_of_a_key_is_the_key(text: str) -> None:
    key = fold(text)
    assert fold(key) in (key, fold(fold(key)))
    assert key == " ".join(key.split())


@given(st.text(max_size=LONGEST))
def test_a_key_can_be_stored(text: str) -> None:
    fold(text).encode()
    assert "%" not in fold(text)
    assert "\x00" not in fold(text)


def test_what_is_longer_than_a_name_is_none() -> None:
    assert fold("a" * (LONGEST + 1)) == ""
    assert fold("\ud800\udfff") == ""
