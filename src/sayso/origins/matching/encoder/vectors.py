"""Sentence vectors as bytes: one signed byte a dimension, each vector scaled to use them all.

Only directions are compared, so that the scale of a vector need not be kept.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]


def packed(vector: Floats) -> bytes:
    """[d] -> d bytes. A vector of noughts stays one."""
    largest = float(np.abs(vector).max(initial=0.0))
    scaled = vector * (127.0 / largest) if largest > 0 else vector
    return bytes(np.rint(scaled).astype(np.int8).tobytes())


def _unpacked(vectors: Sequence[bytes]) -> npt.NDArray[np.float32]:
    return np.frombuffer(b"".join(vectors), dtype=np.int8).reshape(len(vectors), -1).astype(np.float32)


def cosine(a: bytes, b: bytes) -> float:
    """Cosine of two packed vectors, in [-1, 1]; 0 where one has no direction.

    Raises:
        ValueError: they have different dimensions, and so come from different models.
    """
    return float(cosines(a, [b])[0])


def cosines(a: bytes, others: Sequence[bytes]) -> Floats:
    """[n]: the cosine of one vector with each of the others.

    Raises:
        ValueError: they have different dimensions.
    """
    if any(len(other) != len(a) for other in others):
        raise ValueError("vectors of different dimensions cannot be compared: they come from different models")
    if not others or not a:
        return np.zeros(len(others), dtype=np.float32)
    own, rest = _unpacked([a])[0], _unpacked(others)
    norms = np.linalg.norm(own) * np.linalg.norm(rest, axis=1)
    return np.where(norms > 0, np.clip((rest @ own) / np.maximum(norms, 1e-9), -1, 1), 0).astype(np.float32)
