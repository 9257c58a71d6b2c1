"""Labels, the best path through them, and the ranges that come out."""

from __future__ import annotations

import itertools

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_model import LABELS

from sayso.reader.common.page import Page
from sayso.reader.model.labels import NEVER, begin_end, begin_inside, spans
from sayso.reader.model.mentions import joined
from sayso.reader.model.tagging import Tagged, probabilities, tag
from sayso.reader.model.viterbi import viterbi

Floats = npt.NDArray[np.float32]
ROLES = LABELS.roles
SEEDS = st.integers(0, 2**32 - 1)


def value(scores: Floats, row: tuple[int, ...], moves: Floats, begin: Floats, end: Floats) -> float:
    steps = sum(float(scores[t, label]) for t, label in enumerate(row))
    return steps + float(begin[row[0]] + end[row[-1]]) + sum(float(moves[a, b]) for a, b in itertools.pairwise(row))


@settings(max_examples=40, deadline=None)
@given(seed=SEEDS, count=st.integers(2, 4), lengths=st.lists(st.integers(1, 4), min_size=1, max_size=3))
def test_viterbi_finds_the_best_of_all_paths(seed: int, count: int, lengths: list[int]) -> None:
    rng = np.random.default_rng(seed)
    scores = rng.normal(size=(len(lengths), max(lengths), count)).astype(np.float32)
    moves, begin, end = (rng.normal(size=s).astype(np.float32) for s in ((count, count), count, count))
    rows = viterbi(scores, np.asarray(lengths), moves, begin, end)
    for row, length, own in zip(rows, lengths, scores, strict=True):
        ways = itertools.product(range(count), repeat=length)
        best = max(value(own, way, moves, begin, end) for way in ways)
        assert value(own, tuple(row[:length].tolist()), moves, begin, end) == pytest.approx(best, abs=1e-4)
        assert not row[length:].any()


def test_moves_of_the_scheme_with_ends() -> None:
    moves, begin, end = begin_end(ROLES)
    index = ROLES.index
    assert {label for label in ROLES if begin[index(label)] == 0} == {
        "O", "B-source", "S-source", "B-content", "S-content",
    }  # fmt: skip
    assert {label for label in ROLES if end[index(label)] == 0} == {
        "O", "E-source", "S-source", "E-content", "S-content",
    }  # fmt: skip
    for inner in ("B-source", "I-source"):
        follow = {label for label in ROLES if moves[index(inner), index(label)] == 0}
        assert follow == {"I-source", "E-source"}
    for outer in ("O", "E-source", "S-content"):
        follow = {label for label in ROLES if moves[index(outer), index(label)] == 0}
        assert follow == {"O", "B-source", "S-source", "B-content", "S-content"}
    assert set(np.unique(moves)) == {NEVER, np.float32(0)}


def test_moves_of_the_scheme_without_ends() -> None:
    moves, begin = begin_inside(LABELS.names)
    index = LABELS.names.index
    assert [label for label in LABELS.names if begin[index(label)] != 0] == ["I-person", "I-place"]
    for label in LABELS.names:
        may = moves[index(label), index("I-place")] == 0
        assert may == label.endswith("place")
        assert moves[index(label), index("B-place")] == moves[index(label), index("O")] == 0


def test_columns_are_split_by_task() -> None:
    width = sum(LABELS.columns.values())
    parts = LABELS.split(np.arange(2 * width, dtype=np.float32).reshape(2, width))
    assert {name: part.shape for name, part in parts.items()} == {n: (2, w) for n, w in LABELS.columns.items()}
    assert np.concatenate(list(parts.values()), axis=1)[1].tolist() == list(range(width, 2 * width))


RANGES = st.lists(st.tuples(st.integers(0, 2), st.integers(1, 4), st.sampled_from(["source", "content"])), max_size=6)


@settings(deadline=None)
@given(RANGES, st.integers(0, 2))
def test_spans_undo_labelling(made: list[tuple[int, int, str]], tail: int) -> None:
    row: list[str] = []
    expected = []
    for gap, width, kind in made:
        row += ["O"] * gap
        expected.append((len(row), len(row) + width, kind))
        row += [f"S-{kind}"] if width == 1 else [f"B-{kind}", *[f"I-{kind}"] * (width - 2), f"E-{kind}"]
    row += ["O"] * tail
    moves, begin, end = begin_end(ROLES)
    numbers = np.asarray([ROLES.index(label) for label in row], dtype=np.int64)
    assert spans(numbers, ROLES) == expected
    if row:
        allowed = value(np.zeros((len(row), len(ROLES)), np.float32), tuple(numbers.tolist()), moves, begin, end)
        assert allowed == 0


@settings(deadline=None)
@given(RANGES, st.integers(0, 2))
def test_spans_undo_labelling_without_ends(made: list[tuple[int, int, str]], tail: int) -> None:
    known = ("O", "B-source", "I-source", "B-content", "I-content")
    row: list[str] = []
    expected = []
    for gap, width, kind in made:
        row += ["O"] * gap
        expected.append((len(row), len(row) + width, kind))
        row += [f"B-{kind}", *[f"I-{kind}"] * (width - 1)]
    row += ["O"] * tail
    assert spans(np.asarray([known.index(label) for label in row], dtype=np.int64), known) == expected


@settings(max_examples=40, deadline=None)
@given(seed=SEEDS, lengths=st.lists(st.integers(1, 9), min_size=1, max_size=70))
def test_tagging_finds_ranges_inside_sentences_only(seed: int, lengths: list[int]) -> None:
    scores = np.random.default_rng(seed).normal(size=(sum(lengths), len(LABELS.names))).astype(np.float32) * 2
    edges = np.cumsum([0, *lengths]).tolist()
    sentences = list(itertools.pairwise(edges))
    found = tag(scores, LABELS.names, sentences)
    assert found == sorted(found)
    taken: set[int] = set()
    for one in found:
        assert any(a <= one.first < one.last <= b for a, b in sentences)
        assert taken.isdisjoint(range(one.first, one.last))
        taken |= set(range(one.first, one.last))
        assert one.kind in {"person", "place"}
        assert 0 < one.score <= 1
    # one sentence alone gives what it gives among others
    moves, begin = begin_inside(LABELS.names)
    for a, b in sentences[:5]:
        row = viterbi(scores[a:b][None], np.asarray([b - a]), moves, begin, np.zeros(5, np.float32))[0]
        assert [(f.first - a, f.last - a, f.kind) for f in found if a <= f.first < b] == spans(row, LABELS.names)


def test_a_bias_finds_more() -> None:
    scores = np.asarray([[1.0, 0.5, 0.0]], dtype=np.float32)
    assert tag(scores, LABELS.cue, [(0, 1)]) == []
    (found,) = tag(scores, LABELS.cue, [(0, 1)], bias=0.6)
    assert (found.first, found.last, found.kind) == (0, 1, "")
    assert found.score == pytest.approx(float(probabilities(scores)[0, 1]))


def test_probabilities_sum_to_one_and_do_not_overflow() -> None:
    made = probabilities(np.asarray([[1000.0, 0.0], [3.0, 3.0]], dtype=np.float32))
    assert made.sum(axis=1) == pytest.approx([1, 1])
    assert made[1].tolist() == [0.5, 0.5]


def test_an_article_that_is_tagged_alone_belongs_to_the_name_after_it() -> None:
    page = Page("He told The Harbour Post so. The rest left.")
    tagged = [Tagged(2, 3, "organization", 0.8), Tagged(3, 5, "organization", 0.9), Tagged(7, 8, "person", 0.6)]
    assert [(page.text[slice(*page.span(t.first, t.last))], t.kind) for t in joined(page, tagged)] == [
        ("The Harbour Post", "organization")
    ]
