"""The word lists of lexicon/quantities.yaml, by class."""

from __future__ import annotations

import functools
from typing import Literal

from sayso.lexicon import load

Way = Literal["up", "down"]


@functools.cache
def listed(name: str) -> frozenset[str]:
    """The words of one class, in lower case."""
    return frozenset(str(word).lower() for word in load("quantities.yaml")[name]["words"])


@functools.cache
def named(name: str) -> dict[str, str]:
    """The words of one class with the word that stands for them."""
    return {str(word): str(value) for word, value in load("quantities.yaml")[name]["values"].items()}


@functools.cache
def valued(name: str) -> dict[str, float]:
    """The words of one class with what they stand for."""
    return {str(word): value for word, value in load("quantities.yaml")[name]["values"].items()}


@functools.cache
def directed(name: str) -> dict[str, Way]:
    """Words of change with their direction: *up* or *down*. ``name`` is ``moved`` or ``compared``."""
    data = load("quantities.yaml")
    if name == "compared":
        return {str(word): way for way in ("up", "down") for word in data["compared"][way]}
    return {str(word): way for way in ("down", "up") for word in data[way]["words"]}
