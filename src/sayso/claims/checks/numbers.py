"""Numbers as ranges: what a figure of a text may stand for, with its rounding."""

from __future__ import annotations

import bisect
import math
import re
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.nouns.base import Range
from sayso.nouns.measures import Quantity, Time

_FIGURE = re.compile(
    r"(?P<number>\d[\d,\u00a0]*(?:\.\d+)?)\s*(?P<scale>thousand|million|billion|trillion|mn|bn|m\b|k\b)?", re.I
)
_SCALES = {"thousand": 1e3, "k": 1e3, "million": 1e6, "mn": 1e6, "m": 1e6, "billion": 1e9, "bn": 1e9, "trillion": 1e12}
_DURATION = re.compile(r"P(\d+)([DWMY])$")
_DAYS = {"D": "day", "W": "week", "M": "month", "Y": "year"}
#: An approximate number may be off by this part of it.
_ABOUT = 0.06


@dataclass(frozen=True, slots=True)
class Number:
    """A figure at ``[start, end)``: it may stand for anything from ``low`` to ``high``.

    ``slack`` is how much of that, at each end, is rounding and not stated. ``unit`` and ``per`` are those of the
    quantity, *franc* and *month*; ``value`` is what is shown in a sum.
    """

    start: int
    end: int
    low: float
    high: float
    unit: str | None
    per: str | None
    kind: str
    text: str
    slack: float = 0.0

    @property
    def value(self) -> float:
        """The middle, which is what the text says unless that is a range."""
        return (self.low + self.high) / 2

    @property
    def stated(self) -> tuple[float, float]:
        """Both ends without what rounding adds to them."""
        return round(self.low + self.slack, 6), round(self.high - self.slack, 6)


def rounding(quantity: Quantity) -> float:
    """How far a quantity's figure may be off by rounding: half of its last digit that is no zero."""
    found = _FIGURE.search(quantity.text)
    top = max(abs(float(v)) for v in (quantity.low, quantity.high, 0) if v is not None)
    if found is None or not math.isfinite(top):
        return _ABOUT * top if quantity.approximate and math.isfinite(top) else 0.0
    digits, scale = found["number"].replace(",", "").replace("\u00a0", ""), (found["scale"] or "").lower()
    whole, _, part = digits.partition(".")
    if part:
        step = 10.0 ** -len(part)
    elif quantity.approximate or scale:
        step = 10.0 ** (len(whole) - len(whole.rstrip("0") or "0"))
    else:
        return 0.0
    half = step / 2 * _SCALES.get(scale, 1.0)
    return max(half, _ABOUT * top) if quantity.approximate else half


def numbers(quantities: Sequence[Quantity], times: Sequence[Time]) -> list[Number]:
    """The bounded quantities, and spans of time told in days to years, in text order."""
    made = []
    for q in quantities:
        if q.low is None or q.high is None or q.derived or not (math.isfinite(q.low) and math.isfinite(q.high)):
            continue
        slack = rounding(q)
        unit, _, per = (q.unit or "").partition("/")
        ends = (q.low - slack, q.high + slack)
        made.append(Number(q.start, q.end, *ends, unit or None, per or None, q.kind, q.text, slack))
    taken = {(n.start, n.end) for n in made}
    for time in times:
        found = _DURATION.match(time.value or "") if time.type == "DURATION" else None
        if found is not None and not any(a < time.end and time.start < b for a, b in taken):
            count = float(found[1])
            made.append(Number(time.start, time.end, count, count, _DAYS[found[2]], None, "duration", time.text))
    return sorted(made, key=lambda n: n.start)


def within(rows: Sequence[Number], span: Range) -> list[Number]:
    """The numbers that stand whole in a range; ``rows`` in text order."""
    first = bisect.bisect_left(rows, span[0], key=_start)
    last = bisect.bisect_left(rows, span[1], key=_start)
    return [n for n in rows[first:last] if n.end <= span[1]]


def _start(number: Number) -> int:
    return number.start


def parsed(words: str) -> tuple[float, float] | None:
    """The first figure of some words as a range with its rounding: *the 6.3 tonnes of last year*."""
    found = _FIGURE.search(words)
    if found is None:
        return None
    digits, scale = found["number"].replace(",", "").replace("\u00a0", ""), (found["scale"] or "").lower()
    try:
        value = float(digits) * _SCALES.get(scale, 1.0)
    except ValueError:
        return None
    _, _, part = digits.partition(".")
    half = 10.0 ** -len(part) / 2 * _SCALES.get(scale, 1.0) if part or scale else 0.0
    return value - half, value + half


def shown(value: float) -> str:
    """A number as it stands in a sum: *31,204*, *1.1 million*, *0.54*."""
    if not math.isfinite(value):
        return "an open number"
    for scale, name in ((1e12, "trillion"), (1e9, "billion"), (1e6, "million")):
        if abs(value) >= scale:
            return f"{value / scale:.4g} {name}"
    if abs(value - round(value)) < 1e-9:
        return f"{round(value):,}"
    return f"{value:.3g}"


def ranged(number: Number) -> str:
    """A number as it is stated, or both its ends where those are far apart."""
    low, high = number.stated
    if high - low > 0.03 * max(abs(high), 1e-9):
        return f"{shown(low)} to {shown(high)}"
    return shown(number.value)
