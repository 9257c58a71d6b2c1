"""Writing: one page, one transaction."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from sqlalchemy import Connection, delete, func, insert, select, update

from sayso import __version__
from sayso.capture.warc import to_warc
from sayso.ledger.identity import Recipe, pack, reading_id
from sayso.ledger.rows import described, index_rows, json_text
from sayso.ledger.store import Added, Skipped
from sayso.ledger.tables import INDEX, captures, documents, events, readings, runs, sightings
from sayso.nouns import Capture, Given, Reading

if TYPE_CHECKING:
    from sayso.ledger.dialect import Dialect


def now() -> str:
    """The moment in UTC, ISO 8601 to the microsecond, so that text order is time order."""
    return dt.datetime.now(dt.UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def add(dialect: Dialect, capture: Capture, reading: Reading, recipe: Recipe | None) -> Added | Skipped:
    """See :meth:`sayso.ledger.store.Store.add`."""
    document = reading.document
    if document.capture.sha256 != capture.sha256:
        raise ValueError("the reading was not made from this capture")
    # all that takes long is done before the lock is taken
    ident, body, warc, at = reading_id(reading), pack(reading), to_warc(capture), now()
    with dialect.writing() as connection:
        capture_id = _capture(connection, capture, warc, at)
        _sighting(connection, capture_id, capture, at)
        row = connection.execute(
            select(documents.c.id, documents.c.added_at).where(documents.c.capture_id == capture_id)
        ).one_or_none()
        if row is not None:
            document_id = row.id
            same = select(readings.c.number).where(readings.c.document_id == document_id, readings.c.ident == ident)
            if (number := connection.execute(same).scalar_one_or_none()) is not None:
                _run(connection, document_id, recipe, number)
                return Skipped(document.id, ident, number)
        if row is None:
            number, added_at = 1, at
            added = connection.execute(
                insert(documents),
                {"ident": document.id, "capture_id": capture_id, "added_at": at, "current": 1}
                | described(document, reading),
            )
            assert added.inserted_primary_key is not None
            document_id = int(added.inserted_primary_key[0])
        else:
            added_at = row.added_at
            latest = select(func.max(readings.c.number)).where(readings.c.document_id == document_id)
            number = (connection.execute(latest).scalar_one() or 0) + 1
            for table in reversed(INDEX):
                connection.execute(delete(table).where(table.c.document_id == document_id))
            connection.execute(
                update(documents).where(documents.c.id == document_id),
                {"current": number} | described(document, reading),
            )
        connection.execute(
            insert(readings),
            {
                "document_id": document_id,
                "number": number,
                "ident": ident,
                "made_at": at,
                "profile": reading.reader.profile if reading.reader else None,
                "version": reading.reader.version if reading.reader else None,
                "projection": document.projection,
                "given": json_text(recipe.given if recipe else Given()),
                "claims": len(reading.claims),
                "body": body,
            },
        )
        for table, rows in index_rows(reading, document_id, added_at):
            connection.execute(insert(table), rows)
        _run(connection, document_id, recipe, number)
        note(connection, "reading-added", document.id, json_text({"number": number, "reading": ident}), at=at)
    return Added(document.id, ident, number)


def knows(dialect: Dialect, capture: Capture, recipe: Recipe) -> bool:
    """See :meth:`sayso.ledger.store.Store.knows`."""
    run = (
        select(captures.c.id)
        .join(documents, documents.c.capture_id == captures.c.id)
        .join(runs, runs.c.document_id == documents.c.id)
        .where(captures.c.sha256 == capture.sha256, runs.c.recipe == recipe.key)
    )
    with dialect.reading() as connection:
        capture_id = connection.execute(run).scalar_one_or_none()
        if capture_id is None:
            return False
        seen = _seen(connection, capture_id, capture)
    if not seen:
        with dialect.writing() as connection:
            _sighting(connection, capture_id, capture, now())
    return True


def note(
    connection: Connection, kind: str, subject: str, body: str | None, *, by: str = f"sayso/{__version__}", at: str
) -> None:
    """Append an event."""
    connection.execute(insert(events), {"at": at, "kind": kind, "subject": subject, "by": by, "body": body})


def _capture(connection: Connection, capture: Capture, warc: bytes, at: str) -> int:
    known = select(captures.c.id).where(captures.c.sha256 == capture.sha256)
    if (found := connection.execute(known).scalar_one_or_none()) is not None:
        return int(found)
    made = connection.execute(
        insert(captures),
        {
            "sha256": capture.sha256,
            "media_type": capture.media_type,
            "size": len(capture.body),
            "warc": warc,
            "added_at": at,
        },
    )
    assert made.inserted_primary_key is not None
    return int(made.inserted_primary_key[0])


def _place(capture: Capture) -> dict[str, str]:
    # a file is no other file for being read at another time; a page fetched again was there a second time
    fetched = capture.status is not None
    return {
        "source": capture.source,
        "url": capture.url or "",
        "retrieved": (capture.retrieved or "") if fetched else "",
    }


def _seen(connection: Connection, capture_id: int, capture: Capture) -> bool:
    same = select(sightings.c.id).where(sightings.c.capture_id == capture_id)
    for name, value in _place(capture).items():
        same = same.where(sightings.c[name] == value)
    return connection.execute(same).first() is not None


def _sighting(connection: Connection, capture_id: int, capture: Capture, at: str) -> None:
    if not _seen(connection, capture_id, capture):
        connection.execute(insert(sightings), {"capture_id": capture_id, "seen_at": at} | _place(capture))


def _run(connection: Connection, document_id: int, recipe: Recipe | None, number: int) -> None:
    if recipe is None:
        return
    row = {"document_id": document_id, "recipe": recipe.key}
    known = select(runs.c.number).where(runs.c.document_id == document_id, runs.c.recipe == recipe.key)
    if connection.execute(known).first() is None:
        connection.execute(insert(runs), row | {"number": number})
