"""Two figures of one thing that cannot both hold: is the one a new state of the other, or do they contradict?"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from typing import Literal

from sayso.lexicon import load
from sayso.nouns import Page, Statement
from sayso.origins.matching.facts import Measured, facts
from sayso.origins.matching.features import Compared
from sayso.origins.matching.intervals import Match
from sayso.origins.matching.say import amount, day, measure, unit, who
from sayso.origins.matching.slots import same_speaker
from sayso.origins.order import before
from sayso.origins.words import stems


@dataclass(frozen=True, slots=True)
class Ruling:
    """What follows from a conflict: ``first`` says whether statement ``a`` is the one that replaces the other."""

    kind: Literal["updates", "contradicts"]
    first: bool
    score: float
    why: str


def ruling(pair: Compared, found: Match) -> Ruling | None:
    """Decide by the order of the pages, by whether the measure adds up, by who speaks and by words that correct.

    An open bound that leaves room for the other value is no contradiction: *at least nine* and *14* only follow one
    another.
    """
    a_later = before(pair.page_b, pair.page_a)
    if a_later is None:
        return _contradiction(pair, found) if found.agreement == "disjoint" else None
    later, earlier = (pair.a, pair.b) if a_later else (pair.b, pair.a)
    new, old = (found.a, found.b) if a_later else (found.b, found.a)
    new_page, old_page = (pair.page_a, pair.page_b) if a_later else (pair.page_b, pair.page_a)
    reason = _replaces(new, later, new_page, old, earlier, old_page)
    if reason is not None:
        value = f"{amount(new)}{unit(new) or unit(old)}{measure(found)}, given {day(new_page)}"
        text = f"{value}, replaces {amount(old)}, given {day(old_page)}: {reason}."
        return Ruling("updates", a_later, 0.9, text[0].upper() + text[1:])
    return _contradiction(pair, found) if found.agreement == "disjoint" else None


def _replaces(
    new: Measured, later: Statement, new_page: Page, old: Measured, earlier: Statement, old_page: Page
) -> str | None:
    """Why a later figure takes the place of an earlier one, as the end of a sentence; null where it does not."""
    if corrects(later, new_page):
        return "the later page corrects or revises the figure"
    if same_speaker(later, earlier):
        return f"{who(later, new_page)} gives both"
    kind = new.measure or old.measure
    rises = (new.named or (0.0,))[-1] > (old.named or (0.0,))[-1]
    if kind is not None and kind.grows and rises and not new.daily and not old.daily:
        return "such a count only grows, and the later one is higher"
    return None


def correction(pair: Compared) -> Ruling | None:
    """*five, not six* against six."""
    for first, one, other in ((True, pair.a, pair.b), (False, pair.b, pair.a)):
        refused = [f for f in facts(one).figures if f.negated]
        given = [f for f in facts(one).figures if not f.negated]
        for wrong in refused:
            for figure in facts(other).figures:
                if figure.negated or figure.named != wrong.named or not given:
                    continue
                if wrong.group is not None and figure.group is not None and wrong.group != figure.group:
                    continue
                why = f"“{one.text.rstrip('. ')}” takes back the {amount(figure)}{unit(figure)} of the other."
                return Ruling("updates", first, 0.95, why)
    return None


def corrects(statement: Statement, page: Page) -> bool:
    """Whether the words of a statement or of its page's title say that a figure is revised."""
    said = {*statement.words, *stems(page.title or "", page.language)}
    return bool(said & _revising())


@functools.cache
def _revising() -> frozenset[str]:
    return frozenset(stem for word in load("measure_classes.yaml")["revising"]["words"] for stem in stems(word))


def _contradiction(pair: Compared, found: Match) -> Ruling:
    ours, theirs = who(pair.a, pair.page_a), who(pair.b, pair.page_b)
    text = (
        f"{ours} gives {amount(found.a)}{unit(found.a) or unit(found.b)}, {theirs} {amount(found.b)}"
        f"{measure(found)}: both cannot be true of the same thing and time."
    )
    return Ruling("contradicts", True, 0.85, re.sub(r"\s+", " ", text[0].upper() + text[1:]))
