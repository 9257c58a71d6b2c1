"""The word lists of this room, as sets and tables."""

from __future__ import annotations

import functools
from typing import Literal

import msgspec

from sayso.lexicon import load

Number = Literal["one", "many", "thing"]


class Pronoun(msgspec.Struct, frozen=True):
    """A row of lexicon/pronouns.yaml: what the word asks of whom it points to, and where it can stand."""

    person: Literal[1, 3]
    number: Number
    sex: Literal["m", "f"] | None
    places: tuple[Literal["subject", "object", "possessor"], ...]


@functools.cache
def people_nouns() -> frozenset[str]:
    """Nouns for one person by office, trade or lot."""
    sources = load("sources.yaml")
    return frozenset(str(word) for key in ("roles", "people", "crowds") for word in sources[key]["words"])


@functools.cache
def titles() -> frozenset[str]:
    """Titles before names, lower case, without full stop."""
    return frozenset(str(word) for word in load("titles.yaml")["titles"]["words"])


@functools.cache
def pronouns() -> dict[str, Pronoun]:
    """Personal pronouns, lower case."""
    return msgspec.convert(load("pronouns.yaml"), dict[str, Pronoun])


@functools.cache
def speaker_words(key: str) -> frozenset[str]:
    """One class of lexicon/speaker_words.yaml."""
    return frozenset(str(word) for word in load("speaker_words.yaml")[key]["words"])


def title_in_full(title: str) -> str:
    """*gen* as *general*; any other word as it is."""
    full: dict[str, str] = load("speaker_words.yaml")["written_out"]["words"]
    return full.get(title.rstrip("."), title)
