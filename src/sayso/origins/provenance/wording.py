"""How reasons and names are put: pages, days and speakers in words that a reporter could print."""

from __future__ import annotations

import datetime as dt
import re

from sayso.nouns import Hop, Page
from sayso.origins.wording import MONTHS, day
from sayso.origins.words import stop_words

__all__ = ["bare", "called", "day", "days", "outlet", "speaker", "within"]

#: where a description goes on with what is no name: a relative clause, an age, a place to sit
_CUT = re.compile(r",\s|\s+(?:who|which|that|whose|whom|speaking|sitting)\s")
#: what is by somebody who is described before being named
_BY = re.compile(r"(?P<what>.+?\s(?:by|of|from))\s[^,]+,\s(?P<name>[A-ZÀ-ÖØ-Þ][^,]+)$")
#: words of a description, at most
_WORDS = 9


def days(from_: str | None, to: str | None) -> str | None:
    """*12 March 2024*, *March 2024* or *2024* for an interval; null where it is open or no such period."""
    if not from_ or not to:
        return None
    if from_ == to:
        return day(from_)
    first, last = dt.date.fromisoformat(from_), dt.date.fromisoformat(to)
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31) and first.year == last.year:
        return str(first.year)
    ends = (last + dt.timedelta(days=1)).day == 1
    if first.day == 1 and ends and (first.year, first.month) == (last.year, last.month):
        return f"{MONTHS[first.month - 1]} {first.year}"
    if (last - first).days > 31:
        return None
    return f"{day(from_)} to {day(to)}"


def called(page: Page) -> str:
    """A page by its outlet and day: *The Harbour Post of 12 March 2024*; by its file where it lacks one of them."""
    file = page.source.rpartition("/")[2]
    name, when = page.outlet or page.host, day(page.published)
    if when:
        return f"{name or file} of {when}"
    return f"{name} ({file})" if name and file and file != name else name or page.source


def outlet(page: Page) -> str:
    """A page's outlet, or what else to call it."""
    return page.outlet or page.host or page.source.rpartition("/")[2]


def speaker(hop: Hop) -> str:
    """A speaker as the page puts it, without what is said about them: *Mayor Goran Ristevski*."""
    text = " ".join((hop.text or hop.name or "").split()).strip(" ,")
    short = _CUT.split(text)[0].strip(" ,")
    name = (hop.name or "").strip()
    if name and name.casefold() not in text.casefold() and hop.kind in ("named", "group"):
        return name
    proper = hop.kind in ("named", "group") and name[:1].isupper()
    if proper and name.casefold() not in short.casefold() and name.casefold() in text.casefold():
        # an office, and the name after it: a former inspector, Stojan Velkov
        return name
    if hop.kind == "document" and (found := _BY.match(text)):
        # a statement by the owner, Pontica Storage
        return f"{found['what']} {found['name']}"
    words = short.split()[:_WORDS]
    while len(words) > 1 and words[-1].casefold() in stop_words():
        words.pop()
    return " ".join(words) if words else name


_POSSESSIVES = ("its", "his", "her", "their", "my", "our", "your")
_ARTICLES = ("the", "a", "an", "one", *_POSSESSIVES)


def bare(text: str) -> str:
    """A description without its article: *former inspector*."""
    first, _, rest = text.partition(" ")
    if first.casefold() not in _ARTICLES or not rest:
        return text
    return rest.removeprefix("own ") if first.casefold() in _POSSESSIVES else rest


def within(text: str) -> str:
    """A description as it stands within a sentence: *the mayor*, not *The mayor*; *our own* becomes *the*."""
    first, _, rest = text.partition(" ")
    low = first.casefold()
    if not rest or low not in _ARTICLES:
        return text
    return f"the {rest.removeprefix('own ')}" if low in _POSSESSIVES else f"{low} {rest}"
