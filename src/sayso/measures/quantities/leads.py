"""How a number is meant: the words before and after it that bound or round it."""

from __future__ import annotations

import functools
from dataclasses import dataclass, field

from sayso.lexicon import load
from sayso.measures.quantities.lists import listed
from sayso.measures.quantities.syntax import Syntax
from sayso.measures.quantities.words import HYPHENS, Words, phrases

#: Words of one such phrase, at most: "in the region of".
LONGEST = 4
_CLASSES = ("low", "high", "exact", "about")
#: Determiners among the exact words: what they stand before is known already (*the two towns*).
DEFINITE = frozenset({"the", "its", "their", "his", "her", "our"})


@dataclass(slots=True)
class Lead:
    """What the words round a number say of it. ``first`` is the first of them."""

    first: int
    bound: str | None = None  # low: the number is the least; high: the most
    about: bool = False
    definite: bool = False
    words: list[str] = field(default_factory=list)


@functools.cache
def _before() -> dict[str, str]:
    data = load("quantities.yaml")
    return {phrase: name for name in _CLASSES for phrase in phrases(data[name]["words"])}


@functools.cache
def _after() -> dict[str, str]:
    data = load("quantities.yaml")["after"]
    return {phrase: name for name in ("low", "high", "about") for phrase in phrases(data[name])}


def lead_before(words: Words, at: int, floor: int, syntax: Syntax | None = None) -> Lead:
    """The words before the number that begins at the word ``at``; none from before ``floor`` are taken.

    With ``syntax`` *over* is no bound where it is a preposition or a particle: *a fireball over two tanks*.
    """
    lead, known = Lead(at), _before()
    for _ in range(3):
        taken = _phrase_before(words, lead.first, floor)
        if taken is None:
            break
        first, phrase = taken
        name = known[phrase]
        if phrase == "up to" and words.at(first - 1) in listed("going"):
            break
        if phrase == "over" and syntax and syntax.relation(first).startswith(("case", "compound", "mark")):
            break
        if name == "exact" and phrase in DEFINITE and (lead.bound or lead.about):
            break
        lead.first, lead.words = first, [phrase, *lead.words]
        if name in {"low", "high"}:
            lead.bound = name
        elif name == "about":
            lead.about = True
        elif phrase in DEFINITE:
            lead.definite = True
            break
    return lead


def _phrase_before(words: Words, at: int, floor: int) -> tuple[int, str] | None:
    known = _before()
    end = at - 1 if at - 1 >= floor and words.at(at - 1) in HYPHENS and words.at(at - 2) == "sub" else at
    for width in range(LONGEST, 0, -1):
        first = end - width
        if first < floor or first < 0 or "\n" in words.low[first:end]:
            continue
        phrase = " ".join(words.low[first:end])
        if phrase in known and (phrase != "sub" or end < at):
            return first, phrase
    return None


def tail_after(words: Words, at: int) -> tuple[int, str, str] | None:
    """*or more*, *or so*, *-odd*, *+* after a number or its unit: where it ends, its class, and its words."""
    glued = words.at(at) in HYPHENS and words.is_glued(at)
    for taken, phrase in words.prefixes(at + 1 if glued else at, 3):
        name = _after().get(phrase)
        if name is None or (phrase in {"odd", "ish"} and not glued) or (phrase == "+" and not words.is_glued(at)):
            continue
        if phrase == "plus" and not glued:
            continue
        return at + taken + int(glued), name, phrase
    return None
