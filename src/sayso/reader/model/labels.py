"""The labels that a model was trained with, and the moves between them; they travel with its weights."""

from __future__ import annotations

import functools

import msgspec
import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
#: the score of what cannot be
NEVER = np.float32(-1e4)


class Labels(msgspec.Struct, frozen=True, kw_only=True):
    """Names of the outputs in the order of their columns.

    ``columns`` are the tasks of the word scores with their widths; ``cue`` and ``names`` and ``circumstances`` are of
    the scheme begin-inside, ``roles`` of begin-inside-end-single.
    """

    columns: dict[str, int]
    cue: tuple[str, ...]
    names: tuple[str, ...]
    upos: tuple[str, ...]
    deprels: tuple[str, ...]
    roles: tuple[str, ...]
    circumstances: tuple[str, ...]
    state: int
    arc: int
    rel: int

    def split(self, scores: Floats) -> dict[str, Floats]:
        """Word scores [n, columns] by task."""
        edges = np.cumsum(list(self.columns.values()))[:-1]
        return dict(zip(self.columns, np.split(scores, edges, axis=1), strict=True))


@functools.cache
def begin_inside(labels: tuple[str, ...]) -> tuple[Floats, Floats]:
    """Scores of moves [n, n] and of first labels [n] of a begin-inside scheme: I-x only after B-x or I-x."""

    def kind(label: str) -> str:
        return label[2:]

    moves = np.asarray(
        [[NEVER if b[0] == "I" and (a[0] not in "BI" or kind(a) != kind(b)) else 0.0 for b in labels] for a in labels],
        dtype=np.float32,
    )
    begin = np.asarray([NEVER if label[0] == "I" else 0.0 for label in labels], dtype=np.float32)
    return moves, begin


@functools.cache
def begin_end(labels: tuple[str, ...]) -> tuple[Floats, Floats, Floats]:
    """Scores of moves [n, n], of first and of last labels [n] of a begin-inside-end-single scheme."""
    moves = np.full((len(labels), len(labels)), NEVER, dtype=np.float32)
    for i, a in enumerate(labels):
        for j, b in enumerate(labels):
            goes_on = a[0] in "BI"
            if (goes_on and b[0] in "IE" and a[2:] == b[2:]) or (not goes_on and b[0] in "OBS"):
                moves[i, j] = 0.0
    begin = np.asarray([0.0 if label[0] in "OBS" else NEVER for label in labels], dtype=np.float32)
    end = np.asarray([0.0 if label[0] in "OES" else NEVER for label in labels], dtype=np.float32)
    return moves, begin, end


def spans(row: npt.NDArray[np.int64], labels: tuple[str, ...]) -> list[tuple[int, int, str]]:
    """The ranges of one row of labels: first, last, kind ("" where the labels have none)."""
    made: list[tuple[int, int, str]] = []
    start = -1
    for at, number in enumerate(row):
        label = labels[number]
        if label[0] in "OBS" and start >= 0:
            made.append((start, at, labels[row[start]][2:]))
            start = -1
        if label[0] in "BS":
            start = at
    if start >= 0:
        made.append((start, len(row), labels[row[start]][2:]))
    return made
