"""Changes against the numbers that changed: *a quarter more than the 6.3 tonnes*, *doubled from 30 to 60*."""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Iterator, Sequence

import msgspec

from sayso.claims.checks.finding import Finding, Verdict
from sayso.claims.checks.numbers import Number, parsed, ranged, shown, within
from sayso.claims.checks.words import words
from sayso.lexicon import load
from sayso.nouns.base import Range
from sayso.nouns.measures import Change, Quantity

_YEAR = re.compile(r"(?:1[5-9]|20)\d\d(?![\d,.]\d)(?:\W|$)")
#: Characters between a change and what it is measured against.
_NEAR = 24
#: Kinds of quantities that say a change and no number of their own.
_SAYING = frozenset({"change", "percentage", "points"})


@functools.cache
def _ordinals() -> dict[str, float]:
    return {str(word): float(number) for word, number in load("checks.yaml")["ordinals"]["values"].items()}


@functools.cache
def _counted() -> re.Pattern[str]:
    """*The fourth accident this year, against* a number: the ordinal is the count so far."""
    ordinals = "|".join(_ordinals())
    return re.compile(
        rf"\bthe\s+({ordinals})\s+\w+(?:\s\w+){{0,8}}?,\s+(?:against|compared with|up from|down from)\s+$"
    )


def check_changes(
    text: str, sentence: Range, before: Sequence[Range], quantities: Sequence[Quantity], rows: Sequence[Number]
) -> Iterator[Finding]:
    """One finding for each change whose numbers stand in its sentence, or in the one before."""
    here = within(rows, sentence)
    for quantity in quantities:
        change = quantity.change
        if change is None or not sentence[0] <= quantity.start < sentence[1]:
            continue
        if quantity.kind not in _SAYING and not quantity.derived:
            continue  # the number that changed, which carries the change, too
        if "again" in quantity.text.split():
            change = msgspec.structs.replace(change, direction="up")  # "half as much again"
        found = _pair(text, sentence, before, quantity, change, here, rows)
        if found is None:
            continue
        old, new, sure = found
        verdict, why = judge_change(change, old, new, about=quantity.approximate or _loosely(text, quantity))
        if verdict == "inconsistent" and not (sure and _comparable(old, new)):
            continue
        spots = [n for n in (old, new) if sentence[0] <= n.start and n.end <= sentence[1] and n.end > 0]
        end = max([quantity.end, *(n.end for n in spots if n.start >= quantity.end)])
        lead = min([quantity.start, *(n.start for n in spots)])
        yield Finding(quantity.start, end, "arithmetic", verdict, why, lead)


def _comparable(old: Number, new: Number) -> bool:
    """Whether two numbers certainly count the same; an ordinal (*the fourth accident*) has no unit of its own."""
    if new.end == 0:
        return True
    return old.unit == new.unit and old.unit is not None and 0.05 < new.value / old.value < 20.0


def judge_change(change: Change, old: Number, new: Number, *, about: bool) -> tuple[Verdict, str]:
    """Whether a change fits its two numbers, with the sum.

    Args:
        change: as stated; its value is a ratio, a percentage or points.
        old: what it changed from.
        new: what it changed to.
        about: whether the change is stated roughly.
    """
    if change.kind == "points":
        low, high = new.low - old.high, new.high - old.low
        low, high = (low, high) if low + high >= 0 else (-high, -low)
        slack = max(0.5 if about else 0.05, 0.05 * change.value)
        fits = low - slack <= change.value <= high + slack
        small, large = sorted((old.value, new.value))
        why = f"{shown(large)} minus {shown(small)} is {shown(large - small)} percentage points"
        return ("consistent" if fits else "inconsistent"), why
    if old.low <= 0:
        return "undecidable", f"nothing can be a multiple of {shown(old.value)}"
    low, high = new.low / old.high, new.high / old.low
    if change.kind == "ratio":
        stated = change.value
        if change.direction == "down" and stated >= 1:
            low, high, stated = old.low / new.high if new.high else 0.0, old.high / max(new.low, 1e-9), change.value
        slack = stated * (0.15 if about else 0.05)
        fits = low - slack <= stated <= high + slack
        ratio = new.value / old.value
        return ("consistent" if fits else "inconsistent"), f"{ranged(new)} is {ratio:.3g} times {ranged(old)}"
    percent = change.value / 100
    low, high = (low - 1, high - 1) if new.value >= old.value else (1 - high, 1 - low)
    slack = max(0.006, percent * (0.2 if about else 0.06))
    fits = low - slack <= percent <= high + slack
    word = "above" if new.value >= old.value else "below"
    grown = abs(new.value / old.value - 1) * 100
    told = f"{grown:.1f}" if grown < 100 else f"{grown:.0f}"
    if (
        change.direction is not None
        and abs(new.value - old.value) > 0
        and (change.direction == "up") != (new.value > old.value)
    ):
        fits = False
    return ("consistent" if fits else "inconsistent"), f"{ranged(new)} is {told} percent {word} {ranged(old)}"


@functools.cache
def _about() -> str:
    return "(?:" + "|".join(re.escape(word) for word in sorted(words("loosely"), key=len, reverse=True)) + ")"


def _loosely(text: str, quantity: Quantity) -> bool:
    """Whether the change itself is told roughly: *nearly half*, *a drop of roughly a third*."""
    before = text[max(0, quantity.start - 16) : quantity.start]
    return bool(
        re.match(rf"(?:an?\s+\w+\s+of\s+)?{_about()}\b", quantity.text, re.IGNORECASE)
        or re.search(rf"\b{_about()}\s+(?:an?\s+)?$", before, re.IGNORECASE)
    )


def _pair(
    text: str,
    sentence: Range,
    before: Sequence[Range],
    quantity: Quantity,
    change: Change,
    here: Sequence[Number],
    rows: Sequence[Number],
) -> tuple[Number, Number, bool] | None:
    """What it changed from and to, and whether the words leave no doubt of it."""
    points = change.kind == "points"
    plain = [n for n in here if (n.unit == "percent") == points and not _overlaps(n, quantity) and n.kind != "points"]
    base = _baseline(text, quantity, plain)
    if base is not None:
        others = [n for n in plain if n.start != base.start and _alike(n, base) and n.end <= quantity.start]
        if others:
            return base, others[-1], len(others) == 1 and _joined(text, others[-1].end, quantity.start)
        for span in reversed(before):
            for n in within(rows, span):
                same = n.unit == base.unit and n.per == base.per and n.unit is not None
                if same and judge_change(change, base, n, about=quantity.approximate)[0] == "consistent":
                    return base, n, False
    pair = _from_to(text, sentence, quantity, plain)
    if pair is not None:
        return (*pair, True)
    step = _by_to(text, quantity, plain, change)
    if step is not None:
        return (*step, True)
    counted = _counted().search(text[sentence[0] : plain[-1].start]) if plain else None
    if counted is not None and plain[-1].end <= quantity.start:
        ordinal = _ordinals()[counted[1]]
        return plain[-1], Number(0, 0, ordinal, ordinal, None, None, "count", counted[1]), True
    pair_here = _two(quantity, change, [n for n in plain if n.end <= quantity.start])
    if pair_here is not None or not before or plain:
        return pair_here
    last = [n for n in within(rows, before[-1]) if (n.unit == "percent") == points and n.kind != "points"]
    return _fitting(change, last)


def _two(quantity: Quantity, change: Change, plain: Sequence[Number]) -> tuple[Number, Number, bool] | None:
    """The last two numbers of one unit before the change, the smaller first where it goes up."""
    for number in range(len(plain) - 1, 0, -1):
        one, two = plain[number - 1], plain[number]
        if not _alike(one, two):
            continue
        small, large = sorted((one, two), key=lambda n: n.value)
        sure = len([n for n in plain if _alike(n, two)]) == 2 and two.unit is not None and quantity.start - two.end < 40
        return (large, small, sure) if change.direction == "down" else (small, large, sure)
    return None


def _fitting(change: Change, last: Sequence[Number]) -> tuple[Number, Number, bool] | None:
    """Two numbers of the sentence before that the change fits; that none does says nothing."""
    for one in last:
        for two in last:
            if one.start < two.start and _alike(one, two):
                small, large = sorted((one, two), key=lambda n: n.value)
                old, new = (large, small) if change.direction == "down" else (small, large)
                if judge_change(change, old, new, about=False)[0] == "consistent":
                    return old, new, False
    return None


def _baseline(text: str, quantity: Quantity, plain: Sequence[Number]) -> Number | None:
    """What it is compared with, where the words say so."""
    inside = text[quantity.start : quantity.end]
    than = re.search(
        r"\b(?:than|from|of|times|on)\s+(?:the\s+|its\s+)?(?:usual\s+|present\s+|current\s+|previous\s+|former\s+)?(?=[\d])",
        inside,
    )
    if (
        than is not None
        and not _YEAR.match(inside[than.end() :])
        and (span := parsed(inside[than.end() :])) is not None
    ):
        behind = inside[than.end() :]
        unit = next((n.unit for n in plain if n.unit and re.search(rf"\b{re.escape(n.unit)}s?\b", behind)), None)
        return Number(quantity.start, quantity.end, *span, unit, None, "count", behind)
    # "a quarter more than | the 6.3 tonnes", "three times | the usual 10", "up by half from | 6,500"
    following = next((n for n in plain if n.start >= quantity.end), None)
    if following is None or following.start - quantity.end > _NEAR:
        return None
    between = text[quantity.end : following.start]
    told = re.search(r"\b(?:than|from|times|on)\s*$", inside) or re.search(
        r"\b(?:than|from|usual|present|current|previous|former)\b", between
    )
    if _YEAR.match(following.text) and following.unit is None:
        return None
    return following if told and re.fullmatch(r"[\s\w,]*", between) else None


def _from_to(text: str, sentence: Range, quantity: Quantity, plain: Sequence[Number]) -> tuple[Number, Number] | None:
    """*From 30 to 60 euros*, beside the change."""
    for one, two in itertools.pairwise(plain):
        lead, between = text[max(sentence[0], one.start - 6) : one.start], text[one.end : two.start]
        if re.search(r"\bfrom\s+$", lead) and re.match(
            r"^\s+(?:\w+\s+){0,3}to\s+(?:about\s+|some\s+|around\s+)?$", between
        ):
            near = (quantity.end <= one.start and one.start - quantity.end < 24) or 0 <= quantity.start - two.end < 30
            if near:
                return one, two
    return None


def _by_to(text: str, quantity: Quantity, plain: Sequence[Number], change: Change) -> tuple[Number, Number] | None:
    """*Rose by 11 dollars a tonne to 842 dollars, a rise of 1.3 percent*."""
    for step, new in itertools.pairwise(plain):
        if not re.search(r"\bby\s+$", text[max(0, step.start - 5) : step.start]) or new.end > quantity.start:
            continue
        if not re.match(r"^\s+(?:\w+\s+){0,4}to\s+$", text[step.end : new.start]) or not _alike(step, new):
            continue
        sign = -1.0 if change.direction == "down" else 1.0
        low, high = new.low - sign * step.high, new.high - sign * step.low
        return Number(step.start, step.end, min(low, high), max(low, high), new.unit, new.per, new.kind, ""), new
    return None


def _alike(one: Number, two: Number) -> bool:
    """Whether two numbers count the same, as far as both tell."""
    return one.unit == two.unit or one.unit is None or two.unit is None


def _overlaps(number: Number, quantity: Quantity) -> bool:
    return number.start < quantity.end and quantity.start < number.end


def _joined(text: str, start: int, end: int) -> bool:
    """Whether little stands between a number and the change said of it."""
    return end - start < 50 and not re.search(r"[.;:]", text[start:end])
