"""Whether a word is a finite verb, as far as lists, endings and neighbours tell."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence

from sayso.lexicon import load
from sayso.reader.common.words import word_class

_CONTRACTED = re.compile(r"(?:n't|'re|'ve|'ll|'d|'m)$")
#: Pronouns that stand alone as a subject.
ALONE = frozenset({"he", "she", "it", "they", "we", "i", "you", "nobody", "everyone", "everybody", "there"})
_NOUNS_IN_ED = frozenset({"need", "seed", "feed", "shed", "speed", "breed", "weed", "deed", "reed", "sled", "indeed",
                          "hundred", "creed", "greed", "steed", "tweed", "infrared"})  # fmt: skip
_PARTICIPLES = frozenset({"is", "was", "scheduled", "slated", "poised", "prepared"})
_BEFORE_IS = frozenset({"that", "what", "who", "here", "where", "how"})
_BEFORE_NOUNS = frozenset({"the", "a", "an", "his", "her", "its", "their", "our", "my", "your", "no", "every", "each"})


@functools.cache
def _planning() -> frozenset[str]:
    """Finite verbs of planning: the first words of *plans to*, *intended to*."""
    pairs = (str(pair).split() for pair in load("modality.yaml")["plans"]["words"])
    return frozenset(
        first for first, last in pairs if last == "to" and first.endswith(("s", "ed")) and first not in _PARTICIPLES
    )


def is_finite(words: Sequence[str], lows: Sequence[str], at: int) -> bool:
    """Whether the word at ``at`` is a finite verb. In doubt, where an unknown verb may be a noun, the answer is no.

    ``lows`` are the words in lower case with straight apostrophes; contractions may stand on a word or apart from it.
    """
    word, low = words[at], lows[at]
    if not word[0].islower() or low == "be":
        if low.startswith("'"):
            # "Argentina's exports" has no verb yet, "it's" has
            return low in word_class("finite") and (low != "'s" or (at > 0 and lows[at - 1] in ALONE | _BEFORE_IS))
        return bool(at == 0 and _CONTRACTED.search(low)) or (low.split("'")[0] in ALONE and "'" in low)
    before = lows[at - 1] if at else ""
    after = lows[at + 1] if at + 1 < len(lows) else ""
    if _CONTRACTED.search(low) or (low.endswith("'s") and low[:-2] in ALONE | _BEFORE_IS):
        return True
    if low in word_class("finite"):
        return before not in _BEFORE_NOUNS and before != "to" and not (after == "by" and before not in ALONE)
    if (
        at
        and after == "to"
        and low in _planning()
        and before not in word_class("determiners") | word_class("prepositions")
    ):
        return True  # "the firm plans to sell"
    if at == 0 or before in word_class("determiners") or before in word_class("possessives"):
        return False
    if low.endswith("ed") and len(low) > 3 and low not in _NOUNS_IN_ED:
        return before not in word_class("prepositions") | {",", "be", "been", "being"} and after != "by"
    if low.endswith("s") and not low.endswith("ss") and len(low) > 3:
        return (after in {"the", "a", "an", "his", "her", "its", "their", "no", "between"} or after[:1].isdigit()) and (
            words[at - 1][0].isalpha() and before not in word_class("prepositions")
        )
    return False
