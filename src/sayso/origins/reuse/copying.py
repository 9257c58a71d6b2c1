"""How far shared text shows that one page has it from the other, or both from a third: a score, and why."""

from __future__ import annotations

import math
from dataclasses import dataclass

from sayso.nouns import Passage, Reuse

#: Words of one passage outside quotation marks at which the score is one half, and how many more take it to 0.73.
#: Pages on different events have passages of 12 now and then (a police report's wording), of 20 hardly ever.
MIDDLE, SCALE = 16.0, 2.0
#: What a word counts that both have inside quotation marks: two who listened may quote the same words, but they seldom
#: begin and end a long quotation at the same ones.
QUOTED = 0.1


@dataclass(frozen=True, slots=True)
class Copying:
    """``score`` in [0, 1] that the shared text is no chance and no common quotation; ``why`` is a sentence."""

    score: float
    why: str


def own_words(passage: Passage) -> int:
    """How many words of a passage are not inside quotation marks in both texts.

    Words that one page alone has in quotation marks count: it quotes the other, or the other hides that it quotes.
    """
    return passage.words - min(passage.quoted_a, passage.quoted_b)


def copying(reuse: Reuse) -> Copying:
    """What shared text says of copying: its longest passage decides, words that both quote left out but for a tenth.

    Words that both pages quote can have been heard by both.
    """
    longest = max(reuse.passages, key=lambda p: (own_words(p), p.words))
    outside = own_words(longest)
    worth = outside + QUOTED * (longest.words - outside)
    score = round(1 / (1 + math.exp((MIDDLE - worth) / SCALE)), 3)
    passages, words = len(reuse.passages), sum(passage.words for passage in reuse.passages)
    if worth < MIDDLE and 2 * outside <= longest.words:
        return Copying(score, f"What both texts share word for word ({words} words) is mostly quotation.")
    how = "word for word" if longest.exact else "almost word for word"
    told = f"A passage of {longest.words} words stands {how} in both texts"
    if longest.words > outside:
        told += f", {outside} of them outside quotation marks"
    if passages > 1:
        told += f"; in all they share {words} words in {passages} passages"
    return Copying(score, f"{told}.")
