"""The record on its way out: everything of some documents that cannot be made again, as lines."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from typing import Any

import msgspec
from sqlalchemy import Connection, select

from sayso.errors import LedgerError
from sayso.ledger.conditions import on_documents
from sayso.ledger.dialect import Dialect
from sayso.ledger.filters import Filters
from sayso.ledger.tables import captures, documents, events, readings, runs, sightings
from sayso.nouns.record import Kept, KeptCapture, KeptDocument, KeptEvent, KeptReading, KeptRun, KeptSighting

#: a document where it is named in an event
NAMED = re.compile(r"sha256:[0-9a-f]{64}")


def record(dialect: Dialect, filters: Filters) -> Iterator[Kept]:
    """See :meth:`sayso.ledger.store.Store.record`. A document at a time is in memory, and the ids of all."""
    with dialect.reading() as connection:
        conditions = on_documents(dialect, filters)
        chosen = select(documents.c.id, documents.c.ident).where(*conditions).order_by(documents.c.id)
        rows = connection.execute(chosen).all()
        for row in rows:
            yield from _document(connection, row.id)
        idents = {row.ident for row in rows} if conditions else None
        yield from _events(connection, idents)


def _document(connection: Connection, document_id: int) -> Iterator[Kept]:
    of = documents.c
    found = select(of.ident, of.capture_id, of.added_at, captures.c.sha256, captures.c.media_type, captures.c.warc)
    found = found.add_columns(captures.c.added_at.label("captured"))
    row = connection.execute(found.join(captures, captures.c.id == of.capture_id).where(of.id == document_id)).one()
    yield KeptCapture(sha256=row.sha256, media_type=row.media_type, added=row.captured, warc=row.warc)
    seen = select(sightings).where(sightings.c.capture_id == row.capture_id).order_by(sightings.c.id)
    for each in connection.execute(seen):
        yield KeptSighting(source=each.source, url=each.url, retrieved=each.retrieved, seen=each.seen_at)
    yield KeptDocument(id=row.ident, added=row.added_at)
    made = select(readings).where(readings.c.document_id == document_id).order_by(readings.c.number)
    for each in connection.execute(made):
        yield KeptReading(
            number=each.number,
            id=each.ident,
            made=each.made_at,
            given=msgspec.Raw(each.given.encode("utf-8")),
            reading=msgspec.Raw(_unpacked(each)),
        )
    ways = select(runs).where(runs.c.document_id == document_id).order_by(runs.c.number, runs.c.recipe)
    for each in connection.execute(ways):
        yield KeptRun(recipe=each.recipe, number=each.number)


def _unpacked(row: Any) -> bytes:
    try:
        return zlib.decompress(row.body)
    except zlib.error as error:
        raise LedgerError("SAY-066", "a stored reading", f"it cannot be read back ({error})") from error


def _events(connection: Connection, idents: set[str] | None) -> Iterator[KeptEvent]:
    """What happened to documents that all go out; ``None`` is the whole ledger, and what names no document too."""
    for row in connection.execute(select(events).order_by(events.c.number)):
        if idents is not None:
            named = set(NAMED.findall(f"{row.subject} {row.body or ''}"))
            if not named or not named <= idents:
                continue
        yield KeptEvent(number=row.number, at=row.at, kind=row.kind, subject=row.subject, by=row.by, body=row.body)
