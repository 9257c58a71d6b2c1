"""How much it tells that two pages share a term: the fewer pages hold it, the more."""

from __future__ import annotations

import functools
import math
from collections.abc import Mapping

from sayso.lexicon import load

#: texts that the shipped table was counted over
_TEXTS = 3640
#: what a stem that is not listed is taken to stand in
_UNLISTED = 4
#: as many pages of a ledger weigh as much as the shipped table
_PRIOR = 300


class Rarity:
    """Inverse document frequency of a term: of the shipped table, joined with the counts of a ledger where given.

    ``counts`` says in how many of ``pages`` pages a term stands. Natural logarithm, 0 for a term that stands in all.
    A value: it keeps what it has worked out, and must not see its counts change.
    """

    def __init__(self, counts: Mapping[str, int] | None = None, pages: int = 0) -> None:
        self._counts = dict(counts or {})
        self._pages = pages
        self._known: dict[str, float] = {}

    def __call__(self, term: str) -> float:
        known = self._known.get(term)
        if known is None:
            share = _table().get(term, _UNLISTED) / _TEXTS
            inside = min(self._counts.get(term, 0), self._pages)
            known = -math.log(min(1.0, (share * _PRIOR + inside) / (_PRIOR + self._pages)))
            self._known[term] = known
        return known


@functools.cache
def shipped() -> Rarity:
    """The rarity of terms in news at large."""
    return Rarity()


@functools.cache
def _table() -> dict[str, int]:
    pairs = (line.rsplit(" ", 1) for line in load("story_rarity.txt"))
    return {stem: int(count) for stem, count in pairs}
