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
    back = np.zeros((steps, rows, count), dtype=np.int64)
    into = np.ascontiguousarray(moves.T)[None]  # [1, to, from]: reductions run along memory
    ends = {int(t): np.flatnonzero(lengths == t) for t in np.unique(lengths)}
    best = scores[:, 0] + begin
    last = best.copy()  # [b, n] at the last place of each row
    for t in range(1, steps):
        ways = best[:, None, :] + into
        ways.argmax(axis=2, out=back[t])
        best = ways.max(axis=2)
        best += scores[:, t]
        if t + 1 in ends:
            last[ends[t + 1]] = best[ends[t + 1]]
    final = (last + end).argmax(axis=1)
    made = np.zeros((steps, rows), dtype=np.int64)
    at = np.arange(rows)
    label = final.copy()
    for t in range(steps - 1, -1, -1):
        if t + 1 in ends:  # a row is followed back from where it ends
            label[ends[t + 1]] = final[ends[t + 1]]
        made[t] = label
        label = back[t, at, label]
    return np.where(np.arange(steps)[None] < lengths[:, None], made.T, 0)
