"""Products: *61 objects at 30 francs apiece, 1,830 francs in all*; *for 350 men that would be 21 million a month*."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sayso.claims.checks.finding import Finding
from sayso.claims.checks.numbers import Number, ranged, shown, within
from sayso.claims.checks.words import any_of
from sayso.nouns.base import Range

#: A product may be off by this part of it: both factors are often rounded without a word.
_SLACK = 0.015
_FEW = 3.0
#: Smaller counts are rarely what a price is multiplied by.
_MANY = 5.0
_EACH = re.compile(r"\s*(?:for each|each|per)\b")


def check_products(text: str, sentence: Range, before: Sequence[Range], rows: Sequence[Number]) -> Iterator[Finding]:
    """One finding for each total that is the product of two numbers before it, or a part for each of many."""
    here = within(rows, sentence)
    earlier = [n for span in before for n in within(rows, span)]
    for total in here:
        if (shared := _shared_out(text, total, here, rows)) is not None:
            yield shared
            continue
        around = text[max(sentence[0], total.start - 40) : min(sentence[1], total.end + 40)]
        if not any_of("totals").search(around) or total.unit == "percent" or total.kind in {"duration", "length"}:
            continue
        factors = [n for n in here if n.end <= total.start] + [n for n in here if n.start >= total.end][:1]
        strong = any_of("strong_totals").match(text[total.end : total.end + 16].lstrip())
        pair = _factors(total, factors, [*earlier, *factors])
        if pair is not None:
            yield Finding(total.start, total.end, "arithmetic", "consistent", _multiplied(*pair, total.unit))
        elif strong is not None and (priced := _priced(text, total, [*earlier, *factors])) is not None:
            why = f"{_multiplied(*priced, total.unit)}, not {ranged(total)}"
            yield Finding(total.start, total.end, "arithmetic", "inconsistent", why)


def _multiplied(one: Number, two: Number, unit: str | None) -> str:
    """The product in words: *61 times 30 is 1,830*."""
    (low, high), (least, most) = one.stated, two.stated
    product = Number(0, 0, low * least, high * most, unit, None, "", "")
    return f"{ranged(one)} times {ranged(two)} is {ranged(product)}"


def _factors(total: Number, near: Sequence[Number], all_: Sequence[Number]) -> tuple[Number, Number] | None:
    """Two numbers whose product the total is; one of them is of its unit, or a rate in it."""
    for one in reversed(all_):
        for two in reversed(all_):
            if one is two or one is total or two is total or min(one.low, two.low) <= 0:
                continue
            if (one not in near and two not in near) or min(one.value, two.value) < _FEW:
                continue
            if one.unit == "percent" or two.unit == "percent" or one.start > two.start:
                continue
            units = {one.unit, two.unit}
            if total.unit is not None and total.unit not in units:
                continue
            if one.unit == two.unit and one.unit is not None:
                continue
            low, high = one.low * two.low * (1 - _SLACK), one.high * two.high * (1 + _SLACK)
            wide = one.high * two.high > 2.5 * one.low * two.low
            if low <= total.high and total.low <= high and not wide:
                return one, two
            if (
                wide
                and abs(one.low * two.low - total.low) <= _SLACK * total.low
                and abs(one.high * two.high - total.high) <= _SLACK * total.high
            ):
                return one, two
    return None


def _priced(text: str, total: Number, rows: Sequence[Number]) -> tuple[Number, Number] | None:
    """A price of one and the only count beside it."""
    prices = [
        n
        for n in rows
        if n.unit == total.unit
        and (n.per in {"piece", "person"} or any_of("apiece").match(text[n.end : n.end + 14].lstrip()))
    ]
    counts = [n for n in rows if n.kind == "count" and n.unit != total.unit and n.per is None]
    if len(prices) != 1:
        return None
    beside = [n for n in counts if 0 <= prices[0].start - n.end < 30]
    many = [n for n in counts if n.value >= _MANY]
    chosen = beside or many
    return (chosen[0], prices[0]) if len(chosen) == 1 else None


def _shared_out(text: str, part: Number, here: Sequence[Number], rows: Sequence[Number]) -> Finding | None:
    """*A collection brought 612,000 francs, some 4,670 for each family*: the total, by however many there are."""
    if not _EACH.match(text[part.end : part.end + 12]) or part.low <= 0:
        return None
    totals = [
        n for n in here if n.end <= part.start and n.value > _FEW * part.value and n.kind in {"money", "count", "mass"}
    ]
    if not totals:
        return None
    total = totals[-1]
    low, high = total.low / part.high * (1 - _SLACK), total.high / part.low * (1 + _SLACK)
    counts = [n for n in rows if n.unit != total.unit and n.per is None and n.value >= _FEW and low <= n.value <= high]
    if not counts or high > 1.3 * low:
        return None
    count = counts[-1]
    share = total.value / count.value
    why = f"{ranged(total)} divided by {ranged(count)} is {shown(share)}"
    return Finding(part.start, part.end, "arithmetic", "consistent", why)
