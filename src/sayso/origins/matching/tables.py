"""The tables that comparing goes by: measures, things that are counted, rarity of words. Read once."""

from __future__ import annotations

import functools
from dataclasses import dataclass

from sayso.lexicon import load
from sayso.nouns.folding import fold
from sayso.origins.words import stem

#: band of a stem that the table does not have: rarer than its last
RAREST = 12.0

#: groups of things that are persons: who is killed or left may be called anything
PERSONS = frozenset({"people", "fighters", "workers"})


@dataclass(frozen=True, slots=True)
class Measure:
    """What a figure measures: *killed*, *evacuated*, *worth*."""

    label: str
    of: str | None
    grows: bool
    varies: bool
    differs: bool
    say: str


@functools.cache
def measures() -> dict[str, Measure]:
    """Classes of measures by label."""
    rows = load("measure_classes.yaml")["classes"]
    made = (
        Measure(
            label=row["label"],
            of=row["of"],
            grows=row["grows"],
            varies=row.get("varies", False),
            differs=row.get("differs", False),
            say=row["say"],
        )
        for row in rows
    )
    return {measure.label: measure for measure in made}


@functools.cache
def triggers() -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """First stem of a wording to the wordings (stems in order) and the measure that each is of; longest first."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for row in load("measure_classes.yaml")["classes"]:
        for wording in row["words"]:
            parts = tuple(stem(fold(word)) for word in wording.split())
            found.setdefault(parts[0], []).append((parts, row["label"]))
    return {first: tuple(sorted(rows, key=lambda row: -len(row[0]))) for first, rows in found.items()}


def kinds(words: frozenset[str]) -> frozenset[str]:
    """The measures that the words of a statement tell: *left* and *gone* are of one."""
    found = (row for word in words for row in triggers().get(word, ()) if len(row[0]) == 1)
    return frozenset(label for _, label in found)


@functools.cache
def bases() -> dict[str, str]:
    """Stem to the way of knowing that it tells: *registered*, *estimated*."""
    rows = load("measure_classes.yaml")["bases"]
    return {stem(word): row["label"] for row in rows for word in row["words"]}


@functools.cache
def things() -> dict[str, tuple[str, bool]]:
    """Stem of a noun to the group of things it is in, and whether it may stand for any of them."""
    found: dict[str, tuple[str, bool]] = {}
    for row in load("measure_classes.yaml")["things"]:
        found |= {stem(word): (row["label"], False) for word in row["words"]}
        found |= {stem(word): (row["label"], True) for word in row["general"]}
    return found


@functools.cache
def persons() -> frozenset[str]:
    """Stems of nouns that mean persons."""
    return frozenset(stem(word) for word in load("quantities.yaml")["persons"]["words"])


@functools.cache
def never() -> dict[frozenset[str], str]:
    """Pairs of measures, populations or ways of knowing that are never one, and why."""
    return {frozenset((row["a"], row["b"])): row["why"] for row in load("measure_classes.yaml")["never"]}


@functools.cache
def _bands() -> dict[str, float]:
    bands = load("match_words.yaml")["bands"]
    return {word: float(band) for band, words in bands.items() for word in words}


def rarity(word: str) -> float:
    """How rare a stem is: the band of its document frequency, negative binary logarithm (Sparck Jones 1972)."""
    return _bands().get(word, RAREST)


@functools.cache
def becomes() -> frozenset[tuple[str, str]]:
    """Pairs of measures: who was counted by the first is later counted by the second."""
    return frozenset((row["a"], row["b"]) for row in load("measure_classes.yaml")["becomes"])


@functools.cache
def marks(kind: str) -> frozenset[str]:
    """Stems of the words around a number that say what part it plays: *negating*, *exact*, *differing* and so on."""
    return frozenset(stem(word) for word in load("measure_classes.yaml")["marks"][kind]["words"])


@functools.cache
def aside() -> frozenset[str]:
    """Folded words that have the stem of a measure's word and do not tell it."""
    return frozenset(load("measure_classes.yaml")["marks"]["aside"]["words"])


@functools.cache
def auxiliaries() -> frozenset[str]:
    """Verbs that show that a predicate follows."""
    return frozenset(load("grammar.yaml")["auxiliaries"]["words"]) - {"to", "not", "never"}


@functools.cache
def vague_words() -> tuple[str, ...]:
    """Words that stand for a number without naming one: *several*, *dozens*."""
    rows = load("vague.yaml")["conventions"]["wide"]["rows"]
    return tuple(sorted({str(row["words"]) for row in rows}))
