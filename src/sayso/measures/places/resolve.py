"""From the names of a document to the places that they mean, with the rivals each beat, or to nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.measures.places.clues import clues_of
from sayso.measures.places.gazetteer import Entry, Gazetteer
from sayso.measures.places.name import Name
from sayso.measures.places.score import Floats, Setting, chances, setting_of
from sayso.measures.places.senses import Sense, respell, senses_of

#: a name whose best place is less likely than this stays unresolved
LEAST = 0.25
#: so many rivals are kept, if they are likelier than this
RIVALS, UNLIKELY = 3, 0.01
#: a country is one of the document's if so much of what its names mean lies there
_SHARE = 0.2


@dataclass(frozen=True, slots=True)
class Resolution:
    """What one name means. ``entry`` is none where the gazetteer has no such name or the document does not decide.

    ``score`` is the chance of the entry among all that bear the name, ``rivals`` are the next ones with theirs.
    """

    entry: Entry | None
    score: float
    rivals: tuple[tuple[Entry, float], ...]
    sense: Sense
    senses: tuple[Sense, ...]


def resolve(
    text: str, names: Sequence[Name], gazetteer: Gazetteer, outlet: frozenset[str] = frozenset()
) -> tuple[Resolution, ...]:
    """One resolution a name, in their order. Names written alike have one meaning in one document."""
    senses = tuple(senses_of(names, clues_of(text, names), gazetteer))
    places = [[names[i].start for i in s.at] for s in senses]
    if any(sense.matches for sense in senses):
        setting = setting_of(senses, places, outlet)
        chance = chances(setting)
        respelled = respell(senses, _countries(setting, chance), gazetteer)
        if respelled != senses:
            senses = respelled
            chance = chances(setting_of(senses, places, outlet))
    found: dict[int, Resolution] = {}
    row = 0
    for sense in senses:
        rows = range(row, row + len(sense.matches))
        row += len(sense.matches)
        ranked = sorted(((float(chance[r]), m) for r, m in zip(rows, sense.matches, strict=True)), key=lambda p: -p[0])
        best = ranked[0] if ranked else None
        sure = best is not None and best[0] >= LEAST
        rivals = tuple((m.entry, round(c, 3)) for c, m in ranked[sure : sure + RIVALS] if c >= UNLIKELY)
        entry, score = (best[1].entry, round(best[0], 3)) if best is not None and sure else (None, 0.0)
        for index in sense.at:
            found[index] = Resolution(entry, score, rivals, sense, senses)
    return tuple(found[index] for index in range(len(names)))


def _countries(setting: Setting, chance: Floats) -> list[str]:
    """The countries that the document is about, by what its names probably mean, first the one with most of them."""
    mass: dict[str, float] = {}
    for entry, likely in zip(setting.entries, chance, strict=True):
        if entry.country:
            mass[entry.country] = mass.get(entry.country, 0.0) + float(likely)
    ranked = sorted(mass, key=lambda country: (-mass[country], country))
    return [country for country in ranked[:3] if mass[country] >= _SHARE * sum(mass.values())]
