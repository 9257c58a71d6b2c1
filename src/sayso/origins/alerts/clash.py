"""When two figures exclude each other so surely that a reader must be told."""

from __future__ import annotations

import functools
import itertools
import re

from sayso.lexicon import load
from sayso.nouns import Page, Statement
from sayso.origins.matching.facts import facts
from sayso.origins.matching.intervals import Match, match
from sayso.origins.matching.measured import Measured
from sayso.origins.order import before

#: how surely the words name one measure: those of both do, or those of one lend it to the other
NAMED, LENT = 1.0, 0.75
#: how much a number must tell where only one side names the measure
_TELLING = 0.4
#: intervals that lie closer to each other than this part of their value may be one value, rounded
_GAP, _VAGUE_GAP = 0.03, 0.1
#: numbers further apart than tenfold are hardly of one thing
_FAR = 0.9
#: claims that differ by their number alone: content words of the shorter one, and the part of them that both have
_WORDS, _ALIKE = 3, 0.8
#: so many counts in one claim are a list of parts
_LIST = 4


def matches(a: Statement, b: Statement) -> list[Match]:
    """Every figure of one held against every figure of the other, where both may measure the same thing."""
    found = (match(one, other) for one, other in itertools.product(facts(a).figures, facts(b).figures))
    return [agreed for agreed in found if agreed is not None]


def exclude(a: Statement, page_a: Page, b: Statement, page_b: Page) -> bool:
    """Whether a figure of one statement excludes one of the other, and no other pair of theirs agrees."""
    found = matches(a, b)
    if any(_fits(agreed) for agreed in found) or _lists(a) or _lists(b) or _other_days(a, b):
        return False
    if _narrowed(a) != _narrowed(b):
        return False
    alone = len(found) == 1 and _worded_alike(a, b)
    clear = (m for m in found if m.agreement == "disjoint" and (_clear(m) or (alone and _of_one_noun(m))))
    return any(_of_all(agreed, a, page_a, b, page_b) for agreed in clear)


def gap(low: float | None, high: float | None, other_low: float | None, other_high: float | None) -> float:
    """How far apart two intervals are, as a part of the value where the upper one begins; 0 where they touch."""
    for end, begin in ((high, other_low), (other_high, low)):
        if end is not None and begin is not None and end < begin:
            return (begin - end) / abs(begin)
    return 0.0


def _clear(agreed: Match) -> bool:
    """One measure by the words of both, or by those of one and a number that tells; and a gap that is no rounding."""
    one, other = agreed.a, agreed.b
    if (one.basis and other.basis and one.basis != other.basis) or {one.part, other.part} != {"claimed"}:
        return False
    if not _apart(agreed):
        return False
    named = agreed.measure >= NAMED and not (one.lent and other.lent)
    # a number without its noun takes the measure of the sentence before; one that has its noun may be of another
    lent = agreed.measure >= LENT and agreed.rarity >= _TELLING and all(f.lent or not f.inherited for f in (one, other))
    return named or lent


def _of_one_noun(agreed: Match) -> bool:
    """The same noun beside both numbers, whatever is told of it."""
    one, other = agreed.a, agreed.b
    beside = one.thing is not None and one.thing == other.thing and not (one.lent or other.lent)
    return beside and {one.part, other.part} == {"claimed"} and _apart(agreed)


def _lists(statement: Statement) -> bool:
    """Whether a statement is a list of counts: *two pistols, a rifle, 46 cartridges* may be three guns."""
    return sum(figure.figure.kind == "count" for figure in facts(statement).figures) >= _LIST


def _narrowed(statement: Statement) -> set[str]:
    """Words that say of which part or in which sense a figure is."""
    return {found.lower() for found in _words("portions").findall(statement.text)}


def _other_days(a: Statement, b: Statement) -> bool:
    """Whether both name days, and no day of one is a day of the other: each may be true of its own."""
    ours, theirs = ([(w.from_, w.to) for w in one.times if w.from_ and w.to] for one in (a, b))
    meet = (x[0] <= y[1] and y[0] <= x[1] for x, y in itertools.product(ours, theirs))
    return bool(ours and theirs) and not any(meet)


def _worded_alike(a: Statement, b: Statement) -> bool:
    """Whether nearly all content words of the shorter claim stand in the other one: they differ by the number."""
    fewer = min(len(set(a.words)), len(set(b.words)))
    return fewer >= _WORDS and len(set(a.words) & set(b.words)) >= _ALIKE * fewer


def _apart(agreed: Match) -> bool:
    one, other = agreed.a, agreed.b
    vague = any(f.low is None or f.high is None or f.figure.approximate for f in (one, other))
    return (_VAGUE_GAP if vague else _GAP) <= gap(one.low, one.high, other.low, other.high) <= _FAR


def _of_all(agreed: Match, a: Statement, page_a: Page, b: Statement, page_b: Page) -> bool:
    """Of counts that add up, whether both are of all those concerned, and the smaller one is the later.

    Of the dead and the injured one page counts those in one hospital, another all of them; and whatever is counted so
    rises from hour to hour. Neither is a contradiction.
    """
    if not any(f.measure is not None and f.measure.grows for f in (agreed.a, agreed.b)):
        return True
    if not (_whole(agreed.a, a) and _whole(agreed.b, b)):
        return False
    rising = (agreed.a.high or 0.0) < (agreed.b.low or 0.0)
    first, last = (page_b, page_a) if rising else (page_a, page_b)
    return before(first, last) is True


def _whole(figure: Measured, statement: Statement) -> bool:
    if figure.group == "people" and not (figure.general or figure.thing is None):
        return False
    if figure.thing in _narrow() or _words("partial").search(statement.text):
        return False
    others = [one for one in facts(statement).figures if one.figure.quantity != figure.figure.quantity]
    return not any(one.group == figure.group and one.measure == figure.measure for one in others)


@functools.cache
def _words(name: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, load('alerts.yaml')[name]['words']))})\b", re.IGNORECASE)


@functools.cache
def _narrow() -> frozenset[str]:
    return frozenset(load("alerts.yaml")["narrow"]["words"])


def _fits(agreed: Match) -> bool:
    """Figures of one measure that agree: another pair of numbers that differs is then about something else."""
    return agreed.agreement in ("equal", "near") and agreed.measure >= LENT
