"""The ledger as the shelf that pages are linked from (:class:`sayso.origins.shelf.Shelf`), within one transaction."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from sqlalchemy import Connection, select

from sayso.ledger.candidates import Candidates
from sayso.ledger.judged_rows import Judged
from sayso.ledger.link_rows import unpack_statement
from sayso.ledger.lookup import BLANK, look_up
from sayso.ledger.names import Names, some
from sayso.ledger.review_rows import holding
from sayso.ledger.tables import affinities, documents, outlet_pages, outlets, pages, statements
from sayso.ledger.traits import traits_of
from sayso.nouns import ActorLink, Judgement, Page, PageEdge, Reuse, Review, Statement, from_json
from sayso.origins.order import UNDATED

if TYPE_CHECKING:
    from sayso.origins.shelf import Shelf
    from sayso.origins.stories import Signature

_PAGE = select(pages.c.body).where(pages.c.document_id == BLANK)
_SIGNATURE = select(pages.c.signature).where(pages.c.document_id == BLANK)
_TEXT = select(documents.c.text).where(documents.c.id == BLANK)
_STATEMENTS = (
    select(statements.c.id, statements.c.claim, statements.c.body, statements.c.vector)
    .where(statements.c.document_id == BLANK)
    .order_by(statements.c.position)
)
_LOOSE = select(statements.c.id, statements.c.body, pages.c.first).join(
    pages, pages.c.document_id == statements.c.document_id
)


class LedgerShelf:
    """Pages and statements that were linked, and what was judged of them; sees what the transaction sees.

    What was asked once is kept at hand: whoever changes the tables makes another shelf.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self.names = Names(connection)
        self._candidates = Candidates(connection)
        self._judged = Judged(connection, self.names)
        self._pages: dict[str, Page] = {}
        self._signatures: dict[str, Signature] = {}
        self._texts: dict[str, str] = {}
        self._statements: dict[str, dict[str, Statement]] = {}
        self._vectors: dict[str, bytes] = {}
        self._loose: dict[int, tuple[tuple[str, str, int], Statement]] = {}
        self._reviews: list[Review] | None = None

    def page(self, document: str) -> Page:
        if document not in self._pages:
            (row,) = look_up(self._connection, _PAGE, self.names.id_of(document))
            self._pages[document] = from_json(Page, row.body)
        return self._pages[document]

    def signature(self, document: str) -> Signature:
        from sayso.origins.stories import Signature  # what asks the ledger needs none of this

        if document not in self._signatures:
            (row,) = look_up(self._connection, _SIGNATURE, self.names.id_of(document))
            self._signatures[document] = from_json(Signature, row.signature)
        return self._signatures[document]

    def text(self, document: str) -> str:
        if document not in self._texts:
            (row,) = look_up(self._connection, _TEXT, self.names.id_of(document))
            self._texts[document] = row.text
        return self._texts[document]

    def statements(self, document: str) -> tuple[Statement, ...]:
        return tuple(self._by_claim(document).values())

    def statement(self, key: str) -> Statement:
        document, _, claim = key.rpartition("#")
        return self._by_claim(document)[claim]

    def _by_claim(self, document: str) -> dict[str, Statement]:
        if document not in self._statements:
            rows = look_up(self._connection, _STATEMENTS, self.names.id_of(document))
            self._statements[document] = {row.claim: unpack_statement(row.body) for row in rows}
            self._vectors |= {f"{document}#{row.claim}": row.vector for row in rows if row.vector is not None}
        return self._statements[document]

    def vectors(self, keys: Sequence[str]) -> Mapping[str, bytes]:
        for document in dict.fromkeys(key.rpartition("#")[0] for key in keys):
            self._by_claim(document)
        return {key: self._vectors[key] for key in keys if key in self._vectors}

    def sharing(self, fingerprints: Sequence[int], *, limit: int) -> list[tuple[str, int]]:
        found = self._candidates.sharing(fingerprints, limit=limit)
        idents = self.names.idents_of(row for row, _ in found)
        shared = [(ident, count) for ident, (_, count) in zip(idents, found, strict=True)]
        return sorted(shared, key=lambda item: (-item[1], item[0]))

    def pages_of(self, outlet: str, *, limit: int) -> tuple[Page, ...]:
        of = outlet_pages.c
        latest = select(pages.c.body).join(outlet_pages, of.document_id == pages.c.document_id)
        # among pages of one moment the order in which they came must not count
        latest = latest.join(documents, documents.c.id == of.document_id).where(of.outlet == outlet)
        latest = latest.order_by(of.first.desc(), documents.c.ident.desc())
        found = (from_json(Page, body) for body in self._connection.execute(latest.limit(limit)).scalars())
        return tuple(found)

    def outlets(self, text: str) -> Mapping[str, str]:
        from sayso.origins.provenance import words_of

        named = some(self._connection, select(outlets.c.key, outlets.c.name), outlets.c.word, set(words_of(text)))
        return {row.key: row.name for row in named}

    def like(self, statement: Statement, *, limit: int) -> list[Statement]:
        own = self.names.id_of(statement.document)
        rows = self._candidates.like(traits_of(statement), outside=own, limit=limit)
        missing = [row for row in rows if row not in self._loose]
        for row in some(self._connection, _LOOSE, statements.c.id, missing):
            made = unpack_statement(row.body)
            self._loose[row.id] = (row.first or UNDATED, made.document, made.position), made
        return [made for _, made in sorted(map(self._loose.__getitem__, rows), key=lambda each: each[0])]

    def affinities(self, documents: Iterable[str]) -> dict[tuple[str, str], float]:
        """How sure it is of pairs among these documents, in text order, that both tell of one event."""
        ids = set(self.names.ids_of(documents))
        rows = some(self._connection, select(affinities), affinities.c.a_id, ids)
        found = [row for row in rows if row.b_id in ids]
        a = self.names.idents_of(row.a_id for row in found)
        b = self.names.idents_of(row.b_id for row in found)
        return dict(sorted(zip(zip(a, b, strict=True), (row.score for row in found), strict=True)))

    def reuses(self, documents: Iterable[str]) -> list[Reuse]:
        found = {(r.a, r.b): r for each in self.names.ids_of(documents) for r in self._judged.reuses(each)}
        return [reuse for _, reuse in sorted(found.items())]

    def edges(self, documents: Iterable[str]) -> list[PageEdge]:
        wanted = set(documents)
        found = [e for each in self.names.ids_of(wanted) for e in self._judged.edges(each) if e.to in wanted]
        return sorted(found, key=lambda edge: (edge.from_, edge.to, edge.kind, edge.claims))

    def judgements(self, keys: Iterable[str]) -> list[Judgement]:
        rows = self.names.rows_of(keys).values()
        found = {(j.a, j.b): j for judged in self._judged.judgements(rows).values() for j in judged}
        return [judgement for _, judgement in sorted(found.items())]

    def actor_links(self, actors: Iterable[str]) -> list[ActorLink]:
        wanted = set(actors)
        pages = self.names.ids_of(sorted({actor.rpartition("#")[0] for actor in wanted}))
        links = self._judged.actor_links(pages)
        found = {(link.a, link.b): link for link in links if link.a in wanted or link.b in wanted}
        return [link for _, link in sorted(found.items())]

    def reviews(self) -> list[Review]:
        if self._reviews is None:
            self._reviews = holding(self._connection)
        return self._reviews


if TYPE_CHECKING:

    def _is_shelf(shelf: LedgerShelf) -> Shelf:
        return shelf
