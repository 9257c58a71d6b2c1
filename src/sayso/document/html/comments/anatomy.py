"""A comment's author, time, page and words, each told from the others."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, field

from lxml.html import HtmlElement

from sayso.document.html.comments.cells import Line, Run, lines_of
from sayso.document.html.comments.hints import Role
from sayso.document.html.comments.meta import APART, Meta, name_like, read_meta
from sayso.document.html.comments.wording import heading_kind, is_control, is_pingback, is_strong_control
from sayso.document.html.projection import collapse

_PREFIX_END = re.compile(r"\s*(?:[:：]|[–—-]\s)\s*")


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
    found = Anatomy()
    metas: list[tuple[int, Line, Meta]] = []
    lines = lines_of(elements, nested)
    edge = {*range(4), *range(len(lines) - 4, len(lines))}
    for n, line in enumerate(lines):
        text = line.text
        if is_control(text) or all(run.roles & (Role.CONTROL | Role.FORM) for run in line.runs) and len(text) < 80:
            found.controls += 1
            found.strong += any(is_strong_control(collapse(run.text)) for run in line.runs)
            continue
        if len(text) < 60 and heading_kind(text) == "form":
            continue
        if line.heading and any(run.link is not None for run in line.runs) and len(text) > 30:
            found.headlines += 1
        if is_pingback(text):
            found.pingback = True
        strict = all(run.roles & Role.TEXT and not run.roles & (Role.AUTHOR | Role.TIME) for run in line.runs)
        meta = read_meta(line, strict=strict) if n in edge else None
        if meta is None:
            found.said.append(line)
        else:
            found.strong += any(is_strong_control(collapse(run.text)) for run in line.runs)
            metas.append((n, line, meta))
    _settle(found, metas, lines)
    if found.author is None:
        _take_prefix(found)
    return found


def _settle(found: Anatomy, metas: list[tuple[int, Line, Meta]], lines: list[Line]) -> None:
    """Choose among the lines that name somebody; those that only looked like it go back to the words."""
    best = max((meta for _, _, meta in metas if meta.author), key=lambda meta: meta.rank, default=None)
    back: list[Line] = []
    for _, line, meta in metas:
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


def _take_prefix(found: Anatomy) -> None:
    """``<b>Maja</b>: so it goes`` has its author at the beginning of the words."""
    if not found.said:
        return
    runs = [run for run in found.said[0].runs if collapse(run.text)]
    if len(runs) < 2 or not (runs[0].marked or runs[0].roles & Role.AUTHOR):
        return
    name, rest = collapse(runs[0].text), "".join(run.text for run in runs[1:])
    colon = _PREFIX_END.match(rest)
    if name.endswith(":"):
        name, colon = name.rstrip(": "), re.match("", rest)
    if colon is None and not runs[0].roles & Role.AUTHOR or not name_like(name):
        return
    found.author, found.rank = name, APART
    first = found.said[0]
    kept = list(first.runs[first.runs.index(runs[1]) :])
    kept[0] = Run(kept[0].text[colon.end() if colon else 0 :] if colon and colon.end() <= len(kept[0].text) else kept[0].text, kept[0].element, kept[0].roles, kept[0].marked, kept[0].link, kept[0].time)
    found.said[0] = Line(first.owner, kept)


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
