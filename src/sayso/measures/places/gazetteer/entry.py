"""What the gazetteer holds: entries, and the matches of a name with them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

Kind: TypeAlias = Literal[
    "country",
    "region",
    "admin1",
    "admin2",
    "city",
    "sea",
    "river",
    "lake",
    "island",
    "mountain",
    "desert",
    "facility",
    "oilfield",
    "group",
    "continent",
    "other",
]

How: TypeAlias = Literal["name", "alternate", "folded", "spelling", "demonym", "abbreviation"]


@dataclass(frozen=True, slots=True)
class Entry:
    """One place.

    ``id`` names the place in the source it comes from: ``geonames:2217362``, ``country:LY``, ``naturalearth:…``,
    ``sayso:fezzan``, ``wof:…``. ``country`` is ISO 3166 alpha-2 (``None`` where the place lies in none or in several),
    ``admin1`` the name of the first-order division. ``lat`` and ``lon`` are degrees, WGS84: the point that stands for
    the place. ``radius_km`` is how far its own extent reaches from that point, an estimate from its population, its
    area or its members (see :mod:`.extent`), never 0. ``countries`` are all the countries that it touches, where more
    than one or none is its own; of a group its members. ``parent`` is the id of an entry that it is known to lie in.
    """

    id: str
    name: str
    country: str | None
    admin1: str | None
    kind: Kind
    lat: float
    lon: float
    population: int | None
    radius_km: float
    source: str
    countries: tuple[str, ...] = ()
    parent: str | None = None


@dataclass(frozen=True, slots=True)
class Match:
    """An entry that a name may mean.

    ``matched`` is the stored name that was met, ``how`` in which way, and ``score`` in [0, 1] how sure it is that this
    entry goes by that name. It says nothing of how likely the entry is meant: that is for whoever resolves places.
    """

    entry: Entry
    matched: str
    how: How
    score: float
