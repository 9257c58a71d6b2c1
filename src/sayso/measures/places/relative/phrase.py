"""A relative place as the grammar finds it: what stands in the text, before any anchor is looked for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from sayso.measures.places.geo import Compass
from sayso.measures.places.relative.lengths import Length
from sayso.nouns.measures import Place

#: what the words say: a distance or direction from something, a part of it, nearness, a way, the sea before it
Form: TypeAlias = Literal[
    "away", "bearing", "part", "near", "outskirts", "suburbs", "between", "road", "along", "off", "stream"
]
#: what it is said of: a point or area, a border, a coast
Target: TypeAlias = Literal["place", "border", "coast"]
#: how an anchor is named: by a place name, a noun (*the town*), as the capital, as where the writer is, by a word of a
#: people (*Tunisian*), by a pronoun, or not at all
Naming: TypeAlias = Literal[
    "name", "noun", "feature", "capital", "here", "people", "pronoun", "pair", "country", "none"
]


@dataclass(frozen=True, slots=True)
class Ref:
    """One anchor as the text names it. ``inside`` is the country that follows the name (*Sarmada, Syria*)."""

    naming: Naming
    words: str
    place: Place | None = None
    inside: Place | None = None


@dataclass(frozen=True, slots=True)
class Phrase:
    """One relative place: its range, its form, and the words that count.

    ``modifier`` is *just*, *on*, *central*, …; ``journey`` is true where a time stands for the distance.
    """

    start: int
    end: int
    form: Form
    target: Target
    refs: tuple[Ref, ...]
    length: Length | None = None
    compass: Compass | None = None
    modifier: str = ""
    journey: bool = False
