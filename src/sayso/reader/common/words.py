"""The closed word classes of lexicon/grammar.yaml as sets, loaded once."""

from __future__ import annotations

import functools

from sayso.lexicon import load


@functools.cache
def word_class(name: str) -> frozenset[str]:
    """The words of one class, lower case with straight apostrophes.

    Raises:
        KeyError: the lexicon has no class of that name.
    """
    return frozenset(str(word) for word in load("grammar.yaml")[name]["words"])


@functools.cache
def abbreviations() -> frozenset[str]:
    """Abbreviations that keep their full stop inside a sentence, lower case, without the stop."""
    return frozenset(str(word).lower() for word in load("titles.yaml")["abbreviations"]["words"])
