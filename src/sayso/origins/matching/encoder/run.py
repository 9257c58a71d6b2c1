"""Texts to vectors, pairs of texts to verdicts."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from sayso.origins.matching.encoder.overlap import overlap_ids
from sayso.origins.matching.encoder.vectors import packed
from sayso.origins.matching.encoder.verdict import Verdict, joined
from sayso.origins.matching.encoder.weights import Model, load_model

Pair = tuple[str, str]
#: a text is cut to so many characters before it is split into pieces: what is longer is no statement
LONGEST = 2_000


def embed(texts: Sequence[str], *, model: Model | None = None) -> list[bytes]:
    """The vector of each text, packed: compare them with ``cosine``. The same text always gets the same vector.

    Raises:
        EncoderError: there is no model, or it is damaged (SAY-110 to SAY-112).
    """
    model = model or load_model()
    made: dict[str, bytes] = {}
    for text in texts:
        if text not in made:
            ids = np.array(model.texts.encode(text[:LONGEST]).ids, dtype=np.int64)
            made[text] = packed(model.graphs.vector(ids))
    return [made[text] for text in texts]


def verify(pairs: Sequence[Pair], *, model: Model | None = None) -> list[Verdict]:
    """Of each pair: whether the first text, taken as true, entails the second, contradicts it, or leaves it open.

    Raises:
        EncoderError: there is no model, or it is damaged (SAY-110 to SAY-112).
    """
    model = model or load_model()
    return [_verdict(model, first[:LONGEST], second[:LONGEST]) for first, second in pairs]


def verify_both(pairs: Sequence[Pair], *, model: Model | None = None) -> list[Verdict]:
    """The same where neither text is the evidence: each pair is read both ways, which costs twice as much.

    Raises:
        EncoderError: as :func:`verify`.
    """
    there = verify(pairs, model=model)
    back = verify([(second, first) for first, second in pairs], model=model)
    return [joined(one, other) for one, other in zip(there, back, strict=True)]


def _verdict(model: Model, first: str, second: str) -> Verdict:
    encoding = model.pairs.encode(first, second)
    ids, types = (np.array(row, dtype=np.int64) for row in (encoding.ids, encoding.type_ids))
    scores = model.graphs.pair(ids, types, overlap_ids(first, second, encoding)) / model.card.temperature
    shares = np.exp(scores - scores.max())
    entails, contradicts, neutral = (shares / shares.sum()).tolist()
    return Verdict(entails, contradicts, neutral)
