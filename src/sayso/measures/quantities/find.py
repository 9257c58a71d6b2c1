"""Quantities of a document: numbers with what they count, in text order."""

from __future__ import annotations

import bisect
from collections.abc import Sequence
from typing import Any

from sayso.measures.numbers import stops_group
from sayso.measures.places.coordinates import find_coordinates
from sayso.measures.quantities.change import Bare, multiple_at
from sayso.measures.quantities.compare import compare, tell
from sayso.measures.quantities.context import settle
from sayso.measures.quantities.draft import Draft
from sayso.measures.quantities.expression import expression_at
from sayso.measures.quantities.lent import fill
from sayso.measures.quantities.lists import valued
from sayso.measures.quantities.number import starters
from sayso.measures.quantities.syntax import Syntax
from sayso.measures.quantities.words import Words, words_of
from sayso.nouns.document import Document
from sayso.nouns.measures import Quantity, Time
from sayso.reader.layers import Layers


def find_quantities(document: Document, times: Sequence[Time], layers: Layers | None = None) -> tuple[Quantity, ...]:
    """Numbers, ranges, money, rates, shares and changes in text order.

    ``low``/``high`` are null where open (*at least*, *up to*); years, dates, ordinals, clock times, scores and
    identifiers are none, and lengths of time are times. ``of`` is what is counted, with its place where it follows.
    ``times`` are those of the document, in text order: a number in one of them is no quantity. With ``layers`` of a
    reader that knows word classes the noun that is counted is found by them; without, by lists of words.
    """
    words = words_of(document.text, stops_group=stops_group(document.language))
    drafts = scan(words, times, layers)
    kept = [d for d in drafts if d.weak is None and d.kind != "duration"]
    ids = {id(draft): f"q{number}" for number, draft in enumerate(kept, 1)}
    return tuple(_made(words, draft, ids) for draft in kept)


def scan(words: Words, times: Sequence[Time] = (), layers: Layers | None = None) -> list[Draft]:
    """All that is measured or counted, lengths of time and weak quantities included (``Draft.weak`` says why)."""
    syntax = Syntax(words, layers.tokens if layers else ())
    dated = _Spans([(t.start, t.end) for t in times if t.type != "DURATION"])
    lasting = _Spans([(t.start, t.end) for t in times if t.type == "DURATION"])
    named = _Spans(_names(layers))
    points = _Spans([(point.start, point.end) for point in find_coordinates(words.text)])
    first_words, factors = starters(), valued("multiples")
    found: list[Draft] = []
    at = floor = 0
    doubled: Bare | None = None
    while at < len(words):
        low = words.low[at]
        if low in factors:
            bare = multiple_at(words, at, floor)
            if bare is not None:
                if words.at(bare.last) == "to":
                    doubled = bare  # "has doubled to 18,000 francs": the change of the value that follows
                else:
                    found.append(compare(words, bare, found))
                at = floor = max(bare.last, at + 1)
                continue
        if words.kind[at] != "f" and low not in first_words:
            at += 1
            continue
        start = words.start[at]
        if dated.cover(start) or points.cover(start) or named.begin_before(start):
            at += 1
            continue
        draft, end = expression_at(words, at, floor, syntax)
        if isinstance(draft, Bare):
            found.append(compare(words, draft, found))
            floor = end
        elif draft is not None:
            if lasting.cover(words.start[draft.number]) and draft.unit is not None and draft.kind == "count":
                draft.kind = "duration"
            settled = settle(words, draft, found, floor)
            if doubled is not None:
                tell(words, settled, doubled, found)
                doubled = None
            found.append(settled)
            floor = end = max(end, settled.last)
        at = max(end, at + 1)
    if doubled is not None:
        found.append(compare(words, doubled, found))
    fill(words, found)
    return found


def _names(layers: Layers | None) -> list[tuple[int, int]]:
    if layers is None:
        return []
    return sorted((m.start, m.end) for m in layers.mentions if m.form == "name")


class _Spans:
    """Ranges of the text in order, asked whether they hold a place."""

    def __init__(self, spans: list[tuple[int, int]]) -> None:
        self._spans = sorted(spans)
        self._starts = [a for a, _ in self._spans]

    def _at(self, place: int) -> tuple[int, int] | None:
        index = bisect.bisect_right(self._starts, place) - 1
        return self._spans[index] if index >= 0 and self._spans[index][1] > place else None

    def cover(self, place: int) -> bool:
        """Whether a range holds the place."""
        return self._at(place) is not None

    def begin_before(self, place: int) -> bool:
        """Whether a range holds the place and begins before it: *BBC Radio 5 Live*."""
        span = self._at(place)
        return span is not None and span[0] < place


def _made(words: Words, draft: Draft, ids: dict[int, str]) -> Quantity:
    start, end = words.start[draft.first], words.end[draft.last - 1]
    fields: dict[str, Any] = {
        "id": ids[id(draft)],
        "start": start,
        "end": end,
        "text": words.text[start:end],
        "low": draft.low,
        "high": draft.high,
        "approximate": draft.approximate,
        "unit": draft.unit,
        "of": draft.of,
        "kind": draft.kind or "count",
        "change": draft.change,
        "rule": draft.rule,
        "derived": draft.derived,
        "base": ids.get(id(draft.base)) if draft.derived else None,
        "derivation": tuple(draft.steps),
    }
    return Quantity(**fields)
