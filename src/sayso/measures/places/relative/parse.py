"""Matches of the patterns -> phrases, the longer one where two overlap."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from sayso.measures.places.relative.grammar import patterns
from sayso.measures.places.relative.keys import keys_of
from sayso.measures.places.relative.masked import Masked
from sayso.measures.places.relative.phrase import Phrase
from sayso.measures.places.relative.readers import READERS
from sayso.nouns.base import Range

#: a pattern that begins with a length finds none before this many characters of a paragraph without end
_WINDOW = 4000


def phrases(masked: Masked, sentences: tuple[Range, ...]) -> list[Phrase]:
    """The relative places of a text in text order; none overlaps another."""
    found: list[Phrase] = []
    keys = keys_of(masked.text)
    starts = [at for at, _ in keys]
    for start, end in _windows(masked.text, sentences):
        names = {name for _, open_ in keys[bisect_left(starts, start) : bisect_left(starts, end)] for name in open_}
        if names:
            found += _in_sentence(masked, start, end, names)
    return found


def _windows(text: str, sentences: tuple[Range, ...]) -> Iterator[tuple[int, int]]:
    spans = [(s[0], s[1]) for s in sentences] or [m.span() for m in re.finditer(r"[^\n]+", text)]
    for start, end in spans:
        for at in range(start, end, _WINDOW):
            yield at, min(end, at + _WINDOW)


def _in_sentence(masked: Masked, start: int, end: int, names: set[str]) -> list[Phrase]:
    candidates: list[Phrase] = []
    for name in sorted(names):
        for match in patterns()[name].finditer(masked.text, start, end):
            phrase = READERS[name](masked, match)
            if phrase is not None:
                candidates.append(phrase)
    candidates.sort(key=lambda p: (-_rank(p), p.start))
    taken: list[Phrase] = []
    for phrase in candidates:
        if all(phrase.end <= other.start or other.end <= phrase.start for other in taken):
            taken.append(phrase)
    return sorted(taken, key=lambda p: p.start)


def _rank(phrase: Phrase) -> int:
    """The longer phrase says more; one with a distance, most."""
    return phrase.end - phrase.start + (1000 if phrase.length or phrase.journey else 0)
