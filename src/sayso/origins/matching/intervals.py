"""Figures as intervals: whether two of them can be one value, and how much it tells that they agree."""

from __future__ import annotations

import dataclasses
import functools
import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

import msgspec

from sayso.origins.matching.measured import Measured
from sayso.origins.matching.tables import PERSONS, Measure, never

#: how far a bound that the text calls approximate, or leaves open, may lie from the value
ABOUT, OPEN = 0.07, 1.25
#: how far a number may lie beyond the end of a range and still be meant by it
EDGE = 0.02
#: a difference that tells as much is no accident
_TELLING = 0.6
#: a range is narrow up to this ratio of its ends
NARROW = 1.2

Agreement = Literal["equal", "near", "inside", "open", "disjoint"]


@dataclass(frozen=True, slots=True)
class Match:
    """Two figures that measure what may be the same thing.

    ``agreement``: *equal* the stated bounds; *near* what the words leave room for overlaps; *inside* a point in a wide
    range; *open* an open bound allows the other; *disjoint* no value fits both. ``measure`` says whether the words name
    the same measure (1; 0.75 where one is told by the sentence before), none or only one names it (0.5), or two
    measures (0). ``sum`` is the arithmetic that makes one of the other. ``rarity`` in [0, 1] how much the number tells.
    """

    a: Measured
    b: Measured
    agreement: Agreement
    measure: float
    rarity: float
    sum: str | None = None

    @property
    def claimed(self) -> bool:
        """Whether both figures are what their sentences claim: no part, no yardstick, no difference."""
        return self.a.part == self.b.part == "claimed"


def match(a: Measured, b: Measured) -> Match | None:
    """Two figures held against each other; null where they measure different things."""
    found = agreement(a, b)
    return None if found is None else Match(a, b, *found, min(told(a), told(b)))


def agreement(a: Measured, b: Measured) -> tuple[Agreement, float] | None:
    """The agreement and the measure of :func:`match`, without how much the numbers tell."""
    if (a.part == "place") != (b.part == "place") or "negated" in {a.part, b.part}:
        return None
    if _kept_apart(a, b) or not _one_thing(a, b):
        return None
    factor = _factor(a, b)
    if factor is None:
        return _for_a_rate(a, b)
    ours = (a.low, a.high)
    theirs = tuple(None if bound is None else bound * factor for bound in (b.low, b.high))
    agrees = _agreement(a, ours, b, (theirs[0], theirs[1]))
    if a.measure is not None and b.measure is not None:
        one = bool({a.measure, a.also} & {b.measure, b.also} - {None})
        measure = (0.75 if one else 0.5) if a.inherited or b.inherited else (1.0 if one else 0.0)
    else:
        measure = 0.5
    return agrees, measure


def _for_a_rate(a: Measured, b: Measured) -> tuple[Agreement, float] | None:
    """The same telling number of one unit, once with and once without what it is for: *2.4 million euros a day*."""
    units = [(side.figure.unit or "").partition("/")[0] for side in (a, b)]
    if units[0] == units[1] and a.named == b.named and told(a) >= _TELLING:
        return "equal", 0.5
    return None


def differences(ours: Sequence[Measured], theirs: Sequence[Measured]) -> list[Match]:
    """Where one statement gives two counts of one thing, and the other by how much they differ.

    *31,204 votes against 30,871* and *a lead of 333 votes*. The difference is held against figures that measure one,
    and against the same number where that tells something.
    """
    found = []
    for one, other, turned in ((ours, theirs, False), (theirs, ours, True)):
        points = [f for f in one if f.figure.kind == "count" and len(f.named) == 1 and f.part == "claimed"]
        for x, y in pairwise(points):
            gap = _gap(x, y)
            for figure in other:
                same = figure.named == gap.named and told(figure) >= _TELLING
                if not _one_thing(x, figure) or not (same or (figure.measure and figure.measure.differs)):
                    continue
                a, b = (figure, gap) if turned else (gap, figure)
                agrees = _agreement(a, (a.low, a.high), b, (b.low, b.high))
                more, less = sorted((x.named[0], y.named[0]), reverse=True)
                how = f"{more:,.0f} less {less:,.0f} is {gap.named[0]:,.0f}"
                found.append(Match(a, b, agrees, 1.0 if figure.measure else 0.75, told(gap), how))
    return found


def _gap(x: Measured, y: Measured) -> Measured:
    """The difference of two counts as a figure of its own."""
    value = abs(x.named[0] - y.named[0])
    figure = msgspec.structs.replace(x.figure, low=value, high=value, text=f"{value:,.0f}", derived=True)
    return dataclasses.replace(x, figure=figure, measure=None, also=None)


@functools.lru_cache(maxsize=50_000)
def told(figure: Measured) -> float:
    """How much it tells that two texts give this number, in [0, 1]: by its significant digits, ends and unit."""
    best = 0.0
    for bound in figure.named:
        digits = f"{abs(bound):.6g}".replace(".", "").lstrip("0").rstrip("0")
        size = math.log10(abs(bound)) if abs(bound) >= 1 else 0.0
        best = max(best, 0.15 + 0.3 * (len(digits) - 1) + (0.15 if size >= 2 else 0.0) + (0.1 if size >= 1 else 0.0))
    ends = 0.25 if len(figure.named) > 1 else 0.0
    unit = 0.1 if figure.figure.kind not in {"count", "ratio"} else 0.0
    return min(1.0, best + ends + unit)


def shared_measure(found: Match) -> Measure | None:
    """The measure that both figures are of; where only one is named, that one."""
    ours, theirs = ((side.measure, side.also) for side in (found.a, found.b))
    return next((kind for kind in ours if kind and kind in theirs), None) or found.a.measure or found.b.measure


def apart(a: Measured, b: Measured) -> str | None:
    """Why two figures of one kind are not of one measure, as the second half of a sentence; null where they may be."""
    for ours, theirs in _definitions(a, b):
        why = never().get(frozenset((ours, theirs)))
        if why is not None and ours != theirs:
            return why
    return None


def _definitions(a: Measured, b: Measured) -> list[tuple[str, str]]:
    pairs = []
    if a.measure is not None and b.measure is not None:
        pairs.append((a.measure.label, b.measure.label))
    if a.basis is not None and b.basis is not None:
        pairs.append((a.basis, b.basis))
    if a.group is not None and b.group is not None:
        pairs.append((a.group, b.group))
    return pairs


def _kept_apart(a: Measured, b: Measured) -> bool:
    if a.measure is None or b.measure is None or {a.measure, a.also} & {b.measure, b.also} - {None}:
        return False
    return frozenset((a.measure.label, b.measure.label)) in never()


def fitting(a: Measured, b: Measured) -> bool:
    """Whether the nouns fit too where one of them is only lent from another sentence."""
    if a.thing is None or b.thing is None or a.thing == b.thing:
        return True
    if a.group is None or b.group is None:
        return a.figure.kind != "count" or b.figure.kind != "count"
    return a.group == b.group or ("people" in {a.group, b.group} and {a.group, b.group} <= PERSONS)


def _one_thing(a: Measured, b: Measured) -> bool:
    """Whether what is counted may be one: the same noun, one that takes in the other, or a noun that is not said."""
    if a.figure.kind in {"count", "ratio"} and b.figure.kind in {"count", "ratio"}:
        if a.thing is None or b.thing is None or a.lent or b.lent or a.thing == b.thing:
            return True
        if a.group is None or b.group is None:
            return False
        if a.group == b.group:
            return a.general or b.general or a.group == "people"
        return {a.group, b.group} <= PERSONS and "people" in {a.group, b.group}
    kinds = {"rate": "measure", "price": "measure", "money": "measure"}
    if (a.figure.kind in {"count", "ratio"}) != (b.figure.kind in {"count", "ratio"}):
        return a.thing is None or b.thing is None
    return kinds.get(a.figure.kind, a.figure.kind) == kinds.get(b.figure.kind, b.figure.kind) or a.daily or b.daily


def _factor(a: Measured, b: Measured) -> float | None:
    """What ``b`` has to be multiplied with to be in ``a``'s unit; null where the two cannot be compared."""
    ours, theirs = a.figure.unit, b.figure.unit
    if a.figure.kind in {"count", "ratio"} or b.figure.kind in {"count", "ratio"} or ours == theirs:
        return 1.0
    if ours is None or theirs is None:
        return 1.0
    if a.daily and b.daily and ours.removesuffix("/day") == theirs.removesuffix("/day"):
        return 1.0
    return _conversion(theirs, ours)


@functools.lru_cache(maxsize=4096)
def _conversion(unit: str, other: str) -> float | None:
    from sayso.measures.quantities.convert import converted  # brings in pint, which few pairs need

    return converted(1, unit, other)


Bounds = tuple[float | None, float | None]


def _agreement(a: Measured, ours: Bounds, b: Measured, theirs: Bounds) -> Agreement:
    named = [sorted({bound for bound in pair if bound is not None}) for pair in (ours, theirs)]
    if len(named[0]) == len(named[1]) and all(
        math.isclose(x, y, rel_tol=1e-3) for x, y in zip(named[0], named[1], strict=True)
    ):
        return "equal"
    hard_a, hard_b = _hard(a, ours), _hard(b, theirs)
    slack = EDGE if len(named[0]) != len(named[1]) else 0.0  # the ends of a range are no exact numbers
    if _below(hard_a[1], hard_b[0], slack) or _below(hard_b[1], hard_a[0], slack):
        return "disjoint"
    soft_a, soft_b = _soft(a, ours), _soft(b, theirs)
    if _below(soft_a[1], soft_b[0], slack) or _below(soft_b[1], soft_a[0], slack):
        return "open"
    widths = [high / low if low > 0 else math.inf for low, high in (soft_a, soft_b)]
    if max(widths) > NARROW and min(widths) <= NARROW and (len(named[0]) > 1 or len(named[1]) > 1):
        return "inside"
    if (a.exact and len(named[1]) > 1) or (b.exact and len(named[0]) > 1):
        return "inside"
    return "near"


def _below(most: float, least: float, slack: float) -> bool:
    return most + slack * abs(most) < least if math.isfinite(most) else most < least


def _hard(figure: Measured, bounds: Bounds) -> tuple[float, float]:
    """What the words allow; an open end is open."""
    low, high = bounds
    slack = ABOUT if figure.figure.approximate else 0.0
    return (
        -math.inf if low is None else low - slack * abs(low),
        math.inf if high is None else high + slack * abs(high),
    )


def _soft(figure: Measured, bounds: Bounds) -> tuple[float, float]:
    """What the words make one think of: *at least nine* is hardly fourteen."""
    low, high = bounds
    least, most = _hard(figure, bounds)
    if low is None and high is not None:
        least = high / OPEN
    if high is None and low is not None:
        most = low * OPEN
    return least, most
