"""The question who speaks, over all documents."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import msgspec
from sqlalchemy import Connection, Select, and_, func, select

from sayso.ledger.ask import BATCH, paged
from sayso.ledger.conditions import on_claims, on_documents, on_speakers
from sayso.ledger.dialect import Dialect
from sayso.ledger.filters import Filters
from sayso.ledger.grades import histories, holding, of_names
from sayso.ledger.source_names import Joined, joined
from sayso.ledger.source_record import entries_of, is_linked, records_of
from sayso.ledger.speakers import KINDS
from sayso.ledger.tables import claims, documents, hops, speakers
from sayso.nouns.folding import fold
from sayso.nouns.found import FoundSource, SourceRecord


def find_sources(dialect: Dialect, filters: Filters) -> Iterator[FoundSource]:
    """See :meth:`sayso.ledger.store.Store.sources`."""
    spoken = _Spoken(dialect, filters)
    carried = func.count(speakers.c.document_id.distinct())
    most = (spoken.claims.desc(), carried.desc())
    statement = spoken.select(speakers.c.name_key, spoken.claims.label("claims"), carried.label("documents"))
    if filters.sort == "relevance" and filters.query and filters.query.wanted:
        found = dialect.ranked("speakers", filters.query)
        statement = statement.join(found, found.c.id == speakers.c.id).order_by(func.min(found.c.rank), *most)
    elif filters.sort == "newest":
        statement = statement.join(documents, documents.c.id == speakers.c.document_id).order_by(
            func.max(documents.c.published_sort).desc().nulls_last(), func.max(documents.c.added_at).desc()
        )
    else:
        statement = statement.order_by(*most)
    statement = statement.group_by(speakers.c.name_key).order_by(speakers.c.name_key)
    with dialect.reading() as connection:
        known, linked, done = histories(connection), is_linked(connection), set[str]()
        for rows in connection.execute(paged(statement, filters)).partitions(BATCH):
            new = [row for row in rows if row.name_key not in done]
            ones = joined(connection, [row.name_key for row in new])
            made = _gathered(connection, spoken, ones)
            on_record = records_of(connection, {k: frozenset(one.keys) for k, one in ones.items()}) if linked else {}
            for row in new:
                if row.name_key in done:
                    continue  # another name of one that was told already
                one = ones.get(row.name_key)
                keys = one.keys if one else (row.name_key,)
                done.update(keys)
                told = made[row.name_key] if one else _told(connection, spoken, [row.name_key])[row.name_key]
                counts = {"claims": row.claims, "documents": row.documents} | told
                yield FoundSource(
                    grade=holding(of_names(known, keys)),
                    record=on_record[row.name_key] if linked and one else None,
                    **counts,
                )


def find_records(dialect: Dialect, filters: Filters) -> Iterator[SourceRecord]:
    """See :meth:`sayso.ledger.store.Store.records`."""
    for source in find_sources(dialect, filters):
        with dialect.reading() as connection:
            key = fold(source.speaker or "")
            one = joined(connection, [key]).get(key)
            keys = one.keys if one else (key,)
            entries = entries_of(connection, {key: frozenset(keys)})[key] if one and is_linked(connection) else ()
            yield SourceRecord(source=source, grades=of_names(histories(connection), keys), entries=entries)


class _Spoken:
    """Speakers with the claims of theirs that count.

    Where no filter chooses among the claims of a document, the number that each speaker's row has is enough; else
    every claim is looked at.
    """

    def __init__(self, dialect: Dialect, filters: Filters) -> None:
        # "by" asks for the speaker here, not for everybody else in the chains that the speaker is in
        chosen = replace(filters, query=None, by=None, speaker=None)
        self._each = chosen.about_claims
        self._conditions = on_claims(dialect, chosen) if self._each else [speakers.c.claims > 0]
        if not self._each and (filters.outlet or filters.published):
            described = on_documents(dialect, Filters(outlet=filters.outlet, published=filters.published))
            self._conditions.append(speakers.c.document_id.in_(select(documents.c.id).where(*described)))
        self._conditions += [dialect.matches("speakers", filters.query)] if filters.query else []
        self._conditions += on_speakers(dialect, filters)
        #: how many claims, as an aggregate of the rows of :meth:`select`
        self.claims = func.count(claims.c.id.distinct()) if self._each else func.sum(speakers.c.claims)

    def select(self, *columns: Any) -> Select[Any]:
        """Some columns of speakers, once a document or once a claim."""
        statement = select(*columns).select_from(speakers)
        if self._each:
            statement = statement.join(
                hops, and_(hops.c.document_id == speakers.c.document_id, hops.c.speaker == speakers.c.ident)
            ).join(claims, and_(claims.c.document_id == hops.c.document_id, claims.c.ident == hops.c.claim))
        return statement.where(*self._conditions)


def _gathered(connection: Connection, spoken: _Spoken, ones: dict[str, Joined]) -> dict[str, dict[str, Any]]:
    """What is told of some sources, gathered from all names that each goes by."""
    every = sorted({key for one in ones.values() for key in one.keys})
    told = _told(connection, spoken, every)
    more = [key for key in every if key not in ones or len(ones[key].keys) > 1]
    carried = func.count(speakers.c.document_id.distinct())
    columns = (speakers.c.name_key, spoken.claims.label("claims"), carried.label("documents"))
    statement = spoken.select(*columns).where(speakers.c.name_key.in_(more)).group_by(speakers.c.name_key)
    counts = {row.name_key: row for row in connection.execute(statement)} if more else {}
    return {key: _one(key, one, told, counts) for key, one in ones.items()}


def _one(key: str, one: Joined, told: dict[str, dict[str, Any]], counts: dict[str, Any]) -> dict[str, Any]:
    if len(one.keys) == 1:
        return told[key]
    parts = [told[each] for each in one.keys]
    spoken = [counts[each] for each in one.keys if each in counts]
    return {
        "speaker": told[key]["speaker"],
        "kind": min((part["kind"] for part in parts), key=KINDS.index),
        "roles": tuple(dict.fromkeys(role for part in (told[key], *parts) for role in part["roles"])),
        "outlets": tuple(sorted({outlet for part in parts for outlet in part["outlets"]})),
        "names": tuple(
            sorted(part["speaker"] for part in parts if part["speaker"] and part["speaker"] != told[key]["speaker"])
        ),
        "claims": sum(row.claims for row in spoken),
        "documents": sum(row.documents for row in spoken),
    }


def _told(connection: Connection, spoken: _Spoken, keys: list[str]) -> dict[str, dict[str, Any]]:
    """Name, kind, roles and outlets of some speakers, gathered from the documents that quote them."""
    columns = (speakers.c.name_key, speakers.c.name, speakers.c.kind, speakers.c.roles, documents.c.outlet)
    statement = (
        spoken.select(*columns, spoken.claims.label("times"))
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
            "kind": min(kinds[key] or {"unnamed"}, key=KINDS.index),
            "roles": _ordered(roles[key]),
            "outlets": tuple(sorted(outlets[key])),
        }
        for key in keys
    }


def _ordered(counted: Counter[str]) -> tuple[str, ...]:
    """The most frequent first; among equals in the order of the alphabet, so that the answer is always the same."""
    return tuple(sorted(counted, key=lambda each: (-counted[each], each)))
