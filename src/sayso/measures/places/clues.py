"""What the words around a name say of the place meant: *Bangor, Maine*; *the town of Sabratha*; *Benue State*."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.measures.places.name import Name
from sayso.measures.places.wording import kinds_of, words_in

#: what stands between a name and a name that it lies in: *Bangor, Maine*, *Paris (Texas)*
_SURE = frozenset((", ", " (", ","))
#: *Mosul in northern Iraq*, *Homs, a city in central Syria*
_LOOSE = re.compile(r",? (?:a [a-z -]{3,24} )?(?:in|of) (?:[a-z-]+ ){0,3}")
_AHEAD = re.compile(r"(?:(?P<noun>[^\W\d_]+) of (?:the )?|(?P<bare>[^\W\d_]+) )\Z")
_ARTICLE = re.compile(r"\b[Tt]he \Z")
#: what follows a name that is no part of a longer one, nor stands before a noun
_ENDS = re.compile(
    r"[.,;:)!?\n]|['’]s |\Z| (?:and|or|in|at|on|to|of|from|is|was|are|were|has|had|will|with|for|by|near|where|which|"
    r"that|into|between|as|after|before|since|when|while|but|who|it|he|she|they|said|says|because|river)\b"
)
_BEHIND = re.compile(r" (?P<noun>[^\W\d_]+)")
#: the words *town of* may stand this far ahead
_REACH = 24


@dataclass(frozen=True, slots=True)
class Clues:
    """``kinds`` that nouns beside the name allow, with the ``noun``; numbers of the names that it is written to lie in,
    after a comma (``within``) or after *in* (``loosely``). ``article``: *the* stands before it and no noun behind it,
    as with rivers, seas and mountains and not with towns."""

    kinds: frozenset[str] = frozenset()
    noun: str = ""
    within: tuple[int, ...] = ()
    loosely: tuple[int, ...] = ()
    article: bool = False


def clues_of(text: str, names: Sequence[Name]) -> list[Clues]:
    """The clues of each name, in the order of the names."""
    return [_clues(text, names, index) for index in range(len(names))]


def _clues(text: str, names: Sequence[Name], index: int) -> Clues:
    name = names[index]
    if name.form == "adjective":
        return Clues()
    noun = _noun(text, name)
    within: list[int] = []
    loosely: list[int] = []
    last = name
    for other in range(index + 1, min(index + 3, len(names))):
        follows = names[other]
        gap = text[last.end : follows.start]
        if follows.form == "adjective" or len(gap) > 40 or not gap or "\n" in gap:
            break
        if gap in _SURE:
            within.append(other)
        elif _LOOSE.fullmatch(gap):
            loosely.append(other)
        else:
            break
        last = follows
    # "in Paris, Texas" and "in Paris, London and Rome" look alike up to what follows
    end = last.end
    listed = re.match(r",? (?:and|or) |, (?=[A-Z])", text[end : end + 6])
    if within and listed and len(within) > 1:
        within = []
    article = bool(_ARTICLE.search(text, max(0, name.start - 5), name.start) and _ENDS.match(text, name.end))
    return Clues(kinds_of(noun) if noun else frozenset(), noun, tuple(within), tuple(loosely), article)


def _noun(text: str, name: Name) -> str:
    """The noun of a kind of place that stands beside a name or is its last or first word."""
    words = name.text.split()
    if len(words) > 1:
        for word in (words[-1], words[0]):
            if kinds_of(word):
                return word.lower()
    behind = _BEHIND.match(text, name.end)
    if behind and kinds_of(behind["noun"]) and name.inside is None:
        return behind["noun"].lower()
    ahead = _AHEAD.search(text, max(0, name.start - _REACH), name.start)
    if ahead:
        noun = ahead["noun"] or ahead["bare"]
        if kinds_of(noun) and (ahead["noun"] or noun.lower() not in words_in("ahead_not")):
            return noun.lower()
    return ""
