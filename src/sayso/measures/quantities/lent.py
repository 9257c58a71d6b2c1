"""Units that bare numbers take over from another number of the text."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.measures.quantities.draft import Draft
from sayso.measures.quantities.harmed import count_harmed
from sayso.measures.quantities.lists import listed
from sayso.measures.quantities.units import per_at
from sayso.measures.quantities.words import Words

#: A bare number takes the unit of a count before it no further back than this, in characters ...
_NEAR = 250
#: ... and that of a number that the text points back to (*the figure of forty*) no further than this.
_FAR = 1000
#: Kinds whose unit a bare number may take over.
_LENT = frozenset(
    {"count", "money", "price", "rate", "length", "mass", "volume", "area", "power", "energy", "pressure", "speed"}
    | {"frequency", "temperature", "magnitude"}
)


def fill(words: Words, found: Sequence[Draft]) -> None:
    """Give numbers without a unit the one of another number: the whole they are a part of, the same number elsewhere
    in the text, the number before them."""
    known: dict[float, list[Draft]] = {}
    for draft in found:
        if draft.unit is not None and draft.kind in _LENT:
            for value in (draft.low, draft.high):
                if value is not None:
                    known.setdefault(value, []).append(draft)
    for index, draft in enumerate(found):
        if draft.kind == "money" and index:
            _priced(words, found[index - 1], draft)
        if draft.unit is not None or draft.kind == "change":
            continue
        per = per_at(words, draft.last)
        other, why = _lender(words, found, index, known)
        if other is not None:
            _lend(words, draft, other, why)
            count_harmed(words, draft)
        if per is not None:
            draft.last, draft.kind = per[0], "rate"
            draft.unit = f"{'number' if other is None else other.unit}/{per[1]}"


def _lender(
    words: Words, found: Sequence[Draft], index: int, known: dict[float, list[Draft]]
) -> tuple[Draft | None, str]:
    """The number whose unit a bare one takes over, and why it does."""
    draft = found[index]
    after = found[index + 1] if index + 1 < len(found) else None
    last = found[index - 1] if index else None
    if last is not None and last.kind == "age" and words.low[last.last : draft.first] in {("and",), (",",), ("or",)}:
        return last, "the number before it"
    if after is not None and after.unit is not None and _part_of(words, draft, after):
        return after, "the whole it is a part of"
    value = draft.low if draft.low is not None else draft.high
    same = known.get(value, []) if value is not None and value > 2 else []
    same = [d for d in same if d.kind in {"count", "money", "price"} or (value is not None and value >= 1000)]
    before = next((d for d in reversed(found[max(0, index - 5) : index]) if _near(words, d, draft)), None)
    if before is None:
        before = _spoken_of(words, found, index)
    if before is not None and (value is None or value < 13):
        same = [d for d in same if abs(d.first - draft.first) < abs(before.first - draft.first)]
    if same:
        return min(same, key=lambda d: abs(d.first - draft.first)), "the same number"
    return before, "the number before it"


def _spoken_of(words: Words, found: Sequence[Draft], index: int) -> Draft | None:
    """*the figure of forty*, *dozens of them*, *it fetched 95,000*: the count, or the sum, spoken of before."""
    draft = found[index]
    before = words.low[max(0, draft.first - 2) : draft.first]
    them = words.at(draft.last) == "of" and words.at(draft.last + 1) in {"them", "those", "these"}
    paid = bool(before) and before[-1] in listed("pays")
    if not (them or paid or any(word in listed("figures") for word in before)):
        return None
    kinds = {"money", "price"} if paid else {"count"}
    start = words.start[draft.first]
    return next(
        (
            d
            for d in reversed(found[max(0, index - 12) : index])
            if d.kind in kinds and d.unit is not None and start - words.end[d.last - 1] <= _FAR
        ),
        None,
    )


def _priced(words: Words, before: Draft, draft: Draft) -> None:
    """*from 190 dollars to 200 dollars a tonne*: both sums are prices of the same."""
    if words.at(draft.first - 1) != "to" or draft.first - before.last > 1 or before.unit is None or draft.unit is None:
        return
    one, _, per = before.unit.partition("/")
    other, _, rate = draft.unit.partition("/")
    if one != other or bool(per) == bool(rate):
        return
    goal, source = (draft, before) if per else (before, draft)
    goal.unit, goal.kind = source.unit, source.kind
    goal.steps.append(f"for each {per or rate}, as “{words.span(source.first, source.last)}”")


def _part_of(words: Words, draft: Draft, whole_of: Draft) -> bool:
    """*six of 214 stations*, *410 out of 710 workers*, *two of the seven injured*."""
    between = words.low[draft.last : whole_of.first]
    if between[:2] in {("more", "than"), ("fewer", "than"), ("less", "than")} and len(between) <= 4:
        return whole_of.kind == "count"
    return between in {("of",), ("out", "of"), ("of", "the"), ("of", "its"), ("of", "their")} or (
        words.at(draft.last) == "of" and whole_of.first - draft.last <= 5 and "," not in between
    )


def _near(words: Words, before: Draft, draft: Draft) -> bool:
    gap = words.text[words.end[before.last - 1] : words.start[draft.first]]
    if len(gap) > _NEAR or "\n" in gap or before.kind not in _LENT or before.unit is None:
        return False
    one, other = (d.low if d.low is not None else d.high for d in (before, draft))
    if not one or not other:
        return False
    if min(one, other) <= 0:
        return False
    if before.kind != "count" and any(mark in gap for mark in (". ", "! ", "? ", "” ")):
        return False  # what is measured is named again in the next sentence
    if before.unit == "people" and words.at(draft.last) in listed("being"):
        return True
    return max(one, other) / min(one, other) <= (1000 if before.kind == "count" and max(one, other) < 5000 else 20)


def _lend(words: Words, draft: Draft, other: Draft, why: str) -> None:
    draft.unit, draft.kind = other.unit, other.kind
    if draft.rule == "number":
        draft.rule = "same unit"
    draft.steps.append(f"unit of “{words.span(other.first, other.last)}”: {why}")
