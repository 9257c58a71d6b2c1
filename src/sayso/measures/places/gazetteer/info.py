"""What a gazetteer holds."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from sayso.measures.places.gazetteer.file import connect, gazetteer_path, told


@dataclass(frozen=True, slots=True)
class SourceInfo:
    """A source: its name, what it is, its terms, its address, whether every gazetteer has it, and what it gave."""

    name: str
    title: str
    licence: str
    url: str
    base: bool
    places: int
    names: int


@dataclass(frozen=True, slots=True)
class Info:
    """The file, its size in bytes, and its sources."""

    path: Path
    size: int
    sources: tuple[SourceInfo, ...]


def info(path: Path | None = None) -> Info:
    """What the gazetteer holds.

    Raises:
        GazetteerError: SAY-100 there is none yet, SAY-101 the file is none, SAY-102 another version made it.
    """
    where = gazetteer_path(path)
    connection = connect(where)
    try:
        with told(where):
            places = dict(connection.execute("SELECT source, count(*) FROM place GROUP BY source").fetchall())
            names = dict(connection.execute("SELECT source, count(*) FROM name GROUP BY source").fetchall())
            rows = connection.execute("SELECT id, name, title, licence, url, base FROM source ORDER BY id").fetchall()
    finally:
        connection.close()
    return Info(
        where,
        where.stat().st_size,
        tuple(
            SourceInfo(name, title, licence, url, bool(base), places.get(number, 0), names.get(number, 0))
            for number, name, title, licence, url, base in rows
        ),
    )
