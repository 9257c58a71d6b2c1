"""Events on their way in: each is looked at before it is believed, and numbered anew where others were here first."""

from __future__ import annotations

from typing import Any

import msgspec
from sqlalchemy import Connection, func, insert, select

from sayso.ledger.decisions_kept import DECISION, DECISION_UNDONE
from sayso.ledger.decisions_kept import Kept as KeptDecision
from sayso.ledger.questions import REMOVED, SAVED
from sayso.ledger.recording import NAMED
from sayso.ledger.reviews import REVIEW, UNDONE, Kept
from sayso.ledger.rows import json_text
from sayso.ledger.sound import Unfit
from sayso.ledger.tables import documents, events, readings
from sayso.nouns import Noun, from_json
from sayso.nouns.question import SavedQuestion
from sayso.nouns.record import KeptEvent, Number, Sha256

ADDED = "reading-added"


class ReadingAdded(Noun, frozen=True, kw_only=True):
    """The body of the event that a reading was added."""

    number: Number
    reading: Sha256


#: what the bodies of events must be that something is made of later; others travel as they are
BODIES: dict[str, type[Noun]] = {
    ADDED: ReadingAdded,
    REVIEW: Kept,
    UNDONE: Kept,
    DECISION: KeptDecision,
    DECISION_UNDONE: KeptDecision,
    SAVED: SavedQuestion,
    REMOVED: SavedQuestion,
}


class Events:
    """Takes the events in order. ``touched`` are the rows of documents that something other than a reading came to."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._fresh = connection.execute(select(func.max(events.c.number))).scalar() is None
        self._last = 0
        #: what the numbers of the file became
        self._numbers: dict[int, int] = {}
        self._rows: dict[str, int | None] = {}
        self.touched: dict[int, None] = {}
        #: (document, reading): those that an event says were added
        self.added: set[tuple[str, str]] = set()
        self.count = 0

    def take(self, line: KeptEvent) -> None:
        """Store an event, unless it is here.

        Raises:
            Unfit: it cannot be what a ledger wrote, or speaks of what is not here.
        """
        if line.number <= self._last:
            raise Unfit("it is out of order")
        self._last = line.number
        line = self._checked(line)
        known = None if self._fresh else self._known(line)
        if known is not None:
            self._numbers[line.number] = known
            return
        row = {"at": line.at, "kind": line.kind, "subject": line.subject, "by": line.by, "body": line.body}
        made = self._connection.execute(insert(events), row | ({"number": line.number} if self._fresh else {}))
        assert made.inserted_primary_key is not None
        self._numbers[line.number] = int(made.inserted_primary_key[0])
        self.count += 1
        if line.kind != ADDED:
            self.touched |= dict.fromkeys(self._named(line))

    def _named(self, line: KeptEvent) -> list[int]:
        """The rows of the documents that it speaks of."""
        found = []
        for ident in dict.fromkeys(NAMED.findall(f"{line.subject} {line.body or ''}")):
            if ident not in self._rows:
                here = select(documents.c.id).where(documents.c.ident == ident)
                self._rows[ident] = self._connection.execute(here).scalar_one_or_none()
            row = self._rows[ident]
            if row is None:
                raise Unfit(f"it speaks of the page {ident}, which is not here")
            found.append(row)
        return found

    def _checked(self, line: KeptEvent) -> KeptEvent:
        """The event with the numbers that this ledger has for what it speaks of."""
        self._named(line)
        try:
            body = msgspec.json.decode(line.body) if line.body else None
            if line.kind in BODIES:
                from_json(BODIES[line.kind], line.body or "")
        except (msgspec.DecodeError, RecursionError) as error:
            raise Unfit(f"what it says is not of its kind ({error})") from error
        changed = self._reading_added(line) if line.kind == ADDED else self._renumbered(body)
        return line if changed == body else msgspec.structs.replace(line, body=json_text(changed))

    def _reading_added(self, line: KeptEvent) -> dict[str, Any]:
        said, of = from_json(ReadingAdded, line.body or ""), readings.c
        here = select(of.number).join(documents, documents.c.id == of.document_id)
        here = here.where(documents.c.ident == line.subject, of.ident == said.reading)
        number = self._connection.execute(here).scalar_one_or_none()
        if number is None:
            raise Unfit("it speaks of a reading that is not here")
        self.added.add((line.subject, said.reading))
        return {"number": number, "reading": said.reading}

    def _renumbered(self, value: Any) -> Any:
        """The same, with ``undoes`` leading to the event that it led to."""
        if isinstance(value, list):
            return [self._renumbered(each) for each in value]
        if not isinstance(value, dict):
            return value
        changed = {name: self._renumbered(each) for name, each in value.items()}
        if isinstance(undone := value.get("undoes"), int):
            if undone not in self._numbers:
                raise Unfit("it undoes something that is not there")
            changed["undoes"] = self._numbers[undone]
        return changed

    def _known(self, line: KeptEvent) -> int | None:
        """The number of the same event here."""
        same = select(events.c.number, events.c.body).where(
            events.c.kind == line.kind, events.c.subject == line.subject
        )
        if line.kind != ADDED:
            same = same.where(events.c.at == line.at, events.c.by == line.by)
        wanted = _said(line.kind, line.body)
        found = (row.number for row in self._connection.execute(same) if _said(line.kind, row.body) == wanted)
        return next(found, None)


def _said(kind: str, body: str | None) -> str | None:
    """What makes an event the same one: that a reading was added is said once, whoever did it and when."""
    return from_json(ReadingAdded, body).reading if kind == ADDED and body else body
