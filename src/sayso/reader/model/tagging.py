"""From word scores to ranges of cues and names."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from sayso.reader.model.labels import begin_inside, spans
from sayso.reader.model.viterbi import viterbi

Floats = npt.NDArray[np.float32]


class Tagged(NamedTuple):
    """Words ``[first, last)``, their kind ("" for cues), and how sure: the mean probability of their labels."""

    first: int
    last: int
    kind: str
    score: float


def probabilities(scores: Floats) -> Floats:
    """Softmax over the last axis."""
    shifted = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return np.asarray(shifted / shifted.sum(axis=-1, keepdims=True), dtype=np.float32)


def tag(
    scores: Floats, labels: tuple[str, ...], sentences: Sequence[tuple[int, int]], bias: float = 0.0
) -> list[Tagged]:
    """The best ranges in each sentence.

    Args:
        scores: [words, labels]. sentences: word ranges that cover all words.
        bias: taken off the score of "no label" (the first), to find more.
    """
    moves, begin = begin_inside(labels)
    end = np.zeros(len(labels), dtype=np.float32)
    lengths = np.asarray([last - first for first, last in sentences], dtype=np.int64)
    found: list[Tagged] = []
    shares = probabilities(scores)
    shifted = scores.copy()
    shifted[:, 0] -= bias
    # sentences of like length together: the steps of a batch are those of its longest
    order = np.argsort(lengths, kind="stable")
    for group in np.array_split(order, max(1, len(order) // 32)):
        batch = np.zeros((len(group), int(lengths[group].max()), len(labels)), dtype=np.float32)
        for row, number in enumerate(group):
            first, last = sentences[number]
            batch[row, : last - first] = shifted[first:last]
        for row, number in zip(viterbi(batch, lengths[group], moves, begin, end), group, strict=True):
            start = sentences[number][0]
            for first, last, kind in spans(row[: lengths[number]], labels):
                chosen = shares[np.arange(start + first, start + last), row[first:last]]
                found.append(Tagged(start + first, start + last, kind, float(chosen.mean())))
    return sorted(found)
