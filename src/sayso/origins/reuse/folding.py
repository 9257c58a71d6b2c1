"""The words of a text, folded, so that the same words set in another type are the same, each with its range.

Case, accents, the shape of quotation marks and apostrophes, punctuation, soft hyphens and the commas in large numbers
tell nothing of who wrote a text first. Scripts that set no space between words are taken a character at a time.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from itertools import islice

#: No text is looked at beyond so many words: a book, and far more than any article.
MAX_WORDS = 100_000
#: A longer run of letters is no word; only so much of it is kept.
MAX_LETTERS = 64
#: So many different words are remembered.
MAX_KNOWN = 65_536

_MARKS = "\u0300-\u036f\u00ad\u200b-\u200d\u2060\ufe00-\ufe0f"
#: Han, kana, Thai, Lao, Burmese and Khmer: no spaces between words
_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
_WORD = re.compile(
    # most words, at once; then all the others
    r"[A-Za-z]+(?=[\s.,;:!?\")])|"
    rf"[{_UNSPACED}]|\d+(?:[,’']\d{{3}})+(?!\d)|\d+(?:[.,]\d+)+|(?:[^\W{_UNSPACED}]|[{_MARKS}])+(?:[’'ʼ](?:[^\W\d{_UNSPACED}]|[{_MARKS}])+)*"
)
_KEPT_IN_NUMBERS = str.maketrans({",": None, "’": None, "'": None})
_DROPPED = str.maketrans(dict.fromkeys(map(ord, "’'ʼ\u00ad\u200b\u200c\u200d\u2060"), None))


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one text in order: folded, and where each stands (code points, half-open)."""

    folded: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.folded)


def fold(word: str) -> str:
    """A word without case, accents and apostrophes; a number without the marks between its thousands."""
    if word[0].isdigit():
        return word.translate(_KEPT_IN_NUMBERS)
    if word.isascii():
        return word.lower().replace("'", "")
    plain = unicodedata.normalize("NFKD", word.translate(_DROPPED)).casefold()
    return "".join(c for c in plain if not unicodedata.combining(c))


class _Folds(dict[str, str]):
    """Words and what they fold to: looked up a thousand times a page, so that a call would be dear."""

    def __missing__(self, word: str) -> str:
        folded = fold(word[:MAX_LETTERS])
        if len(self) >= MAX_KNOWN:
            self.clear()
        if len(word) <= MAX_LETTERS:
            self[word] = folded
        return folded


_FOLDS = _Folds()


@lru_cache(maxsize=MAX_KNOWN)
def number_of(folded: str) -> int:
    """A 64-bit number for a folded word, the same in every process."""
    return int.from_bytes(blake2b(folded.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little")


@lru_cache(maxsize=32)
def words_of(text: str) -> Words:
    """The words of a text, at most :data:`MAX_WORDS` of them."""
    found = list(islice(_WORD.finditer(text), MAX_WORDS))
    folded = [_FOLDS[match.group()] for match in found]
    if "" in folded:  # nothing but marks
        found = [match for match, word in zip(found, folded, strict=True) if word]
        folded = [word for word in folded if word]
    return Words(tuple(folded), tuple([match.start() for match in found]), tuple([match.end() for match in found]))
