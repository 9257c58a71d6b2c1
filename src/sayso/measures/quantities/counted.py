"""What a number counts: the noun phrase after it with its place, or *the number of …* before it."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

from sayso.lexicon import load
from sayso.measures.quantities.lists import listed, named
from sayso.measures.quantities.singular import singular
from sayso.measures.quantities.syntax import Syntax
from sayso.measures.quantities.words import HYPHENS, Words

#: Words of a phrase that is counted, at most: without and with the reader's word classes.
LONGEST, LONGEST_PARSED = 5, 9
_PLURAL = re.compile(r"(?:[^su']s|men|people|children|lives|ies|police|cattle|sheep|aircraft|personnel|staff)$")
# The place of what is counted; a time that looks like one is none.
_PLACE = re.compile(
    r" (?:in|from|of|at|near) (?:the )?(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|(?:January|February|March|April"
    r"|May|June|July|August|September|October|November|December)\b)(?:(?:[A-Z]\.)+|[A-Z][\w’'-]*)(?: [A-Z][\w’'-]*)*"
)
_NUMBER_OF = re.compile(
    r"\b(?:(?:number|total|count|toll) of|that of (?=the (?:dead|killed|injured|wounded|missing)\b)) ?"
    r"(?P<of>(?:[^\W\d_][\w’'-]* ?){1,10}?) "
    r"(?:is|was|at|to|as|be|had|has|stood|stands|rose|fell|exceeds?|exceeded|reached)\b"
    r"(?:(?! that of | those of )[^.;:\n]){0,40}$"
    r"|\bnumber of (?P<listed>(?:[^\W\d_][\w’'-]* ?){1,6}): $",
    re.IGNORECASE,
)
_MODIFIERS = frozenset({"ADJ", "NOUN", "PROPN", "X", "SYM"})


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun phrase from the word ``first`` to ``last`` (left out); its head is the word ``head``."""

    first: int
    last: int
    head: int


@functools.cache
def _stops() -> frozenset[str]:
    """Words that no noun phrase holds: those of the lexicon, verbs, pronouns."""
    grammar = load("grammar.yaml")
    closed = {
        str(w)
        for name in ("finite", "subject_pronouns", "object_pronouns", "determiners", "adverbs")
        for w in grammar[name]["words"]
    }
    kept = {"other", "former", "such"}
    return frozenset(({str(word).lower() for word in load("quantities.yaml")["stops"]["words"]} | closed) - kept)


@functools.cache
def _demonyms() -> frozenset[str]:
    return frozenset(str(word).lower() for word in load("names.yaml")["nationalities"]["words"])


@functools.cache
def persons() -> frozenset[str]:
    """Nouns for a person, in the singular."""
    words = {str(word) for key in ("roles", "people", "crowds") for word in load("sources.yaml")[key]["words"]}
    more = {str(word) for word in load("quantities.yaml")["persons"]["words"]}
    return frozenset({singular(word.split()[-1]) for word in words} - {"family", "crew", "other", "body"}) | more


def noun_after(words: Words, at: int, number: int, syntax: Syntax) -> Noun | None:
    """The noun phrase that begins at a word, after a number whose last word is ``number``; null where none does."""
    if words.at(at) in HYPHENS and words.is_glued(at) and words.is_glued(at + 1):
        at += 1
    if len(words.at(at)) < 2 or words.kind[at] != "w" or _stopped(words, at):
        return None
    return (_parsed(words, at, number, syntax) if syntax else None) or _guessed(words, at)


def noun_of(words: Words, at: int, syntax: Syntax) -> Noun | None:
    """*of the men*, *of her pupils*, *of water*: the noun phrase after *of* at a word; null where none is tied."""
    if words.at(at) != "of":
        return None
    first = at + 1
    if words.at(first) == "all":
        first += 1
    determined = words.at(first) in listed("definite")
    begin = first + 1 if determined else first
    if words.at(begin) in {"last", "next", "previous", "past"}:
        return None  # "the 6.3 tonnes of last year"
    if determined and words.at(begin) in named("befell"):
        return Noun(begin, begin + 1, begin)  # "all eight of the dead"
    found = noun_after(words, begin, at, syntax)
    if found is None:
        return None
    # "of Johnson's deputies": the possessor stands before the noun
    if words.at(found.last - 1).endswith(("'s", "s'")):
        further = noun_after(words, found.last, at, syntax)
        if further is not None:
            return Noun(found.first, further.last, further.head)
        return None
    return found


def _stopped(words: Words, at: int) -> bool:
    return words.low[at] in _stops() and words.raw(at) != "US"


def _parsed(words: Words, at: int, number: int, syntax: Syntax) -> Noun | None:
    """By the reader's word classes; the head of the number ends the phrase where it lies in it."""
    goal = syntax.head(number) if syntax.relation(number).startswith("nummod") else None
    end, noun = at, -1
    while end < len(words) and end - at < LONGEST_PARSED:
        word, upos = words.low[end], syntax.upos(end)
        if word in HYPHENS and words.is_glued(end) and words.is_glued(end + 1):
            end += 1
            continue
        joined = end > at and words.at(end - 1) in HYPHENS
        if words.kind[end] != "w" or (_stopped(words, end) and end != goal and not joined):
            if word == "and" and goal is None and _joined(words, end, syntax):
                end += 1
                continue
            if not (word in {"and", "or", ","} and goal is not None and end < goal <= at + LONGEST_PARSED):
                break
            if not _only_modifiers(words, end, goal, syntax):
                break
            end += 1
            continue
        if upos in {"NOUN", "PROPN"}:
            if word.endswith(("'s", "s'")) and goal is None:
                break
            noun = end
        elif not (upos in _MODIFIERS or joined or _participle(words, end, goal, syntax)):
            break
        end += 1
        if noun == goal:
            break
        if goal is None and noun == end - 1 and _PLURAL.search(word) and syntax.upos(end) not in {"NOUN"}:
            break
    return Noun(at, noun + 1, noun) if noun >= 0 else None


def _joined(words: Words, at: int, syntax: Syntax) -> bool:
    """*Kia and Hyundai vehicles*: names or adjectives joined before a plural."""
    kinds = {"PROPN", "ADJ"}
    alike = syntax.upos(at - 1) in kinds and syntax.upos(at + 1) in kinds
    return alike and syntax.upos(at + 2) == "NOUN" and bool(_PLURAL.search(words.at(at + 2)))


def _only_modifiers(words: Words, begin: int, goal: int, syntax: Syntax) -> bool:
    """Whether nothing but modifiers of one noun stands between: *digital and physical sales*."""
    if any(syntax.upos(at) in {"VERB", "AUX", "PRON", "ADP", "DET", "NUM", "SCONJ"} for at in range(begin + 1, goal)):
        return False
    return not _PLURAL.search(words.at(begin - 1)) or syntax.upos(begin - 1) == "PROPN"


def _participle(words: Words, at: int, goal: int | None, syntax: Syntax) -> bool:
    word, upos = words.low[at], syntax.upos(at)
    if upos == "ADV":
        return word.endswith("ly") and syntax.upos(at + 1) in {"ADJ", "VERB"}
    return (
        upos == "VERB"
        and word.endswith(("ed", "ing", "en"))
        and ((goal is not None and at < goal) or syntax.upos(at + 1) in {"NOUN", "PROPN"})
    )


def _guessed(words: Words, at: int) -> Noun | None:
    """Without word classes: up to the first plural, or the last word that can belong to the phrase."""
    end, noun = at, -1
    while end < len(words) and end - at < LONGEST:
        word = words.low[end]
        if end > at and words.is_glued(end) and word not in HYPHENS and words.at(end - 1) not in HYPHENS:
            break
        if word in HYPHENS and words.is_glued(end) and words.is_glued(end + 1):
            end += 1
            continue
        joined = end > at and words.at(end - 1) in HYPHENS
        if words.kind[end] != "w" or (not joined and _ends_phrase(words, end, first=end == at)):
            break
        noun = end
        end += 1
        if _PLURAL.search(word):
            break
    if noun < 0 or words.low[noun].endswith(("'s", "s'")):
        return None
    return Noun(at, noun + 1, noun)


def _ends_phrase(words: Words, at: int, *, first: bool) -> bool:
    low = words.low[at]
    if _stopped(words, at) or low.endswith("n't") or low.startswith("o'"):
        return True
    if low.endswith("ly") and low not in {"family", "early", "elderly"}:
        return True
    # "two died", "seven injured": a participle stands before a noun or is none
    nxt = at + 1
    ends = nxt >= len(words) or words.kind[nxt] != "w" or words.low[nxt] in _stops()
    return low.endswith("ed") and len(low) > 4 and (not first or ends)


def place_after(words: Words, last: int) -> str:
    """The place that follows a noun before the word ``last``, with its preposition; empty without one."""
    found = _PLACE.match(words.text, words.end[last - 1])
    if found is None or found.group().split()[-1].lower() in _demonyms():
        return ""
    return found.group()


def unit_of(noun: str) -> str:
    """The unit of a count: *people* for persons of any kind, else the noun in the singular."""
    low = noun.lower().replace("’", "'").split("-")[-1]
    one = singular(low)
    if one in persons() or low in listed("persons_without_singular") or low in _plural_demonyms():
        return "people"
    return one


@functools.cache
def _plural_demonyms() -> frozenset[str]:
    return frozenset(word + "s" for word in _demonyms() if word.endswith(("an", "i", "k", "e", "t", "n", "r", "h")))


def named_before(text: str, start: int) -> str | None:
    """*the number of IS fighters in Libya is between …*: what the number before ``start`` is of."""
    found = _NUMBER_OF.search(text, max(0, start - 140), start)
    return (found["of"] or found["listed"]).strip() if found else None
