"""Dates that exclude each other: what was last in June 2019 was not there in October 2023."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sayso.nouns import Statement
from sayso.origins.matching.answer import Answer
from sayso.origins.matching.facts import facts
from sayso.origins.matching.features import Compared
from sayso.origins.matching.say import quoted
from sayso.origins.matching.slots import days, negative
from sayso.origins.matching.tables import kinds, marks
from sayso.origins.order import before

#: tokens from *the last* to what the last of them did
_NEAR = 10


def latest(pair: Compared) -> Answer | None:
    """A contradiction where one statement says that the last of a kind was before the other one's time; the same where
    both say so of one time: *the last inspection was in June 2019*, *not inspected since 2019*."""
    kinds = [_last_of(pair.a), _last_of(pair.b)]
    if kinds[0] is not None and kinds[1] is not None:
        if kinds[0][0] == kinds[1][0] and _one_time(pair):
            why = f"{quoted(pair.a)} and {quoted(pair.b)} put the last of one kind in one time."
            return Answer("same", 0.85, why)
        return None
    if (gone := _gone(pair)) is not None:
        return gone
    for one, other in ((pair.a, pair.b), (pair.b, pair.a)):
        happened, kind = _first_day(other), _last_of(one)
        if happened is None or kind is None or _last_of(other) is not None or _negated(other):
            continue
        event, ended = kind
        if happened > ended and event in facts(other).words:
            why = f"{quoted(one)} leaves no room for {quoted(other)}, which is later."
            return Answer("contradicts", 0.8, why)
    return None


def _gone(pair: Compared) -> Answer | None:
    """*The last fighters have left* against *wounded men of theirs still come to the ward*."""
    for first, (one, other) in ((True, (pair.a, pair.b)), (False, (pair.b, pair.a))):
        ours, theirs = facts(one), facts(other)
        if ours.refusing or theirs.refusing or not _all_left(ours.tokens):
            continue
        if not (marks("still") & set(theirs.tokens) or "remained" in theirs.kinds) or "left" in theirs.kinds:
            continue
        pages = (pair.page_a, pair.page_b) if first else (pair.page_b, pair.page_a)
        if pair.party and before(pages[1], pages[0]) is not True:
            why = f"{quoted(one)} leaves nobody behind, {quoted(other)} has some still there."
            return Answer("contradicts", 0.75, why)
    return None


def _all_left(tokens: Sequence[str]) -> bool:
    """Whether *the last* or *all* stand before a word for leaving."""
    for at, token in enumerate(tokens):
        before_it = tokens[at - 1] if at else ""
        if token in marks("every") and (token not in marks("last") or before_it in marks("whole")):
            return any("left" in kinds(frozenset({word})) for word in tokens[at + 1 : at + _NEAR])
    return False


def _last_of(statement: Statement) -> tuple[str, date] | None:
    """The event of which a statement says that no later one was there, as a stem, and that day.

    *the last full inspection was in June 2019*; *was not inspected since 2019*.
    """
    ends = [span[1] for time in statement.times if (span := days(time)) is not None]
    if len(ends) != 1:
        return None
    tokens, words = facts(statement).tokens, facts(statement).words
    for at, token in enumerate(tokens):
        if token in marks("last") and not _negated(statement):
            noun = at + 1
            while noun + 1 < len(tokens) and tokens[noun + 1] in words and tokens[noun + 1] not in marks("was"):
                noun += 1
            if noun + 1 < len(tokens) and tokens[noun] in words and tokens[noun + 1] in marks("was"):
                return tokens[noun], ends[0]
        if token in marks("since") and at and _negated(statement) and tokens[at - 1] in words:
            return tokens[at - 1], ends[0]
    return None


def _one_time(pair: Compared) -> bool:
    """Whether the times of both have days in common."""
    ours, theirs = ([span for t in side.times if (span := days(t)) is not None] for side in (pair.a, pair.b))
    return any(x[0] <= y[1] and y[0] <= x[1] for x in ours for y in theirs)


def _first_day(statement: Statement) -> date | None:
    starts = [span[0] for time in statement.times if (span := days(time)) is not None]
    return min(starts, default=None)


def _negated(statement: Statement) -> bool:
    """Whether anything in a statement is told as not so."""
    return negative(statement) or bool(marks("negating") & set(facts(statement).tokens))
