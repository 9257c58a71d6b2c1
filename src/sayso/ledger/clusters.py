"""Clusters as they are stored: each with its number, its body, and the statements that belong to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

import msgspec
from sqlalchemy import Connection, bindparam, delete, insert, select, update

from sayso.ledger.names import Names, some
from sayso.ledger.numbers import numbered
from sayso.ledger.rows import json_text
from sayso.ledger.tables import clusters, marks, statements
from sayso.ledger.waiting_rows import weigh_again
from sayso.nouns import Cluster
from sayso.nouns.days import sortable

if TYPE_CHECKING:
    from sayso.origins.settle import Settled


def put_clusters(connection: Connection, names: Names, settled: Sequence[Settled]) -> None:
    """Store clusters that were made anew, in place of those that their statements belonged to."""
    rows = [list(names.rows_of(each.keys).values()) for each in settled]
    of = statements.c
    belonged = some(connection, select(of.id, of.cluster_id), of.id, (row for group in rows for row in group))
    earlier = {row.id: row.cluster_id for row in belonged if row.cluster_id is not None}
    known = {row.id for row in some(connection, select(clusters.c.id), clusters.c.id, set(earlier.values()))}
    fresh = _Fresh(connection)
    for number, group, each in zip(numbered(rows, earlier, fresh), rows, settled, strict=True):
        values = _row(number, each.body)
        if number in known:
            connection.execute(update(clusters).where(clusters.c.id == number).values(**values))
        else:
            connection.execute(insert(clusters), {"id": number} | values)
        moved = [{"row": row, "to": number} for row in group if earlier.get(row) != number]
        if moved:
            move = update(statements).where(of.id == bindparam("row")).values(cluster_id=bindparam("to"))
            connection.execute(move, moved)
    fresh.keep()
    drop_empty(connection, known)
    weigh_again(connection, (row for group in rows for row in group))


def drop_empty(connection: Connection, numbers: Iterable[int]) -> None:
    """Remove those of these clusters that nothing belongs to any more; their numbers are not given again."""
    held = select(statements.c.id).where(statements.c.cluster_id == clusters.c.id).exists()
    for number in numbers:
        connection.execute(delete(clusters).where(clusters.c.id == number, ~held))


class _Fresh(Iterator[int]):
    """Numbers that no cluster ever had."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._last = connection.execute(select(marks.c.number).where(marks.c.name == "cluster")).scalar_one()

    def __next__(self) -> int:
        self._last += 1
        return int(self._last)

    def keep(self) -> None:
        self._connection.execute(update(marks).where(marks.c.name == "cluster").values(number=self._last))


def _row(number: int, body: Cluster) -> dict[str, Any]:
    named = msgspec.structs.replace(body, cluster=f"k{number}")
    latest = max((sortable(member.published) or "" for member in body.members), default="")
    return {
        "statements": len(body.members),
        "pages": len({member.document for member in body.members}),
        "low": body.origins.low,
        "high": body.origins.high,
        "latest": latest or None,
        "alerts": f" {' '.join(dict.fromkeys(alert.kind for alert in body.alerts))} ",
        "body": json_text(named),
    }
