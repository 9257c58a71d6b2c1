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
from sayso.document.html.furniture import (
    is_bio,
    is_credit,
    is_furniture,
    is_label,
    is_lead,
    is_note,
    link_share,
    opens_as_furniture,
    requests_something,
)
from sayso.document.html.headings import HEADING_LENGTH, is_bold, is_dated, is_heading, is_interview, is_set_apart
from sayso.document.html.layout import Layout, home_of, make_of
from sayso.document.html.projection import TextBlock, blocks_of, squeeze
from sayso.document.html.repeats import repeated
from sayso.document.html.tables import data_cells
from sayso.errors import DocumentError

#: An element that holds this share of what was chosen is the article's own, whatever it is called.
_OWN = 0.3
#: Share of linked characters above which a block is a list of links.
_LINKS = 0.6
#: Share of text outside tables from which on a page is prose, and the short cells of its tables are left out.
_PROSE = 0.6
#: Share of the densest container's text that trafilatura's fast choice must hold to be believed.
_AGREED = 0.75
#: Characters: from the first on a block is taken for a sentence, under the second it may be a pointer or links.
_SENTENCE = 60
_SHORT = 300
#: Characters that a line of bylines and dates has at most.
_LINE = 120
#: Characters of a byline and a date that may be run together with the title.
_BYLINE = 60
#: How many blocks may stand between the title and the first paragraph if there is to be a lead among them.
_LEAD_WITHIN = 16
#: How many blocks from the end the line on the author may stand.
_BIO_WITHIN = 3
#: How many blocks after the article's end a correction may stand.
_NOTE_WITHIN = 12
_SENTENCE_END = re.compile(r"[.!?…。！？।؟][\s'\"’”»)\]」』]*$")


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
    authors: Collection[str] = (),
    regions: Collection[HtmlElement] = (),
    source: str = "-",
) -> Article:
    """Choose the article's blocks.

    Args:
        root: the page.
        blocks: the projection of the whole page, where it was made already.
        title: the article's title, which is no part of its text.
        authors: the names in the byline; a line about one of them at the end is no part of the text.
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
    page = _Page(root, left, chosen, title, authors)
    page.drop()
    page.take_back()
    page.trim()
    page.lead()
    page.drop_repeated()
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

    def __init__(
        self, root: HtmlElement, blocks: list[TextBlock], chosen: set[int], title: str | None, authors: Collection[str]
    ) -> None:
        self.blocks = blocks
        self.chosen = chosen
        self.title = squeeze(title or "").lower()
        self.authors = authors
        # how much of the choice stands in elements of each name and class
        self.alike: Counter[tuple[str, ...]] = Counter()
        for position in chosen:
            block = blocks[position]
            for element in (block.element, *block.element.iterancestors()):
                self.alike[make_of(element, 1)] += len(block.text)
        self.layout = Layout(blocks, chosen)
        self.total = self.layout.total
        # how much of the choice that is no table cell stands in each table
        self.prose: Counter[HtmlElement] = Counter()
        prose = 0
        for position in chosen:
            block = blocks[position]
            if block.kind != "table":
                prose += len(block.text)
                for table in block.element.iterancestors("table"):
                    self.prose[table] += len(block.text)
        self.is_prose = prose > _PROSE * self.total
        self.known: dict[HtmlElement, bool] = dict.fromkeys(self.layout.boxes(root), True)
        first, last = min(chosen, default=0), max(chosen, default=0)
        cells = data_cells(blocks, range(first, last + 1)) if self.is_prose else set()
        self.data = {blocks[i].stream for i in cells}  # the cells of tables of data in the article

    def drop(self) -> None:
        """Take out the title, furniture, lists of links, credits, pointers and the cells of tables."""
        self.chosen = {i for i in self.chosen if not self.is_alien(self.blocks[i]) and not self.is_after(i)}

    def drop_repeated(self) -> None:
        """Take out pull quotes."""
        order = sorted(self.chosen)
        strange = [n for n, i in enumerate(order) if not self.layout.is_own(i)]
        self.chosen -= {order[n] for n in repeated([self.blocks[i] for i in order], strange)}

    def is_after(self, i: int) -> bool:
        """Whether a block follows the article: outside what holds it and made otherwise, or the line on its author."""
        text = self.blocks[i].text
        if self.layout.is_outside(i) and not is_note(text):
            return True
        return i >= max(self.chosen) - _BIO_WITHIN and is_bio(text, self.authors)

    def is_alien(self, block: TextBlock) -> bool:
        if is_note(block.text):
            return False
        if self.is_title(block) or self.in_furniture(block.element):
            return True
        if len(block.text) < _SHORT and (opens_as_furniture(block.text) or requests_something(block.text)):
            return True
        if is_credit(block.text) or (block.kind != "heading" and is_label(block.text)):
            return True
        if block.kind == "heading":
            return False
        is_cell = block.kind == "table" and self.is_prose and block.stream not in self.data
        if is_cell and (len(block.text) < _SENTENCE or self.in_layout(block)):
            return True
        if len(block.text) < _SHORT and link_share(block) > _LINKS:
            return not ((ends_sentence(block.text) or block.text.endswith(":")) and self.ownmake_of(block) > _OWN / 3)
        return False

    def in_layout(self, block: TextBlock) -> bool:
        """Whether the table that a cell belongs to lays the page out: then the article's paragraphs stand in it too."""
        table = next((e for e in (block.element, *block.element.iterancestors()) if e.tag == "table"), None)
        return table is not None and self.prose[table] > _OWN * self.total

    def ownmake_of(self, block: TextBlock) -> float:
        """The share of what trafilatura chose that stands in blocks made like this one."""
        return self.layout.makes[make_of(block.element)] / self.total if self.total else 0.0

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
            if self.alike[make_of(at, 1)] < _OWN * self.total and is_furniture(at):
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
        homes = Counter(home_of(self.blocks[i].element) for i in self.chosen if len(self.blocks[i].text) >= _SENTENCE)
        makes = Counter(make_of(self.blocks[i].element) for i in self.chosen)
        first, last = min(self.chosen), max(self.chosen)
        for i in range(first, len(self.blocks)):
            block = self.blocks[i]
            if i in self.chosen:
                continue
            at_home = homes[home_of(block.element)] >= 2
            if is_note(block.text) and len(block.text) < 1_000 and (i < last or i - last < _NOTE_WITHIN):
                self.chosen.add(i)
            elif block.kind == "heading":
                if i < last and at_home and len(block.text) <= HEADING_LENGTH and not self.is_alien(block):
                    self.chosen.add(i)
            else:
                item = block.kind == "list-item" and at_home and i < last
                sentence = at_home and len(block.text) >= _SENTENCE and ends_sentence(block.text)
                alike = i < last and makes[make_of(block.element)] >= 2
                if (
                    (sentence or alike or item or block.stream in self.data)
                    and not self.is_alien(block)
                    and not self.is_after(i)
                ):
                    self.chosen.add(i)

    def trim(self) -> None:
        """Take out bylines, dates and labels before the first paragraph, and labels after the last."""
        for i in [i for i in self.chosen if i < self.layout.first]:
            block = self.blocks[i]
            line = block.kind == "paragraph" and len(block.text) < _LINE
            if is_dated(block) or (line and not (ends_sentence(block.text) or is_lead(block.element))):
                self.chosen.discard(i)
        for order in (sorted(self.chosen), sorted(self.chosen, reverse=True)):
            for i in order:
                block = self.blocks[i]
                if (
                    len(block.text) >= _SENTENCE
                    or ends_sentence(block.text)
                    or is_note(block.text)
                    or block.stream in self.data
                ):
                    break
                if is_heading(block) and order[0] < order[-1]:
                    break
                if block.kind == "list-item" and self.layout.holds(i):
                    break
                if self.ownmake_of(block) < _OWN:
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
        interview = is_interview(self.blocks[i] for i in self.chosen)
        following: int | None = None  # the chosen block after this one
        for i in sorted(self.chosen, reverse=True):
            block = self.blocks[i]
            if is_heading(block) and not (interview and is_bold(block)):
                if following is None or self.heads_nothing(i, following, following in found):
                    if block.kind == "heading" or following is None:
                        self.chosen.discard(i)
                        continue
                else:
                    found.add(i)
            elif following is not None and self.is_quiet(i, following):
                found.add(i)
            following = i
        return found

    def is_quiet(self, i: int, following: int) -> bool:
        """Whether a line between paragraphs is a heading by its class alone."""
        after = self.blocks[following]
        passed = (self.in_furniture(block.element) for block in self.blocks[i + 1 : following])
        between = i > self.layout.first and len(after.text) >= _SENTENCE and all(passed)
        return between and self.layout.is_own(following) and is_set_apart(self.blocks[i], after)

    def heads_nothing(self, heading: int, following: int, before_heading: bool) -> bool:
        """Whether what a heading heads was not chosen: another of its level follows, or a list of links."""
        if before_heading and str(self.blocks[following].element.tag) <= str(self.blocks[heading].element.tag):
            return True
        if self.layout.is_boxed(heading, self.chosen):
            return True
        between = self.blocks[heading + 1 : following]
        passed = [b for b in between if not self.in_furniture(b.element) and not opens_as_furniture(b.text)]
        return sum(len(b.text) for b in passed if link_share(b) > _LINKS) > _SENTENCE


def ends_sentence(text: str) -> bool:
    """Whether a block ends as a sentence does."""
    return _SENTENCE_END.search(text) is not None
