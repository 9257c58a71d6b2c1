"""The whole file: made beside its place and moved there when it is whole."""

from __future__ import annotations

import os
import sqlite3
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from sayso.errors import GazetteerError
from sayso.measures.places.gazetteer.build.areas import Areas
from sayso.measures.places.gazetteer.build.carry import carry
from sayso.measures.places.gazetteer.build.cities import GEONAMES, city_places, read_cities, read_countries
from sayso.measures.places.gazetteer.build.divisions import CENSUS, county_places, division_places, read_divisions
from sayso.measures.places.gazetteer.build.features import feature_rows, town_rows
from sayso.measures.places.gazetteer.build.nations import continent_places, country_demonyms, country_places
from sayso.measures.places.gazetteer.build.recipe import recipe
from sayso.measures.places.gazetteer.build.shapes import NATURAL_EARTH, write_countries
from sayso.measures.places.gazetteer.build.supplement import SAYSO, Listed, name_again, superseded, supplement
from sayso.measures.places.gazetteer.build.topology import packaged_topology
from sayso.measures.places.gazetteer.build.writer import Writer
from sayso.measures.places.gazetteer.file import connect, gazetteer_path
from sayso.measures.places.gazetteer.schema import APPLICATION_ID, INDEXES, TABLES, VERSION

#: seconds after which an unfinished file is nobody's any more
_ABANDONED = 3600


def is_stale(path: Path | None = None) -> bool:
    """Whether at this path there is no gazetteer, or one that was built from other data than sayso has now."""
    try:
        connection = connect(gazetteer_path(path))
        try:
            found = connection.execute("SELECT value FROM meta WHERE key = 'recipe'").fetchone()
        finally:
            connection.close()
    except (GazetteerError, sqlite3.Error):
        return True
    return found is None or found[0] != recipe()


def build(path: Path | None = None) -> Path:
    """Make the gazetteer anew; the one that was there stays until the new one is whole.

    Sources that were added to the old one are taken over. Takes some 25 seconds and 650 MB of memory.

    Raises:
        GazetteerError: SAY-103 the folder may not be written to, SAY-104 the data it is built from are not whole.
    """
    where = gazetteer_path(path)
    try:
        where.parent.mkdir(parents=True, exist_ok=True)
        _sweep(where)
        handle, name = tempfile.mkstemp(prefix=f".{where.name}.", dir=where.parent)
        os.close(handle)
    except OSError as error:
        raise GazetteerError("SAY-103", str(where)) from error
    try:
        _fill(Path(name), where)
        os.chmod(name, 0o644)
        os.replace(name, where)
    except (OSError, sqlite3.OperationalError) as error:
        raise GazetteerError("SAY-103", str(where)) from error
    finally:
        Path(name).unlink(missing_ok=True)
    return where


def _sweep(where: Path) -> None:
    """Take away what a build left that was killed long ago."""
    for left in where.parent.glob(f".{where.name}.*"):
        if time.time() - left.stat().st_mtime > _ABANDONED:
            left.unlink(missing_ok=True)


def _fill(path: Path, old: Path) -> None:
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        # nobody else sees the file until it is whole: what is lost in a crash is thrown away anyway
        connection.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -200000;")
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {VERSION}")
        connection.executescript(TABLES)
        connection.execute("BEGIN")
        connection.execute("INSERT INTO meta VALUES ('recipe', ?)", (recipe(),))
        rows = _places(Writer(connection))
        connection.execute("COMMIT")
        connection.executescript(INDEXES)
        connection.execute("BEGIN")
        name_again(connection, rows)
        connection.execute("COMMIT")
        carry(connection, old)
        connection.execute("ANALYZE")
    finally:
        connection.close()


def _places(writer: Writer) -> list[Listed]:
    geonames, census = writer.source(GEONAMES, base=True), writer.source(CENSUS, base=True)
    earth, own = writer.source(NATURAL_EARTH, base=True), writer.source(SAYSO, base=True)
    areas = Areas(packaged_topology("countries.json.gz"), packaged_topology("features.json.gz"))
    rows = list(supplement(areas))
    gone = superseded(rows)
    cities, countries, divisions = read_cities(), read_countries(), read_divisions()
    writer.places(geonames, country_places(cities, countries, areas))
    writer.places(geonames, continent_places(countries))
    writer.places(geonames, division_places(cities, divisions))
    writer.places(geonames, city_places(cities, {code: d.name for code, d in divisions.items()}))
    writer.places(census, county_places(divisions))
    writer.places(own, (row.place for row in rows if row.place is not None))
    writer.places(earth, feature_rows(gone))
    writer.places(earth, town_rows())
    writer.demonyms([*country_demonyms(), *((word, row.id) for row in rows for word in row.demonyms)])
    writer.shapes(own, _own_shapes(rows))
    write_countries(writer, earth, areas.countries)
    states = packaged_topology("states.json.gz")
    for source, topology in ((earth, areas.features), (census, states)):
        writer.shapes(source, ((gone.get(id, id), topology.geometry(id).wkb) for id in topology.objects))
    return rows


def _own_shapes(rows: list[Listed]) -> Iterator[tuple[str, bytes]]:
    return ((row.id, row.area.wkb) for row in rows if row.area is not None)
