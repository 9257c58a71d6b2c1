"""The score by which candidates for the same claim are ranked: words in common and nearness of vectors, joined."""

from __future__ import annotations

import math
from collections.abc import Callable, Collection

#: weight of the cosine of vectors beside that of words; of CheckThat 2020's training and development tweets .6 to 1.2
#: are alike
NEAR = 1.0


def lexical(a: Collection[str], b: Collection[str], weight: Callable[[str], float]) -> float:
    """Cosine of the words of two texts, in [0, 1]: each word counts once, with its weight.

    Args:
        a: stems of the one, ``b`` of the other, as :func:`sayso.origins.words.stems` gives them.
        weight: how rare a word is (its inverse document frequency), not below 0.
    """
    own, other = set(a), set(b)
    shared = sum(weight(word) ** 2 for word in sorted(own & other))
    lengths = math.sqrt(
        sum(weight(word) ** 2 for word in sorted(own)) * sum(weight(word) ** 2 for word in sorted(other))
    )
    return min(1.0, shared / lengths) if lengths > 0 else 0.0


def score_join(lexical: float, cosine: float | None) -> float:
    """One score for a candidate, larger for the nearer one; only its order means anything.

    Args:
        lexical: cosine of the words that both texts have, in [0, 1]: :func:`lexical`, or one of pieces of words.
        cosine: of their sentence vectors; ``None`` where there are none.
    """
    return lexical if cosine is None else lexical + NEAR * cosine
