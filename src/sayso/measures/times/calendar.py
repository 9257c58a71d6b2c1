"""Stretches of the calendar: days, months, years and the like, with their TIMEX3 values and arithmetic.

All arithmetic is that of :mod:`datetime` and dateutil. Years before the common era have no :class:`datetime.date`. The
Gregorian calendar repeats every 400 years, so they are kept :data:`ERA` years (15 such cycles) further on, where
months, weekdays and leap years fall the same; only the export takes the shift out again.
"""

from __future__ import annotations

import calendar
import datetime as dt
from dataclasses import dataclass
from typing import Literal

from dateutil.relativedelta import relativedelta

Unit = Literal["second", "minute", "hour", "day", "week", "month", "quarter", "year", "decade", "century"]
Relation = Literal["in", "before", "after", "about", "early", "mid", "late"]

#: How far on years before the common era are kept.
ERA = 6000
#: Years from which on a date is one before the common era.
_ERA_FROM = 3000
#: First month and number of months of a season (meteorological, northern).
_SEASONS = {"SP": (3, 3), "SU": (6, 3), "FA": (9, 3), "WI": (12, 3)}
#: Approximate length of units in days, to compare them.
DAYS: dict[str, float] = {
    "second": 1 / 86400,
    "minute": 1 / 1440,
    "hour": 1 / 24,
    "day": 1,
    "week": 7,
    "month": 30,
    "quarter": 91,
    "year": 365,
    "decade": 3652,
    "century": 36524,
}


@dataclass(frozen=True, slots=True)
class Period:
    """One stretch of the calendar: first and last day, both inclusive, its granularity and its TIMEX3 value."""

    unit: Unit
    first: dt.date
    last: dt.date
    value: str

    @property
    def common(self) -> bool:
        """Whether it lies in the common era, where ISO 8601 days can be given."""
        return self.last.year < _ERA_FROM

    def iso(self) -> tuple[str | None, str | None]:
        """First and last day, ISO 8601; null before the common era."""
        return (self.first.isoformat(), self.last.isoformat()) if self.common else (None, None)


def shown_year(number: int) -> str:
    """A year as TIMEX3 writes it: *1917*, *BC0241*."""
    return f"{number:04d}" if number < _ERA_FROM else f"BC{ERA + 1 - number:04d}"


def before_common(number: int) -> int:
    """The internal number of the year *n* before the common era."""
    return ERA + 1 - number


def _iso(date: dt.date) -> str:
    return f"{shown_year(date.year)}-{date.month:02d}-{date.day:02d}"


def day(date: dt.date) -> Period:
    """One day."""
    return Period("day", date, date, _iso(date))


def exact_day(year: int, month: int, number: int) -> Period | None:
    """One day, or nothing where the calendar has no such day."""
    try:
        return day(dt.date(year, month, number))
    except ValueError:
        return None


def days(first: dt.date, last: dt.date, value: str, unit: Unit = "day") -> Period:
    """Some days under a value of their own."""
    return Period(unit, first, last, value)


def month(year: int, number: int) -> Period:
    """A calendar month."""
    last = calendar.monthrange(year, number)[1]
    return Period("month", dt.date(year, number, 1), dt.date(year, number, last), f"{shown_year(year)}-{number:02d}")


def months(first: dt.date, count: int, value: str, unit: Unit) -> Period:
    """``count`` whole months from the first of a month on."""
    return Period(unit, first, first + relativedelta(months=count, days=-1), value)


def year(number: int) -> Period:
    """A calendar year."""
    return Period("year", dt.date(number, 1, 1), dt.date(number, 12, 31), shown_year(number))


def week(date: dt.date) -> Period:
    """The ISO week that holds a day."""
    iso = date.isocalendar()
    monday = date - dt.timedelta(days=iso.weekday - 1)
    return Period("week", monday, monday + dt.timedelta(days=6), f"{shown_year(iso.year)}-W{iso.week:02d}")


def weekend(date: dt.date) -> Period:
    """The weekend of the ISO week that holds a day."""
    whole = week(date)
    return Period("day", whole.last - dt.timedelta(days=1), whole.last, f"{whole.value}-WE")


def quarter(number: int, which: int) -> Period:
    """A quarter of a calendar year."""
    return months(dt.date(number, 3 * which - 2, 1), 3, f"{shown_year(number)}-Q{which}", "quarter")


def half(number: int, which: int) -> Period:
    """A half of a calendar year."""
    return months(dt.date(number, 6 * which - 5, 1), 6, f"{shown_year(number)}-H{which}", "quarter")


def season(number: int, code: str) -> Period:
    """A season; a winter is named by the year in which it begins."""
    first, count = _SEASONS[code]
    return months(dt.date(number, first, 1), count, f"{shown_year(number)}-{code}", "quarter")


def decade(number: int) -> Period:
    """The ten years from a year divisible by ten."""
    first = number // 10 * 10
    return Period("decade", dt.date(first, 1, 1), dt.date(first + 9, 12, 31), f"{first // 10:03d}")


def century(which: int) -> Period:
    """A century by its ordinal: the twentieth is 1900 to 1999, as TIMEX3 and ISO 8601 have it."""
    first = max(1, (which - 1) * 100)
    return Period("century", dt.date(first, 1, 1), dt.date((which - 1) * 100 + 99, 12, 31), f"{which - 1:02d}")


def century_before(which: int) -> Period:
    """A century before the common era by its ordinal: the fourth is 400 to 301."""
    first, last = before_common(which * 100), before_common(which * 100 - 99)
    return Period("century", dt.date(first, 1, 1), dt.date(last, 12, 31), f"BC{which - 1:02d}")


def decade_before(number: int) -> Period:
    """Ten years before the common era: the 470s are 479 to 470."""
    first, last = before_common(number + 9), before_common(number)
    return Period("decade", dt.date(first, 1, 1), dt.date(last, 12, 31), f"BC{number // 10:03d}")


def _whole(unit: str, date: dt.date) -> Period:
    """The decade or century of an era that holds a day."""
    if date.year >= _ERA_FROM:
        number = ERA + 1 - date.year
        return decade_before(number // 10 * 10) if unit == "decade" else century_before((number + 99) // 100)
    return decade(date.year) if unit == "decade" else century(date.year // 100 + 1)


def containing(unit: str, date: dt.date) -> Period:
    """The day, week, month, quarter, year, decade or century that holds a day."""
    if unit == "week":
        return week(date)
    if unit == "weekend":
        return weekend(date)
    if unit == "month":
        return month(date.year, date.month)
    if unit == "quarter":
        return quarter(date.year, (date.month + 2) // 3)
    if unit == "year":
        return year(date.year)
    if unit in {"decade", "century"}:
        return _whole(unit, date)
    return day(date)


#: A unit of the grammar in units that a date can be moved by.
_STEPS: dict[str, tuple[str, int]] = {
    "day": ("days", 1),
    "night": ("days", 1),
    "week": ("weeks", 1),
    "weekend": ("weeks", 1),
    "fortnight": ("weeks", 2),
    "month": ("months", 1),
    "quarter": ("months", 3),
    "season": ("months", 3),
    "year": ("years", 1),
    "decade": ("years", 10),
    "century": ("years", 100),
    "millennium": ("years", 1000),
}


def move(date: dt.date, unit: str, count: float) -> dt.date | None:
    """A day ``count`` units on (back where negative); halves of months and years in whole days and months.

    Null where the calendar ends (year 1, year 9999).
    """
    step = _STEPS.get(unit)
    if step is None:
        return date
    name, size = step
    total = count * size
    try:
        if total == int(total):
            return date + relativedelta(**{name: int(total)})  # type: ignore[arg-type]
        if name == "years":
            return date + relativedelta(months=round(total * 12))
        if name == "months":
            return date + relativedelta(days=round(total * 30))
        return date + dt.timedelta(days=round(total * (7 if name == "weeks" else 1)))
    except (ValueError, OverflowError):
        return None


def third(period: Period, relation: Relation) -> tuple[dt.date, dt.date]:
    """The first, middle or last third of a stretch, in days: *early*, *mid*, *late*.

    Months are cut at the 10th and 20th, years after April and August.
    """
    first, last = period.first, period.last
    if period.unit == "month":
        low, high = first.replace(day=10), first.replace(day=20)
    elif period.unit == "year":
        low, high = first.replace(month=4, day=30), first.replace(month=8, day=31)
    else:
        length = (last - first).days + 1
        low = first + dt.timedelta(days=max(0, round(length / 3) - 1))
        high = first + dt.timedelta(days=max(0, round(2 * length / 3) - 1))
    one = dt.timedelta(days=1)
    if relation == "early":
        return first, low
    if relation == "mid":
        return min(low + one, high), high
    return min(high + one, last), last


def day_of(published: str | None) -> dt.date | None:
    """The day of an ISO date or datetime; null where there is none or it is no date."""
    if not published:
        return None
    try:
        return dt.date.fromisoformat(published[:10])
    except ValueError:
        return None
