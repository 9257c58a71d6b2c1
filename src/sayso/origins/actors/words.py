"""The word lists of this room, as sets and tables."""

from __future__ import annotations

import functools

from sayso.lexicon import load


@functools.cache
def class_of(key: str) -> frozenset[str]:
    """One class of lexicon/name_classes.yaml that is a list (or the keys of one that is a table)."""
    return frozenset(str(word) for word in load("name_classes.yaml")[key]["words"])


@functools.cache
def table_of(key: str) -> dict[str, str]:
    """One class of lexicon/name_classes.yaml that is a table."""
    words = load("name_classes.yaml")[key]["words"]
    return {str(word): str(meaning) for word, meaning in words.items()}


@functools.cache
def sets_of(key: str) -> dict[str, frozenset[int]]:
    """Each word of a class made of sets, with the numbers of the sets that hold it."""
    found: dict[str, set[int]] = {}
    for number, words in enumerate(load("name_classes.yaml")[key]["sets"]):
        for word in words:
            found.setdefault(str(word), set()).add(number)
    return {word: frozenset(numbers) for word, numbers in found.items()}


def in_one_set(key: str, a: str, b: str) -> bool:
    """Whether two words stand in one set of a class."""
    sets = sets_of(key)
    return not sets.get(a, frozenset()).isdisjoint(sets.get(b, frozenset()))


@functools.cache
def titles() -> frozenset[str]:
    """Titles before names, folded, without full stop."""
    return frozenset(str(word) for word in load("titles.yaml")["titles"]["words"])


@functools.cache
def offices() -> frozenset[str]:
    """Nouns for somebody by office or trade: *minister*, *inspector*, *fisherman*."""
    sources = load("sources.yaml")
    trades = load("speaker_words.yaml")["trades"]["words"]
    return frozenset(str(w) for key in ("roles", "people", "crowds") for w in sources[key]["words"]) | set(trades)


@functools.cache
def heads_of(key: str) -> frozenset[str]:
    """One class of lexicon/sources.yaml: head nouns of sources."""
    return frozenset(str(word) for word in load("sources.yaml")[key]["words"])


@functools.cache
def given_names() -> frozenset[str]:
    """Given names, folded."""
    listed = {str(row["name"]) for row in load("given_names.csv")}
    return frozenset(listed | set(load("names.yaml")["first_names"]["words"]))


@functools.cache
def interest_class(key: str) -> dict[str, str]:
    """One table of lexicon/interests.yaml."""
    words = load("interests.yaml")[key]["words"]
    return {str(word): str(meaning) for word, meaning in words.items()}


@functools.cache
def countries() -> dict[str, str]:
    """Names and demonyms of countries, folded, with their codes; abbreviations in capitals only as they are written."""
    found: dict[str, str] = {}
    for row in load("countries.csv"):
        for word in (row["name"], *(row["names"] or "").split("|"), *(row["demonyms"] or "").split("|")):
            if word and not word.replace(".", "").isupper():
                found.setdefault(word.casefold(), row["code"])
    return found


@functools.cache
def country_names() -> dict[str, str]:
    """Codes of countries with their names."""
    return {row["code"]: row["name"] for row in load("countries.csv")}
