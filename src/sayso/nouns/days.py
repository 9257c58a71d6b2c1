"""Days and intervals of days, as the filters and the columns of the ledger write them.

An interval is a pair of ISO 8601 days, both inclusive, ``None`` where it is open. ISO days compare as text, which is
what the stores do.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re

Interval = tuple[str | None, str | None]

_PERIOD = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$")


def period(text: str) -> tuple[str, str]:
    """First and last day of ``2017``, ``2017-10`` or ``2017-10-28``.

    Raises:
        ValueError: it is none of these, or no day of the calendar.
    """
    found = _PERIOD.match(text.strip())
    if found is None:
        raise ValueError(f"{text.strip()!r} is no date (2017, 2017-10 or 2017-10-28)")
    year, month, day = int(found[1]), found[2], found[3]
    first, last = int(month or 1), int(month or 12)
    try:
        begin = dt.date(year, first, int(day or 1))
        end = dt.date(year, last, int(day) if day else calendar.monthrange(year, last)[1])
    except ValueError:
        raise ValueError(f"{text.strip()!r} is no day of the calendar") from None
    return begin.isoformat(), end.isoformat()


def parse_interval(text: str) -> Interval:
    """``2017-01..2017-03``, ``2017-01..``, ``..2017``, or one period.

    Raises:
        ValueError: an end is no date, both are open, or the interval runs backwards.
    """
    if ".." not in text:
        return period(text)
    left, _, right = text.partition("..")
    begin = period(left)[0] if left.strip() else None
    end = period(right)[1] if right.strip() else None
    if begin is None and end is None:
        raise ValueError("give at least one end (2017-01.. or ..2017)")
    if begin and end and begin > end:
        raise ValueError(f"{text!r} runs backwards")
    return begin, end


def days_of(written: str | None) -> Interval:
    """The days that a stored date or date-time stands for; open on both sides where it is null or cannot be read."""
    if not written:
        return None, None
    try:
        return period(written[:10])
    except ValueError:
        return None, None


def sortable(written: str | None) -> str | None:
    """A date or date-time such that text order is time order: times in UTC, days as they are."""
    begin, _ = days_of(written)
    if written is None or begin is None:
        return None
    if "T" not in written and " " not in written.strip():
        return begin
    try:
        moment = dt.datetime.fromisoformat(written.strip())
        if moment.tzinfo is not None:
            moment = moment.astimezone(dt.UTC)
    except (ValueError, OverflowError):
        return begin
    return moment.replace(tzinfo=None).isoformat(timespec="seconds")
