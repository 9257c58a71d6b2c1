"""The score by which candidates for the same claim are ranked: words in common and nearness of vectors, joined."""

from __future__ import annotations

#: weight of the cosine of vectors beside that of words; of CheckThat 2020's training and development tweets .6 to 1.2
#: are alike
NEAR = 1.0


def score_join(lexical: float, cosine: float | None) -> float:
    """One score for a candidate, larger for the nearer one; only its order means anything.

    Args:
        lexical: cosine of the words (or pieces of words) of both texts, weighed by rarity, in [0, 1].
        cosine: of their sentence vectors; ``None`` where there are none.
    """
    return lexical if cosine is None else lexical + NEAR * cosine
