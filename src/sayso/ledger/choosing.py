"""The claims that meet the filters, found once and then counted in several ways."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Column, ColumnElement, Connection, Integer, MetaData, Select, Table, func, insert, select
from sqlalchemy.schema import CreateTable, DropTable

from sayso.ledger.conditions import chosen
from sayso.ledger.dialect import Dialect
from sayso.ledger.filters import Filters
from sayso.ledger.tables import ROOM, claim_number, claims, documents, tags

#: so many claims or fewer are each looked up; of more the whole index is gone through, which is then faster
_FEW = 20_000

#: the numbers of the claims that were found, for as long as they are counted
_found = Table(
    "chosen_claims",
    MetaData(),
    Column("id", claims.c.id.type, primary_key=True, autoincrement=False),
    prefixes=["TEMPORARY"],
)


#: their pages, each with how many of them it has
_pages = Table(
    "chosen_pages",
    MetaData(),
    Column("id", documents.c.id.type, primary_key=True, autoincrement=False),
    Column("n", Integer, nullable=False),
    prefixes=["TEMPORARY"],
)


@dataclass(frozen=True)
class Chosen:
    """Some claims of a ledger; ``some`` is false where they are all of them. ``size`` is how many."""

    connection: Connection
    some: bool
    size: int

    def tagged(self, kind: str, *columns: ColumnElement[Any]) -> Select[Any]:
        """Columns of ``tags``, of one kind and of these claims alone."""
        of = tags.c
        wanted = select(*columns)
        if not self.some:
            return wanted.where(of.kind == kind)
        if self.size > _FEW:
            return wanted.where(of.kind == kind, claim_number(of.document_id, of.position).in_(select(_found.c.id)))
        own = (of.document_id == _found.c.id // ROOM) & (of.position == _found.c.id % ROOM)
        # with nothing added to it, a store would begin with all tags of the kind
        return wanted.join_from(_found, tags, own).where(of.kind.concat("") == kind)

    def counted(self, kind: str, limit: int | None = None, *, key: Any = tags.c.key) -> Sequence[Any]:
        """How many claims have each key (rows ``key`` and ``n``), those of most first."""
        key = key.label("key")
        wanted = self.tagged(kind, key, func.count().label("n")).group_by(key)
        return self.connection.execute(wanted.order_by(func.count().desc(), key).limit(limit)).all()

    def on_pages(self, *columns: ColumnElement[Any]) -> Select[Any]:
        """Columns of ``documents``, with how many of the claims stand on those that have them: ``n``."""
        of = documents.c
        if self.some:
            number, stands = func.sum(_pages.c.n), documents.join(_pages, _pages.c.id == of.id)
            return select(*columns, number.label("n")).select_from(stands).group_by(*columns)
        return select(*columns, func.sum(of.claims).label("n")).where(of.claims > 0).group_by(*columns)

    @functools.cached_property
    def pages(self) -> int:
        """On how many pages they stand."""
        counted = select(func.count()).select_from(_pages) if self.some else _PAGES
        return int(self.connection.execute(counted).scalar_one())

    def among(self, number: ColumnElement[Any]) -> list[ColumnElement[bool]]:
        """That a claim's number is one of these: nothing where all are."""
        return [number.in_(select(_found.c.id))] if self.some else []

    @property
    def numbers(self) -> Any:
        """The table of their numbers, in which all are only where ``some`` is true."""
        return _found


@contextmanager
def choosing(dialect: Dialect, filters: Filters) -> Iterator[Chosen]:
    """The claims that meet the filters and the query, whatever their limit and order."""
    ids = chosen(dialect, filters)
    with dialect.reading() as connection:
        if ids is None:
            yield Chosen(connection, False, int(connection.execute(_ALL).scalar_one()))
            return
        for table in (_found, _pages):
            connection.execute(CreateTable(table))
        try:
            connection.execute(insert(_found).from_select(["id"], ids))
            page = _found.c.id // ROOM
            connection.execute(insert(_pages).from_select(["id", "n"], select(page, func.count()).group_by(page)))
            for table in (_found, _pages):
                dialect.measure(connection, table.name)
            size = connection.execute(select(func.count()).select_from(_found)).scalar_one()
            yield Chosen(connection, True, int(size))
        finally:
            for table in (_found, _pages):
                connection.execute(DropTable(table))


#: every document knows how many it has: there are far fewer of them
_ALL = select(func.coalesce(func.sum(documents.c.claims), 0))
_PAGES = select(func.count()).select_from(documents).where(documents.c.claims > 0)
