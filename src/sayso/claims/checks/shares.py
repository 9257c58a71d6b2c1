"""Percentages and fractions against counts: *40 of 200, or 20 percent*."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from sayso.claims.checks.finding import Finding
from sayso.claims.checks.numbers import Number, shown, within
from sayso.nouns.base import Range

_OF = re.compile(r"^\s+(?:\w+\s+)?(?:out\s+)?of\s+(?:the\s+|its\s+|their\s+|all\s+)?$")
_LEAD = re.compile(r"\bof\s+(?:the\s+|its\s+|their\s+|all\s+)?$", re.IGNORECASE)
_RIGHT_BEHIND = re.compile(
    r"^[^.;:]{0,40}"
    r"(?:,\s*(?:or|that is|i\.e\.|which is)?\s*|\s*\()(?:about\s+|some\s+|nearly\s+|almost\s+|roughly\s+)?$"
)


def check_shares(text: str, sentence: Range, rows: Sequence[Number]) -> Iterator[Finding]:
    """One finding for each percentage that follows the counts it is of."""
    here = within(rows, sentence)
    counts = [
        n for n in here if n.unit != "percent" and n.kind in {"count", "money", "mass", "number"} and n.per is None
    ]
    for share in (n for n in here if n.unit == "percent"):
        if re.match(
            r"^\s*(?:of\s+[a-z]*\s*)?(?:more|less|fewer|higher|lower|up|down)\b", text[share.end : share.end + 20]
        ):
            continue
        found = _pair(text, share, counts)
        if found is None:
            continue
        part, whole, sure = found
        if whole.low <= 0:
            continue
        low, high = 100 * part.low / whole.high, 100 * part.high / whole.low
        slack = 0.51 if share.text[:1].isdigit() else max(1.0, 0.06 * share.value)
        fits = low - slack <= share.high and share.low <= high + slack
        if not fits and not sure:
            continue
        percent = 100 * part.value / whole.value
        why = f"{shown(part.value)} of {shown(whole.value)} is {percent:.3g} percent"
        yield Finding(share.start, share.end, "arithmetic", "consistent" if fits else "inconsistent", why)


def _pair(text: str, share: Number, counts: Sequence[Number]) -> tuple[Number, Number, bool] | None:
    """Part, whole, and whether the words say that the share is of these."""
    before = [n for n in counts if n.end <= share.start]
    # "640 …, about nine in ten of the 710"
    behind = next((n for n in counts if n.start >= share.end), None)
    if behind is not None and _OF.match(text[share.end : behind.start]) and before:
        part = before[-1]
        return (part, behind, False) if part.value < behind.value else None
    for one, two in reversed(list(itertools.pairwise(before))):
        if _OF.match(text[one.end : two.start]) and one.value <= two.value:
            return one, two, bool(_RIGHT_BEHIND.match(text[two.end : share.start]))
        if _LEAD.search(text[max(0, one.start - 12) : one.start]) and two.value <= one.value:
            return two, one, bool(_RIGHT_BEHIND.match(text[two.end : share.start]))
    return None
