"""Weekdays against dates, ages against years of birth, spans of time against both their ends."""

from __future__ import annotations

import bisect
import datetime as dt
import functools
import re
from collections.abc import Iterator, Sequence

from sayso.claims.checks.finding import Finding, Verdict
from sayso.lexicon import load
from sayso.nouns.base import Range
from sayso.nouns.measures import Time

_MONTH = r"(?P<month>(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*)\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?:,?\s+(?P<year>\d{4}))?"
_BORN = re.compile(r"\bborn\b[^.;]{0,40}?\b(?:in|on)\s+(?:[\w ,]{0,20}?\b)?(?P<year>1[89]\d\d|20\d\d)\b")
_AGED = re.compile(
    r"(?:,\s*(?P<a>\d{1,3})\s*,|\baged\s+(?P<b>\d{1,3})\b|\bat the age of\s+(?P<c>\d{1,3})\b"
    r"|\bat\s+(?P<d>\d{1,3})\b(?=[,.])|\b(?P<e>\d{1,3})[- ]years?[- ]old\b)"
)
_DIED = re.compile(r"\bdied\b[^.;]{0,40}?\bin\s+(?:[A-Z]\w+\s+)?(?P<year>1[89]\d\d|20\d\d)\b")
#: A sentence with more times is a table.
_MOST = 30
_LATER = re.compile(r"^\W*(?P<word>later|after|earlier|before)\b")
_COUNT = re.compile(
    r"^(?:about |some |exactly |just )?(?:an? (?=hundred|thousand|dozen))?(?P<count>\w+)[ -]"
    r"(?P<unit>day|week|month|year)s?\b",
    re.IGNORECASE,
)
_UNITS = {"D": 1.0, "W": 7.0, "M": 30.44, "Y": 365.25}
#: A span of time told in these may be off by this part of one of them.
_LOOSE = {"D": 0.0, "W": 3.0, "M": 16.0, "Y": 367.0}


def check_dates(
    text: str, sentences: Sequence[Range], times: Sequence[Time], published: str | None
) -> Iterator[Finding]:
    """The findings of the calendar, in no order.

    Args:
        text: the document's.
        sentences: its ranges.
        times: what was found in it, resolved.
        published: the page's date, ISO 8601: dates without a year are taken to lie near it; null where it is not known.
    """
    day = _day(published)
    yield from _weekdays(text, day)
    ordered = sorted(times, key=lambda time: time.start)
    starts = [time.start for time in ordered]
    for sentence in sentences:
        yield from _ages(text, sentence, day)
        here = ordered[bisect.bisect_left(starts, sentence[0]) : bisect.bisect_left(starts, sentence[1])]
        if len(here) <= _MOST:
            yield from _spans(text, here)


def _day(words: str | None) -> dt.date | None:
    try:
        return dt.date.fromisoformat((words or "")[:10])
    except ValueError:
        return None


@functools.cache
def _weekday_names() -> tuple[str, ...]:
    """The days of the week in English, Monday first."""
    rows = [row for row in load("weekdays.csv") if "en" in row["languages"].split() and row["name"].endswith("day")]
    return tuple(row["name"] for row in sorted(rows, key=lambda row: int(row["weekday"])))


@functools.cache
def _months() -> dict[str, int]:
    """The numbers of the months by the first three letters of their English names."""
    return {row["name"][:3]: int(row["month"]) for row in load("months.csv") if "en" in row["languages"].split()}


def _weekdays(text: str, published: dt.date | None) -> Iterator[Finding]:
    names = "|".join(_weekday_names())
    patterns = (
        re.compile(rf"\b(?P<name>{names}),?\s+(?:the\s+)?{_MONTH}\s+{_DAY}(?!\d)(?!,?\d{{3}}){_YEAR}", re.IGNORECASE),
        re.compile(rf"\b(?P<name>{names}),?\s+(?:the\s+)?{_DAY}\s+(?:of\s+)?{_MONTH}{_YEAR}", re.IGNORECASE),
    )
    for pattern in patterns:
        for found in pattern.finditer(text):
            month = _months().get(found["month"].lower()[:3])
            if month is None:
                continue
            told = _weekday_names().index(found["name"].lower())
            dates = _candidates(int(found["day"]), month, found["year"], published)
            if dates is None:
                continue
            if not dates:
                why = f"there is no {found['month']} {found['day']}" + (f" in {found['year']}" if found["year"] else "")
                yield Finding(found.start(), found.end(), "date", "inconsistent", why)
                continue
            hit = next((d for d in dates if d.weekday() == told), None)
            shown = hit or dates[0]
            why = f"{shown.isoformat()} is a {_weekday_names()[shown.weekday()].capitalize()}"
            yield Finding(found.start(), found.end(), "date", "consistent" if hit else "inconsistent", why)


def _candidates(day: int, month: int, year: str | None, published: dt.date | None) -> list[dt.date] | None:
    """The dates that day and month may be: of the year told, else those near the page's date; null without both."""
    if year is not None:
        years = [int(year)]
    elif published is not None:
        years = [published.year, published.year - 1, published.year + 1]
    else:
        return None
    made = []
    for one in years:
        try:
            made.append(dt.date(one, month, day))
        except ValueError:
            continue
    if year is None and published is not None:
        # within a year to both sides: "Sunday, December 31" on a page of January
        made = [d for d in made if abs((d - published).days) <= 200]
    return made


def _ages(text: str, sentence: Range, published: dt.date | None) -> Iterator[Finding]:
    body = text[slice(*sentence)]
    born, aged, died = _BORN.search(body), _AGED.search(body), _DIED.search(body)
    if born is None or aged is None:
        return
    if aged[0].startswith("at") and died is None and not re.search(r"\bage of\b", aged[0]):
        return
    year = int(died["year"]) if died is not None else published.year if published is not None else None
    if year is None:
        return
    age = int(next(g for g in aged.groups() if g))
    older = year - int(born["year"])
    verdict: Verdict = "consistent" if older - 1 <= age <= older else "inconsistent"
    start, end = sentence[0] + min(born.start(), aged.start()), sentence[0] + max(born.end(), aged.end())
    why = f"born in {born['year']}, one is {older - 1} or {older} in {year}"
    yield Finding(start, end, "date", verdict, why)


def _spans(text: str, here: Sequence[Time]) -> Iterator[Finding]:
    """*On 2 May, … three days later, on 5 May*: two dates and what is told to lie between them."""
    for span in here:
        length = _length(text, span)
        if length is None:
            continue
        count, unit = length
        fixed = [
            t
            for t in here
            if t is not span and t.type == "DATE" and t.rule is not None and _explicit(t) and not _meets(t, span)
        ]
        if len(fixed) != 2:
            continue
        one, two = fixed
        first, last = _range(one), _range(two)
        if first is None or last is None:
            continue
        low, high = (last[0] - first[1]).days, (last[1] - first[0]).days
        if re.match(r"^\W*(?:earlier|before)", text[span.end :]) or re.search(r"\b(?:earlier|before)$", span.text):
            low, high = -high, -low
        stated = count * _UNITS[unit]
        fits = low - _LOOSE[unit] <= stated <= high + _LOOSE[unit]
        between = (last[0] - first[0]).days
        why = (
            f"from {one.value} to {two.value} it is {between} days"
            if unit != "Y"
            else f"from {one.value} to {two.value} it is {last[0].year - first[0].year} years"
        )
        yield Finding(
            min(one.start, span.start), max(two.end, span.end), "date", "consistent" if fits else "inconsistent", why
        )


def _length(text: str, time: Time) -> tuple[float, str] | None:
    """The length of *three days later*."""
    later = re.search(r"\b(?:later|after|earlier|before)\b", time.text) or _LATER.match(text[time.end : time.end + 10])
    if not later:
        return None
    found = _COUNT.match(time.text)
    if found is None:
        return None
    from sayso.measures.numbers import in_words

    word = found["count"].lower()
    value = float(word) if word.isdigit() else 1.0 if word in {"a", "an", "one"} else in_words(word)
    return (float(value), found["unit"][0].upper()) if value is not None else None


def _explicit(time: Time) -> bool:
    """Whether a date stands with its year or day in figures, so that it was not reckoned from the other."""
    return bool(re.search(r"\d", time.text))


def _meets(time: Time, span: Time) -> bool:
    return time.start < span.end and span.start < time.end


def _range(time: Time) -> tuple[dt.date, dt.date] | None:
    first, last = _day(time.from_), _day(time.to)
    return (first, last) if first is not None and last is not None else None
