"""Decisions beside the current reading of each page: made anew from the events whenever either changes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, delete, select

from sayso.ledger.decisions_correct import corrected
from sayso.ledger.decisions_kept import DECISION, DECISION_UNDONE, Kept, Standing, beside
from sayso.ledger.inserting import insert_all
from sayso.ledger.rows import json_text
from sayso.ledger.tables import decisions, events
from sayso.nouns import Correction, Decision, Reading, from_json


def kept_of(connection: Connection, ident: str) -> dict[int, Kept]:
    """The decisions on a page that nobody has undone, by the numbers of their events."""
    said = select(events.c.number, events.c.body).where(
        events.c.subject == ident, events.c.kind.in_((DECISION, DECISION_UNDONE))
    )
    found: dict[int, Kept] = {}
    for row in connection.execute(said.order_by(events.c.number)):
        made = from_json(Kept, row.body)
        if made.decision.undoes is None:
            found[row.number] = made
        else:
            found.pop(made.decision.undoes, None)
    return found


def put_decisions(connection: Connection, document_id: int, ident: str, raw: Reading) -> Reading:
    """Set the decisions on a page beside a reading of it; the reading with them carried out."""
    standing = beside(raw, kept_of(connection, ident).items())
    connection.execute(delete(decisions).where(decisions.c.document_id == document_id))
    insert_all(connection, decisions, decision_rows(standing, document_id))
    return corrected(raw, standing)


def decision_rows(standing: Iterable[Standing], document_id: int) -> list[dict[str, Any]]:
    """The rows of ``decisions``."""
    return [
        {
            "number": each.number,
            "document_id": document_id,
            "target": each.target,
            "ruling": each.kept.decision.verdict,
            "reviewer": each.kept.decision.by,
            "holds": each.holds,
            "effect": json_text(each.correction) if each.correction is not None else None,
            "unapplied": each.unapplied,
            "body": json_text(each.kept),
        }
        for each in standing
    ]


def standing_of(connection: Connection, document_id: int) -> tuple[Standing, ...]:
    """The decisions on a page beside its current reading, in order."""
    rows = connection.execute(
        select(decisions).where(decisions.c.document_id == document_id).order_by(decisions.c.number)
    )
    return tuple(map(standing, rows))


def standing(row: Row[Any]) -> Standing:
    """A row of ``decisions`` as it was put there."""
    return Standing(
        number=row.number,
        kept=from_json(Kept, row.body),
        target=row.target,
        correction=from_json(Correction, row.effect) if row.effect is not None else None,
        unapplied=row.unapplied,
        holds=bool(row.holds),
    )


def told(each: Standing) -> Decision:
    """A decision as it is today: the target under its present id, and whether it holds and shows."""
    decision = each.kept.decision
    return msgspec.structs.replace(
        decision,
        target=each.target or decision.target,
        number=each.number,
        unapplied=each.unapplied,
        holds=each.holds,
    )


def current(connection: Connection, document_id: int, raw: Reading) -> Reading:
    """The current reading of a page, of which ``raw`` is how it was put in, with the decisions carried out."""
    return corrected(raw, standing_of(connection, document_id))


class Corrections:
    """The same for many pages, most of which nobody decided anything on."""

    def __init__(self, connection: Connection) -> None:
        self._of: defaultdict[int, list[Standing]] = defaultdict(list)
        for row in connection.execute(select(decisions).where(decisions.c.holds).order_by(decisions.c.number)):
            self._of[row.document_id].append(standing(row))

    def reading(self, document_id: int, raw: Reading) -> Reading:
        return corrected(raw, self._of[document_id]) if document_id in self._of else raw
