"""Written dates -> ISO 8601, as precise as they were written and in the zone they were written in.

Machine forms go through :meth:`datetime.datetime.fromisoformat`, written ones through dateutil after names of months in
some sixty languages (``lexicon/months.csv``) have been put into English. ``3/4/2024`` is read by the habit of the
page's language, and as both days where that is unknown.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import cache, lru_cache

from dateutil import parser as dateutil
from dateutil.parser import ParserError

from sayso.document.html.metadata import order
from sayso.lexicon import load

_ENGLISH = ("", "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_M = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
_LINK = r"(?:\s*(?:de|del|di|of|d['’]|da|i|ta['’]|den|al|af)\s+|[\s.,\-/]+)"

_ISO = re.compile(
    r"(?<!\d)(\d{4}-\d{2}-\d{2})"
    r"(?:[T ]\s?(\d{2}:\d{2}(?::\d{2})?)(?:[.,]\d{1,9})?\s?(Z|UTC|[+-]\d{2}:?\d{2}\b)?)?(?!\d)",
    re.IGNORECASE,
)
_COMPACT = re.compile(
    r"(?<!\d)(\d{4})(\d{2})(\d{2})(?:T?(\d{2}):?(\d{2})(?::?(\d{2}))?(?:\.\d+)?(Z|[+-]\d{2}:?\d{2})?)?(?!\d)"
)
_DMY_NAME = re.compile(
    rf"(?<![\d:.])(\d{{1,2}})(?:st|nd|rd|th|er|º|°|ª)?{_LINK}({_M})\b{_LINK}"
    r"['’]?(\d{4}|\d{2}(?![\d:]))(?!\d)"
)
_MDY_NAME = re.compile(
    rf"\b({_M})\b[\s.\-]*(\d{{1,2}})(?:st|nd|rd|th)?(?:[\s,.\-]+(\d{{4}})|[\s,.]*['’](\d{{2}}))(?!\d)"
)
_YMD_NAME = re.compile(rf"(?<!\d)(\d{{4}})(?:\s?(?:m|gada|оны)\b)?[\s.,\-/]+({_M})\b[\s.,\-/]+(\d{{1,2}})(?!\d)")
_YMD = re.compile(r"(?<![\d/.-])(\d{4})\s?([./-])\s?(\d{1,2})\s?\2\s?(\d{1,2})(?![\d]|[./-]\d)")
_DMY = re.compile(r"(?<![\d/.-])(\d{1,2})\s?([./-])\s?(\d{1,2})\s?\2\s?(\d{4}|\d{2})(?![\d]|[./-]\d)")
_CJK = re.compile(r"(?:(令和|平成)\s?)?(\d{1,4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]")
#: The years before the first of a Japanese era.
_ERAS = {"令和": 2018, "平成": 1988}
_VIETNAMESE = re.compile(r"(\d{1,2})\s+tháng\s+(\d{1,2})\s*(?:,|năm)\s*(\d{4})")
#: What ``date`` and many programming languages print: ``Thu Mar  7 16:22:00 GMT 2024``.
_PRINTED = re.compile(
    rf"\b({_M})\b\s+(\d{{1,2}})\s+(\d{{2}}:\d{{2}})(?::\d{{2}})?\s+(?:([a-z]{{2,5}}|[+-]\d{{4}})\s+)?(\d{{4}})(?!\d)",
    re.IGNORECASE,
)
_WEEK = re.compile(r"(?<![\w-])(\d{4})-?W(\d{2})-?([1-7])(?!\d)", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_][^\s\d,()|/·]*")
_ZONE = r"(?:Z\b|(?:(?:UTC|GMT)\s?)?[+-]\d{2}:?\d{2}\b|[A-Z]{3,4}\b)"
_OFFSET = re.compile(r"([+-]\d{2}):?(\d{2})$")
_CLOCK = re.compile(
    rf"(?P<half>오전|오후|午前|午後|上午|下午)?\s?(?<![\d:.])(?P<h>\d{{1,2}})(?:[:.時]|\s?[hH]\s?)(?P<m>\d{{2}})(?!\d)(?::\d{{2}})?"
    rf"\s*(?:(?P<ap>a|p)\.?\s?m\b\.?)?\s*(?P<z>{_ZONE})?"
    rf"|\b(?P<h2>\d{{2}})(?P<m2>\d{{2}})(?P<z2>Z)\b"
    rf"|(?<![\d:.])(?P<h3>\d{{1,2}})\s*(?P<ap3>a|p)\.?\s?m\b\.?\s*(?P<z3>{_ZONE})?",
    re.IGNORECASE,
)
_AFTERNOON = ("p", "오후", "午後", "下午")
_FORENOON = ("a", "오전", "午前", "上午")
#: How far from its date a time of day may stand, in characters.
_REACH = 18
#: More dates than a line of a byline holds.
MAX_DATES = 12


@dataclass(frozen=True, slots=True)
class Stamp:
    """A day, perhaps with a time and a zone. ``sure`` is false where day and month could be exchanged."""

    day: date
    time: str | None = None
    zone: str | None = None
    sure: bool = True
    start: int = 0
    end: int = 0

    @property
    def iso(self) -> str:
        return self.day.isoformat() + (f"T{self.time}{self.zone or ''}" if self.time else "")

    @property
    def instant(self) -> datetime | None:
        """The moment in UTC; None where the zone is not said."""
        if not self.time or not self.zone:
            return None
        try:
            return datetime.fromisoformat(self.iso).astimezone(UTC)
        except (ValueError, OverflowError):
            return None


@cache
def _months() -> dict[str, dict[str, int]]:
    table: dict[str, dict[str, int]] = {}
    for row in load("months.csv"):
        for language in row["languages"].split():
            table.setdefault(row["name"], {})[language] = int(row["month"])
    return table


def month_of(word: str, language: str | None) -> int | None:
    """The month that a word names, 1 to 12; None where it names none, or two in languages that are both possible."""
    known = _months().get(word)
    if not known:
        return None
    if language in known:
        return known[language]
    meanings = set(known.values())
    return meanings.pop() if len(meanings) == 1 else None


@lru_cache(maxsize=1024)
def find(text: str, language: str | None = None) -> tuple[Stamp, ...]:
    """All dates written in a short text, in order, no two overlapping.

    Args:
        text: a line of the page; only the first 600 characters are read.
        language: the page's language tag (``en-US``), for names of months and the order of day and month.
    """
    text = text[:600]
    if not any(character.isdigit() for character in text):
        return ()
    base = (language or "").split("-")[0].split("_")[0].lower() or None
    text = _named(text, base)
    found: list[Stamp] = []
    taken: list[tuple[int, int]] = []

    def keep(match: re.Match[str], stamps: list[Stamp]) -> None:
        if stamps and not any(match.start() < end and start < match.end() for start, end in taken):
            taken.append(match.span())
            found.extend(stamps)

    for match in _ISO.finditer(text):
        day = _day(match[1])
        if day:
            zone = _zone(match[3])
            keep(match, [Stamp(day, match[2], zone if match[2] else None, True, *match.span())])
    for match in _WEEK.finditer(text):
        try:
            keep(match, [_with_clock(date.fromisocalendar(*(int(part) for part in match.groups())), text, match)])
        except ValueError:
            continue
    for match in _PRINTED.finditer(text):
        day = _written(f"{int(match[2])} {match[1]} {match[5]}")
        if day and match[3] < "24":
            keep(match, [Stamp(day, match[3], _zone(match[4]), True, *match.span())])
    for pattern, places in ((_DMY_NAME, (3, 2, 1)), (_MDY_NAME, (3, 1, 2)), (_YMD_NAME, (1, 2, 3))):
        for match in pattern.finditer(text):
            year, month, number = (match[i] for i in places)
            day = _written(f"{int(number)} {month} {_year(year or match[places[0] + 1], base)}")
            if day:
                keep(match, [_with_clock(day, text, match)])
    for match in _CJK.finditer(text):
        year = int(match[2]) + _ERAS.get(match[1], 0)
        day = _day(f"{year:04d}-{match[3]:0>2}-{match[4]:0>2}")
        if day:
            keep(match, [_with_clock(day, text, match)])
    for match in _VIETNAMESE.finditer(text):
        day = _day(f"{match[3]}-{match[2]:0>2}-{match[1]:0>2}")
        if day:
            keep(match, [_with_clock(day, text, match)])
    for match in _YMD.finditer(text):
        day = _day(f"{match[1]}-{match[3]:0>2}-{match[4]:0>2}")
        if day:
            keep(match, [_with_clock(day, text, match)])
    for match in _DMY.finditer(text):
        if len(match[4]) == 2 and match[2] == "-":
            continue
        settled = order.by_weekday([day for day, _ in _numeric(match, None)], text, *match.span())
        readings = [(settled, True)] if settled else _numeric(match, language)
        keep(match, [_with_clock(day, text, match, sure) for day, sure in readings])
    return tuple(sorted(found, key=lambda stamp: stamp.start)[:MAX_DATES])


def read(value: str, language: str | None = None) -> Stamp | None:
    """The one date that a machine field states (JSON-LD, meta, ``datetime``); None where it states none or several."""
    value = value.strip()[:120]
    if len(value) < 6:
        return None
    if value.isdigit() and len(value) in (10, 13):  # seconds or milliseconds since 1970
        try:
            moment = datetime.fromtimestamp(int(value[:10]), tz=UTC)
        except (ValueError, OverflowError, OSError):
            return None
        return Stamp(moment.date(), moment.strftime("%H:%M:%S"), "Z")
    stamps = find(value, language)
    if stamps:
        sure = [stamp for stamp in stamps if stamp.sure]
        return (sure or stamps)[0]
    match = _COMPACT.match(value)
    if match:
        day = _day(f"{match[1]}-{match[2]}-{match[3]}")
        if day and match[4] and int(match[4]) < 24 and int(match[5]) < 60:
            return Stamp(day, f"{match[4]}:{match[5]}", _zone(match[7]))
        return Stamp(day) if day else None
    return None


def plausible(day: date, latest: date) -> bool:
    """Whether a page can have been published then: not before the web, nor after the day it was captured (and one)."""
    return date(1990, 1, 1) <= day <= latest + timedelta(days=1)


def _named(text: str, language: str | None) -> str:
    """The text in lower case with names of months in English, three letters each, padded to their own length."""

    def put(match: re.Match[str]) -> str:
        word = match[0]
        folded = word.casefold().rstrip(".-")
        month = month_of(folded, language)
        if month is None and "'" in folded:
            month = month_of(folded.replace("'", "’"), language)
        if month is None:
            return word
        return _ENGLISH[month].ljust(len(word))

    return _WORD.sub(put, text)


def _day(iso: str) -> date | None:
    try:
        return date.fromisoformat(iso)
    except ValueError:
        return None


def _year(digits: str, language: str | None = None) -> str:
    if language == "th" and 2500 <= int(digits) < 2700:  # the Buddhist era
        return str(int(digits) - 543)
    return digits if len(digits) == 4 else ("20" if int(digits) < 70 else "19") + digits


def _written(text: str) -> date | None:
    try:
        return dateutil.parse(text).date()
    except (ParserError, ValueError, OverflowError):
        return None


def _zone(text: str | None) -> str | None:
    if not text:
        return None
    text = text.upper()
    match = _OFFSET.search(text)
    if match:
        return f"{match[1]}:{match[2]}"
    return _zones().get(text.strip())


@cache
def _zones() -> dict[str, str]:
    return {row["name"]: row["offset"] for row in load("zones.csv")}


def _numeric(match: re.Match[str], language: str | None) -> list[tuple[date, bool]]:
    """Readings of ``a/b/year``, with whether each is the only one."""
    a, b, year = int(match[1]), int(match[3]), _year(match[4])
    day_first = _day(f"{year}-{b:02d}-{a:02d}")
    month_first = _day(f"{year}-{a:02d}-{b:02d}")
    if match[2] == "." or not month_first:  # nobody writes a month first before a full stop
        return [(day_first, True)] if day_first else []
    if not day_first or day_first == month_first:
        return [(month_first, True)]
    habit = order.month_first(language)
    if habit is not None:
        return [(month_first if habit else day_first, True)]
    return [(month_first, False), (day_first, False)]


def _with_clock(day: date, text: str, match: re.Match[str], sure: bool = True) -> Stamp:
    """The day with the time of day that stands beside it."""
    start, end = match.span()
    near = clock(text[end : end + _REACH]) or clock(text[max(0, start - _REACH) : start])
    time, zone = near or (None, None)
    return Stamp(day, time, zone, sure, start, end)


def clock(text: str) -> tuple[str, str | None] | None:
    """The first time of day in a text as ``HH:MM``, and its offset from UTC where a zone is given."""
    near = _CLOCK.search(text)
    if near is None:
        return None
    hour = int(near["h"] or near["h2"] or near["h3"])
    minute = int(near["m"] or near["m2"] or 0)
    half = (near["half"] or near["ap"] or near["ap3"] or "").lower()
    if half in _AFTERNOON and hour < 12:
        hour += 12
    elif half in _FORENOON and hour == 12:
        hour = 0
    if hour > 23 or minute > 59:
        return None
    return f"{hour:02d}:{minute:02d}", _zone(near["z"] or near["z2"] or near["z3"])
