"""Making clusters anew where something was judged since: after pages were linked, and many pages at once.

Each page of a large story touches the same clusters. To make them anew for every one of a thousand pages would take a
million looks at statements; so the statements concerned wait in a table until somebody asks, or adding is done.
"""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, delete, select

from sayso.ledger.clusters import put_clusters
from sayso.ledger.inserting import insert_all
from sayso.ledger.names import some
from sayso.ledger.shelf import LedgerShelf
from sayso.ledger.tables import unsettled

#: statements that are taken up in one transaction; whatever hangs together with them comes along
TOGETHER = 64


def unsettle(connection: Connection, shelf: LedgerShelf, keys: Iterable[str]) -> None:
    """Let the clusters of some statements wait to be made anew."""
    rows = set(shelf.names.rows_of(keys).values())
    waiting = some(connection, select(unsettled.c.statement_id), unsettled.c.statement_id, rows)
    missing = rows - {row.statement_id for row in waiting}
    insert_all(connection, unsettled, [{"statement_id": row} for row in sorted(missing)])


def anything_unsettled(connection: Connection) -> bool:
    """Whether a cluster waits to be made anew."""
    return connection.execute(select(unsettled.c.statement_id).limit(1)).first() is not None


def settle_some(connection: Connection) -> None:
    """Make the clusters of some of the statements that wait anew."""
    from sayso.origins.settle import settle

    waiting = select(unsettled.c.statement_id).order_by(unsettled.c.statement_id).limit(TOGETHER)
    rows = list(connection.execute(waiting).scalars())
    shelf = LedgerShelf(connection)
    settled = settle(sorted(shelf.names.keys_of(rows).values()), shelf)
    put_clusters(connection, shelf.names, settled)
    done = {*rows, *shelf.names.rows_of(key for each in settled for key in each.keys).values()}
    for row in sorted(done):
        connection.execute(delete(unsettled).where(unsettled.c.statement_id == row))
