"""Questions with one blank that are asked hundreds of times a page.

SQLAlchemy builds, hashes and prepares a statement for each execution, which takes ten times what the store needs to
answer these. So they are compiled once, and go to the driver as text.
"""

from __future__ import annotations

import functools
from collections.abc import Sequence
from typing import Any

import sqlalchemy
from sqlalchemy import BindParameter, Connection, CursorResult, Row, Select, bindparam

#: what stands in the place of the value
BLANK: BindParameter[Any] = bindparam("blank")


def look_up(connection: Connection, statement: Select[Any], value: Any) -> Sequence[Row[Any]]:
    """The rows of a statement with ``value`` in its blank; the statement must be one object that is used again."""
    return _asked(connection, statement, value).all()


def plain(connection: Connection, statement: Select[Any], value: Any) -> list[Any]:
    """The same as tuples of the driver's own: for answers of many rows of numbers."""
    asked = _asked(connection, statement, value)
    found = list(asked.cursor.fetchall())
    asked.close()
    return found


def _asked(connection: Connection, statement: Select[Any], value: Any) -> CursorResult[Any]:
    text, fixed, order = _compiled(statement, connection.dialect)
    values = fixed | {BLANK.key: value}
    return connection.exec_driver_sql(text, values if order is None else tuple(values[name] for name in order))


@functools.lru_cache(maxsize=256)
def _compiled(
    statement: Select[Any], dialect: sqlalchemy.Dialect
) -> tuple[str, dict[str, Any], tuple[str, ...] | None]:
    made = statement.compile(dialect=dialect)
    return str(made), dict(made.params), tuple(made.positiontup) if made.positiontup is not None else None
