"""Totals against parts, and differences: *twelve: seven soldiers and five civilians*; *a margin of 333 votes*."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from sayso.claims.checks.finding import Finding, Verdict
from sayso.claims.checks.numbers import Number, shown, within
from sayso.claims.checks.words import any_of
from sayso.nouns.base import Range

_LINK = re.compile(r"^\s*(?:[\w'’-]+\s*){0,4}(?:,\s*(?:and\s+)?|\s+and\s+|,?\s+plus\s+)(?:the\s+|another\s+|some\s+)?$")
_OPENS = re.compile(
    r"^\s*(?:[\w'’-]+\s*){0,4}(?P<mark>:|,|–|—|\(|, including|, among them|\s+including)\s*(?:the\s+)?$"
)
_DIFFERENCE = re.compile(
    r"\b(?:difference|margin|gap|lead)\b[^.;]{0,60}?\b(?:of|is|was|by)\s+(?:only\s+|just\s+)?$", re.IGNORECASE
)
_MORE = re.compile(r"^\s*(?:\w+\s+)?(?:more|fewer|less)\s+than\b")
_LEAVES = re.compile(r"\b(?:leaves|leaving|left)\s+(?:only\s+|just\s+)?$")
_KINDS = {"count", "money", "mass", "number", "volume"}


def check_sums(text: str, sentence: Range, before: Sequence[Range], rows: Sequence[Number]) -> Iterator[Finding]:
    """Totals and differences of one sentence; ``before`` are sentences that a difference may take its parts from."""
    here = [n for n in within(rows, sentence) if n.kind in _KINDS and n.per is None]
    yield from _totals(text, sentence, here)
    yield from _differences(text, here, [n for span in before for n in within(rows, span) if n.kind in _KINDS], rows)


def _totals(text: str, sentence: Range, here: Sequence[Number]) -> Iterator[Finding]:
    for at, total in enumerate(here):
        rest = here[at + 1 :]
        if len(rest) >= 2 and (opens := _OPENS.match(text[total.end : rest[0].start])) is not None:
            parts = _chained(text, rest)
            if len(parts) < 2:
                continue
            stop = text[parts[-1].end : sentence[1]]
            partial = "including" in opens["mark"] or "among" in opens["mark"]
            strong = opens["mark"] in {":", "(", "–", "—"}
            if not strong and not partial and not re.match(r"^\s*(?:[\w'’-]+\s*){0,3}[,)]", stop):
                continue
            finding = _added(total, parts, partial=partial)
            if finding is not None and (strong or partial or finding.verdict == "consistent"):
                yield finding
        # "120, 80 and 45 workers, 245 in all"
        behind = text[total.end : total.end + 30]
        if at >= 2 and re.match(r"^\s*(?:\w+\s+){0,2}(?:in all|altogether|in total|all told)\b", behind):
            first = at - 1
            while first > 0 and _LINK.match(text[here[first - 1].end : here[first].start]):
                first -= 1
            parts = list(here[first:at])
            if len(parts) >= 2 and not _rated(text, parts):
                finding = _added(total, parts, partial=False)
                if finding is not None:
                    yield finding


def _rated(text: str, parts: Sequence[Number]) -> bool:
    """Whether a part is a price of one, so that the total is a product."""
    return any(n.per is not None or any_of("apiece").match(text[n.end + 1 : n.end + 12]) for n in parts)


def _chained(text: str, rows: Sequence[Number]) -> list[Number]:
    """The first numbers that are joined by commas and *and*, and that count in one unit or in kinds of one."""
    made = [rows[0]]
    for one, two in itertools.pairwise(rows):
        if not _LINK.match(text[one.end : two.start]):
            break
        made.append(two)
    return made


def _added(total: Number, parts: Sequence[Number], *, partial: bool) -> Finding | None:
    if any((n.kind, n.kind == "count" or n.unit) != (total.kind, total.kind == "count" or total.unit) for n in parts):
        return None  # "8,000 pounds (about 453 dollars, 371 euros)": said again, and no parts
    low, high = sum(n.low for n in parts), sum(n.high for n in parts)
    verdict: Verdict = "consistent" if low <= total.high and total.low <= high else "inconsistent"
    if partial:
        if low <= total.high:
            return None  # some of them are not told
        verdict = "inconsistent"
    told = " plus ".join(shown(n.value) for n in parts)
    why = f"{told} is {shown(sum(n.value for n in parts))}" + (
        "" if verdict == "consistent" else f", not {shown(total.value)}"
    )
    if partial:
        why = f"{told} is {shown(sum(n.value for n in parts))}, more than {shown(total.value)}"
    return Finding(total.start, parts[-1].end if parts[-1].end > total.end else total.end, "arithmetic", verdict, why)


def _differences(
    text: str, here: Sequence[Number], earlier: Sequence[Number], rows: Sequence[Number]
) -> Iterator[Finding]:
    for gap in here:
        lead = text[max(0, gap.start - 90) : gap.start]
        named = _DIFFERENCE.search(lead.rsplit(". ", 1)[-1]) is not None
        more = _MORE.match(text[gap.end : gap.end + 25]) is not None
        leaves = _LEAVES.search(lead) is not None
        if not (named or more or leaves):
            continue
        near = [n for n in here if n.end <= gap.start and _alike(n, gap)]
        pair = _subtracted(gap, near, near) or _subtracted(gap, [*earlier, *near], [*earlier, *near])
        if pair is None and more and near:
            pair = _subtracted(gap, near[-1:], [n for n in rows if n.kind in _KINDS and n.per is None])
        if pair is not None:
            yield Finding(gap.start, gap.end, "arithmetic", "consistent", _shown(pair, gap))
        elif named and _two_of_kind(near, gap):
            yield Finding(gap.start, gap.end, "arithmetic", "inconsistent", _shown((near[-2], near[-1]), gap))


def _two_of_kind(near: Sequence[Number], gap: Number) -> bool:
    return (
        len(near) == 2 and all(n.unit in {gap.unit, None} for n in near) and min(n.value for n in near) > gap.value / 10
    )


def _subtracted(gap: Number, firsts: Sequence[Number], seconds: Sequence[Number]) -> tuple[Number, Number] | None:
    """Two numbers between which the gap lies, the nearest ones."""
    for one in reversed(firsts):
        for two in reversed(seconds):
            if one is two or not (_alike(one, gap) and _alike(two, gap)) or gap.value <= 0:
                continue
            low, high = sorted((one, two), key=lambda n: n.value)
            if high.low - low.high <= gap.high and gap.low <= high.high - low.low and low.value > 0 and gap is not two:
                return one, two
    return None


def _shown(pair: tuple[Number, Number], gap: Number) -> str:
    low, high = sorted(pair, key=lambda n: n.value)
    made = high.value - low.value
    told = f"{shown(high.value)} minus {shown(low.value)} is {shown(made)}"
    return told if gap.low <= made <= gap.high else f"{told}, not {shown(gap.value)}" if made > 0 else told


def _alike(one: Number, two: Number) -> bool:
    return one.unit == two.unit or one.unit is None or two.unit is None
