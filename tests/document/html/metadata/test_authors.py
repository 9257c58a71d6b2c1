"""Authors: splitting, cleaning and typing of names, and the choice among places."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.document.html.metadata import names
from sayso.nouns import Author

from .pages import evidence, page, read


@pytest.mark.parametrize(
    ("byline", "parts"),
    [
        ("By Anna Meier and Ben Roth", ["Anna Meier", "Ben Roth"]),
        ("Von Anna Meier, Ben Roth und Cem Kaya", ["Anna Meier", "Ben Roth", "Cem Kaya"]),
        ("Par Anna Meier et Ben Roth", ["Anna Meier", "Ben Roth"]),
        ("Dr. Anna Meier, PhD", ["Anna Meier"]),
        ("Anna Meier (anna@courier.example)", ["Anna Meier"]),
        ("Anna Meier @annameier", ["Anna Meier"]),
        ("Text und Fotos: Anna Meier", ["Anna Meier"]),
        ("ANNA MEIER", ["Anna Meier"]),
        ("JIJI", ["JIJI"]),
        ("Anna Meier, Reporter", ["Anna Meier"]),
        ("Marketing and Communications Office of the County", ["Marketing and Communications Office of the County"]),
    ],
)
def test_bylines_are_split_and_cleaned(byline: str, parts: list[str]) -> None:
    assert names.split(byline) == parts


@pytest.mark.parametrize(
    ("name", "outlet", "kind"),
    [
        ("Anna Meier", "Orle Courier", "person"),
        ("Sports desk", "Orle Courier", "desk"),
        ("Courier staff", "Orle Courier", "desk"),
        ("Orle Courier", "Orle Courier", "desk"),
        ("From our wire services", "Orle Courier", "desk"),
        ("Brightwire", "Orle Courier", "agency"),
        ("dpa", "Orle Courier", "agency"),
        ("Agence France-Presse", "Orle Courier", "agency"),
        ("Brindle News Agency", "Orle Courier", "agency"),
        ("AFP Deutschland", None, "agency"),
        ("courier.example.com", None, "desk"),
    ],
)
def test_names_are_typed(name: str, outlet: str | None, kind: str) -> None:
    assert names.kind(name, outlet) == kind


def test_a_name_in_a_dateline_is_an_agency() -> None:
    html = page(after="<p>By Saltwire</p>").replace("<p>The bridge", "<p>TENNICK (Saltwire) – The bridge")
    assert read(html).bylines == (Author(name="Saltwire", kind="agency"),)


@pytest.mark.parametrize("said", ["Corvane News Agency", "the news agency Corvane"])
def test_a_name_that_the_text_calls_an_agency_is_one(said: str) -> None:
    html = page(after="<div>12 June 2024<br>Anna Meier, Corvane</div>").replace("a second opinion", f"{said} said; a")
    assert read(html).bylines == (Author(name="Anna Meier", kind="person"), Author(name="Corvane", kind="agency"))


@settings(max_examples=200)
@given(st.text(max_size=300))
def test_any_byline_is_split_without_error(text: str) -> None:
    parts = names.split(text)
    assert len({names.key(part) for part in parts}) == len(parts)
    assert all(part.strip() for part in parts)


@pytest.mark.parametrize(
    "after",
    [
        "<p>By Anna Meier and Ben Roth</p>",
        '<p class="byline"><a href="/a">Anna Meier</a>, <a href="/b">Ben Roth</a></p>',
        '<div>By <a rel="author">Anna Meier</a> and <a rel="author">Ben Roth</a> on <time>12 June 2024</time></div>',
        "<p>Anna Meier & Ben Roth · 12 June 2024</p>",
        "<div>12 June 2024<br>Anna Meier, Ben Roth</div>",
        "<p>By</p><p>Anna Meier and Ben Roth</p>",
    ],
)
def test_visible_bylines(after: str) -> None:
    assert [author.name for author in read(page(after=after)).bylines] == ["Anna Meier", "Ben Roth"]


@pytest.mark.parametrize(
    ("after", "name", "kind"),
    [
        ("<h5>Newsroom, 12 June 2024</h5>", "Newsroom", "desk"),
        ("<p>Redaktion | 12.06.2024</p>", "Redaktion", "desk"),
        ("<p>Source: Corvane</p><p>12 June 2024</p><p>TENNICK (Corvane) – The bridge.</p>", "Corvane", "agency"),
        ("<p>(Corvane) 12 June 2024</p><p>TENNICK (Corvane) – The bridge.</p>", "Corvane", "agency"),
        ("<p>Posted on 12-06-2024 at 09:20 by Anna Meier</p>", "Anna Meier", "person"),
        ("<p>Newsroom</p><p>Anna Meier</p><p>12 June 2024</p>", "Anna Meier", "person"),
    ],
)
def test_desks_and_agencies_that_sign_alone(after: str, name: str, kind: str) -> None:
    found = read(page(after=after)).bylines
    assert [(author.name, author.kind) for author in found] == [(name, kind)]


@pytest.mark.parametrize(
    "after",
    [
        "<p>From Orlepedia, the free news source you can write!</p>",
        "<p>Printed from The Orle Courier</p>",
        "<p>Source: own research</p>",
    ],
)
def test_where_a_page_is_from_is_no_byline(after: str) -> None:
    assert read(page(after=after)).bylines == ()


def test_a_page_without_author_has_none() -> None:
    found = read(page(after="<p>12 June 2024</p><p>Photo: Anna Meier</p>"))
    assert found.bylines == ()


def test_the_outlet_is_no_person() -> None:
    head = (
        '<meta property="og:site_name" content="Orle Courier">'
        '<script type="application/ld+json">{"@type": "NewsArticle",'
        '"author": {"@type": "Person", "name": "Orle Courier"}}</script>'
    )
    assert all(author.kind != "person" for author in read(page(head)).bylines)
    named = read(page(head, after="<p>By Anna Meier</p>"))
    assert named.bylines == (Author(name="Anna Meier", kind="person"),)


def test_users_that_stand_for_nobody_are_left_out() -> None:
    head = '<script type="application/ld+json">{"@type": "NewsArticle", "author": {"name": "admin"}}</script>'
    assert read(page(head)).bylines == ()


def test_a_full_name_tells_more_than_a_users_name() -> None:
    head = '<script type="application/ld+json">{"@type": "BlogPosting", "author": {"name": "annameier"}}</script>'
    found = read(page(head, after="<p>By Anna Meier</p>"))
    assert [author.name for author in found.bylines] == ["Anna Meier"]
    assert [rival.value for rival in evidence(found, "authors").rivals] == ["annameier"]


def test_commenters_are_not_authors() -> None:
    tail = '<div class="comments"><p class="comment-author">By Rosa Quill</p></div>'
    assert read(page(tail=tail)).bylines == ()


@pytest.mark.parametrize(
    ("tail", "name"),
    [("<p>(Reporting by Anna Meier)</p>", "Anna Meier"), ("<p>Courier newsroom</p>", "Courier newsroom")],
)
def test_signatures_behind_the_text(tail: str, name: str) -> None:
    assert [author.name for author in read(page(tail=tail)).bylines] == [name]
