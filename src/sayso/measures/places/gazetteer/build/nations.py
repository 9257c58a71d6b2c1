"""Countries, with the names and demonyms they go by."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from sayso.measures.places.gazetteer.build.cities import City, Country
from sayso.measures.places.gazetteer.build.divisions import extent
from sayso.measures.places.gazetteer.build.writer import NewPlace
from sayso.measures.places.gazetteer.extent import area_radius
from sayso.measures.places.gazetteer.rating import rated


def country_places(cities: list[City], countries: dict[str, Country]) -> Iterator[NewPlace]:
    """The countries as places."""
    members: dict[str, list[City]] = defaultdict(list)
    for city in cities:
        members[city.countrycode].append(city)
    for code, country in countries.items():
        found = extent(members.get(code, ()))
        if found is None:
            continue
        yield NewPlace(
            id=f"country:{code}",
            name=country.name,
            kind="country",
            lat=found.lat,
            lon=found.lon,
            country=code,
            population=country.population or None,
            radius_km=area_radius(country.areakm2),
            names=tuple(rated(country.name)),
        )
