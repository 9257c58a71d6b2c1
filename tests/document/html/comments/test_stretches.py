"""Comments that are bare text between rules or breaks stand apart from the article in whose container they are."""

from __future__ import annotations

import pytest
from comment_cases import ARTICLE, A, B, C
from lxml import html

from sayso.document.html.comments import find_comments
from sayso.document.html.projection import blocks_of, text_of

ROWS = [("Radka", "12 June 2024", A), ("pier_watcher", "12 June 2024", B), ("O. Blaha", "13 June 2024", C)]


def _each(template: str, join: str = "") -> str:
    return join.join(template.format(author=author, when=when, text=text) for author, when, text in ROWS)


def _page(body: str) -> str:
    article = "<br><br>\n".join(ARTICLE)
    return f"<html><body><div><h1>Bridge closed</h1>{article}<br><br>{body}</div><p>The Bell, Podhora</body></html>"


MAKES = {
    "rules": "<h3>Comments</h3>" + _each("<b>{author}</b> ({when})<br>{text}<hr>"),
    "signed, between rules": "<hr><b>Comments</b><hr>" + _each("{text}<br><i>{author}, {when}</i>", "<hr>"),
    "signed, between empty lines": "<b>Readers write:</b><br><br>" + _each("{text}<br>-- {author}, {when}", "<br><br>"),
    "posted by": "<b>Comments</b><br><br>" + _each("{text}<br>Posted by {author} on {when}<br><br>"),
    "in one paragraph": "<b>Comments</b><p>" + _each("{author} wrote on {when}:<br>{text}", "<br><br>") + "</p>",
    "lines of names": "<h3>3 comments</h3>" + _each("<b>{author}</b>, {when}<br>{text}<br>"),
    "names and colons": "<b>From the visitors’ book</b><br>" + _each("<u>{author}</u>: {text}<br>"),
    "names and dates in brackets": "<h4>Comments</h4>" + _each("{author} ({when}): {text}<br>"),
    "coloured names": "<font size=4><b>Comments</b></font><br>" + _each("<font color=red>{author}</font>: {text}<br>"),
    "buttons": "<h3>Comments:</h3>" + _each("<b>{author} says:</b> {text} <a href='#r'>Reply</a><br><br>"),
    "old paragraphs": "<h3>Comments</h3>" + _each("<hr><p>{text}<p>{author}, {when}"),
    "preformatted": "<h4>Comments</h4><pre>" + _each("{author} wrote on {when}:\n{text}\n\n") + "</pre>",
    "preformatted, labels": "<h4>Comments</h4><pre>"
    + _each("From: {author}\nDate: {when}\n\n{text}\n-----\n")
    + "</pre>",
    "preformatted, signed": "<h4>Comments</h4><pre>" + _each("{text}\n  -- {author}, {when}", "\n\n") + "</pre>",
}


@pytest.mark.parametrize("make", MAKES)
def test_bare_comments_are_found_and_leave_the_article_whole(make: str) -> None:
    root = html.document_fromstring(_page(MAKES[make]))
    found = find_comments(root, title=None)
    assert [(comment.author, comment.text) for comment in found.comments] == [(a, text) for a, _, text in ROWS]
    rest = text_of(root, skip=frozenset(found.regions), tails=found.tails)
    assert rest.split("\n") == ["Bridge closed", *ARTICLE, "The Bell, Podhora"]


def test_what_stands_below_the_comments_stays() -> None:
    root = html.document_fromstring(_page(MAKES["signed, between rules"] + "<hr>Last changed in June by the webmaster"))
    found = find_comments(root, title=None)
    assert len(found.comments) == 3
    assert "Last changed" in text_of(root, skip=frozenset(found.regions), tails=found.tails)


def test_sentences_with_colons_under_such_a_heading_are_article_text() -> None:
    said = "The county has received 200 letters: most of them angry.<br><br>The mayor who reads them said so: no more."
    root = html.document_fromstring(_page(f"<b>What readers say</b><br><br>{said}<br><br>Nobody else would talk."))
    assert find_comments(root, title=None).comments == ()


def test_blocks_keep_their_place_in_the_page_when_text_after_elements_is_left_out() -> None:
    root = html.document_fromstring(_page(MAKES["names and colons"]))
    found = find_comments(root, title=None)
    whole = {block.text: block.stream for block in blocks_of(root)}
    left = blocks_of(root, frozenset(found.regions), tails=found.tails)
    assert left[-1].stream == whole["The Bell, Podhora"]
