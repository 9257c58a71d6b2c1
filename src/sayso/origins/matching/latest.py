"""Dates that exclude each other: what was last in June 2019 was not there in October 2023."""

from __future__ import annotations

import functools
import re
from datetime import date

from sayso.lexicon import load
from sayso.nouns import Statement
from sayso.nouns.folding import fold
from sayso.origins.matching.answer import Answer
from sayso.origins.matching.facts import GLOSS, facts
from sayso.origins.matching.features import Compared
from sayso.origins.matching.overlap import topical
from sayso.origins.matching.say import quoted
from sayso.origins.matching.slots import days, negative
from sayso.origins.matching.tables import rarity

#: a shared word that is rarer than this names the event
_NAMING = 6.0


def latest(pair: Compared) -> Answer | None:
    """A contradiction where one statement says that the last of a kind was before the other one's time."""
    for one, other in ((pair.a, pair.b), (pair.b, pair.a)):
        ended, happened = _last_day(one), _first_day(other)
        if ended is None or happened is None or happened <= ended or negative(other) or _last_day(other) is not None:
            continue
        known = topical(pair.page_a, pair.page_b)
        named = [
            word for word in facts(one).words & facts(other).words if rarity(word) >= _NAMING and word not in known
        ]
        if named:
            why = f"{quoted(one)} leaves no room for {quoted(other)}, which is later."
            return Answer("contradicts", 0.8, why)
    return None


def _last_day(statement: Statement) -> date | None:
    """The last day of the event of which a statement says that no later one of its kind was there."""
    text = GLOSS.sub("", statement.text)
    for time in statement.times:
        text = text.replace(time.text, " ")
    words = set(re.findall(r"\w+", fold(text)))
    ends = [span[1] for time in statement.times if (span := days(time)) is not None]
    if len(ends) != 1:
        return None
    final = bool(words & _words("last")) and not negative(statement)
    return ends[0] if final or (bool(words & _words("since")) and negative(statement)) else None


def _first_day(statement: Statement) -> date | None:
    starts = [span[0] for time in statement.times if (span := days(time)) is not None]
    return min(starts, default=None)


@functools.cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(load("measure_classes.yaml")["lasting"][kind])
