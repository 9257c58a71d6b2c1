"""Windows: whole sentences with context on both sides, so that the cost is linear in the length of a text."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

import numpy as np
import numpy.typing as npt

Window = tuple[int, int]


def plan(lengths: Sequence[int], sentences: Sequence[Window], *, size: int, overlap: int) -> list[Window]:
    """Windows of words ``[first, last)`` that cover a text.

    Args:
        lengths: number of pieces of each word.
        sentences: word ranges of the sentences, in order, without gaps.
        size: most pieces of a window.
        overlap: pieces at least that a window shares with the one before, where its sentences allow it.

    A window begins and ends with a sentence; a sentence that fits in no window is cut at a word.
    """
    at = [0, *accumulate(lengths)]
    cuts = _cuts(at, sentences, size - overlap)
    made: list[Window] = []
    first = 0
    while first < len(cuts) - 1:
        last = first + 1
        while last < len(cuts) - 1 and at[cuts[last + 1]] - at[cuts[first]] <= size:
            last += 1
        made.append((cuts[first], cuts[last]))
        if last == len(cuts) - 1:
            break
        back = last
        while back - 1 > first and at[cuts[last]] - at[cuts[back]] < overlap:
            back -= 1
        # the next window must go beyond this one
        while back < last and at[cuts[last + 1]] - at[cuts[back]] > size:
            back += 1
        first = back
    return made


def _cuts(at: Sequence[int], sentences: Sequence[Window], longest: int) -> list[int]:
    """Word numbers where a window may begin: sentence starts, and inside a sentence that is too long."""
    cuts = [0]
    for _, last in sentences:
        while at[last] - at[cuts[-1]] > longest:
            begin = cuts[-1]
            end = begin + 1
            while at[end + 1] - at[begin] <= longest:
                end += 1
            cuts.append(end)
        if last > cuts[-1]:
            cuts.append(last)
    return cuts


def owners(windows: Sequence[Window], words: int) -> npt.NDArray[np.int64]:
    """Shape [words]: the number of the window in which each word has the most context on its poorer side."""
    best = np.full(words, -1, dtype=np.int64)
    owner = np.zeros(words, dtype=np.int64)
    for number, (first, last) in enumerate(windows):
        at = np.arange(first, last)
        before = at - first + (words if first == 0 else 0)
        behind = last - 1 - at + (words if last == words else 0)
        room = np.minimum(before, behind)
        better = room > best[first:last]
        best[first:last][better] = room[better]
        owner[first:last][better] = number
    return owner
