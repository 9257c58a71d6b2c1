"""A gazetteer of a few real places, as a file, for tests that need no more."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from sayso.measures.places.gazetteer.build.writer import NewPlace, Source, Writer
from sayso.measures.places.gazetteer.entry import Kind
from sayso.measures.places.gazetteer.rating import listed, rated
from sayso.measures.places.gazetteer.schema import APPLICATION_ID, INDEXES, TABLES, VERSION

LIBYA = ("country:LY", "Libya", "country", "LY", 27.0, 17.2, 6_678_567, ("State of Libya", "LY"))
TOWNS: tuple[tuple[str, str, Kind, str, float, float, int, tuple[str, ...]], ...] = (
    ("geonames:2218840", "Bani Walid", "city", "LY", 31.7455, 13.9835, 45_734, ("Beni Ulid", "banywlyd")),
    ("geonames:2210247", "Tripoli", "city", "LY", 32.8874, 13.1873, 1_302_947, ("Tarabulus", "TIP")),
    ("geonames:266826", "Tripoli", "city", "LB", 34.4335, 35.8441, 229_398, ("Trablous",)),
    ("geonames:2212771", "Şabrātah", "city", "LY", 32.7934, 12.4885, 83_398, ("Sabratha",)),
)


def make_gazetteer(path: Path, recipe: str = "made") -> Path:
    """Write the file."""
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {VERSION}")
    connection.executescript(TABLES)
    connection.execute("INSERT INTO meta VALUES ('recipe', ?)", (recipe,))
    writer = Writer(connection)
    number = writer.source(Source("geonames", "Places of the tests", "CC0", "https://example.org/"), base=True)
    id, name, _, code, lat, lon, people, names = LIBYA
    country = NewPlace(
        id=id, name=name, kind="country", lat=lat, lon=lon, radius_km=700.0, country=code, population=people,
        names=tuple(listed(name, names)),
    )  # fmt: skip
    towns = [
        NewPlace(
            id=id, name=name, kind=kind, lat=lat, lon=lon, radius_km=3.0, country=code, population=people,
            names=tuple(rated(name, names)),
        )
        for id, name, kind, code, lat, lon, people, names in TOWNS
    ]  # fmt: skip
    writer.places(number, [country, *towns])
    writer.demonyms([("Libyan", "country:LY"), ("Libyans", "country:LY")])
    connection.commit()
    connection.executescript(INDEXES)
    connection.close()
    return path
