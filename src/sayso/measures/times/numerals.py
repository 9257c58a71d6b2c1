"""Numbers in one word, cardinal and ordinal, as counts of units of time and days of a month."""

from __future__ import annotations

import functools

from sayso.lexicon import load
from sayso.measures.numbers import values


@functools.cache
def cardinal_words() -> dict[str, int]:
    """Words for cardinals below a hundred that are one word, and *hundred*, *thousand*."""
    small = {word: int(value) for word, value in (*values("ones").items(), *values("tens").items()) if value}
    return small | {word: int(values("scales")[word]) for word in ("hundred", "thousand")}


@functools.cache
def ordinal_words() -> dict[str, int]:
    """Words for ordinals below a hundred that are one word: *third*, *twentieth*."""
    irregular = load("times.yaml")["ordinals"]["words"]
    found = {}
    for word, number in cardinal_words().items():
        if number < 20:
            found[irregular.get(word, word + "th")] = number
        elif number < 100:
            found[word[:-1] + "ieth"] = number
    return found
