"""The words of a text with their places, in one pass: what the other modules of this room look at."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

_WORD = re.compile(
    r"""
    (?P<figure>
        \d{1,3}(?:,\d{2,3})*,\d{3}(?:\.\d+)?(?!\d)            # 1,234,567.8 and 12,34,567
      | \d{1,3}(?:\.\d{3})+,\d{1,2}(?!\d)                     # 1.234,50
      | \d{1,3}(?:\.\d{3}){2,}(?!\d)                          # 1.234.567
      | \d{1,3}(?:[\u00a0\u2009\u202f'’]\d{3})+(?:[.,]\d+)?(?!\d)
      | \d{1,3}(?:[ ]\d{3}){2,}(?![\d,.]\d)                   # 1 234 567
      | \d+,\d{1,2}(?![\d,])                                  # 3,5
      | \d+\.\d+ | \.\d+ | \d+
    )
  | (?P<word> (?:[^\W\d_]\.){2,} | (?:k|c|m|d)?m[23²³](?!\w) | [^\W\d_]+(?:['’][^\W\d_]+)? )
  | (?P<sign> \n | \S )
    """,
    re.VERBOSE,
)

HYPHENS = frozenset("-‐‑")


@dataclass(frozen=True, slots=True)
class Words:
    """Words, figures and signs of a text, as parallel tuples; a line break is a word of its own.

    ``kind`` is ``f`` for a figure, ``w`` for a word, ``s`` for any other sign; ``low`` is the text in lower case, with
    straight apostrophes; ``glued`` says that nothing stands between a word and the one before it. ``stops_group`` says
    that full stops stand between thousands, as in German.
    """

    text: str
    start: tuple[int, ...]
    end: tuple[int, ...]
    kind: tuple[str, ...]
    low: tuple[str, ...]
    glued: tuple[bool, ...]
    stops_group: bool = False

    def __len__(self) -> int:
        return len(self.start)

    def at(self, index: int) -> str:
        """The word in lower case; empty outside the text."""
        return self.low[index] if 0 <= index < len(self.low) else ""

    def raw(self, index: int) -> str:
        """The word as it stands; empty outside the text."""
        return self.text[self.start[index] : self.end[index]] if 0 <= index < len(self.low) else ""

    def span(self, first: int, last: int) -> str:
        """The text of the words from ``first`` up to ``last``, which is left out."""
        return self.text[self.start[first] : self.end[last - 1]] if first < last else ""

    def is_glued(self, index: int) -> bool:
        """Whether the word follows the one before it without a space."""
        return 0 <= index < len(self.glued) and self.glued[index]

    def prefixes(self, index: int, most: int) -> list[tuple[int, str]]:
        """The phrases that begin at ``index``, longest first, each with the number of its words.

        Words are joined by one space and signs by none where the text has none; a hyphen is a space.
        """
        found: list[tuple[int, str]] = []
        phrase = ""
        for at in range(index, min(index + most, len(self.low))):
            word = self.low[at]
            if word == "\n":
                break
            if word in HYPHENS and phrase:
                phrase += " "
            else:
                phrase += word if not phrase or phrase.endswith(" ") or self._joined(at) else " " + word
            found.append((at + 1 - index, phrase))
        return found[::-1]

    def _joined(self, index: int) -> bool:
        return self.glued[index] and (self.kind[index] == "s" or self.kind[index - 1] == "s")


def words_of(text: str, *, stops_group: bool = False) -> Words:
    """Take a text apart. Linear in its length."""
    start: list[int] = []
    end: list[int] = []
    kind: list[str] = []
    low: list[str] = []
    glued: list[bool] = []
    before = -1
    for match in _WORD.finditer(text):
        a, b = match.span()
        start.append(a)
        end.append(b)
        kind.append((match.lastgroup or "s")[0] if match.lastgroup != "sign" else "s")
        low.append(match.group().lower().replace("’", "'"))
        glued.append(a == before)
        before = b
    return Words(text, tuple(start), tuple(end), tuple(kind), tuple(low), tuple(glued), stops_group)


def phrases(words: Iterable[str]) -> frozenset[str]:
    """Phrases of a lexicon as :meth:`Words.prefixes` spells them: lower case, a hyphen is a space."""
    return frozenset(str(word).lower().replace("’", "'").replace("-", " ") for word in words)
