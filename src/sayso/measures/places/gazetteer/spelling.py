"""Names written otherwise: *Bani Waleed* for Bani Walid.

Two means. A *skeleton* maps spellings that romanisations choose between to one (ee~i, ou~oo~u, q~k~g, kh~h, dh~d,
double letters, the Arabic article); the classes are those in which the names of one place differ among themselves in
GeoNames (a romanised Arabic place has four to eight). What then still differs is measured as edit distance on the
skeletons.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import Indel

from sayso.measures.places.gazetteer.folding import fold

#: shorter names are too easily like others
SHORTEST = 5
#: the least likeness of two skeletons (1 - Indel distance / both lengths): one letter in ten may be another
ALIKE = 0.9
#: the score of a match whose skeletons are equal, and what one whose are not can nearly reach: one letter makes another
#: town as easily as another spelling (Grenfell, Greenfield)
EQUAL, NEARLY = 0.85, 0.7

_ARTICLE = re.compile(r"\b(?:al|el|ul|as|ash|es|esh|az|ez|ad|ed|ar|er|at|et|an|en)\s+(?=\w{3})")
_CLASSES: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), to)
    for pattern, to in (
        (r"(?<=[a-z]{2})(?:ah|eh)\b", "a"),  # Zawiyah, Zawiya
        (r"ou|oo|uu", "u"),
        (r"ee|ii|iy|ei|ie|ey|ay|ai", "i"),
        (r"y\b", "i"),
        (r"aa|ae", "a"),
        (r"dj|dg|zh", "j"),
        (r"tch|tsh|ch|sh", "s"),
        (r"kh|gh|q|ck|c", "k"),
        (r"dh|dz|th", "d"),
        (r"ph", "f"),
        (r"w|v", "v"),
        (r"o", "u"),
        (r"e", "i"),
        (r"g", "k"),
        (r"(.)\1", r"\1"),
    )
)


@lru_cache(maxsize=16_384)
def skeleton(key: str) -> str:
    """What is left of a folded name when spellings that mean the same sound are one."""
    text = _ARTICLE.sub("", key)
    for pattern, to in _CLASSES:
        text = pattern.sub(to, text)
    return text.replace(" ", "")


@lru_cache(maxsize=65_536)
def _first(start: str) -> str:
    return skeleton(start)[:1]


def first(key: str) -> str:
    """The letter that a folded name's skeleton begins with, without making all of it: it is seldom in doubt."""
    return _first(_ARTICLE.sub("", key)[:4])


def alike(name: str, skeletons: Sequence[str]) -> Iterable[tuple[int, float]]:
    """Which of these skeletons are spellings of this name: pairs of the index and the score in [0, :data:`EQUAL`].

    They should begin with the same letter (:func:`first`).
    """
    key = fold(name)
    if len(key.replace(" ", "")) < SHORTEST:
        return
    own = skeleton(key)
    if len(own) < SHORTEST - 1:
        return
    for _, likeness, index in process.extract(
        own, skeletons, scorer=Indel.normalized_similarity, score_cutoff=ALIKE, limit=20
    ):
        yield index, EQUAL if skeletons[index] == own else round(NEARLY * likeness**2, 3)
