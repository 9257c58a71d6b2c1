"""Windows of words as the matrices that the graphs take. The trainer builds its batches with the same functions."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from sayso.reader.model.features import places, sentence_steps
from sayso.reader.model.pieces import CLS, PADDING, SEP
from sayso.reader.model.windows import Window

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float32]

#: words on either side of a cue among which its source and contents are looked for
REACH = 80


class PieceMatrix(NamedTuple):
    """Rows of windows, padded: ids, features and mask [b, t]; ``first[k]`` are the columns of window k's words."""

    ids: Ints
    features: Ints
    mask: Ints
    first: tuple[Ints, ...]


def piece_matrix(pieces: Sequence[Sequence[int]], features: Ints, windows: Sequence[Window]) -> PieceMatrix:
    """The pieces of each window between [CLS] and [SEP]."""
    rows, columns, spread = [], [], []
    for begin, end in windows:
        lengths = np.fromiter((len(pieces[w]) for w in range(begin, end)), dtype=np.int64, count=end - begin)
        columns.append(np.concatenate([[1], 1 + np.cumsum(lengths)[:-1]]).astype(np.int64))
        rows.append([CLS, *(piece for w in range(begin, end) for piece in pieces[w]), SEP])
        spread.append(np.repeat(features[begin:end], lengths))
    longest = max(map(len, rows))
    ids = np.full((len(rows), longest), PADDING, dtype=np.int64)
    shown = np.zeros_like(ids)
    mask = np.zeros_like(ids)
    for k, (row, feature) in enumerate(zip(rows, spread, strict=True)):
        ids[k, : len(row)] = row
        shown[k, 1 : len(row) - 1] = feature
        mask[k, : len(row)] = 1
    return PieceMatrix(ids, shown, mask, tuple(columns))


class CueMatrix(NamedTuple):
    """One row a cue: ``words`` [c, w] numbers of words (0 where padded), ``places`` and ``sentences`` [c, w],
    ``lengths`` [c], ``cues`` [c, 2] word ranges."""

    words: Ints
    places: Ints
    sentences: Ints
    lengths: Ints
    cues: Ints


def cue_matrix(cues: Sequence[Window], sentences: Ints, begin: int, end: int) -> CueMatrix:
    """The words round each cue, inside ``[begin, end)``; ``sentences`` [words] numbers the sentences of the text."""
    ranges = [(max(begin, first - REACH), min(end, last + REACH)) for first, last in cues]
    lengths = np.asarray([b - a for a, b in ranges], dtype=np.int64)
    shape = (len(cues), int(lengths.max()))
    words, place, sentence = (np.zeros(shape, dtype=np.int64) for _ in range(3))
    for k, ((a, b), (first, last)) in enumerate(zip(ranges, cues, strict=True)):
        at = np.arange(a, b, dtype=np.int64)
        words[k, : b - a] = at
        place[k, : b - a] = places(at, first, last)
        sentence[k, : b - a] = sentence_steps(sentences[a:b], int(sentences[first]))
    return CueMatrix(words, place, sentence, lengths, np.asarray(cues, dtype=np.int64).reshape(-1, 2))


def cue_means(states: Floats, cues: Ints) -> Floats:
    """[cues, d]: the mean of the states of the words of each cue."""
    return np.stack([states[first:last].mean(axis=0) for first, last in cues]).astype(np.float32)
