"""The article by the density of its text, for pages on which trafilatura finds none.

The container is chosen whose own paragraphs hold most text outside links, a measure that goes back to Kohlschütter,
Fankhauser and Nejdl (2010, https://doi.org/10.1145/1718487.1718542): long blocks with few links are content.
"""

from __future__ import annotations

from collections.abc import Sequence

from lxml.html import HtmlElement

from sayso.document.html.furniture import is_furniture, link_share
from sayso.document.html.projection import TextBlock

#: A paragraph has at least so many characters; a page without one of at least the second number has no article.
_PARAGRAPH = 60
_ARTICLE = 140
#: How much of a paragraph's weight goes to each ancestor, from the nearest on.
_FADE = 0.7


def densest(blocks: Sequence[TextBlock]) -> set[int]:
    """The positions of the paragraphs of the densest container; empty where nothing looks like an article."""
    weights: dict[HtmlElement, float] = {}
    paragraphs = []
    for position, block in enumerate(blocks):
        if len(block.text) < _PARAGRAPH or block.kind == "heading" or link_share(block) > 0.4:
            continue
        above = [block.element, *block.element.iterancestors()]
        if any(is_furniture(element) for element in above[:4]):
            continue
        paragraphs.append(position)
        share = float(len(block.text))
        for element in above[1:5] or above:
            weights[element] = weights.get(element, 0.0) + share
            share *= _FADE
    if not weights:
        return set()
    best = max(weights, key=lambda element: weights[element])
    chosen = {p for p in paragraphs if best is blocks[p].element or best in blocks[p].element.iterancestors()}
    return chosen if sum(len(blocks[p].text) for p in chosen) >= _ARTICLE else set()
