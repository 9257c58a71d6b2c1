"""The lines around the headline: where readers are told who wrote the page and when.

A line is the run of inline content of one block (or between two ``<br>``); its pieces are the stretches that stand in
elements of their own, because many pages set name and date side by side with nothing between them but markup.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import islice

from lxml import etree
from lxml.html import HtmlElement

from sayso.document.html.projection import BLOCKS, UNSHOWN, collapse, is_hidden
from sayso.lexicon import load

#: Lines kept before the headline, between headline and text, and after the text.
BEFORE, AFTER, TAIL = 6, 30, 8
#: A line with this many characters is text; a standfirst may stand between headline and byline, so two are passed.
LONG = 130
LONG_LINES = 2
#: Nodes walked at most, so that a huge page costs no more than a large one.
MAX_NODES = 6_000
#: Attributes whose words tell what an element is for.
_HINTS = ("class", "id", "itemprop", "rel", "data-testid", "data-component", "data-qa")
_ENDS = frozenset({"form", "footer", "nav"})


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a line and the element that holds it."""

    text: str
    element: HtmlElement


@dataclass(frozen=True, slots=True)
class Line:
    """One line. ``distance`` counts lines from the headline (negative before it)."""

    pieces: tuple[Piece, ...]
    distance: int
    text: str = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", " ".join(piece.text for piece in self.pieces))


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Lines before the headline, after it (to the text), and after the text."""

    before: tuple[Line, ...] = ()
    after: tuple[Line, ...] = ()
    tail: tuple[Line, ...] = ()
    opening: str = ""

    def filtered(self, kept: Callable[[HtmlElement], bool]) -> Surroundings:
        """Without the lines that begin in an element that is not kept."""
        before, after, tail = (
            tuple(line for line in lines if kept(line.pieces[0].element))
            for lines in (self.before, self.after, self.tail)
        )
        return replace(self, before=before, after=after, tail=tail)


def hints(element: HtmlElement, *, levels: int = 3) -> str:
    """The words of the element's and its nearest ancestors' classes, ids and roles, in lower case."""
    parts: list[str] = []
    node: HtmlElement | None = element
    for _ in range(levels):
        if node is None or node.tag in ("body", "article", "main", "html"):
            break
        for name in _HINTS:
            value = node.get(name)
            if value:
                parts.append(value[:200])
        node = node.getparent()
    return " " + " ".join(parts).lower() if parts else ""


@cache
def _pattern(group: str) -> re.Pattern[str]:
    entry = load("element_marks.yaml")[group]
    alternatives = "|".join(re.escape(word) for word in sorted(map(str, entry["words"]), key=len, reverse=True))
    return re.compile(rf"(?:^|[\s_-])(?:{alternatives})(?=$|[\s_-])" if entry["match"] == "word" else alternatives)


def marked(element: HtmlElement, group: str, *, levels: int = 2) -> bool:
    """Whether the element, or an ancestor fewer than ``levels`` up, has a mark of a group of ``element_marks.yaml``."""
    return bool(_pattern(group).search(hints(element, levels=levels)))


def inside(element: HtmlElement, group: str, *, levels: int = 6) -> bool:
    """Whether the element stands in one that is so marked, at most ``levels`` up."""
    node: HtmlElement | None = element
    for _ in range(levels):
        if node is None or node.tag in ("body", "html"):
            return False
        if marked(node, group, levels=1):
            return True
        node = node.getparent()
    return False


def around(heading: HtmlElement) -> Surroundings:
    """The lines around a headline."""
    own: set[HtmlElement | None] = set(heading.iterancestors("article"))
    after, body = _after(heading, own | {None} if own else own)
    if own and body is None:  # the headline has an ``article`` to itself
        after, body = _after(heading, set())
    opening = next((line.text[:200] for line in after if len(line.text) >= LONG), "")
    return Surroundings(tuple(_before(heading, own | {None})), tuple(after), tuple(_tail(body, heading)), opening)


def _after(heading: HtmlElement, own: set[HtmlElement | None]) -> tuple[list[Line], HtmlElement | None]:
    """The lines behind the headline, and the element of the last long one.

    Lines of other ``article`` elements than its ``own`` are those of teasers and comments and left out; an empty set
    lets all in.
    """
    after: list[Line] = []
    long_lines = 0
    body: HtmlElement | None = None
    for line in _lines(_following(heading)):
        if own and _article(line) not in own:
            continue
        if len(line.text) >= LONG:
            long_lines += 1
            body = line.pieces[0].element
            if long_lines > LONG_LINES:
                break
        after.append(Line(line.pieces, len(after) + 1))
        if len(after) >= AFTER:
            break
    return after, body


def lines_behind(element: HtmlElement) -> Iterator[Line]:
    """The lines behind an element to the end of the page, in order."""
    return _lines(_following(element))


def block(element: HtmlElement) -> HtmlElement:
    """The nearest block that an element is or stands in."""
    node: HtmlElement | None = element
    while node is not None and node.tag not in BLOCKS and node.tag != "body":
        node = node.getparent()
    return element if node is None else node


def _article(line: Line) -> HtmlElement | None:
    """The nearest ``article`` element that a line stands in."""
    element = line.pieces[0].element
    return element if element.tag == "article" else next(element.iterancestors("article"), None)


def _lines(stream: Iterator[tuple[str, HtmlElement] | None]) -> Iterator[Line]:
    """Lines of a stream of texts in which None is a line's end."""
    pieces: list[Piece] = []
    for item in stream:
        if item is None:
            if pieces:
                yield Line(tuple(pieces), 0)
                pieces = []
            continue
        text = collapse(item[0][:2_000])
        if text:
            pieces.append(Piece(text, item[1]))
    if pieces:
        yield Line(tuple(pieces), 0)


def _following(heading: HtmlElement) -> Iterator[tuple[str, HtmlElement] | None]:
    """Texts behind an element to the end of the page, in order; None where a line ends."""
    yield None
    node: HtmlElement | None = heading
    budget = MAX_NODES
    while node is not None and budget > 0:
        parent = node.getparent()
        if node.tail and node.tail.strip() and parent is not None:
            yield node.tail, parent
        following = node.getnext()
        if following is None:
            node = parent
            if node is not None and (node.tag in BLOCKS or node.tag == "body"):
                yield None
            continue
        yield from _subtree(following)
        budget -= 20
        node = following


def _subtree(top: HtmlElement) -> Iterator[tuple[str, HtmlElement] | None]:
    """Texts of a subtree without its tail."""
    if not isinstance(top.tag, str):
        return
    walker = etree.iterwalk(top, events=("start", "end", "comment", "pi"))
    budget = MAX_NODES
    for event, element in walker:
        budget -= 1
        if budget <= 0:
            return
        if event in ("comment", "pi"):
            if element.tail and element.tail.strip() and element.getparent() is not None:
                yield element.tail, element.getparent()
            continue
        if event == "start":
            if element.tag in UNSHOWN or is_hidden(element):
                walker.skip_subtree()
                continue
            if element.tag in BLOCKS or element.tag in ("br", "hr"):
                yield None
            if element.text and element.text.strip():
                yield element.text, element
            if element.tag == "time" and not (element.text or len(element)) and element.get("datetime"):
                yield element.get("datetime", "")[:80], element
        else:
            if element.tag in BLOCKS:
                yield None
            if element is not top and element.tail and element.tail.strip():
                yield element.tail, element.getparent()


def _before(heading: HtmlElement, own: set[HtmlElement | None]) -> list[Line]:
    """The last lines before the headline, nearest last."""
    found: list[Line] = []
    node: HtmlElement | None = heading
    climbs = 0
    while node is not None and len(found) < BEFORE and climbs < 6:
        previous = node.getprevious()
        if previous is None:
            node = node.getparent()
            climbs += 1
            if node is None or node.tag in ("body", "html"):
                break
            continue
        if isinstance(previous.tag, str) and previous.tag not in ("nav", "script", "style"):
            lines = list(_lines(_subtree(previous)))
            if len(lines) > 12:  # a menu, a list of stories: what stands before it is not of this page
                break
            found = [*(line for line in lines if _article(line) in own), *found]
        node = previous
    found = found[-BEFORE:]
    return [Line(line.pieces, index - len(found)) for index, line in enumerate(found)]


def _tail(body: HtmlElement | None, heading: HtmlElement) -> list[Line]:
    """The lines right after the text: signatures and agency credits."""
    if body is None:
        return []
    container = _container(body)
    if container is None:
        return []
    found: list[Line] = []
    for child in container.iterchildren(reversed=True):
        if not isinstance(child.tag, str):
            continue
        lines = list(_lines(_subtree(child)))
        last = max((index for index, line in enumerate(lines) if len(line.text) >= LONG), default=None)
        found = lines[(-1 if last is None else last) + 1 :] + found
        if last is not None or len(found) > 10 * TAIL:
            break
    if len(found) < TAIL:
        for line in _lines(_following(container)):
            if len(line.text) >= LONG or len(found) >= TAIL:
                break
            found.append(line)
    return [Line(line.pieces, index + 1) for index, line in enumerate(found[:TAIL])]


def _container(body: HtmlElement) -> HtmlElement | None:
    """The element that holds the paragraphs: the nearest ancestor, at most five up, with more than one long child."""
    node: HtmlElement | None = body
    for _ in range(5):
        node = node.getparent() if node is not None else None
        if node is None or node.tag in ("body", "html"):
            break
        if (
            next(islice((child for child in node if isinstance(child.tag, str) and _long(child)), 1, None), None)
            is not None
        ):
            return node
    return body.getparent()


def _long(element: HtmlElement) -> bool:
    size = 0
    for part in element.itertext():
        size += len(part)
        if size >= LONG:
            return True
    return False
