"""Writing: one page, one transaction."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Table, bindparam, delete, func, insert, select, update

from sayso.capture.warc import to_warc
from sayso.ledger.decisions_rows import put_decisions
from sayso.ledger.identity import Recipe, pack, reading_id, unpack
from sayso.ledger.inserting import insert_all, note, now
from sayso.ledger.rows import described, index_rows, json_text
from sayso.ledger.store import Added, Skipped
from sayso.ledger.tables import INDEX, captures, documents, readings, runs, sightings
from sayso.ledger.waiting_rows import weigh
from sayso.nouns import Capture, Given, Reading

if TYPE_CHECKING:
    from sayso.ledger.dialect import Dialect


def add(dialect: Dialect, capture: Capture, reading: Reading, recipe: Recipe | None) -> Added | Skipped:
    """See :meth:`sayso.ledger.store.Store.add`."""
    document = reading.document
    if document.capture.sha256 != capture.sha256:
        raise ValueError("the reading was not made from this capture")
    # all that takes long is done before the lock is taken
    ident, body, warc, at = reading_id(reading), pack(reading), to_warc(capture), now()
    with dialect.writing() as connection:
        capture_id = _known_capture(connection, capture)
        if capture_id is None:
            capture_id = _insert(connection, captures, _capture_row(capture, warc, at))
            _sighting(connection, capture_id, capture, at)
            number, added_at = 1, at
            first = {"ident": document.id, "capture_id": capture_id, "added_at": at, "current": number}
            document_id = _insert(connection, documents, first | described(document, reading))
        else:
            if not _seen(connection, capture_id, capture):
                _sighting(connection, capture_id, capture, at)
            known = select(documents.c.id, documents.c.added_at).where(documents.c.capture_id == capture_id)
            document_id, added_at = connection.execute(known).one()
            if (earlier := _number(connection, document_id, ident)) is not None:
                _run(connection, document_id, recipe, earlier)
                return Skipped(document.id, ident, earlier)
            number = _next_number(connection, document_id)
        row = reading_row(reading, ident=ident, at=at, given=recipe.given if recipe else Given(), body=body)
        connection.execute(insert(readings), row | {"document_id": document_id, "number": number})
        if number == 1:
            _index(connection, document_id, added_at, reading)
        else:
            connection.execute(update(documents).where(documents.c.id == document_id).values(current=number))
            show_again(connection, document_id)
        _run(connection, document_id, recipe, number)
        note(connection, "reading-added", document.id, json_text({"number": number, "reading": ident}), at=at)
    return Added(document.id, ident, number)


def reading_row(reading: Reading, *, ident: str, at: str, given: Given, body: bytes) -> dict[str, Any]:
    """The row of a reading, but for which document's it is and its number there."""
    return {
        "ident": ident,
        "made_at": at,
        "profile": reading.reader.profile if reading.reader else None,
        "version": reading.reader.version if reading.reader else None,
        "projection": reading.document.projection,
        "given": json_text(given),
        "claims": len(reading.claims),
        "body": body,
    }


def reindex(connection: Connection) -> None:
    """Make the index of every document anew from its current reading and the decisions on it."""
    following = select(documents.c.id).where(documents.c.id > bindparam("after")).order_by(documents.c.id).limit(1)
    document_id = connection.execute(following, {"after": -1}).scalar_one_or_none()
    while document_id is not None:
        show_again(connection, document_id)
        document_id = connection.execute(following, {"after": document_id}).scalar_one_or_none()


def show_again(connection: Connection, document_id: int) -> None:
    """Make the index of one document anew from its current reading and the decisions on it."""
    current = (
        select(documents.c.ident, documents.c.added_at, readings.c.body)
        .join(readings, (readings.c.document_id == documents.c.id) & (readings.c.number == documents.c.current))
        .where(documents.c.id == document_id)
    )
    row = connection.execute(current).one()
    reading = put_decisions(connection, document_id, row.ident, unpack(row.body))
    _clear(connection, document_id)
    changed = update(documents).where(documents.c.id == document_id)
    connection.execute(changed, described(reading.document, reading))
    _index(connection, document_id, row.added_at, reading)


def _index(connection: Connection, document_id: int, added_at: str, reading: Reading) -> None:
    for table, rows in index_rows(reading, document_id, added_at):
        insert_all(connection, table, rows)
    weigh(connection, document_id)


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
            if not _seen(connection, capture_id, capture):  # another process may have been faster
                _sighting(connection, capture_id, capture, now())
    return True


def _insert(connection: Connection, table: Table, row: dict[str, Any]) -> int:
    made = connection.execute(insert(table), row).inserted_primary_key
    assert made is not None
    return int(made[0])


def _known_capture(connection: Connection, capture: Capture) -> int | None:
    known = select(captures.c.id).where(captures.c.sha256 == capture.sha256)
    found: int | None = connection.execute(known).scalar_one_or_none()
    return found


def _capture_row(capture: Capture, warc: bytes, at: str) -> dict[str, Any]:
    return {
        "sha256": capture.sha256,
        "media_type": capture.media_type,
        "size": len(capture.body),
        "warc": warc,
        "added_at": at,
    }


def _number(connection: Connection, document_id: int, ident: str) -> int | None:
    """The number of the reading with this id, wherever in the document's history."""
    same = select(readings.c.number).where(readings.c.document_id == document_id, readings.c.ident == ident)
    found: int | None = connection.execute(same).scalar_one_or_none()
    return found


def _clear(connection: Connection, document_id: int) -> None:
    """Take a document's current reading out of the index."""
    for table in reversed(INDEX):
        connection.execute(delete(table).where(table.c.document_id == document_id))


def _next_number(connection: Connection, document_id: int) -> int:
    latest = select(func.max(readings.c.number)).where(readings.c.document_id == document_id)
    return int(connection.execute(latest).scalar_one()) + 1


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
    connection.execute(insert(sightings), {"capture_id": capture_id, "seen_at": at} | _place(capture))


def _run(connection: Connection, document_id: int, recipe: Recipe | None, number: int) -> None:
    if recipe is None:
        return
    row = {"document_id": document_id, "recipe": recipe.key}
    known = select(runs.c.number).where(runs.c.document_id == document_id, runs.c.recipe == recipe.key)
    if connection.execute(known).first() is None:
        connection.execute(insert(runs), row | {"number": number})
