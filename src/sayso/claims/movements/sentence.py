"""One sentence as words with their classes: those of the reader where it has any, else those of word lists."""

from __future__ import annotations

import bisect
import functools
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.claims.movements.frames import verb_list, verbs
from sayso.claims.movements.frames import words as listed
from sayso.nouns.base import Range
from sayso.nouns.measures import Place
from sayso.reader.common.finite import is_finite
from sayso.reader.common.words import word_class
from sayso.reader.layers import Token

NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET", "SYM", "X"})
QUOTES = frozenset({"“", "”", '"', "'", "‘", "’", "''", "``", "«", "»"})
RELATIVES = frozenset({"who", "which", "that", "whom", "whose", "where", "when"})


@dataclass(frozen=True, slots=True)
class Sentence:
    """Words of one sentence; all numbers are places in it.

    ``heads`` are word numbers, None for the root and for words whose head stands elsewhere or is not known.
    ``places`` maps the first word of each place to the places that begin there, the longest first.
    """

    text: str
    spans: Sequence[Range]
    words: Sequence[str]
    lows: Sequence[str]
    tags: Sequence[str]
    heads: Sequence[int | None]
    rels: Sequence[str]
    places: dict[int, tuple[tuple[int, Place], ...]]

    def __len__(self) -> int:
        return len(self.spans)

    def quoted(self, first: int, last: int) -> str:
        """The document's words ``[first, last)``, line breaks as spaces."""
        return " ".join(self.text[self.spans[first][0] : self.spans[last - 1][1]].split())

    def children(self, at: int, *relations: str) -> list[int]:
        """The words that depend on one by one of the relations, without their subtypes unless those are named."""
        return [
            i
            for i, head in enumerate(self.heads)
            if head == at and (self.rels[i] in relations or self.rels[i].split(":")[0] in relations)
        ]

    def place_at(self, at: int) -> tuple[int, Place] | None:
        """The longest place that begins with a word, and the word behind it."""
        rows = self.places.get(at)
        return rows[0] if rows else None


def sentences(text: str, ranges: Sequence[Range], tokens: Sequence[Token], places: Sequence[Place]) -> list[Sentence]:
    """Every sentence that has words."""
    starts = [token.start for token in tokens]
    by_start = sorted(places, key=lambda place: (place.start, -place.end))
    place_starts = [place.start for place in by_start]
    made = []
    for start, end in ranges:
        first, last = bisect.bisect_left(starts, start), bisect.bisect_left(starts, end)
        if first == last:
            continue
        low, high = bisect.bisect_left(place_starts, start), bisect.bisect_left(place_starts, end)
        made.append(_sentence(text, tokens[first:last], first, by_start[low:high]))
    return made


def _sentence(text: str, rows: Sequence[Token], first: int, places: Sequence[Place]) -> Sentence:
    spans = [(t.start, t.end) for t in rows]
    words = [text[a:b] for a, b in spans]
    lows = [word.lower().replace("’", "'").replace("‘", "'") for word in words]
    heads = [t.head - first if t.head is not None and 0 <= t.head - first < len(rows) else None for t in rows]
    parsed = any(t.upos for t in rows)
    tags = [t.upos or "X" for t in rows] if parsed else [_guess(words, lows, i) for i in range(len(words))]
    begins = [a for a, _ in spans]
    by_word: dict[int, list[tuple[int, Place]]] = {}
    for place in places:
        at = bisect.bisect_right(begins, place.start) - 1
        after = bisect.bisect_left(begins, place.end)
        if at >= 0 and after > at:
            by_word.setdefault(at, []).append((after, place))
    found = {at: tuple(sorted(row, key=lambda item: -item[0])) for at, row in by_word.items()}
    return Sentence(text, spans, words, lows, tags, heads, [t.deprel or "" for t in rows], found)


@functools.cache
def _governing() -> frozenset[str]:
    return verb_list("accusing") | verb_list("preventing") | verb_list("planning")


@functools.cache
def _bases() -> frozenset[str]:
    """Base forms, which show that a *to* before them is no preposition."""
    moving = {form for form, uses in verbs().items() if any("base" in use.forms for use in uses)}
    return frozenset(moving | _governing()) | word_class("auxiliaries")


def _guess(words: Sequence[str], lows: Sequence[str], at: int) -> str:
    """The class of a word by lists, endings and its neighbours, after the UD tag set."""
    word, low = words[at], lows[at]
    if not any(char.isalnum() for char in word):
        return "PUNCT"
    if word[0].isdigit():
        return "NUM"
    if low == "to":
        return "PART" if lows[at + 1 : at + 2] and lows[at + 1] in _bases() else "ADP"
    for tag, name in (
        ("DET", "determiners"),
        ("DET", "possessives"),
        ("PRON", "subject_pronouns"),
        ("PRON", "object_pronouns"),
        ("CCONJ", "coordinators"),
        ("PART", "negations"),
        ("AUX", "auxiliaries"),
        ("ADP", "prepositions"),
        ("SCONJ", "subordinators"),
        ("ADV", "adverbs"),
    ):
        if low in word_class(name) and not (low == "is" and word == "IS"):
            return tag
    if word[0].isupper() and at:
        return "PROPN"
    if low.endswith("ly"):
        return "ADV"
    before = lows[at - 1] if at else ""
    nominal = word_class("determiners") | word_class("possessives")
    if low in verbs() and before not in nominal and (low.endswith("ing") or before not in listed("before_nouns")):
        return "VERB"
    if low.endswith(("ing", "ed")) and before not in nominal and low in _governing():
        return "VERB"
    return "VERB" if is_finite(words, lows, at) else "NOUN"
