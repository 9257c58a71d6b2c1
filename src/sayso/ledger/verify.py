"""Whether a ledger is whole: no damage, nothing half-stored, and an index that says what the record says."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, select

from sayso.capture.warc import from_warc
from sayso.errors import CaptureError, LedgerError
from sayso.ledger.decisions_correct import corrected
from sayso.ledger.decisions_kept import beside
from sayso.ledger.decisions_rows import decision_rows, kept_of
from sayso.ledger.dialect import Dialect
from sayso.ledger.identity import reading_id, unpack
from sayso.ledger.rows import described, index_rows
from sayso.ledger.tables import INDEX, captures, decisions, documents, readings
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
    for row in connection.execute(select(documents).order_by(documents.c.id)):
        if row.current not in _last(connection, row.id):
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
        standing = beside(reading, kept_of(connection, row.ident).items())
        if _comparable(decision_rows(standing, row.id)) != _comparable(_rows(connection, decisions, row.id)):
            yield f"document {row.ident} has other decisions than its events"
        reading = corrected(reading, standing)
        if any(row._mapping[name] != value for name, value in described(reading.document, reading).items()):
            yield f"document {row.ident} is not described as its reading has it"
        wanted: dict[Any, list[dict[str, Any]]] = dict(index_rows(reading, row.id, row.added_at))
        for table in INDEX:
            if _comparable(wanted.get(table, [])) != _comparable(_rows(connection, table, row.id)):
                yield f"document {row.ident} has other {table.name} than its reading"


def _last(connection: Connection, document_id: int) -> set[int]:
    """The number of the document's last reading: the highest, or, where readings came from elsewhere, of the latest."""
    made = select(readings.c.number, readings.c.made_at).where(readings.c.document_id == document_id)
    rows = [(row.made_at, row.number) for row in connection.execute(made)]
    return {max(rows)[1], max(number for _, number in rows)} if rows else set()


def _rows(connection: Connection, table: Any, document_id: int) -> list[dict[str, Any]]:
    columns = [column for column in table.c if column.name != "id"]
    found = connection.execute(select(*columns).where(table.c.document_id == document_id))
    return [dict(row._mapping) for row in found]


def _comparable(rows: list[dict[str, Any]]) -> list[str]:
    return sorted(repr(sorted((name, value) for name, value in row.items() if name != "id")) for row in rows)
