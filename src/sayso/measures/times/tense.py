"""Which way a clause looks: forms of verbs near a time, scored."""

from __future__ import annotations

import functools
import math
from collections.abc import Sequence

from sayso.lexicon import load

#: How many words before and behind are looked at.
_BEFORE, _BEHIND = 14, 10
#: Log odds: with no sign, of a sign of the past, of the future; signs fade with distance.
_PRIOR, _PAST, _FUTURE, _FADE = 1.0, 1.6, -2.6, 0.12
#: ... and of a preposition that leads up to a time to come: *a meeting for Monday*.
_HEADING = -2.0


@functools.cache
def _cues() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    data = load("times.yaml")["tense"]
    return frozenset(data["future"]), frozenset(data["past"]), frozenset(data["before_future"])


def looks_back(start: int, end: int, words: Sequence[str], first: int, last: int) -> tuple[float, str | None]:
    """The probability that the clause round ``words[start:end]`` looks back, and the word that says so.

    ``words`` are the items in lower case; ``first`` and ``last`` bound the sentence.
    """
    future, past, heading = _cues()
    odds, best, told = _PRIOR, 0.0, None
    if start > first and words[start - 1] in heading:
        odds, best, told = odds + _HEADING, -_HEADING, words[start - 1]
    for index in (*range(max(first, start - _BEFORE), start), *range(end, min(last, end + _BEHIND))):
        word = words[index]
        gap = start - index if index < start else (index - end + 1) * 1.3
        weight = math.exp(-_FADE * gap)
        if word in future:
            push = _FUTURE * weight
        elif word in past or (len(word) > 4 and word.endswith("ed")):  # "need", "feed" are too short
            push = _PAST * weight
        else:
            continue
        odds += push
        if abs(push) > best:
            best, told = abs(push), word
    return 1 / (1 + math.exp(-max(-6.0, min(6.0, odds)))), told
