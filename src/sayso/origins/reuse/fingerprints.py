"""Fingerprints of a text by winnowing, so that two pages that share a passage share a number.

Method: S. Schleimer, D. S. Wilkerson, A. Aiken, *Winnowing: Local Algorithms for Document Fingerprinting*, SIGMOD 2003.
Every run of :data:`RUN` words is hashed and of every :data:`WINDOW` hashes in a row the smallest is kept. Two texts
that have ``RUN + WINDOW - 1`` words in a row in common therefore have a fingerprint in common, wherever in either the
passage stands and whatever stands around it; nothing shorter than ``RUN`` words is ever found. What is kept is about
``2 / (WINDOW + 1)`` of all runs.
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from sayso.origins.reuse.folding import number_of, words_of
from sayso.origins.reuse.furniture import stock

#: Words in one hash: runs of five are still often idiom ("at the end of the"), longer ones break at every small edit.
RUN = 6
#: Hashes of which one is kept.
WINDOW = 15
#: A passage of so many words is found for certain.
GUARANTEED = RUN + WINDOW - 1

_BASE = 0x9E3779B97F4A7C15


@lru_cache(maxsize=32)
def fingerprints(text: str) -> tuple[int, ...]:
    """The fingerprints of a text, in the order of the text, each once.

    The numbers fit a signed 64-bit column and are the same in every process and on every machine. A text of fewer than
    :data:`RUN` words has none, and stock sentences (``lexicon/stock_lines.yaml``) have none.
    """
    hashes = _run_hashes([number_of(word) for word in _own_words(text)])
    return tuple(dict.fromkeys(hashes[_kept(hashes)].view(np.int64).tolist()))


def _own_words(text: str) -> list[str]:
    """The words of a text that do not stand in stock sentences."""
    words, left_out, at = words_of(text), stock(text), 0
    made = []
    for word, start in zip(words.folded, words.starts, strict=True):
        while at < len(left_out) and left_out[at][1] <= start:
            at += 1
        if at == len(left_out) or start < left_out[at][0]:
            made.append(word)
    return made


def _run_hashes(numbers: list[int]) -> np.ndarray[tuple[int], np.dtype[np.uint64]]:
    """A hash for every run of words: a polynomial of the words' numbers modulo 2^64, mixed (splitmix64)."""
    count = len(numbers) - RUN + 1
    if count < 1:
        return np.zeros(0, dtype=np.uint64)
    words = np.array(numbers, dtype=np.uint64)
    mixed = np.zeros(count, dtype=np.uint64)
    for at in range(RUN):
        mixed += words[at : at + count] * np.uint64(pow(_BASE, RUN - 1 - at, 1 << 64))
    mixed = (mixed ^ (mixed >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    mixed = (mixed ^ (mixed >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return mixed ^ (mixed >> np.uint64(31))


def _kept(hashes: np.ndarray[tuple[int], np.dtype[np.uint64]]) -> np.ndarray[tuple[int], np.dtype[np.intp]]:
    """Positions of the smallest hash of every window, the rightmost among equals; in order, each once."""
    window = min(WINDOW, len(hashes))
    if not window:
        return np.zeros(0, dtype=np.intp)
    views = np.lib.stride_tricks.sliding_window_view(hashes, window)[:, ::-1]
    return np.unique(np.arange(len(views)) + window - 1 - views.argmin(axis=1))
