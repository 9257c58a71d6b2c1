"""What a number counts: the noun phrase after it with its place, or *the number of …* before it."""

from __future__ import annotations

import functools
import re

from sayso.lexicon import load

_WORD = re.compile(r" ?([^\W_][\w’'-]*)")
_PLURAL = re.compile(r"(?:[^su’']s|men|people|children|lives|ies)$")
# The place of what is counted; a time that looks like one is none.
_PLACE = re.compile(
    r" (?:in|from|of|at|near) (?:the )?(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|(?:January|February|March|April"
    r"|May|June|July|August|September|October|November|December)\b)(?:(?:[A-Z]\.)+|[A-Z][\w’'-]*)(?: [A-Z][\w’'-]*)*"
)
_NUMBER_OF = re.compile(
    r"\bnumber of (?P<of>(?:[^\W\d_][\w’'-]* ?){1,10}?) "
    r"(?:is|was|at|to|as|be|had|has|stood|stands|rose|fell|exceeds?|exceeded|reached)\b"
    r"(?:(?! that of | those of )[^.;:\n]){0,40}$",
    re.IGNORECASE,
)
#: Words of a phrase that is counted, at most.
LONGEST = 4


@functools.cache
def _stops() -> frozenset[str]:
    """Words that no noun phrase holds: those of the lexicon, verbs, pronouns."""
    grammar = load("grammar.yaml")
    closed = {
        str(w)
        for name in ("finite", "subject_pronouns", "object_pronouns", "determiners", "adverbs")
        for w in grammar[name]["words"]
    }
    return frozenset({str(word).lower() for word in load("quantities.yaml")["stops"]["words"]} | closed)


@functools.cache
def _demonyms() -> frozenset[str]:
    return frozenset(str(word).lower() for word in load("names.yaml")["nationalities"]["words"])


@functools.cache
def _people() -> frozenset[str]:
    words = {str(word) for key in ("roles", "people", "crowds") for word in load("sources.yaml")[key]["words"]}
    return frozenset(words - {"family", "crew", "other"})


def counted(text: str, end: int, *, plain: bool) -> tuple[str | None, int]:
    """The phrase counted by a number that ends at ``end``, and where its noun ends; None without one.

    ``plain``: the number has no unit of measure, so that the noun follows directly (*14 fishing boats in Brell*); else
    only *of* ties one to it (*9.1 metres of water*).
    """
    at = end
    tied = re.compile(" of (?:the )?").match(text, at)
    if tied and re.compile("(?:last|next|previous)\\b").match(text, tied.end()):
        return None, end  # "the 6.3 tonnes of last year"
    if tied:
        at = tied.end() - 1
    elif not plain:
        return None, end
    begin, noun = -1, -1
    for _ in range(LONGEST):
        match = _WORD.match(text, at)
        if match is None or (begin >= 0 and text[at : at + 1] != " "):
            break
        word = match[1]
        if _ends_phrase(text, word, match.end(), first=begin < 0):
            break
        begin = match.start(1) if begin < 0 else begin
        at = noun = match.end()
        if _PLURAL.search(word):
            break  # the noun that is counted: what follows is another phrase
    if begin < 0 or re.search(r"['’]s?$", text[begin:noun]):
        return None, end
    place = place_after(text, noun) if plain else ""
    return text[begin:noun] + place, noun


def place_after(text: str, end: int) -> str:
    """The place that follows a noun which ends at ``end``, with its preposition; empty without one."""
    found = _PLACE.match(text, end)
    if found is None or found.group().split()[-1].lower() in _demonyms():
        return ""
    return found.group()


def _ends_phrase(text: str, word: str, end: int, *, first: bool) -> bool:
    low = word.lower().replace("’", "'")
    if low in _stops() or low.endswith("n't") or low.startswith("o'") or word[0].isdigit():
        return True
    if low.endswith("ly") and low not in {"family", "early"}:
        return True
    # "two died", "seven injured": a participle stands before a noun or is none
    return low.endswith("ed") and len(low) > 4 and (not first or _WORD.match(text, end) is None)


def unit_of(phrase: str, known: dict[str, tuple[str, str]]) -> str:
    """The unit of a count: *people* for persons of any kind, else the noun itself."""
    noun = re.split(r" (?:in|inside|on|under|with|from|of|at|near|who|that|which) ", phrase)[0].split()[-1].lower()
    if noun == "those":
        return "people"
    label = known.get(noun)
    if label and label[1] == "count":
        return label[0]
    singular = noun[:-3] + "y" if noun.endswith("ies") else noun.removesuffix("s")
    return "people" if noun != singular and singular in _people() else noun


def named_before(text: str, start: int) -> str | None:
    """*the number of IS fighters in Libya is between …*: what the number before ``start`` is of."""
    found = _NUMBER_OF.search(text, max(0, start - 140), start)
    return found["of"].strip() if found else None
