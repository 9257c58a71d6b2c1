"""Spellings of one word of a name: accents, transliterations, short forms, slips.

Transliteration skeletons keep the consonants of a name in a common form and compare its vowels by class, so that
*Walid* and *Waleed* are one and *Hassan* and *Hussein* are not. The tables follow the romanisations of BGN/PCGN.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from typing import Literal

from rapidfuzz.distance import OSA

from sayso.lexicon import load
from sayso.origins.actors.words import in_one_set

#: how two words agree, the best first
Likeness = Literal["equal", "spelling", "form", "far spelling", "slip", "nickname", "initial"]
#: how much each is worth beside an equal word
WORTH: dict[Likeness, float] = {
    "equal": 1.0,
    "spelling": 0.95,
    "form": 0.9,
    "far spelling": 0.85,
    "slip": 0.75,
    "nickname": 0.55,
    "initial": 0.6,
}
#: letters that decomposition leaves as they are
_LETTERS = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i"})
#: a slip of the pen is believed in words this long, one in so many letters
_SLIP_LENGTH = 7
_VOWELS = re.compile(r"[aeiou]+")


@functools.lru_cache(maxsize=50_000)
def plain(text: str) -> str:
    """Without case and accents, apostrophes of one kind, white space single."""
    apart = unicodedata.normalize("NFKD", text.replace("’", "'").replace("‘", "'"))
    bare = "".join(c for c in apart if not unicodedata.combining(c)).casefold().translate(_LETTERS)
    return " ".join(bare.split())


@functools.lru_cache(maxsize=50_000)
def likeness(a: str, b: str) -> Likeness | None:
    """How two folded words of names agree; null where they do not."""
    a, b = a.replace("'", ""), b.replace("'", "")
    if a == b:
        return "equal"
    if not a or not b:
        return None
    if len(a) == 1 or len(b) == 1:
        return "initial" if a[0] == b[0] else None
    if a.replace("-", "") == b.replace("-", ""):
        return "equal"
    if in_one_set("forms", a, b):
        return "form"
    if _skeletons_agree(_light(a), _light(b)):
        return "spelling"
    if (_foreign(a) or _foreign(b)) and _skeletons_agree(_heavy(a), _heavy(b)):
        return "far spelling"
    if in_one_set("nicknames", a, b):
        return "nickname"
    if _slip(a, b):
        return "slip"
    return None


def _slip(a: str, b: str) -> bool:
    """One letter wrong, missing or exchanged within a long word; not its first or last, which make other names."""
    if min(len(a), len(b)) < _SLIP_LENGTH or a[0] != b[0] or a[-1] != b[-1]:
        return False
    return int(OSA.distance(a, b, score_cutoff=1)) <= 1


@functools.cache
def _rules(key: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(pattern), put) for pattern, put in load("name_skeletons.yaml")[key]["rules"])


@functools.cache
def _mark() -> re.Pattern[str]:
    return re.compile(load("name_skeletons.yaml")["foreign"]["pattern"])


def _foreign(word: str) -> bool:
    return _mark().search(word) is not None


@functools.lru_cache(maxsize=50_000)
def _light(word: str) -> str:
    for key in ("endings", "sounds"):
        for pattern, put in _rules(key):
            word = pattern.sub(put, word)
    return word.replace("-", "")


@functools.lru_cache(maxsize=50_000)
def _heavy(word: str) -> str:
    word = re.sub(r"^(?:al|el)(?=[^aeiou]{1,2}[aeiou])", "", word)
    for pattern, put in _rules("heavy"):
        word = pattern.sub(put, word)
    return _light(word)


def _skeletons_agree(a: str, b: str) -> bool:
    """Same consonants in the same order, and vowels between them that one sound can be written with."""
    if a == b:
        return True
    ours, theirs = _VOWELS.split(a), _VOWELS.split(b)
    if ours != theirs or not any(ours):
        return False
    pairs = list(zip(_VOWELS.findall(a), _VOWELS.findall(b), strict=True))
    if len("".join(ours)) < 2:  # too little to go by: the vowels must be the same sounds
        return len(pairs) > 1 and all(_sound(x) == _sound(y) for x, y in pairs)
    first = 0 if not ours[0] else None  # a vowel that begins the word counts most
    return all(_one_sound(x, y, strict=(number == 0 or number == first)) for number, (x, y) in enumerate(pairs))


def _one_sound(a: str, b: str, *, strict: bool) -> bool:
    """Whether two groups of vowels can be one sound: *i* and *ee*, *u*, *o* and *ou*, *a* and *e*."""
    if a == b:
        return True
    x, y = _sound(a), _sound(b)
    if x == y:
        return True
    both = {x, y}
    if both in ({"a", "e"}, {"i", "e"}):
        return True
    return not strict and "e" in both


def _sound(vowels: str) -> str:
    if vowels in ("ee", "ie", "ii", "i", "ea"):
        return "i"
    if vowels in ("ou", "oo", "u", "o", "uu", "eu", "ue", "oe"):
        return "o"
    if vowels in ("ei", "ai", "e", "ae"):
        return "e"
    if vowels in ("a", "aa"):
        return "a"
    return vowels
