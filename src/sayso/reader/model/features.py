"""What the encoder is told about each word beside its pieces.

The encoder is uncased and sees no white space; a small embedding gives back how the word was written, what stood
before it, and whether it stands between quotation marks. The trainer and the reader share this module, so that both
see the same numbers.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from sayso.reader.common.page import Page

#: casings: mark, lower, Title, CAPITALS, mixed, digits
CASINGS = 6
#: what stands before a word: nothing, a space, a line break
GAPS = 3
#: numbers of features in all: casing x gap x inside a quotation
SIZE = CASINGS * GAPS * 2


def casing(word: str) -> int:
    """The casing class of a word."""
    if not any(ch.isalnum() for ch in word):
        return 0
    if any(ch.isdigit() for ch in word):
        return 5
    if word.islower() or not any(ch.isupper() for ch in word):
        return 1
    if len(word) > 1 and word.isupper():
        return 3
    return 2 if word[0].isupper() and not any(ch.isupper() for ch in word[1:]) else 4


def gap(text: str, before: int, start: int) -> int:
    """The class of what stands in ``text[before:start]``; the beginning of the text counts as a line break."""
    if before < 0:
        return 2
    between = text[before:start]
    return 0 if not between else 2 if any(ch in between for ch in "\n\r\u2028\u2029") else 1


def number(case: int, space: int, quoted: bool) -> int:
    """One number below :data:`SIZE`."""
    return (case * GAPS + space) * 2 + quoted


def word_features(page: Page, first: int = 0, last: int | None = None) -> npt.NDArray[np.int64]:
    """Shape [words]: the feature number of every word of ``[first, last)``, by default of all."""
    last = len(page.words) if last is None else last
    made = np.zeros(last - first, dtype=np.int64)
    for at in range(first, last):
        before = page.ends[at - 1] if at else -1
        space = gap(page.text, before, page.starts[at])
        made[at - first] = number(casing(page.words[at]), space, page.quote_of[at] >= 0)
    return made


#: relative places of a word and a cue: inside the cue, and nine widening steps on either side
STEPS = (1, 2, 3, 4, 6, 9, 14, 22, 40)
PLACES = 2 * (len(STEPS) + 1) + 1
#: sentences between: three or more before, two, one, the same, one, two, three or more behind
SENTENCES = 7


def places(words: npt.NDArray[np.int64], first: int, last: int) -> npt.NDArray[np.int64]:
    """Shape of ``words`` (numbers of words): the place of each relative to the cue ``[first, last)``."""
    steps = np.asarray(STEPS)
    behind = np.searchsorted(steps, words - last + 1, side="left") + 1
    ahead = np.searchsorted(steps, first - words, side="left") + 1
    middle = len(STEPS) + 1
    return np.where(words >= last, middle + behind, np.where(words < first, middle - ahead, middle)).astype(np.int64)


def sentence_steps(sentences: npt.NDArray[np.int64], own: int) -> npt.NDArray[np.int64]:
    """Shape of ``sentences`` (number of the sentence of each word): 0 … :data:`SENTENCES` - 1."""
    return np.clip(sentences - own, -3, 3) + 3


def sentence_numbers(ranges: Sequence[tuple[int, int]]) -> npt.NDArray[np.int64]:
    """Shape [words]: the number of the sentence of every word, for word ranges of sentences that lie end to end."""
    return np.repeat(np.arange(len(ranges), dtype=np.int64), [last - first for first, last in ranges])
