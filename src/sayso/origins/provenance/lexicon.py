"""The word lists of this room, folded and made into patterns once."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable
from typing import Any

from sayso.lexicon import load
from sayso.nouns.folding import fold
from sayso.origins.words import stems


def pattern(words: Iterable[str]) -> re.Pattern[str]:
    """A pattern that finds any of some words or phrases in folded text, the longest first."""
    # folded behind another word, since an article at the beginning would be dropped: "the press" is not "press"
    made = sorted({fold(f"x {word}")[2:] for word in words}, key=lambda word: (-len(word), word))
    return re.compile(r"(?<![\w])(?:" + "|".join(map(re.escape, made)) + r")(?![\w])")


@functools.lru_cache(maxsize=20_000)
def flat(text: str | None) -> str:
    """Text folded for the patterns: case, accents and white space do not count."""
    return fold(text or "")


@functools.cache
def _occasions() -> Any:
    return load("occasions.yaml")


@functools.cache
def media() -> tuple[tuple[str, str, re.Pattern[str]], ...]:
    """Medium, kind of origin and pattern, in order of precedence."""
    return tuple((name, row["kind"], pattern(row["words"])) for name, row in _occasions()["media"].items())


def shown(words: str) -> str | None:
    """What to call an utterance by the words that tell its medium; null where they are no name for one."""
    if not words:
        return None
    called = _occasions()["shown"]["words"]
    return called.get(words, words)  # type: ignore[no-any-return]


@functools.cache
def repeats() -> re.Pattern[str]:
    """Words that say that something is said again."""
    return pattern(_occasions()["repeats"]["words"])


@functools.cache
def holds() -> re.Pattern[str]:
    """A claim that begins with somebody's standing by what was said before: *she stood by it*."""
    words = "|".join(re.escape(fold(word)) for word in _occasions()["holds"]["words"])
    who = "|".join(load("grammar.yaml")["subject_pronouns"]["words"])
    return re.compile(rf"(?:(?:{who})\b)?\W*(?:\[[^]]*\]\W*)?(?:{words})\b")


@functools.cache
def wrote() -> re.Pattern[str]:
    """The verbs by which an outlet speaks of what it said before."""
    return pattern(_occasions()["own"]["verbs"])


@functools.cache
def back() -> re.Pattern[str]:
    """A definite word and a noun for a figure or a claim: *its figure*, *the earlier number*, *the mayor's count*."""
    nouns = "|".join(re.escape(fold(word)) for word in _occasions()["figures"]["words"])
    before = r"(?:its|his|her|their|that|this|earlier|previous|first|original|[\w-]+['’]s|[\w-]+s['’])"
    return re.compile(rf"\b{before}\s+(?:\w+\s+)?(?:{nouns})\b")


@functools.cache
def numbered() -> re.Pattern[str]:
    """Nouns whose number is a name: *the 500 block*."""
    return pattern(_occasions()["numbered"]["words"])


@functools.cache
def copy_of() -> re.Pattern[str]:
    """An agency's or an earlier text that a page was made of: *agency copy*."""
    return pattern(_occasions()["copy"]["words"])


@functools.cache
def own_outlet() -> re.Pattern[str]:
    """How an outlet speaks of itself."""
    return pattern(_occasions()["own"]["words"])


@functools.cache
def people(kind: str) -> re.Pattern[str]:
    """Words for *eyewitness*, *expert* or *office*, or those of *perception* and the *first_person*."""
    return pattern(load("origin_kinds.yaml")[kind]["words"])


@functools.cache
def people_stems(kind: str) -> frozenset[str]:
    """The words of *eyewitness*, *expert*, *office* or *anyone* as stems."""
    return frozenset(stem for word in load("origin_kinds.yaml")[kind]["words"] for stem in stems(word))


@functools.cache
def lived_through() -> re.Pattern[str]:
    """Somebody who saw, heard or did it: *she had counted three shots*."""
    verbs = "|".join(re.escape(fold(word)) for word in load("origin_kinds.yaml")["perception"]["words"])
    who = "|".join(load("grammar.yaml")["subject_pronouns"]["words"])
    return re.compile(rf"\b(?:{who})(?:\s+\[[^]]*\])?\s+(?:(?:had|has|have|was|were|also|only|just)\s+)*(?:{verbs})\b")


@functools.cache
def given_out() -> re.Pattern[str]:
    """An utterance named as a document, and nothing more: *the statement*."""
    return pattern(load("origin_kinds.yaml")["utterances"]["words"])


@functools.cache
def utterances() -> re.Pattern[str]:
    """*A statement by*, *the bulletin of*: a document that is somebody's utterance, up to who it is by."""
    nouns = "|".join(re.escape(fold(word)) for word in load("origin_kinds.yaml")["utterances"]["words"])
    return re.compile(rf"\b({nouns})\s+(?:by|of|from|on behalf of)\s+(?:the\s+|its\s+)?(?P<actor>.+)$")
