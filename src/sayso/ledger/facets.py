"""The question what some claims have in common: their outlets, sources, places, months and so on, counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import case, func, select

from sayso.ledger.choosing import Chosen, choosing
from sayso.ledger.dialect import Dialect
from sayso.ledger.filters import ALERTS, EXACTLY, STATUSES, VERDICTS, Filters
from sayso.ledger.labels import places_called, speakers_called
from sayso.ledger.tables import claim_number, clusters, documents, pages, statements
from sayso.nouns.facets import Facets, FacetValue

#: months are told where the claims are of so many months at most, else years
_MONTHS = 24
#: numbers of independent origins that are told together: the least of each
_ORIGINS = (1, 2, 4, 8)


def find_facets(dialect: Dialect, filters: Filters, limit: int) -> Facets:
    """See :meth:`sayso.ledger.store.Store.facets`."""
    with choosing(dialect, filters) as found:
        return Facets(
            claims=found.size,
            documents=found.pages,
            outlet=_outlets(found, limit),
            source=_sources(found, limit),
            place=_places(found, limit),
            time=_times(found),
            status=_listed(found.counted("status"), STATUSES, "status"),
            verdict=_listed(found.counted("verdict"), VERDICTS, "verdict"),
            origins=_origins(found),
            alerts=_alerts(found),
        )


def _value(value: str, label: str, count: int, **query: str) -> FacetValue:
    return FacetValue(value=value, label=label, count=count, query=query)


def _outlets(found: Chosen, limit: int) -> tuple[FacetValue, ...]:
    of = documents.c
    every = found.on_pages(of.outlet_key).where(of.outlet_key.is_not(None)).subquery("every")
    most = select(every).order_by(every.c.n.desc(), every.c.outlet_key).limit(limit)
    rows = found.connection.execute(most).all()
    named = found.on_pages(of.outlet_key, of.outlet).where(of.outlet_key.in_([row.outlet_key for row in rows]))
    # as most of their pages write it; of equals the first in the order of the alphabet
    ranked = sorted(found.connection.execute(named), key=lambda row: (-row.n, row.outlet), reverse=True)
    names = {row.outlet_key: row.outlet for row in ranked}
    return tuple(
        _value(row.outlet_key, names[row.outlet_key], row.n, outlet=EXACTLY + names[row.outlet_key]) for row in rows
    )


def _sources(found: Chosen, limit: int) -> tuple[FacetValue, ...]:
    rows = found.counted("source", limit)
    names = speakers_called(found.connection, [row.key for row in rows])
    return tuple(
        _value(row.key, name, row.n, by=EXACTLY + (name if row.key else "")) for row, name in _named(rows, names)
    )


def _places(found: Chosen, limit: int) -> tuple[FacetValue, ...]:
    rows = found.counted("place", limit)
    names = places_called(found.connection, [row.key for row in rows])
    return tuple(_value(row.key, name, row.n, place=EXACTLY + row.key) for row, name in _named(rows, names))


def _named(rows: Sequence[Any], names: dict[str, str]) -> Iterable[tuple[Any, str]]:
    return ((row, names.get(row.key, row.key)) for row in rows)


def _times(found: Chosen) -> tuple[FacetValue, ...]:
    """Months of publication, or years; a page of which the year alone is known is of no month."""
    of = documents.c
    first, last = (func.substr(column, 1, 7) for column in (of.published_from, of.published_to))
    # what is counted in a month must be found by it, and nothing else
    key = case((first == last, first), else_=func.substr(of.published_from, 1, 4)).label("month")
    rows = found.connection.execute(found.on_pages(key).where(of.published_from.is_not(None))).all()
    counted = Counter({row.month: row.n for row in rows})
    if len(counted) > _MONTHS:
        years = Counter[str]()
        for month, n in counted.items():
            years[month[:4]] += n
        counted = years
    return tuple(_value(key, key, counted[key], published=key) for key in sorted(counted))


def _listed(rows: Sequence[Any], order: tuple[str, ...], option: str) -> tuple[FacetValue, ...]:
    counts = {row.key: row.n for row in rows}
    found = (_value(key, key, counts[key]) for key in order if key in counts)
    return tuple(FacetValue(value=v.value, label=v.label, count=v.count, query={option: v.value}) for v in found)


def _origins(found: Chosen) -> tuple[FacetValue, ...]:
    """By the fewest independent origins. Most claims have one: the others are counted, and these are what remains."""
    of = clusters.c
    several = _in_clusters(found, of.low, func.count().label("n")).where(of.low > 1).group_by(of.low)
    counts = Counter({row.low: row.n for row in found.connection.execute(several)})
    counts[1] = _linked(found) - counts.total()
    made = []
    for least, following in zip(_ORIGINS, (*_ORIGINS[1:], None), strict=True):
        count = sum(n for low, n in counts.items() if low >= least and (following is None or low < following))
        if count > 0:
            last = None if following is None else following - 1
            value = str(least) if last == least else f"{least}..{last or ''}"
            label = str(least) if last == least else f"{least}–{last}" if last else f"{least} or more"
            made.append(_value(value, label, count, origins=value))
    return tuple(made)


def _alerts(found: Chosen) -> tuple[FacetValue, ...]:
    of = clusters.c
    # kinds stand between spaces: what has none is two of them
    alerted = _in_clusters(found, of.alerts, func.count().label("n")).where(of.alerts > "  ").group_by(of.alerts)
    counts = Counter[str]()
    for row in found.connection.execute(alerted):
        for kind in row.alerts.split():
            counts[kind] += row.n
    return tuple(_value(kind, kind, counts[kind], alert=kind) for kind in ALERTS if counts[kind])


def _in_clusters(found: Chosen, *columns: Any) -> Any:
    of = statements.c
    wanted = select(*columns).join_from(clusters, statements, of.cluster_id == clusters.c.id)
    return wanted.where(*found.among(claim_number(of.document_id, of.position)))


def _linked(found: Chosen) -> int:
    """How many of the claims belong to a cluster."""
    linked = found.on_pages().where(documents.c.id.in_(select(pages.c.document_id)))
    every = found.connection.execute(linked).scalar_one() or 0
    of = statements.c
    waiting = select(func.count()).select_from(statements).where(of.cluster_id.is_(None))
    waiting = waiting.where(*found.among(claim_number(of.document_id, of.position)))
    return int(every - found.connection.execute(waiting).scalar_one())
