"""The question for claims with all their measures: what exports are made of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, Table, and_, select

from sayso.ledger.ask import claims_that, complete
from sayso.ledger.dialect import Dialect
from sayso.ledger.filters import Filters
from sayso.ledger.parts import Claimed, gathered, in_order, routes_of, rows_of, stops, times_of, where
from sayso.ledger.tables import links, movements, places, quantities
from sayso.nouns import Quantity
from sayso.nouns.measured import MeasuredClaim, Region, Route

#: claims that are completed together: the more, the fewer questions; the answers of so many are in memory
_TOGETHER = 500


def find_measured(dialect: Dialect, filters: Filters) -> Iterator[MeasuredClaim]:
    """See :meth:`sayso.ledger.store.Store.measured`."""
    with dialect.reading() as connection:
        for rows in connection.execute(claims_that(dialect, filters)).partitions(_TOGETHER):
            yield from _measured(connection, rows)


def _measured(connection: Connection, rows: Sequence[Row[Any]]) -> Iterator[MeasuredClaim]:
    wanted = [(row.document_id, row.ident) for row in rows]
    counted, when = _figures_of(connection, wanted), times_of(connection, wanted)
    here, ways = _places_of(connection, wanted), _routes_of(connection, wanted)
    for claim, key in zip(complete(connection, rows), wanted, strict=True):
        yield MeasuredClaim(
            claim=claim,
            figures=tuple(counted.get(key, ())),
            times=tuple(when.get(key, ())),
            places=tuple(here.get(key, ())),
            movement=ways.get(key),
        )


def _figures_of(connection: Connection, wanted: Sequence[Claimed]) -> dict[Claimed, list[Quantity]]:
    on = and_(quantities.c.document_id == links.c.document_id, quantities.c.ident == links.c.ident)
    statement = select(links.c.document_id, links.c.claim, quantities.c.position, quantities.c.body)
    statement = statement.join(quantities, on).where(links.c.kind == "quantity")
    found = sorted(rows_of(connection, statement, links, wanted), key=lambda row: row.position)
    return gathered((row, msgspec.json.decode(row.body, type=Quantity)) for row in found)


def _places_of(connection: Connection, wanted: Sequence[Claimed]) -> dict[Claimed, list[Region]]:
    """As :func:`sayso.ledger.parts.places_of`, with their regions."""
    statement = select(links.c.claim, places).join(places, _same(places, links)).where(links.c.kind == "place")
    found = gathered((row, _region(row)) for row in in_order(rows_of(connection, statement, links, wanted)))
    return {claim: [each for each in all_of if each.use] or all_of for claim, all_of in found.items()}


def _routes_of(connection: Connection, wanted: Sequence[Claimed]) -> dict[Claimed, Route]:
    ways = routes_of(connection, wanted, _region)
    told = rows_of(connection, select(movements), movements, wanted)
    return {(row.document_id, row.claim): _route(row, ways.get((row.document_id, row.claim), [])) for row in told}


def _route(row: Row[Any], way: list[tuple[str, Region]]) -> Route:
    from_, to, via = stops(way)
    return Route(
        who=row.who,
        from_=from_,
        to=to,
        via=via,
        by=row.by,
        direction=row.direction,
    )


def _same(table: Table, linked: Table) -> Any:
    return and_(table.c.document_id == linked.c.document_id, table.c.ident == linked.c.ident)


def _region(row: Row[Any]) -> Region:
    shown = where(row)
    geometry = msgspec.json.decode(row.geometry) if row.geometry else None
    return Region(**{name: getattr(shown, name) for name in shown.__struct_fields__}, geometry=geometry)
