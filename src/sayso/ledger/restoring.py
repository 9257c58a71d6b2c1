"""The record on its way in: lines of an export become rows again, all of them or none.

What the ledger has already stays as it is. Into a ledger without events the numbers are put as they were, so that its
export is the same bytes; elsewhere events are numbered anew, and what they say of each other with them.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable
from typing import Any

import msgspec
from sqlalchemy import Connection, insert, select, update
from sqlalchemy.exc import IntegrityError

from sayso.capture.warc import from_warc
from sayso.errors import CaptureError
from sayso.ledger.dialect import Dialect
from sayso.ledger.identity import pack_bytes, reading_id
from sayso.ledger.restoring_events import Events
from sayso.ledger.rows import described
from sayso.ledger.sound import TooLarge, Unfit, unsound
from sayso.ledger.tables import captures, documents, readings, runs, sightings
from sayso.ledger.write import reading_row, show_again
from sayso.nouns import Given, Reading, from_json
from sayso.nouns.record import Imported, Kept, KeptCapture, KeptDocument, KeptEvent, KeptReading, KeptRun, KeptSighting

#: what a WARC record may have besides the page itself, in bytes
_HEADERS = 1_000_000


def restore(dialect: Dialect, lines: Iterable[Kept], *, most_bytes: int) -> Imported:
    """See :meth:`sayso.ledger.store.Store.restore`."""
    with dialect.writing() as connection:
        desk = _Desk(connection, most_bytes)
        for line in lines:
            try:
                desk.take(line)
            except IntegrityError as error:
                raise Unfit("it is there twice") from error
        return desk.done()


class _Desk:
    """Takes the lines one by one; holds no more than the page that they are of."""

    def __init__(self, connection: Connection, most_bytes: int) -> None:
        self._connection = connection
        self._most = most_bytes + _HEADERS
        self._capture: KeptCapture | None = None
        self._capture_id = 0
        self._document: KeptDocument | None = None
        self._document_id: int | None = None
        #: readings of the page by their ids, as the ledger numbers them; and what the file's numbers became
        self._readings: dict[str, int] = {}
        self._numbers: dict[int, int] = {}
        self._events = Events(connection)
        self._idents: set[str] = set()
        #: what is new: the rows of the documents, and (document, reading) by their ids
        self._touched: dict[int, None] = {}
        self._made: set[tuple[str, str]] = set()
        self._counts = {"documents": 0, "readings": 0, "known": 0}

    def take(self, line: Kept) -> None:
        if isinstance(line, KeptCapture):
            self._end_page()
            self._take_capture(line)
        elif isinstance(line, KeptEvent):
            self._end_page()
            self._events.take(line)
        elif self._capture is None:
            raise Unfit("it belongs to no capture")
        elif isinstance(line, KeptSighting):
            self._take_sighting(line)
        elif isinstance(line, KeptDocument):
            self._take_document(line)
        elif self._document is None:
            raise Unfit("it belongs to no document")
        elif isinstance(line, KeptReading):
            self._take_reading(line)
        else:
            self._take_run(line)

    def done(self) -> Imported:
        """Bring the index up to what the record says now.

        Raises:
            Unfit: the last page has no reading.
        """
        self._end_page()
        if missing := self._made - self._events.added:
            raise Unfit(f"a reading of {min(missing)[0]} has no event that says when it was added")
        for document_id in self._touched | self._events.touched:
            show_again(self._connection, document_id)
        counts = self._counts
        return Imported(
            documents=counts["documents"],
            readings=counts["readings"],
            events=self._events.count,
            known=counts["known"],
        )

    def _end_page(self) -> None:
        if self._capture is not None and (self._document is None or not self._numbers):
            raise Unfit("the page before has no reading")
        if self._document_id in self._touched:
            self._choose(self._document_id)
        self._capture = self._document = self._document_id = None
        self._readings, self._numbers = {}, {}

    def _take_capture(self, line: KeptCapture) -> None:
        unpacker = zlib.decompressobj(16 + zlib.MAX_WBITS)
        try:
            if len(unpacker.decompress(line.warc, self._most + 1)) > self._most:
                raise TooLarge("the page that it holds is larger than the limit")
            capture = from_warc(line.warc)
        except (zlib.error, CaptureError, AttributeError) as error:
            raise Unfit("the page that it holds cannot be unpacked") from error
        if unpacker.unused_data or not unpacker.eof:
            raise Unfit("the page that it holds is followed by something else")
        if capture.sha256 != line.sha256 or capture.media_type != line.media_type:
            raise Unfit("it holds another page than it says")
        if line.sha256 in self._idents:
            raise Unfit("it is there twice")
        self._idents.add(line.sha256)
        known = select(captures.c.id).where(captures.c.sha256 == line.sha256)
        found = self._connection.execute(known).scalar_one_or_none()
        row = {"sha256": line.sha256, "media_type": line.media_type, "size": len(capture.body), "warc": line.warc}
        self._capture = line
        self._capture_id = self._insert(captures, row | {"added_at": line.added}) if found is None else int(found)

    def _take_sighting(self, line: KeptSighting) -> None:
        place = {"source": line.source, "url": line.url, "retrieved": line.retrieved}
        same = select(sightings.c.id).where(sightings.c.capture_id == self._capture_id)
        same = same.where(*(sightings.c[name] == value for name, value in place.items()))
        if self._connection.execute(same).first() is None:
            self._insert(sightings, place | {"capture_id": self._capture_id, "seen_at": line.seen})

    def _take_document(self, line: KeptDocument) -> None:
        if self._capture is None or line.id != f"sha256:{self._capture.sha256}" or self._document is not None:
            raise Unfit("it is not the document of the capture before")
        self._document = line
        known = select(documents.c.id).where(documents.c.ident == line.id)
        self._document_id = self._connection.execute(known).scalar_one_or_none()
        if self._document_id is not None:
            self._counts["known"] += 1
            made = select(readings.c.ident, readings.c.number).where(readings.c.document_id == self._document_id)
            self._readings = {row.ident: row.number for row in self._connection.execute(made)}

    def _take_reading(self, line: KeptReading) -> None:
        assert self._capture is not None
        assert self._document is not None
        if line.number in self._numbers:
            raise Unfit("it is there twice")
        if line.id in self._readings:
            self._numbers[line.number] = self._readings[line.id]
            return
        body = bytes(line.reading)
        try:
            reading, given = from_json(Reading, body), from_json(Given, bytes(line.given))
        except (msgspec.DecodeError, RecursionError) as error:
            raise Unfit(f"what it holds is no reading ({error})") from error
        if reading.document.id != self._document.id or reading.document.capture.sha256 != self._capture.sha256:
            raise Unfit("it is a reading of another page")
        if reading_id(reading) != line.id:
            raise Unfit("it holds another reading than it says")
        if why := unsound(reading):
            raise Unfit(why)
        number = line.number if self._document_id is None or not self._readings else max(self._readings.values()) + 1
        if self._document_id is None:
            row = {"ident": self._document.id, "capture_id": self._capture_id, "added_at": self._document.added}
            self._document_id = self._insert(
                documents, row | {"current": number} | described(reading.document, reading)
            )
            self._counts["documents"] += 1
        self._readings[line.id] = self._numbers[line.number] = number
        row = reading_row(reading, ident=line.id, given=given, at=line.made, body=pack_bytes(body))
        row |= {"given": bytes(line.given).decode("utf-8"), "document_id": self._document_id, "number": number}
        self._connection.execute(insert(readings), row)
        self._counts["readings"] += 1
        self._made.add((self._document.id, line.id))
        self._touched[self._document_id] = None

    def _take_run(self, line: KeptRun) -> None:
        if line.number not in self._numbers:
            raise Unfit("no reading came of it")
        row = {"document_id": self._document_id, "recipe": line.recipe}
        known = select(runs.c.number).where(*(runs.c[name] == value for name, value in row.items()))
        if self._connection.execute(known).first() is None:
            self._connection.execute(insert(runs), row | {"number": self._numbers[line.number]})

    def _choose(self, document_id: int) -> None:
        """Let the reading that was made last be the current one, wherever it was made."""
        of = readings.c
        latest = select(of.number).where(of.document_id == document_id).order_by(of.made_at.desc(), of.number.desc())
        number = self._connection.execute(latest.limit(1)).scalar_one()
        self._connection.execute(update(documents).where(documents.c.id == document_id).values(current=number))

    def _insert(self, table: Any, row: dict[str, Any]) -> int:
        made = self._connection.execute(insert(table), row).inserted_primary_key
        assert made is not None
        return int(made[0])
