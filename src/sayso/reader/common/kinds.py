"""What kind of source a noun phrase names, by its head noun."""

from __future__ import annotations

import functools

from sayso.lexicon import load
from sayso.nouns.attribution import SourceKind
from sayso.reader.common.hop import Hop, Span
from sayso.reader.common.inflect import plural
from sayso.reader.common.names import names_in
from sayso.reader.common.outlets import is_outlet
from sayso.reader.common.page import Page
from sayso.reader.common.words import word_class

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
    """Head noun, singular and plural, to the kind of source."""
    made: dict[str, SourceKind] = {}
    for row in load("sources.yaml").values():
        for word in row["words"]:
            made[str(word)] = row["kind"]
            made.setdefault(plural(str(word)), row.get("plural", row["kind"]))
    return made


def noun_kind(noun: str) -> SourceKind | None:
    """The kind of source that a common noun names, in lower case; null for a noun of no list."""
    return _heads().get(noun)


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
        if low == "you":
            return "anonymous", None
        return ("group" if low in {"they", "we", "it", "them", "us"} else "named"), None
    count = _count(low, words[first])
    core = next((i for i in range(first + 1, last) if lows[i] in _CORE_ENDS), last)
    head = lows[core - 1].lower()
    if _names_outlet(page, first, core):
        return "outlet", None
    if _is_person(page, first, last):
        return "named", None
    capital = words[core - 1][0].isupper()
    if capital and core - 1 == first and _begins_sentence(page, first) and (head in _heads() or head.endswith("s")):
        capital = False
    one = 1 if low in _SINGULAR or low == "one" else count
    kind = _heads().get(head) if not capital or core - first > 1 else None
    if kind == "role":
        return "role", None
    if kind is not None:
        return kind, one if kind == "anonymous" else None
    if capital:
        body = (
            low == "the"
            or core - first > 3
            or (len(head) > 1 and words[core - 1].isupper())
            or _is_body(page, first, core)
        )
        return "group" if body else "named", None
    if one is not None:
        return "anonymous", one
    if head.endswith("s") or (low in {"the", "its", "their"} and not head.endswith(_AGENTS)):
        return "group", None
    return "role" if head.endswith(_AGENTS) else "group", None


_AGENTS = ("er", "or", "man", "woman", "ist", "ian", "ant")
_LINKS = frozenset({"of", "in", "at", "from", "near", "for", "with", "to"})
_CORE_ENDS = frozenset(
    [",", "who", "which", "of", "in", "for", "at", "from", "with", "on", "(", "that", "to", "by", "and"]
)


def _names_outlet(page: Page, first: int, core: int) -> bool:
    """A name of an outlet, or one that an outlet noun leads up to: *the agency Tidewire*."""
    capitals = [
        i for i in range(first, core) if page.words[i][0].isupper() and page.lows[i] not in word_class("determiners")
    ]
    if not capitals:
        return False
    begin = capitals[0]
    if begin > first and page.lows[begin - 1] in _outlet_nouns():
        return True
    name = page.text[page.starts[begin] : page.ends[core - 1]]
    return is_outlet(name) or (begin > first and is_outlet(page.text[page.starts[first] : page.ends[core - 1]]))


@functools.cache
def _outlet_nouns() -> frozenset[str]:
    return frozenset(load("sources.yaml")["outlets"]["words"]) | {"agency"}


def _begins_sentence(page: Page, at: int) -> bool:
    return (
        at == 0
        or page.lows[at - 1] in {".", "!", "?", ":", "“", '"', "‘", "”", "—"}
        or page.text[page.ends[at - 1] : page.starts[at]].count("\n") > 0
    )


def _is_body(page: Page, first: int, core: int) -> bool:
    names = load("names.yaml")
    if " ".join(page.lows[first:core]) in names["seats"]["words"]:
        return True
    words = names["organisation_words"]["words"]
    return any(page.lows[i] in words for i in range(first, core))


def _count(low: str, word: str) -> int | None:
    if low in _NUMBERS:
        return _NUMBERS[low]
    return int(word) if word.isdigit() and len(word) < 4 else None


def _is_person(page: Page, first: int, last: int) -> bool:
    """Whether a person's name stands in the phrase, and not as what *of* or *in* leads up to."""
    return any(
        kind == "person" and (start == first or page.lows[start - 1] not in _LINKS)
        for start, _, kind in names_in(page, first, last)
    )
