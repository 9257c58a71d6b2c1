"""The small parts: names in the markup, words around comments, dates."""

from __future__ import annotations

import pytest
from lxml import html

from sayso.document.html.comments.hints import Role, role_of, words_of
from sayso.document.html.comments.times import normal_time
from sayso.document.html.comments.wording import find_date, heading_kind, is_control, says


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Comments (3)", "thread"),
        ("4 thoughts on “A valley after the dam”", "thread"),
        ("What readers say", "thread"),
        ("Leserkommentare (12)", "thread"),
        ("12 commentaires", "thread"),
        ("Komentarze (4)", "thread"),
        ("Recent comments", "widget"),
        ("Letzte Kommentare", "widget"),
        ("Derniers commentaires", "widget"),
        ("Leave a reply", "form"),
        ("Schreibe einen Kommentar", "form"),
        ("Comment", None),
        ("Kommentar", None),
        ("Related stories", None),
        ("The comments of the minister on the dam were noted", None),
    ],
)
def test_headings(text: str, kind: str | None) -> None:
    assert heading_kind(text) == kind


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Maja, 12 June 2024, 10:31", "12 June 2024, 10:31"),
        ("vor 3 Stunden", "vor 3 Stunden"),
        ("il y a 2 heures", "il y a 2 heures"),
        ("3h", "3h"),
        ("Nils · 5h", "5h"),
        ("Thursday, August 17, 2023", "Thursday, August 17, 2023"),
        ("am 12.06.2024 um 10:31 Uhr", "12.06.2024 um 10:31 Uhr"),
        ("410 or 640, the cranes are standing", None),
        ("Nobody asked us", None),
    ],
)
def test_dates_are_found(text: str, date: str | None) -> None:
    found = find_date(text)
    assert (found[0] if found else None) == date


@pytest.mark.parametrize(
    ("stamp", "text", "time"),
    [
        ("2024-06-12T10:31:00+02:00", "two hours ago", "2024-06-12T10:31:00+02:00"),
        (None, "12 June 2024, 10:31", "2024-06-12T10:31:00"),
        (None, "le 12 mars 2020 à 14h32", "2020-03-12T14:32:00"),
        (None, "12 czerwca 2024", "2024-06-12"),
        (None, "07.08.09", "2009-08-07"),
        (None, "12/06/2024", "12/06/2024"),  # June or December: as it stands
        (None, "25/06/2024", "2024-06-25"),
        (None, "3 hours ago", "3 hours ago"),
        (None, "99 June 2024", "99 June 2024"),
        ("yesterday-ish", None, None),
        (None, None, None),
    ],
)
def test_times(stamp: str | None, text: str | None, time: str | None) -> None:
    assert normal_time(stamp, text) == time


@pytest.mark.parametrize(
    ("names", "has", "has_not"),
    [
        ('class="comment even depth-1 comment-author-maja"', Role.ITEM, Role.AUTHOR),
        ('class="comment-author vcard"', Role.AUTHOR, Role.ITEM),
        ('class="commentlist"', Role.LIST, Role.ITEM),
        ('class="MtnCommentText"', Role.TEXT, Role.ITEM),
        ('class="widget_recent_comments"', Role.WIDGET, Role.ITEM),
        ('id="commentform"', Role.FORM, Role.ITEM),
        ('class="comments-open has-comments"', Role.NONE, Role.STEM),
        ('class="category-kommentar"', Role.NONE, Role.STEM),
        ('class="preview"', Role.NONE, Role.STEM),
        ('class="review"', Role.WEAK, Role.SURE & Role.LIST),
        ('id="comment-123"', Role.ITEM, Role.LIST),
        ('id="c1234"', Role.NONE, Role.ITEM),
        ('itemtype="https://schema.org/Comment" itemscope', Role.ITEM, Role.WEAK),
        ('data-component="comments"', Role.LIST, Role.ITEM),
    ],
)
def test_roles(names: str, has: int, has_not: int) -> None:
    role = role_of(html.fragment_fromstring(f"<div {names}></div>"))
    assert role & has == has
    assert not role & has_not


def test_names_are_split_at_case_digits_and_punctuation() -> None:
    assert words_of("wc-commentText_12Box") == ["wc", "comment", "text", "box"]


@pytest.mark.parametrize(
    ("text", "author"),
    [
        ("Maja says:", "Maja"),
        ("A. Diop said...", "A. Diop"),
        ("Yvonne sagt:", "Yvonne"),
        ("That is what she said.", None),
        ("says", None),
    ],
)
def test_says(text: str, author: str | None) -> None:
    assert says(text) == author


@pytest.mark.parametrize("text", ["Reply", "Like (3)", "Antworten", "Répondre", "#12", "▲ 4", "…"])
def test_controls(text: str) -> None:
    assert is_control(text)


@pytest.mark.parametrize("text", ["Maja", "I like it", "Reply to the mayor now"])
def test_words_are_no_controls(text: str) -> None:
    assert not is_control(text)
