"""Heads and relations of the words of a sentence: biaffine scores (Dozat and Manning 2017), the best tree of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]
#: A sentence of more words than this is parsed word by word, without the search for the best tree.
LONGEST = 400
#: words whose relations are scored together
TOGETHER = 256


class ParserWeights(NamedTuple):
    """root [arc], root_rel [rel], arc [arc, arc], head_bias [arc], rel [relations, rel + 1, rel + 1]."""

    root: Floats
    root_rel: Floats
    arc: Floats
    head_bias: Floats
    rel: Floats


def parse(arcs: Floats, sentences: Sequence[tuple[int, int]], weights: ParserWeights) -> tuple[Ints, Ints]:
    """All sentences of a text.

    Args:
        arcs: [n, 2 arc + 2 rel] of the words. sentences: word ranges that cover them.

    Returns:
        heads [n] (number of a word, -1 the root; exactly one root a sentence) and numbers of relations [n].
    """
    size, small = len(weights.root), len(weights.root_rel)
    arcs = np.tanh(arcs)
    dependent = arcs[:, :size] @ weights.arc
    heads = np.empty(len(arcs), dtype=np.int64)
    for first, last in sentences:
        head = np.concatenate([weights.root[None], arcs[first:last, size : 2 * size]])
        scores = dependent[first:last] @ head.T + head @ weights.head_bias
        columns: Ints = best_tree(scores) if len(scores) <= LONGEST else scores.argmax(axis=1)
        heads[first:last] = np.where(columns > 0, columns - 1 + first, -1)
    above = np.where((heads >= 0)[:, None], arcs[heads, 2 * size + small :], weights.root_rel)
    below = arcs[:, 2 * size : 2 * size + small]
    return heads, _relations(below, above, weights.rel)


def _relations(below: Floats, above: Floats, weights: Floats) -> Ints:
    """[n] the best relation of each word (``below``, [n, rel]) to its head (``above``, [n, rel])."""
    count, _, width = weights.shape
    flat = weights.transpose(1, 0, 2).reshape(-1, count * width)
    made = np.empty(len(below), dtype=np.int64)
    for at in range(0, len(below), TOGETHER):
        forms = (_with_one(below[at : at + TOGETHER]) @ flat).reshape(-1, count, width)
        scores = forms @ _with_one(above[at : at + TOGETHER])[:, :, None]
        made[at : at + TOGETHER] = scores[:, :, 0].argmax(axis=1)
    return made


def _with_one(values: Floats) -> Floats:
    return np.concatenate([values, np.ones((len(values), 1), dtype=np.float32)], axis=1)


def best_tree(scores: Floats) -> Ints:
    """The tree of the highest sum with one word under the root.

    Args:
        scores: [n, n + 1] of word i under head j; column 0 is the root, column k + 1 word k.

    Returns:
        [n] heads as columns. Greedy where that is a tree; else Chu-Liu-Edmonds, once for each likely root.
    """
    count = len(scores)
    own = scores.astype(np.float64)
    own[np.arange(count), np.arange(count) + 1] = -np.inf
    heads: Ints = own.argmax(axis=1)
    if (heads == 0).sum() == 1 and _cycle(heads) is None:
        return heads
    best, best_sum = heads, -float("inf")
    for root in np.argsort(-(own[:, 0] - own[:, 1:].max(axis=1, initial=-1e9)))[:3]:
        fixed = own.copy()
        fixed[:, 0] = -1e9
        fixed[root] = -1e9
        fixed[root, 0] = own[root, 0]
        tree = _edmonds(fixed)
        total = float(own[np.arange(count), tree].sum())
        if total > best_sum:
            best, best_sum = tree, total
    return best


def _cycle(heads: Ints) -> list[int] | None:
    """The words of a cycle, None where every word leads to the root; heads are columns."""
    state = np.zeros(len(heads), dtype=np.int8)
    for start in range(len(heads)):
        path: list[int] = []
        at = start
        while at >= 0 and state[at] == 0:
            state[at] = 1
            path.append(at)
            at = int(heads[at]) - 1
        if at >= 0 and state[at] == 1:
            return path[path.index(at) :]
        state[path] = 2
    return None


def _edmonds(scores: npt.NDArray[np.float64]) -> Ints:
    """Chu and Liu (1965), Edmonds (1967): [n, n + 1] -> heads as columns."""
    heads: Ints = scores.argmax(axis=1)
    cycle = _cycle(heads)
    if cycle is None:
        return heads
    inside = np.zeros(len(scores), dtype=bool)
    inside[cycle] = True
    outside = np.flatnonzero(~inside)
    gain = scores[cycle] - scores[cycle, heads[cycle]][:, None]  # of leaving the cycle at each of its words
    # the cycle becomes one word, the last; columns: root, the words outside, the cycle
    columns = np.concatenate([[0], outside + 1])
    small = np.full((len(outside) + 1, len(columns) + 1), -np.inf)
    small[:-1, :-1] = scores[np.ix_(outside, columns)]
    from_cycle = scores[np.ix_(outside, np.asarray(cycle) + 1)]
    if len(outside):
        small[:-1, -1] = from_cycle.max(axis=1)
    small[-1, :-1] = gain[:, columns].max(axis=0)
    found = _edmonds(small)
    made = heads.copy()
    for k, word in enumerate(outside):
        made[word] = columns[found[k]] if found[k] < len(columns) else cycle[int(from_cycle[k].argmax())] + 1
    entry = columns[found[-1]]
    broken = cycle[int(gain[:, entry].argmax())]
    made[broken] = entry
    return made
