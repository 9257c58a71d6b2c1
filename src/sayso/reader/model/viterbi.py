"""The best sequence of labels under scores and forbidden moves, for many sequences at once."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]


def viterbi(scores: Floats, lengths: Ints, moves: Floats, begin: Floats, end: Floats) -> Ints:
    """Viterbi (1967) over a batch.

    Args:
        scores: [b, t, n] a score of each label at each place; ``lengths`` [b] says how far each row goes, at least 1.
        moves: [n, n] the score of label j after label i. begin, end: [n] of a first and of a last label.

    Returns:
        [b, t] labels, 0 behind the end of a row.
    """
    rows, steps, count = scores.shape
    back = np.zeros((steps, rows, count), dtype=np.int8)
    best = scores[:, 0] + begin
    same = np.arange(count, dtype=np.int8)
    for t in range(1, steps):
        ways = best[:, :, None] + moves[None]
        chosen = ways.argmax(axis=1)
        there = lengths > t
        best = np.where(there[:, None], np.take_along_axis(ways, chosen[:, None, :], axis=1)[:, 0] + scores[:, t], best)
        back[t] = np.where(there[:, None], chosen, same)
    made = np.zeros((rows, steps), dtype=np.int64)
    label = (best + end).argmax(axis=1)
    at = np.arange(rows)
    for t in range(steps - 1, -1, -1):
        made[:, t] = np.where(lengths > t, label, 0)
        if t:
            label = back[t, at, label].astype(np.int64)
    return made
