"""Where on a page the chosen blocks stand, and the small boxes among and after them that are no part of the article.

A box is known by what it holds and by where it stands, not by its name: a label, a request to the reader, a control,
a picture or the link to an author in a small element that holds none of the article's own kind of paragraphs.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from itertools import accumulate

from lxml.html import HtmlElement

from sayso.document.html.furniture import is_label, is_note, requests_something
from sayso.document.html.headings import shows_media
from sayso.document.html.projection import TextBlock, squeeze

#: Elements that only make a text a paragraph, an item or a quotation.
WRAPPERS = frozenset({"blockquote", "dd", "dl", "dt", "h2", "h3", "h4", "h5", "h6", "li", "ol", "p", "pre", "ul"})
#: A box holds less than this share of what was chosen, and at most so many characters.
_SMALL = 0.2
_BOX = 700
_CAPTION = 250
#: The core is the innermost element that holds this share of what was chosen, in so many blocks.
_CORE = 0.8
_CORE_BLOCKS = 3
#: How many blocks before the first chosen one are looked at: a lead may stand there.
_BEFORE = 16
#: Characters beside a heading from which on they are what it heads.
_OTHERS = 30
#: Headings of one make from which on they are not those of boxes.
_SERIES = 4
#: A make of paragraphs with this share of the choice is one of the article's own.
_MADE = 0.15
_CONTROLS = ("input", "textarea", "select")
_SMALL_PRINT = ("em", "i", "small", "font", "cite")
_MEDIA = ("img", "picture", "video", "iframe", "amp-img")


def make_of(element: HtmlElement, steps: int = 3) -> tuple[str, ...]:
    """How an element is made: its name and classes, and those of the elements it stands in."""
    made: list[str] = []
    at: HtmlElement | None = element
    while at is not None and len(made) < 2 * steps:
        made += [str(at.tag), at.get("class", "")]
        at = at.getparent()
    return tuple(made)


def home_of(element: HtmlElement) -> HtmlElement:
    """The container that a block stands in: past the elements that only make it a paragraph, an item or a quotation."""
    at = element
    while at.tag in WRAPPERS and (above := at.getparent()) is not None:
        at = above
    return at


class Layout:
    """The elements around the blocks of a page: which blocks each holds, and how much of the choice."""

    def __init__(self, blocks: Sequence[TextBlock], chosen: Collection[int]) -> None:
        self.blocks = blocks
        self.extent: dict[HtmlElement, tuple[int, int]] = {}  # the first and the last block in each element
        self.letters: Counter[HtmlElement] = Counter()  # characters of the choice in each element
        self.count: Counter[HtmlElement] = Counter()
        self.makes: Counter[tuple[str, ...]] = Counter()
        made: dict[HtmlElement, tuple[str, ...]] = {}
        self._begin = max(min(chosen, default=0) - _BEFORE, 0)
        for i, block in enumerate(blocks):
            length = len(block.text) if i in chosen else 0
            make = made.get(block.element)
            if make is None:
                make = made[block.element] = make_of(block.element)
            if length:
                self.makes[make] += length
            at: HtmlElement | None = block.element if i >= self._begin else None
            while at is not None:
                first = self.extent.get(at)
                self.extent[at] = (i if first is None else first[0], i)
                if length:
                    self.letters[at] += length
                    self.count[at] += 1
                at = at.getparent()
        self.chosen_headings = [i for i in sorted(chosen) if blocks[i].kind == "heading"]
        self.total = sum(len(blocks[i].text) for i in chosen)
        own = {make for make, letters in self.makes.items() if letters > _MADE * self.total}
        self._own = [made[block.element] in own for block in blocks]
        kept = (mine or is_note(block.text) for mine, block in zip(self._own, blocks, strict=True))
        self._kept = [0, *accumulate(kept)]  # how many of the blocks before each are paragraphs or notes
        self._length = [0, *accumulate(len(block.text) for block in blocks)]
        self.core = self._core()
        self.first = next((i for i, mine in enumerate(self._own) if mine), len(blocks))

    def _core(self) -> HtmlElement | None:
        # they all stand in one another
        holding = (
            element
            for element, letters in self.letters.items()
            if letters >= _CORE * self.total and self.count[element] >= _CORE_BLOCKS and element.tag not in WRAPPERS
        )
        return max(holding, key=lambda element: sum(1 for _ in element.iterancestors()), default=None)

    def is_own(self, i: int) -> bool:
        """Whether a block is made like a good part of what was chosen."""
        return self._own[i]

    def is_small(self, element: HtmlElement, limit: int = _BOX) -> bool:
        """Whether an element is a box: little text, little of the choice, no paragraph made like the article's."""
        if element is self.core or element.tag in ("body", "html") or self.letters[element] >= _SMALL * self.total:
            return False
        first, last = self.extent.get(element, (0, -1))
        if self._length[last + 1] - self._length[first] > limit:
            return False
        return self._kept[first] == self._kept[last + 1]

    def _inside(self, element: HtmlElement) -> range:
        first, last = self.extent.get(element, (0, -1))
        return range(first, last + 1)

    def largest_box(self, element: HtmlElement, limit: int = _BOX, first: int | None = None) -> HtmlElement | None:
        """The largest box around an element, or the element; with ``first``, one that this block opens."""
        found = None
        at: HtmlElement | None = element
        while at is not None and self.is_small(at, limit):
            if first is None or self.extent[at][0] == first:
                found = at
            at = at.getparent()
        return found

    def boxes(self, root: HtmlElement) -> set[HtmlElement]:
        """The boxes that are furniture."""
        found: set[HtmlElement | None] = set()
        for i in range(self._begin, len(self.blocks)):
            block = self.blocks[i]
            if is_label(block.text):
                found |= self._labelled(i)
            elif requests_something(block.text):
                found.add(self.largest_box(block.element))
        # before the first paragraph a picture, a search field or an author stand beside the lead, which is kept
        around = {self.largest_box(control) for control in root.iter(*_CONTROLS) if control.get("type") != "hidden"}
        around |= {self.largest_box(a) for a in root.iter("a") if "author" in (a.get("rel") or "").split()}
        for media in () if self.core is None else self.core.iter(*_MEDIA):
            around |= self._captions(media)
        around = {box for box in around if box in self.extent and self.extent[box][0] > self.first}
        headed = {
            box for box in around if box is not None and not {*self.chosen_headings}.isdisjoint(self._inside(box))
        }
        series = Counter(make_of(box, 2) for box in headed)
        found |= {box for box in around if box not in headed or series[make_of(box, 2)] < _SERIES}
        return {box for box in found if box is not None}

    def _labelled(self, i: int) -> set[HtmlElement | None]:
        """The box that a label opens; the label alone, and the list after it, where it opens none."""
        element = self.blocks[i].element
        box = self.largest_box(element, first=i)
        if box is None:
            return set()
        if self.extent[box] != (i, i):
            return {box}
        after = box.getnext()
        if after is not None and after.tag in ("ul", "ol", "dl") and self.is_small(after):
            return {box, after}
        follows = i + 1 < len(self.blocks) and self.is_own(i + 1)
        return set() if follows and self.blocks[i].kind == "heading" else {box}

    def _captions(self, media: HtmlElement) -> set[HtmlElement | None]:
        """The box around a picture, and the line under it where that is made otherwise than the paragraphs."""
        box = self.largest_box(media, _CAPTION)
        if box is None or any(self._is_plain(i) for i in self._inside(box)):
            return set()
        under = box.getnext()
        if (
            under is None
            or under not in self.extent
            or shows_media(under)
            or under.tag in ("h2", "h3", "h4", "ul", "ol")
        ):
            return {box}
        inside = self._inside(under)
        alone = len(inside) == 1 and under.tag in ("div", "p", "span", "small", "center")
        return {box, under} if alone and not self._is_plain(inside[0]) and self.is_small(under, _CAPTION) else {box}

    def _is_plain(self, i: int) -> bool:
        """Whether a block is a sentence in a paragraph that is not all small or in italics."""
        element, text = self.blocks[i].element, self.blocks[i].text
        if element.tag != "p" or len(text) < _OTHERS or text[-1] not in '.!?”"»。':
            return False
        return not any(len(squeeze("".join(e.itertext()))) == len(squeeze(text)) for e in element.iter(*_SMALL_PRINT))

    def is_boxed(self, heading: int, chosen: Collection[int]) -> bool:
        """Whether a heading stands in an element with other text, of which nothing was chosen but headings."""
        element = self.blocks[heading].element
        alike = [i for i in self.chosen_headings if make_of(self.blocks[i].element, 2) == make_of(element, 2)]
        if heading < self.first or len(alike) >= _SERIES:
            return False  # a lead; or the parts of the article, since no box comes so often
        for at in element.iterancestors():
            if at is self.core:
                return False
            first, last = self.extent[at]
            others = [i for i in range(first, last + 1) if i != heading]
            if any(i in chosen for i in others if self.blocks[i].kind != "heading"):
                return False
            if sum(len(self.blocks[i].text) for i in others) >= _OTHERS:
                return True
        return False

    def holds(self, i: int) -> bool:
        """Whether a block stands in the core."""
        return self.core is None or self.extent[self.core][0] <= i <= self.extent[self.core][1]

    def is_outside(self, i: int) -> bool:
        """Whether a block stands after the core and is not made like what stands in it."""
        if self.core is None or self.is_own(i):
            return False
        return i > self.extent[self.core][1]
