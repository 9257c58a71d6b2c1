"""Whether a ledger is whole: no damage, nothing half-stored, and an index that says what the record says."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, func, select

from sayso.capture.warc import from_warc
from sayso.errors import CaptureError, LedgerError
from sayso.ledger.dialect import Dialect
from sayso.ledger.identity import reading_id, unpack
from sayso.ledger.rows import described, index_rows
from sayso.ledger.tables import INDEX, captures, documents, readings
from sayso.ledger.verify_links import verify_links


def verify(dialect: Dialect) -> list[str]:
    """See :meth:`sayso.ledger.store.Store.verify`. Reads everything once; a document at a time is in memory."""
    with dialect.reading() as connection:
        faults = [*dialect.verify(connection), *_captures(connection), *_documents(connection)]
        # the links are compared with the readings, which must be whole for that
        return faults or list(verify_links(connection))


def _captures(connection: Connection) -> Iterator[str]:
    kept = select(captures.c.sha256, captures.c.warc, documents.c.ident).outerjoin(
        documents, documents.c.capture_id == captures.c.id
    )
    for row in connection.execute(kept):
        if row.ident is None:
            yield f"capture {row.sha256} has no document"
        try:
            kept_sha256 = from_warc(row.warc).sha256
        except CaptureError:
            kept_sha256 = ""
        if kept_sha256 != row.sha256:
            yield f"capture {row.sha256} holds other bytes"


def _documents(connection: Connection) -> Iterator[str]:
    latest = func.max(readings.c.number).label("latest")
    states = (
        select(documents, latest)
        .outerjoin(readings, readings.c.document_id == documents.c.id)
        .group_by(documents.c.id)
        .order_by(documents.c.id)
    )
    for row in connection.execute(states):
        if row.latest != row.current:
            yield f"document {row.ident} does not show its last reading"
            continue
        kept = connection.execute(
            select(readings.c.body, readings.c.ident).where(
                readings.c.document_id == row.id, readings.c.number == row.current
            )
        ).one()
        try:
            reading = unpack(kept.body)
        except LedgerError as error:
            yield f"document {row.ident}: {error.what}"
            continue
        if reading_id(reading) != kept.ident:
            yield f"document {row.ident} holds another reading than it says"
        if any(row._mapping[name] != value for name, value in described(reading.document, reading).items()):
            yield f"document {row.ident} is not described as its reading has it"
        wanted: dict[Any, list[dict[str, Any]]] = dict(index_rows(reading, row.id, row.added_at))
        for table in INDEX:
            if _comparable(wanted.get(table, [])) != _comparable(_rows(connection, table, row.id)):
                yield f"document {row.ident} has other {table.name} than its reading"


def _rows(connection: Connection, table: Any, document_id: int) -> list[dict[str, Any]]:
    columns = [column for column in table.c if column.name != "id"]
    found = connection.execute(select(*columns).where(table.c.document_id == document_id))
    return [dict(row._mapping) for row in found]


def _comparable(rows: list[dict[str, Any]]) -> list[str]:
    return sorted(repr(sorted(row.items())) for row in rows)
