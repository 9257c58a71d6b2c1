"""Points, extents and borders of places, as the reading and the gazetteer give them."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.measures.places import gazetteer_or_fault
from sayso.measures.places.gazetteer import Entry, Gazetteer
from sayso.measures.places.geo import Point, distance_km
from sayso.nouns.measures import Place

#: A place whose extent is larger is no point: what lies how far from it cannot be told.
WIDEST = 60.0
#: Towns of one name that are thought of.
_ALL = 400
_TOWNS = frozenset({"city", "facility", "island", "mountain", "lake", "oilfield"})
#: A name resolved with this score to a town of so many people leaves no doubt.
_SURE, _LARGE = 0.7, 50_000
_AS_WRITTEN = frozenset({"name", "alternate", "folded"})
#: A point's extent counts at most this part of a distance from it.
_SHARE = 0.5


@dataclass(frozen=True, slots=True)
class Spot:
    """A place as a point: latitude and longitude, km that it reaches, its country, and its name."""

    point: Point
    extent: float
    country: str | None
    name: str


def spot_of(place: Place) -> Spot | None:
    """The point of a resolved name; null for what is not resolved, and for areas.

    Of a division that goes by the name of a town in it, *San Marcos*, it is the town.
    """
    geometry, entry = place.geometry, place.gazetteer
    if place.relation is not None or geometry is None or geometry.get("type") != "Point":
        return None
    lon, lat = geometry["coordinates"][:2]
    extent = place.radius_km or 0.0
    if entry is not None and entry.kind in {"admin1", "admin2"}:
        return next((spot for spot in rivals_of(place) if distance_km((lat, lon), spot.point) <= 2 * extent), None)
    if extent > WIDEST or (
        entry is not None and entry.kind in {"country", "continent", "group", "sea", "region", "river"}
    ):
        return None
    return Spot((lat, lon), extent, entry.country if entry else None, place.text)


def rivals_of(place: Place) -> list[Spot]:
    """The other towns of that name, in the countries that the reading thought of."""
    known, entry = gazetteer(), place.gazetteer
    if known is None or entry is None:
        return []
    countries = {entry.country, *(rival.country for rival in entry.rivals)}
    return [spot for spot in named(place.text, known) if spot.country in countries]


def named(name: str, known: Gazetteer) -> list[Spot]:
    """All towns of a name, best first."""
    matches = known.lookup(name, limit=_ALL)
    return [_spot(m.entry, name) for m in matches if m.entry.kind in _TOWNS and m.entry.radius_km <= WIDEST]


def is_well_known(place: Place) -> bool:
    """Whether a name was resolved without doubt, and as it is written, to a large town."""
    known, entry = gazetteer(), place.gazetteer
    if known is None or entry is None or entry.score < _SURE:
        return False
    if not any(m.entry.id == entry.id and m.how in _AS_WRITTEN for m in known.lookup(place.text, limit=_ALL)):
        return False  # found under another spelling
    found = known.entry(entry.id)
    return found is not None and (found.population or 0) >= _LARGE


def country_of(place: Place) -> str | None:
    """The country that a name or an adjective stands for: *Tunisian* is TN."""
    if place.gazetteer is not None:
        return place.gazetteer.country
    known = gazetteer()
    found = known.demonym(place.text) if known is not None else []
    return next((entry.country for entry in found if entry.kind == "country"), None)


def _spot(entry: Entry, name: str) -> Spot:
    return Spot((entry.lat, entry.lon), entry.radius_km, entry.country, name)


def capped(extent: float, distance: float) -> float:
    """The part of an extent that counts at a distance."""
    return min(extent, _SHARE * distance)


def gazetteer() -> Gazetteer | None:
    """The gazetteer of the settings; null where there is none."""
    found = gazetteer_or_fault()
    return found if isinstance(found, Gazetteer) else None


def km_to_border(spot: Spot, country: str) -> float | None:
    """How far a point lies from the border of a country, or from the country where it has no land border; km."""
    known = gazetteer()
    if known is None:
        return None
    line = known.border(country, spot.country) if spot.country and spot.country != country else None
    if line is None or line.is_empty:
        line = known.border(country)
    if line is None or line.is_empty:
        return None
    return distance_km(spot.point, line)
