"""How much of one statement is the other, word for word: where the passages of two pages put them."""

from __future__ import annotations

from sayso.nouns import Passage, Reuse, Statement
from sayso.nouns.base import Range


def copied(reuse: Reuse, mine: Statement, other: Statement) -> float:
    """The part of the shorter of two statements that a shared passage has in the place of the other one, 0 to 1.

    Two statements of one long passage are no copies of each other: a place in a passage stands for one place in the
    other text. Between the ends of a passage places are interpolated, so that small edits shift them by little.
    """
    turned = mine.document == reuse.b
    own, theirs = (mine.start, mine.end), (other.start, other.end)
    shortest = min(own[1] - own[0], theirs[1] - theirs[0])
    if shortest <= 0:
        return 0.0
    both = sum(_overlap(_mapped(own, passage, turned=turned), theirs) for passage in reuse.passages)
    return min(1.0, both / shortest)


def _mapped(asked: Range, passage: Passage, *, turned: bool) -> Range:
    """What of a range lies in a passage, as a range of the other text."""
    here, there = (passage.b, passage.a) if turned else (passage.a, passage.b)
    start, end = max(asked[0], here[0]), min(asked[1], here[1])
    if start >= end:
        return (0, 0)
    scale = (there[1] - there[0]) / (here[1] - here[0])
    return (there[0] + round((start - here[0]) * scale), there[0] + round((end - here[0]) * scale))


def _overlap(one: Range, other: Range) -> int:
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))
