"""Adding a list as a source, whole or not at all, and taking a source out again."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sayso.errors import GazetteerError
from sayso.measures.places.gazetteer.add import geojson, geonames, wof
from sayso.measures.places.gazetteer.add.candidate import Candidate, MoreNames
from sayso.measures.places.gazetteer.add.lines import lines, opened
from sayso.measures.places.gazetteer.add.merge import Merger
from sayso.measures.places.gazetteer.build.writer import Source, Writer
from sayso.measures.places.gazetteer.file import connect, gazetteer_path, told

_GEONAMES = ("GeoNames", "CC BY 4.0, © GeoNames", "https://www.geonames.org/")
_WOF = ("Who's On First", "CC BY 4.0 and the licences of its sources", "https://whosonfirst.org/docs/licenses/")
_GEOJSON = ("GeoJSON", "as its file says", "")


@dataclass(frozen=True, slots=True)
class Added:
    """What came of a file: the source's name, how many places are new, and how many were known and got names."""

    source: str
    new: int
    known: int


def add(file: Path, *, name: str | None = None, path: Path | None = None) -> Added:
    """Add the places of one file. A file that was added before under the same name is replaced.

    Args:
        file: a dump of GeoNames, an extract or a database of Who's On First, or GeoJSON; text may be packed with gzip.
        name: the name of the source; without it made of the file's name.
        path: the gazetteer; without it the setting or the user's data folder.

    Raises:
        GazetteerError: SAY-100 to SAY-103 the gazetteer cannot be used or written to, SAY-105 the file is of no known
            kind, SAY-106 it is damaged, SAY-109 another program is writing. Nothing is added then.
    """
    kind, found = _read(file)
    title, licence, url = {"geonames": _GEONAMES, "wof": _WOF, "geojson": _GEOJSON}[kind]
    source = name or f"{kind}/{geojson.slug(file)}"
    with _writing(path) as connection:
        _take_out(connection, source)
        writer = Writer(connection)
        number = writer.source(Source(source, f"{title}: {file.name}", licence, url), base=False)
        merger = Merger(writer, number)
        for each in found:
            merger.take(each)
        merger.finish()
    return Added(source, merger.new, merger.known)


def remove(source: str, *, path: Path | None = None) -> int:
    """Take a source out that was added; how many places and names went.

    Raises:
        GazetteerError: SAY-107 there is no such source, SAY-108 it is part of every gazetteer; else as :func:`add`.
    """
    with _writing(path) as connection:
        gone = _take_out(connection, source)
        if gone is None:
            raise GazetteerError("SAY-107", source)
    return gone


def _read(file: Path) -> tuple[str, Iterator[Candidate | MoreNames]]:
    if not file.is_file():
        raise GazetteerError("SAY-106", str(file), "no such file", "check the path")
    with opened(file) as raw:
        start = raw.read(4096)
    if start.startswith(wof.SQLITE):
        return "wof", iter(wof.read_database(file))
    first = next((line for _, line in lines(file)), "") if b"\x00" not in start else ""
    if geonames.is_dump(first):
        return "geonames", iter(geonames.read_dump(file))
    if geonames.is_names(first):
        return "geonames", iter(geonames.read_names(file))
    if wof.is_extract(first):
        return "wof", iter(wof.read_extract(file))
    if geojson.is_geojson(start):
        return "geojson", iter(geojson.read_geojson(file))
    raise GazetteerError("SAY-105", str(file))


@contextlib.contextmanager
def _writing(path: Path | None) -> Iterator[sqlite3.Connection]:
    where = gazetteer_path(path)
    connection = connect(where, write=True)
    connection.isolation_level = None
    try:
        with told(where):
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
            except BaseException:
                connection.execute("ROLLBACK")
                raise
            connection.execute("COMMIT")
    finally:
        connection.close()


def _take_out(connection: sqlite3.Connection, source: str) -> int | None:
    found = connection.execute("SELECT id, base FROM source WHERE name = ?", (source,)).fetchone()
    if found is None:
        return None
    number, base = found
    if base:
        raise GazetteerError("SAY-108", source)
    gone = 0
    for table in ("name", "shape", "place"):
        gone += connection.execute(f"DELETE FROM {table} WHERE source = ?", (number,)).rowcount  # noqa: S608
    connection.execute("DELETE FROM source WHERE id = ?", (number,))
    return gone
