"""When, where, who: whether two statements agree on them."""

from __future__ import annotations

from datetime import date
from itertools import product

from sayso.nouns import Hop, Page, Statement, When
from sayso.nouns.folding import fold
from sayso.origins.matching.facts import facts

#: a time that is no longer than this pins an event down
_PINNED_DAYS = 62
#: an event of so many days before the page is not its news
_LONG_AGO = 90


def same_time(a: Statement, b: Statement) -> bool | None:
    """Whether two statements name one time: true where two of their times agree, false where each names some and none
    can be one, null where the words do not tell."""
    ours, theirs = [days(t) for t in a.times], [days(t) for t in b.times]
    pairs = [(x, y) for x, y in product(ours, theirs) if x is not None and y is not None]
    if not pairs:
        return None
    if any(_one(x, y) for x, y in pairs):
        return True
    if any(x[0] <= y[1] and y[0] <= x[1] for x, y in pairs):
        return None
    return False


def days(time: When) -> tuple[date, date] | None:
    """The first and last day of a date; null of a length of time and where an end is open."""
    if time.type in {"DURATION", "SET"} or time.from_ is None or time.to is None:
        return None
    try:
        return date.fromisoformat(time.from_[:10]), date.fromisoformat(time.to[:10])
    except ValueError:
        return None


def _one(x: tuple[date, date], y: tuple[date, date]) -> bool:
    overlapping = x[0] <= y[1] and y[0] <= x[1]
    return overlapping and max((x[1] - x[0]).days, (y[1] - y[0]).days) <= _PINNED_DAYS


def same_place(a: Statement, b: Statement) -> bool | None:
    """Whether two statements name one place: by the gazetteer's entry, null where either names none."""
    ours, theirs = facts(a).places, facts(b).places
    if not ours or not theirs:
        return None
    return bool(ours & theirs)


def same_party(a: Statement, b: Statement) -> bool | None:
    """Whether two statements speak of one person, organisation or thing by name; null where either names none."""
    ours, theirs = facts(a).parties, facts(b).parties
    if not ours or not theirs:
        return None
    return bool(ours & theirs)


def speaker(statement: Statement) -> Hop | None:
    """The innermost speaker."""
    return statement.chain[0] if statement.chain else None


def same_speaker(a: Statement, b: Statement) -> bool | None:
    """Whether one speaker says both, by name and within what the words tell; null where that is not told."""
    one, other = speaker(a), speaker(b)
    if one is None or other is None:
        return None
    if facts(a).speakers & facts(b).speakers:
        return True
    if _last(one) and _last(one) == _last(other):
        return True
    if one.name and other.name and one.type == other.type:
        return False
    return None


def _last(hop: Hop) -> str | None:
    """The last word of a person's name."""
    if hop.name is None or hop.type != "person":
        return None
    return fold(hop.name).split()[-1] if fold(hop.name) else None


def opposed(a: Statement, b: Statement) -> bool:
    """Whether one denies what the other affirms: by the clause's negation or by the way it is reported.

    Two clauses that both hold a *not* somewhere are not held against each other.
    """
    if negative(a) == negative(b):
        return False
    return a.polarity != b.polarity or not (facts(a).refusing and facts(b).refusing)


def negative(statement: Statement) -> bool:
    """Whether what is said is that something is not so."""
    return (statement.polarity == "denied") != (statement.negation is not None)


def historic(statement: Statement, page: Page) -> bool:
    """Whether all that a statement dates lies long before its page: another event, for comparison."""
    if page.first is None:
        return False
    ends = [span[1] for time in statement.times if (span := days(time)) is not None]
    return bool(ends) and (date.fromisoformat(page.first[:10]) - max(ends)).days > _LONG_AGO
