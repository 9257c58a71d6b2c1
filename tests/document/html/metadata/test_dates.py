"""Dates: how they are read, chosen, refused and kept as rivals."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.document.html.metadata import dates
from sayso.nouns import Given

from .pages import evidence, page, read


@pytest.mark.parametrize(
    ("written", "language", "iso"),
    [
        ("Published 13:00, 12 June 2024", "en", "2024-06-12T13:00"),
        ("17 AUG 2023 0630Z", None, "2023-08-17T06:30Z"),
        ("12. März 2024, 8.30 Uhr", "de", "2024-03-12T08:30"),
        ("le 3 février 2020 à 12h45", "fr", "2020-02-03T12:45"),
        ("12 de marzo de 2024", "es", "2024-03-12"),
        ("2024年6月12日 13:05", "ja", "2024-06-12T13:05"),
        ("May 3rd, 2020 5 p.m.", "en", "2020-05-03T17:00"),
        ("2024-03-12T10:20:00.000+0200", None, "2024-03-12T10:20:00+02:00"),
        ("12 listopada 2023", "pl", "2023-11-12"),
        ("12 listopada 2023", "hr", "2023-10-12"),
        ("3/4/2024", "en-US", "2024-03-04"),
        ("3/4/2024", "en-GB", "2024-04-03"),
        ("03.04.2024", None, "2024-04-03"),
    ],
)
def test_written_dates(written: str, language: str | None, iso: str) -> None:
    stamp = dates.read(written, language)
    assert stamp is not None
    assert stamp.iso == iso


@pytest.mark.parametrize("written", ["", "soon", "12 Foobar 2024", "45.99.2024", "12 listopada", "1.2.3", "2024-13-45"])
def test_what_is_no_date(written: str) -> None:
    assert dates.read(written) is None


def test_a_name_of_two_months_is_not_guessed() -> None:
    assert dates.find("12 listopada 2023") == ()


def test_day_and_month_are_both_kept_where_the_order_is_unknown() -> None:
    assert {stamp.day.isoformat() for stamp in dates.find("3/4/2024")} == {"2024-03-04", "2024-04-03"}
    assert not any(stamp.sure for stamp in dates.find("3/4/2024"))


@given(st.dates(min_value=dates.date(1990, 1, 1), max_value=dates.date(2099, 12, 31)))
def test_every_day_is_read_back(day: dates.date) -> None:
    for form in ("%Y-%m-%d", "%d %B %Y", "%B %d, %Y", "%d.%m.%Y", "%Y%m%dT120000Z"):
        stamp = dates.read(day.strftime(form), "en-GB")
        assert stamp is not None
        assert stamp.day == day


@settings(max_examples=200)
@given(st.text(max_size=200))
def test_any_text_is_read_without_error(text: str) -> None:
    for stamp in dates.find(text):
        assert stamp.iso.startswith(stamp.day.isoformat())


def test_linked_data_meta_and_line_agree() -> None:
    head = (
        '<meta property="article:published_time" content="2024-06-12T13:00:00+01:00">'
        '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2024-06-12T13:00:00+01:00"}'
        "</script>"
    )
    found = read(page(head, after="<p>Published 13:00, 12 June 2024</p>"))
    assert found.published == "2024-06-12T13:00:00+01:00"
    assert evidence(found, "published").score > 0.95


def test_a_change_is_not_the_publication() -> None:
    found = read(page(after="<p>Published 13:00, 12 June 2024<br>Updated 09:10, 14 June 2024</p>"))
    assert found.published == "2024-06-12T13:00"
    assert found.modified == "2024-06-14T09:10"


def test_readers_outvote_a_lone_meta_element() -> None:
    found = read(page('<meta name="date" content="2024-06-20">', after='<p class="date">12 June 2024</p>'))
    assert found.published == "2024-06-12"
    assert [rival.value for rival in evidence(found, "published").rivals] == ["2024-06-20"]


def test_the_day_in_utc_is_the_day_that_readers_see() -> None:
    head = '<meta property="article:published_time" content="2024-06-11T22:30:00Z">'
    found = read(page(head, after="<p>Published 12 June 2024, 00:30</p>"))
    assert found.published is not None
    assert found.published.startswith("2024-06-12")


@pytest.mark.parametrize("absurd", ["2093-01-01", "1970-01-01", "1815-06-18"])
def test_impossible_dates_are_refused_but_kept_as_rivals(absurd: str) -> None:
    head = f'<meta property="article:published_time" content="{absurd}">'
    found = read(page(head, after="<p>Published 12 June 2024</p>"), retrieved="2024-06-13T08:00:00Z")
    assert found.published == "2024-06-12"
    assert absurd in {rival.value for rival in evidence(found, "published").rivals}
    alone = read(page(head), retrieved="2024-06-13T08:00:00Z")
    assert alone.published is None
    assert evidence(alone, "published").value == ""


def test_nothing_is_published_after_its_capture() -> None:
    html = page('<meta property="article:published_time" content="2024-06-20">')
    assert read(html, retrieved="2024-06-12").published is None
    assert read(html, retrieved="2024-06-20").published == "2024-06-20"


def test_the_address_tells_the_day() -> None:
    assert read(page(), url="https://courier.example/2024/06/12/bridge").published == "2024-06-12"


def test_what_the_user_gives_wins() -> None:
    html = page('<meta property="article:published_time" content="2024-06-12">')
    found = read(html, given=Given(published="1987-01-02"))
    assert found.published == "1987-01-02"
    assert evidence(found, "published").evidence == "given"
    assert [rival.value for rival in evidence(found, "published").rivals] == ["2024-06-12"]


def test_dates_of_comments_are_not_the_pages() -> None:
    tail = '<div class="comments"><p class="comment-meta">14 June 2024</p></div>'
    found = read(page(after="<p>12 June 2024</p>", tail=tail))
    assert found.published == "2024-06-12"
