"""Comments are found apart from the article, whatever the template; what only looks like comments is left alone."""

# ruff: noqa: E501 - markup is kept in the lines that a template has

from __future__ import annotations

import copy
import json

import pytest
from comment_cases import ARTICLE, ELSEWHERE, THREADS, TITLE, TRAPS, WIDGETS, A, B, Case, page
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree, html

from sayso.document.html.comments import find_comments
from sayso.document.html.projection import text_of


def _found(case: Case):
    root = html.document_fromstring(page(case))
    return root, find_comments(root, title=TITLE)


@pytest.mark.parametrize("case", [*THREADS, *WIDGETS], ids=lambda case: case.name)
def test_comments_have_author_words_page_and_parent(case: Case) -> None:
    _, found = _found(case)
    assert [(c.author, c.text, c.on, c.parent) for c in found.comments] == case.comments
    assert {c.kind for c in found.comments} == {case.kind}
    if case.times:
        assert [c.time for c in found.comments] == case.times


@pytest.mark.parametrize("case", [*THREADS, *WIDGETS], ids=lambda case: case.name)
def test_regions_hold_the_comments_and_nothing_of_the_article(case: Case) -> None:
    root, found = _found(case)
    rest = text_of(root, skip=frozenset(found.regions), tails=found.tails)
    for paragraph in [*ARTICLE, TITLE, "Ferry back in service after a month"]:
        assert paragraph in rest
    for _, text, _, _ in case.comments:
        assert text.split("\n")[-1] not in rest


@pytest.mark.parametrize("case", [*THREADS, *WIDGETS], ids=lambda case: case.name)
def test_each_comment_has_the_element_that_holds_its_words(case: Case) -> None:
    root, found = _found(case)
    assert len(found.elements) == len(found.comments)
    for comment, element in zip(found.comments, found.elements, strict=True):
        words = " ".join(text_of(element).split())
        assert all(line.strip("“”") in words for line in comment.text.split("\n"))
        assert root.xpath(comment.path)[0] is element


@pytest.mark.parametrize("name", TRAPS)
def test_what_only_looks_like_comments_is_left_alone(name: str) -> None:
    _, found = _found(Case(name, TRAPS[name], []))
    assert found.comments == ()
    assert found.regions == ()


def test_a_page_without_comments_has_none() -> None:
    _, found = _found(Case("none", "", []))
    assert found == type(found)()


def test_the_tree_is_not_changed() -> None:
    for case in (*THREADS, *WIDGETS):
        root = html.document_fromstring(page(case))
        before = copy.deepcopy(root)
        find_comments(root, title=TITLE)
        assert etree.tostring(root) == etree.tostring(before)


def test_a_list_of_who_wrote_where_is_a_region_without_comments() -> None:
    body = "<h2>Recent Comments</h2><ul>" + "".join(
        f'<li class="recentcomments"><span>{name}</span> on <a href="/m#c1">{ELSEWHERE}</a></li>'
        for name in ("Maja", "gina")
    )
    root, found = _found(Case("bare widget", f'<div class="widget">{body}</ul></div>', []))
    assert found.comments == ()
    assert ELSEWHERE not in text_of(root, skip=frozenset(found.regions), tails=found.tails)


def test_forms_and_notices_are_regions() -> None:
    body = '<div id="respond"><h3>Leave a reply</h3><p>Your email address will not be published.</p><form><textarea></textarea></form></div>'
    root, found = _found(Case("form", body, []))
    assert found.comments == ()
    assert "Leave a reply" not in text_of(root, skip=frozenset(found.regions), tails=found.tails)


def test_pingbacks_are_of_their_own_kind() -> None:
    body = (
        '<ol class="commentlist"><li class="comment" id="comment-1"><cite class="fn">Radka</cite> <time datetime="2024-06-12">12 June</time>'
        f'<p>{A}</p></li><li class="pingback" id="comment-2">Pingback: <a href="https://x.example/">The pier papers</a></li></ol>'
    )
    _, found = _found(Case("pingback", body, []))
    assert [c.kind for c in found.comments] == ["thread", "pingback"]


def test_comments_that_name_this_page_are_its_thread() -> None:
    rows = "".join(
        f'<div class="comment"><b class="author">{name}</b> on <a href="#c">{TITLE}</a><p>{A}</p></div>'
        for name in ("Radka", "gina")
    )
    _, found = _found(Case("own", f'<div id="comments">{rows}</div>', []))
    assert [(c.kind, c.author, c.on) for c in found.comments] == [("thread", "Radka", None), ("thread", "gina", None)]


def test_words_of_a_comment_may_end_in_a_link_or_a_verb_of_saying() -> None:
    body = (
        '<div class="comment"><span class="author">Radka</span> <span class="date">12 June 2024</span><p>That is what the mayor said.</p>'
        '<p>More on <a href="https://x.example/">the pier of the bridge</a></p></div>'
    )
    _, found = _found(Case("words", f'<div id="comments">{body}</div>', []))
    assert [(c.author, c.text) for c in found.comments] == [
        ("Radka", "That is what the mayor said.\nMore on the pier of the bridge")
    ]


def test_comments_given_in_json_ld_alone_are_taken_and_those_shown_are_not_doubled() -> None:
    shown = THREADS[0]
    comments = [
        {"@type": "Comment", "text": A, "author": {"name": "Radka"}, "dateCreated": "2024-06-12T10:31:00"},
        {"@type": "Comment", "text": "Only for machines, this one.", "author": "Bot & Co"},
    ]
    script = "".join(
        f'<script type="application/ld+json">{text}</script>'
        for text in (json.dumps({"@type": "NewsArticle", "comment": comments}), '{"comment": [broken')
    )
    _, found = _found(Case("json", shown.body + script, []))
    assert [c.text for c in found.comments].count(A) == 1
    assert found.comments[-1].text == "Only for machines, this one."
    assert len(found.elements) == len(found.comments)


def test_replies_to_a_named_comment_in_a_flat_list() -> None:
    rows = "".join(
        f'<div class="comment depth-{depth}" id="comment-{n}"><b class="author">u{n}</b> <i class="date">12 June 2024</i><p>{text} {n}</p></div>'
        for n, (depth, text) in enumerate([(1, A), (2, B), (3, A), (2, B), (1, A)])
    )
    _, found = _found(Case("levels", f'<div id="comments">{rows}</div>', []))
    assert [c.parent for c in found.comments] == [None, 0, 1, 0, None]


def test_many_comments_are_read_once_each() -> None:
    rows = "".join(
        f'<li class="comment" id="comment-{n}"><b class="fn">u{n}</b> <i class="date">12 June 2024</i><p>Words of number {n}.</p></li>'
        for n in range(1500)
    )
    _, found = _found(Case("many", f"<ol>{rows}</ol>", []))
    assert [c.author for c in found.comments] == [f"u{n}" for n in range(1500)]


_MARKUP = st.recursive(
    st.sampled_from(
        ["Maja", "12 June 2024", "Reply", "so it goes", "says:", " on ", "Comments (2)", "3h", "\x0b", "🙂"]
    ),
    lambda inner: st.builds(
        lambda tag, name, parts: f'<{tag} class="{name}" id="{name}">{"".join(parts)}</{tag}>',
        st.sampled_from(
            ["div", "li", "ul", "p", "b", "a", "dl", "dt", "dd", "time", "table", "tr", "td", "form", "article", "h3"]
        ),
        st.sampled_from(
            ["", "comment", "comments", "comment-author", "comment-1", "x", "widget_recent_comments", "respond", "live"]
        ),
        st.lists(inner, max_size=4),
    ),
    max_leaves=40,
)


@settings(max_examples=80, deadline=None)
@given(_MARKUP)
def test_any_markup_gives_disjoint_regions_and_parents_that_come_earlier(markup: str) -> None:
    root = html.document_fromstring(f"<html><body><h1>T</h1><p>{ARTICLE[0]}</p>{markup}</body></html>")
    found = find_comments(root, title=None)
    assert len(found.elements) == len(found.comments)
    regions = set(found.regions)
    assert not any(above in regions for region in regions for above in region.iterancestors())
    assert all(c.parent is None or 0 <= c.parent < n for n, c in enumerate(found.comments))
    assert all(c.text.strip() for c in found.comments)


def test_captions_do_not_cut_an_article_into_comments() -> None:
    paragraphs = "".join(
        f"<p>{'The harbour board met again on the dredging of the inner basin. ' * 5}</p>" for _ in range(5)
    )
    captions = [
        f"<div><img src=x><p>{who} (from left): Ida Roux, Pavel Horn, Maja Lind, Otto Brand.</p></div>"
        for who in ("Members of the board", "Former members")
    ]
    markup = f"<article><h1>Thirty years</h1><span>Comments</span>{captions[0]}{paragraphs}{captions[1]}{paragraphs}</article>"
    found = find_comments(html.document_fromstring(markup), title="Thirty years")
    assert found.comments == ()
    assert not any(len(region.findall(".//p")) > 2 or region.tag == "p" for region in found.regions)
