"""The ledger as the shelf that pages are linked from (:class:`sayso.origins.shelf.Shelf`), within one transaction."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import msgspec
from sqlalchemy import Connection, Row, select

from sayso.ledger.candidates import Candidates
from sayso.ledger.link_rows import unpack_statement
from sayso.ledger.names import Names, some
from sayso.ledger.review_rows import holding
from sayso.ledger.tables import (
    actor_links,
    affinities,
    documents,
    judgements,
    outlet_pages,
    outlets,
    page_edges,
    pages,
    reuses,
    statements,
)
from sayso.ledger.traits import traits_of
from sayso.nouns import ActorLink, Judgement, Page, PageEdge, Reason, Reuse, Review, Statement, from_json
from sayso.origins.order import in_order

if TYPE_CHECKING:
    from sayso.origins.shelf import Shelf


class LedgerShelf:
    """Pages and statements that were linked, and what was judged of them; sees what the transaction sees.

    What was asked once is kept at hand: whoever changes the tables must make a new shelf, or :meth:`forget`.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self.names = Names(connection)
        self._candidates = Candidates(connection)
        self._pages: dict[str, Page] = {}
        self._texts: dict[str, str] = {}
        self._statements: dict[str, tuple[Statement, ...]] = {}
        self._reviews: list[Review] | None = None

    def page(self, document: str) -> Page:
        if document not in self._pages:
            row = self.names.id_of(document)
            body = self._connection.execute(select(pages.c.body).where(pages.c.document_id == row)).scalar_one()
            self._pages[document] = from_json(Page, body)
        return self._pages[document]

    def text(self, document: str) -> str:
        if document not in self._texts:
            kept = select(documents.c.text).where(documents.c.ident == document)
            self._texts[document] = self._connection.execute(kept).scalar_one()
        return self._texts[document]

    def statements(self, document: str) -> tuple[Statement, ...]:
        if document not in self._statements:
            row = self.names.id_of(document)
            theirs = select(statements.c.body).where(statements.c.document_id == row).order_by(statements.c.position)
            self._statements[document] = tuple(map(unpack_statement, self._connection.execute(theirs).scalars()))
        return self._statements[document]

    def statement(self, key: str) -> Statement:
        document, _, claim = key.rpartition("#")
        for statement in self.statements(document):
            if statement.claim == claim:
                return statement
        raise KeyError(key)

    def vectors(self, keys: Sequence[str]) -> Mapping[str, bytes]:
        ids = self.names.rows_of(keys)
        found = some(self._connection, select(statements.c.id, statements.c.vector), statements.c.id, ids.values())
        vectors = {row.id: row.vector for row in found if row.vector is not None}
        return {key: vectors[row] for key, row in ids.items() if row in vectors}

    def sharing(self, fingerprints: Sequence[int], *, limit: int) -> list[tuple[str, int]]:
        found = self._candidates.sharing(fingerprints, limit=limit)
        idents = self.names.idents_of(row for row, _ in found)
        shared = [(ident, count) for ident, (_, count) in zip(idents, found, strict=True)]
        return sorted(shared, key=lambda item: (-item[1], item[0]))

    def pages_of(self, outlet: str, *, limit: int) -> tuple[Page, ...]:
        of = outlet_pages.c
        latest = select(pages.c.body).join(outlet_pages, of.document_id == pages.c.document_id)
        latest = latest.where(of.outlet == outlet).order_by(of.first.desc().nulls_last(), of.document_id.desc())
        found = (from_json(Page, body) for body in self._connection.execute(latest.limit(limit)).scalars())
        return tuple(found)

    def outlets(self) -> Mapping[str, str]:
        rows = self._connection.execute(select(outlets.c.key, outlets.c.name))
        return {row.key: row.name for row in rows}

    def like(self, statement: Statement, vector: bytes | None, *, limit: int) -> list[Statement]:
        own = self.names.id_of(statement.document)
        rows = self._candidates.like(traits_of(statement), outside=own, limit=limit)
        found = some(self._connection, select(statements.c.body), statements.c.id, rows)
        alike = [unpack_statement(row.body) for row in found]
        return in_order(alike, {each.document: self.page(each.document) for each in alike})

    def reuses(self, documents: Iterable[str]) -> list[Reuse]:
        ids = self.names.ids_of(documents)
        found = {}
        for end in (reuses.c.a_id, reuses.c.b_id):
            for row in some(self._connection, select(reuses), end, ids):
                found[row.a_id, row.b_id] = from_json(Reuse, row.body)
        return sorted(found.values(), key=lambda reuse: (reuse.a, reuse.b))

    def affinities(self, documents: Iterable[str]) -> dict[tuple[str, str], float]:
        """How sure it is of pairs among these documents, in text order, that both tell of one event."""
        ids = set(self.names.ids_of(documents))
        rows = some(self._connection, select(affinities), affinities.c.a_id, ids)
        found = [row for row in rows if row.b_id in ids]
        a = self.names.idents_of(row.a_id for row in found)
        b = self.names.idents_of(row.b_id for row in found)
        return dict(sorted(zip(zip(a, b, strict=True), (row.score for row in found), strict=True)))

    def edges(self, documents: Iterable[str]) -> list[PageEdge]:
        ids = set(self.names.ids_of(documents))
        rows = some(self._connection, select(page_edges.c.to_id, page_edges.c.body), page_edges.c.from_id, ids)
        found = [from_json(PageEdge, row.body) for row in rows if row.to_id in ids]
        return sorted(found, key=lambda edge: (edge.from_, edge.to, edge.kind, edge.claims))

    def judgements(self, keys: Iterable[str]) -> list[Judgement]:
        ids = self.names.rows_of(keys).values()
        found: dict[int, Row[Any]] = {}
        for end in (judgements.c.a_id, judgements.c.b_id):
            found |= {row.id: row for row in some(self._connection, select(judgements), end, ids)}
        named = self.names.keys_of({end for row in found.values() for end in (row.a_id, row.b_id)})
        made = (
            Judgement(
                a=named[row.a_id],
                b=named[row.b_id],
                kind=row.kind,
                score=row.score,
                why=row.why,
                by=row.by,
                reasons=msgspec.json.decode(row.reasons, type=tuple[Reason, ...]),
            )
            for row in found.values()
        )
        return sorted(made, key=lambda judgement: (judgement.a, judgement.b))

    def actor_links(self, actors: Iterable[str]) -> list[ActorLink]:
        of = actor_links.c
        wanted: defaultdict[str, set[str]] = defaultdict(set)
        for actor in actors:
            document, _, entity = actor.rpartition("#")
            wanted[document].add(entity)
        ids = dict(zip(self.names.ids_of(wanted), (d for d in wanted if self.names.knows(d)), strict=True))
        found: dict[int, Row[Any]] = {}
        for end, own in (("a_id", "a_entity"), ("b_id", "b_entity")):
            for row in some(self._connection, select(actor_links), of[end], ids):
                if row._mapping[own] in wanted[ids[row._mapping[end]]]:
                    found[row.id] = row
        idents = {end for row in found.values() for end in (row.a_id, row.b_id)}
        named = dict(zip(idents, self.names.idents_of(idents), strict=True))
        made = (
            ActorLink(
                a=f"{named[row.a_id]}#{row.a_entity}",
                b=f"{named[row.b_id]}#{row.b_entity}",
                kind=row.kind,
                score=row.score,
                why=row.why,
                by=row.by,
            )
            for row in found.values()
        )
        return sorted(made, key=lambda link: (link.a, link.b))

    def reviews(self) -> list[Review]:
        if self._reviews is None:
            self._reviews = holding(self._connection)
        return self._reviews

    def forget(self) -> None:
        """Ask the tables again: they were changed."""
        self._pages.clear()
        self._texts.clear()
        self._statements.clear()
        self._reviews = None
        self.names = Names(self._connection)
        self._candidates = Candidates(self._connection)


if TYPE_CHECKING:

    def _is_shelf(shelf: LedgerShelf) -> Shelf:
        return shelf
