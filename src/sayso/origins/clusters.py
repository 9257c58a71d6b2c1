"""Statements joined into clusters of the same claim, by average linkage under must-links and cannot-links.

Agglomerative clustering with the mean of the pairs' log-odds between two clusters (UPGMA, Sokal & Michener 1958): one
weak link between two groups that else have nothing in common does not chain them. A pair without a judgement counts as
weakly against. The outcome does not depend on the order of what is given.
"""

from __future__ import annotations

import heapq
import math
from collections.abc import Iterable, Sequence

from sayso.nouns import Judgement, Review

#: log-odds of a pair that nobody judged, and of one judged otherwise than the same
UNJUDGED, UNSURE, SUPPORTS, AGAINST = -0.6, -0.3, -0.5, -4.0
#: the score from which on a judgement is *same*: what it adds is counted from there, and this at least
EVEN, LEAST = 0.4, 0.05
#: a mean above this joins
JOIN = 0.0
#: a score counts as no surer than this
SUREST = 0.99
_CANNOT = -math.inf


def clusters(
    keys: Iterable[str], judgements: Iterable[Judgement], reviews: Iterable[Review] = ()
) -> list[tuple[str, ...]]:
    """Clusters of the statements, each in text order, in the order of their first members.

    Reviews about statements decide over judgements: *same* joins whatever else is said, any other kind keeps the two
    apart, unless further *same* reviews join them; the later of two reviews of one pair holds. Work is bounded by the
    number of judgements: pairs that nobody judged are never looked at.
    """
    names = sorted(set(keys))
    known = set(names)
    weights = _weights(judgements, known)
    must, cannot = _reviewed(reviews, known)
    return _Linkage(names, weights, must, cannot).run()


def _weights(judgements: Iterable[Judgement], known: set[str]) -> dict[tuple[str, str], float]:
    """Log-odds by pair; where a pair was judged twice the strongest word counts."""
    found: dict[tuple[str, str], float] = {}
    for judgement in judgements:
        if judgement.a not in known or judgement.b not in known or judgement.a == judgement.b:
            continue
        pair = (min(judgement.a, judgement.b), max(judgement.a, judgement.b))
        value = _value(judgement)
        if pair not in found or (abs(value), value) > (abs(found[pair]), found[pair]):
            found[pair] = value
    return found


def _value(judgement: Judgement) -> float:
    if judgement.kind == "same":
        score = min(max(judgement.score, 1 - SUREST), SUREST)
        return max(LEAST, math.log(score / (1 - score)) - math.log(EVEN / (1 - EVEN)))
    if judgement.kind in {"contradicts", "updates"}:
        return AGAINST
    return {"unsure": UNSURE, "supports": SUPPORTS}.get(judgement.kind, UNJUDGED)


def _reviewed(reviews: Iterable[Review], known: set[str]) -> tuple[list[tuple[str, str]], set[tuple[str, str]]]:
    last: dict[tuple[str, str], str] = {}
    for review in sorted(reviews, key=lambda r: (r.number, r.at)):
        if review.about == "statements" and review.b is not None and {review.a, review.b} <= known:
            last[min(review.a, review.b), max(review.a, review.b)] = review.kind
    must = sorted(pair for pair, kind in last.items() if kind == "same")
    return must, {pair for pair, kind in last.items() if kind != "same"}


class _Linkage:
    """Clusters as sets of numbers; between two that some pair ties, the sum of their pairs' log-odds."""

    def __init__(
        self,
        names: Sequence[str],
        weights: dict[tuple[str, str], float],
        must: Sequence[tuple[str, str]],
        cannot: set[tuple[str, str]],
    ) -> None:
        self._names = names
        number = {name: i for i, name in enumerate(names)}
        self._members: dict[int, list[int]] = {i: [i] for i in range(len(names))}
        self._sums: dict[int, dict[int, tuple[float, int]]] = {i: {} for i in range(len(names))}
        for (a, b), value in weights.items():
            self._tie(number[a], number[b], value, 1)
        for a, b in sorted(cannot):
            self._tie(number[a], number[b], _CANNOT, 1)
        for a, b in must:
            one, other = self._of(number[a]), self._of(number[b])
            if one != other:
                self._merge(one, other)

    def run(self) -> list[tuple[str, ...]]:
        queue = [
            (-mean, one, other)
            for one in self._sums
            for other in self._sums[one]
            if one < other and (mean := self._mean(one, other)) > JOIN
        ]
        heapq.heapify(queue)
        while queue:
            value, one, other = heapq.heappop(queue)
            if one not in self._members or other not in self._members or -value != self._mean(one, other):
                continue
            kept = self._merge(one, other)
            for beside in self._sums[kept]:
                if (mean := self._mean(kept, beside)) > JOIN:
                    heapq.heappush(queue, (-mean, min(kept, beside), max(kept, beside)))
        groups = [tuple(self._names[i] for i in sorted(members)) for members in self._members.values()]
        return sorted(groups)

    def _of(self, number: int) -> int:
        return next(name for name, members in self._members.items() if number in members)

    def _tie(self, one: int, other: int, value: float, pairs: int) -> None:
        for a, b in ((one, other), (other, one)):
            total, count = self._sums[a].get(b, (0.0, 0))
            self._sums[a][b] = (total + value, count + pairs)

    def _mean(self, one: int, other: int) -> float:
        tie = self._sums[one].get(other)
        if tie is None:
            return _CANNOT
        total, judged = tie
        pairs = len(self._members[one]) * len(self._members[other])
        return round((total + UNJUDGED * (pairs - min(pairs, judged))) / pairs, 9)

    def _merge(self, one: int, other: int) -> int:
        """Put the second in the first; the first of the two keeps its number."""
        kept, gone = min(one, other), max(one, other)
        for beside, (total, count) in self._sums.pop(gone).items():
            del self._sums[beside][gone]
            if beside != kept:
                self._tie(kept, beside, total, count)
        self._members[kept] = sorted(self._members[kept] + self._members.pop(gone))
        return kept


def between(groups: Sequence[Sequence[str]], judgements: Iterable[Judgement]) -> list[Judgement]:
    """How clusters stand to each other: of each kind the surest judgement for two clusters, in a fixed order.

    A statement that replaces one member of a cluster replaces its stale copies too: it does not contradict them. So
    where two clusters are tied by *updates*, a contradiction between them counts only if none of its two pages has a
    statement that updates.
    """
    of = {key: number for number, group in enumerate(groups) for key in group}
    found: dict[tuple[int, int], list[Judgement]] = {}
    for judgement in judgements:
        one, other = of.get(judgement.a), of.get(judgement.b)
        if one is None or other is None or one == other:
            continue
        if judgement.kind in {"updates", "contradicts", "supports"}:
            found.setdefault((min(one, other), max(one, other)), []).append(judgement)
    kept = []
    for _, tied in sorted(found.items()):
        renewed = {judgement.a.partition("#")[0] for judgement in tied if judgement.kind == "updates"}
        best: dict[str, Judgement] = {}
        for judgement in sorted(tied, key=lambda j: (-j.score, j.a, j.b)):
            pages = {judgement.a.partition("#")[0], judgement.b.partition("#")[0]}
            if judgement.kind == "contradicts" and pages & renewed:
                continue
            best.setdefault(judgement.kind, judgement)
        if len(best) > 1:
            best.pop("supports", None)
        kept += [best[kind] for kind in sorted(best)]
    return kept
