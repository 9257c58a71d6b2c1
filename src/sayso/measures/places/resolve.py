"""From the names of a document to the places that they mean, with the rivals each beat, or to nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.measures.places.clues import clues_of
from sayso.measures.places.gazetteer import Entry, Gazetteer
from sayso.measures.places.name import Name
from sayso.measures.places.score import chances, setting_of
from sayso.measures.places.senses import BLOCK, Sense, respell, senses_of

#: a name whose best place is less likely than this, or than that none is meant, stays unresolved
LEAST = 0.2
#: so many rivals are kept, if they are likelier than this
RIVALS, UNLIKELY = 3, 0.01
#: a country is one of the document's if so much of what its names mean lies there
_SHARE = 0.2


@dataclass(frozen=True, slots=True)
class Resolution:
    """What one name means. ``entry`` is none where the gazetteer has no such name or the document does not decide.

    ``score`` is the chance that the entry is meant; ``rivals`` are the next ones with theirs.
    """

    entry: Entry | None
    score: float
    rivals: tuple[tuple[Entry, float], ...]
    sense: Sense
    senses: Sequence[Sense]


def resolve(
    text: str, names: Sequence[Name], gazetteer: Gazetteer, outlet: frozenset[str] = frozenset()
) -> tuple[Resolution, ...]:
    """One resolution a name, in their order. Names written alike have one meaning in one document."""
    senses = senses_of(names, clues_of(text, names), gazetteer)
    places = [[names[i].start for i in s.at] for s in senses]
    weighed = _weighed(senses, places, outlet)
    respelled = respell(senses, _countries(senses, weighed), gazetteer)
    if respelled != senses:
        senses = respelled
        weighed = _weighed(senses, places, outlet)
    found: dict[int, Resolution] = {}
    for sense, likely in zip(senses, weighed, strict=True):
        ranked = sorted(zip(likely, sense.matches, strict=True), key=lambda pair: -pair[0])
        best = ranked[0] if ranked else None
        nothing = 1.0 - sum(c for c, _ in ranked)
        sure = best is not None and best[0] >= max(LEAST, nothing)
        rivals = tuple((m.entry, round(c, 3)) for c, m in ranked[sure : sure + RIVALS] if c >= UNLIKELY)
        entry, score = (best[1].entry, round(best[0], 3)) if best is not None and sure else (None, 0.0)
        for index in sense.at:
            found[index] = Resolution(entry, score, rivals, sense, senses)
    return tuple(found[index] for index in range(len(names)))


def _weighed(senses: Sequence[Sense], places: Sequence[Sequence[int]], outlet: frozenset[str]) -> list[list[float]]:
    """The chance of each place of each sense. Of a long document so many names are weighed with each other at a time:
    those that follow each other."""
    weighed: list[list[float]] = []
    for start in range(0, len(senses), BLOCK):
        block = senses[start : start + BLOCK]
        likely: list[float] = []
        if any(sense.matches for sense in block):
            likely = chances(setting_of(block, places[start : start + BLOCK], outlet, senses)).tolist()
        row = 0
        for sense in block:
            weighed.append(likely[row : row + len(sense.matches)])
            row += len(sense.matches)
    return weighed


def _countries(senses: Sequence[Sense], weighed: Sequence[Sequence[float]]) -> list[str]:
    """The countries that the document is about, by what its names probably mean, first the one with most of them."""
    mass: dict[str, float] = {}
    for sense, likely in zip(senses, weighed, strict=True):
        for match, chance in zip(sense.matches, likely, strict=True):
            if match.entry.country:
                mass[match.entry.country] = mass.get(match.entry.country, 0.0) + chance
    ranked = sorted(mass, key=lambda country: (-mass[country], country))
    return [country for country in ranked[:3] if mass[country] >= _SHARE * sum(mass.values())]
