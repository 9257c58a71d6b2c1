"""Lengths of a text in km: miles, nautical miles, kilometres, metres, yards, feet."""

from __future__ import annotations

import functools

from sayso.lexicon import load


@functools.cache
def _table() -> dict[str, float]:
    rows = load("relative_places.yaml")["lengths"]["rows"]
    return {word: float(row["km"]) for row in rows for word in row["words"]}


def in_km(value: float, unit: str) -> float | None:
    """``value`` in km; null where ``unit`` is no length. *miles* are statute miles, also at sea."""
    factor = _table().get(" ".join(unit.lower().replace("-", " ").split()))
    return None if factor is None else value * factor


def length_words() -> tuple[str, ...]:
    """All words and signs of lengths, longest first."""
    return tuple(sorted(_table(), key=len, reverse=True))
