"""Whole pages: the examples, the layouts, and pinned floors of quality."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from layout_scores import score, stories
from layouts import render
from layouts_ends import render_ends
from layouts_odd import render_odd
from layouts_rare import render_rare
from layouts_site import render_site
from layouts_wild import render_wild

from sayso.document.extracted import Extracted
from sayso.document.plain import document_from_plain
from sayso.errors import DocumentError
from sayso.nouns import Capture, Given


def read(text: str, given: Given | None = None) -> Extracted:
    return document_from_plain(Capture.of(text.encode(), media_type="text/plain", source="x.txt"), given or Given())


WIDGET = """Two people died on Tuesday when the river Lenn broke its wall, the police of Orvan said in the evening.
Calls to rebuild the wall
“We had no warning,” said Tom Reed, who lives in the lower street. Others said that they had heard a siren at four.
The wall was built in 1961 and was to be raised last year, the water office said on Wednesday.
admin in: How the council lost the papers of the wall?
Great article with insight ...
https://cheap-pills.example/order-generic/ in: Cross-border work on floods needed
Hello there, just became aware of your blog through Google, and found ...
"""


def test_a_widget_without_markup_is_told_from_the_article() -> None:
    got = read(WIDGET)
    assert got.document.text.endswith("the water office said on Wednesday.")
    assert [got.document.text[a:b] for a, b in got.document.headings] == ["Calls to rebuild the wall"]
    assert [(c.author, c.on, c.kind) for c in got.comments] == [
        ("admin", "How the council lost the papers of the wall?", "widget"),
        ("https://cheap-pills.example/order-generic/", "Cross-border work on floods needed", "widget"),
    ]
    assert [c.spam for c in got.comments] == [False, True]
    assert "author is a URL" in got.comments[1].reasons
    assert [line.kind for line in got.document.lines][-4:] == ["widget"] * 4


THREAD = """Home   News   World   Log in

Two die in the flood of Lenn

By Ana Ruiz and Tom Hale
Tuesday, March 12, 2024
Share   Post   E-mail

Two people died on Tuesday when the river Lenn broke its wall, the police of Orvan said in the evening.

Photo: the lower street on Tuesday

“We had no warning,” said Tom Reed, who lives in the lower street.

Tags: Floods, Lenn

2 comments

Maja says:
March 12, 2024 at 9:40 pm
I heard no siren either.

Nor did my aunt.
Reply

tom_h replied:
March 13, 2024 at 8:01 am
In reply to Maja
Ask the water office.
Reply

About   Contact   Privacy
"""


def test_a_thread_gives_authors_times_and_parents() -> None:
    got = read(THREAD)
    assert [(c.author, c.text, c.time, c.parent, c.on, c.kind) for c in got.comments] == [
        ("Maja", "I heard no siren either.\nNor did my aunt.", "2024-03-12T21:40", None, None, "thread"),
        ("tom_h", "Ask the water office.", "2024-03-13T08:01", 0, None, "thread"),
    ]


def test_the_head_is_read_with_its_evidence() -> None:
    document = read(THREAD).document
    assert document.title == "Two die in the flood of Lenn"
    assert [(a.name, a.kind) for a in document.bylines] == [("Ana Ruiz", "person"), ("Tom Hale", "person")]
    assert document.published == "2024-03-12"
    where = {e.field: (e.evidence, e.where) for e in document.evidence if e.field in {"title", "published"}}
    assert where == {"title": ("visible", "line 3"), "published": ("visible", "line 6")}


def test_every_kind_of_line_is_named() -> None:
    kinds = {line.text: line.kind for line in read(THREAD).document.lines}
    assert kinds["Home News World Log in"] == "navigation"
    assert kinds["Photo: the lower street on Tuesday"] == "caption"
    assert kinds["Tags: Floods, Lenn"] == "other"
    assert kinds["Maja says:"] == "comment"
    assert kinds[""] == "blank"


def test_what_the_user_gives_wins_and_the_page_becomes_the_rival() -> None:
    document = read(THREAD, Given(published="2024-03-13", outlet="The Lenn Herald")).document
    assert (document.published, document.outlet) == ("2024-03-13", "The Lenn Herald")
    published = next(e for e in document.evidence if e.field == "published")
    assert published.evidence == "given"
    assert [r.value for r in published.rivals] == ["2024-03-12"]


def test_a_page_of_menus_alone_is_refused_unless_it_is_said_to_be_text() -> None:
    menu = "Home | News | World | Sport | Log in\n\nAbout | Contact | Privacy | Cookies\n"
    with pytest.raises(DocumentError) as caught:
        read(menu)
    assert caught.value.code == "SAY-012"
    assert read(menu, Given(as_text=True)).document.text.startswith("Home | News")


def test_dates_that_cannot_be_are_not_given() -> None:
    assert read(THREAD.replace("March 12, 2024\nShare", "March 12, 2124\nShare")).document.published is None


@pytest.mark.shared
@pytest.mark.parametrize(
    ("family", "left", "found", "whole"),
    [
        pytest.param(render, 0.02, 0.97, 0.96, id="common layouts"),
        pytest.param(render_rare, 0.04, 0.94, 0.85, id="rare layouts"),
        pytest.param(render_odd, 0.04, 0.88, 0.82, id="odd layouts"),
        pytest.param(render_site, 0.02, 0.97, 0.96, id="whole sites"),
        pytest.param(render_wild, 0.02, 0.96, 0.86, id="further sites"),
        pytest.param(render_ends, 0.02, 0.97, 0.95, id="threads that nothing announces"),
    ],
)
def test_floors_on_layouts(
    family: Callable[..., object], left: float, found: float, whole: float, shared_data: Path
) -> None:
    got = score([family(story, seed) for seed, story in enumerate(stories(shared_data / "newsroom") * 2)])
    assert got["lost"] <= 0.005
    assert got["left"] <= left
    assert got["found"] >= found
    assert got["whole"] >= whole


@pytest.mark.shared
def test_the_newsroom_captures_are_taken_apart_exactly(shared_data: Path) -> None:
    for path in sorted((shared_data / "newsroom").glob("*/*.txt")):
        gold = json.loads(path.with_suffix(".gold.json").read_text(encoding="utf-8"))
        got = document_from_plain(Capture.of(path.read_bytes(), media_type="text/plain", source=path.name), Given())
        assert got.document.text == gold["text"], path.name
        assert len(got.comments) == len(gold["comments"]), path.name
        assert got.document.title == gold["title"]
        assert got.document.authors == tuple(a["name"] for a in gold["authors"])
        assert (got.document.published or "")[:10] == gold["published"][:10]
