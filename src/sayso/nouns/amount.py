"""Figures and intervals of days in few words, for tables and explanations."""

from __future__ import annotations

import calendar
import datetime as dt
import math

from sayso.nouns.measures import Change, Quantity

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


def amount(quantity: Quantity) -> str:
    """``5,000–7,000``, ``about 885,000 barrel/day``, ``30 or less``, ``20 USD/barrel``; the page's words where open.

    The unit is left out of a count that says what it counts: *30 men* are thirty, and of men.
    """
    low, high = quantity.low, quantity.high
    if low is None and high is None:
        return f"“{quantity.text}”"
    if low is None or high is None:
        some = f"{number(high)} or less" if high is not None else f"{number(low or 0)} or more"
    else:
        some = number(low) if low == high else f"{number(low)}–{number(high)}"
    unit = quantity.unit if quantity.kind != "count" or not quantity.of else None
    return " ".join(filter(None, ("about" if quantity.approximate else "", some, unit)))


def changed(change: Change) -> str:
    """``×3, up``, ``+5 %``, ``−2 points``; against what, where that is said."""
    value = number(abs(change.value))
    sign = {"up": "+", "down": "−"}.get(change.direction or "", "")
    if change.kind == "ratio":
        some = f"×{value}" + (f", {change.direction}" if change.direction else "")
    else:
        some = f"{sign}{value} {'%' if change.kind == 'percent' else 'points'}"
    return some + (f" against {change.baseline}" if change.baseline else "")


def days(first: str | None, last: str | None) -> str:
    """Days as ``--said`` takes them: ``2017``, ``2017-03``, ``2017-03-05``, ``2014-01-01..``; empty where unknown."""
    if not first or not last:
        return f"{first or ''}..{last or ''}" if first or last else ""
    if first == last:
        return first
    try:
        begin, end = dt.date.fromisoformat(first), dt.date.fromisoformat(last)
    except ValueError:  # historians date before Christ
        return f"{first}..{last}"
    if begin.year == end.year and begin.day == 1 and end.day == calendar.monthrange(end.year, end.month)[1]:
        if begin.month == end.month:
            return first[:7]
        if (begin.month, end.month) == (1, 12):
            return first[:4]
    return f"{first}..{last}"
