"""The question how many origins a claim has: clusters, and one beside another page by page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Select, and_, func, or_, select

from sayso.ledger.ask import BATCH, paged
from sayso.ledger.conditions import on_claims
from sayso.ledger.dialect import Dialect
from sayso.ledger.filters import Filters
from sayso.ledger.tables import claims, clusters, statements
from sayso.nouns import Cluster, from_json


def find_clusters(
    dialect: Dialect, filters: Filters, *, pages: int = 1, alerts: tuple[str, ...] = (), number: int | None = None
) -> Iterator[Cluster]:
    """See :meth:`sayso.ledger.ledger.Ledger.clusters`."""
    of = clusters.c
    wanted = select(of.body)
    if number is not None:
        wanted = wanted.where(of.id == number)
    if pages > 1:
        wanted = wanted.where(of.pages >= pages)
    if alerts:
        wanted = wanted.where(or_(*(of.alerts.contains(f" {kind} ", autoescape=True) for kind in alerts)))
    order: tuple[Any, ...] = (of.pages.desc(), of.latest.desc().nulls_last(), of.id)
    if filters.sort == "newest":
        order = (of.latest.desc().nulls_last(), of.id)
    if (held := _holding(dialect, filters)) is not None:
        found = held.subquery("found")
        wanted = wanted.join(found, found.c.cluster_id == of.id)
        if "rank" in found.c:
            order = (found.c.rank, *order)
    wanted = paged(wanted.order_by(*order), filters)
    with dialect.reading() as connection:
        for rows in connection.execute(wanted).partitions(BATCH):
            for row in rows:
                yield from_json(Cluster, row.body)


def _holding(dialect: Dialect, filters: Filters) -> Select[Any] | None:
    """The clusters that hold a claim which meets the filters, each once; ``None`` where everything does."""
    conditions = on_claims(dialect, filters)
    query = filters.query
    if query is None and not conditions:
        return None
    same = and_(statements.c.document_id == claims.c.document_id, statements.c.claim == claims.c.ident)
    held = select(statements.c.cluster_id).join(claims, same).where(*conditions).group_by(statements.c.cluster_id)
    if filters.sort == "relevance" and query and query.wanted:
        ranked = dialect.ranked("claims", query)
        held = held.add_columns(func.min(ranked.c.rank).label("rank")).join(ranked, ranked.c.id == claims.c.id)
        query = query.without
    return held.where(dialect.matches("claims", query)) if query else held
