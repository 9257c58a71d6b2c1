"""Packed vectors: directions are kept, and only directions count."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from sayso.origins.matching.encoder import cosine, cosines, score_join
from sayso.origins.matching.encoder.vectors import packed

VECTORS = arrays.arrays(np.float32, 48, elements=st.floats(-1, 1, width=32)).filter(lambda v: np.abs(v).max() > 1e-3)


@given(a=VECTORS, b=VECTORS)
def test_the_cosine_is_that_of_the_vectors(a: np.ndarray, b: np.ndarray) -> None:  # type: ignore[type-arg]
    exact = float(a @ b / np.linalg.norm(a) / np.linalg.norm(b))
    assert cosine(packed(a), packed(b)) == pytest.approx(exact, abs=0.06)
    assert cosine(packed(a), packed(b)) == cosine(packed(b), packed(a))


@given(a=VECTORS, scale=st.floats(0.01, 100))
def test_length_does_not_matter(a: np.ndarray, scale: float) -> None:  # type: ignore[type-arg]
    assert cosine(packed(a), packed((a * scale).astype(np.float32))) == pytest.approx(1.0, abs=1e-3)


def test_a_vector_of_noughts_is_near_nothing() -> None:
    nothing = packed(np.zeros(4, dtype=np.float32))
    assert nothing == bytes(4)
    assert cosine(nothing, nothing) == 0.0


def test_many_are_compared_at_once() -> None:
    a, b = packed(np.array([1, 0], dtype=np.float32)), packed(np.array([-3, 0], dtype=np.float32))
    assert cosines(a, [a, b]).tolist() == [1.0, -1.0]
    assert cosines(a, []).tolist() == []


def test_vectors_of_two_models_are_not_compared() -> None:
    with pytest.raises(ValueError, match="different models"):
        cosine(bytes(3), bytes(4))


def test_candidates_rank_without_vectors_too() -> None:
    assert score_join(0.4, None) < score_join(0.5, None)
    assert score_join(0.4, 0.2) < score_join(0.4, 0.9)
    assert score_join(0.4, 0.5) < score_join(0.6, 0.5)
