"""The rules of time expressions, most specific first: a pattern, and what it means given the day of publication."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass

from sayso.measures.numbers import NUMBER_WORDS, small_number
from sayso.measures.times import calendar as cal
from sayso.measures.times.calendar import Interval, Meaning, Relation

Anchor = dt.date | None
Match = re.Match[str]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule; ``name`` travels with the result."""

    name: str
    pattern: re.Pattern[str]
    read: Callable[[Match, Anchor], Meaning | None]


_MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
_MONTH = (
    rf"(?P<m>{'|'.join(month.capitalize() for month in _MONTHS)}"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
)
_DAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
_DAY = r"(?P<w>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)"
_PART = r"(?:(?P<p>[Ee]arly|[Mm]id|[Ll]ate|[Ee]arlier|[Ll]ater|the (?:beginning|middle|end) of)[ -](?:in )?)?"
_YEAR = r"(?P<y>1[5-9]\d\d|20\d\d)"
_D = r"(?P<d>[12]\d|3[01]|0?[1-9])"
_COUNT = rf"(?P<n>\d{{1,3}}|a few|a couple of|several|{'|'.join(NUMBER_WORDS)}|an?|half an?)"
_UNIT = r"(?P<u>second|minute|hour|day|week|month|year|decade)s?"


def _m(name: str) -> int:
    return next(i for i, month in enumerate(_MONTHS, 1) if month.startswith(name.lower().rstrip(".")[:3]))


def _relation(part: str | None) -> Relation | None:
    if not part:
        return None
    part = part.lower()
    if part.startswith("early") or "beginning" in part:
        return "early"
    if part.startswith("mid") or "middle" in part:
        return "mid"
    if (part.startswith("late") and part != "later") or "end of" in part:
        return "late"
    return None


def _full(match: Match, anchor: Anchor) -> Meaning | None:
    return cal.safe_day(int(match["y"]), _m(match["m"]), int(match["d"]))


def _iso(match: Match, anchor: Anchor) -> Meaning | None:
    return cal.safe_day(int(match["y"]), int(match["mm"]), int(match["d"]))


def _distance(date: dt.date, anchor: dt.date) -> int:
    days = (date - anchor).days
    return 2 * days if days > 0 else -days


def _day_month(match: Match, anchor: Anchor) -> Meaning | None:
    """The year is that which brings the day nearest to the anchor; what is to come counts double: news looks back."""
    number, day = _m(match["m"]), int(match["d"])
    if anchor is None:
        return Meaning("DATE", f"XXXX-{number:02d}-{day:02d}")
    choices = [m for y in (anchor.year - 1, anchor.year, anchor.year + 1) if (m := cal.safe_day(y, number, day))]
    if not choices:
        return None
    return min(choices, key=lambda m: _distance(dt.date.fromisoformat(m.value or ""), anchor))


def _month_year(match: Match, anchor: Anchor) -> Meaning | None:
    return cal.month(int(match["y"]), _m(match["m"]), _relation(match["p"]))


def _bare_month(match: Match, anchor: Anchor) -> Meaning | None:
    """A month alone is the last one of that name, this month included; *next March* is the coming one."""
    number, relation = _m(match["m"]), _relation(match["p"])
    if match["m"] in {"May", "March"} and not (match["lead"] or match["p"]):
        return None
    if anchor is None:
        return Meaning("DATE", f"XXXX-{number:02d}", None, relation)
    year = anchor.year if number <= anchor.month else anchor.year - 1
    lead = (match["lead"] or "").strip().lower()
    if lead in {"next", "by", "until", "till"}:
        year = anchor.year if number > anchor.month else anchor.year + 1
    elif lead == "last" and number == anchor.month:
        year -= 1
    return cal.month(year, number, relation)


def _year(match: Match, anchor: Anchor) -> Meaning | None:
    return cal.year(int(match["y"]), _relation(match["p"]))


def _decade(match: Match, anchor: Anchor) -> Meaning | None:
    first = int(match["dec"])
    return Meaning(
        "DATE", f"{first // 10:03d}", Interval(f"{first}-01-01", f"{first + 9}-12-31"), _relation(match["p"])
    )


def _years(match: Match, anchor: Anchor) -> Meaning | None:
    a, b = int(match["a"]), int(match["b"])
    b = b if b > 99 else a // 100 * 100 + b
    return Meaning("DATE", f"{a}/{b}", Interval(f"{a}-01-01", f"{b}-12-31")) if a < b else None


def _weekday(match: Match, anchor: Anchor) -> Meaning | None:
    """A weekday is the last one up to the day of publication; *next* or *this coming* the one after it."""
    if anchor is None:
        return Meaning("DATE", None)
    number = _DAYS.index(match["w"].lower())
    lead = (match["lead"] or "").strip().lower()
    back = (anchor.weekday() - number) % 7
    if lead in {"next", "this coming", "by", "until"}:
        return cal.day(anchor + dt.timedelta(days=(number - anchor.weekday()) % 7 or 7))
    if lead == "last" and back == 0:
        back = 7
    return cal.day(anchor - dt.timedelta(days=back))


def _deictic_day(match: Match, anchor: Anchor) -> Meaning | None:
    if anchor is None:
        return Meaning("DATE", None)
    by = {
        "yesterday": -1,
        "today": 0,
        "tonight": 0,
        "tomorrow": 1,
        "this morning": 0,
        "this afternoon": 0,
        "this evening": 0,
        "last night": -1,
    }
    return cal.day(anchor + dt.timedelta(days=by[" ".join(match.group().lower().split())]))


def _deictic_unit(match: Match, anchor: Anchor) -> Meaning | None:
    if anchor is None:
        return Meaning("DATE", None)
    step = {"last": -1, "previous": -1, "past": -1, "this": 0, "next": 1, "current": 0, "the current": 0}[
        match["lead"].lower()
    ]
    unit, relation = match["u"].lower(), _relation(match["p"])
    if unit == "week":
        return cal.week(anchor + dt.timedelta(weeks=step))
    if unit == "month":
        return cal.month(*cal.shift_month(anchor, step), relation)
    if unit == "year":
        return cal.year(anchor.year + step, relation)
    if unit == "weekend":
        saturday = anchor + dt.timedelta(days=(5 - anchor.weekday()) % 7 + 7 * step)
        return Meaning(
            "DATE",
            f"{saturday.isocalendar().year}-W{saturday.isocalendar().week:02d}-WE",
            Interval(saturday.isoformat(), (saturday + dt.timedelta(days=1)).isoformat()),
        )
    seasons = {
        "spring": ("SP", 3, 5),
        "summer": ("SU", 6, 8),
        "autumn": ("FA", 9, 11),
        "fall": ("FA", 9, 11),
        "winter": ("WI", 12, 2),
    }
    code, first, last = seasons[unit]
    year = anchor.year + step - (1 if step == 0 and anchor.month < first else 0)
    end = cal.month(year + (last < first), last).interval
    return Meaning("DATE", f"{year}-{code}", Interval(f"{year}-{first:02d}-01", end.last if end else None))


def _ago(match: Match, anchor: Anchor) -> Meaning | None:
    count, unit = small_number(match["n"]), match["u"].lower()
    back = match["dir"].lower() in {"ago", "earlier", "before"}
    if count is None or anchor is None or unit in {"second", "minute", "hour"}:
        return Meaning("DATE", "PAST_REF" if back else "FUTURE_REF")
    sign = -1 if back else 1
    count = int(count)
    if unit == "day":
        return cal.day(anchor + dt.timedelta(days=sign * count))
    if unit == "week":
        return cal.week(anchor + dt.timedelta(weeks=sign * count))
    if unit == "month":
        return cal.month(*cal.shift_month(anchor, sign * count))
    return cal.year(max(1, anchor.year + sign * count * (10 if unit == "decade" else 1)))


_DURATION_UNITS = {
    "second": "PT{}S",
    "minute": "PT{}M",
    "hour": "PT{}H",
    "day": "P{}D",
    "week": "P{}W",
    "month": "P{}M",
    "year": "P{}Y",
    "decade": "P{}0Y",
}


_SPAN_BEFORE = re.compile(
    r"\b(?:for|in|of|within|over|after|than|took|takes|take|about|once|lasted|almost|nearly)\s+$", re.IGNORECASE
)


def _duration(match: Match, anchor: Anchor) -> Meaning | None:
    if match["n"].lower() in {"a", "an"} and not _SPAN_BEFORE.search(
        match.string, max(0, match.start() - 12), match.start()
    ):
        return None  # "two euros a day" is a rate, "an hour" without a preposition mostly too
    count = small_number(match["n"])
    shown = "X" if count is None else f"{count:g}"
    return Meaning("DURATION", _DURATION_UNITS[match["u"].lower()].format(shown))


def _clock(match: Match, anchor: Anchor) -> Meaning | None:
    hour, minute = int(match["h"]), int(match["min"] or 0)
    half = (match["half"] or "").lower().replace(".", "")
    if half == "pm" and hour < 12:
        hour += 12
    elif half == "am" and hour == 12:
        hour = 0
    if hour > 23 or minute > 59:
        return None
    clock = f"T{hour:02d}:{minute:02d}"
    return Meaning(
        "TIME",
        clock if anchor is None else f"{anchor.isoformat()}{clock}",
        None if anchor is None else cal.day(anchor).interval,
    )


_NOT_NUMBER = r"(?<![\w$€£.,/-])"
_END = r"(?![\w%/]|[.,]\d|-\d)"


def _rule(name: str, pattern: str, read: Callable[[Match, Anchor], Meaning | None], flags: int = 0) -> Rule:
    return Rule(name, re.compile(pattern, flags), read)


RULES: tuple[Rule, ...] = (
    _rule("iso", rf"{_NOT_NUMBER}{_YEAR}-(?P<mm>0[1-9]|1[0-2])-{_D}(?!\d)", _iso),
    _rule("day month year", rf"(?<![\d.,$€£]){_D}(?:st|nd|rd|th)?(?: of)? {_MONTH},? {_YEAR}{_END}", _full),
    _rule("month day year", rf"\b{_MONTH} {_D}(?:st|nd|rd|th)?,? {_YEAR}{_END}", _full),
    _rule("month day", rf"\b{_MONTH} {_D}(?:st|nd|rd|th)?(?![\w%]|[.,]\d| percent)", _day_month),
    _rule("day month", rf"(?<![\d.,$€£]){_D}(?:st|nd|rd|th)?(?: of)? {_MONTH}(?!\w)", _day_month),
    _rule("month year", rf"\b{_PART}{_MONTH},?(?: of)? {_YEAR}{_END}", _month_year),
    _rule(
        "clock",
        r"(?<![\d.:,])(?P<h>[01]?\d|2[0-3])(?:[:.](?P<min>[0-5]\d))?\s?(?P<half>[ap]\.?m\.?)(?!\w)",
        _clock,
        re.IGNORECASE,
    ),
    _rule("clock 24", r"(?<![\d.:,])(?P<h>[01]?\d|2[0-3]):(?P<min>[0-5]\d)(?P<half>)(?![\d:]|\.\d)", _clock),
    _rule("years", r"(?<![\w.,$€£-])(?P<a>1[6-9]\d\d|20\d\d)(?:[-–/]| to )(?P<b>\d\d(?:\d\d)?)(?![\w%])", _years),
    _rule(
        "month",
        r"\b(?:(?P<lead>[Ii]n|[Ss]ince|[Ll]ast|[Nn]ext|[Tt]his|[Bb]y|[Uu]ntil|[Oo]f|[Ff]rom|[Dd]uring) )?"
        rf"(?P<t>{_PART}{_MONTH})(?!\w)",
        _bare_month,
    ),
    _rule("decade", rf"\b{_PART}(?:the )?(?P<dec>1[5-9]\d0|20\d0)s\b", _decade),
    _rule("year", rf"{_NOT_NUMBER}(?P<t>{_PART}{_YEAR}){_END}(?!s\b)", _year),
    _rule(
        "deictic day",
        r"\b(?:yesterday|today|tonight|tomorrow|this (?:morning|afternoon|evening)|last night)\b",
        _deictic_day,
        re.IGNORECASE,
    ),
    _rule(
        "weekday",
        rf"\b(?:(?P<lead>last|next|this coming|this|by|until) )?(?P<t>{_DAY})"
        r"(?: (?:morning|afternoon|evening|night))?(?!\w)",
        _weekday,
    ),
    _rule(
        "deictic unit",
        rf"\b{_PART}(?P<lead>last|this|next|previous|past) "
        r"(?P<u>week|month|year|weekend|spring|summer|autumn|fall|winter)\b",
        _deictic_unit,
        re.IGNORECASE,
    ),
    _rule("ago", rf"\b{_COUNT} {_UNIT} (?P<dir>ago|earlier|before|later)\b", _ago, re.IGNORECASE),
    _rule("duration", rf"(?<![\w$.,])(?!a second\b){_COUNT}[ -]{_UNIT}(?!\w| old|-old)", _duration, re.IGNORECASE),
)
