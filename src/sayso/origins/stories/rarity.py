"""How much it tells that two pages share a term: the fewer pages hold it, the more."""

from __future__ import annotations

import functools
import math

from sayso.lexicon import load

#: texts that the shipped table was counted over
_TEXTS = 3640
#: what a stem that is not listed is taken to stand in
_UNLISTED = 4


@functools.lru_cache(maxsize=200_000)
def rarity(term: str) -> float:
    """Inverse document frequency of a stem in news at large: natural logarithm, at most 6.8.

    It does not depend on the ledger: joined with the counts of a collection it served no better.
    """
    return math.log(_TEXTS / _table().get(term, _UNLISTED))


@functools.cache
def _table() -> dict[str, int]:
    pairs = (line.rsplit(" ", 1) for line in load("story_rarity.txt"))
    return {stem: int(count) for stem, count in pairs}
