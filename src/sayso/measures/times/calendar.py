"""Days, months and years as TIMEX3 values and inclusive intervals."""

from __future__ import annotations

import calendar
import datetime as dt
from dataclasses import dataclass
from typing import Literal, NamedTuple

Relation = Literal["in", "before", "after", "about", "early", "mid", "late"]
Kind = Literal["DATE", "TIME", "DURATION", "SET"]


class Interval(NamedTuple):
    """First and last day, ISO 8601, both inclusive; null where open."""

    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True)
class Meaning:
    """What an expression means."""

    type: Kind
    value: str | None
    interval: Interval | None = None
    relation: Relation | None = None


def day_of(published: str | None) -> dt.date | None:
    """The day of an ISO date or datetime; null where there is none or it is no date."""
    if not published:
        return None
    try:
        return dt.date.fromisoformat(published[:10])
    except ValueError:
        return None


def day(date: dt.date) -> Meaning:
    """One day."""
    return Meaning("DATE", date.isoformat(), Interval(date.isoformat(), date.isoformat()))


def safe_day(year: int, month: int, number: int) -> Meaning | None:
    """One day, or nothing where the calendar has no such day."""
    try:
        return day(dt.date(year, month, number))
    except ValueError:
        return None


def month(year: int, number: int, relation: Relation | None = None) -> Meaning:
    """A month; with *early*, *mid*, *late* a third of it."""
    length = calendar.monthrange(year, number)[1]
    first, last = {"early": (1, 10), "mid": (11, 20), "late": (21, length)}.get(relation or "", (1, length))
    return Meaning(
        "DATE",
        f"{year:04d}-{number:02d}",
        Interval(f"{year:04d}-{number:02d}-{first:02d}", f"{year:04d}-{number:02d}-{last:02d}"),
        relation,
    )


def year(number: int, relation: Relation | None = None) -> Meaning:
    """A year; with *early*, *mid*, *late* a third of it."""
    first, last = {"early": ("01-01", "04-30"), "mid": ("05-01", "08-31"), "late": ("09-01", "12-31")}.get(
        relation or "", ("01-01", "12-31")
    )
    return Meaning("DATE", f"{number:04d}", Interval(f"{number:04d}-{first}", f"{number:04d}-{last}"), relation)


def week(date: dt.date) -> Meaning:
    """The ISO week that holds a day."""
    iso = date.isocalendar()
    monday = date - dt.timedelta(days=iso.weekday - 1)
    return Meaning(
        "DATE", f"{iso.year}-W{iso.week:02d}", Interval(monday.isoformat(), (monday + dt.timedelta(days=6)).isoformat())
    )


def shift_month(date: dt.date, by: int) -> tuple[int, int]:
    """Year and month, ``by`` months away."""
    index = date.year * 12 + date.month - 1 + by
    return index // 12, index % 12 + 1
