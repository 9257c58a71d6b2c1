"""Figures, intervals of days and verdicts in few words, for tables and explanations."""

from __future__ import annotations

import calendar
import datetime as dt
import math

from sayso.nouns.measures import Change, Quantity
from sayso.nouns.statement import Figure

#: the mark of a verdict, the worst first
MARKS = {"inconsistent": "✗", "undecidable": "?", "consistent": "✓"}
#: from here on digits say less than powers of ten
_LARGE, _SMALL = 1e15, 1e-4


def number(value: float) -> str:
    """``5,000``, ``2.5``, ``1e+15``: at most four decimals."""
    if not math.isfinite(value):
        return str(value)
    if abs(value) >= _LARGE or 0 < abs(value) < _SMALL:
        return f"{value:.4g}"
    if value == int(value):
        return f"{int(value):,}"
    return f"{value:,.4f}".rstrip("0").rstrip(".")


def amount(quantity: Quantity | Figure) -> str:
    """``5,000–7,000``, ``about 885,000 barrel/day``, ``30 or less``, ``20 USD/barrel``; the page's words where open.

    The unit is left out of a count that says what it counts: *30 men* are thirty, and of men.
    """
    unit = quantity.unit if quantity.kind != "count" or not quantity.of else None
    return extent(quantity.low, quantity.high, quantity.text, approximate=quantity.approximate, unit=unit)


def extent(
    low: float | None, high: float | None, text: str, *, approximate: bool = False, unit: str | None = None
) -> str:
    """``about 5,000–7,000``, ``40 or more``; the words of the page, ``text``, where neither end is known."""
    if (end := high if low is None else low) is None:
        return f"“{text}”"
    if low is None or high is None:
        some, open_end = number(end), "or more" if high is None else "or less"
    else:
        some, open_end = number(low) if low == high else f"{number(low)}–{number(high)}", ""
    about = "about" if approximate and not open_end else ""
    return " ".join(filter(None, (about, some, unit, open_end)))


def several(value: int, thing: str, things: str | None = None) -> str:
    """*1 page*, *12 pages*, *1,200 pages*."""
    return f"{value:,} {thing if value == 1 else things or thing + 's'}"


def changed(change: Change, unit: str | None = None) -> str:
    """``×3, up``, ``+5 %``, ``−2 points``; against what, where that is said.

    ``unit`` is that of the quantity: what changes by six of another unit than percent does so by no points.
    """
    value = number(round(abs(change.value), 2))
    sign = {"up": "+", "down": "−"}.get(change.direction or "", "")
    if change.kind == "ratio":
        some = f"×{value}" + (f", {change.direction}" if change.direction else "")
    else:
        points = unit if unit and not unit.startswith("percent") else "points"
        some = f"{sign}{value} {'%' if change.kind == 'percent' else points}"
    return some + (f" against {change.baseline}" if change.baseline else "")


def days(first: str | None, last: str | None) -> str:
    """Days as ``--said`` takes them: ``2017``, ``2017-03``, ``2017-06..2017-08``, ``2014-01-01..``; else empty."""
    if not first or not last:
        return f"{first or ''}..{last or ''}" if first or last else ""
    if first == last:
        return first
    try:
        begin, end = dt.date.fromisoformat(first), dt.date.fromisoformat(last)
    except ValueError:  # historians date before Christ
        return f"{first}..{last}"
    if begin.day == 1 and end.day == calendar.monthrange(end.year, end.month)[1]:
        digits = 4 if (begin.month, end.month) == (1, 12) else 7
        first, last = first[:digits], last[:digits]
    return first if first == last else f"{first}..{last}"
