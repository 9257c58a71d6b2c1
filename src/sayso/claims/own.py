"""Statements of the writer's own: sentences with no attribution that state something that can be checked."""

from __future__ import annotations

import bisect
from collections.abc import Sequence

from sayso.claims.index import Placement
from sayso.nouns.attribution import Attribution
from sayso.nouns.base import Range
from sayso.nouns.document import Document
from sayso.nouns.measures import Quantity, Time
from sayso.reader.rules.datelines import dateline_end

_STOPS = ".;:…"


def own_statements(
    document: Document,
    attributions: Sequence[Attribution],
    times: Sequence[Time],
    quantities: Sequence[Quantity],
    names: Placement,
) -> list[Range]:
    """Sentences that no attribution touches, that hold a quantity, a time or a name, and that are no headings.

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
        if any(a <= start and end <= b for a, b in headings) or _touched(taken, starts, start, end):
            continue
        text = document.text[start:end]
        if len(text.split()) < 4 or text[-1] not in ".!?…\"”’')":
            continue
        at = bisect.bisect_left(marks, start)
        if (at < len(marks) and marks[at] < end) or names.inside(((start, end),)):
            while end > start and document.text[end - 1] in _STOPS:
                end -= 1
            found.append((dateline_end(document.text, start, end), end))
    return found


def _touched(taken: Sequence[Range], starts: Sequence[int], start: int, end: int) -> bool:
    at = bisect.bisect_left(starts, end)
    return any(b > start for _, b in taken[max(0, at - 40) : at])
