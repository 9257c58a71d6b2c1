"""The queue: claims that wait for a reviewer, what matters most first."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Row, Select, and_, exists, or_, select, tuple_

from sayso.errors import LedgerError
from sayso.ledger.ask import BATCH, claim_rows, complete
from sayso.ledger.conditions import on_claims
from sayso.ledger.decisions_rows import standing, told
from sayso.ledger.filters import Filters
from sayso.ledger.parts import Claimed
from sayso.ledger.tables import claims, decisions, waiting
from sayso.ledger.waiting_rows import reasons_of
from sayso.nouns import Decision, QueueItem

if TYPE_CHECKING:
    from sayso.ledger.dialect import Dialect

#: weight, row of the document, position: what the queue is ordered by
_PLACE = re.compile(r"(\d{1,9})\.(\d{1,18})\.(\d{1,9})")
_ORDER = (waiting.c.weight.desc(), waiting.c.document_id.desc(), waiting.c.position)


def find_queue(dialect: Dialect, filters: Filters, by: str | None, after: str | None) -> Iterator[QueueItem]:
    """See :meth:`sayso.ledger.store.Store.queue`."""
    chosen = _chosen(dialect, filters, by, after).order_by(*_ORDER)
    if filters.limit:
        chosen = chosen.limit(filters.limit)
    with dialect.reading() as connection:
        for rows in connection.execute(chosen).partitions(BATCH):
            yield from _items(connection, rows)


def _chosen(dialect: Dialect, filters: Filters, by: str | None, after: str | None) -> Select[Any]:
    of, said = waiting.c, decisions.c
    decided = exists().where(said.document_id == of.document_id, said.target == of.claim)
    chosen = select(waiting).where(~(decided.where(said.reviewer == by) if by is not None else decided))
    if after is not None:
        chosen = chosen.where(*_behind(after))
    conditions = on_claims(dialect, filters)
    if filters.query:
        conditions = [*conditions, dialect.matches("claims", filters.query)]
    if conditions:
        same = and_(claims.c.document_id == of.document_id, claims.c.ident == of.claim)
        chosen = chosen.join(claims, same).where(*conditions)
    return chosen


def _behind(after: str) -> tuple[Any, ...]:
    place = _PLACE.fullmatch(after)
    if place is None:
        raise LedgerError("SAY-143", after)
    weight, document, position = map(int, place.groups())
    of = waiting.c
    later = and_(
        of.weight == weight, or_(of.document_id < document, and_(of.document_id == document, of.position > position))
    )
    # the first condition alone leads into the index
    return of.weight <= weight, or_(of.weight < weight, later)


def _items(connection: Connection, rows: Sequence[Row[Any]]) -> Iterator[QueueItem]:
    owned = claims.c.document_id.in_({row.document_id for row in rows})
    wanted = tuple_(claims.c.document_id, claims.c.ident).in_({(row.document_id, row.claim) for row in rows})
    found = connection.execute(claim_rows().where(owned, wanted)).all()
    told_of = {
        (row.document_id, row.ident): claim for row, claim in zip(found, complete(connection, found), strict=True)
    }
    others = _others(connection, rows)
    for row in rows:
        key = (row.document_id, row.claim)
        yield QueueItem(
            claim=told_of[key],
            why=reasons_of(row.why),
            weight=row.weight,
            at=f"{row.weight}.{row.document_id}.{row.position}",
            decisions=tuple(others.get(key, ())),
        )


def _others(connection: Connection, rows: Sequence[Row[Any]]) -> dict[Claimed, list[Decision]]:
    of = decisions.c
    theirs = select(decisions).where(of.document_id.in_({row.document_id for row in rows})).order_by(of.number)
    found: defaultdict[Claimed, list[Decision]] = defaultdict(list)
    for row in connection.execute(theirs):
        if row.target is not None:
            found[row.document_id, row.target].append(told(standing(row)))
    return found
