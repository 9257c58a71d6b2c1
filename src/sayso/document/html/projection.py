"""Our own projection of a page's tree to text: the characters of ``document.text`` come from here and nowhere else.

The rules of version ``html/1``:

- Each run of inline content inside a block-level element is one :class:`TextBlock`; inline elements join without space.
- Runs of white space (no-break spaces and the like included) become one space, and blocks have none at their ends.
- Soft hyphens, zero-width characters and control characters are left out.
- One ``<br>`` is a space; two or more with nothing but white space between them end the block, as do empty lines in
  ``pre``.
- What a browser does not show as text is left out: scripts, styles, templates, ``noscript``, drawings, form fields,
  elements that are ``hidden`` or styled ``display:none`` or ``visibility:hidden``, and inline elements marked
  ``aria-hidden`` (icons and duplicates for the eye; blocks so marked are kept, because pages hide whole articles so).

The walk is iterative and linear in the size of the page.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

from lxml.html import HtmlElement

from sayso.nouns.document import BlockKind

PROJECTION: Final = "html/1"

#: Elements whose content is no markup. It counts for nothing in the stream, here and in ``locate``.
RAW: Final = frozenset({"iframe", "noembed", "noframes", "script", "style", "textarea", "title", "xmp"})
#: Elements that show no text of the page.
UNSHOWN: Final = RAW | {
    "audio", "button", "canvas", "datalist", "input", "math", "noscript", "object", "option", "progress",
    "select", "svg", "template", "video",
}  # fmt: skip
#: Elements that begin and end a block (the block-level elements of HTML, tables and ruby-free list parts).
BLOCKS: Final = frozenset({
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "dir", "div",
    "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "frameset", "h1", "h2", "h3", "h4", "h5", "h6",
    "head", "header", "hgroup", "hr", "html", "legend", "li", "main", "menu", "nav", "ol", "optgroup", "p", "pre",
    "search", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
})  # fmt: skip
_KINDS: Final[dict[str, BlockKind]] = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "heading"),
    **dict.fromkeys(("li", "dd", "dt"), "list-item"),
    **dict.fromkeys(("td", "th", "caption"), "table"),
    "blockquote": "quote",
    "pre": "preformatted",
}

#: Stands for ``<br>`` while a block is put together; no parsed text holds it.
_BREAK = "\x00"
_BREAKS = re.compile(r"\x00[\s\x00]*\x00")
_EMPTY_LINES = re.compile(r"\n[ \t\r]*\n\s*")
_DROPPED = dict.fromkeys(
    # the joiners U+200C and U+200D stay: Persian words and emoji need them
    [*range(0x09), *range(0x0E, 0x1C), *range(0x7F, 0x85), *range(0x86, 0xA0), 0xAD, 0x180E, 0x200B, 0x2060, 0xFEFF]
)
_UNKEPT = re.compile(f"[{re.escape(''.join(map(chr, _DROPPED)))}]")
#: Runs of the characters that the stream keeps.
KEPT: Final = re.compile(rf"[^\s{re.escape(''.join(map(chr, _DROPPED)))}]+")
_HIDING = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class TextBlock:
    """One block of a page's text.

    ``text`` has no newline. ``element`` is the innermost block-level element that holds all of it and ``path`` that
    element's XPath (several blocks of one element share it). ``stream`` is the block's half-open range in the page's
    stream of characters that are not white space, which :mod:`sayso.document.html.locate` finds again in the source.
    """

    text: str
    element: HtmlElement
    kind: BlockKind
    path: str
    stream: tuple[int, int] = (0, 0)


@dataclass(frozen=True, slots=True)
class Anchor:
    """An ``a`` element with an ``href``: the address as it is written, and the range of its text in the stream."""

    href: str
    stream: tuple[int, int]


def squeeze(text: str) -> str:
    """``text`` without white space and without the characters that the projection leaves out."""
    return "".join((text.translate(_DROPPED) if _UNKEPT.search(text) else text).split())


def collapse(text: str) -> str:
    """``text`` as the projection writes it: white space collapsed, unshown characters left out."""
    return " ".join((text.translate(_DROPPED) if _UNKEPT.search(text) else text).split())


def is_hidden(element: HtmlElement) -> bool:
    """Whether the element's own attributes hide it."""
    attributes = element.attrib
    if not attributes:
        return False
    if "hidden" in attributes and attributes["hidden"] != "until-found":
        return True
    style = attributes.get("style")
    if style and _HIDING.search(style):
        return True
    return attributes.get("aria-hidden") == "true" and element.tag not in BLOCKS


def blocks_of(
    root: HtmlElement,
    skip: Collection[HtmlElement] = frozenset(),
    *,
    hidden: bool = False,
    tails: Collection[HtmlElement] = frozenset(),
) -> list[TextBlock]:
    """Project a subtree to its blocks of text, in the order of the source.

    Args:
        root: the subtree; its own tail is not part of it.
        skip: subtrees that are left out.
        tails: elements after which the text up to the next element is left out, too.
        hidden: also take what the page hides (an article behind a wall of script is often hidden).

    Returns:
        the blocks that hold any text.
    """
    return _Walk(frozenset(skip), hidden, frozenset(tails)).run(root)


def project(root: HtmlElement) -> tuple[list[TextBlock], list[Anchor]]:
    """The blocks of a whole page (see :func:`blocks_of`) and its hyperlinks that show text, both from one walk."""
    walk = _Walk(frozenset(), hidden=False, tails=frozenset())
    return walk.run(root), walk.anchors


def text_of(
    element: HtmlElement, skip: Collection[HtmlElement] = frozenset(), *, tails: Collection[HtmlElement] = frozenset()
) -> str:
    """The text of a subtree: its blocks joined by newlines."""
    return "\n".join(block.text for block in blocks_of(element, skip, tails=tails))


class _Walk:
    """One pass over a subtree. ``position`` counts the characters of the stream passed so far."""

    def __init__(self, skip: frozenset[HtmlElement], hidden: bool, tails: frozenset[HtmlElement]) -> None:
        self.skip = skip
        self.tails = tails
        self.hidden = hidden
        self.blocks: list[TextBlock] = []
        self.parts: list[str] = []
        self.starts: list[int] = []  # position of each part in the stream
        self.position = 0
        self.anchors: list[Anchor] = []
        self.opened: list[int] = []  # where the links that are still open begin in the stream

    def run(self, root: HtmlElement) -> list[TextBlock]:
        element: HtmlElement | None = root
        owner, kind = root, _kind_above(root)
        paths = Paths(root)
        stack: list[tuple[HtmlElement, HtmlElement, BlockKind]] = []  # open elements, with what to go back to
        skip, tails, show_hidden, text_at = self.skip, self.tails, self.hidden, self.text
        while True:
            assert element is not None
            tag = element.tag
            child: HtmlElement | None = None
            if not isinstance(tag, str):  # a comment or an instruction
                pass
            elif tag in UNSHOWN or element in skip or (not show_hidden and is_hidden(element)):
                if tag in BLOCKS or element in skip:
                    self.flush(owner, kind, paths)
                if tag not in RAW:
                    self.position += hidden_length(element)
            elif tag == "br":
                self.parts.append(_BREAK)
                self.starts.append(self.position)
            else:
                stack.append((element, owner, kind))
                if tag == "a":
                    self.opened.append(self.position)
                if tag in BLOCKS:
                    if self.parts:
                        self.flush(owner, kind, paths)
                    owner, kind = element, _kind_in(tag, kind)
                text = element.text
                if text and (self.parts or not text.isspace()):
                    text_at(text)
                child = next(iter(element), None)
                if child is not None:
                    element = child
                    continue
                if tag in BLOCKS and self.parts:
                    self.flush(owner, kind, paths)
                element, owner, kind = stack.pop()
                if tag == "a":
                    self.anchor(element)
            # after an element: its tail, then the next sibling, then up
            while True:
                if element is root or not stack:
                    self.flush(owner, kind, paths)
                    return self.blocks
                text = element.tail
                if text and tails and element in tails:
                    self.flush(owner, kind, paths)
                    self.position += len(squeeze(text))
                elif text and (self.parts or not text.isspace()):
                    text_at(text)
                following = element.getnext()
                if following is not None:
                    element = following
                    break
                if self.parts and stack[-1][0].tag in BLOCKS:
                    self.flush(owner, kind, paths)
                element, owner, kind = stack.pop()
                if element.tag == "a":
                    self.anchor(element)

    def anchor(self, element: HtmlElement) -> None:
        """End a link; one that shows nothing is none."""
        begin = self.opened.pop()
        if begin < self.position and (href := element.get("href")):
            self.anchors.append(Anchor(href, (begin, self.position)))

    def text(self, text: str) -> None:
        if text.isspace():  # the greater part of all text nodes: indentation
            if self.parts:
                self.parts.append("\n\n" if text.count("\n") > 1 else " ")
                self.starts.append(self.position)
            return
        if _UNKEPT.search(text):
            text = text.translate(_DROPPED)
        self.parts.append(text)
        self.starts.append(self.position)
        self.position += sum(map(len, text.split()))

    def flush(self, owner: HtmlElement, kind: BlockKind, paths: Paths) -> None:
        """End a block: what was gathered becomes one block, or several at breaks."""
        parts, starts = self.parts, self.starts
        if not parts:
            return
        joined = "".join(parts)
        breaks = _BREAKS if _BREAK in joined else _EMPTY_LINES if kind == "preformatted" else None
        words = joined.replace(_BREAK, " ").split()
        if breaks is None and self.position - starts[0] == sum(map(len, words)):  # in one piece, nothing unshown in it
            if words:
                self.add(" ".join(words), owner, kind, paths, starts[0], self.position)
        elif words:
            cuts = [] if breaks is None else [match.span() for match in breaks.finditer(joined)]
            at = 0
            for cut, resume in (*cuts, (len(joined), len(joined))):
                text = " ".join(joined[at:cut].replace(_BREAK, " ").split())
                if text:
                    begin, end = self.extent(joined, at, cut)
                    self.add(text, owner, kind, paths, begin, end)
                at = resume
        parts.clear()
        starts.clear()

    def extent(self, joined: str, at: int, cut: int) -> tuple[int, int]:
        """The range in the stream of ``joined[at:cut]``, from its first shown character to its last."""
        begin = end = -1
        offset = 0
        for part, start in zip(self.parts, self.starts, strict=True):
            low, high = max(at - offset, 0), min(cut - offset, len(part))
            if low < high and (kept := len(squeeze(part[low:high]))):
                before = len(squeeze(part[:low]))
                begin = start + before if begin < 0 else begin
                end = start + before + kept
            offset += len(part)
        return begin, end

    def add(self, text: str, owner: HtmlElement, kind: BlockKind, paths: Paths, begin: int, end: int) -> None:
        self.blocks.append(TextBlock(text, owner, kind, paths.of(owner), (begin, end)))


class Paths:
    """XPaths of element steps, each parent's computed once: ``/html/body/div[2]/p[3]``.

    Every step below ``body`` carries its position among the siblings of its name, so that a path does not change its
    form when a sibling is added.
    """

    def __init__(self, root: HtmlElement) -> None:
        self.known: dict[HtmlElement, str] = {}
        self.numbered: dict[HtmlElement, dict[HtmlElement, int]] = {}

    def of(self, element: HtmlElement) -> str:
        pending: list[HtmlElement] = []
        at: HtmlElement | None = element
        while at is not None and at not in self.known:
            pending.append(at)
            at = at.getparent()
        path = self.known[at] if at is not None else ""
        for step in reversed(pending):
            path = f"{path}/{self.step(step)}"
            self.known[step] = path
        return path

    def step(self, element: HtmlElement) -> str:
        tag = element.tag
        parent = element.getparent()
        if parent is None or tag == "body":
            return str(tag)
        numbers = self.numbered.get(parent)
        if numbers is None:
            counts: dict[str, int] = {}
            numbers = {}
            for child in parent:
                if isinstance(child.tag, str):
                    counts[child.tag] = counts.get(child.tag, 0) + 1
                    numbers[child] = counts[child.tag]
            self.numbered[parent] = numbers
        return f"{tag}[{numbers[element]}]"


def hidden_length(element: HtmlElement) -> int:
    """How many characters of the stream a subtree that is left out takes up (without its tail)."""
    length = len(squeeze(element.text)) if element.text and element.tag not in RAW else 0
    for node in element.iterdescendants():
        if isinstance(node.tag, str) and node.tag not in RAW and node.text:
            length += len(squeeze(node.text))
        if node.tail:
            length += len(squeeze(node.tail))
    return length


def _kind_in(tag: str, kind: BlockKind) -> BlockKind:
    """The kind of text in an element that stands in one of another kind. Cells are often layout, so ``p`` counts."""
    if tag == "p" and kind == "table":
        return "paragraph"
    return _KINDS.get(tag, kind)


def _kind_above(element: HtmlElement) -> BlockKind:
    """The kind that text directly in ``element`` takes from it or from what it stands in."""
    kind: BlockKind = "paragraph"
    for above in (*reversed(list(element.iterancestors())), element):
        kind = _kind_in(str(above.tag), kind)
    return kind
