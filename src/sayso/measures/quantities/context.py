"""A number seen with the words and the number before it: its change, its unit, the same value in other units."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.measures.quantities.beside import unit_beside
from sayso.measures.quantities.change import times_at
from sayso.measures.quantities.compare import compare
from sayso.measures.quantities.draft import Draft
from sayso.measures.quantities.harmed import count_harmed
from sayso.measures.quantities.moved import change_beside, change_from, change_to
from sayso.measures.quantities.number import number_at
from sayso.measures.quantities.words import Words


def settle(words: Words, draft: Draft, found: Sequence[Draft], floor: int) -> Draft:
    """The draft with its change, and with the unit of the words right round it where it has none of its own."""
    last = found[-1] if found else None
    number = number_at(words, _number_first(words, draft)) if draft.rule in {"number", "fraction"} else None
    bare = times_at(words, number, floor) if number is not None else None
    if bare is not None:
        return compare(words, bare, found)
    change_beside(words, draft, floor, last)
    if draft.unit is None:
        unit_beside(words, draft)
    count_harmed(words, draft)
    if last is None:
        return draft
    if draft.weak == "one" and last.unit == "people" and _one_of_them(words, draft):
        draft.weak, draft.unit, draft.kind, draft.of = None, "people", "count", last.of
    _converted(words, last, draft)
    before = words.at(draft.first - 1)
    if before == "to":
        change_to(words, last, draft)
    elif before == "from":
        change_from(words, draft, last)
    return draft


def _one_of_them(words: Words, draft: Draft) -> bool:
    """*seven were injured, one of them seriously*."""
    at = draft.last
    return words.at(at) == "of" and words.at(at + 1) in {"them", "whom"} and words.at(at + 2).endswith("ly")


def _converted(words: Words, stated: Draft, draft: Draft) -> None:
    """*more than 100 km (60 miles)*: the same value in another unit is bounded and rounded as it is."""
    if words.low[stated.last : draft.first] != ("(",) or words.at(draft.last) != ")" or draft.kind != stated.kind:
        return
    if draft.unit == stated.unit or draft.low != draft.high or draft.kind in {"percentage", "count", None}:
        return
    draft.approximate |= stated.approximate
    if stated.high is None:
        draft.high = None
    elif stated.low is None:
        draft.low = None
    draft.steps.append(f"another unit for “{words.span(stated.first, stated.last)}”")


def _number_first(words: Words, draft: Draft) -> int:
    at = draft.first
    while at <= draft.number and number_at(words, at) is None:
        at += 1
    return at
