"""How many claims and documents meet the filters, and what tells one state of a ledger from another."""

from __future__ import annotations

from sqlalchemy import func, select

from sayso.ledger.conditions import chosen, on_documents
from sayso.ledger.dialect import Dialect
from sayso.ledger.filters import Filters
from sayso.ledger.tables import documents, events, marks, unsettled


def count(dialect: Dialect, filters: Filters) -> int:
    """See :meth:`sayso.ledger.store.Store.count`."""
    with dialect.reading() as connection:
        found = chosen(dialect, filters)
        if found is None:
            # every document knows how many it has: there are far fewer of them
            return int(connection.execute(select(func.coalesce(func.sum(documents.c.claims), 0))).scalar_one())
        return int(connection.execute(select(func.count()).select_from(found.subquery())).scalar_one())


def count_documents(dialect: Dialect, filters: Filters) -> int:
    """See :meth:`sayso.ledger.store.Store.count_documents`."""
    found = select(func.count()).select_from(documents).where(*on_documents(dialect, filters))
    with dialect.reading() as connection:
        return int(connection.execute(found).scalar_one())


def version(dialect: Dialect) -> str:
    """See :meth:`sayso.ledger.store.Store.version`.

    The last event, how far linking has come, and what of it waits for its cluster: clusters are made anew without an
    event, a few at a time, and each time something waits no more.
    """
    last = select(func.max(events.c.number)).scalar_subquery()
    come = select(marks.c.number).where(marks.c.name == "event").scalar_subquery()
    numbers = select(marks.c.number).where(marks.c.name == "cluster").scalar_subquery()
    waits = select(func.count()).select_from(unsettled).scalar_subquery()
    with dialect.reading() as connection:
        row = connection.execute(select(last, come, numbers, waits)).one()
    return "-".join(str(number or 0) for number in row)
