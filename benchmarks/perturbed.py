"""Readings made from real ones: the same pages as if of other events, for ledgers of any size.

All pages of a story are changed alike: names, most content words and digits are swapped for others of the same length,
places for other entries of the gazetteer, days are moved. Lengths stay, so every range still points at its words; what
pages of one story share they share in each variant, and two variants share no more than two stories of one language.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import random
import re
from collections.abc import Iterator, Sequence
from typing import Any

import msgspec

from sayso.nouns import Capture, Reading, to_dict
from sayso.origins.words import stop_words

_WORD = re.compile(r"[A-Za-zÀ-ž]{4,}")
_NUMBER = re.compile(r"(?<![\d-])\d[\d,]*\d(?![\d-])")
_DAY = re.compile(r"(19|20)\d\d-\d\d-\d\d")
_ENTRY = re.compile(r"\bgeonames:(\d+)")
#: keys of a reading whose values are words of the page
_IN_WORDS = frozenset(
    ("text", "name", "of", "was", "now", "outlet", "title", "role", "who", "venue", "addressee", "aliases", "titles")
)
#: part of the content words that another event has otherwise
SWAPPED = 0.8
_CONSONANTS, _VOWELS = "bcdfghklmnprstvz", "aeiou"


class Variant:
    """One variant of a story: what each of its words and numbers becomes."""

    def __init__(self, seed: int, vocabulary: Sequence[str]) -> None:
        self._random = random.Random(seed)
        self._seed = seed
        self._by_length: dict[int, list[str]] = {}
        for word in vocabulary:
            self._by_length.setdefault(len(word), []).append(word)
        self._words: dict[str, str] = {}
        digits = list("123456789")
        self._random.shuffle(digits)
        self._digits = str.maketrans("123456789", "".join(digits))
        self._days = self._random.randint(-2000, 2000)

    def of(self, reading: Reading) -> tuple[Capture, Reading]:
        """The reading as it would be of the other event, with a capture that holds its text."""
        made = self._walk(to_dict(reading), "")
        document = made["document"]
        # lower and upper bounds of one range may have changed places
        for quantity in made["quantities"]:
            if quantity["low"] is not None and quantity["high"] is not None:
                quantity["low"], quantity["high"] = sorted((quantity["low"], quantity["high"]))
        source = f"{self._seed}/{reading.document.source.rsplit('/', 1)[-1]}"
        body = f"{source}\n{document['text']}".encode()
        capture = Capture.of(body, media_type="text/html", source=source)
        document |= {
            "id": f"sha256:{capture.sha256}",
            "source": source,
            "capture": to_dict(capture.ref),
        }
        return capture, msgspec.convert(made, Reading)

    def _walk(self, value: Any, key: str) -> Any:
        if isinstance(value, dict):
            return {name: self._walk(each, name) for name, each in value.items()}
        if isinstance(value, list):
            return [self._walk(each, key) for each in value]
        if isinstance(value, str):
            if _DAY.match(value):
                return self._day(value[:10]) + value[10:]
            if key in _IN_WORDS:
                return self._text(value)
            return _ENTRY.sub(lambda found: f"geonames:{self._shuffled(found[1])}", value)
        if key in ("low", "high") and isinstance(value, int):
            return int(self._number(str(value)))
        return value

    def _text(self, text: str) -> str:
        return _NUMBER.sub(lambda m: self._number(m[0]), _WORD.sub(lambda m: self._word(m[0]), text))

    def _word(self, word: str) -> str:
        low = word.lower()
        if low in stop_words():
            return word
        if low not in self._words:
            chance = self._random.random()
            same = self._by_length.get(len(low), [])
            if word[0].isupper() or not same or chance > 0.97:
                self._words[low] = "".join(
                    self._random.choice(_CONSONANTS if at % 2 == 0 else _VOWELS) for at in range(len(low))
                )
            else:
                self._words[low] = self._random.choice(same) if chance < SWAPPED else low
        made = self._words[low]
        return made.upper() if word.isupper() else made.capitalize() if word[0].isupper() else made

    def _number(self, digits: str) -> str:
        plain = digits.replace(",", "")
        if len(plain) < 2 or re.fullmatch(r"(19|20)\d\d", plain):
            return digits
        return digits.translate(self._digits)

    def _shuffled(self, digits: str) -> str:
        return hashlib.sha256(f"{self._seed} {digits}".encode()).hexdigest().translate(_HEX)[: len(digits)]

    def _day(self, day: str) -> str:
        try:
            return (dt.date.fromisoformat(day) + dt.timedelta(self._days)).isoformat()
        except (ValueError, OverflowError):
            return day


_HEX = str.maketrans("abcdef", "123456")


def vocabulary(readings: Sequence[Reading]) -> list[str]:
    """The content words of the texts, each as often as it occurs, so that common words stay common."""
    found = (w.lower() for r in readings for w in _WORD.findall(r.document.text) if w[0].islower())
    return [word for word in found if word not in stop_words()]


def variants(stories: Sequence[Sequence[Reading]], *, first: int = 1) -> Iterator[list[tuple[Capture, Reading]]]:
    """Stories without end, each a variant of one of these."""
    words = vocabulary([reading for story in stories for reading in story])
    seed = first
    while True:
        for story in stories:
            made = Variant(seed, words)
            yield [made.of(reading) for reading in story]
            seed += 1
