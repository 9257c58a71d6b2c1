"""The language of a text and what the page declares."""

from __future__ import annotations

import pytest

from sayso.document.language import detect

ENGLISH = "The bridge over the river was closed on Tuesday after divers had found a crack in the second pier, she said."
GERMAN = "Die Brücke über den Fluss wurde am Dienstag gesperrt, nachdem Taucher einen Riss im zweiten Pfeiler fanden."
WELSH = (
    "Caewyd y bont dros yr afon ddydd Mawrth ar ôl i ddeifwyr ddod o hyd i hollt yn yr ail biler, meddai peiriannydd."
)


@pytest.mark.parametrize(
    ("text", "declared", "language"), [(ENGLISH, "en-GB", "en"), (ENGLISH, None, "en"), (GERMAN, "de", "de")]
)
def test_function_words_settle_it(text: str, declared: str | None, language: str) -> None:
    found = detect(text, declared)
    assert found is not None
    assert (found.value, found.evidence) == (language, "text")
    assert found.where.startswith("function words")


def test_the_text_overrules_the_declaration() -> None:
    found = detect(GERMAN, "en")
    assert found is not None
    assert found.value == "de"
    assert [rival.value for rival in found.rivals] == ["en"]


def test_other_languages_are_left_to_the_model() -> None:
    found = detect(WELSH)
    assert found is not None
    assert (found.value, found.where) == ("cy", "byte n-grams")


@pytest.mark.parametrize(("declared", "language"), [("fr-CA", "fr"), ("nb", "no")])
def test_short_texts_are_what_the_page_declares(declared: str, language: str) -> None:
    found = detect("Photo", declared)
    assert found is not None
    assert (found.value, found.evidence) == (language, "header")


@pytest.mark.parametrize("declared", [None, "", "und", "x" * 50, "12"])
def test_nothing_is_said_of_what_says_nothing(declared: str | None) -> None:
    assert detect("Photo", declared) is None
