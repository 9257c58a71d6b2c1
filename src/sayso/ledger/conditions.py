"""The filters as conditions on the tables, for all questions the same."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, Select, and_, func, or_, select

from sayso.ledger.dialect import Dialect
from sayso.ledger.filters import Filters, Near
from sayso.ledger.folding import clean, fold
from sayso.ledger.intervals import Interval
from sayso.ledger.tables import claims, documents, hops, links, places, speakers

Condition = ColumnElement[bool]
#: kilometres in a degree of latitude, at the least (at the equator, WGS84): a box may be too wide, never too narrow
_KM_A_DEGREE = 110.57


def on_claims(dialect: Dialect, filters: Filters) -> list[Condition]:
    """All filters but the query itself, on the rows of ``claims``."""
    conditions: list[Condition] = []
    if filters.about:
        conditions.append(dialect.matches("claims", filters.about, ("text", "quote", "about")))
    if filters.by:
        spoken = (
            select(hops)
            .join(speakers, and_(speakers.c.document_id == hops.c.document_id, speakers.c.ident == hops.c.speaker))
            .where(dialect.matches("speakers", filters.by))
        )
        conditions.append(_is_among(hops, spoken))
    if here := _on_places(dialect, filters):
        linked = (
            select(links)
            .join(places, and_(places.c.document_id == links.c.document_id, places.c.ident == links.c.ident))
            .where(links.c.kind == "place", *here)
        )
        conditions.append(_is_among(links, linked))
    if filters.said:
        conditions.append(_overlaps(filters.said, claims.c.said_from, claims.c.said_to))
    if filters.status:
        conditions.append(claims.c.status.in_(filters.status))
    if described := _described(filters):
        conditions.append(claims.c.document_id.in_(select(documents.c.id).where(*described)))
    return conditions


def on_documents(dialect: Dialect, filters: Filters) -> list[Condition]:
    """All filters and the query, on the rows of ``documents``.

    What a claim must be (by whom, when said, its status) must be true of one of the document's claims; what and where
    it is about, of the document as a whole.
    """
    conditions = _described(filters)
    conditions += [dialect.matches("documents", query) for query in (filters.query, filters.about) if query]
    if here := _on_places(dialect, filters):
        conditions.append(documents.c.id.in_(select(places.c.document_id).where(*here)))
    if filters.by or filters.said or filters.status:
        claimed = on_claims(dialect, Filters(by=filters.by, said=filters.said, status=filters.status))
        conditions.append(documents.c.id.in_(select(claims.c.document_id).where(*claimed)))
    return conditions


def _described(filters: Filters) -> list[Condition]:
    conditions: list[Condition] = []
    if filters.outlet:
        conditions.append(_has_words(documents.c.outlet_key, filters.outlet))
    if filters.published:
        conditions.append(_overlaps(filters.published, documents.c.published_from, documents.c.published_to))
    return conditions


def _on_places(dialect: Dialect, filters: Filters) -> list[Condition]:
    conditions: list[Condition] = []
    if filters.place:
        conditions.append(
            or_(_has_words(places.c.name_key, filters.place), _has_words(places.c.entry_key, filters.place))
        )
    if filters.near:
        conditions += _near(dialect, filters.near)
    return conditions


def _near(dialect: Dialect, near: Near) -> list[Condition]:
    # the band of latitudes has an index; the distance decides
    band = near.km / _KM_A_DEGREE
    distance = dialect.distance_km(places.c.lat, places.c.lon, (near.lat, near.lon))
    return [places.c.lat.between(near.lat - band, near.lat + band), distance <= near.km]


def _is_among(table: Any, through: Select[Any]) -> Condition:
    """Whether a claim is one of those that rows of a table, so chosen, belong to.

    The ids are found first and as a whole: as pairs of columns SQLite would look for them once for each claim.
    """
    same = claims.alias("same")
    owned = and_(same.c.document_id == table.c.document_id, same.c.ident == table.c.claim)
    return claims.c.id.in_(through.with_only_columns(same.c.id).join(same, owned))


def _has_words(key: ColumnElement[Any], name: str) -> Condition:
    """Whether a folded name has these words in this order: *guardian* is in *guardian weekly*, *guard* is not."""
    wanted = fold(clean(name))
    if not wanted:
        return key.is_not(None) & (key == "")
    return (" " + func.coalesce(key, "") + " ").contains(f" {wanted} ", autoescape=True)


def _overlaps(interval: Interval, first: ColumnElement[Any], last: ColumnElement[Any]) -> Condition:
    begin, end = interval
    conditions: list[Condition] = [or_(first.is_not(None), last.is_not(None))]
    if begin is not None:
        conditions.append(or_(last.is_(None), last >= begin))
    if end is not None:
        conditions.append(or_(first.is_(None), first <= end))
    return and_(*conditions)
