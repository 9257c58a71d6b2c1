"""What counts as a name, so that corpora with other habits agree: no articles, no titles, proper words only."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from sayso.lexicon import load
from sayso.reader.common.page import Page
from training.data.groups import is_group
from training.data.record import Name, Words
from training.data.words import word_list

_ARTICLES = frozenset(["the", "a", "an", "this", "that", "these", "those", "its", "his", "her", "their", "our", "my"])


@cache
def titles() -> frozenset[str]:
    """Words before a person's name that are no part of it, in lower case and without full stop."""
    return word_list("titles") | {str(word).lower().rstrip(".") for word in load("titles.yaml")["titles"]["words"]}


def bare(page: Page, words: Words | None) -> Words | None:
    """The words without articles in front (``The`` with a capital belongs to the name)."""
    if words is None:
        return None
    first, last = words
    while first < last and page.words[first] in _ARTICLES:
        first += 1
    return (first, last) if first < last else None


def proper(page: Page, words: Words | None, kind: str, *, trim: bool) -> Words | None:
    """The words of a mention that are a name: no article, no title before a person, capitals but for linking words.

    With ``trim`` a name followed by more (``Pip, the boy``) ends where the lower case begins; without, such a mention
    is no name.
    """
    if words is None:
        return None
    first, last = words
    while first < last and page.words[first].lower() in _ARTICLES:
        first += 1
    while kind == "person" and first < last and page.words[first].lower().rstrip(".") in titles():
        first += 1
    end = stop = first
    while stop < last and (
        capital(page.words[stop]) or (stop > first and page.words[stop].lower() in word_list("links"))
    ):
        stop += 1
        if capital(page.words[stop - 1]):
            end = stop
    if end == first or not capital(page.words[first]) or (not trim and end != last and stop != last):
        return None
    return first, end


def capital(word: str) -> bool:
    """Does the word begin like a name, or is it a figure?"""
    return word[:1].isupper() or word[:1].isdigit()


def outermost(names: Iterable[Name]) -> tuple[Name, ...]:
    """Names that do not overlap, the longer before the shorter, in text order."""
    taken: set[int] = set()
    kept: list[Name] = []
    for name in sorted(names, key=lambda name: (name[0] - name[1], name[0])):
        if taken.isdisjoint(range(name[0], name[1])):
            taken.update(range(name[0], name[1]))
            kept.append(name)
    return tuple(sorted(kept))


def with_groups(page: Page, names: Iterable[Name], words: frozenset[str]) -> tuple[Name, ...]:
    """``names`` and, outside them, every capitalised word that names a group; a place or person of one such word is
    a group."""
    kept = tuple(
        (first, last, "group")
        if last - first == 1 and kind != "group" and is_group(page.words[first], words)
        else (first, last, kind)
        for first, last, kind in outermost(names)
    )
    taken = {word for first, last, _ in kept for word in range(first, last)}
    more = [
        (n, n + 1, "group")
        for n, word in enumerate(page.words)
        if n not in taken and word[:1].isupper() and is_group(word, words)
    ]
    return tuple(sorted([*kept, *more]))
