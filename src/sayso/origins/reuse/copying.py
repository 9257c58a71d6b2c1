"""How far shared text shows that one page has it from the other, or both from a third: a score, and why."""

from __future__ import annotations

import math
from dataclasses import dataclass

from sayso.nouns import Passage, Reuse

#: Words of one passage outside quotation marks at which the score is one half, and how many more take it to 0.73.
#: Pages on different events have passages of 12 now and then (a police report's wording), of 20 hardly ever.
MIDDLE, SCALE = 15.0, 2.0


@dataclass(frozen=True, slots=True)
class Copying:
    """``score`` in [0, 1] that the shared text is no chance and no common quotation; ``why`` is a sentence."""

    score: float
    why: str


def own_words(passage: Passage) -> int:
    """How many words of a passage stand outside quotation marks in both texts, at least."""
    return passage.words - max(passage.quoted_a, passage.quoted_b)


def copying(reuse: Reuse) -> Copying:
    """What shared text says of copying: its longest passage decides, words inside quotation marks left out.

    Words that both pages quote can have been heard by both; they count for nothing here.
    """
    longest = max(reuse.passages, key=lambda p: (own_words(p), p.words))
    outside = own_words(longest)
    score = round(1 / (1 + math.exp((MIDDLE - outside) / SCALE)), 3)
    passages, words = len(reuse.passages), sum(passage.words for passage in reuse.passages)
    if outside < MIDDLE and 2 * outside <= longest.words:
        return Copying(score, f"What both texts share word for word ({_words(words)}) is mostly quotation.")
    how = "word for word" if longest.exact else "almost word for word"
    told = f"A passage of {_words(longest.words)} stands {how} in both texts"
    if longest.words > outside:
        told += f", {outside} of them outside quotation marks"
    if passages > 1:
        told += f"; in all they share {_words(words)} in {passages} passages"
    return Copying(score, f"{told}.")


def _words(count: int) -> str:
    return f"{count} words"
