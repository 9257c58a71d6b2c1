"""What a list says of a place, checked: the common form of all lists that can be added."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import cast

from sayso import lexicon
from sayso.measures.places.gazetteer.build.writer import NewPlace
from sayso.measures.places.gazetteer.entry import Kind
from sayso.measures.places.gazetteer.extent import town_radius
from sayso.measures.places.gazetteer.folding import LONGEST, fold
from sayso.measures.places.gazetteer.rating import rated

#: no place has more names than that; what follows is left out
MOST_NAMES = 400
MOST_PEOPLE = 2_000_000_000


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place to be added. ``same`` is the id of the entry that it is, if the list says so; ``shape`` its area, WKB."""

    place: NewPlace
    same: str | None = None
    shape: bytes | None = None


@dataclass(frozen=True, slots=True)
class MoreNames:
    """Names of a place that should be there already; ``short`` are abbreviations."""

    id: str
    names: tuple[str, ...]
    short: tuple[str, ...] = ()


@cache
def kinds(source: str) -> dict[str, tuple[Kind | None, float]]:
    """The kinds and radii (km) of a source's codes; kind ``None`` are codes to leave out."""
    return {
        row["code"]: (cast(Kind, row["kind"]) if row["kind"] else None, float(row["radius_km"] or 1))
        for row in lexicon.load("gazetteer_kinds.csv")
        if row["source"] == source
    }


def clean(text: object) -> str:
    """A name on one line, without control characters; empty if it is too long to be one."""
    if not isinstance(text, str) or len(text) > LONGEST:
        return ""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())


def candidate(
    id: str,
    name: object,
    kind: Kind,
    lat: object,
    lon: object,
    *,
    names: Iterable[object] = (),
    country: object = None,
    admin1: str | None = None,
    population: object = None,
    radius_km: float = 1.0,
    same: str | None = None,
    shape: bytes | None = None,
) -> Candidate | None:
    """A candidate from what a list says, or none where the name is no name.

    Raises:
        ValueError: the place is nowhere on earth.
    """
    latitude, longitude = _number(lat), _number(lon)
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        raise ValueError(f"{lat!r}, {lon!r} is no place on earth")
    own = clean(name)
    if not fold(own):
        return None
    people = _people(population)
    code = country.upper() if isinstance(country, str) and len(country) == 2 and country.isalpha() else None
    others = [text for raw, _ in zip(names, range(MOST_NAMES), strict=False) if (text := clean(raw))]
    place = NewPlace(
        id=id[:LONGEST],
        name=own,
        kind=kind,
        lat=latitude,
        lon=longitude,
        country=code,
        admin1=admin1,
        population=people,
        radius_km=town_radius(people) if kind == "city" and people else radius_km,
        names=tuple(rated(own, others)),
    )
    return Candidate(place, same, shape)


def _number(value: object) -> float:
    number = float(value) if isinstance(value, (int, float, str)) else math.nan
    if not math.isfinite(number):
        raise ValueError(f"{value!r} is no number of degrees")
    return number


def _people(value: object) -> int | None:
    try:
        people = int(value) if isinstance(value, (int, float, str)) else 0
    except (ValueError, OverflowError):
        return None
    return people if 0 < people <= MOST_PEOPLE else None
