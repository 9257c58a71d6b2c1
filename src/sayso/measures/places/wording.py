"""The words of a text as place names are made of them, and the lists of ``lexicon/place_words.yaml``."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

from sayso.lexicon import load

#: initials with their stops (U.S., W.Va.), or letters with apostrophes inside (N'Djamena)
_WORD = re.compile(r"(?:[^\W\d_]{1,2}\.){2,}|[^\W\d_]+(?:['’ʼ][^\W\d_]+)*")
_OWNED = ("'s", "’s", "ʼs")
#: what may stand between two words of one name
_GAPS = frozenset((" ", "-", "–", "\u00a0", ". ", ".\u00a0"))


@dataclass(frozen=True, slots=True)
class Word:
    """A word without a possessive *'s*; ``joined``: nothing but a blank or a hyphen parts it from the word before."""

    start: int
    end: int
    text: str
    capital: bool
    joined: bool


def words_of(text: str) -> list[Word]:
    """The words of a text, in order."""
    words: list[Word] = []
    last = 0
    for found in _WORD.finditer(text):
        start, end = found.span()
        whole = found.group()
        shown = whole[:-2] if whole.endswith(_OWNED) and len(whole) > 2 else whole
        gap = text[last:start]
        short = bool(words) and len(words[-1].text) <= 4
        joined = bool(words) and gap in _GAPS and (short or not gap.startswith(".")) and last == words[-1].end
        words.append(Word(start, start + len(shown), shown, shown[0].isupper(), joined))
        last = end
    return words


@functools.cache
def words_in(name: str) -> frozenset[str]:
    """One list of the lexicon as a set."""
    return frozenset(str(word) for word in load("place_words.yaml")[name]["words"])


@functools.cache
def kinds_of(noun: str) -> frozenset[str]:
    """The kinds of the gazetteer that a noun such as *town* or *provinces* may mean; empty where it is no such noun."""
    table = load("place_words.yaml")["kinds"]["words"]
    low = noun.lower()
    for form in (low, low.removesuffix("s"), low.removesuffix("ies") + "y"):
        if form in table:
            return frozenset(table[form])
    return frozenset()
