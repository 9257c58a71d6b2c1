"""Writing places into the file of the gazetteer."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass

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
    parent: str | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """Where places come from, and on what terms."""

    name: str
    title: str
    licence: str
    url: str


@dataclass(frozen=True, slots=True)
class Writer:
    """Stores sources, places, names, demonyms and shapes. Nothing is committed here."""

    connection: sqlite3.Connection

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
        """Store places of one source; how many there were."""
        first = last = self.connection.execute("SELECT coalesce(max(id), 0) FROM place").fetchone()[0]
        rows: list[tuple[object, ...]] = []
        names: list[tuple[object, ...]] = []
        for place in places:
            last += 1
            rank = place.rank if place.rank is not None else place.population or 0
            rows.append(
                (
                    last, place.id, place.name, place.country, place.admin1, place.kind, place.lat, place.lon,
                    place.population, place.radius_km, source, " ".join(place.countries) or None, rank, place.parent,
                )
            )  # fmt: skip
            names.extend(_row(name, last, source, place.name) for name in place.names)
        self.connection.executemany("INSERT INTO place VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?)", rows)
        self._names(names)
        return int(last - first)

    def names(self, source: int, names: Iterable[tuple[int, StoredName]]) -> None:
        """Store more names of places that are there already, by the numbers of the places."""
        self._names([_row(name, place, source, None) for place, name in names])

    def _names(self, rows: list[tuple[object, ...]]) -> None:
        # in the order of the keys, so that the file is written from front to back
        rows.sort(key=lambda row: (row[0], row[1]))
        self.connection.executemany("INSERT OR IGNORE INTO name VALUES (?,?,?,?,?,?)", rows)

    def demonyms(self, words: Iterable[tuple[str, str]]) -> None:
        """Store demonyms: pairs of the word and the id of its place."""
        self.connection.executemany(
            "INSERT OR IGNORE INTO demonym VALUES (?, ?, ?)", [(fold(word), place, word) for word, place in words]
        )

    def shapes(self, source: int, shapes: Iterable[tuple[str, bytes]]) -> None:
        """Store shapes: pairs of the id of the place and the area or lines as WKB."""
        self.connection.executemany(
            "INSERT OR IGNORE INTO shape VALUES (?, ?, ?)", [(key, source, wkb) for key, wkb in shapes]
        )


def _row(name: StoredName, place: int, source: int, own: str | None) -> tuple[object, ...]:
    return name.key, place, None if name.text == own else name.text, name.how, name.score, source
