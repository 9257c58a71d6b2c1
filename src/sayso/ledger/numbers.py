"""Numbers of clusters: they stay with their clusters, whatever is joined and split, and are never given twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterator, Mapping, Sequence
from typing import TypeVar

K = TypeVar("K", bound=Hashable)


def numbered(groups: Sequence[Sequence[K]], earlier: Mapping[K, int], fresh: Iterator[int]) -> list[int]:
    """A number for each group, given the numbers that its members' clusters had before.

    A group that joins several keeps the smallest of their numbers; of the parts of a split the largest keeps it (of
    parts of one size the one that comes first). All others get a fresh one.
    """
    claims = [Counter(earlier[key] for key in group if key in earlier) for group in groups]
    named: dict[int, int] = {}
    for number in sorted({number for counted in claims for number in counted}):
        open_ = [index for index, counted in enumerate(claims) if number in counted and index not in named]
        if open_:
            named[max(open_, key=lambda index: (claims[index][number], -index))] = number
    return [named[index] if index in named else next(fresh) for index in range(len(groups))]
