"""Spellings: only within the countries given, only for long names, only where the difference is small."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.measures.places.gazetteer import Gazetteer, fold
from sayso.measures.places.gazetteer.spelling import EQUAL, alike, skeleton


@pytest.mark.parametrize(
    ("name", "country", "id"),
    [
        ("Bani Waleed", "LY", "geonames:2218840"),
        ("Beni Ouleed", "LY", "geonames:2218840"),
        ("Sebha", "LY", "geonames:2212775"),
        ("Misurata", "LY", "geonames:2214846"),
        ("Ajdabiyah", "LY", "geonames:89113"),
        ("Deir Ezzour", "SY", "geonames:170794"),
        ("Fallouja", "IQ", "geonames:99454"),
        ("Rass Lanouf", "LY", "sayso:ras-lanuf"),
    ],
)
def test_romanisations(gazetteer: Gazetteer, name: str, country: str, id: str) -> None:
    found = gazetteer.spelling(name, [country])
    assert found[0].entry.id == id
    assert found[0].how == "spelling"
    assert 0 < found[0].score <= EQUAL


@pytest.mark.parametrize("name", ["Bani Waleed", "Waldhauser", "Africa Command", "Wali", "", "x" * 500])
def test_nothing_outside_the_countries_and_nothing_unlike(gazetteer: Gazetteer, name: str) -> None:
    assert gazetteer.spelling(name, ["IS"]) == []
    assert gazetteer.spelling(name, []) == []


def test_a_name_is_a_spelling_of_itself(gazetteer: Gazetteer) -> None:
    assert gazetteer.spelling("Benghazi", ["LY"])[0].score == EQUAL


@pytest.mark.parametrize(
    ("one", "other"),
    [("Waleed", "Walid"), ("Qaddafi", "Gaddafi"), ("Al-Bayda", "El Beida"), ("Mosul", "Moosul"), ("Khoms", "Ghoms")],
)
def test_classes(one: str, other: str) -> None:
    assert skeleton(fold(one)) == skeleton(fold(other))


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz ", max_size=60))
def test_any_name_can_be_asked_for(name: str) -> None:
    assert all(0 <= score <= EQUAL for _, score in alike(name, ["binkazi", "tribuli"]))
