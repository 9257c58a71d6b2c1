"""Statements of the writer's own: sentences with no attribution that state something that can be checked."""

from __future__ import annotations

import bisect
import re
from collections.abc import Sequence

from sayso.claims.clauses import is_clause
from sayso.claims.index import Placement
from sayso.nouns.attribution import Attribution
from sayso.nouns.base import Range
from sayso.nouns.document import Document
from sayso.nouns.measures import Quantity, Time
from sayso.reader.common.datelines import dateline_end

_STOPS = ".;:…"
_JOINED = re.compile(r"(?:;|, (?:and|but|while|though|although|whereas))\s+$")
_JOINS = re.compile(r"(?:;|, (?:and|but))\s+")
#: A part of a sentence that has fewer words claims nothing by itself.
SHORTEST = 5


def own_statements(
    document: Document,
    attributions: Sequence[Attribution],
    times: Sequence[Time],
    quantities: Sequence[Quantity],
    names: Placement,
) -> list[Range]:
    """Sentences that no attribution touches, that hold a quantity, a time or a name, and that are no headings.

    Of a sentence that is attributed in part, the clause beside the attributed part counts, where a conjunction or a
    semicolon parts the two: *Two bridges fell on Monday, and the mayor said that …*.

    Ranges leave out the full stop. Sentences come from ``document.sentences``.
    """
    taken = sorted(
        [span for a in attributions for span in (*a.content.spans, *a.source.spans)]
        + [(a.cue.start, a.cue.end) for a in attributions if a.cue]
    )
    marks = sorted([t.start for t in times] + [q.start for q in quantities])
    headings = set(document.headings)
    starts = [a for a, _ in taken]
    found = []
    for start, end in document.sentences:
        if any(a <= start and end <= b for a, b in headings):
            continue
        if (touched := _touched(taken, starts, start, end)) is not None:
            parts = _beside(document.text, start, end, touched)
            found += [part for part in parts if _holds(marks, names, part)]
            continue
        text = document.text[start:end]
        if len(text.split()) < 4 or text[-1] not in ".!?…\"”’')":
            continue
        if _holds(marks, names, (start, end)):
            while end > start and document.text[end - 1] in _STOPS:
                end -= 1
            found.append((dateline_end(document.text, start, end), end))
    return found


def _holds(marks: Sequence[int], names: Placement, span: Range) -> bool:
    """Whether a quantity, a time or a name stands in ``span``."""
    at = bisect.bisect_left(marks, span[0])
    return (at < len(marks) and marks[at] < span[1]) or bool(names.inside((span,)))


def _touched(taken: Sequence[Range], starts: Sequence[int], start: int, end: int) -> Range | None:
    """From the first to the last character of a sentence that an attribution touches."""
    at = bisect.bisect_left(starts, end)
    within = [(a, b) for a, b in taken[max(0, at - 40) : at] if b > start]
    return (min(a for a, _ in within), max(b for _, b in within)) if within else None


def _beside(text: str, start: int, end: int, touched: Range) -> list[Range]:
    """The clauses of a sentence before and after what is attributed, where a conjunction or a semicolon parts them."""
    parts: list[Range] = []
    before = _JOINED.search(text, max(start, touched[0] - 20), max(start, touched[0]))
    if before is not None:
        parts.append((dateline_end(text, start, end), before.start()))
    after = _JOINS.match(text, touched[1], end) if touched[1] < end else None
    if after is not None:
        stop = end
        while stop > after.end() and text[stop - 1] in _STOPS:
            stop -= 1
        parts.append((after.end(), stop))
    return [(a, b) for a, b in parts if len(text[a:b].split()) >= SHORTEST and is_clause(text[a:b])]
