"""Windows of documents as batches of tensors, one data set a batch."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
import torch
from torch import Tensor

from sayso.reader.model.matrices import REACH, cue_matrix, piece_matrix
from sayso.reader.model.windows import plan
from training import corpus
from training.corpus import IGNORED, Doc

Piece = tuple[Doc, int, int]


@dataclass(slots=True)
class Batch:
    """Word-level tensors lie flat: ``rows`` and ``columns`` [n] say where in the piece matrix each word stands."""

    ids: Tensor
    features: Tensor
    mask: Tensor
    rows: Tensor
    columns: Tensor
    source: str = ""
    word_labels: dict[str, Tensor] = field(default_factory=dict)  # [n] each, IGNORED where unknown
    factuality: Tensor | None = None  # [n], nan where unknown
    sentences: list[tuple[int, int]] = field(default_factory=list)  # flat ranges, for the parser
    heads: Tensor | None = None  # [n] flat numbers, -1 root, IGNORED unknown
    cue_words: Tensor | None = None  # [c, w] flat numbers
    cues: Tensor | None = None  # [c, 2] flat ranges
    places: Tensor | None = None
    steps: Tensor | None = None
    lengths: Tensor | None = None
    roles: Tensor | None = None  # [c, w]
    circumstances: Tensor | None = None  # [c, w], only where they are marked


def windows(docs: Sequence[Doc], size: int, rng: random.Random) -> list[Piece]:
    """Each document cut into windows of whole sentences, the first one of random length."""
    made = []
    for doc in docs:
        lengths = [len(p) for p in doc.pieces]
        begin = 0
        if len(doc.sentences) > 2 and sum(lengths) > size:
            few = plan(lengths, doc.sentences, size=rng.randint(size // 3, size), overlap=0)[0][1]
            made.append((doc, 0, few))
            begin = few
        left = [(max(a, begin) - begin, b - begin) for a, b in doc.sentences if b > begin]
        if left:
            made += [(doc, a + begin, b + begin) for a, b in plan(lengths[begin:], left, size=size, overlap=0)]
    return made


def batches(pieces: list[Piece], budget: int, rng: random.Random) -> Iterator[list[Piece]]:
    """Windows of like length together, each batch of at most ``budget`` pieces with padding, in random order."""
    sized = sorted(
        ((sum(len(p) for p in doc.pieces[a:b]) + rng.randint(0, 24), k) for k, (doc, a, b) in enumerate(pieces))
    )
    groups: list[list[Piece]] = [[]]
    for size, k in sized:
        if groups[-1] and (len(groups[-1]) + 1) * (size + 2) > budget:
            groups.append([])
        groups[-1].append(pieces[k])
    rng.shuffle(groups)
    yield from groups


def build(group: Sequence[Piece], source: str) -> Batch:
    """The tensors of one batch."""
    matrices = [piece_matrix(doc.pieces, doc.features, [(a, b)]) for doc, a, b in group]
    longest = max(m.ids.shape[1] for m in matrices)

    def stack(name: str) -> Tensor:
        arrays = [getattr(m, name) for m in matrices]
        return torch.from_numpy(np.concatenate([np.pad(x, ((0, 0), (0, longest - x.shape[1]))) for x in arrays]))

    batch = Batch(
        ids=stack("ids"),
        features=stack("features"),
        mask=stack("mask"),
        rows=torch.from_numpy(np.repeat(np.arange(len(group)), [b - a for _, a, b in group])),
        columns=torch.from_numpy(np.concatenate([m.first[0] for m in matrices])),
        source=source,
    )
    starts = np.cumsum([0, *(b - a for _, a, b in group)])
    first = group[0][0]
    if first.attributions is not None:
        # what PolNeAR takes for an attribution is learnt from PolNeAR; the other head learns from all texts
        for name in ("cue",) if first.layered else ("outer", "cue"):
            batch.word_labels[name] = _flat([corpus.cue_labels(d, outer=name == "outer")[a:b] for d, a, b in group])
        _cues(batch, group, starts)
    for name in ("names", "upos"):
        parts = [getattr(d, name) for d, _, _ in group]
        if any(part is not None for part in parts):
            batch.word_labels[name] = _flat(
                [np.full(b - a, IGNORED) if p is None else p[a:b] for p, (_, a, b) in zip(parts, group, strict=True)]
            )
    if any(doc.factuality is not None for doc, _, _ in group):
        batch.factuality = torch.from_numpy(
            np.concatenate(
                [
                    np.full(b - a, np.nan, dtype=np.float32) if doc.factuality is None else doc.factuality[a:b]
                    for doc, a, b in group
                ]
            )
        )
    if all(doc.heads is not None for doc, _, _ in group):
        _syntax(batch, group, starts)
    return batch


def _flat(parts: Sequence[np.ndarray]) -> Tensor:  # type: ignore[type-arg]
    return torch.from_numpy(np.concatenate(parts).astype(np.int64))


def _syntax(batch: Batch, group: Sequence[Piece], starts: np.ndarray) -> None:  # type: ignore[type-arg]
    heads, rels = [], []
    for (doc, a, b), start in zip(group, starts, strict=False):
        assert doc.heads is not None
        assert doc.deprels is not None
        for first, last in doc.sentences:
            if a <= first and last <= b:
                batch.sentences.append((int(start + first - a), int(start + last - a)))
        own = doc.heads[a:b]
        # a head in another sentence is a fault of the sentence splitter and is not learnt
        same = (own >= a) & (own < b)
        same[same] = doc.sentence_of[own[same]] == doc.sentence_of[a:b][same]
        heads.append(np.where(own == -1, -1, np.where(same, own - a + start, IGNORED)))
        rels.append(doc.deprels[a:b])
    batch.heads = _flat(heads)
    batch.word_labels["deprels"] = _flat(rels)


def _cues(batch: Batch, group: Sequence[Piece], starts: np.ndarray) -> None:  # type: ignore[type-arg]
    rows, roles, circumstances = [], [], []
    marked = group[0][0].layered
    for (doc, a, b), start in zip(group, starts, strict=False):
        kept = []
        for attribution in doc.attributions or []:
            first, last = attribution.cue
            if first < a or last > b:
                continue
            begin, end = max(a, first - REACH), min(b, last + REACH)
            labelled = corpus.role_labels(attribution, begin, end)
            if labelled is None:
                continue
            kept.append(attribution.cue)
            roles.append(labelled)
            circumstances.append(corpus.circumstance_labels(attribution, begin, end))
        if kept:
            rows.append((cue_matrix(kept, doc.sentence_of, a, b), start - a))
    if not rows:
        return
    width = max(m.words.shape[1] for m, _ in rows)

    def stack(name: str, shift: bool = False) -> Tensor:
        return torch.from_numpy(
            np.concatenate(
                [np.pad(getattr(m, name) + by * shift, ((0, 0), (0, width - m.words.shape[1]))) for m, by in rows]
            )
        )

    batch.cue_words, batch.places, batch.steps = stack("words", True), stack("places"), stack("sentences")
    batch.lengths = torch.from_numpy(np.concatenate([m.lengths for m, _ in rows]))
    batch.cues = torch.from_numpy(np.concatenate([m.cues + by for m, by in rows]))
    real = torch.arange(width)[None] < batch.lengths[:, None]
    batch.cue_words = torch.where(real, batch.cue_words, 0)
    batch.roles = torch.from_numpy(np.stack([np.pad(r, (0, width - len(r))) for r in roles]))
    if marked:
        batch.circumstances = torch.from_numpy(
            np.stack([np.pad(r, (0, width - len(r)), constant_values=IGNORED) for r in circumstances])
        )
