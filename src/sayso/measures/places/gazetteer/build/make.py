"""The whole file: made beside its place and moved there when it is whole."""

from __future__ import annotations

import os
import sqlite3
import tempfile
from pathlib import Path

from sayso.errors import GazetteerError
from sayso.measures.places.gazetteer.build.cities import GEONAMES, city_places, read_cities, read_countries
from sayso.measures.places.gazetteer.build.divisions import division_places, read_divisions
from sayso.measures.places.gazetteer.build.nations import country_places
from sayso.measures.places.gazetteer.build.writer import Writer
from sayso.measures.places.gazetteer.file import connect, gazetteer_path
from sayso.measures.places.gazetteer.schema import APPLICATION_ID, INDEXES, TABLES, VERSION


def is_stale(path: Path | None = None) -> bool:
    """Whether there is no gazetteer at this path that this version of sayso can read."""
    try:
        connect(gazetteer_path(path)).close()
    except GazetteerError:
        return True
    return False


def build(path: Path | None = None) -> Path:
    """Make the gazetteer anew; the one that was there stays until the new one is whole.

    Takes some 20 seconds and 700 MB of memory.

    Raises:
        GazetteerError: SAY-103 the folder may not be written to, SAY-104 the data it is built from are not whole.
    """
    where = gazetteer_path(path)
    try:
        where.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=f".{where.name}.", dir=where.parent)
        os.close(handle)
    except OSError as error:
        raise GazetteerError("SAY-103", str(where)) from error
    try:
        _fill(Path(name))
        os.replace(name, where)
    except (OSError, sqlite3.OperationalError) as error:
        raise GazetteerError("SAY-103", str(where)) from error
    finally:
        Path(name).unlink(missing_ok=True)
    return where


def _fill(path: Path) -> None:
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        # nobody else sees the file until it is whole: what is lost in a crash is thrown away anyway
        connection.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -200000;")
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {VERSION}")
        connection.executescript(TABLES)
        connection.execute("BEGIN")
        writer = Writer(connection)
        geonames = writer.source(GEONAMES, base=True)
        cities, divisions = read_cities(), read_divisions()
        writer.places(geonames, country_places(cities, read_countries()))
        writer.places(geonames, division_places(cities, divisions))
        writer.places(geonames, city_places(cities, {code: d.name for code, d in divisions.items()}))
        connection.execute("COMMIT")
        connection.executescript(INDEXES)
    finally:
        connection.close()
