"""Writing places into the file of the gazetteer."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass, field

from sayso.measures.places.gazetteer.entry import Kind
from sayso.measures.places.gazetteer.folding import fold
from sayso.measures.places.gazetteer.rating import StoredName


@dataclass(frozen=True, slots=True, kw_only=True)
class NewPlace:
    """A place to be stored, with its names. ``rank`` orders places that a name fits alike; else the population does."""

    id: str
    name: str
    kind: Kind
    lat: float
    lon: float
    radius_km: float
    names: tuple[StoredName, ...]
    country: str | None = None
    admin1: str | None = None
    population: int | None = None
    countries: tuple[str, ...] = ()
    rank: int | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """Where places come from, and on what terms."""

    name: str
    title: str
    licence: str
    url: str


@dataclass(slots=True)
class Writer:
    """Stores sources, places, names and demonyms. Nothing is committed here."""

    connection: sqlite3.Connection
    _sources: dict[str, int] = field(default_factory=dict)

    def source(self, source: Source, *, base: bool) -> int:
        """Store a source and give its number."""
        found = self.connection.execute("SELECT id FROM source WHERE name = ?", (source.name,)).fetchone()
        if found is not None:
            return int(found[0])
        cursor = self.connection.execute(
            "INSERT INTO source (name, title, licence, url, base) VALUES (?, ?, ?, ?, ?)",
            (source.name, source.title, source.licence, source.url, int(base)),
        )
        assert cursor.lastrowid is not None
        return cursor.lastrowid

    def places(self, source: int, places: Iterable[NewPlace]) -> int:
        """Store places of one source; how many there were. One whose id is taken already is left out."""
        first = last = self.connection.execute("SELECT coalesce(max(id), 0) FROM place").fetchone()[0]
        rows: list[tuple[object, ...]] = []
        names: list[tuple[object, ...]] = []
        for place in places:
            last += 1
            rank = place.rank if place.rank is not None else place.population or 0
            rows.append(
                (
                    last, place.id, place.name, place.country, place.admin1, place.kind, place.lat, place.lon,
                    place.population, place.radius_km, source, " ".join(place.countries), rank,
                )
            )  # fmt: skip
            names.extend((name.key, last, name.text, name.how, name.score) for name in place.names)
        self.connection.executemany("INSERT INTO place VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)", rows)
        # in the order of the keys, so that the file is written from front to back
        names.sort(key=lambda row: (row[0], row[1]))
        self.connection.executemany("INSERT OR IGNORE INTO name VALUES (?,?,?,?,?)", names)
        self.connection.execute("UPDATE source SET places = places + ? WHERE id = ?", (last - first, source))
        return int(last - first)

    def demonyms(self, words: Iterable[tuple[str, str]]) -> None:
        """Store demonyms: pairs of the word and the id of its place."""
        self.connection.executemany(
            "INSERT OR IGNORE INTO demonym VALUES (?, ?, ?)", [(fold(word), place, word) for word, place in words]
        )
