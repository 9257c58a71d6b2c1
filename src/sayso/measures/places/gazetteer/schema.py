"""The file of the gazetteer: one SQLite database, made once, opened and not loaded."""

from __future__ import annotations

#: raised whenever files made before cannot be read any more, or would answer otherwise
VERSION = 1
#: what SQLite writes into the head of the file, so that another database is not taken for a gazetteer: "sayg"
APPLICATION_ID = 0x73617967

#: ``place.rank`` orders entries that match a name equally well: the population, or what stands for it. ``name.key`` is
#: the folded name (folding.py), ``name.text`` as the source writes it, ``how`` and ``score`` those of a match; the rows
#: lie in the order of their keys, so that a lookup reads one stretch of the file. ``border`` holds lines: of two
#: countries in the order of the alphabet, of one with all neighbours (b is empty), and coasts (b is ~; a empty: all).
TABLES = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE source (
    id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, title TEXT NOT NULL, licence TEXT NOT NULL,
    url TEXT NOT NULL, base INTEGER NOT NULL, places INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE place (
    id INTEGER PRIMARY KEY, key TEXT NOT NULL, name TEXT NOT NULL, country TEXT, admin1 TEXT, kind TEXT NOT NULL,
    lat REAL NOT NULL, lon REAL NOT NULL, population INTEGER, radius_km REAL NOT NULL, source INTEGER NOT NULL,
    countries TEXT NOT NULL DEFAULT '', rank INTEGER NOT NULL
);
CREATE TABLE name (
    key TEXT NOT NULL, place INTEGER NOT NULL, text TEXT NOT NULL, how TEXT NOT NULL, score REAL NOT NULL,
    PRIMARY KEY (key, place)
) WITHOUT ROWID;
CREATE TABLE demonym (
    key TEXT NOT NULL, place TEXT NOT NULL, text TEXT NOT NULL, PRIMARY KEY (key, place)
) WITHOUT ROWID;
CREATE TABLE shape (key TEXT PRIMARY KEY, source INTEGER NOT NULL, wkb BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE border (a TEXT NOT NULL, b TEXT NOT NULL, wkb BLOB NOT NULL, PRIMARY KEY (a, b)) WITHOUT ROWID;
"""
#: made after the rows, which is faster
INDEXES = """
CREATE UNIQUE INDEX place_key ON place (key);
CREATE INDEX place_country ON place (country);
CREATE INDEX name_place ON name (place);
"""
