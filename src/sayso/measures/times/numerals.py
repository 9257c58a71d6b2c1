"""Numbers in words, cardinal and ordinal, as counts of units of time and days of a month."""

from __future__ import annotations

import functools

_ONES = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_IRREGULAR = {
    "one": "first",
    "two": "second",
    "three": "third",
    "five": "fifth",
    "eight": "eighth",
    "nine": "ninth",
    "twelve": "twelfth",
}


@functools.cache
def cardinal_words() -> dict[str, int]:
    """Words for cardinals below a hundred that are one word, and *hundred*, *thousand*."""
    found = {w: n for n, w in enumerate(_ONES.split(), 1)}
    found.update({w: n * 10 for n, w in enumerate(_TENS.split(), 2)})
    found.update({"hundred": 100, "thousand": 1000})
    return found


@functools.cache
def ordinal_words() -> dict[str, int]:
    """Words for ordinals up to the thirtieth that are one word."""
    found = {}
    for word, number in cardinal_words().items():
        if number < 20:
            found[_IRREGULAR.get(word, word + "th")] = number
        elif number < 100:
            found[word[:-1] + "ieth"] = number
    return found
