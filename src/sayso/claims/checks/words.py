"""The lists and tolerances of lexicon/checks.yaml, compiled once."""

from __future__ import annotations

import functools
import re

from sayso.lexicon import load


@functools.cache
def words(name: str) -> frozenset[str]:
    """One list, lower case."""
    return frozenset(str(word) for word in load("checks.yaml")[name]["words"])


@functools.cache
def tolerance(name: str) -> float:
    """One figure of ``tolerances``."""
    return float(load("checks.yaml")["tolerances"]["values"][name])


@functools.cache
def any_of(*names: str) -> re.Pattern[str]:
    """A pattern for any word or phrase of some lists."""
    phrases = sorted({phrase for name in names for phrase in words(name)}, key=len, reverse=True)
    return re.compile(r"\b(?:" + "|".join(re.escape(phrase) for phrase in phrases) + r")\b", re.IGNORECASE)
