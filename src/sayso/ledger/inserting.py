"""Putting rows into tables, and events into the record."""

from __future__ import annotations

import datetime as dt
import functools
from typing import Any

import sqlalchemy
from sqlalchemy import Connection, Table, insert

from sayso import __version__
from sayso.ledger.tables import events


def now() -> str:
    """The moment in UTC, ISO 8601 to the microsecond, so that text order is time order."""
    return dt.datetime.now(dt.UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def note(
    connection: Connection, kind: str, subject: str, body: str | None, *, by: str = f"sayso/{__version__}", at: str
) -> None:
    """Append an event."""
    connection.execute(insert(events), {"at": at, "kind": kind, "subject": subject, "by": by, "body": body})


@functools.lru_cache(maxsize=64)
def _statement(table: Table, columns: tuple[str, ...], dialect: sqlalchemy.Dialect) -> tuple[str, tuple[str, ...]]:
    """The INSERT of a store, and the order of its values; empty where it takes them by name."""
    compiled = insert(table).compile(dialect=dialect, column_keys=columns)
    return str(compiled), tuple(compiled.positiontup or ())


def insert_all(connection: Connection, table: Table, rows: list[dict[str, Any]]) -> None:
    """Insert rows that all have the same columns; none is none.

    Values go to the driver as they are: SQLAlchemy would look at each of them, which takes a sixth of the time of
    storing a page.
    """
    if not rows:
        return
    statement, order = _statement(table, tuple(rows[0]), connection.dialect)
    connection.exec_driver_sql(statement, [tuple(map(row.__getitem__, order)) for row in rows] if order else rows)
