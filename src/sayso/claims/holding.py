"""Which claim holds a stretch of the text, found among many."""

from __future__ import annotations

import bisect
from collections.abc import Sequence

from sayso.nouns.claim import Claim

#: Claims that begin before a place in the text and are looked at: of those farther back none reaches so far.
_BACK = 60


class Holding:
    """Claims by where they begin."""

    def __init__(self, claims: Sequence[Claim]) -> None:
        self._claims = claims
        self._order = sorted(range(len(claims)), key=lambda i: claims[i].start)
        self._starts = [claims[i].start for i in self._order]

    def smallest(self, start: int, end: int) -> int | None:
        """The number of the smallest claim that holds ``[start, end)`` whole; attributed ones first."""
        last = bisect.bisect_right(self._starts, start)
        around = [i for i in self._order[max(0, last - _BACK) : last] if end <= self._claims[i].end]
        return min(around, key=self._rank, default=None)

    def _rank(self, number: int) -> tuple[int, bool, int]:
        claim = self._claims[number]
        return claim.end - claim.start, claim.attribution is None, number
