"""The word lists of lexicon/relative_places.yaml as pieces of patterns."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable
from typing import Any

from sayso.lexicon import load

#: in the masked text a place name is one MARK and then FILL to its end (see :mod:`.masked`)
MARK, FILL = "\ue000", "\ue001"
PLACE = rf"{MARK}{FILL}*"


def table(name: str) -> Any:
    """One class of the lexicon."""
    return load("relative_places.yaml")[name]


def any_of(words: Iterable[str]) -> str:
    """An alternation of words, longest first; blanks in them match any one blank, hyphen or line break."""
    ordered = sorted({str(word) for word in words}, key=lambda word: (-len(word), word))
    return "(?:" + "|".join(re.escape(word).replace(r"\ ", r"[\s-]") for word in ordered) + ")"


@functools.cache
def words(name: str) -> str:
    """The words of a class as an alternation."""
    return any_of(table(name)["words"])


@functools.cache
def is_word(name: str) -> re.Pattern[str]:
    """A pattern that matches one whole word of a class."""
    return re.compile(words(name), re.IGNORECASE)


_SIDE = r"(?:north|south|east|west)"
#: north, north-east, northeast, north east, east-southeast; of at most three words
DIRECTION = rf"(?:{_SIDE}(?:[\s-]?{_SIDE}){{0,2}})"
#: northern, north-eastern, southwestern, south-west (before a name), southernmost
DIRECTION_ERN = rf"(?:(?:{_SIDE}[\s-]?){{0,2}}{_SIDE}(?:ern(?:most)?)?)"
#: two of them: north and west, north or east
DIRECTIONS = rf"{DIRECTION}(?:\s(?:and|or)\s{DIRECTION})?"
DIRECTIONS_ERN = rf"{DIRECTION_ERN}(?:\sand\s{DIRECTION_ERN})?"
POSSESSIVE = r"['’]s?"
