"""Who's On First: its SQLite distributions, and extracts with one JSON object a line."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from sayso.errors import GazetteerError
from sayso.measures.places.gazetteer.add.candidate import Candidate, candidate, kinds
from sayso.measures.places.gazetteer.add.lines import lines

SQLITE = b"SQLite format 3\x00"
_PLACES = """
SELECT s.id, s.name, s.placetype, s.country, s.latitude, s.longitude,
    (SELECT group_concat(n.name, char(31)) FROM names n WHERE n.id = s.id AND n.language IN ('eng', 'und', ''))
FROM spr s WHERE s.is_current != 0 AND s.is_deprecated != 1 AND s.is_superseded != 1
"""


def is_extract(line: str) -> bool:
    """Whether this first line is that of an extract: an object with id, name, type, cc, lat and lon."""
    try:
        said = json.loads(line)
    except (ValueError, RecursionError):
        return False
    return isinstance(said, dict) and {"id", "name", "type", "cc", "lat", "lon"} <= said.keys()


def read_extract(path: Path) -> Iterator[Candidate]:
    """The places of an extract.

    Raises:
        GazetteerError: SAY-106, a line is damaged; its number is told.
    """
    known = kinds("wof")
    for number, line in lines(path):
        try:
            said = json.loads(line)
            kind, radius = known.get(str(said["type"]), (None, 1.0))
            if kind is None:
                continue
            names = said.get("names")
            found = candidate(
                f"wof:{int(said['id'])}",
                said["name"],
                kind,
                said["lat"],
                said["lon"],
                names=names if isinstance(names, list) else (),
                country=said["cc"],
                population=said.get("pop"),
                radius_km=radius,
                same=f"geonames:{int(said['gn'])}" if said.get("gn") else None,
            )
        except (ValueError, KeyError, TypeError, OverflowError, RecursionError) as error:
            raise GazetteerError("SAY-106", str(path), f"line {number}: {error}") from error
        if found is not None:
            yield found


def read_database(path: Path) -> Iterator[Candidate]:
    """The places of a SQLite distribution (tables ``spr`` and ``names``, and ``concordances`` where it is there).

    Raises:
        GazetteerError: SAY-105 the database is no distribution of Who's On First, SAY-106 it is damaged.
    """
    known = kinds("wof")
    connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
    try:
        tables = {row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        if not {"spr", "names"} <= tables:
            raise GazetteerError("SAY-105", str(path), "the database has no tables spr and names")
        same: dict[int, str] = {}
        if "concordances" in tables:
            query = "SELECT id, other_id FROM concordances WHERE other_source IN ('gn', 'gn:id')"
            same = {id: f"geonames:{other}" for id, other in connection.execute(query)}
        for id, name, placetype, country, lat, lon, names in connection.execute(_PLACES):
            kind, radius = known.get(placetype, (None, 1.0))
            if kind is None:
                continue
            found = candidate(
                f"wof:{int(id)}",
                name,
                kind,
                lat,
                lon,
                names=str(names or "").split("\x1f"),
                country=country,
                radius_km=radius,
                same=same.get(id),
            )
            if found is not None:
                yield found
    except (sqlite3.Error, ValueError, TypeError) as error:
        raise GazetteerError("SAY-106", str(path), str(error)) from error
    finally:
        connection.close()
