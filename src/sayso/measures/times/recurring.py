"""What comes again, found in a given cycle: October in 2017, Tuesday in a week, Easter in a year, 10 p.m. in a day."""

from __future__ import annotations

import datetime as dt

from dateutil.easter import easter

from sayso.measures.times import calendar as cal
from sayso.measures.times.calendar import Period
from sayso.measures.times.meaning import Recur

#: First and last year for which a date can be reckoned.
_FIRST, _LAST = 1, 9990
#: First and last year for which Easter can be.
_EASTER = (1583, 4099)


def _nth_weekday(year: int, month: int, weekday: int, nth: int) -> dt.date:
    if nth < 0:
        last = cal.month(year, month).last
        return last - dt.timedelta(days=(last.isoweekday() - weekday) % 7)
    first = dt.date(year, month, 1)
    return first + dt.timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (nth - 1))


def holiday(rule: str, unit: str, year: int) -> Period | None:
    """A day with a name in one year. For the form of ``rule`` see the head of ``lexicon/times_holidays.csv``.

    Easter is that of the western churches (dateutil.easter), for 1583, when their reckoning began, to 4099, where the
    algorithm ends; null in other years.
    """
    if rule.startswith("easter"):
        if not _EASTER[0] <= year <= _EASTER[1]:
            return None
        date = easter(year) + dt.timedelta(days=int(rule[6:]))
    elif "+" in rule:
        month, rest = rule.split("-", 1)
        weekday, nth, *more = rest.split("+")
        date = _nth_weekday(year, int(month), int(weekday), int(nth)) + dt.timedelta(days=int(more[0]) if more else 0)
    else:
        month, number = rule.split("-")
        date = dt.date(year, int(month), int(number))
    return cal.week(date) if unit == "week" else cal.day(date)


def in_year(recur: Recur, year: int) -> Period | None:
    """The instance in one year, for what comes again every year."""
    if not _FIRST <= year <= _LAST:
        return None
    match recur.what:
        case ("month", int(month)):
            return cal.month(year, month)
        case ("day", int(month), int(number), *_):
            return cal.exact_day(year, month, number)
        case ("season", str(code)):
            return cal.season(year, code)
        case ("quarter", int(number)):
            return cal.quarter(year, number)
        case ("half", int(number)):
            return cal.half(year, number)
        case ("holiday", str(rule), str(unit)):
            return holiday(rule, unit, year)
    return None


def in_cycle(recur: Recur, base: dt.date) -> Period | None:
    """The instance in the year, month, week or day that holds ``base``."""
    if not _FIRST <= base.year <= _LAST:
        return None
    if recur.cycle == "year":
        return in_year(recur, base.year)
    match recur.what:
        case ("weekday", int(number)):
            monday = base - dt.timedelta(days=base.weekday())
            return cal.day(monday + dt.timedelta(days=number - 1))
        case ("weekend",):
            return cal.weekend(base)
        case ("monthday", int(number)):
            return cal.exact_day(base.year, base.month, number)
        case ("part", str(code)):
            return cal.days(base, base, f"{cal.day(base).value}T{code}", "hour")
        case ("clock", int(hour), int(minute), second, zone):
            unit: cal.Unit = "second" if second is not None else "minute"
            text = f"T{hour:02d}:{minute:02d}" + (f":{second:02d}" if second is not None else "")
            return cal.days(base, base, f"{cal.day(base).value}{text}{zone or ''}", unit)
        case ("decade", int(number)):
            return cal.decade(base.year // 100 * 100 + number)
    return None


def cycle_step(recur: Recur, base: dt.date, count: int) -> dt.date | None:
    """``base`` moved by so many cycles."""
    if recur.cycle == "year":
        try:
            return dt.date(base.year + count, 1, 1)
        except ValueError:
            return None
    return cal.move(base, recur.cycle, count)


def at(recur: Recur, base: dt.date, count: int) -> Period | None:
    """The instance ``count`` cycles on from that of the cycle that holds ``base``."""
    start = base if recur.cycle != "year" else base.replace(month=1, day=1)
    moved = cycle_step(recur, start, count) if count else start
    return in_cycle(recur, moved) if moved else None
