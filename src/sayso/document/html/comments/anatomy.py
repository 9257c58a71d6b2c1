"""A comment's author, time, page and words, each told from the others."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field

from lxml.html import HtmlElement

from sayso.document.html.comments.cells import Line, Run, lines_of
from sayso.document.html.comments.hints import Role, role_of
from sayso.document.html.comments.inline import labelled_opening, read_closing, read_opening, tail_closing
from sayso.document.html.comments.labels import without_labels
from sayso.document.html.comments.meta import APART, SAID, Meta, name_like, read_meta
from sayso.document.html.comments.wording import (
    find_date,
    heading_kind,
    is_control,
    is_introduction,
    is_pingback,
    is_strong_control,
    says,
)
from sayso.document.html.projection import collapse

#: A note beside the words (a rank, a date of joining) is shorter than this, in characters.
_LONGEST_NOTE = 60


@dataclass(slots=True)
class Anatomy:
    """The parts of one comment. ``said`` are the lines of the comment itself; ``controls`` counts buttons."""

    said: list[Line] = field(default_factory=list)
    author: str | None = None
    rank: int = 0
    time: str | None = None
    stamp: str | None = None
    on: str | None = None
    url: str | None = None
    controls: int = 0
    strong: int = 0
    headlines: int = 0
    pingback: bool = False

    @property
    def text(self) -> str:
        """The comment's words, one line a block."""
        return "\n".join(text for line in self.said if (text := _words(line)))


def dissect(elements: Collection[HtmlElement], nested: Collection[HtmlElement] = frozenset()) -> Anatomy:
    """Take one comment apart.

    Args:
        elements: its element, or its elements where it is made of several siblings.
        nested: the replies that stand inside it.
    """
    found = dissect_lines(lines_of(elements, nested))
    if found.author is None and elements:
        found.author = _attribute(next(iter(elements)))
    return found


def dissect_lines(lines: list[Line]) -> Anatomy:
    """Take apart one comment of which only the lines are known."""
    found = Anatomy()
    metas: list[tuple[int, Line, Meta]] = []
    lines = without_labels(lines)
    notes: list[Line] = []
    edge = {*range(4), *range(len(lines) - 4, len(lines))}
    for n, line in enumerate(lines):
        text = line.text
        buttons = len(text) < 80 and all(run.roles & (Role.CONTROL | Role.FORM) for run in line.runs)
        if all_controls(line) or (buttons and not any(c.isdigit() for c in text)):
            found.controls += 1
            found.strong += any(is_strong_control(collapse(run.text)) for run in line.runs)
            continue
        if len(text) < 160 and heading_kind(text) == "form":
            continue
        if line.heading and any(run.link is not None for run in line.runs) and len(text) > 30:
            found.headlines += 1
        if is_pingback(text):
            found.pingback = True
        strict = all(run.roles & Role.TEXT and not run.roles & (Role.AUTHOR | Role.TIME) for run in line.runs)
        meta = read_meta(line, strict=strict) if n in edge else None
        if buttons and (meta is None or not meta.time):
            found.controls += 1
        elif meta is None and len(text) < _LONGEST_NOTE and _is_note(line):
            notes.append(line)
        elif meta is None:
            found.said.append(line)
        else:
            found.strong += any(is_strong_control(collapse(run.text)) for run in line.runs)
            metas.append((n, line, meta))
    if metas and found.said[:1] == lines[:1] and all(meta.rank <= APART for _, _, meta in metas) and _says(lines[0]):
        kept = {id(line) for line in (*found.said, *(line for _, line, _ in metas))}
        found.said = [line for line in lines if id(line) in kept]
        metas = []
    _settle(found, metas, lines)
    if not found.said and metas and not found.pingback:
        _open_line(found, metas)
    if not found.said:
        found.said = notes
    if found.author is None:
        _take_opening(found)
    return found


def all_controls(line: Line) -> bool:
    """Whether each run of a line is a button or a count, such as "permalink  reply  3 points"."""
    if is_control(line.text):
        return True
    if len(line.text) >= 120:
        return False
    runs = [collapse(run.text) for run in line.runs]
    return sum(map(bool, runs)) > 1 and all(not run or is_control(run) for run in runs)


def _says(line: Line) -> bool:
    """Whether a line of words begins like ``<b>Maja says:</b>``."""
    first = next((collapse(run.text) for run in line.runs if run.text.strip()), "")
    return first != line.text and says(first) is not None and read_opening(line) is not None


def _is_note(line: Line) -> bool:
    """Whether a line stands in a cell of its own beside the words: "member since 2016"."""
    notes = Role.AUTHOR | Role.TIME | Role.META
    return all(run.roles & notes and not run.roles & Role.TEXT for run in line.runs if run.text.strip()) and any(
        role_of(element) & notes for element in (line.owner, *(run.element for run in line.runs))
    )


def _settle(found: Anatomy, metas: list[tuple[int, Line, Meta]], lines: list[Line]) -> None:
    """Choose among the lines that name somebody; those that only looked like it go back to the words."""
    best = max((meta for _, _, meta in metas if meta.author), key=lambda meta: meta.rank, default=None)
    back: list[Line] = []
    for _, line, meta in metas:
        if best is not None and meta is not best and meta.on and meta.author:
            back.append(line)  # "more on <a>this</a>" in the words of somebody already known
            continue
        found.time = found.time or meta.time
        found.stamp = found.stamp or meta.stamp
        found.on = found.on or meta.on
        found.url = found.url or meta.url
        if meta.rank == APART and meta is not best and (best is None or meta.author != best.author):
            back.append(line)
    if best is not None:
        found.author, found.rank = best.author, best.rank
    if not found.said and not back and best is not None and best.rank == APART:
        back = [line for _, line, meta in metas if meta is best]
        found.author, found.rank = None, 0
    if back:
        kept = {id(line) for line in (*found.said, *back)}
        found.said = [line for line in lines if id(line) in kept]


def _take_opening(found: Anatomy) -> None:
    """``<b>Maja</b>: so it goes`` has its author at the beginning of the words, others at their end."""
    if not found.said:
        return
    at = 0
    opening = read_opening(found.said[0])
    if opening is None:
        at, opening = -1, read_closing(found.said[-1])
    if opening is not None:
        found.author, found.rank = opening.author, APART
        found.time, found.on, found.url = found.time or opening.time, found.on or opening.on, found.url or opening.url
        found.said[at] = opening.rest


def _open_line(found: Anatomy, metas: list[tuple[int, Line, Meta]]) -> None:
    """Where nothing is left, short words may have been taken for part of the author's line: ``<b>Maja</b>: No.``"""
    for _, line, meta in metas:
        for read in (read_opening, read_closing, tail_closing, labelled_opening):
            opening = read(line)
            if opening is None or ((meta.rank == SAID or meta.on) and read not in (read_opening, read_closing)):
                continue
            words = collapse("".join(run.text for run in opening.rest.runs))
            if find_date(words) is not None or is_control(words) or is_introduction(words) or words in (meta.on or ""):
                continue
            found.author, found.rank = opening.author, APART
            found.time, found.on, found.url = opening.time or found.time, opening.on, opening.url or found.url
            found.said = [opening.rest]
            return


def _attribute(element: HtmlElement) -> str | None:
    """The author as an attribute of the comment's element."""
    name = next(
        (value for key in ("data-author", "data-username", "data-user", "author") if (value := element.get(key))), ""
    )
    return collapse(name) if name_like(collapse(name)) and not name.isdigit() else None


def _words(line: Line) -> str:
    """A line's text without the buttons at its ends."""
    runs = list(line.runs)
    while runs and _is_button(runs[-1]):
        runs.pop()
    while runs and _is_button(runs[0]):
        runs.pop(0)
    return collapse("".join(run.text for run in runs))


def _is_button(run: Run) -> bool:
    text = collapse(run.text)
    return not text or ((run.link is not None or bool(run.roles & Role.CONTROL)) and is_strong_control(text))
