"""What near-duplicate detection usually does: word 5-grams compared as sets, exactly or by MinHash."""

from __future__ import annotations

import re
from hashlib import blake2b

import numpy as np

N = 5
PERMUTATIONS = 128
_WORD = re.compile(r"\w+")
#: odd 64-bit factors: what is left of a product modulo 2^64 above the lower half is a hash (multiply-shift)
_FACTORS = np.random.default_rng(7).integers(1 << 62, (1 << 63) - 1, PERMUTATIONS, dtype=np.uint64) | np.uint64(1)

Grams = frozenset[int]


def grams(text: str) -> Grams:
    """The 5-grams of a text's words in small letters, as 64-bit numbers."""
    words = _WORD.findall(text.casefold())
    runs = zip(*(words[k:] for k in range(N)), strict=False)
    return frozenset(int.from_bytes(blake2b(" ".join(run).encode(), digest_size=8).digest(), "little") for run in runs)


def jaccard(one: Grams, other: Grams) -> float:
    """The part of all 5-grams that both texts have."""
    return len(one & other) / len(one | other) if one and other else 0.0


def minhash(text: Grams) -> np.ndarray:
    """A signature of 128 minima (A. Broder, *On the resemblance and containment of documents*, 1997)."""
    values = np.fromiter(text, dtype=np.uint64, count=len(text))
    if not len(values):
        return np.full(PERMUTATIONS, -1)
    return ((values[:, None] * _FACTORS) >> np.uint64(32)).min(axis=0)


def estimated(one: np.ndarray, other: np.ndarray) -> float:
    """The Jaccard similarity that two signatures estimate."""
    return float((one == other).mean())
