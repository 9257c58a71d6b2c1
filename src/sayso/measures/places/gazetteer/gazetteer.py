"""Asking the gazetteer."""

from __future__ import annotations

import math
import sqlite3
from collections.abc import Collection
from functools import lru_cache
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, cast

from sayso.measures.places.gazetteer.entry import Entry, How, Kind, Match
from sayso.measures.places.gazetteer.extent import great_circle_km
from sayso.measures.places.gazetteer.file import connect, gazetteer_path, told
from sayso.measures.places.gazetteer.folding import fold
from sayso.measures.places.gazetteer.schema import COAST, TILE, WHOLE, tile_key

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

#: what a name written otherwise (case, accents, hyphens) than the stored one loses
FOLDED = 0.97
#: how much of the order is size: a town of a million goes before a hamlet whose name fits a little better
_SIZE = 0.04
#: how many answers are kept; a document asks for the same names again and again
_KEPT = 65_536
_PLACE = (
    "p.key, p.name, p.country, p.admin1, p.kind, p.lat, p.lon, p.population, p.radius_km, s.name, p.countries, p.rank,"
    " p.parent"
)
_FROM = "place p JOIN source s ON s.id = p.source"


class Gazetteer:
    """The places of the world by their names.

    Opened, not loaded: each question reads a few pages of the file. Answers are kept, so that a batch pays once. It may
    be used by several threads one at a time; after a fork, open it anew.
    """

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection = connection
        self.path = path
        self._names = lru_cache(_KEPT)(self._read_names)
        self.starts = lru_cache(_KEPT)(self._starts)
        self.entry = lru_cache(_KEPT)(self._entry)
        self.demonym = lru_cache(_KEPT)(self._demonym)
        self._geometry = lru_cache(1024)(self._read_geometry)
        self._shape = lru_cache(256)(self._read_shape)
        self._spellings = lru_cache(128)(self._read_spellings)

    @classmethod
    def open(cls, path: Path | None = None) -> Gazetteer:
        """Open the gazetteer for reading.

        Args:
            path: the file; without it the setting ``SAYSO_GAZETTEER``, or the user's data folder.

        Raises:
            GazetteerError: SAY-100 there is none yet, SAY-101 the file is none, SAY-102 another version made it.
        """
        where = gazetteer_path(path)
        return cls(connect(where), where)

    def close(self) -> None:
        """Close the file. What was answered stays valid."""
        self._connection.close()

    def __enter__(self) -> Gazetteer:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def lookup(self, name: str, *, limit: int = 50) -> list[Match]:
        """What goes by this name, best first: names before other names, and large places before small ones.

        Case, accents, hyphens, apostrophes and a leading *the* do not count (:func:`.folding.fold`), but abbreviations
        count only as they are written: *US*, *U.S.*, not *us*; *KY*, and *Ky.* with its stop.
        """
        key = fold(name)
        if not key:
            return []
        found = []
        for entry, rank, text, how, score in self._names(key):
            if how == "abbreviation" and not _abbreviates(name.strip(), text):
                continue  # "us" is not the US, and "miss" is not Miss.
            if text != name and how == "name":
                how, score = "folded", score * FOLDED
            found.append((score + _SIZE * math.log10(1 + rank), Match(entry, text, how, score)))
        found.sort(key=lambda pair: (-pair[0], pair[1].entry.id))
        return [match for _, match in found[:limit]]

    def _read_names(self, key: str) -> tuple[tuple[Entry, int, str, How, float], ...]:
        with told(self.path):
            rows = self._connection.execute(
                f"SELECT {_PLACE}, coalesce(n.text, p.name), n.how, n.score FROM name n JOIN place p ON p.id = n.place"  # noqa: S608
                " JOIN source s ON s.id = p.source WHERE n.key = ?",
                (key,),
            ).fetchall()
        return tuple((_entry(row), row[11], row[13], row[14], row[15]) for row in rows)

    def spelling(self, name: str, countries: Collection[str]) -> list[Match]:
        """What this may be another spelling of, in these countries (ISO alpha-2), best first; see :mod:`.spelling`."""
        from rapidfuzz.distance import Indel

        from sayso.measures.places.gazetteer.spelling import alike, first

        own = fold(name)
        best: dict[int, tuple[float, float, str]] = {}
        for country in sorted(code for code in set(countries) if _writable(code)):
            names, skeletons = self._spellings(country, first(own))
            for index, score in alike(name, skeletons):
                place, key = names[index]
                # of several names of a place the one that is written most alike
                found = score, Indel.normalized_similarity(own, key), key
                best[place] = max(best.get(place, found), found)
        ordered = []
        for place, (score, _, key) in best.items():
            entry, rank, text = self._stored(place, key)
            ordered.append((score + _SIZE * math.log10(1 + rank), Match(entry, text, "spelling", score)))
        ordered.sort(key=lambda pair: (-pair[0], pair[1].entry.id))
        return [match for _, match in ordered]

    def _read_spellings(self, country: str, letter: str) -> tuple[list[tuple[int, str]], list[str]]:
        from sayso.measures.places.gazetteer.spelling import first, skeleton

        with told(self.path):
            rows = self._connection.execute(
                "SELECT n.place, n.key FROM place p JOIN name n ON n.place = p.id"
                " WHERE p.country = ? AND n.how != 'abbreviation'",
                (country,),
            )
            kept = [(place, key) for place, key in rows if first(key) == letter]
        return kept, [skeleton(key) for _, key in kept]

    def _stored(self, place: int, key: str) -> tuple[Entry, int, str]:
        with told(self.path):
            row = self._connection.execute(
                f"SELECT {_PLACE}, coalesce(n.text, p.name) FROM {_FROM} JOIN name n ON n.place = p.id"  # noqa: S608
                " WHERE n.key = ? AND n.place = ?",
                (key, place),
            ).fetchone()
        return _entry(row), row[11], row[13]

    def shape(self, id: str) -> BaseGeometry | None:
        """The area of a country (by its ISO alpha-2 code or its id), a sea, a desert or a region; degrees, WGS84."""
        return self._shape(f"country:{id.upper()}" if len(id) == 2 else id)

    def _read_shape(self, id: str) -> BaseGeometry | None:
        if not _writable(id):
            return None
        found = self._geometry("SELECT wkb FROM shape WHERE key = ?", id)
        entry = None if found is not None else self.entry(id)
        if entry is None or entry.kind not in ("group", "continent"):
            return found
        import shapely

        members = [shape for code in entry.countries if (shape := self.shape(code)) is not None]
        if not members:
            return None
        # neighbours share the points of their border, so that it can be left out without looking for crossings
        joined = shapely.coverage_union_all(members)
        return joined if joined.is_valid else shapely.union_all(members)

    def within(self, entry: Entry, other: Entry) -> bool:
        """Whether a place lies in another: by its country, its division, its parent, or by the other's shape or reach.

        A place of several countries lies in one of them only if it has no other.
        """
        if entry.id == other.id:
            return True
        if other.kind == "country":
            return entry.country == other.country if entry.country else entry.countries == (other.country,)
        if other.kind in ("group", "continent"):
            own = (entry.country,) if entry.country else entry.countries
            return bool(own) and set(own) <= set(other.countries)
        if other.kind == "admin1" and entry.admin1 is not None and entry.kind != "admin1":
            return (entry.country, entry.admin1) == (other.country, other.admin1)
        parent, seen = entry.parent, {entry.id}
        while parent is not None and parent not in seen:
            if parent == other.id:
                return True
            seen.add(parent)
            above = self.entry(parent)
            parent = above.parent if above else None
        shape = self.shape(other.id)
        if shape is None:
            return great_circle_km(entry.lat, entry.lon, other.lat, other.lon) <= other.radius_km > entry.radius_km
        import shapely

        return bool(shapely.intersects_xy(shape, entry.lon, entry.lat))

    def land(self, bounds: tuple[float, float, float, float] | None = None) -> BaseGeometry:
        """The land of all countries as one area.

        Args:
            bounds: west, south, east, north in degrees. With them only the land there is given (cut at the bounds),
                which reads a few tiles and not all coasts of the world; without them the whole has some 400,000 points.
        """
        import shapely

        if bounds is None:
            return self._geometry("SELECT wkb FROM shape WHERE key = ?", "land") or shapely.Polygon()
        west, south, east, north = bounds
        tiles = [
            tile
            for x in range(math.floor(west / TILE) * TILE, math.ceil(east), TILE)
            for y in range(math.floor(south / TILE) * TILE, math.ceil(north), TILE)
            if (tile := self._geometry("SELECT wkb FROM shape WHERE key = ?", tile_key(x, y))) is not None
        ]
        return shapely.union_all([shapely.clip_by_rect(tile, west, south, east, north) for tile in tiles])

    def border(self, a: str, b: str | None = None) -> BaseGeometry | None:
        """The land border of two countries (ISO alpha-2), or of one with all its neighbours: lines, degrees."""
        ends = sorted((a.upper(), b.upper())) if b else [a.upper(), WHOLE]
        return self._geometry("SELECT wkb FROM border WHERE a = ? AND b = ?", *ends)

    def coast(self, country: str | None = None) -> BaseGeometry | None:
        """The coast of a country (ISO alpha-2), or of all land: lines, degrees. Large inland seas have coasts, too."""
        return self._geometry("SELECT wkb FROM border WHERE a = ? AND b = ?", (country or "").upper(), COAST)

    def _read_geometry(self, query: str, *values: str) -> BaseGeometry | None:
        import shapely

        if not all(map(_writable, values)):
            return None
        with told(self.path):
            row = self._connection.execute(query, values).fetchone()
        return None if row is None else shapely.from_wkb(row[0])

    def _starts(self, token: str) -> bool:
        """Whether any name begins with this word (folded here)."""
        key = fold(token)
        if not key:
            return False
        # "!" follows the blank: the stretch holds the word itself and whatever goes on after a blank
        with told(self.path):
            found = self._connection.execute(
                "SELECT 1 FROM name WHERE key >= ? AND key < ? LIMIT 1", (key, key + "!")
            ).fetchone()
        return found is not None

    def _entry(self, id: str) -> Entry | None:
        """The entry of this id."""
        if not _writable(id):
            return None
        with told(self.path):
            row = self._connection.execute(f"SELECT {_PLACE} FROM {_FROM} WHERE p.key = ?", (id,)).fetchone()  # noqa: S608
        return None if row is None else _entry(row)

    def country(self, iso2: str) -> Entry | None:
        """The country of this ISO 3166 alpha-2 code."""
        return self.entry(f"country:{iso2.upper()}")

    def _demonym(self, word: str) -> list[Entry]:
        """The places whose people, or whatever is of them, this word names: *Libyan*, *Libyans* give Libya."""
        with told(self.path):
            rows = self._connection.execute(
                f"SELECT {_PLACE} FROM demonym d JOIN place p ON p.key = d.place"  # noqa: S608
                " JOIN source s ON s.id = p.source WHERE d.key = ? ORDER BY p.rank DESC",
                (fold(word),),
            ).fetchall()
        return [_entry(row) for row in rows]


def _writable(id: str) -> bool:
    """Whether SQLite can take this text: half of a surrogate pair it cannot."""
    try:
        id.encode()
    except UnicodeEncodeError:
        return False
    return True


def _abbreviates(name: str, stored: str) -> bool:
    """Whether a name is this abbreviation: letter by letter but for stops, or, with its stop, in small letters."""
    bare, short = name.replace(".", ""), stored.replace(".", "")
    return bare == short or (name.endswith(".") and bare[:1].isupper() and bare.casefold() == short.casefold())


def _entry(row: tuple[object, ...]) -> Entry:
    (key, name, country, admin1, kind, lat, lon, population, radius_km, source, countries, _, parent) = row[:13]
    return Entry(
        id=cast(str, key),
        name=cast(str, name),
        country=cast("str | None", country),
        admin1=cast("str | None", admin1),
        kind=cast(Kind, kind),
        lat=cast(float, lat),
        lon=cast(float, lon),
        population=cast("int | None", population),
        radius_km=cast(float, radius_km),
        source=cast(str, source),
        countries=tuple(cast(str, countries or "").split()),
        parent=cast("str | None", parent),
    )
