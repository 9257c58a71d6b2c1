"""Windows and parts cover a text, each word where it has context."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_model import LABELS, Said, TableGraphs, made_tokenizer

from sayso.reader.common.page import Page
from sayso.reader.model import encode as encoding
from sayso.reader.model.pieces import LONGEST
from sayso.reader.model.windows import owners, plan

SIZE, OVERLAP = 40, 12
TEXTS = st.lists(st.lists(st.integers(1, LONGEST), min_size=1, max_size=25), min_size=1, max_size=12)


def flat(text: list[list[int]]) -> tuple[list[int], list[tuple[int, int]]]:
    """Lengths of the words, and the ranges of the sentences."""
    edges = np.cumsum([0, *map(len, text)]).tolist()
    return [n for sentence in text for n in sentence], list(itertools.pairwise(edges))


@settings(deadline=None)
@given(TEXTS)
def test_windows_cover_all_words_within_their_size_and_go_on(text: list[list[int]]) -> None:
    lengths, sentences = flat(text)
    windows = plan(lengths, sentences, size=SIZE, overlap=OVERLAP)
    assert windows[0][0] == 0
    assert windows[-1][1] == len(lengths)
    for first, last in windows:
        assert first < last
        assert sum(lengths[first:last]) <= SIZE
    for (first, last), (next_first, next_last) in itertools.pairwise(windows):
        assert first < next_first <= last < next_last


@settings(deadline=None)
@given(TEXTS)
def test_windows_begin_with_a_sentence_unless_it_is_too_long(text: list[list[int]]) -> None:
    lengths, sentences = flat(text)
    for first, _ in plan(lengths, sentences, size=SIZE, overlap=OVERLAP):
        own = next((a, b) for a, b in sentences if a <= first < b)
        assert first == own[0] or sum(lengths[own[0] : own[1]]) > SIZE - OVERLAP


def test_windows_of_short_sentences_share_what_is_asked_for() -> None:
    windows = plan([1] * 200, [(n, n + 1) for n in range(200)], size=SIZE, overlap=OVERLAP)
    shared = [last - next_first for (_, last), (next_first, _) in itertools.pairwise(windows)]
    assert shared
    assert set(shared) == {OVERLAP}
    assert plan([], [], size=SIZE, overlap=OVERLAP) == []


@settings(deadline=None)
@given(TEXTS)
def test_owners_have_the_most_context_on_the_poorer_side(text: list[list[int]]) -> None:
    lengths, sentences = flat(text)
    count = len(lengths)
    windows = plan(lengths, sentences, size=SIZE, overlap=OVERLAP)

    def room(word: int, window: tuple[int, int]) -> int:
        before = word - window[0] if window[0] else count
        behind = window[1] - 1 - word if window[1] < count else count
        return min(before, behind)

    for word, owner in enumerate(owners(windows, count).tolist()):
        holding = [w for w in windows if w[0] <= word < w[1]]
        assert windows[owner] in holding
        assert room(word, windows[owner]) == max(room(word, w) for w in holding)


def test_parts_are_cut_between_paragraphs_or_at_twice_the_size(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(encoding, "PART", 10)
    page = Page("\n".join(["Rain fell on us. We all went in."] * 6 + [" ".join(["It rained on."] * 12)]))
    made = list(encoding.parts(page))
    assert made[0][0] == 0
    assert made[-1][1] == len(page.sentences)
    assert all(a[1] == b[0] for a, b in itertools.pairwise(made))
    inside = 0
    for begin, end in made:
        assert page.sentences[end - 1].last - page.sentences[begin].first <= 20
        inside += begin > 0 and page.sentences[begin].block == page.sentences[begin - 1].block
    assert inside == 2  # the long paragraph at the end
    assert list(encoding.parts(Page(""))) == []


def test_windows_give_the_same_as_one_where_context_tells_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    words = [f"w{n}" for n in range(30)]
    graphs = TableGraphs({word: Said(factuality=float(n)) for n, word in enumerate([*words, "."])})
    page = Page(" ".join(f"{a.title()} {b} {c}." for a, b, c in zip(words[::3], words[1::3], words[2::3], strict=True)))
    tokenizer = made_tokenizer(graphs.words)
    whole = encoding.encode(page, 0, len(page.sentences), tokenizer, graphs)
    assert len(graphs.windows) == 1
    graphs.windows.clear()
    monkeypatch.setattr(encoding, "WINDOW", 14)
    monkeypatch.setattr(encoding, "OVERLAP", 4)
    pieced = encoding.encode(page, 0, len(page.sentences), tokenizer, graphs)
    assert len(graphs.windows) > 3
    assert max(graphs.windows) <= 14 + 2
    for one, other in zip(whole[2:], pieced[2:], strict=True):
        assert np.array_equal(one, other)
    part = encoding.encode(page, 2, 4, tokenizer, graphs)
    assert (part.first, part.last) == (page.sentences[2].first, page.sentences[3].last)
    assert np.array_equal(part.scores, whole.scores[part.first : part.last])
    assert LABELS.split(whole.scores)["factuality"][:3, 0].tolist() == [0.0, 1.0, 2.0]
