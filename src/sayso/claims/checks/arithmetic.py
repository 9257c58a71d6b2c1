"""Sums that a text states: changes, shares, totals, differences, products."""

from __future__ import annotations

import bisect
from collections.abc import Iterator, Sequence

from sayso.claims.checks.changes import check_changes
from sayso.claims.checks.finding import Finding
from sayso.claims.checks.numbers import numbers, within
from sayso.claims.checks.products import check_products
from sayso.claims.checks.shares import check_shares
from sayso.claims.checks.sums import check_sums
from sayso.nouns.base import Range
from sayso.nouns.measures import Quantity, Time

#: Sentences before the one of a sum in which its numbers may stand.
_BACK = 4
#: A sentence with more numbers is a table, of which no sums are made.
_MOST = 30


def check_arithmetic(
    text: str, sentences: Sequence[Range], quantities: Sequence[Quantity], times: Sequence[Time]
) -> Iterator[Finding]:
    """One finding at most for the same words."""
    rows = numbers(quantities, times)
    changes = sorted((q for q in quantities if q.change is not None), key=lambda q: q.start)
    starts = [q.start for q in changes]
    for number, sentence in enumerate(sentences):
        count = len(within(rows, sentence))
        changed = changes[bisect.bisect_left(starts, sentence[0]) : bisect.bisect_left(starts, sentence[1])]
        if count > _MOST or not (count or changed):
            continue
        before = list(sentences[max(0, number - _BACK) : number])
        taken: list[Finding] = []
        for finding in (
            *check_changes(text, sentence, before, changed, rows),
            *check_shares(text, sentence, rows),
            *check_sums(text, sentence, before, rows),
            *check_products(text, sentence, before, rows),
        ):
            if not any(f.start < finding.end and finding.start < f.end for f in taken):
                taken.append(finding)
        yield from taken
