"""How likely it is that two statements are one, by a logistic model over the named features."""

from __future__ import annotations

import functools
import math
from collections.abc import Mapping

from sayso.lexicon import load
from sayso.nouns import Reason

#: what a reason has to add to be told
_TOLD = 0.25


@functools.cache
def weights() -> dict[str, float]:
    """Feature to weight in log-odds, as fitted by ``training/match.py``."""
    return {name: float(value) for name, value in load("match_weights.toml")["same"].items()}


def likelihood(features: Mapping[str, float]) -> float:
    """The probability that both say the same."""
    total = sum(weights().get(name, 0.0) * value for name, value in features.items())
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


def reasons(features: Mapping[str, float], said: Mapping[str, str]) -> tuple[Reason, ...]:
    """What each feature adds, heaviest first, in the words given for it; features without words are left out."""
    found = [
        Reason(text=said[name], weight=round(weights().get(name, 0.0) * value, 2))
        for name, value in features.items()
        if name in said and abs(weights().get(name, 0.0) * value) >= _TOLD
    ]
    return tuple(sorted(found, key=lambda reason: (-abs(reason.weight), reason.text)))
