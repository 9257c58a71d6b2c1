"""First-order divisions: states, provinces, governorates. Where they lie comes from the towns in them."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sayso import lexicon
from sayso.measures.places.gazetteer.build.cities import City
from sayso.measures.places.gazetteer.build.tables import packaged_table
from sayso.measures.places.gazetteer.build.writer import NewPlace, Source
from sayso.measures.places.gazetteer.extent import great_circle_km, town_radius
from sayso.measures.places.gazetteer.folding import fold
from sayso.measures.places.gazetteer.rating import StoredName, rated

CENSUS = Source(
    "census",
    "Counties and states of the United States, U.S. Census Bureau, by way of us-atlas",
    "public domain",
    "https://www.census.gov/",
)
COUNTY = re.compile(r" (?:County|Parish|Borough|Census Area|city|City and Borough|Municipality|Municipio)$")
#: how sure it is that *Benton* means the county
BARE_COUNTY = 0.6
#: towns farther apart than this, in degrees, lie on both sides of the antimeridian
_ANTIMERIDIAN = 150.0


@dataclass(frozen=True, slots=True)
class Division:
    """A row of ``data/admin1.csv``: ``code`` is *LY.61*, ``names`` its name and others."""

    code: str
    id: int
    name: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Extent:
    """The middle of some towns, how far they reach from there (km), and how many people they have."""

    lat: float
    lon: float
    radius_km: float
    population: int


def read_divisions() -> dict[str, Division]:
    """All first-order divisions by their codes."""
    return {
        row["code"]: Division(row["code"], int(row["id"]), row["name"], tuple(filter(None, row["names"].split("|"))))
        for row in packaged_table("admin1.csv")
    }


def extent(cities: Iterable[City]) -> Extent | None:
    """Where towns lie: the middle by their numbers (not their sizes), on the sphere; the reach covers nine in ten."""
    members = list(cities)
    if not members:
        return None
    x = y = z = 0.0
    for city in members:
        lat, lon = math.radians(city.latitude), math.radians(city.longitude)
        x, y, z = x + math.cos(lat) * math.cos(lon), y + math.cos(lat) * math.sin(lon), z + math.sin(lat)
    lat, lon = math.degrees(math.atan2(z, math.hypot(x, y))), math.degrees(math.atan2(y, x))
    reach = sorted(great_circle_km(lat, lon, city.latitude, city.longitude) for city in members)
    far = reach[max(0, math.ceil(0.9 * len(reach)) - 1)]
    population = sum(city.population for city in members)
    return Extent(round(lat, 4), round(lon, 4), round(max(far, town_radius(population)), 1), population)


def conventional_points() -> dict[str, tuple[float, float]]:
    """The points by convention, latitude and longitude, by the codes of countries and of first-order divisions."""
    return {row["code"]: (float(row["lat"]), float(row["lon"])) for row in lexicon.load("place_points.csv")}


def middle(cities: Iterable[City]) -> tuple[float, float] | None:
    """The centroid of the convex hull of towns: the middle of a large province, too, whose towns lie at one end.

    None where the hull is no area, or crosses the antimeridian.
    """
    import shapely

    hull = shapely.convex_hull(shapely.multipoints([(c.longitude, c.latitude) for c in cities]))
    west, _, east, _ = hull.bounds
    if hull.geom_type != "Polygon" or east - west > _ANTIMERIDIAN:
        return None
    return round(hull.centroid.y, 4), round(hull.centroid.x, 4)


def division_places(cities: list[City], divisions: dict[str, Division]) -> Iterator[NewPlace]:
    """The divisions that have towns, as places."""
    members: dict[str, list[City]] = defaultdict(list)
    for city in cities:
        members[f"{city.countrycode}.{city.admin1code}"].append(city)
    points = conventional_points()
    for code, division in divisions.items():
        found = extent(members.get(code, ()))
        if found is None:
            continue
        # where a town gives its name to the division around it, the bare name means the town first
        towns = [city.population for city in members[code] if fold(city.name) == fold(division.name)]
        lat, lon = points.get(code) or middle(members[code]) or (found.lat, found.lon)
        yield NewPlace(
            id=f"geonames:{division.id}",
            name=division.name,
            kind="admin1",
            lat=lat,
            lon=lon,
            country=code[:2],
            admin1=division.name,
            population=found.population or None,
            radius_km=found.radius_km,
            names=tuple(rated(division.name, division.names)),
            rank=max(0, min([found.population, *(population - 1 for population in towns)])),
        )


def county_places(divisions: dict[str, Division]) -> Iterator[NewPlace]:
    """The counties of the United States, as places: *Benton County*, and *Benton* less surely."""
    for row in packaged_table("counties.csv"):
        state = divisions.get(f"US.{row['state']}")
        names = rated(row["name"])
        bare = COUNTY.sub("", row["name"])
        if bare != row["name"] and (key := fold(bare)):
            names.append(StoredName(key, bare, "alternate", BARE_COUNTY))
        yield NewPlace(
            id=f"fips:{row['fips']}",
            name=row["name"],
            kind="admin2",
            lat=float(row["lat"]),
            lon=float(row["lon"]),
            country="US",
            admin1=state.name if state else None,
            radius_km=float(row["radius_km"]),
            names=tuple(names),
            rank=20_000,
        )
