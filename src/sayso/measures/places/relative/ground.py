"""What the gazetteer knows of land, countries, borders and coasts, kept ready for many phrases."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from sayso.measures.places.gazetteer import Entry, Gazetteer
from sayso.measures.places.gazetteer.capitals import capitals
from sayso.measures.places.geo import Cutter, distance_km, main_body
from sayso.nouns.measures import Place

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

_COUNTRIES = 64
#: degrees, about 5 km: coasts and borders are drawn no better than that everywhere
STRIP = 0.05


class Ground:
    """One gazetteer's land and lines. Use :func:`ground_of`, which keeps it."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self.gazetteer = gazetteer
        self.land = Cutter(gazetteer.land)
        self.shape = functools.lru_cache(_COUNTRIES)(gazetteer.shape)
        self.border = functools.lru_cache(_COUNTRIES)(gazetteer.border)
        self.coast = functools.lru_cache(_COUNTRIES)(gazetteer.coast)
        self.country = functools.lru_cache(_COUNTRIES)(self._country)
        self.body = functools.lru_cache(_COUNTRIES)(self._body)
        self.town = functools.lru_cache(1024)(self._town)
        self.capital = functools.lru_cache(_COUNTRIES)(self._capital)

    def _country(self, iso2: str) -> Cutter | None:
        shape = self.shape(iso2)
        return None if shape is None else Cutter.of(shape)

    def region(self, name: str, iso2: str) -> BaseGeometry | None:
        """The shape of a region of a country by its name, where there is one."""
        for match in self.gazetteer.lookup(name):
            entry = match.entry
            if entry.country == iso2 and entry.kind in ("region", "admin1", "island", "desert"):
                shape = self.shape(entry.id)
                if shape is not None:
                    return shape
        return None

    def _body(self, id: str) -> BaseGeometry | None:
        """The shape of a country without its far islands, longitudes running on across the antimeridian."""
        shape = self.shape(id)
        return None if shape is None else main_body(shape)

    def _town(self, entry: Entry) -> Entry:
        """The town of a division that bears its name: distances are told from there."""
        if entry.kind not in ("admin1", "admin2"):
            return entry
        for match in self.gazetteer.lookup(entry.name):
            town = match.entry
            if town.kind == "city" and town.country == entry.country:
                gap = distance_km((town.lat, town.lon), (entry.lat, entry.lon))
                if gap <= 2 * entry.radius_km + 30:
                    return town
        return entry

    def on_land(self, region: BaseGeometry) -> BaseGeometry:
        """The land of a region, and a narrow strip of water before its coasts, which are drawn coarsely."""
        return self.land.around(region, STRIP)

    def _capital(self, iso2: str) -> Entry | None:
        """The capital of a country."""
        name = capitals().get(iso2.upper())
        if name is None:
            return None
        found = self.gazetteer.lookup(name)
        return next((m.entry for m in found if m.entry.kind == "city" and m.entry.country == iso2.upper()), None)

    def entry(self, place: Place) -> Entry | None:
        """The entry that a place name was resolved to."""
        return None if place.gazetteer is None else self.gazetteer.entry(place.gazetteer.id)

    def people(self, words: str) -> Entry | None:
        """The country whose people these words name: *Tunisian*, *South Sudanese*; of several capitalised words the
        last ones, so that a sentence may begin with the first."""
        parts = words.split()
        for start in range(len(parts)):
            for entry in self.gazetteer.demonym(" ".join(parts[start:])):
                if entry.kind == "country":
                    return entry
        return None


@functools.lru_cache(4)
def ground_of(gazetteer: Gazetteer) -> Ground:
    """The ground of a gazetteer; the same one each time."""
    return Ground(gazetteer)
