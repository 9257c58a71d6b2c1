"""The question who speaks, over all documents."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

import msgspec
from sqlalchemy import Connection, Select, and_, func, select

from sayso.ledger.ask import BATCH, paged
from sayso.ledger.conditions import on_claims
from sayso.ledger.dialect import Dialect
from sayso.ledger.filters import Filters
from sayso.ledger.speakers import KINDS
from sayso.ledger.tables import claims, documents, hops, speakers
from sayso.nouns.found import FoundSource


def find_sources(dialect: Dialect, filters: Filters) -> Iterator[FoundSource]:
    """See :meth:`sayso.ledger.store.Store.sources`."""
    claimed = func.count(claims.c.id.distinct())
    carried = func.count(speakers.c.document_id.distinct())
    latest = (func.max(claims.c.published_sort).desc().nulls_last(), func.max(claims.c.added_at).desc())
    most = (claimed.desc(), carried.desc())
    statement = _spoken(dialect, filters, speakers.c.name_key, claimed.label("claims"), carried.label("documents"))
    if filters.sort == "relevance" and filters.query and filters.query.wanted:
        found = dialect.ranked("speakers", filters.query)
        statement = statement.join(found, found.c.id == speakers.c.id).order_by(func.min(found.c.rank), *most)
    else:
        statement = statement.order_by(*(latest if filters.sort == "newest" else most))
    statement = statement.group_by(speakers.c.name_key).order_by(speakers.c.name_key)
    with dialect.reading() as connection:
        for rows in connection.execute(paged(statement, filters)).partitions(BATCH):
            told = _told(connection, dialect, filters, [row.name_key for row in rows])
            for row in rows:
                yield FoundSource(claims=row.claims, documents=row.documents, **told[row.name_key])


def _spoken(dialect: Dialect, filters: Filters, *columns: Any) -> Select[Any]:
    """Speakers with each claim that came through them."""
    statement = (
        select(*columns)
        .select_from(speakers)
        .join(hops, and_(hops.c.document_id == speakers.c.document_id, hops.c.speaker == speakers.c.ident))
        .join(claims, and_(claims.c.document_id == hops.c.document_id, claims.c.ident == hops.c.claim))
        # "by" asks for the speaker here, not for everybody else in the chains that the speaker is in
        .where(*on_claims(dialect, _without_speaker(filters)))
    )
    for query in (filters.query, filters.by):
        if query:
            statement = statement.where(dialect.matches("speakers", query))
    return statement


def _without_speaker(filters: Filters) -> Filters:
    return Filters(
        about=filters.about,
        outlet=filters.outlet,
        place=filters.place,
        near=filters.near,
        said=filters.said,
        published=filters.published,
        status=filters.status,
    )


def _told(connection: Connection, dialect: Dialect, filters: Filters, keys: list[str]) -> dict[str, dict[str, Any]]:
    """Name, kind, roles and outlets of some speakers, gathered from the documents that quote them."""
    columns = (speakers.c.name_key, speakers.c.name, speakers.c.kind, speakers.c.roles, documents.c.outlet)
    statement = (
        _spoken(dialect, filters, *columns, func.count().label("times"))
        .join(documents, documents.c.id == speakers.c.document_id)
        .where(speakers.c.name_key.in_(keys))
        .group_by(*columns)
    )
    names: dict[str, Counter[str]] = {key: Counter() for key in keys}
    kinds: dict[str, set[Any]] = {key: set() for key in keys}
    roles: dict[str, Counter[str]] = {key: Counter() for key in keys}
    outlets: dict[str, Counter[str]] = {key: Counter() for key in keys}
    for row in connection.execute(statement):
        kinds[row.name_key].add(row.kind)
        if row.name:
            names[row.name_key][row.name] += row.times
        if row.outlet:
            outlets[row.name_key][row.outlet] += row.times
        for role in msgspec.json.decode(row.roles, type=list[str]):
            roles[row.name_key][role] += row.times
    return {
        key: {
            "speaker": _ordered(names[key])[0] if names[key] else None,
            "kind": min(kinds[key], key=KINDS.index),
            "roles": _ordered(roles[key]),
            "outlets": tuple(sorted(outlets[key])),
        }
        for key in keys
    }


def _ordered(counted: Counter[str]) -> tuple[str, ...]:
    """The most frequent first; among equals in the order of the alphabet, so that the answer is always the same."""
    return tuple(sorted(counted, key=lambda each: (-counted[each], each)))
