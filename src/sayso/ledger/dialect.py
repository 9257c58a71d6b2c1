"""What the ledger needs from a store beyond the SQL that all of them speak.

One subclass a store. The questions and the writing are SQLAlchemy Core and the same for all; opening, full-text search,
distances, guards and the store's own error numbers are here.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from contextlib import AbstractContextManager
from typing import Literal, NoReturn

from sqlalchemy import ColumnElement, Connection, FromClause

from sayso.ledger.search import Query

#: the searched tables, and the searched columns of each
Searched = Literal["claims", "documents", "speakers"]
SEARCHED: dict[Searched, tuple[str, ...]] = {
    "claims": ("text", "quote", "speakers", "about", "title"),
    "documents": ("title", "text"),
    "speakers": ("name", "aliases", "roles"),
}
#: the columns of which a row must meet something itself: a page's title helps to find its claims, and is not enough
OWN: dict[Searched, tuple[str, ...]] = {"claims": ("text", "quote", "speakers", "about")}


class Dialect(ABC):
    """One kind of store, opened at one place."""

    #: what the errors call this ledger
    subject: str

    @abstractmethod
    def reading(self) -> AbstractContextManager[Connection]:
        """A connection that sees one state of the ledger throughout and changes nothing."""

    @abstractmethod
    def writing(self) -> AbstractContextManager[Connection]:
        """A connection with the right to write, alone: committed at the end, rolled back on any error.

        Raises:
            LedgerError: SAY-063, another process holds that right for too long; or the store is full, read-only...
        """

    @abstractmethod
    def matches(self, searched: Searched, query: Query, columns: tuple[str, ...] = ()) -> ColumnElement[bool]:
        """Whether a row of the table meets a query, in some of the searched columns or all together."""

    @abstractmethod
    def ranked(self, searched: Searched, query: Query) -> FromClause:
        """The rows that meet a query, as columns ``id`` and ``rank``; a lower rank is more relevant."""

    @abstractmethod
    def distance_km(self, place: FromClause, at: tuple[float, float]) -> ColumnElement[float]:
        """Distance from ``at`` (latitude, longitude) to the region of a row of ``places``, in kilometres.

        0 within the region; null where the place has no coordinates. See :func:`sayso.ledger.regions.distance_km`.
        """

    @abstractmethod
    def measure(self, connection: Connection, table: str) -> None:
        """Let the store see how large a temporary table is, before questions are put to it."""

    @abstractmethod
    def verify(self, connection: Connection) -> list[str]:
        """What the store itself finds wrong with its files and its search index; empty where all is well."""

    @abstractmethod
    def refuse(self, error: Exception) -> NoReturn:
        """Raise a store's own error as a :class:`~sayso.errors.LedgerError` with its code."""

    @abstractmethod
    def is_current(self) -> bool:
        """Whether the store is still one that this version reads: a newer sayso may have changed it meanwhile."""

    @abstractmethod
    def close(self) -> None:
        """Let the store go."""
