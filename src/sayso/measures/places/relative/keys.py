"""Which patterns are worth trying in a sentence: those of which a key word stands in it. One pass over the words."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable

from sayso.measures.places.geo import length_words
from sayso.measures.places.relative.words import table

_WORD = re.compile(r"[A-Za-z]+")
_SIDES = ("north", "south", "east", "west")


def _last(words: Iterable[str]) -> set[str]:
    """The last word of each entry that is a word of more than function: *in the vicinity of* has *vicinity*."""
    found = set()
    for entry in words:
        parts = [p for p in _WORD.findall(str(entry).lower()) if p not in _SMALL]
        if parts:
            found.add(parts[-1])
    return found


_SMALL = frozenset(["in", "on", "at", "of", "the", "to", "from", "a", "by", "and", "just", "very", "s", "right"])


@functools.cache
def _table() -> dict[str, frozenset[str]]:
    sides = {
        "".join(pair) + end
        for pair in [(a,) for a in _SIDES] + [(a, b) for a in _SIDES[:2] for b in _SIDES[2:]]
        for end in ("", "ern", "ernmost")
    }
    of: list[tuple[set[str], tuple[str, ...]]] = [
        (_last(length_words()), ("away_dir", "away", "implicit", "implicit_away")),
        (_last(table("journeys")["units"]), ("journey",)),
        (sides, ("bearing", "part_of", "town_to_the", "part_ern_of", "part_ern", "part_whose")),
        ({"central"}, ("part_ern_of", "part_ern", "part_whose")),
        (_last(table("near")["words"]), ("near", "near_building")),
        (
            _last(table("outskirts")["words"]) | {"suburbs", "suburb"},
            ("outskirts", "outskirts_whose", "outskirts_side"),
        ),
        (_last(table("suburbs")["words"]), ("suburbs",)),
        (_last(table("borders")["words"]), ("on_border",)),
        (_last(table("coasts")["words"]), ("coast",)),
        ({"off"}, ("off",)),
        ({"between"}, ("between", "between_pair")),
        (_last(table("roads")["words"]), ("road", "road_pair")),
        ({"upstream", "downstream", "upriver", "downriver"}, ("stream",)),
        (_last(table("highway_coast")["words"]), ("coast_road",)),
    ]
    found: dict[str, set[str]] = {}
    for words, names in of:
        for word in words:
            found.setdefault(word, set()).update(names)
    return {word: frozenset(names) for word, names in found.items()}


def keys_of(text: str) -> list[tuple[int, frozenset[str]]]:
    """Where key words stand, in text order, each with the names of the patterns that it opens."""
    known = _table()
    return [(m.start(), names) for m in _WORD.finditer(text) if (names := known.get(m[0].lower())) is not None]
