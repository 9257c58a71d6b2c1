"""Rows of documents and statements, and the names by which the rest of sayso knows them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from sqlalchemy import Column, Connection, Row, Select, select

from sayso.ledger.lookup import BLANK, look_up
from sayso.ledger.tables import documents, statements

#: values in one list of SQL: stores take a bounded number of parameters (SQLite 32,766)
MOST = 1000


def some(
    connection: Connection, statement: Select[Any], column: Column[Any], values: Iterable[Any]
) -> Iterator[Row[Any]]:
    """The rows of a statement where a column has one of these values, however many there are."""
    left = iter(values)
    while part := list(islice(left, MOST)):
        yield from connection.execute(statement.where(column.in_(part))).all()


_BY_IDENT = select(documents.c.id).where(documents.c.ident == BLANK)


class Names:
    """Looks names up in one transaction, and remembers them."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._ids: dict[str, int] = {}
        self._idents: dict[int, str] = {}
        self._rows: dict[str, int] = {}
        self._keys: dict[int, str] = {}
        self._whole: set[str] = set()

    def knows(self, document: str) -> bool:
        """Whether the ledger has a document."""
        return bool(self.ids_of([document]))

    def id_of(self, document: str) -> int:
        """The row of a document.

        Raises:
            KeyError: the ledger has no such document.
        """
        if document not in self._ids:
            for row in look_up(self._connection, _BY_IDENT, document):
                self._ids[document], self._idents[row.id] = row.id, document
        return self._ids[document]

    def ids_of(self, idents: Iterable[str]) -> list[int]:
        """The rows of documents, in this order; those that the ledger does not have are left out."""
        return list(self.numbers_of(idents).values())

    def numbers_of(self, idents: Iterable[str]) -> dict[str, int]:
        """Documents with their rows; those that the ledger does not have are left out."""
        wanted = list(dict.fromkeys(idents))
        missing = [ident for ident in wanted if ident not in self._ids]
        self._learn(documents.c.ident, missing)
        return {ident: self._ids[ident] for ident in wanted if ident in self._ids}

    def idents_of(self, ids: Iterable[int]) -> list[str]:
        """The documents of rows, in this order."""
        wanted = list(ids)
        self._learn(documents.c.id, [row for row in dict.fromkeys(wanted) if row not in self._idents])
        return [self._idents[row] for row in wanted]

    def _learn(self, column: Column[Any], values: Iterable[Any]) -> None:
        for row in some(self._connection, select(documents.c.id, documents.c.ident), column, values):
            self._ids[row.ident], self._idents[row.id] = row.id, row.ident

    def rows_of(self, keys: Iterable[str]) -> dict[str, int]:
        """Keys of statements with their rows; those that are not in the ledger are left out."""
        wanted = list(dict.fromkeys(keys))
        missing: defaultdict[str, list[str]] = defaultdict(list)
        for key in wanted:
            if key not in self._rows:
                missing[key.rpartition("#")[0]].append(key)
        # the statements of a page are asked for together: they are few, and more of them will be wanted
        ids = self.ids_of(document for document in missing if document not in self._whole)
        of = statements.c
        for row in some(self._connection, select(of.id, of.document_id, of.claim), of.document_id, ids):
            self._keep(row)
        self._whole.update(missing)
        return {key: self._rows[key] for key in wanted if key in self._rows}

    def keys_of(self, rows: Iterable[int]) -> dict[int, str]:
        """Rows of statements with their keys."""
        wanted = list(rows)
        of = statements.c
        missing = [row for row in wanted if row not in self._keys]
        found = list(some(self._connection, select(of.id, of.document_id, of.claim), of.id, missing))
        self.idents_of(row.document_id for row in found)
        for row in found:
            self._keep(row)
        return {row: self._keys[row] for row in wanted}

    def _keep(self, row: Row[Any]) -> None:
        key = f"{self._idents[row.document_id]}#{row.claim}"
        self._rows[key], self._keys[row.id] = row.id, key
