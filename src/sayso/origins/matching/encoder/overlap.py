"""What each word of a pair of texts has on the other side: an input of the verifier beside the words themselves.

A small net spends much of what it can on finding out which words stand on both sides and whether figures agree; these
are computed exactly here, and the net is told (as *exact match* of Chen et al. 2017, DrQA, section 3.2).
"""

from __future__ import annotations

import math
import re
from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import numpy.typing as npt

from sayso.origins.matching.encoder.bounds import Number, number

if TYPE_CHECKING:
    from tokenizers import Encoding

_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d]+|[^\w\s]|_")
#: classes of a word; those of the second text follow at :data:`SIDE` more. 0 is padding and the marks between texts.
PUNCTUATION, ALONE, EQUAL, MORE, LESS, FOUND, ALIKE, LOWER, UPPER, HOLDS, FAILS = range(1, 12)
SIDE = 11
SIZE = 2 * SIDE + 1
#: two words are alike that share so much of their beginning (a stem, mostly): in letters, and of the longer one
PREFIX, PART = 4, 0.6


class Word(NamedTuple):
    """A word with its offset, and the number that it is."""

    start: int
    text: str
    number: Number | None


def words(text: str) -> list[Word]:
    """Runs of letters, numbers in digits, single marks."""
    return [Word(m.start(), m.group(), number(text, m.start(), m.end())) for m in _WORD.finditer(text)]


def _alike(a: str, b: str) -> bool:
    need = max(PREFIX, math.ceil(PART * max(len(a), len(b))))
    return len(a) >= need and len(b) >= need and a[:need] == b[:need]


def classes(own: list[Word], other: list[Word]) -> list[int]:
    """For each word of ``own``: what of it stands in ``other``."""
    there = {word.text.lower() for word in other}
    beside, numbers = ([word.number for word in side if word.number is not None] for side in (own, other))
    by_start: dict[str, list[str]] = {}
    for text in there:
        by_start.setdefault(text[:PREFIX], []).append(text)
    made = []
    for word in own:
        lower = word.text.lower()
        if word.number is not None:
            made.append(_compared(word.number, beside, numbers))
        elif not word.text[0].isalnum():
            made.append(PUNCTUATION)
        elif lower in there:
            made.append(FOUND)
        elif any(_alike(lower, text) for text in by_start.get(lower[:PREFIX], ())):
            made.append(ALIKE)
        else:
            made.append(UPPER if word.text[0].isupper() else LOWER)
    return made


def _nearest(own: Number, others: list[Number]) -> Number:
    return min(others, key=lambda other: abs(math.log1p(own.value) - math.log1p(other.value)))


def _compared(own: Number, beside: list[Number], others: list[Number]) -> int:
    """Against the nearest number of the other side, by ratio. Where that one is a bound, and has none nearer to itself
    among those ``beside``, or where this one is: whether the other keeps to it."""
    if not others:
        return ALONE
    nearest = _nearest(own, others)
    if own.bound and not nearest.bound:
        return HOLDS if own.agrees(nearest.value) else FAILS
    if nearest.bound and not own.bound and _nearest(nearest, beside).value == own.value:
        return HOLDS if nearest.agrees(own.value) else FAILS
    return EQUAL if nearest.value == own.value else MORE if own.value > nearest.value else LESS


def overlap_ids(a: str, b: str, encoding: Encoding) -> npt.NDArray[np.int64]:
    """[pieces]: the class of the word that each piece of an encoded pair belongs to."""
    sides = (words(a), words(b))
    marks = (classes(sides[0], sides[1]), classes(sides[1], sides[0]))
    starts = tuple([word.start for word in side] for side in sides)
    made = np.zeros(len(encoding.ids), dtype=np.int64)
    for at, (side, (first, last)) in enumerate(zip(encoding.sequence_ids, encoding.offsets, strict=True)):
        if side is None or last <= first:
            continue
        index = bisect_right(starts[side], first) - 1
        if index >= 0:
            made[at] = marks[side][index] + SIDE * side
    return made
