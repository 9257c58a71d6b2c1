"""Time expressions of a document."""

from __future__ import annotations

import bisect

from sayso.measures.times.calendar import Interval, Meaning, day_of
from sayso.measures.times.rules import RULES
from sayso.nouns.document import Document
from sayso.nouns.measures import Time
from sayso.reader.layers import Layers


def find_times(document: Document, layers: Layers) -> tuple[Time, ...]:
    """Explicit dates, relative dates and durations in text order.

    ``value`` is TIMEX3; ``from``/``to`` are days, both inclusive, null where the expression has no place on the
    calendar. Relative expressions are reckoned from ``document.published``; without it they keep a value only where
    none is needed.
    """
    anchor = day_of(document.published)
    found: list[tuple[int, int, Meaning, str]] = []
    taken: list[tuple[int, int]] = []
    for rule in RULES:
        for match in rule.pattern.finditer(document.text):
            start, end = match.span("t") if "t" in rule.pattern.groupindex else match.span()
            at = bisect.bisect_left(taken, (start, start))
            if any(a < end and start < b for a, b in taken[max(0, at - 1) : at + 1]):
                continue
            meaning = rule.read(match, anchor)
            if meaning is None:
                continue
            taken.insert(at, (start, end))
            found.append((start, end, meaning, rule.name))
    found.sort(key=lambda row: row[0])
    return tuple(_noun(document.text, n, *row) for n, row in enumerate(found, 1))


def _noun(text: str, number: int, start: int, end: int, meaning: Meaning, rule: str) -> Time:
    interval = meaning.interval or Interval(None, None)
    return Time(
        id=f"t{number}",
        start=start,
        end=end,
        text=text[start:end],
        type=meaning.type,
        value=meaning.value,
        from_=interval.first,
        to=interval.last,
        relation=meaning.relation,
        rule=rule,
    )
