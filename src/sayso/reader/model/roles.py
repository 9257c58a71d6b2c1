"""Source and contents of each cue."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from sayso.reader.model.graphs import Graphs
from sayso.reader.model.labels import Labels, begin_end, begin_inside, spans
from sayso.reader.model.matrices import CueMatrix, cue_matrix, cue_means
from sayso.reader.model.viterbi import viterbi
from sayso.reader.model.windows import Window

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]
#: cues that go through the graph together
TOGETHER = 8


class Found(NamedTuple):
    """The ranges of one cue by role, and the probability of the words' labels (the geometric mean)."""

    cue: Window
    roles: dict[str, list[Window]]
    score: float


def read_roles(
    cues: Sequence[Window],
    states: Floats,
    sentences: Ints,
    graphs: Graphs,
    labels: Labels,
    transitions: Floats,
) -> list[Found]:
    """The roles round each cue.

    Args:
        cues: word ranges, in order. states: [words, 2 state]. sentences: [words] numbers of sentences.
        transitions: [roles, roles] learned scores of moves.
    """
    if not cues:
        return []
    matrix = cue_matrix(cues, sentences, 0, len(states))
    roles, circumstances = _scores(matrix, states, graphs, labels)
    mask = np.arange(matrix.words.shape[1])[None] < matrix.lengths[:, None]
    moves, begin, end = begin_end(labels.roles)
    loose, start = begin_inside(labels.circumstances)
    best = viterbi(roles, matrix.lengths, moves + transitions, begin, end)
    other = viterbi(circumstances, matrix.lengths, loose, start, np.zeros(len(start), dtype=np.float32))
    sure = _sureness(roles, best, mask)
    made: list[Found] = []
    for k, cue in enumerate(cues):
        first, length = int(matrix.words[k, 0]), int(matrix.lengths[k])
        found: dict[str, list[Window]] = {}
        for row, names in ((best[k], labels.roles), (other[k], labels.circumstances)):
            for a, b, kind in spans(row[:length], names):
                found.setdefault(kind, []).append((first + a, first + b))
        made.append(Found((int(cue[0]), int(cue[1])), found, float(sure[k])))
    return made


def _scores(matrix: CueMatrix, states: Floats, graphs: Graphs, labels: Labels) -> tuple[Floats, Floats]:
    """Of roles [cues, words, n] and of circumstances [cues, words, m]; a few cues at a time, for the cache's sake."""
    own, as_cue = states[:, : labels.state], states[:, labels.state :]
    means = cue_means(as_cue, matrix.cues)
    made = []
    for at in range(0, len(means), TOGETHER):
        part = slice(at, at + TOGETHER)
        width = int(matrix.lengths[part].max())
        mask = (np.arange(width)[None] < matrix.lengths[part, None]).astype(np.int64)
        words, places, sentences = (x[part, :width] for x in (matrix.words, matrix.places, matrix.sentences))
        padding = ((0, 0), (0, matrix.words.shape[1] - width), (0, 0))
        scored = graphs.roles(own[words], means[part], places, sentences, mask)
        made.append(tuple(np.pad(x, padding) for x in scored))
    roles, circumstances = (np.concatenate(parts) for parts in zip(*made, strict=True))
    return roles, circumstances


def _sureness(scores: Floats, best: Ints, mask: npt.NDArray[np.bool_]) -> Floats:
    """[cues]: the geometric mean of the probabilities of the labels of the words that have one."""
    shifted = scores - scores.max(axis=2, keepdims=True)
    logs = shifted - np.log(np.exp(shifted).sum(axis=2, keepdims=True))
    chosen = np.take_along_axis(logs, best[:, :, None], axis=2)[:, :, 0]
    weight = mask * (best > 0)
    return np.asarray(np.exp((chosen * weight).sum(axis=1) / np.maximum(weight.sum(axis=1), 1)), dtype=np.float32)
