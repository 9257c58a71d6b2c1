"""A document cut up for the rules: words, sentences and quotations with the indexes that patterns need."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sayso.nouns.base import Range
from sayso.reader.common.datelines import dateline_end
from sayso.reader.common.quotations import find_quotations
from sayso.reader.common.sentences import blocks_of, find_sentences
from sayso.reader.common.words import abbreviations
from sayso.reader.layers import Quotation, Token

# A dotted abbreviation, a number with its separators, a word (inner hyphens, apostrophes and ampersands belong to it),
# or any other character alone.
_TOKEN = re.compile(
    r"''|``|(?:[^\W\d_]\.){2,}"
    r"|\d+(?:[.,:]\d+)*(?:st|nd|rd|th|s|m|bn|km|kg)?(?![^\W_])"
    r"|[^\W_]+(?:[-‐‑'’&@][^\W_]+)*"
    r"|\S"
)
_CLITIC = re.compile(r"(?:['’](?:s|ve|d|ll|re))$", re.IGNORECASE)
_APOSTROPHE = str.maketrans({"’": "'", "‘": "'"})


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: characters ``[start, end)``, words ``[first, last)``, number of its block.

    ``body`` is the first word behind the dateline of a report, ``first`` where there is none.
    """

    start: int
    end: int
    first: int
    last: int
    block: int
    body: int


class Page:
    """Parallel lists over the words of a text.

    ``quote_of[i]`` is the index of the quotation that word ``i`` stands in (marks included), or -1.
    """

    __slots__ = (
        "_shouting",
        "blocks",
        "ends",
        "lows",
        "quotations",
        "quote_of",
        "quote_words",
        "sentences",
        "starts",
        "text",
        "words",
    )

    def __init__(self, text: str) -> None:
        self.text = text
        self._shouting = False
        self.blocks: tuple[Range, ...] = blocks_of(text)
        self.words: list[str] = []
        self.lows: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.sentences: list[Sentence] = []
        short = abbreviations()
        for (start, end), block in find_sentences(text, self.blocks):
            first = len(self.words)
            self._tokenise(start, end, short)
            if len(self.words) > first:
                body = self._body(start, end, first, new=not self.sentences or self.sentences[-1].block != block)
                self.sentences.append(Sentence(start, end, first, len(self.words), block, body))
        self.quotations: tuple[Quotation, ...] = find_quotations(text, self.blocks)
        self.quote_of = [-1] * len(self.words)
        self.quote_words: list[tuple[int, int]] = []
        self._index_quotations()

    def _body(self, start: int, end: int, first: int, *, new: bool) -> int:
        """The first word behind a dateline, which only the first sentence of a block can have."""
        begin = dateline_end(self.text, start, end) if new else start
        while begin > start and first < len(self.words) - 1 and self.starts[first] < begin:
            first += 1
        return first

    def _tokenise(self, start: int, end: int, short: frozenset[str]) -> None:
        text = self.text
        # "IS" is not "is": words in capitals keep them, except where everything is in capitals
        self._shouting = not any(ch.islower() for ch in text[start:end])
        for match in _TOKEN.finditer(text, start, end):
            a, b = match.span()
            word = match.group()
            if word == "." and self.ends and self.ends[-1] == a and b < end:
                # a full stop inside a sentence belongs to an abbreviation or an initial: "Gen.", "D."
                before = self.words[-1]
                if len(before) == 1 or before.lower() in short:
                    self.words[-1], self.lows[-1], self.ends[-1] = before + ".", before.lower() + ".", b
                    continue
            clitic = _CLITIC.search(word) if len(word) > 2 else None
            if clitic and clitic.start() > 0:
                self._push(word[: clitic.start()], a, a + clitic.start())
                self._push(word[clitic.start() :], a + clitic.start(), b)
            else:
                self._push(word, a, b)

    def _push(self, word: str, start: int, end: int) -> None:
        self.words.append(word)
        keep = len(word) > 1 and word.isupper() and not self._shouting
        self.lows.append(word if keep else word.lower().translate(_APOSTROPHE))
        self.starts.append(start)
        self.ends.append(end)

    def _index_quotations(self) -> None:
        i, n = 0, len(self.words)
        for number, quotation in enumerate(self.quotations):
            while i < n and self.ends[i] <= quotation.start:
                i += 1
            first = i
            while i < n and self.starts[i] < quotation.end:
                self.quote_of[i] = number
                i += 1
            self.quote_words.append((first, i))

    def tokens(self) -> tuple[Token, ...]:
        """The words as the layer of tokens."""
        return tuple(Token(start=a, end=b) for a, b in zip(self.starts, self.ends, strict=True))

    def span(self, first: int, last: int) -> Range:
        """Characters of the words ``[first, last)``, which must not be empty."""
        return self.starts[first], self.ends[last - 1]
