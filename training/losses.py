"""The loss of a batch: the sum of the tasks, each per word."""

from __future__ import annotations

import itertools

import torch
import torch.nn.functional as F  # noqa: N812 - everyone's name for it
from torch import Tensor

from training import labels
from training.batches import Batch
from training.corpus import IGNORED
from training.net import STATE, Net

#: weight of each task; what PolNeAR says about names and parts of speech was found by a program and counts less
WEIGHTS = {
    "outer": 1.0, "cue": 0.5, "roles": 1.0, "circumstances": 0.5, "names": 1.0, "upos": 0.3,
    "arcs": 0.5, "rels": 0.5, "factuality": 0.05,
}  # fmt: skip
SILVER = {"polnear": {"names": 0.6, "upos": 0.1}, "composed": {"names": 0.1, "upos": 0.1}}


def columns(scores: Tensor) -> dict[str, Tensor]:
    """The scores [n, columns] by task."""
    parts = torch.split(scores, list(labels.COLUMNS.values()), dim=-1)
    return dict(zip(labels.COLUMNS, parts, strict=True))


def losses(net: Net, batch: Batch) -> dict[str, Tensor]:
    """The losses of all tasks that the batch has labels for."""
    flat = batch.rows * batch.ids.shape[1] + batch.columns
    outputs = net.encoder(batch.ids, batch.features, batch.mask)
    scores, states, arcs = (x.flatten(0, 1).index_select(0, flat) for x in outputs)
    by_task = columns(scores)
    words = len(batch.rows)
    made: dict[str, Tensor] = {
        name: F.cross_entropy(by_task[name], batch.word_labels[name], ignore_index=IGNORED, reduction="sum") / words
        for name in ("outer", "cue", "names", "upos")
        if name in batch.word_labels
    }
    if batch.factuality is not None:
        known = ~torch.isnan(batch.factuality)
        if known.any():
            made["factuality"] = F.smooth_l1_loss(by_task["factuality"][known, 0], batch.factuality[known])
    if batch.cue_words is not None:
        made |= _role_losses(net, batch, states, words)
    if batch.heads is not None:
        made |= _syntax_losses(net, batch, arcs, words)
    return made


def _role_losses(net: Net, batch: Batch, states: Tensor, words: int) -> dict[str, Tensor]:
    assert batch.cue_words is not None
    assert batch.cues is not None
    assert batch.lengths is not None
    assert batch.places is not None
    assert batch.steps is not None
    assert batch.roles is not None
    own, as_cue = states[:, :STATE], states[:, STATE:]
    at = torch.arange(words)[None]
    inside = ((at >= batch.cues[:, :1]) & (at < batch.cues[:, 1:])).to(own.dtype)
    cue = (inside / inside.sum(1, keepdim=True)) @ as_cue
    real = torch.arange(batch.cue_words.shape[1])[None] < batch.lengths[:, None]
    around = own.index_select(0, batch.cue_words.flatten()).view(*batch.cue_words.shape, STATE)
    roles, circumstances = net.roles(around, cue, batch.places, batch.steps, real)
    made = {"roles": net.roles.chain.loss(roles, batch.roles, batch.lengths).sum() / words}
    if batch.circumstances is not None:
        flat = circumstances.reshape(-1, circumstances.shape[-1])
        made["circumstances"] = (
            F.cross_entropy(flat, batch.circumstances.reshape(-1), ignore_index=IGNORED, reduction="sum") / words
        )
    return made


def _syntax_losses(net: Net, batch: Batch, arcs: Tensor, words: int) -> dict[str, Tensor]:
    assert batch.heads is not None
    arc_loss = arcs.new_zeros(())
    rel_loss = arcs.new_zeros(())
    # one split: a slice for each sentence would each fill a gradient of the whole batch
    edges = sorted({0, words, *(edge for sentence in batch.sentences for edge in sentence)})
    parts = dict(zip(edges, torch.split(arcs, [b - a for a, b in itertools.pairwise(edges)]), strict=False))
    for first, last in batch.sentences:
        heads = batch.heads[first:last]
        known = heads != IGNORED
        if not known.any():
            continue
        target = torch.where(heads == -1, 0, heads - first + 1)
        own = parts[first]
        arc_loss = arc_loss + F.cross_entropy(net.parser.arcs(own)[known], target[known], reduction="sum")
        rels = net.parser.rels(own, torch.where(known, target, 0))[known]
        gold = batch.word_labels["deprels"][first:last][known]
        rel_loss = rel_loss + F.cross_entropy(rels, gold, ignore_index=IGNORED, reduction="sum")
    return {"arcs": arc_loss / words, "rels": rel_loss / words}


def total(made: dict[str, Tensor], source: str) -> Tensor:
    """The weighted sum."""
    silver = SILVER.get(source, {})
    return torch.stack([WEIGHTS[name] * silver.get(name, 1.0) * loss for name, loss in made.items()]).sum()
