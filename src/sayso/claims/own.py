"""Statements of the writer's own: sentences with no attribution that state something that can be checked."""

from __future__ import annotations

import bisect
import itertools
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
#: Between a first predicate and the cue of a second one.
_SECOND = re.compile(r"(?:,? and|, but|,)(?: (?:also|then|later|again))?\s+$")
_LONGEST_JOINT = 20
_JOINED = re.compile(r", (?:and|but|while|though|although|whereas)\s+$")
_JOINS = re.compile(r", (?:and|but)\s+")
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

    So does a first predicate with a number, where source and cue stand round it: *The mill lost 30 men and said …*.

    Ranges leave out the full stop. Sentences come from ``document.sentences``.
    """
    taken = sorted(
        [span for a in attributions for span in (*a.content.spans, *a.source.spans)]
        + [(a.cue.start, a.cue.end) for a in attributions if a.cue]
    )
    numbers = sorted(q.start for q in quantities)
    marks = sorted([t.start for t in times] + numbers)
    headings = set(document.headings)
    starts = [a for a, _ in taken]
    found = []
    for start, end in document.sentences:
        if any(a <= start and end <= b for a, b in headings):
            continue
        if _touched(taken, starts, start, end) is not None:
            for part in _between_semicolons(document.text, start, end, taken, starts):
                touched = _touched(taken, starts, *part)
                parts = [part] if touched is None else _beside(document.text, *part, touched)
                found += [part for part in parts if _states(document.text, part) and _holds(marks, names, part)]
            continue
        text = document.text[start:end]
        if len(text.split()) < 4 or text[-1] not in ".!?…\"”’')":
            continue
        if _holds(marks, names, (start, end)):
            while end > start and document.text[end - 1] in _STOPS:
                end -= 1
            found.append((dateline_end(document.text, start, end), end))
    return sorted({*found, *_first_predicates(document, attributions, taken, numbers)})


def _first_predicates(
    document: Document, attributions: Sequence[Attribution], taken: Sequence[Range], numbers: Sequence[int]
) -> list[Range]:
    """*The mill | lost 30 men in a year and* said it would close; *…, | blaming* the price of flour."""
    starts, text = [a for a, _ in taken], document.text
    made = []
    for attribution in attributions:
        if attribution.cue is None or not attribution.source.spans:
            continue
        begin, after = attribution.source.spans[0]
        at = attribution.cue.start
        joint = _SECOND.search(text, max(after, at - _LONGEST_JOINT), at) if after < at else None
        if joint is None or _touched(taken, starts, after, at) is not None:
            continue
        sentence = bisect.bisect_right(document.sentences, (begin, len(text))) - 1
        if sentence < 0 or document.sentences[sentence][1] < at:
            continue
        if joint[0].strip() == "," and not attribution.cue.text.endswith("ing"):
            continue
        number = bisect.bisect_left(numbers, after)
        if number < len(numbers) and numbers[number] < joint.start() and _states(text, (begin, joint.start())):
            made.append((begin, joint.start()))
    return made


def _holds(marks: Sequence[int], names: Placement, span: Range) -> bool:
    """Whether a quantity, a time or a name stands in ``span``."""
    at = bisect.bisect_left(marks, span[0])
    return (at < len(marks) and marks[at] < span[1]) or bool(names.inside((span,)))


def _touched(taken: Sequence[Range], starts: Sequence[int], start: int, end: int) -> Range | None:
    """From the first to the last character of a sentence that an attribution touches."""
    at = bisect.bisect_left(starts, end)
    within = [(a, b) for a, b in taken[max(0, at - 40) : at] if b > start]
    return (min(a for a, _ in within), max(b for _, b in within)) if within else None


def _between_semicolons(text: str, start: int, end: int, taken: Sequence[Range], starts: Sequence[int]) -> list[Range]:
    """The parts of a sentence that semicolons outside everything attributed set off; without its last stop."""
    while end > start and text[end - 1] in _STOPS:
        end -= 1
    cuts = [
        found.start()
        for found in re.finditer(";", text[start:end])
        if _touched(taken, starts, start + found.start(), start + found.start() + 1) is None
    ]
    bounds = [start, *(start + cut + 1 for cut in cuts), end + 1]
    parts = []
    for a, b in itertools.pairwise(bounds):
        first = a + len(text[a : b - 1]) - len(text[a : b - 1].lstrip())
        parts.append((first, b - 1))
    return [(dateline_end(text, start, end) if a == start else a, b) for a, b in parts if a < b]


def _beside(text: str, start: int, end: int, touched: Range) -> list[Range]:
    """The clauses of a sentence before and after what is attributed, where a conjunction parts them."""
    parts: list[Range] = []
    before = _JOINED.search(text, max(start, touched[0] - 20), max(start, touched[0]))
    if before is not None:
        parts.append((start, before.start()))
    after = _JOINS.match(text, touched[1], end) if touched[1] < end else None
    if after is not None:
        parts.append((after.end(), end))
    return parts


def _states(text: str, part: Range) -> bool:
    words = text[slice(*part)]
    return len(words.split()) >= SHORTEST and is_clause(words)
