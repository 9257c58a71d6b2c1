"""Comments that are bare text between rules or breaks, in the container that holds the article as well.

No element of the page holds such a comment. What follows the heading is taken apart by the strongest gap that yields
comments with authors: rules, empty lines, lines that name somebody, or each line for itself.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Final

from lxml.html import HtmlElement

from sayso.document.html.comments.anatomy import Anatomy, dissect_lines
from sayso.document.html.comments.cells import Line, Run, lines_of
from sayso.document.html.comments.columns import pages_from_links, settle, without_quotes
from sayso.document.html.comments.evidence import count_in
from sayso.document.html.comments.meta import APART, read_meta
from sayso.document.html.comments.records import Kind, Record, comment_of
from sayso.document.html.comments.scan import Scan
from sayso.document.html.projection import BLOCKS, UNSHOWN

#: Gaps before a line, from the weakest: a break, an empty line, a rule.
_BREAK: Final = 1
_EMPTY: Final = 2
_RULE: Final = 3
#: Blocks that may stand among such comments; any other ends them.
_AMONG: Final = frozenset({"p", "hr", "blockquote", "pre"})
_WRAPPERS: Final = frozenset({"table", "tbody", "tr", "div", "center"})
_HOLDERS: Final = frozenset({"p", "div", "td", "dd", "blockquote", "font"})
#: How far above a heading the text that follows it may stand, in steps.
_STEPS: Final = 3
#: How many siblings after a heading are looked at for such text.
_NEAR: Final = 32
#: Of ten comments, at least so many name their author.
_SIGNED: Final = 7
_SHORT_NAME: Final = 4


@dataclass(frozen=True, slots=True)
class Stretch:
    """Siblings that are no article text: a heading and the comments under it; if ``bare``, with the text after each."""

    nodes: tuple[HtmlElement, ...]
    records: tuple[Record, ...]
    bare: bool = True


@dataclass(slots=True)
class _Piece:
    """One line, the gap before it, and the positions of the first and the last sibling that it is made of."""

    gap: int
    line: Line
    first: int
    last: int


def stretches(scan: Scan, taken: frozenset[HtmlElement], title: str | None) -> list[Stretch]:
    """Find such comments under the headings of a page.

    Args:
        scan: what the page holds.
        taken: the elements of the comments that were found already.
        title: the article's title, where it is known.
    """
    found: list[Stretch] = []
    above = {node for element in taken for node in (element, *element.iterancestors())}
    for heading, kind in scan.headings.items():
        if kind == "form":
            continue
        at = _above(heading)
        holder = at.getparent() if at is not None else None
        inside = _inside(heading) if at is None else None
        if inside is not None:
            holder = inside
        if holder is None or holder in taken or any(over in taken for over in holder.iterancestors()):
            continue
        nodes = list(holder) if at is None else [at, *_following(at, scan, above)]
        pieces = _pieces(nodes, holder, headed=at is not None)
        stretch = _read(pieces, nodes, holder, heading, "widget" if kind == "widget" else "thread", title)
        if stretch is not None and inside is not None:
            stretch = (
                replace(stretch, nodes=(heading, inside), bare=False) if len(stretch.nodes) > pieces[-1].last else None
            )
        if stretch is not None:
            found.append(stretch)
    return found


def _above(heading: HtmlElement) -> HtmlElement | None:
    """The heading, or what wraps nothing but it, after which bare text follows."""
    at = heading
    for _ in range(_STEPS):
        parent = at.getparent()
        if parent is None or parent.tag == "html":
            return None
        after = list(itertools.islice(at.itersiblings(), _NEAR))
        if any((node.tail or "").strip() or node.tag == "pre" for node in (at, *after)):
            return at
        if after:
            return None
        at = parent
    return None


def _inside(heading: HtmlElement) -> HtmlElement | None:
    """The one element after a heading that holds text between breaks."""
    at, after = heading, None
    for _ in range(_STEPS):
        after = next((node for node in at.itersiblings() if isinstance(node.tag, str) and node.tag != "br"), None)
        parent = at.getparent()
        if after is not None or parent is None or parent.tag in {"body", "html"}:
            break
        at = parent
    while after is not None and len(after) == 1 and after.tag in _WRAPPERS:
        after = after[0]
    return after if after is not None and after.tag in _HOLDERS and has_breaks(after) else None


def has_breaks(element: HtmlElement) -> bool:
    """Whether an element holds text between rules or breaks, and no other blocks."""
    tags = [str(child.tag) for child in element]
    return sum(tag in {"br", "hr"} for tag in tags) > 1 and not any(tag in BLOCKS - _AMONG for tag in tags)


def _following(at: HtmlElement, scan: Scan, taken: set[HtmlElement]) -> Iterable[HtmlElement]:
    """The siblings after a heading up to the next one, or to a block that is no text between breaks."""
    for node in at.itersiblings():
        if isinstance(node.tag, str) and (node.tag in BLOCKS - _AMONG or node in taken):
            return
        if node in scan.headings or (len(node) and node[0] in scan.headings):
            return
        yield node


def _pieces(nodes: list[HtmlElement], holder: HtmlElement, *, headed: bool) -> list[_Piece]:
    """The lines of some siblings; of the first, where it is the heading, only the text after it."""
    pieces: list[_Piece] = []
    gap, open_ = _RULE, False

    def add(line: Line, n: int) -> None:
        nonlocal gap, open_
        if open_:
            pieces[-1].line.runs += line.runs
            pieces[-1].last = n
        else:
            pieces.append(_Piece(gap, line, n, n))
            gap, open_ = _BREAK, True

    def end(least: int) -> None:
        nonlocal gap, open_
        gap, open_ = max(least if open_ else gap, least), False

    if not headed and holder.text and not holder.text.isspace():
        add(Line(holder, [Run(holder.text, holder, 0, False)]), 0)
    for n, node in enumerate(nodes):
        if headed and not n:
            pass
        elif node.tag == "pre":
            end(_EMPTY)
            for text in str(node.text_content()).split("\n"):
                if any(c.isalnum() for c in text):
                    add(Line(node, [Run(text, node, 0, False)]), n)
                    end(_BREAK)
                else:
                    end(_RULE if len(text.strip()) > 1 else _EMPTY)
            end(_EMPTY)
        elif node.tag == "hr":
            end(_RULE)
        elif node.tag == "br":
            end(_BREAK if open_ else _EMPTY)
        elif isinstance(node.tag, str) and node.tag not in UNSHOWN:
            block = node.tag in BLOCKS
            if block:
                end(_EMPTY)
            for m, line in enumerate(lines_of((node,))):
                if m:
                    end(_BREAK)
                add(line, n)
            if block:
                end(_EMPTY)
        if (tail := node.tail) and (open_ or not tail.isspace()):
            add(Line(holder, [Run(tail, holder, 0, False)]), n)
    return pieces


def _read(
    pieces: list[_Piece],
    nodes: list[HtmlElement],
    holder: HtmlElement,
    heading: HtmlElement,
    kind: Kind,
    title: str | None,
) -> Stretch | None:
    """The comments that some lines make, or ``None`` where no way of parting them gives comments."""
    counted = count_in(heading)
    ended = next((n for n, piece in enumerate(pieces) if n and piece.gap == _RULE), len(pieces))
    ways: tuple[tuple[list[_Piece], Callable[[_Piece, _Piece], bool]], ...] = (
        (pieces, lambda piece, _: piece.gap == _RULE),
        (pieces[:ended], lambda piece, _: piece.gap >= _EMPTY),
        (pieces[:ended], lambda piece, last: _names_somebody(piece) and not _names_somebody(last)),
        (pieces[:ended], lambda _, __: True),
    )
    for some, begins in ways:
        parts: list[list[_Piece]] = []
        for piece in some:
            if not parts or begins(piece, parts[-1][-1]):
                parts.append([piece])
            else:
                parts[-1].append(piece)
        taken = [dissect_lines([piece.line for piece in part]) for part in parts]
        settle(taken, trusted=True, widget=kind == "widget")
        while taken and not _signed(taken[-1]):  # what stands below the comments
            taken.pop()
        if len(taken) < 2 and not (taken and counted == 1):
            continue
        if not all(one.text for one in taken) or 10 * sum(map(_signed, taken)) < _SIGNED * len(taken):
            continue
        return _stretch(parts, taken, nodes, holder, kind, title)
    return None


def _stretch(
    parts: list[list[_Piece]],
    taken: list[Anatomy],
    nodes: list[HtmlElement],
    holder: HtmlElement,
    kind: Kind,
    title: str | None,
) -> Stretch:
    if title and all(one.on in (None, title) for one in taken):
        for one in taken:
            one.on = None
    if kind == "widget":
        pages_from_links(taken)
        without_quotes(taken)
    records = []
    for part, one in zip(parts, taken, strict=False):
        item = tuple(nodes[part[0].first : part[-1].last + 1])
        records.append(Record(comment_of(one, one.text, "widget" if one.on else kind), item, holder))
    return Stretch(tuple(nodes[: parts[len(taken) - 1][-1].last + 1]), tuple(records))


def _names_somebody(piece: _Piece) -> bool:
    meta = read_meta(piece.line)
    return meta is not None and bool(meta.author) and bool(meta.time or meta.rank > APART or piece.line.runs[0].marked)


def _signed(anatomy: Anatomy) -> bool:
    """Whether somebody is named; a name that nothing else speaks for may be any words before a colon, and is short."""
    return anatomy.author is not None and (
        anatomy.time is not None or anatomy.rank > APART or len(anatomy.author.split()) <= _SHORT_NAME
    )
