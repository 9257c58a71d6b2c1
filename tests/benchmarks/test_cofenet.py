"""CofeNet's protocol on invented items."""

from __future__ import annotations

import pytest

from cofenet import Spans, closeness, labelled, predicted, score
from joining import join
from readings import document
from sayso.reader.rules import RulesReader


def spans(**roles: list[tuple[int, int]]) -> Spans:
    return {"source": [], "cue": [], "content": [], **roles}


def test_labels_become_spans() -> None:
    labels = "B-source I-source B-cue O I-content B-content I-content B-content I-cue".split()  # noqa: SIM905
    assert labelled(labels) == spans(source=[(0, 2)], cue=[(2, 3)], content=[(5, 7), (7, 8)])


def test_what_is_read_comes_back_in_tokens() -> None:
    tokens = "`` We are late , '' Ida Roux said .".split()  # noqa: SIM905
    text, ranges = join(tokens)
    found = predicted(RulesReader().read(document(text, "item")).attributions, ranges)
    assert found["source"] == [(6, 8)]
    assert found["cue"] == [(8, 9)]
    assert found["content"] == [(0, 6)]


@pytest.mark.parametrize(("a", "b", "value"), [((0, 4), (0, 4), 1.0), ((0, 4), (2, 6), 2 / 6), ((0, 2), (2, 4), 0.0)])
def test_closeness(a: tuple[int, int], b: tuple[int, int], value: float) -> None:
    assert closeness(a, b) == closeness(b, a) == pytest.approx(value)


def test_scores() -> None:
    gold = spans(cue=[(0, 1), (4, 6), (8, 9)])
    read = spans(cue=[(0, 1), (4, 5), (12, 13)])
    exact, begin, jaccard, number = score([(gold, read)], "cue")
    assert (exact, begin, number) == (33.3, 66.7, 3)
    # two gold spans met (1 and a half), one missed, and one read where there is none
    assert jaccard == pytest.approx(100 * (1 + 0.5 + 0 + 0) / 4, abs=0.05)


def test_the_gold_scores_full() -> None:
    gold = spans(source=[(0, 2)], content=[(3, 9)])
    assert score([(gold, gold)], "content") == (100.0, 100.0, 100.0, 1)
