"""The questions for figures and for movements: rows of what claims say, each with its claim, chain and page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, Select, and_, select

from sayso.ledger.ask import BATCH, PAGE, page_of, paged
from sayso.ledger.conditions import Condition, on_claims, on_figures, on_movements, on_units, worth
from sayso.ledger.dialect import Dialect
from sayso.ledger.filters import Filters
from sayso.ledger.parts import chains_of, checks_of, places_of, routes_of, stops, times_of, where
from sayso.ledger.tables import claims, documents, links, movements, quantities
from sayso.ledger.units import comparable, label_of
from sayso.nouns import Quantity
from sayso.nouns.found import ClaimRef, FoundFigure, FoundMovement

_NEWEST = (
    claims.c.published_sort.desc().nulls_last(),
    claims.c.added_at.desc(),
    claims.c.document_id.desc(),
    claims.c.position,
)
_CLAIM = (
    claims.c.document_id,
    claims.c.ident,
    claims.c.text,
    claims.c.status,
    claims.c.start,
    claims.c.end,
)


def find_figures(dialect: Dialect, filters: Filters, *, also: tuple[Condition, ...] = ()) -> Iterator[FoundFigure]:
    """See :meth:`sayso.ledger.store.Store.figures`; ``also`` are further conditions on the rows of ``claims``."""
    unit = label_of(filters.shown_in) if filters.shown_in else None
    with dialect.reading() as connection:
        units = comparable(connection, unit) if unit else None
        statement = paged(_figures_that(dialect, filters, units, also), filters)
        for rows in connection.execute(statement).partitions(BATCH):
            found = _figures(connection, rows)
            yield from (_shown_in(figure, unit) for figure in found) if unit else found


def _figures_that(
    dialect: Dialect, filters: Filters, units: Mapping[str, float] | None, also: tuple[Condition, ...]
) -> Select[Any]:
    of_claims = (*on_claims(dialect, filters), *also)
    linked = and_(links.c.document_id == claims.c.document_id, links.c.claim == claims.c.ident)
    counted = and_(quantities.c.document_id == links.c.document_id, quantities.c.ident == links.c.ident)
    these = (links.c.kind == "quantity", *on_figures(filters, units))
    statement: Select[Any] = (
        select(*_CLAIM, quantities.c.body, *PAGE)
        .join(links, linked)
        .join(quantities, counted)
        .join(documents, documents.c.id == claims.c.document_id)
        .where(*these)
    )
    last = (quantities.c.position,)
    if filters.limit and filters.sort in (None, "newest"):
        # so many of the newest claims with a figure have so many figures: not all of them need be sorted
        some = select(links).join(quantities, counted).where(linked, *these).correlate(claims).exists()
        chosen = select(claims.c.id).where(some, *of_claims)
        if wanted := on_units(filters, units):
            # few pages have a figure in a rare unit: the others are passed by. With nothing added to it, a store would
            # begin with the pages, and sort all of their claims
            page = claims.c.document_id + 0
            chosen = chosen.where(page.in_(select(quantities.c.document_id).where(*wanted)))
        chosen = _in_order(dialect, chosen, filters).limit(filters.limit + filters.offset).correlate(None)
        return statement.where(claims.c.id.in_(chosen)).order_by(*_NEWEST, *last)
    first = _like_beside_like(units) if filters.sort == "thing" else ()
    return _in_order(dialect, statement.where(*of_claims), filters, first, last)


def _like_beside_like(units: Mapping[str, float] | None) -> tuple[Any, ...]:
    """By what is measured and in which unit, then by the noun that is counted, then from few to many."""
    of = quantities.c
    measured = () if units else (of.kind, of.unit.nulls_last())
    return (
        *measured,
        of.head_key,
        of.thing_key,
        worth(of.low, units).nulls_first(),
        worth(of.high, units).nulls_last(),
    )


def _shown_in(figure: FoundFigure, unit: str) -> FoundFigure:
    from sayso.measures.quantities.convert import convert

    if figure.unit == unit:
        return figure
    other = convert(figure, unit)
    return other if isinstance(other, FoundFigure) else figure


def _figures(connection: Connection, rows: Sequence[Row[Any]]) -> Iterator[FoundFigure]:
    wanted = [(row.document_id, row.ident) for row in rows]
    chains, checked = chains_of(connection, wanted), checks_of(connection, wanted)
    when, where = times_of(connection, wanted), places_of(connection, wanted)
    for row, claim in zip(rows, wanted, strict=True):
        quantity = msgspec.json.decode(row.body, type=Quantity)
        yield FoundFigure(
            **{name: getattr(quantity, name) for name in quantity.__struct_fields__},
            claim=_claim(row),
            times=tuple(when.get(claim, ())),
            places=tuple(where.get(claim, ())),
            hops=tuple(chains.get(claim, ())),
            checks=tuple(checked.get(claim, ())),
            document=page_of(row),
        )


def find_movements(dialect: Dialect, filters: Filters) -> Iterator[FoundMovement]:
    """See :meth:`sayso.ledger.store.Store.movements`."""
    statement = movement_rows().where(*on_claims(dialect, filters), *on_movements(filters))
    statement = _in_order(dialect, statement, filters)
    with dialect.reading() as connection:
        for rows in connection.execute(paged(statement, filters)).partitions(BATCH):
            yield from complete_movements(connection, rows)


def movement_rows() -> Select[Any]:
    """The columns that :func:`complete_movements` makes a movement of."""
    moved = and_(movements.c.document_id == claims.c.document_id, movements.c.claim == claims.c.ident)
    return (
        select(*_CLAIM, movements.c.who, movements.c.by, movements.c.direction, *PAGE)
        .join(movements, moved)
        .join(documents, documents.c.id == claims.c.document_id)
    )


def complete_movements(connection: Connection, rows: Sequence[Row[Any]]) -> Iterator[FoundMovement]:
    """Rows of :func:`movement_rows` with their chains, times, checks and places."""
    wanted = [(row.document_id, row.ident) for row in rows]
    chains, checked = chains_of(connection, wanted), checks_of(connection, wanted)
    when, ways = times_of(connection, wanted), routes_of(connection, wanted, where)
    for row, claim in zip(rows, wanted, strict=True):
        from_, to, via = stops(ways.get(claim, ()))
        yield FoundMovement(
            who=row.who,
            from_=from_,
            to=to,
            via=via,
            by=row.by,
            direction=row.direction,
            claim=_claim(row),
            times=tuple(when.get(claim, ())),
            hops=tuple(chains.get(claim, ())),
            checks=tuple(checked.get(claim, ())),
            document=page_of(row),
        )


def _claim(row: Row[Any]) -> ClaimRef:
    return ClaimRef(id=row.ident, text=row.text, status=row.status, start=row.start, end=row.end)


def _in_order(
    dialect: Dialect,
    statement: Select[Any],
    filters: Filters,
    first: tuple[Any, ...] = (),
    last: tuple[Any, ...] = (),
) -> Select[Any]:
    """The statement with the query as a condition, and in the order that was asked for."""
    query = filters.query
    if filters.sort == "relevance" and query and query.wanted:
        ranked = dialect.ranked("claims", query)
        statement = statement.join(ranked, ranked.c.id == claims.c.id)
        first, query = (ranked.c.rank,), query.without
    if query:
        statement = statement.where(dialect.matches("claims", query))
    return statement.order_by(*first, *_NEWEST, *last)
