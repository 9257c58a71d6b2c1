"""The best tree, and the relations on it."""

from __future__ import annotations

import itertools

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.reader.model import syntax
from sayso.reader.model.syntax import ParserWeights, best_tree, parse

SEEDS = st.integers(0, 2**32 - 1)


def is_tree(heads: list[int]) -> bool:
    """Heads are columns: 0 the root, k + 1 word k."""
    for start in range(len(heads)):
        at, seen = start, set()
        while at >= 0:
            if at in seen:
                return False
            seen.add(at)
            at = heads[at] - 1
    return heads.count(0) == 1


def total(scores: npt.NDArray[np.float32], heads: list[int]) -> float:
    return sum(float(scores[word, head]) for word, head in enumerate(heads))


def random_scores(seed: int, count: int) -> npt.NDArray[np.float32]:
    return np.random.default_rng(seed).normal(size=(count, count + 1)).astype(np.float32)


@settings(max_examples=30, deadline=None)
@given(seed=SEEDS, count=st.integers(1, 3))
def test_the_best_of_all_trees_of_few_words(seed: int, count: int) -> None:
    scores = random_scores(seed, count)
    trees = [way for way in itertools.product(range(count + 1), repeat=count) if is_tree(list(way))]
    found = best_tree(scores).tolist()
    assert is_tree(found)
    assert total(scores, found) == pytest.approx(max(total(scores, list(way)) for way in trees), abs=1e-4)


TREES = {
    count: [way for way in itertools.product(range(count + 1), repeat=count) if is_tree(list(way))] for count in (4, 5)
}


def test_there_are_as_many_trees_as_the_formula_says() -> None:
    # rooted labelled trees: n to the power of n - 1
    assert {count: len(ways) for count, ways in TREES.items()} == {4: 4**3, 5: 5**4}


@settings(max_examples=40, deadline=None)
@given(seed=SEEDS, count=st.sampled_from([4, 5]))
def test_a_tree_never_better_than_the_best_and_mostly_the_best(seed: int, count: int) -> None:
    scores = random_scores(seed, count)
    found = best_tree(scores).tolist()
    best = max(total(scores, list(way)) for way in TREES[count])
    assert is_tree(found)
    assert total(scores, found) <= best + 1e-4
    under = {way.index(0) for way in TREES[count] if abs(total(scores, list(way)) - best) < 1e-4}
    if found.index(0) in under:  # the likely roots are three; under the right one the tree is the best
        assert total(scores, found) == pytest.approx(best, abs=1e-4)


def test_the_right_root_is_almost_always_among_the_three_tried() -> None:
    missed = 0
    for seed in range(60):
        scores = random_scores(seed, 5)
        best = max(total(scores, list(way)) for way in TREES[5])
        missed += total(scores, best_tree(scores).tolist()) < best - 1e-4
    assert missed <= 3


@settings(max_examples=25, deadline=None)
@given(seed=SEEDS, count=st.integers(1, 40), ties=st.booleans())
def test_always_a_tree(seed: int, count: int, ties: bool) -> None:
    scores = random_scores(seed, count)
    if ties:
        scores = np.round(scores * 0.6)
    assert is_tree(best_tree(scores).tolist())


def test_cycles_inside_cycles_are_broken() -> None:
    count = 6
    scores = np.zeros((count, count + 1), dtype=np.float32)
    for word in range(count):  # pairs that point to each other, and the pairs in a ring
        scores[word, (word ^ 1) + 1] = 10
        scores[word, (word + 2) % count + 1] = 5
    scores[3, 0] = 1
    found = best_tree(scores).tolist()
    assert is_tree(found)
    assert found[3] == 0
    assert total(scores, found) == 3 * 10 + 2 * 5 + 1


def weights(arc: int, rel: int, relations: int, seed: int) -> ParserWeights:
    rng = np.random.default_rng(seed)
    shapes = ((arc,), (rel,), (arc, arc), (arc,), (relations, rel + 1, rel + 1))
    return ParserWeights(*(rng.normal(size=shape).astype(np.float32) for shape in shapes))


@settings(max_examples=20, deadline=None)
@given(seed=SEEDS, lengths=st.lists(st.integers(1, 9), min_size=1, max_size=4))
def test_parsing_gives_each_sentence_a_tree_with_known_relations(seed: int, lengths: list[int]) -> None:
    made = weights(4, 3, 5, seed)
    arcs = np.random.default_rng(seed + 1).normal(size=(sum(lengths), 2 * 4 + 2 * 3)).astype(np.float32)
    sentences = list(itertools.pairwise(np.cumsum([0, *lengths]).tolist()))
    heads, rels = parse(arcs, sentences, made)
    for first, last in sentences:
        own = heads[first:last]
        assert (own[own >= 0] >= first).all()
        assert is_tree(np.where(own < 0, 0, own - first + 1).tolist())
        alone, same = parse(arcs[first:last], [(0, last - first)], made)
        assert np.where(own < 0, -1, own - first).tolist() == alone.tolist()
        assert rels[first:last].tolist() == same.tolist()
    # the relation of a word, by the formula
    bounded = np.tanh(arcs)
    for word, head in enumerate(heads):
        above = np.append(made.root_rel if head < 0 else bounded[head, 11:], 1)
        assert rels[word] == np.argmax([np.append(bounded[word, 8:11], 1) @ matrix @ above for matrix in made.rel])


def test_relations_of_many_words_are_those_of_few(monkeypatch: pytest.MonkeyPatch) -> None:
    arcs = np.random.default_rng(2).normal(size=(20, 14)).astype(np.float32)
    made = weights(4, 3, 5, 2)
    whole = parse(arcs, [(0, 20)], made)[1]
    monkeypatch.setattr(syntax, "TOGETHER", 7)
    assert parse(arcs, [(0, 20)], made)[1].tolist() == whole.tolist()


def test_a_very_long_sentence_is_parsed_without_the_search(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(syntax, "LONGEST", 3)
    monkeypatch.setattr(syntax, "best_tree", lambda _: pytest.fail("searched"))
    arcs = np.random.default_rng(1).normal(size=(4, 14)).astype(np.float32)
    heads, _ = parse(arcs, [(0, 4)], weights(4, 3, 5, 1))
    assert ((heads >= -1) & (heads < 4)).all()
