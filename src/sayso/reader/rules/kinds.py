"""What kind of source a noun phrase names, by its head noun."""

from __future__ import annotations

import functools

from sayso.lexicon import load
from sayso.nouns.attribution import SourceKind
from sayso.reader.rules.hop import Hop, Span
from sayso.reader.rules.page import Page
from sayso.reader.rules.words import word_class

_NUMBERS = {
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "both": 2,
}
_SINGULAR = frozenset({"a", "an", "another"})


@functools.cache
def _heads() -> dict[str, SourceKind]:
    made: dict[str, SourceKind] = {}
    for kind, row in load("sources.yaml").items():
        for word in row.get("words", ()):
            made[str(word)] = row["kind"]
            made.setdefault(str(word) + "s", row.get("plural", row["kind"]))
        _ = kind
    return made


@functools.cache
def outlet_names() -> frozenset[str]:
    """Names and aliases of known outlets, lower case."""
    made = set()
    for row in load("outlets.csv"):
        made.add(row["name"].lower())
        made.update(alias.strip().lower() for alias in (row["aliases"] or "").split("|") if alias.strip())
    return frozenset(made)


@functools.cache
def _outlet_words() -> frozenset[str]:
    return frozenset(load("sources.yaml")["outlet_words"]["words"])


def is_outlet(name: str) -> bool:
    """Whether a capitalised name is an outlet's: a known one, or made like one (*Radio X*, *the X Times*)."""
    plain = name.lower().removeprefix("the ").strip()
    if plain in outlet_names() or "the " + plain in outlet_names():
        return True
    words = plain.split()
    return (
        len(words) > 1
        and (words[-1] in _outlet_words() or words[0] in {"radio", "tele", "télé", "tv"})
        or plain.endswith((".com", ".net", ".org"))
    )


def source_kind(page: Page, hop: Hop) -> tuple[SourceKind, int | None]:
    """The kind and, where the phrase counts its people, how many."""
    if hop.source is None:
        return "unnamed", None
    return phrase_kind(page, hop.source)


def phrase_kind(page: Page, span: Span) -> tuple[SourceKind, int | None]:
    """Kind and count of one noun phrase (word range)."""
    first, last = span
    lows, words = page.lows, page.words
    low = lows[first]
    if last - first == 1 and low in word_class("subject_pronouns") | {"him", "her", "them", "me", "us"}:
        return ("group", None) if low in {"they", "we", "it", "them", "us"} else ("named", None)
    count = _count(low, words[first])
    core_end = last
    for i in range(first + 1, last):
        if lows[i] in {",", "who", "which", "of", "in", "for", "at", "from", "with", "on", "(", "that", "to", "by"}:
            core_end = i
            break
    heads = _heads()
    name = [
        i
        for i in range(first, core_end)
        if words[i][0].isupper() and not (i == first and low in word_class("determiners"))
    ]
    head = lows[core_end - 1]
    text = page.text[page.starts[first] : page.ends[core_end - 1]]
    if name and is_outlet(text):
        return "outlet", None
    capital = words[core_end - 1][0].isupper()
    person = _is_person(page, first, last)
    if person:
        return "named", None
    kind = heads.get(head)
    if kind == "role":
        if low in _SINGULAR or count is not None:
            return "anonymous", 1 if low in _SINGULAR else count
        return "role", None
    if kind is not None:
        if kind == "anonymous":
            return kind, 1 if low in _SINGULAR or low == "one" else count
        return kind, None
    if capital:
        return "group" if low in {"the"} or last - first > 4 or len(words[core_end - 1]) > 1 and words[
            core_end - 1
        ].isupper() else "named", None
    if count is not None or low in _SINGULAR:
        return "anonymous", 1 if low in _SINGULAR else count
    if head.endswith("s") and low not in {"the", "its", "their", "his", "her"}:
        return "anonymous", None
    return "role" if head.endswith(("er", "or", "man", "woman", "ist", "ian", "ant")) else "group", None


def _count(low: str, word: str) -> int | None:
    if low in _NUMBERS:
        return _NUMBERS[low]
    return int(word) if word.isdigit() and len(word) < 4 else None


def _is_person(page: Page, first: int, last: int) -> bool:
    """A personal name in the phrase: after a title, role or determiner phrase, two capitalised words that are no body."""
    from sayso.reader.rules.names import names_in

    return any(kind == "person" for _, _, kind in names_in(page, first, last))
