"""By which definition something is counted: *killed* is not *casualties*, *fighters* are not *members*."""

from __future__ import annotations

import functools
from collections.abc import Iterable
from dataclasses import dataclass, field

from sayso.lexicon import load
from sayso.origins.words import stem


@dataclass(frozen=True, slots=True)
class Definition:
    """``key`` is the same for words that count the same; ``event`` where what is counted happened at one time.

    ``word`` is how it is called; it makes no difference.
    """

    key: str
    event: bool
    word: str = field(default="", compare=False)


def definition(noun: str, words: Iterable[str]) -> Definition | None:
    """The definition behind a folded noun and the stems of the words beside it; null where they tell none."""
    befell = _befell()
    key = stem(noun) if noun else ""
    for word in (key, *sorted(words)):
        if word in befell:
            return Definition(befell[word], event=True, word=befell[word])
    return Definition(key, event=False, word=noun) if noun else None


@functools.cache
def _befell() -> dict[str, str]:
    values = load("quantities.yaml")["befell"]["values"]
    return {stem(word): "killed" if state in ("killed", "dead") else state for word, state in values.items()}
