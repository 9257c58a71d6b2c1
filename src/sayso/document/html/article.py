"""Which blocks of a page are the article, and which of them are its headings.

trafilatura's choice, aligned to our own blocks, is the beginning (:mod:`sayso.document.html.align`); where it makes
none, the densest container is (:mod:`sayso.document.html.density`). Then what stands in furniture is taken out, and
paragraphs and headings that were passed over between chosen ones of the same make are taken back in.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass

import trafilatura
from lxml.html import HtmlElement

from sayso.document.html.align import align_lines, lines_by_trafilatura
from sayso.document.html.density import densest
from sayso.document.html.furniture import is_furniture, is_lead, is_note, link_share, opens_as_furniture
from sayso.document.html.projection import TextBlock, blocks_of, squeeze
from sayso.errors import DocumentError

#: An element that holds this share of what was chosen is the article's own, whatever it is called.
_OWN = 0.3
#: Share of linked characters above which a block is a list of links.
_LINKS = 0.6
#: Share of text outside tables from which on a page is prose, and the short cells of its tables are left out.
_PROSE = 0.6
#: Share of the densest container's text that trafilatura's fast choice must hold to be believed.
_AGREED = 0.75
_HEADING_LENGTH = 120
#: Characters: from the first on a block is taken for a sentence, under the second it may be a pointer or links.
_SENTENCE = 60
_SHORT = 300
#: Characters of a byline and a date that may be run together with the title.
_BYLINE = 60
#: How many blocks may stand between the title and the first paragraph if there is to be a lead among them.
_LEAD_WITHIN = 16
#: How many blocks after the article's end a correction may stand.
_NOTE_WITHIN = 12
_SENTENCE_END = re.compile(r"[.!?…。！？।؟][\s'\"’”»)\]」』]*$")
_NO_HEADING = re.compile(r"[.!…:;,]['\"’”»)\]]*$")
_BOLD = frozenset({"b", "strong"})
_WRAPPERS = frozenset({"blockquote", "dd", "dl", "dt", "h2", "h3", "h4", "h5", "h6", "li", "ol", "p", "pre", "ul"})


@dataclass(frozen=True, slots=True)
class Article:
    """The chosen blocks in the order of the page.

    ``headings`` are the positions of those that are headings; ``by`` says who found the article (``trafilatura`` and
    its version, or ``density``).
    """

    blocks: tuple[TextBlock, ...]
    headings: frozenset[int]
    by: str


def choose(
    root: HtmlElement,
    blocks: Sequence[TextBlock] | None = None,
    *,
    title: str | None = None,
    regions: Collection[HtmlElement] = (),
    source: str = "-",
) -> Article:
    """Choose the article's blocks.

    Args:
        root: the page.
        blocks: the projection of the whole page, where it was made already.
        title: the article's title, which is no part of its text.
        regions: subtrees that are no article text, such as comment threads.
        source: what the page is called in errors.

    Raises:
        DocumentError: SAY-012, nothing on the page looks like an article.
    """
    skip = frozenset(regions)
    left = outside(blocks_of(root) if blocks is None else blocks, skip)
    by = f"trafilatura {trafilatura.__version__}"
    dense = densest(left)
    chosen = align_lines(left, lines_by_trafilatura(root, skip, fast=True))
    if _letters(left, chosen & dense) < _AGREED * _letters(left, dense) or len(chosen) < 2:
        # its own heuristics missed what looks like the article: let it compare with others, at twice the cost
        chosen = align_lines(left, lines_by_trafilatura(root, skip))
    if not chosen:
        by = "density"
        chosen = dense
    if not chosen:
        left = outside(blocks_of(root, hidden=True), skip)
        chosen = densest(left)
    page = _Page(left, chosen, title)
    page.drop()
    page.take_back()
    page.trim()
    page.lead()
    headings = page.headings()
    kept = sorted(page.chosen)
    if sum(len(left[i].text) for i in kept) < _SENTENCE:
        raise DocumentError("SAY-012", source)
    return Article(tuple(left[i] for i in kept), frozenset(n for n, i in enumerate(kept) if i in headings), by)


def _letters(blocks: Sequence[TextBlock], positions: Collection[int]) -> int:
    return sum(len(blocks[position].text) for position in positions)


def outside(blocks: Sequence[TextBlock], regions: Collection[HtmlElement]) -> list[TextBlock]:
    """The blocks that stand in none of the regions."""
    if not regions:
        return list(blocks)
    inside: dict[HtmlElement, bool] = dict.fromkeys(regions, True)

    def is_inside(element: HtmlElement) -> bool:
        pending = []
        at: HtmlElement | None = element
        while at is not None and at not in inside:
            pending.append(at)
            at = at.getparent()
        verdict = at is not None and inside[at]
        inside.update(dict.fromkeys(pending, verdict))
        return verdict

    return [block for block in blocks if not is_inside(block.element)]


class _Page:
    """The blocks of a page while the choice is made; ``chosen`` are positions in ``blocks``."""

    def __init__(self, blocks: list[TextBlock], chosen: set[int], title: str | None) -> None:
        self.blocks = blocks
        self.chosen = chosen
        self.title = squeeze(title or "").lower()
        # how much of the choice stands in elements of each name and class
        self.alike: Counter[tuple[str, ...]] = Counter()
        self.makes: Counter[tuple[str, ...]] = Counter()
        for position in chosen:
            block = blocks[position]
            self.makes[_make(block.element)] += len(block.text)
            for element in (block.element, *block.element.iterancestors()):
                self.alike[_make(element, 1)] += len(block.text)
        self.total = sum(len(blocks[position].text) for position in chosen)
        self.prose: Counter[HtmlElement] = (
            Counter()
        )  # how much of the choice that is no table cell stands in each table
        prose = 0
        for position in chosen:
            block = blocks[position]
            if block.kind != "table":
                prose += len(block.text)
                for table in block.element.iterancestors("table"):
                    self.prose[table] += len(block.text)
        self.is_prose = prose > _PROSE * self.total
        self.known: dict[HtmlElement, bool] = {}

    def drop(self) -> None:
        """Take out the title, furniture, lists of links, credits, pointers and the cells of tables."""
        self.chosen = {i for i in self.chosen if not self.is_alien(self.blocks[i])}

    def is_alien(self, block: TextBlock) -> bool:
        if is_note(block.text):
            return False
        if self.is_title(block) or self.in_furniture(block.element):
            return True
        if len(block.text) < _SHORT and opens_as_furniture(block.text):
            return True
        if block.kind == "heading":
            return False
        if block.kind == "table" and self.is_prose and (len(block.text) < _SENTENCE or self.in_layout(block)):
            return True
        if len(block.text) < _SHORT and link_share(block) > _LINKS:
            return not ((ends_sentence(block.text) or block.text.endswith(":")) and self.own_make(block) > _OWN / 3)
        return False

    def in_layout(self, block: TextBlock) -> bool:
        """Whether the table that a cell belongs to lays the page out: then the article's paragraphs stand in it too."""
        table = next((e for e in (block.element, *block.element.iterancestors()) if e.tag == "table"), None)
        return table is not None and self.prose[table] > _OWN * self.total

    def own_make(self, block: TextBlock) -> float:
        """The share of what trafilatura chose that stands in blocks made like this one."""
        return self.makes[_make(block.element)] / self.total if self.total else 0.0

    def is_title(self, block: TextBlock) -> bool:
        """Whether a block is the title, or the title run together with a byline."""
        if block.element.tag == "h1":
            return True
        stream = squeeze(block.text).lower()
        return bool(self.title) and stream.startswith(self.title) and len(stream) < len(self.title) + _BYLINE

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
        """Take back what stands among the chosen blocks and is made like them, and what follows in the same place."""
        if not self.chosen:
            return
        homes = Counter(_home(self.blocks[i].element) for i in self.chosen if len(self.blocks[i].text) >= _SENTENCE)
        makes = Counter(_make(self.blocks[i].element) for i in self.chosen)
        first, last = min(self.chosen), max(self.chosen)
        for i in range(first, len(self.blocks)):
            block = self.blocks[i]
            if i in self.chosen:
                continue
            at_home = homes[_home(block.element)] >= 2
            if is_note(block.text) and len(block.text) < 1_000 and (i < last or i - last < _NOTE_WITHIN):
                self.chosen.add(i)
            elif block.kind == "heading":
                if i < last and at_home and len(block.text) <= _HEADING_LENGTH and not self.is_alien(block):
                    self.chosen.add(i)
            else:
                sentence = at_home and len(block.text) >= _SENTENCE and ends_sentence(block.text)
                alike = i < last and makes[_make(block.element)] >= 2
                if (sentence or alike) and not self.is_alien(block):
                    self.chosen.add(i)

    def trim(self) -> None:
        """Take out bylines, dates and labels before the first sentence, and labels after the last."""
        for order in (sorted(self.chosen), sorted(self.chosen, reverse=True)):
            for i in order:
                block = self.blocks[i]
                if (
                    len(block.text) >= _SENTENCE
                    or ends_sentence(block.text)
                    or is_heading(block)
                    or is_note(block.text)
                ):
                    break
                if block.kind == "list-item" and order[0] < order[-1]:
                    break
                if self.own_make(block) < _OWN:
                    self.chosen.discard(i)

    def lead(self) -> None:
        """Take in the lead: what stands between the title and the first paragraph and is named so, or is a sentence."""
        if not self.chosen:
            return
        first = min(self.chosen)
        titles = [i for i in range(first) if self.is_title(self.blocks[i])]
        if not titles or first - titles[-1] > _LEAD_WITHIN:
            return
        known = {squeeze(self.blocks[i].text)[:80] for i in self.chosen}
        for i in range(titles[-1] + 1, first):
            block = self.blocks[i]
            if len(block.text) < _SENTENCE or len(block.text) > 2 * _SHORT or squeeze(block.text)[:80] in known:
                continue
            if any(above.tag in ("figure", "nav", "a") for above in (block.element, *block.element.iterancestors())):
                continue
            named = is_lead(block.element)
            if named or (ends_sentence(block.text) and not self.is_alien(block)):
                self.chosen.add(i)

    def headings(self) -> set[int]:
        """The chosen blocks that are headings; those that head nothing are taken out of the choice."""
        found: set[int] = set()
        following: int | None = None  # the chosen block after this one
        for i in sorted(self.chosen, reverse=True):
            block = self.blocks[i]
            if is_heading(block):
                if following is None or self.heads_nothing(i, following, following in found):
                    if block.kind == "heading":
                        self.chosen.discard(i)
                        continue
                else:
                    found.add(i)
            following = i
        return found

    def heads_nothing(self, heading: int, following: int, before_heading: bool) -> bool:
        """Whether what a heading heads was not chosen: another of its level follows, or a list of links."""
        if before_heading and str(self.blocks[following].element.tag) <= str(self.blocks[heading].element.tag):
            return True
        passed = [b for b in self.blocks[heading + 1 : following] if not self.in_furniture(b.element)]
        return sum(len(b.text) for b in passed if link_share(b) > _LINKS) > _SENTENCE


def ends_sentence(text: str) -> bool:
    """Whether a block ends as a sentence does."""
    return _SENTENCE_END.search(text) is not None


def is_heading(block: TextBlock) -> bool:
    """A heading element, or a short paragraph all in bold that does not end as a sentence does."""
    if len(block.text) > _HEADING_LENGTH:
        return False
    if block.kind == "heading":
        return True
    if block.kind != "paragraph" or _NO_HEADING.search(block.text) or block.element.tag not in ("p", "div"):
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


def _home(element: HtmlElement) -> HtmlElement:
    """The container that a block stands in: past the elements that only make it a paragraph, an item or a quotation."""
    at = element
    while at.tag in _WRAPPERS and (above := at.getparent()) is not None:
        at = above
    return at
