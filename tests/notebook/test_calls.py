"""``sayso.read`` takes a text as it is; ``sayso.read_page`` takes a page as the command line does."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import sayso
from sayso.document.verbatim import document_from_text
from sayso.errors import CaptureError, ConfigError, DocumentError

TEXT = "  The mayor, Ida Roux, said on Monday that the bridge was closed.\n\n\t“Stay away 😀,” she added.\r\n"


def test_the_text_is_not_changed() -> None:
    reading = sayso.read(TEXT)
    assert reading.document.text == TEXT
    assert isinstance(reading, sayso.Reading)
    cues = [(a.cue.text, TEXT[a.cue.start : a.cue.end]) for a in reading.attributions if a.cue]
    assert cues == [("said", "said"), ("added", "added")]


def test_what_is_given_is_in_the_document_with_its_evidence() -> None:
    document = sayso.read(
        TEXT, title="Closed", outlet="The Herald", published="2024-06-12", url="http://a.b/c"
    ).document
    assert (document.title, document.outlet, document.url) == ("Closed", "The Herald", "http://a.b/c")
    assert {e.field for e in document.evidence if e.evidence == "given"} == {"title", "outlet", "published", "url"}


@pytest.mark.parametrize("published", ["2024-06-12", dt.date(2024, 6, 12), dt.datetime(2024, 6, 12, 9, tzinfo=dt.UTC)])
def test_days_are_reckoned_from_the_date(published: str | dt.date) -> None:
    said = sayso.read(TEXT, published=published).attributions[0].said
    assert said is not None
    assert said.from_ == "2024-06-10"


@pytest.mark.parametrize("text", ["", " \n\t \r\n"])
def test_no_text_is_an_empty_reading(text: str) -> None:
    reading = sayso.read(text)
    assert reading.document.text == text
    assert not reading.attributions
    assert not reading.claims


def test_a_date_that_is_none_is_an_error() -> None:
    with pytest.raises(ConfigError, match="SAY-001 published yesterday: not a date"):
        sayso.read(TEXT, published="yesterday")


def test_an_unknown_profile_is_an_error() -> None:
    with pytest.raises(ConfigError, match="SAY-002 oracle"):
        sayso.read(TEXT, profile="oracle")


def test_surrogates_are_an_error() -> None:
    with pytest.raises(DocumentError, match="SAY-011 text: code point 3 "):
        sayso.read("abc\ud800 he said")


@pytest.mark.parametrize("wrong", [TEXT.encode(), Path("page.html"), None])
def test_only_a_text_is_a_text(wrong: object) -> None:
    with pytest.raises(TypeError, match="read_page"):
        sayso.read(wrong)  # type: ignore[arg-type]


def test_a_path_or_address_is_most_likely_a_mistake(tmp_path: Path) -> None:
    page = tmp_path / "a page.txt"
    page.write_text(TEXT)
    for text in (str(page), "https://example.org/story"):
        with pytest.warns(UserWarning, match="read_page"):
            assert sayso.read(text).document.text == text


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=80))
def test_every_line_is_a_paragraph_with_its_bytes(text: str) -> None:
    document = document_from_text(text)
    body = text.encode("utf-8")
    assert [text[b.start : b.end] for b in document.blocks] == [line for line in text.split("\n") if line.strip()]
    for block in document.blocks:
        assert block.source is not None
        assert body[slice(*block.source)].decode("utf-8") == text[block.start : block.end]


def test_a_page_is_read_as_the_command_line_reads_it(examples: Path) -> None:
    page = examples / "01-dam-failure" / "05-kestrel-update.html"
    reading = sayso.read_page(page)
    assert isinstance(reading, sayso.Reading)
    assert reading.document.outlet == "Kestrel Broadcasting"
    assert reading.claims
    assert sayso.read_page(str(page), outlet="The Herald").document.outlet == "The Herald"


def test_a_page_that_is_not_there_raises_its_error(tmp_path: Path) -> None:
    with pytest.raises(CaptureError, match="SAY-020"):
        sayso.read_page(tmp_path / "none.html")


def test_more_than_one_page_is_refused(examples: Path) -> None:
    with pytest.raises(ConfigError, match="more than one page"):
        sayso.read_page(examples / "01-dam-failure")
