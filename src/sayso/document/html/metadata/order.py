"""Which number of ``07/12/2023`` is the month: what the page itself, its language and its address say.

A day of the week beside the date settles it; so does another date of the page that can be read in one way only, since
a page writes all its dates alike. The region of its language tag comes next, then the country of its address.
"""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from sayso.lexicon import load

#: How much of a page's source is searched for other dates.
MAX_HTML = 400_000
#: How far from a date its day of the week may stand, in characters.
_REACH = 16
_FIGURES = re.compile(r"/(\d{1,2})/(?:\d{4}|\d{2})(?![\d/])")
_FIRST = re.compile(r"(?<![\d/])\d{1,2}$")
_WORD = re.compile(r"[^\W\d_]+")


@cache
def _weekdays() -> dict[str, frozenset[int]]:
    table: dict[str, set[int]] = {}
    for row in load("weekdays.csv"):
        table.setdefault(row["name"], set()).add(int(row["weekday"]))
    return {name: frozenset(days) for name, days in table.items()}


@cache
def _words(group: str) -> frozenset[str]:
    return frozenset(load("date_order.yaml")[group]["words"])


def by_weekday(days: list[date], text: str, start: int, end: int) -> date | None:
    """The one of several days whose day of the week stands beside ``text[start:end]``; None where none or all do."""
    words = _WORD.findall(text[max(0, start - _REACH) : start])[-2:] + _WORD.findall(text[end : end + _REACH])[:1]
    for word in reversed(words):
        named = _weekdays().get(word.casefold())
        if named:
            right = [day for day in days if day.isoweekday() in named]
            return right[0] if len(right) == 1 else None
    return None


def month_first(language: str | None) -> bool | None:
    """Whether a language tag's region writes the month first; None where it does not tell."""
    tag = (language or "").replace("_", "-").lower()
    if tag in _words("month_first_tags"):
        return True
    return False if tag and tag != "en" else None


def habit(language: str | None, locale: str | None, host: str | None, html: str) -> str | None:
    """The language tag by whose habit the page's dates are to be read.

    Args:
        language: the page's declared tag.
        locale: another tag that it gives (``og:locale``).
        host: its host.
        html: its source.
    """
    base = (language or "en").split("-")[0]
    if base != "en":
        return language
    seen = _seen(html)
    if seen is None:
        seen = month_first(language)
    if seen is None and locale and locale.lower().startswith("en"):
        seen = month_first(locale)
    if seen is None and host:
        last = host.rsplit(".", 1)[-1]
        seen = True if last in _words("month_first_domains") else False if last in _words("day_first_domains") else None
    return language if seen is None else "en-US" if seen else "en-GB"


def _seen(html: str) -> bool | None:
    """Whether dates in figures that can be read in one way only have the month first; None where none or both do."""
    found = set()
    for match in _FIGURES.finditer(html[:MAX_HTML]):
        first = _FIRST.search(html, max(0, match.start() - 3), match.start())
        if first is None:
            continue
        a, b = int(first[0]), int(match[1])
        if (a > 12) != (b > 12) and 0 < min(a, b) <= 12 and max(a, b) <= 31:
            found.add(b > 12)
            if len(found) > 1:
                return None
    return found.pop() if found else None
