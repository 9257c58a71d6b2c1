"""Dates counted from the capture (``Yesterday 14:02``, ``3 days ago``), for pages whose moment of capture is known.

They are read only where nothing else dates the page. The words are in ``lexicon/date_relative.yaml``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from functools import cache

from sayso.document.html.metadata import dates, visible
from sayso.document.html.metadata.candidate import Candidate
from sayso.document.html.metadata.dated import Dated
from sayso.document.html.metadata.dates import Stamp
from sayso.document.html.metadata.page import Page
from sayso.lexicon import load

#: Lines farther from the headline are of teasers, longer ones are text.
FARTHEST, MAX_LINE = 5, 80
#: Less than a written date's: a capture's day need not be the day of the page's own clock.
SCORE = 0.72
_MAX_DAYS = 31


def find(page: Page) -> Iterator[Dated]:
    """The dates around the headline that are counted from the page's capture; none where that is unknown."""
    if page.captured is None:
        return
    for line in (*page.around.after[:FARTHEST], *page.around.before[-2:]):
        if len(line.text) > MAX_LINE or any(visible.marked(piece.element, "undated") for piece in line.pieces):
            continue
        stamp = read(line.text, page.captured)
        if stamp is not None:
            where = f"line {line.distance:+d} of the headline, counted from the capture"
            yield Dated(Candidate(stamp.iso, "visible", where, SCORE - 0.01 * abs(line.distance)), stamp)


def read(text: str, captured: datetime) -> Stamp | None:
    """The day that a short line counts from a capture, perhaps with a time of day; None where it counts none."""
    match = _ago().search(text)
    if match is not None:
        number = int(match["before"] or match["after"])
        unit = (match["unit_before"] or match["unit_after"]).casefold()
        step = next(step for step, words in _units() if unit in words)
        if number * step > timedelta(days=_MAX_DAYS):
            return None
        return Stamp((captured - number * step).date())
    match = _named().search(text)
    if match is None:
        return None
    day = captured.date() - timedelta(days=match.lastgroup == "yesterday")
    clock = dates.clock(text)
    return Stamp(day, clock[0], clock[1]) if clock else Stamp(day)


def _words(group: str) -> list[str]:
    return sorted((str(word) for word in load("date_relative.yaml")[group]["words"]), key=len, reverse=True)


@cache
def _units() -> tuple[tuple[timedelta, frozenset[str]], ...]:
    steps = (("minutes", timedelta(minutes=1)), ("hours", timedelta(hours=1)), ("days", timedelta(days=1)))
    return tuple((step, frozenset(_words(group))) for group, step in steps)


@cache
def _ago() -> re.Pattern[str]:
    units = "|".join(re.escape(word) for group in ("minutes", "hours", "days") for word in _words(group))
    before, after = ("|".join(re.escape(word) for word in _words(group)) for group in ("ago_before", "ago_after"))
    return re.compile(
        rf"(?<!\w)(?:(?:{before})\s+(?P<before>\d{{1,3}})\s?(?P<unit_before>{units})(?!\w)"
        rf"|(?P<after>\d{{1,3}})\s?(?P<unit_after>{units})\.?\s+(?:{after})(?!\w))",
        re.IGNORECASE,
    )


@cache
def _named() -> re.Pattern[str]:
    groups = "|".join(
        rf"(?P<{group}>{'|'.join(re.escape(word) for word in _words(group))})" for group in ("today", "yesterday")
    )
    return re.compile(rf"^(?:\W*[^\W\d]+\W+){{0,2}}?\W*(?:{groups})(?!\w)(?=\W*(?:\w+\W+)?\d|\W*$)", re.IGNORECASE)
