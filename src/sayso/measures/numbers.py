"""Numbers written in words and figures."""

from __future__ import annotations

import re

_UNITS = [
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = {
    w: n * 10 for n, w in enumerate(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], 2)
}
_ONES: dict[str, int] = {w: n for n, w in enumerate(_UNITS, 1)}
SCALES: dict[str, int] = {
    "hundred": 100,
    "thousand": 1000,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
    "dozen": 12,
    "m": 10**6,
    "mn": 10**6,
    "bn": 10**9,
    "k": 1000,
    "tn": 10**12,
}

#: Number words that may stand alone, for patterns.
NUMBER_WORDS: tuple[str, ...] = (*_ONES, *_TENS)

_WORD = "|".join((*_TENS, *sorted(_ONES, key=len, reverse=True)))
#: A number in words: *twenty-three*, *two hundred and five*.
WORD_NUMBER = rf"(?:(?:{_WORD})(?:[ -](?:and )?(?:{_WORD}|hundred|thousand|million|billion|dozen))*)"


def in_words(text: str) -> int | None:
    """The value of a number in words: *two hundred and five* is 205; null where it is none."""
    total, current = 0, 0
    words = [w for w in re.split(r"[\s-]+", text.lower()) if w and w != "and"]
    if not words:
        return None
    for word in words:
        if word in _ONES:
            current += _ONES[word]
        elif word in _TENS:
            current += _TENS[word]
        elif word in ("hundred", "dozen"):
            current = max(1, current) * SCALES[word]
        elif word in SCALES:
            total, current = total + max(1, current) * SCALES[word], 0
        else:
            return None
    return total + current


def in_figures(text: str) -> int | float | None:
    """The value of *5,000*, *885 000*, *2.4*; null where it is none."""
    plain = re.sub(r"[,\u00a0\u202f ](?=\d{3}\b)", "", text)
    try:
        return int(plain) if plain.isdigit() else float(plain)
    except ValueError:
        return None


def small_number(text: str) -> float | None:
    """The count before a unit of time; null where the words are vague (*several*)."""
    low = " ".join(text.lower().split())
    if low in {"a", "an"}:
        return 1
    if low.startswith("half"):
        return 0.5
    if low.isdigit():
        return int(low)
    if low == "a couple of":
        return 2
    value = in_words(low)
    return value
