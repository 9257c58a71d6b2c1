"""The file of the gazetteer: one SQLite database, made once, opened and not loaded."""

from __future__ import annotations

#: raised whenever files made before cannot be read any more, or would answer otherwise
VERSION = 2
#: what SQLite writes into the head of the file, so that another database is not taken for a gazetteer: "sayg"
APPLICATION_ID = 0x73617967

#: ``place.rank`` orders entries that match a name equally well: the population, or what stands for it; ``parent`` is
#: the key of the entry that a place lies in. ``name.key`` is the folded name (folding.py), ``name.text`` as the source
#: writes it (null: as ``place.name``), ``how`` and ``score`` those of a match; the rows lie in the order of their keys,
#: so that a lookup reads one stretch of the file. ``border`` holds lines: of two countries in the order of the
#: alphabet, of one with all neighbours (b is empty), and coasts (b is ~; a empty: all).
TABLES = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE source (
    id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, title TEXT NOT NULL, licence TEXT NOT NULL,
    url TEXT NOT NULL, base INTEGER NOT NULL
);
CREATE TABLE place (
    id INTEGER PRIMARY KEY, key TEXT NOT NULL, name TEXT NOT NULL, country TEXT, admin1 TEXT, kind TEXT NOT NULL,
    lat REAL NOT NULL, lon REAL NOT NULL, population INTEGER, radius_km REAL NOT NULL, source INTEGER NOT NULL,
    countries TEXT, rank INTEGER NOT NULL, parent TEXT
);
CREATE TABLE name (
    key TEXT NOT NULL, place INTEGER NOT NULL, text TEXT, how TEXT NOT NULL, score REAL NOT NULL,
    source INTEGER NOT NULL, PRIMARY KEY (key, place)
) WITHOUT ROWID;
CREATE TABLE demonym (
    key TEXT NOT NULL, place TEXT NOT NULL, text TEXT NOT NULL, PRIMARY KEY (key, place)
) WITHOUT ROWID;
CREATE TABLE shape (key TEXT PRIMARY KEY, source INTEGER NOT NULL, wkb BLOB NOT NULL);
CREATE TABLE border (a TEXT NOT NULL, b TEXT NOT NULL, wkb BLOB NOT NULL, PRIMARY KEY (a, b));
"""
#: made after the rows, which is faster
INDEXES = """
CREATE UNIQUE INDEX place_key ON place (key);
CREATE INDEX place_country ON place (country);
CREATE INDEX name_place ON name (place);
"""
#: in ``border.b``: all neighbours of a country; its coast
WHOLE, COAST = "", "~"
#: the land is also kept in tiles of so many degrees, so that a small area need not read all coasts
TILE = 10


def tile_key(west: int, south: int) -> str:
    """The key of the tile of land whose south-western corner this is."""
    return f"land:{west}:{south}"
