"""The hyperlinks in the article: which of its words lead where."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from lxml.html import HtmlElement

from sayso.document.html.metadata.urls import absolute
from sayso.document.html.projection import Anchor, TextBlock
from sayso.nouns import Link

#: Links of one article that are kept: the first ones. A longer list is a directory.
MAX_LINKS = 500
#: The longest address that is kept, in characters; longer ones carry other things than an address.
MAX_HREF = 2_000


def links_in(
    blocks: Sequence[TextBlock], anchors: Sequence[Anchor], *, root: HtmlElement, url: str | None
) -> tuple[Link, ...]:
    """The links whose words stand in the article, in its order.

    Only addresses on the web count (http, https), absolute, without fragment and tracking parameters; a link to a place
    on the page itself is none. What cannot be resolved because nobody knows the page's address is left out.

    Args:
        blocks: the article's blocks, which make up its text joined by newlines.
        anchors: the links of the whole page, from the same walk as the blocks.
        root: the page, for its ``base``.
        url: where the page was found.
    """
    placed = sorted(zip((block.stream for block in blocks), _offsets(blocks), blocks, strict=True), key=lambda p: p[0])
    begins = [stream[0] for stream, _, _ in placed]
    base, own = _base(root, url), absolute(url, None)
    found: list[Link] = []
    for anchor in anchors:
        begin, end = anchor.stream
        at = bisect_right(begins, begin) - 1
        if at < 0 or end > placed[at][0][1]:
            continue  # outside the article, or around several of its blocks
        stream, start, block = placed[at]
        span = _within(block.text, stream, anchor.stream)
        href = absolute(anchor.href, base)
        if span is None or href is None or href == own or len(href) > MAX_HREF:
            continue
        found.append(Link(start=start + span[0], end=start + span[1], href=href))
    return tuple(sorted(found, key=lambda link: (link.start, link.end, link.href))[:MAX_LINKS])


def _offsets(blocks: Sequence[TextBlock]) -> list[int]:
    """Where each block begins in the text."""
    at, made = 0, []
    for block in blocks:
        made.append(at)
        at += len(block.text) + 1
    return made


def _within(text: str, block: tuple[int, int], link: tuple[int, int]) -> tuple[int, int] | None:
    """The range of a link in its block's text; None where parts of the block are hidden, so that nobody can count."""
    shown = [position for position, character in enumerate(text) if character != " "]
    if len(shown) != block[1] - block[0]:
        return None
    return shown[link[0] - block[0]], shown[link[1] - 1 - block[0]] + 1


def _base(root: HtmlElement, url: str | None) -> str | None:
    """What the page's relative addresses are relative to."""
    declared = root.find(".//base[@href]")
    return (absolute(declared.get("href"), url) if declared is not None else None) or url
