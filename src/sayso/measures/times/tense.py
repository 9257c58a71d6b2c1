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
#: ... of *will*, of which there is no other reading ...
_CERTAIN = -3.6
#: ... and of a preposition that leads up to a time to come: *a meeting for Monday*.
_HEADING = -2.0
#: ... and of *for* before a day: a month or quarter may as well be over (*results for the third quarter*).
_FOR = -5.0


@functools.cache
def _cues() -> tuple[dict[str, float], frozenset[str], frozenset[str]]:
    data = load("times.yaml")["tense"]
    future = dict.fromkeys(data["future"], _FUTURE) | dict.fromkeys(data["certain_future"], _CERTAIN)
    return future, frozenset(data["past"]), frozenset(data["before_future"])


def _clause(words: Sequence[str], start: int, end: int, low: int, high: int) -> tuple[int, int]:
    """The part of ``words[low:high]`` round the time that no semicolon cuts off."""
    return (
        next((n + 1 for n in range(start - 1, low - 1, -1) if words[n] == ";"), low),
        next((n for n in range(end, high) if words[n] == ";"), high),
    )


def looks_back(start: int, words: Sequence[str], first: int, last: int, *, day: bool) -> tuple[float, str | None]:
    """The probability that the clause round ``words[start]`` looks back, and the word that says so.

    ``words`` are the items in lower case; ``first`` and ``last`` bound the sentence; ``day`` says that the time is a
    day or part of one. The log odds of the signs are summed.
    """
    end = start + 1
    future, past, heading = _cues()
    odds = _PRIOR
    signs: list[tuple[float, str]] = []
    lead = words[start - 1] if start > first else ""
    if lead == "for" and day and words[end : end + 1] not in (["'s"], ["’s"]):
        signs.append((_FOR, lead))
    elif lead in heading:
        signs.append((_HEADING, lead))
    low, high = _clause(words, start, end, max(first, start - _BEFORE), min(last, end + _BEHIND))
    for index in (*range(low, start), *range(end, high)):
        word = words[index]
        gap = start - index if index < start else (index - end + 1) * 1.3
        weight = math.exp(-_FADE * gap)
        if word in future:
            signs.append((future[word] * weight, word))
        elif word in past or (len(word) > 4 and word.endswith("ed")):  # "need", "feed" are too short
            signs.append((_PAST * weight, word))
    odds += sum(push for push, _ in signs)
    agreeing = [(abs(push), word) for push, word in signs if (push > 0) == (odds > 0)]
    return 1 / (1 + math.exp(-max(-6.0, min(6.0, odds)))), max(agreeing)[1] if agreeing else None
