"""What was put in, as it was put in: readings, captures, events, and the names by which they are called."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import msgspec
from sqlalchemy import Connection, Select, or_, select

from sayso.capture.warc import from_warc
from sayso.errors import LedgerError
from sayso.ledger.ask import claim_rows, complete
from sayso.ledger.decisions_rows import Corrections, current
from sayso.ledger.dialect import Dialect
from sayso.ledger.identity import unpack
from sayso.ledger.tables import captures, claims, documents, events, readings, sightings
from sayso.nouns import Capture, Given, Reading
from sayso.nouns.found import Event, FoundClaim, Version

_DIGITS = re.compile(r"(?:sha256:)?([0-9a-f]{6,64})")


def resolve(connection: Connection, name: str) -> Any:
    """The row (``id``, ``ident``, ``current``) of the document that goes by this name.

    Raises:
        LedgerError: SAY-068 nothing does, SAY-069 several do.
    """
    row = select(documents.c.id, documents.c.ident, documents.c.current).limit(2)
    found: list[Any] = []
    if digits := _DIGITS.fullmatch(name.strip().lower()):
        found = list(connection.execute(row.where(documents.c.ident.startswith(f"sha256:{digits[1]}"))))
    if not found:
        found = list(connection.execute(_by_source(row, name)))
    if len(found) != 1:
        raise LedgerError("SAY-069" if found else "SAY-068", name)
    return found[0]


def _by_source(row: Select[Any], name: str) -> Select[Any]:
    ends = f"/{name}"
    seen = select(sightings.c.capture_id).where(
        or_(sightings.c.source == name, sightings.c.source.endswith(ends, autoescape=True), sightings.c.url == name)
    )
    return row.where(documents.c.capture_id.in_(seen))


def history(dialect: Dialect, name: str) -> tuple[Version, ...]:
    """See :meth:`sayso.ledger.store.Store.history`."""
    with dialect.reading() as connection:
        document = resolve(connection, name)
        kept = [column for column in readings.c if column.name != "body"]
        rows = connection.execute(
            select(*kept).where(readings.c.document_id == document.id).order_by(readings.c.number)
        ).all()
    return tuple(
        Version(
            document=document.ident,
            number=row.number,
            reading=row.ident,
            made=row.made_at,
            profile=row.profile,
            version=row.version,
            projection=row.projection,
            given=msgspec.json.decode(row.given, type=Given),
            claims=row.claims,
            current=row.number == document.current,
        )
        for row in rows
    )


def reading(dialect: Dialect, name: str, number: int | None = None) -> Reading:
    """See :meth:`sayso.ledger.store.Store.reading`."""
    with dialect.reading() as connection:
        document = resolve(connection, name)
        body = _body(connection, document.id, document.current if number is None else number)
        if body is None:
            raise LedgerError("SAY-068", f"{name}, reading {number}")
        return unpack(body) if number is not None else current(connection, document.id, unpack(body))


def _body(connection: Connection, document_id: int, number: int) -> bytes | None:
    one = select(readings.c.body).where(readings.c.document_id == document_id, readings.c.number == number)
    found: bytes | None = connection.execute(one).scalar_one_or_none()
    return found


def all_readings(dialect: Dialect) -> Iterator[Reading]:
    """See :meth:`sayso.ledger.store.Store.readings`."""
    latest = (
        select(documents.c.id, readings.c.body)
        .join(documents, documents.c.id == readings.c.document_id)
        .where(documents.c.current == readings.c.number)
        .order_by(documents.c.id)
    )
    with dialect.reading() as connection:
        corrections = Corrections(connection)
        # few at a time: a reading is large
        for rows in connection.execute(latest).partitions(8):
            for row in rows:
                yield corrections.reading(row.id, unpack(row.body))


def one_claim(dialect: Dialect, name: str) -> tuple[FoundClaim, Reading]:
    """See :meth:`sayso.ledger.store.Store.claim`."""
    where, mark, ident = name.rpartition("#")
    if not mark:
        raise LedgerError("SAY-068", name, "a claim is named by its document and its own id", "write it as DOCUMENT#c1")
    with dialect.reading() as connection:
        document = resolve(connection, where)
        rows = connection.execute(
            claim_rows().where(claims.c.document_id == document.id, claims.c.ident == ident)
        ).all()
        if not rows:
            raise LedgerError("SAY-068", name)
        found = next(complete(connection, rows))
        body = _body(connection, document.id, document.current)
        assert body is not None
        return found, current(connection, document.id, unpack(body))


def capture(dialect: Dialect, sha256: str) -> Capture:
    """See :meth:`sayso.ledger.store.Store.capture`."""
    kept = select(captures.c.warc).where(captures.c.sha256 == sha256.removeprefix("sha256:"))
    with dialect.reading() as connection:
        warc = connection.execute(kept).scalar_one_or_none()
    if warc is None:
        raise LedgerError("SAY-068", sha256)
    return from_warc(warc)


def all_events(dialect: Dialect, after: int) -> Iterator[Event]:
    """See :meth:`sayso.ledger.store.Store.events`."""
    later = select(events).where(events.c.number > after).order_by(events.c.number)
    with dialect.reading() as connection:
        for row in connection.execute(later):
            yield Event(number=row.number, at=row.at, kind=row.kind, subject=row.subject, by=row.by, body=row.body)
