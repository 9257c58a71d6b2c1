"""One comment taken apart into lines, and the runs of text of which a line is made.

A line is what stands between two block boundaries or line breaks. A run is a stretch of text within one element; it
keeps the roles that the names of its elements give, so that ``<span class=u>Maja</span><span>1h ago</span>`` can be
told apart although the page shows it as one line.
"""

from __future__ import annotations

import itertools
from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Final

from lxml import etree
from lxml.html import HtmlElement

from sayso.document.html.comments.hints import CELLS, Role, role_of
from sayso.document.html.comments.wording import find_date
from sayso.document.html.projection import BLOCKS, UNSHOWN, collapse

_MARKED: Final = frozenset(
    {"b", "strong", "cite", "a", "h2", "h3", "h4", "h5", "h6", "dt", "th", "address", "em", "i", "u"}
)
#: Text of at least this length beside a name is prose, in characters.
_PROSE: Final = 25
_HEADINGS: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


@dataclass(slots=True)
class Run:
    """A stretch of text within one element. ``marked`` is true in bold type, links, citations and headings."""

    text: str
    element: HtmlElement
    roles: int
    marked: bool
    link: HtmlElement | None = None
    time: HtmlElement | None = None


@dataclass(slots=True)
class Line:
    """The runs between two boundaries. ``owner`` is the innermost block that holds them."""

    owner: HtmlElement
    runs: list[Run] = field(default_factory=list)

    @property
    def text(self) -> str:
        return collapse("".join(run.text for run in self.runs))

    @property
    def heading(self) -> bool:
        return self.owner.tag in _HEADINGS


def lines_of(elements: Collection[HtmlElement], nested: Collection[HtmlElement] = frozenset()) -> list[Line]:
    """The lines of a comment.

    Args:
        elements: the comment's element, or the several siblings of which it is made.
        nested: comments that stand inside this one and are left out.
    """
    lines: list[Line] = []
    for element in elements:
        _Walk(lines, nested).run(element, part=len(elements) > 1)
    shown = [line for line in lines if any(run.text and not run.text.isspace() for run in line.runs)]
    return [part for line in shown for part in _parts(line)]


def _parts(line: Line) -> list[Line]:
    """A line cut where prose meets a name or a date without as much as a space: the page shows them as blocks."""
    cuts = [
        n
        for n in range(1, len(line.runs))
        if _abut(line.runs[n - 1], line.runs[n])
        and any(
            len(run.text) >= _PROSE and run.text.count(" ") > 2 and find_date(run.text) is None
            for run in line.runs[n - 1 : n + 1]
        )
    ]
    if not cuts:
        return [line]
    return [Line(line.owner, line.runs[a:b]) for a, b in itertools.pairwise([0, *cuts, len(line.runs)])]


def _abut(left: Run, right: Run) -> bool:
    return (
        left.element is not right.element
        and left.element.tag == right.element.tag == "span"
        and left.element.getparent() is right.element.getparent()
        and bool(left.text.strip())
        and not left.text[-1].isspace()
        and not right.text[0].isspace()
    )


class _Walk:
    def __init__(self, lines: list[Line], nested: Collection[HtmlElement]) -> None:
        self.lines = lines
        self.nested = nested
        self.runs: list[Run] = []

    def run(self, root: HtmlElement, *, part: bool) -> None:
        """Walk one element; ``part`` says that it is only part of the comment, so that its own name counts."""
        owners = [root]
        roles = [Role.NONE]
        marks: list[HtmlElement] = []
        links: list[HtmlElement] = []
        times: list[HtmlElement] = []
        walk = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
        for event, element in walk:
            tag = element.tag
            if event == "start":
                if tag in UNSHOWN or (element is not root and element in self.nested):
                    walk.skip_subtree()
                    if tag in BLOCKS:
                        self.flush(owners[-1])
                    owners.append(owners[-1])
                    roles.append(roles[-1])
                    continue
                if tag in BLOCKS or tag == "br":
                    self.flush(owners[-1])
                owners.append(element if tag in BLOCKS else owners[-1])
                own = role_of(element) if element.attrib and (part or element is not root) else Role.NONE
                roles.append(_inherit(roles[-1], own))
                if tag in _MARKED:
                    marks.append(element)
                    if tag == "a":
                        links.append(element)
                elif tag == "time":
                    times.append(element)
                self.text(element.text, element, roles[-1], marks, links, times)
            elif event == "end":
                roles.pop()
                owner = owners.pop()
                if marks and marks[-1] is element:
                    marks.pop()
                if links and links[-1] is element:
                    links.pop()
                if times and times[-1] is element:
                    times.pop()
                if tag in BLOCKS and tag not in UNSHOWN:
                    self.flush(owner)
                if element is not root:
                    self.text(element.tail, element.getparent(), roles[-1], marks, links, times)
            elif element is not root:
                self.text(element.tail, element.getparent(), roles[-1], marks, links, times)
        self.flush(root)

    def text(
        self,
        text: str | None,
        element: HtmlElement | None,
        role: int,
        marks: list[HtmlElement],
        links: list[HtmlElement],
        times: list[HtmlElement],
    ) -> None:
        if text and element is not None:
            self.runs.append(
                Run(text, element, role, bool(marks), links[-1] if links else None, times[-1] if times else None)
            )

    def flush(self, owner: HtmlElement) -> None:
        if self.runs:
            self.lines.append(Line(owner, self.runs))
            self.runs = []


def _inherit(outer: int, own: int) -> int:
    """The innermost named cell counts."""
    cells = own & (CELLS | Role.FORM | Role.CHROME)
    if not cells:
        return outer
    if outer & Role.TEXT and not cells & (Role.AUTHOR | Role.TIME | Role.TEXT):
        return outer
    if cells & Role.TEXT and cells != Role.TEXT:
        cells &= ~Role.TEXT
    return cells
