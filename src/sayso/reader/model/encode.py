"""The encoder over all words of a text, window by window."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from tokenizers import Tokenizer

from sayso.reader.common.page import Page
from sayso.reader.model.features import word_features
from sayso.reader.model.graphs import Graphs
from sayso.reader.model.matrices import piece_matrix
from sayso.reader.model.pieces import word_pieces
from sayso.reader.model.windows import owners, plan

Floats = npt.NDArray[np.float32]

#: pieces of a window, and those that it shares with the one before
WINDOW, OVERLAP = 254, 48
#: words that are held at once; a longer text is read part by part, so that memory does not grow with it
PART = 4_000


class Words(NamedTuple):
    """What the encoder says of the words ``[first, last)`` of a page: scores [n, columns], states [n, 2 state],
    arcs [n, 2 arc + 2 rel]."""

    first: int
    last: int
    scores: Floats
    states: Floats
    arcs: Floats


def parts(page: Page) -> Iterator[tuple[int, int]]:
    """Runs of sentences of about :data:`PART` words, cut between paragraphs where there are any: sentence ranges."""
    begin = 0
    sentences = page.sentences
    for at, sentence in enumerate(sentences):
        words = sentence.last - sentences[begin].first
        if at > begin and (words > 2 * PART or (words > PART and sentence.block != sentences[at - 1].block)):
            yield begin, at
            begin = at
    if begin < len(sentences):
        yield begin, len(sentences)


def encode(page: Page, begin: int, end: int, tokenizer: Tokenizer, graphs: Graphs) -> Words:
    """The words of the sentences ``[begin, end)``, each read in the window where it has the most context."""
    sentences = page.sentences[begin:end]
    first, last = sentences[0].first, sentences[-1].last
    pieces = word_pieces(tokenizer, page.words[first:last])
    features = word_features(page, first, last)
    ranges = [(s.first - first, s.last - first) for s in sentences]
    windows = plan([len(p) for p in pieces], ranges, size=WINDOW, overlap=OVERLAP)
    owner = owners(windows, last - first)
    layers: list[Floats] = []
    for number, window in enumerate(windows):
        matrix = piece_matrix(pieces, features, [window])
        outputs = graphs.encode(matrix.ids, matrix.features, matrix.mask)
        if not layers:
            layers = [np.zeros((last - first, out.shape[2]), dtype=np.float32) for out in outputs]
        own = owner[window[0] : window[1]] == number
        for layer, out in zip(layers, outputs, strict=True):
            layer[window[0] : window[1]][own] = out[0, matrix.first[0][own]]
    return Words(first, last, *layers)
