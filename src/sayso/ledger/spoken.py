"""A chain of say-so as a reporter tells it, and days in words.

*Thomas D. Waldhauser, to a Senate panel, March 2017, according to The New York Times*
"""

from __future__ import annotations

import calendar
import datetime as dt
import functools
import re
from collections.abc import Iterator, Sequence
from typing import Any

from sayso.nouns.folding import fold
from sayso.nouns.found import Hop
from sayso.nouns.overviews import Days, Granularity
from sayso.origins.wording import MONTHS

UNNAMED = "an unnamed source"
#: kinds of sources whose names may begin with an article
_NAMED = ("named", "outlet", "document")
#: what follows tells of a venue, and not which sort of venue it is
_INNER = re.compile(r" (?:in|of|at|on|with|from|by|after|for|near|outside) ")
#: what is said of a source by the way: *an official, who asked not to be named*
_ASIDE = re.compile(r",\s*(?:and\s+)?(?:who|which|whose)\b.*$")


def spoken(hops: Sequence[Hop], outlet: str | None) -> str:
    """Who says it, to whom, where and when; then through whom, outwards, and at last the page's own outlet."""
    page = outlet or "this page"
    if not hops:
        return f"{page}, in its own words"
    first, *outer = hops
    parts = [_who(first), *_occasion(first)]
    if first.said and (when := spoken_interval(first.said.from_, first.said.to)):
        parts.append(when)
    told = {fold(part) for part in (_who(first), first.addressee, first.venue) if part}
    through = [who for hop in outer if fold(who := _who(hop)) not in told | {fold(page)} or who == UNNAMED]
    parts += [f"according to {who}" for who in dict.fromkeys(through)]
    if outlet and fold(outlet) not in told:
        parts.append(f"as reported by {outlet}" if through else f"according to {outlet}")
    return ", ".join(parts)


def _who(hop: Hop) -> str:
    """The speaker by name, else in the words of the page; what these do not tell alone is not told."""
    name, source = hop.speaker or hop.source, hop.source
    if not name or hop.kind == "unnamed" or fold(name) in _words("nobody"):
        return UNNAMED
    if source and (fold(source) == fold(name) or name[:1].islower()) and fold(source) not in _words("nobody"):
        name = source  # with its article, which names are kept without
    name = _ASIDE.sub("", " ".join(name.split())).strip(" ,;:")
    first = name.split(" ", 1)[0]
    if first == "The" and hop.kind in _NAMED and name.istitle():
        return name  # *The New York Times*
    if first.lower() in _words("small"):
        return name[:1].lower() + name[1:]
    noun = _INNER.split(name, maxsplit=1)[0].split(" who ")[0]
    # *mayor of Koper*, whose article stood in another sentence; *hauliers* need none
    bare = hop.kind in ("role", "anonymous") and name[:1].islower() and not noun.endswith("s")
    return f"the {name}" if bare else name or UNNAMED


def _occasion(hop: Hop) -> Iterator[str]:
    """*to a Senate panel*, *at a news conference*, *to reporters at a news conference*."""
    to, where = _told(hop.addressee), _told(hop.venue)
    if where and _words("times") & {where.split()[0].lower(), where.split()[-1].lower()}:
        where = None
    where = _closed(where) if where else None
    if where and to is None and where.split()[0].lower() in _words("audiences"):
        to, where = where, None
    if to and where and fold(to) == fold(where):
        where = None
    if to and to.split()[-1].lower() in _words("open_ends"):
        if where:
            yield f"to {to} {where}"
            return
        to = _closed(to)
    if to:
        yield f"to {to}"
    if where:
        yield f"{_before(where)} {where}"


def _told(words: str | None) -> str | None:
    """An addressee or a venue that the claim alone tells: not *him*, and not *her committee*."""
    if not words or not words.strip():
        return None
    every = words.lower().split()
    untold = fold(words) in _words("nobody") or every[0] in _words("nobody") | _words("own")
    return None if untold or _words("clauses") & set(every) else " ".join(words.split()).strip(" ,;:")


def _closed(words: str) -> str | None:
    """Without a preposition at the end, behind which something is missing."""
    every = words.split()
    while every and every[-1].lower() in _words("open_ends"):
        every.pop()
    return " ".join(every) or None


def _before(venue: str) -> str:
    """The preposition of a venue: a *radio interview* is an interview, the *programme Today* a programme."""
    head = _INNER.split(venue, maxsplit=1)[0].split()
    telling = reversed(head) if head[-1][:1].isupper() else head[-1:]
    found = (row["before"] for word in telling for row in _table()["venues"] if fold(word) in row["words"])
    return next(found, "in")


@functools.cache
def _table() -> dict[str, Any]:
    from sayso.lexicon import load

    found: dict[str, Any] = load("spoken.yaml")
    return found


@functools.cache
def _words(name: str) -> frozenset[str]:
    return frozenset(_table()[name]["words"])


def days_between(first: str | None, last: str | None) -> Days | None:
    """An interval with its granularity, and in words; null where it is open on both sides."""
    if first is None and last is None:
        return None
    return Days(from_=first, to=last, granularity=granularity(first, last), text=spoken_interval(first, last))


def granularity(first: str | None, last: str | None) -> Granularity:
    """Whether an interval is one day, one month or one year of the calendar, or any other."""
    ends = _dates(first, last)
    if ends is None:
        return "range"
    begin, end = ends
    if begin == end:
        return "day"
    if _is_month(begin, end):
        return "month"
    return "year" if _is_years(begin, end) and begin.year == end.year else "range"


def spoken_interval(first: str | None, last: str | None) -> str:
    """*22 October 2017*, *March 2017*, *2017*, *10–12 June 2024*, *June–August 2017*, *2015–2017*, *since 2 May 2017*.

    ISO 8601 days, both inclusive; empty where both are null. Days that no calendar of ours has stay as they are.
    """
    if first is None or last is None:
        end = first or last
        if end is None:
            return ""
        return ("since " if first else "until ") + (_day(only[0]) if (only := _dates(end, end)) else end)
    ends = _dates(first, last)
    if ends is None:
        return first if first == last else f"{first}–{last}"
    begin, end_ = ends
    if begin == end_:
        return _day(begin)
    if _is_years(begin, end_):
        return str(begin.year) if begin.year == end_.year else f"{begin.year}–{end_.year}"
    if begin.day == 1 and _ends_month(end_):
        return _between(begin, end_, _month(begin), _month(end_), MONTHS[begin.month - 1])
    if (begin.year, begin.month) == (end_.year, end_.month):
        return f"{begin.day}–{_day(end_)}"
    return _between(begin, end_, _day(begin), _day(end_), f"{begin.day} {MONTHS[begin.month - 1]}")


def _between(begin: dt.date, end: dt.date, first: str, last: str, short: str) -> str:
    """Both ends in words, the first without its year where it is that of the last."""
    if first == last:
        return first
    return f"{short if begin.year == end.year else first}–{last}"


def _dates(first: str | None, last: str | None) -> tuple[dt.date, dt.date] | None:
    try:
        return dt.date.fromisoformat(first or ""), dt.date.fromisoformat(last or "")
    except ValueError:  # historians date before Christ
        return None


def _is_month(begin: dt.date, end: dt.date) -> bool:
    return begin.day == 1 and _ends_month(end) and (begin.year, begin.month) == (end.year, end.month)


def _is_years(begin: dt.date, end: dt.date) -> bool:
    return (begin.month, begin.day, end.month, end.day) == (1, 1, 12, 31)


def _ends_month(day: dt.date) -> bool:
    return day.day == calendar.monthrange(day.year, day.month)[1]


def _month(day: dt.date) -> str:
    return f"{MONTHS[day.month - 1]} {day.year}"


def _day(day: dt.date) -> str:
    return f"{day.day} {_month(day)}"
