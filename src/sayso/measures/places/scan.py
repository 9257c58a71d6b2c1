"""A text being searched for names of places: its words, the reader's mentions, what was found so far."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator
from typing import Literal

from sayso.measures.places.gazetteer import Gazetteer, Match, fold
from sayso.measures.places.name import Name
from sayso.measures.places.wording import Word, words_in, words_of
from sayso.nouns.mention import Mention
from sayso.reader.common.datelines import agency_of
from sayso.reader.layers import Layers

#: a name of the gazetteer has no more words than this
LONGEST = 6


class Scan:
    """One text with its mentions and the gazetteer, and the names found so far."""

    def __init__(self, text: str, layers: Layers, gazetteer: Gazetteer) -> None:
        self.text = text
        self.gazetteer = gazetteer
        self.words = words_of(text)
        self.starts = [word.start for word in self.words]
        self.taken = bytearray(len(text))
        self.found: list[Name] = []
        self.mentions = [m for m in layers.mentions if m.form == "name" and m.end > m.start]
        self.covered = bytearray(len(text))
        for m in self.mentions:
            self.covered[m.start : m.end] = b"\x01" * (m.end - m.start)
        self.places = {fold(m.text) for m in self.mentions if m.type == "place"}
        #: the words of persons' full names: alone, they are the person
        self.persons = {fold(w.text) for m in self.mentions if m.type == "person" for w in _several(m)}
        self.agencies = frozenset(_agencies(text))

    def is_agency(self, mention: Mention) -> bool:
        """Whether this is the name of an agency that a dateline has: *ROSARIO, Argentina (Tidewire) –*."""
        return fold(mention.text) in self.agencies

    def free(self, start: int, end: int) -> bool:
        """Whether no name was found here yet."""
        return not any(self.taken[start:end])

    def add(
        self, start: int, end: int, form: Literal["name", "adjective"], why: str, inside: str | None = None
    ) -> None:
        """Take a stretch of the text for a name, unless part of it was taken."""
        if start < end and self.free(start, end):
            self.taken[start:end] = b"\x01" * (end - start)
            self.found.append(Name(start, end, self.text[start:end], form, inside, why))

    def between(self, start: int, end: int) -> range:
        """The words that stand whole in a stretch of the text."""
        first, last = bisect_left(self.starts, start), bisect_left(self.starts, end)
        while last > first and self.words[last - 1].end > end:
            last -= 1
        return range(first, last)

    def before(self, index: int, back: int = 1) -> str:
        """The word before, in small letters; nothing where a stop, a line or a bracket lies between."""
        if index < back:
            return ""
        first, then = self.words[index - back], self.words[index - back + 1]
        gap = self.text[first.end : then.start]
        return "" if any(mark in gap for mark in ".\n;:!?()") else first.text.lower()

    def after(self, index: int) -> str:
        """The word right behind; nothing where more than a blank or a possessive lies between."""
        if index + 1 >= len(self.words):
            return ""
        gap = self.text[self.words[index].end : self.words[index + 1].start]
        return self.words[index + 1].text if gap in (" ", "-", "’s ", "'s ") else ""

    def longest(
        self, first: int, last: int, accept: Callable[[list[Match], int, int], bool]
    ) -> tuple[int, list[Match]] | None:
        """The longest name of the gazetteer that begins at a word: the index behind it, and what it may be."""
        if not self.gazetteer.starts(self.words[first].text):
            return None
        stop = first + 1
        while stop < min(last, first + LONGEST) and self.words[stop].joined:
            stop += 1
        for end in range(stop, first, -1):
            final = self.words[end - 1]
            if end > first + 1 and not final.capital:
                continue
            if any(not w.capital and w.text.lower() not in words_in("particles") for w in self.words[first:end]):
                continue
            text = self.text[self.words[first].start : final.end]
            matches = self._abbreviated(text, final.end) or self.gazetteer.lookup(text)
            if matches and accept(matches, first, end):
                return end, matches
        return None

    def _abbreviated(self, text: str, end: int) -> list[Match]:
        """What a short word means with the stop behind it: *Ky.*."""
        if len(text) > 5 or not self.text.startswith(".", end):
            return []
        return [m for m in self.gazetteer.lookup(text + ".") if m.how == "abbreviation"]


def _agencies(text: str) -> Iterator[str]:
    """The folded names of the agencies that datelines of the text have."""
    start = 0
    while start >= 0:
        found = agency_of(text, start, len(text))
        if found is not None:
            yield fold(text[found[0] : found[1]])
        start = text.find("\n", start) + 1 or -1


def _several(mention: Mention) -> list[Word]:
    words = words_of(mention.text)
    return words if len(words) > 1 else []
