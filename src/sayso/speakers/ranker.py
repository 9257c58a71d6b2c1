"""Which figure a pronoun points to: features that hold or do not, a weight for each, and *nobody* among the choices.

The model is a log-linear ranker over the figures mentioned so far and nobody (mention ranking as in Denis and Baldridge
2008, with salience and grammatical place as in Lappin and Leass 1994, and the agreement of quotation and speaker).
Weights: ``lexicon/speaker_weights.toml``, and ``speaker_weights_unparsed.toml`` where nothing is parsed; fitted by
``training/speakers.py``.
"""

from __future__ import annotations

import functools
import math
from collections.abc import Sequence

from sayso.lexicon import load
from sayso.speakers.features import Anaphor, Candidate, features

#: Nobody in particular, or somebody whom the text has not mentioned.
NOBODY = -1


@functools.cache
def _tables(parsed: bool) -> tuple[dict[str, dict[str, float]], dict[str, float]]:
    """Weights by the number of the pronoun, and the bounds of the choice."""
    data = load("speaker_weights.toml" if parsed else "speaker_weights_unparsed.toml")
    weights = {
        number: {name: float(weight) for name, weight in data[number].items()} for number in ("one", "many", "thing")
    }
    return weights, {name: float(value) for name, value in data["choice"].items()}


def probabilities(anaphor: Anaphor, candidates: Sequence[Candidate]) -> list[float]:
    """How likely each candidate is, and last nobody; they add up to one."""
    weights = _tables(anaphor.trees is not None)[0][anaphor.number].get
    scores = [sum(weights(name, 0.0) for name in found) for found in features(anaphor, candidates)]
    high = max(scores)
    powers = [math.exp(score - high) for score in scores]
    total = sum(powers)
    return [power / total for power in powers]


def choose(anaphor: Anaphor, candidates: Sequence[Candidate]) -> tuple[int, float]:
    """Index of the likeliest candidate and its probability; :data:`NOBODY` where nobody is likelier than the lexicon's
    bound, where every candidate is weak, or where the two best are as good as each other."""
    found = probabilities(anaphor, candidates)
    bounds = _tables(anaphor.trees is not None)[1]
    first, *others = sorted(range(len(candidates)), key=found.__getitem__, reverse=True)
    second = found[others[0]] if others else 0.0
    if found[-1] > bounds["nobody"] or found[first] < bounds["least"] or found[first] - second < bounds["margin"]:
        return NOBODY, found[-1]
    return first, found[first]
