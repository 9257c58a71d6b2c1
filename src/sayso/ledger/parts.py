"""What belongs to some claims, fetched for all of them at once: chains, times, places, checks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeVar

from sqlalchemy import Connection, Row, Select, Table, and_, select, tuple_

from sayso.ledger.tables import (
    attributions,
    checks,
    clusters,
    hops,
    links,
    places,
    routes,
    speakers,
    statements,
    times,
)
from sayso.nouns import Check, Said
from sayso.nouns.found import ClusterRef, Hop, When, Where

#: a claim: the number of its document's row, and its id within the reading
Claimed = tuple[int, str]
T = TypeVar("T")


def chains_of(connection: Connection, wanted: Sequence[Claimed]) -> dict[Claimed, list[Hop]]:
    """The chain of each claim, from the innermost speaker outwards."""
    at, spoken, who = hops.c, attributions.c, speakers.c
    statement = (
        select(
            at.document_id,
            at.claim,
            at.attribution,
            spoken.source_text,
            spoken.source_kind,
            spoken.cue,
            spoken.said_from,
            spoken.said_to,
            spoken.said_time,
            spoken.venue,
            spoken.addressee,
            who.name,
        )
        .join(attributions, and_(spoken.document_id == at.document_id, spoken.ident == at.attribution))
        .join(speakers, and_(who.document_id == at.document_id, who.ident == at.speaker))
        .order_by(at.document_id, at.claim, at.depth)
    )
    return gathered((row, _hop(row)) for row in rows_of(connection, statement, hops, wanted))


def _hop(row: Row[Any]) -> Hop:
    said = (row.said_from, row.said_to, row.said_time)
    return Hop(
        attribution=row.attribution,
        source=row.source_text,
        speaker=row.name,
        kind=row.source_kind,
        cue=row.cue,
        said=None if said == (None, None, None) else Said(from_=said[0], to=said[1], time=said[2]),
        venue=row.venue,
        addressee=row.addressee,
    )


def checks_of(connection: Connection, wanted: Sequence[Claimed]) -> dict[Claimed, list[Check]]:
    """The checks of each claim, in the order of the reading."""
    statement = select(checks).order_by(checks.c.document_id, checks.c.position)
    return gathered(
        (row, Check(claim=row.claim, kind=row.kind, verdict=row.verdict, why=row.why))
        for row in rows_of(connection, statement, checks, wanted)
    )


def clusters_of(connection: Connection, wanted: Sequence[Claimed]) -> dict[Claimed, ClusterRef]:
    """The cluster of each claim; claims that were not linked, or wait for it, have none."""
    of = clusters.c
    statement = select(statements.c.document_id, statements.c.claim, of.id, of.pages, of.low, of.high, of.alerts).join(
        clusters, of.id == statements.c.cluster_id
    )
    return {
        (row.document_id, row.claim): cluster_ref(row) for row in rows_of(connection, statement, statements, wanted)
    }


def cluster_ref(row: Row[Any]) -> ClusterRef:
    """A row of ``clusters`` as it is shown with a claim."""
    return ClusterRef(name=f"k{row.id}", pages=row.pages, low=row.low, high=row.high, alerts=tuple(row.alerts.split()))


def times_of(connection: Connection, wanted: Sequence[Claimed]) -> dict[Claimed, list[When]]:
    """The times that each claim speaks of."""
    on = and_(times.c.document_id == links.c.document_id, times.c.ident == links.c.ident)
    statement = select(links.c.claim, times).join(times, on).where(links.c.kind == "time")
    return gathered(
        (row, When(id=row.ident, text=row.text, value=row.value, from_=row.first_day, to=row.last_day))
        for row in in_order(rows_of(connection, statement, links, wanted))
    )


def places_of(connection: Connection, wanted: Sequence[Claimed]) -> dict[Claimed, list[Where]]:
    """The places that each claim speaks of; bare mentions of places only where no place has been made of any."""
    on = and_(places.c.document_id == links.c.document_id, places.c.ident == links.c.ident)
    statement = select(links.c.claim, places).join(places, on).where(links.c.kind == "place")
    found = gathered((row, where(row)) for row in in_order(rows_of(connection, statement, links, wanted)))
    return {claim: [each for each in all_of if each.use] or all_of for claim, all_of in found.items()}


def routes_of(
    connection: Connection, wanted: Sequence[Claimed], shown: Callable[[Row[Any]], T]
) -> dict[Claimed, list[tuple[str, T]]]:
    """The places of each claim's movement, as ``shown`` makes them, with the part they have in it: from, via, to."""
    on = and_(places.c.document_id == routes.c.document_id, places.c.ident == routes.c.place)
    statement = select(routes.c.claim, routes.c.role, places).join(places, on)
    statement = statement.order_by(routes.c.document_id, routes.c.claim, routes.c.position)
    return gathered((row, (row.role, shown(row))) for row in rows_of(connection, statement, routes, wanted))


def stops(way: Sequence[tuple[str, T]]) -> tuple[T | None, T | None, tuple[T, ...]]:
    """From where, where to and by way of what, of the places of one movement."""
    return (
        next((place for role, place in way if role == "from"), None),
        next((place for role, place in way if role == "to"), None),
        tuple(place for role, place in way if role == "via"),
    )


def where(row: Row[Any]) -> Where:
    """A row of ``places`` as it is shown."""
    return Where(
        id=row.ident,
        text=row.name,
        use=row.use,
        name=row.entry_name,
        gazetteer=row.entry,
        kind=row.entry_kind,
        country=row.country,
        lat=row.lat,
        lon=row.lon,
        radius_km=row.radius_km,
    )


def rows_of(
    connection: Connection, statement: Select[Any], table: Table, wanted: Sequence[Claimed]
) -> Iterable[Row[Any]]:
    if not wanted:
        return ()
    # the pairs alone would be looked for among all rows: the documents lead into the index
    owned = table.c.document_id.in_({document for document, _ in wanted})
    return connection.execute(statement.where(owned, tuple_(table.c.document_id, table.c.claim).in_(set(wanted))))


def in_order(rows: Iterable[Row[Any]]) -> list[Row[Any]]:
    """By the number in the id, as the page has them: t2 before t10."""
    return sorted(rows, key=lambda row: (row.document_id, row.claim, len(row.ident), row.ident))


def gathered(found: Iterable[tuple[Row[Any], T]]) -> dict[Claimed, list[T]]:
    gathered: dict[Claimed, list[T]] = {}
    for row, made in found:
        gathered.setdefault((row.document_id, row.claim), []).append(made)
    return gathered
