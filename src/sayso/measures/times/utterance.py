"""The day on which something is said: that of the page, of its dateline, of the utterance that a quotation reports."""

from __future__ import annotations

import bisect
import datetime as dt
from collections.abc import Sequence
from itertools import islice

from sayso.measures.times import calendar as cal
from sayso.measures.times.meaning import Fixed
from sayso.measures.times.reckon import Reading
from sayso.measures.times.said import REACH
from sayso.measures.times.words import Item
from sayso.nouns.document import Document
from sayso.reader.layers import Layers

#: How far into the text a dateline may stand, in words.
_DATELINE = 20
_DAY_UNITS = frozenset({"day", "hour", "minute", "second"})


def spoken_on(document: Document, items: Sequence[Item]) -> tuple[dt.date | None, str]:
    """The page's day and what it is called; without one that of a dateline (*VARNA, 3 May 2021 (Tidewire) – ...*)."""
    day = cal.day_of(document.published)
    if day is not None:
        return day, f"published {day.isoformat()}"
    for n, item in enumerate(islice(items, _DATELINE)):
        if item.kind == "BREAK":
            break
        if item.kind == "DAY" and isinstance(item.value, Fixed) and item.value.period.common:
            marks = [i for i in items[n + 1 : n + 5] if i.kind in {"H", "DASH"} and i.spaced]
            if marks:
                day = item.value.period.first
                return day, f"dateline {day.isoformat()}"
    return None, ""


def said_on(times: Sequence[tuple[int, int, Reading]], layers: Layers, label: str) -> dict[int, tuple[dt.date, str]]:
    """For times inside direct quotations: the day of the utterance and the id of the time that names it.

    ``times`` are start, end and reading in text order. Only times that were told from the page's own day (``label``)
    are concerned, and only where a day stands in the cue's sentence, outside every content.
    """
    starts = [start for start, _, _ in times]
    sentences = [start for start, _ in layers.sentences]
    contents = sorted(span for a in layers.attributions for span in a.content.spans)
    found: dict[int, tuple[dt.date, str]] = {}
    for attribution in layers.attributions:
        cue = attribution.cue
        if cue is None or attribution.manner != "direct":
            continue
        number = bisect.bisect_right(sentences, cue.start) - 1
        if number < 0:
            continue
        first, last = layers.sentences[number]
        near = [
            (min(abs(times[n][0] - cue.end), abs(times[n][1] - cue.start)), n)
            for n in range(bisect.bisect_left(starts, first), bisect.bisect_left(starts, last))
            if times[n][2].unit in _DAY_UNITS and times[n][2].period is not None and not _inside(contents, times[n][0])
        ]
        distance, at = min(near, default=(REACH + 1, -1))
        period = times[at][2].period if distance <= REACH else None
        if period is None or not period.common:
            continue
        for start, end in attribution.content.spans:
            for n in range(bisect.bisect_left(starts, start), bisect.bisect_left(starts, end)):
                if times[n][2].anchor == label and label:
                    found[n] = (period.first, f"t{at + 1}")
    return found


def _inside(spans: Sequence[tuple[int, int]], offset: int) -> bool:
    at = bisect.bisect_right(spans, (offset, 10**12)) - 1
    return at >= 0 and spans[at][0] <= offset < spans[at][1]
