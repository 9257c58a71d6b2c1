"""Is a line, or its end, a date, a time of day or a span ago? The values are read by the room's one reader of dates."""

from __future__ import annotations

import re

from sayso.document.html.metadata.dates import Stamp, find

_MONTH = (
    r"(?:jan(?:uary|\.)?|feb(?:ruary|\.)?|mar(?:ch|\.)?|apr(?:il|\.)?|may|june?|july?|aug(?:ust|\.)?|"
    r"sept?(?:ember|\.)?|oct(?:ober|\.)?|nov(?:ember|\.)?|dec(?:ember|\.)?)"
)
_DAY_NAME = r"(?:mon|tue(?:s)?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?"
_CLOCK = r"(?:\d{1,2}[:.h]\d{2}(?::\d{2})?(?:\.\d+)?\s?(?:[ap]\.?m\.?)?|\d{1,2}\s?[ap]\.?m\.?|noon|midnight)"
_ZONE = (
    r"(?:\s?(?:Z|UTC|GMT|BST|CET|CEST|EET|EEST|MSK|IST|EST|EDT|CST|CDT|MST|MDT|PST|PDT|ET|PT)\b"
    r"|\s?[+-]\d{2}:?\d{2}|\s?local time)"
)
_DATE = (
    rf"(?:{_DAY_NAME},?\s+)?(?:"
    rf"\d{{1,2}}(?:st|nd|rd|th)?(?:\s+of)?[\s-]{_MONTH},?[\s-]\d{{4}}|{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+\d{{4}}|"
    r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d{2}))"
)
_JOIN = r"(?:\s*(?:[,|•·@–—-]|\bat\b|\bon\b|T)\s*|\s+)"
_ABSOLUTE = re.compile(
    rf"(?:{_CLOCK}{_ZONE}?{_JOIN})?{_DATE}(?:{_JOIN}{_CLOCK}{_ZONE}?)?(?!\d)",
    re.IGNORECASE,
)
_RELATIVE = re.compile(
    r"(?:about |over |almost |~)?(?:an?|one|two|three|four|five|six|\d+)\s*"
    r"(?:seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?|[smhdwy]|mo|yrs?)\s+ago"
    r"|(?:just now|moments ago|today|yesterday)(?:,? (?:at )?\d{1,2}[:.]\d{2}(?: ?[ap]m)?)?"
    rf"|{_DAY_NAME},? (?:at )?{_CLOCK}|\d{{1,2}}(?:st|nd|rd|th)? {_MONTH}(?:,? (?:at )?{_CLOCK})?"
    rf"|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?(?:,? (?:at )?{_CLOCK})?|\d{{1,2}}[:.]\d{{2}}\s?(?:[ap]\.?m\.?)?",
    re.IGNORECASE,
)
#: "8h", "3 d": a span ago where nothing else could be meant, alone or after a separator
_SHORT_AGO = re.compile(r"\d{1,3}\s?(?:m|min|h|hrs?|d|w|wk|mo|y|yr)s?(?: ago)?", re.IGNORECASE)
_SEPARATOR = re.compile(r"\s[·•|]\s+")
_EDITED = re.compile(r"\s*\((?:edited|updated)\)", re.IGNORECASE)
_LEADING = re.compile(r"\s*(?://|[|·•:,–—-])\s*")
#: No date, time or span ago does without one of these.
_HINT = re.compile(r"\d|ago\b|now\b|today|yesterday|noon|midnight", re.IGNORECASE)
_CALENDAR = re.compile(rf"(?:{_DAY_NAME}|{_MONTH})\b", re.IGNORECASE)
_MONTH_YEAR = re.compile(rf"{_MONTH},? \d{{4}}", re.IGNORECASE)
_EDGES = " ,|/»·•()[]–—-@:#"
_BEFORE = re.compile(
    r"(?:\s+(?:posted|said|wrote|says|writes|commented|replied))?(?:\s+(?:on|at))?[\s,|/»·•(\[–—@:-]*$", re.IGNORECASE
)


def find_date(line: str) -> Stamp | None:
    """The first date of a line that can be read for certain, or ``None``."""
    if len(line) > 300 or not any(c.isdigit() for c in line):
        return None
    return next((stamp for stamp in find(line, "en-GB" if _dotted(line) else None) if stamp.sure), None)


def _dotted(line: str) -> bool:
    """12.03.2024: dots are written day first wherever they are written."""
    return bool(re.search(r"\d\.\d{1,2}\.\d", line))


def is_day(text: str) -> bool:
    """Does it begin with the name of a day or month?"""
    return bool(_CALENDAR.match(text))


def is_month(text: str) -> bool:
    """Is the whole of it a month and a year, as in lists of archives?"""
    return bool(_MONTH_YEAR.fullmatch(text.strip(_EDGES)))


def after_date(text: str) -> str | None:
    """What stands behind the date that a text begins with, separated by whatever it is."""
    found = (_ABSOLUTE.match(text) or _RELATIVE.match(text)) if len(text) <= 160 else None
    end = len(found[0].rstrip()) if found else 0
    return text[end:].strip(_EDGES) if found and not text[end : end + 1].isalnum() else None


def is_when(text: str) -> bool:
    """Is the whole of it a date, a time or a span ago ("3 hours ago"), and nothing else?"""
    text = _EDITED.sub("", text).strip(_EDGES)
    return (
        bool(text)
        and len(text) <= 80
        and bool(
            _ABSOLUTE.fullmatch(text)
            or _RELATIVE.fullmatch(text)
            or _SHORT_AGO.fullmatch(text)
            or _MONTH_YEAR.fullmatch(text)
        )
    )


def split_when(text: str) -> tuple[str, str] | None:
    """A line that ends in a date, time or span ago: what stands before, and the date; ``None`` where it does not."""
    if len(text) > 160 or not _HINT.search(text):
        return None
    starts = {m.start() for m in _ABSOLUTE.finditer(text)} | {m.start() for m in _RELATIVE.finditer(text)}
    starts |= {m.end() for m in _SEPARATOR.finditer(text)}
    for at in sorted(starts):
        if is_when(text[at:]):
            return _BEFORE.sub("", text[:at]), text[at:].strip(_EDGES)
    return None


def after_when(text: str) -> str | None:
    """What follows the date that a line begins with ("12 March 2024 // Ana Ruiz"), if it begins with one."""
    found = (_ABSOLUTE.match(text) or _RELATIVE.match(text)) if len(text) <= 160 else None
    if found and (edited := _EDITED.match(text, found.end())):
        found = edited
    joint = _LEADING.match(text, found.end()) if found else None
    return text[joint.end() :] or None if joint else None


def to_iso(when: str | None) -> str | None:
    """As ISO 8601 where it is a date that can be read; as written otherwise."""
    if when is None:
        return None
    found = find_date(when)
    return found.iso if found else when.strip(_EDGES) or None
