"""Mentions without a name, found by their form: personal pronouns, and phrases whose head noun describes somebody.

For every reader: one that knows only names passes its names through :func:`with_references`.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Sequence

import msgspec

from sayso.lexicon import load
from sayso.nouns.mention import EntityType, Mention
from sayso.reader.common.cues import verbs
from sayso.reader.common.inflect import plural
from sayso.reader.common.page import Page
from sayso.reader.common.words import word_class

_TYPES: dict[str, EntityType] = {"one": "person", "many": "group", "thing": "other"}
_KINDS: dict[str, EntityType] = {
    "role": "person",
    "anonymous": "person",
    "group": "organization",
    "outlet": "outlet",
}
#: Words of a description between its determiner and its head: *the | Africa Command's new | head*.
_REACH = 4
_OPENERS = frozenset(
    ["the", "a", "an", "this", "that", "these", "those", "his", "her", "its", "their", "another", "our", "my"]
)
_PLURAL_OPENERS = _OPENERS - {"a", "an", "this", "that", "another"}
#: Heads that stand for people only in a phrase that counts or points: *those who*, *some*, *one*.
_POINTERS = frozenset({"other", "someone", "somebody", "those", "some", "many", "others", "most", "one"})

_CLOSED = ("prepositions", "auxiliaries", "coordinators", "relatives", "finite", "subordinators", "adverbs")

#: Characters ``[start, end)``, type, form and score of a mention without a name.
Row = tuple[int, int, EntityType, str, float]


@functools.cache
def pronouns() -> dict[str, EntityType]:
    """Personal pronouns, lower case, to the type of whom they point to."""
    return {word: _TYPES[row["number"]] for word, row in load("pronouns.yaml").items()}


@functools.cache
def _heads() -> dict[str, tuple[EntityType, bool]]:
    """Head noun to the type of whom it describes, and whether it is a plural."""
    made: dict[str, tuple[EntityType, bool]] = {}
    for row in load("sources.yaml").values():
        kind = _KINDS.get(row["kind"])
        for word in row["words"] if kind else ():
            if kind is None or str(word) in _POINTERS or not str(word).islower():
                continue
            made.setdefault(str(word), (kind, False))
            many: EntityType = "group" if kind == "person" else kind
            made.setdefault(plural(str(word)), (many, True))
    gendered = load("names.yaml")["gendered_nouns"]
    for word in (*gendered["m"], *gendered["f"]):
        made[word] = ("person", False)
        made.setdefault(plural(word), ("group", True))
    return made


def pronouns_in(page: Page) -> list[Row]:
    """Personal pronouns of the first and third person, in text order."""
    table = pronouns()
    return [
        (page.starts[i], page.ends[i], table[word.lower()], "pronoun", 0.8)
        for i, word in enumerate(page.words)
        # "US" and "IT" in capitals are names
        if word.lower() in table and (word.islower() or word == "I" or word.istitle())
    ]


def nominals_in(page: Page) -> list[Row]:
    """Phrases from their determiner to a head noun for people or bodies: *the new minister*, *his lawyer*.

    A noun that leads up to a name (*the minister Rosa Klein*) is an office of that name and left out.
    """
    heads, rows = _heads(), []
    words, lows = page.words, page.lows
    for i, low in enumerate(lows):
        found = heads.get(low)
        if found is None or not words[i].islower():
            continue
        after = words[i + 1] if i + 1 < len(words) else ""
        if after[:1].isupper() or (after.islower() and after in heads):
            continue  # an office before a name, or the first part of a compound: "the police officer"
        first = _opener(page, i, plural_head=found[1])
        if first is not None and lows[first] in {"a", "an"} and not _may_follow(after):
            continue  # "a salesman approach"
        if first is not None:
            rows.append((page.starts[first], page.ends[i], found[0], "nominal", 0.6))
    return rows


def _may_follow(word: str) -> bool:
    """Whether a word behind a head noun shows that its phrase ends there: a mark, a verb, a word of a closed class."""
    low = word.lower()
    return (
        not low[:1].isalpha()
        or low.endswith(("ed", "s", "ly", "ing"))
        or low in verbs()
        or any(low in word_class(name) for name in _CLOSED)
    )


def _opener(page: Page, head: int, *, plural_head: bool) -> int | None:
    """The determiner that the phrase of a head noun begins with; None where nothing near can be one."""
    closed = word_class("prepositions") | word_class("auxiliaries") | word_class("coordinators")
    for i in range(head - 1, max(-1, head - 2 - _REACH), -1):
        low = page.lows[i]
        if low in _OPENERS:
            return i if not plural_head or low in _PLURAL_OPENERS else None
        if low.endswith("ed") and page.words[i - 1][:1].isupper() and i > 0:
            return None  # "the Union served | men"
        if low in closed or not (page.words[i][0].isalnum() or low in {"'s", "-"}):
            return None
    return None


def with_references(page: Page, names: Iterable[Mention]) -> tuple[Mention, ...]:
    """Names together with the pronouns and descriptions of the page, in text order, numbered anew (``m1`` …).

    A description that lies over a name or inside one gives way to it, unless the name is only its modifier.
    """
    named = sorted(names, key=lambda m: (m.start, m.end))
    rows: list[tuple[int, int, Mention]] = [(m.start, -m.end, m) for m in named]
    for start, end, kind, form, score in (*pronouns_in(page), *_apart(nominals_in(page), named)):
        made = Mention(
            id="", start=start, end=end, text=page.text[start:end], type=kind, entity=None,
            form="pronoun" if form == "pronoun" else "nominal", score=score,
        )  # fmt: skip
        rows.append((start, -end, made))
    rows.sort(key=lambda row: row[:2])
    return tuple(msgspec.structs.replace(mention, id=f"m{n}") for n, (_, _, mention) in enumerate(rows, 1))


def _apart(rows: list[Row], names: Sequence[Mention]) -> list[Row]:
    """The descriptions whose head stands in no name."""
    kept, at = [], 0
    for row in rows:
        while at < len(names) and names[at].end < row[1]:
            at += 1
        if at < len(names) and names[at].start < row[1]:
            continue
        kept.append(row)
    return kept
