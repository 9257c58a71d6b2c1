"""What the user added to a gazetteer is taken over into the one that is built in its place."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from sayso.errors import GazetteerError
from sayso.measures.places.gazetteer.file import connect


def carry(connection: sqlite3.Connection, old: Path) -> None:
    """Copy the sources that were added to the old file, if it can be read, with their places, names and shapes."""
    try:
        connect(old).close()
    except GazetteerError:
        return
    connection.execute("ATTACH ? AS old", (str(old),))
    try:
        connection.execute("BEGIN")
        added = connection.execute("SELECT id, name, title, licence, url FROM old.source WHERE base = 0").fetchall()
        for number, *said in added:
            cursor = connection.execute(
                "INSERT INTO source (name, title, licence, url, base) VALUES (?, ?, ?, ?, 0)", said
            )
            _copy(connection, number, cursor.lastrowid)
        connection.execute("COMMIT")
    except sqlite3.DatabaseError:
        connection.execute("ROLLBACK")
    finally:
        connection.execute("DETACH old")


def _copy(connection: sqlite3.Connection, old: int, new: int | None) -> None:
    connection.execute(
        "INSERT OR IGNORE INTO place SELECT NULL, key, name, country, admin1, kind, lat, lon, population, radius_km, ?,"
        " countries, rank, parent FROM old.place WHERE source = ?",
        (new, old),
    )
    # names may belong to places of other sources, whose numbers have changed: found again by their keys
    connection.execute(
        "INSERT OR IGNORE INTO name SELECT n.key, p.id, coalesce(n.text, q.name), n.how, n.score, ? FROM old.name n"
        " JOIN old.place q ON q.id = n.place JOIN place p ON p.key = q.key WHERE n.source = ?",
        (new, old),
    )
    connection.execute("INSERT OR IGNORE INTO shape SELECT key, ?, wkb FROM old.shape WHERE source = ?", (new, old))
