"""Which blocks of a page are the article."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

import trafilatura
from lxml.html import HtmlElement

from sayso.document.html.projection import TextBlock, blocks_of, squeeze
from sayso.errors import DocumentError


@dataclass(frozen=True, slots=True)
class Article:
    """The chosen blocks in order; ``headings`` are the positions of those that are headings."""

    blocks: tuple[TextBlock, ...]
    headings: frozenset[int]


def choose(
    root: HtmlElement, *, title: str | None = None, regions: Collection[HtmlElement] = (), source: str = "-"
) -> Article:
    """Choose the article's blocks.

    Raises:
        DocumentError: SAY-012, nothing on the page looks like an article.
    """
    found = trafilatura.bare_extraction(root, include_comments=False, with_metadata=False)
    text = squeeze(found.text or "") if found is not None else ""
    own = squeeze(title or "")
    blocks = []
    for block in blocks_of(root, frozenset(regions)):
        stream = squeeze(block.text)
        if stream != own and stream in text:
            blocks.append(block)
    if not blocks:
        raise DocumentError("SAY-012", source)
    return Article(tuple(blocks), frozenset(i for i, block in enumerate(blocks) if block.kind == "heading"))
