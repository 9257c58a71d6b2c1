"""Which blocks of a page are the article, and which of them are its headings.

trafilatura's choice, aligned to our own blocks, is the beginning (:mod:`sayso.document.html.align`); where it makes none,
the densest container is (:mod:`sayso.document.html.density`). Then what stands in furniture is taken out, and paragraphs
and headings that were passed over between chosen ones of the same make are taken back in.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass

from lxml.html import HtmlElement

from sayso.document.html.align import align_lines, lines_by_trafilatura
from sayso.document.html.density import densest
from sayso.document.html.furniture import is_furniture, is_note, link_share, opens_as_furniture
from sayso.document.html.projection import TextBlock, blocks_of, squeeze
from sayso.errors import DocumentError

#: An element that holds this share of what was chosen is the article's own, whatever it is called.
_OWN = 0.3
#: Share of linked characters above which a block is a list of links.
_LINKS = 0.6
_HEADING_LENGTH = 120
_SENTENCE_END = re.compile(r"[.!…:;,]['\"’”»)\]]*$")
_BOLD = frozenset({"b", "strong"})


@dataclass(frozen=True, slots=True)
class Article:
    """The chosen blocks in the order of the page; ``headings`` are the positions of those that are headings."""

    blocks: tuple[TextBlock, ...]
    headings: frozenset[int]


def choose(
    root: HtmlElement, *, title: str | None = None, regions: Collection[HtmlElement] = (), source: str = "-"
) -> Article:
    """Choose the article's blocks.

    Args:
        root: the page.
        title: the article's title, which is no part of its text.
        regions: subtrees that are no article text, such as comment threads.
        source: what the page is called in errors.

    Raises:
        DocumentError: SAY-012, nothing on the page looks like an article.
    """
    skip = frozenset(regions)
    blocks = blocks_of(root, skip)
    chosen = align_lines(blocks, lines_by_trafilatura(root, skip))
    if not chosen:
        chosen = densest(blocks)
    if not chosen:
        blocks = blocks_of(root, skip, hidden=True)
        chosen = densest(blocks)
    page = _Page(blocks, chosen, title)
    page.drop()
    page.take_back()
    headings = page.headings()
    kept = sorted(page.chosen)
    if not kept:
        raise DocumentError("SAY-012", source)
    return Article(tuple(blocks[i] for i in kept), frozenset(n for n, i in enumerate(kept) if i in headings))


class _Page:
    """The blocks of a page while the choice is made; ``chosen`` are positions in ``blocks``."""

    def __init__(self, blocks: list[TextBlock], chosen: set[int], title: str | None) -> None:
        self.blocks = blocks
        self.chosen = chosen
        self.title = squeeze(title or "").lower()
        # how much of the choice stands in elements of each name and class
        self.alike: Counter[tuple[str, ...]] = Counter()
        for position in chosen:
            block = blocks[position]
            for element in (block.element, *block.element.iterancestors()):
                self.alike[_make(element, 1)] += len(block.text)
        self.total = sum(len(blocks[position].text) for position in chosen)
        self.known: dict[HtmlElement, bool] = {}

    def drop(self) -> None:
        """Take out the title, furniture, lists of links, credits and pointers."""
        self.chosen = {i for i in self.chosen if not self.is_alien(self.blocks[i])}

    def is_alien(self, block: TextBlock) -> bool:
        if is_note(block.text):
            return False
        if self.is_title(block) or self.in_furniture(block.element):
            return True
        if len(block.text) < 300 and opens_as_furniture(block.text):
            return True
        return block.kind != "heading" and len(block.text) < 300 and link_share(block) > _LINKS

    def is_title(self, block: TextBlock) -> bool:
        return block.element.tag == "h1" or bool(self.title) and squeeze(block.text).lower() == self.title

    def in_furniture(self, element: HtmlElement) -> bool:
        """Whether the element or one above it is furniture. Remembered for all of them."""
        pending = []
        at: HtmlElement | None = element
        verdict = False
        while at is not None and at.tag != "body":
            if at in self.known:
                verdict = self.known[at]
                break
            pending.append(at)
            if self.alike[_make(at, 1)] < _OWN * self.total and is_furniture(at):
                verdict = True
                break
            at = at.getparent()
        for one in pending:
            self.known[one] = verdict
        return verdict

    def take_back(self) -> None:
        """Take back paragraphs, headings and notes that stand between chosen blocks and are made like them."""
        if not self.chosen:
            return
        makes = Counter(_make(self.blocks[i].element) for i in self.chosen)
        first, last = min(self.chosen), max(self.chosen)
        for i in range(first, len(self.blocks)):
            block = self.blocks[i]
            if i in self.chosen:
                continue
            if i > last:
                if is_note(block.text) and len(block.text) < 1_000 and i - last < 12:
                    self.chosen.add(i)
                continue
            alike = makes[_make(block.element)] >= 2
            heading = block.kind == "heading" and len(block.text) <= _HEADING_LENGTH
            if (alike or heading or is_note(block.text)) and not self.is_alien(block):
                self.chosen.add(i)

    def headings(self) -> set[int]:
        """The chosen blocks that are headings; those that head nothing are taken out of the choice."""
        found: set[int] = set()
        following: int | None = None  # the chosen block after this one
        for i in sorted(self.chosen, reverse=True):
            if is_heading(self.blocks[i]):
                if following is None or self.passes_over(i, following):
                    if self.blocks[i].kind == "heading":
                        self.chosen.discard(i)
                        continue
                else:
                    found.add(i)
            following = i
        return found

    def passes_over(self, heading: int, following: int) -> bool:
        """Whether what a heading heads was not chosen."""
        between = self.blocks[heading + 1 : following]
        return sum(len(block.text) for block in between) > 40 and not any(
            block.element.tag in ("figcaption",) for block in between
        )


def is_heading(block: TextBlock) -> bool:
    """A heading element, or a short paragraph all in bold that does not end as a sentence does."""
    if len(block.text) > _HEADING_LENGTH:
        return False
    if block.kind == "heading":
        return True
    if block.kind != "paragraph" or _SENTENCE_END.search(block.text) or block.element.tag not in ("p", "div"):
        return False
    bold = sum(len(squeeze("".join(b.itertext()))) for b in block.element if b.tag in _BOLD)
    return bold == len(squeeze(block.text))


def _make(element: HtmlElement, steps: int = 3) -> tuple[str, ...]:
    """How an element is made: its name and classes, and those of the elements it stands in."""
    made: list[str] = []
    at: HtmlElement | None = element
    while at is not None and len(made) < 2 * steps:
        made += [str(at.tag), at.get("class", "")]
        at = at.getparent()
    return tuple(made)
