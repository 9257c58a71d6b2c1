"""The questions: claims and documents. Rows come one by one; memory does not grow with the answer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, Select, select

from sayso.ledger.conditions import on_claims, on_documents
from sayso.ledger.dialect import Dialect
from sayso.ledger.filters import Filters
from sayso.ledger.parts import chains_of, checks_of, clusters_of
from sayso.ledger.search import Query
from sayso.ledger.tables import claims, documents
from sayso.nouns import Claim
from sayso.nouns.folding import fold
from sayso.nouns.found import DocumentRef, FoundClaim, FoundDocument

#: rows that are fetched and completed together
BATCH = 200

#: the columns of which :func:`page_of` makes the page of a row
PAGE = (
    documents.c.ident.label("document"),
    documents.c.source,
    documents.c.outlet,
    documents.c.title,
    documents.c.published,
    documents.c.url,
)


def claim_rows() -> Select[Any]:
    """The columns that :func:`complete` makes a claim of."""
    return select(claims.c.document_id, claims.c.ident, claims.c.body, claims.c.quote, *PAGE).join(
        documents, documents.c.id == claims.c.document_id
    )


def paged(statement: Select[Any], filters: Filters) -> Select[Any]:
    """Only the rows that were asked for; a limit of 0 is none."""
    if filters.limit:
        statement = statement.limit(filters.limit)
    return statement.offset(filters.offset) if filters.offset else statement


def find_claims(dialect: Dialect, filters: Filters) -> Iterator[FoundClaim]:
    """See :meth:`sayso.ledger.store.Store.claims`."""
    with dialect.reading() as connection:
        for rows in connection.execute(claims_that(dialect, filters)).partitions(BATCH):
            yield from complete(connection, rows)


def claims_that(dialect: Dialect, filters: Filters) -> Select[Any]:
    """The rows of the claims that meet the filters, in the order that was asked for."""
    newest = (
        claims.c.published_sort.desc().nulls_last(),
        claims.c.added_at.desc(),
        claims.c.document_id.desc(),
        claims.c.position,
    )
    query = filters.query
    order: tuple[Any, ...] = newest
    # which rows is settled on the claims alone; then only those that go out are looked up in the other tables
    chosen = select(claims.c.id).where(*on_claims(dialect, filters))
    if filters.sort == "relevance" and query and query.wanted and _tells(query):
        ranked = dialect.ranked("claims", query)
        chosen = chosen.add_columns(ranked.c.rank).join(ranked, ranked.c.id == claims.c.id)
        order, query = (ranked.c.rank, *newest), query.without
    if query:
        chosen = chosen.where(dialect.matches("claims", query))
    if filters.limit or filters.offset:
        chosen = paged(chosen.order_by(*order), filters)
    rows_chosen = chosen.subquery("chosen")
    again = (rows_chosen.c.rank, *newest) if "rank" in rows_chosen.c else newest
    return claim_rows().join(rows_chosen, rows_chosen.c.id == claims.c.id).order_by(*again)


def _tells(query: Query) -> bool:
    """Whether a query has a word that some claims are more about than others: *the* is in most, and says nothing.

    To rank tens of thousands of claims by such a word takes long, and leaves them in no order that means anything.
    """
    from sayso.origins.words import stop_words  # reads the lexicon, which few questions need

    return any(term.prefix or fold(term.text) not in stop_words() for group in query.wanted for term in group)


def complete(connection: Connection, rows: Sequence[Row[Any]]) -> Iterator[FoundClaim]:
    """Rows of :func:`claim_rows` with their chains resolved."""
    wanted = [(row.document_id, row.ident) for row in rows]
    chains, checked = chains_of(connection, wanted), checks_of(connection, wanted)
    belongs = clusters_of(connection, wanted)
    for row in rows:
        claim = msgspec.json.decode(row.body, type=Claim)
        yield FoundClaim(
            **{name: getattr(claim, name) for name in claim.__struct_fields__},
            document=page_of(row),
            hops=tuple(chains.get((row.document_id, row.ident), ())),
            quote=row.quote,
            checks=tuple(checked.get((row.document_id, row.ident), ())),
            cluster=belongs.get((row.document_id, row.ident)),
        )


def page_of(row: Row[Any]) -> DocumentRef:
    """The page that a row with the columns of :data:`PAGE` belongs to."""
    return DocumentRef(
        id=row.document,
        source=row.source,
        outlet=row.outlet,
        title=row.title,
        published=row.published,
        url=row.url,
    )


def find_documents(dialect: Dialect, filters: Filters) -> Iterator[FoundDocument]:
    """See :meth:`sayso.ledger.store.Store.documents`."""
    of = documents.c
    newest = (of.published_sort.desc().nulls_last(), of.added_at.desc(), of.id.desc())
    columns = [column for column in of if column.name != "text"]
    statement = select(*columns).where(*on_documents(dialect, filters))
    if filters.sort == "relevance" and filters.query and filters.query.wanted:
        found = dialect.ranked("documents", filters.query)
        statement = statement.join(found, found.c.id == of.id).order_by(found.c.rank, *newest)
    else:
        statement = statement.order_by(*newest)
    with dialect.reading() as connection:
        for rows in connection.execute(paged(statement, filters)).partitions(BATCH):
            yield from map(_document, rows)


def _document(row: Row[Any]) -> FoundDocument:
    return FoundDocument(
        id=row.ident,
        source=row.source,
        url=row.url,
        title=row.title,
        outlet=row.outlet,
        authors=msgspec.json.decode(row.authors, type=tuple[str, ...]),
        published=row.published,
        language=row.language,
        claims=row.claims,
        comments=row.comments,
        spam=row.spam,
        added=row.added_at,
    )
