"""What reviewers decide about what was read: events of the record, which hold until another event undoes them.

A reading stays as it was put in. What holds is carried out beside it (:mod:`sayso.ledger.decisions_correct`), in the
transaction of the decision, for the rows of the index; links across pages follow when they are made.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import msgspec
from sqlalchemy import Connection, func, select

from sayso.errors import LedgerError
from sayso.ledger.decisions_correct import corrected
from sayso.ledger.decisions_kept import CORRECTED, DECISION, DECISION_UNDONE, Kept, Standing, beside, differs
from sayso.ledger.decisions_made import made
from sayso.ledger.decisions_rows import put_decisions, standing_of, told
from sayso.ledger.decisions_rows import standing as standing_in
from sayso.ledger.decisions_shown import shown, target_of
from sayso.ledger.identity import unpack
from sayso.ledger.inserting import note, now
from sayso.ledger.linking import waits
from sayso.ledger.recall import resolve
from sayso.ledger.rows import json_text
from sayso.ledger.tables import decisions as decisions_table
from sayso.ledger.tables import documents, events, readings
from sayso.ledger.write import show_again
from sayso.nouns import Correction, Decision, Reading, from_json
from sayso.nouns.folding import clean

if TYPE_CHECKING:
    from sayso.ledger.dialect import Dialect


def decide(dialect: Dialect, wanted: Decision) -> Decision:
    """See :meth:`sayso.ledger.store.Store.decide`."""
    by = " ".join(clean(wanted.by).split())
    if not by:
        raise LedgerError("SAY-144", wanted.key)
    signed = msgspec.structs.replace(wanted, by=by, why=clean(wanted.why).strip() or None if wanted.why else None)
    with dialect.writing() as connection:
        return _undo(connection, signed) if signed.undoes is not None else _decide(connection, signed)


def _decide(connection: Connection, wanted: Decision) -> Decision:
    page = _Page(connection, resolve(connection, wanted.document).id)
    target = target_of(page.raw, page.reading, wanted.target)
    if target is None:
        raise LedgerError("SAY-140", wanted.key)
    stands = next((each for each in page.standing if each.target == target and each.has_effect), None)
    correction = stands.correction if stands and not stands.takes_out else None
    if wanted.verdict == "correct":
        correction = made(page.raw, page.reading, target, wanted.correction or Correction(), correction)
    elif wanted.verdict != "accept":
        correction = None
    decision = msgspec.structs.replace(
        wanted,
        document=page.ident,
        target=target,
        correction=correction,
        before=shown(page.reading, target),
        after=None,
        unapplied=None,
        number=0,
        holds=wanted.verdict != "skip",
    )
    return page.keep(DECISION, Kept(decision=decision, read=shown(page.raw, target)))


def _undo(connection: Connection, wanted: Decision) -> Decision:
    of = decisions_table.c
    row = connection.execute(select(of.document_id).where(of.number == wanted.undoes)).one_or_none()
    if row is None:
        raise LedgerError("SAY-141", str(wanted.undoes))
    page = _Page(connection, row.document_id)
    undone = next(each for each in page.standing if each.number == wanted.undoes)
    target = undone.target or undone.kept.decision.target
    decision = Decision(
        document=page.ident,
        target=target,
        verdict=undone.kept.decision.verdict,
        why=wanted.why,
        by=wanted.by,
        undoes=wanted.undoes,
        before=shown(page.reading, target),
        holds=False,
    )
    return page.keep(DECISION_UNDONE, Kept(decision=decision))


class _Page:
    """A page with the decisions on it, while another one is kept."""

    def __init__(self, connection: Connection, document_id: int) -> None:
        current = (
            select(documents.c.ident, readings.c.body)
            .join(readings, (readings.c.document_id == documents.c.id) & (readings.c.number == documents.c.current))
            .where(documents.c.id == document_id)
        )
        row = connection.execute(current).one()
        self._connection, self._id = connection, document_id
        self.ident: str = row.ident
        self.raw: Reading = unpack(row.body)
        self.standing: tuple[Standing, ...] = standing_of(connection, document_id)
        self.reading = corrected(self.raw, self.standing)

    def keep(self, kind: str, kept: Kept) -> Decision:
        """Append the event, and let it show."""
        number = int(self._connection.execute(select(func.coalesce(func.max(events.c.number), 0))).scalar_one()) + 1
        others = [(each.number, each.kept) for each in self.standing if each.number != kept.decision.undoes]
        later = beside(self.raw, others if kept.decision.undoes is not None else [*others, (number, kept)])
        after = shown(corrected(self.raw, later), kept.decision.target)
        at = now()
        decision = msgspec.structs.replace(kept.decision, at=at, after=after)
        body = json_text(msgspec.structs.replace(kept, decision=decision))
        note(self._connection, kind, self.ident, body, by=decision.by, at=at)
        if differs(self.standing, later):
            show_again(self._connection, self._id)
            if not waits(self._connection, self.ident):
                note(self._connection, CORRECTED, self.ident, None, at=at)
        else:
            put_decisions(self._connection, self._id, self.ident, self.raw)
        return msgspec.structs.replace(decision, number=number)


def decisions(dialect: Dialect, document: str | None, number: int | None = None) -> Iterator[Decision]:
    """See :meth:`sayso.ledger.store.Store.decisions`."""
    of = decisions_table.c
    with dialect.reading() as connection:
        wanted = select(decisions_table).order_by(of.number)
        if document is not None:
            wanted = wanted.where(of.document_id == resolve(connection, document).id)
        if number is not None:
            wanted = wanted.where(of.number == number)
        for row in connection.execute(wanted):
            yield told(standing_in(row))


def decision_log(dialect: Dialect, document: str | None) -> Iterator[Decision]:
    """See :meth:`sayso.ledger.store.Store.decision_log`."""
    of = events.c
    with dialect.reading() as connection:
        wanted = select(of.number, of.body).where(of.kind.in_((DECISION, DECISION_UNDONE))).order_by(of.number)
        if document is not None:
            wanted = wanted.where(of.subject == resolve(connection, document).ident)
        for row in connection.execute(wanted):
            yield msgspec.structs.replace(from_json(Kept, row.body).decision, number=row.number)
