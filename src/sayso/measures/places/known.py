"""How well known the places of a name are: what the gazetteer says for taking a name for a place at all."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.measures.places.gazetteer import Match, fold
from sayso.measures.places.wording import kinds_of, words_in

#: kinds of places that are known by name wherever they stand
_WIDE = frozenset(("country", "continent", "admin1", "group"))
_NATURE = frozenset(("sea", "river", "lake", "island", "mountain", "desert", "region"))
#: population from which a town's name is taken for a town without the reader's word, by how little else speaks for it
LARGE, KNOWN, TOWN, VILLAGE = 300_000, 50_000, 5_000, 1_000


def is_wide(matches: Sequence[Match]) -> bool:
    """Whether a country, continent, first division or group of countries goes by the name itself."""
    return any(m.entry.kind in _WIDE and m.score >= 0.7 for m in matches[:5])


def people_of(matches: Sequence[Match]) -> int:
    """The inhabitants of the largest place of that name; seas, rivers and mountains count as large."""
    best = 0
    for m in matches:
        if m.how in ("name", "folded") or m.score >= 0.9:
            best = max(best, LARGE if m.entry.kind in _NATURE else m.entry.population or 0)
    return best


def goes_by(text: str, matches: Sequence[Match], people: int) -> bool:
    """Whether a body of that name may be called after a place of these: a wide one, or one of so many people."""
    if is_wide(matches):
        return True
    if fold(text) in words_in("no_places"):
        return False
    return people_of(matches) >= people or bool(kinds_of(text.split()[-1]) and " " in text)
