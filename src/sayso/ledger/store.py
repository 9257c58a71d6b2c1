"""What a ledger does, whatever it is kept in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from sayso.ledger.filters import Filters
from sayso.ledger.identity import Recipe
from sayso.nouns import Capture, Reading
from sayso.nouns.found import Event, FoundClaim, FoundDocument, FoundFigure, FoundMovement, FoundSource, Version


@dataclass(frozen=True, slots=True)
class Added:
    """A reading was stored: the ``number``-th of its document (1 where the document is new)."""

    document: str
    reading: str
    number: int


@dataclass(frozen=True, slots=True)
class Skipped:
    """Nothing was stored: the ledger has this reading already."""

    document: str
    reading: str
    number: int


class Store(Protocol):
    """A ledger. All of its methods raise :class:`~sayso.errors.LedgerError` where the store fails.

    Documents are named by their id (``sha256:…``), by any beginning of it of six digits or more, or by their source;
    claims by that, ``#`` and the claim's id.
    """

    def add(self, capture: Capture, reading: Reading, *, recipe: Recipe | None = None) -> Added | Skipped:
        """Store a capture and what was read in it, in one transaction: all of it or nothing.

        A capture that is known gains a sighting where this one is new. A reading that is known (its content is the
        same, whenever it was made) is not stored again; any other becomes the document's current reading, and the
        earlier ones stay. ``recipe`` is remembered for :meth:`knows`.
        """
        ...

    def knows(self, capture: Capture, recipe: Recipe) -> bool:
        """Whether this capture was read in this way before; notes where it was seen this time."""
        ...

    def claims(self, filters: Filters) -> Iterator[FoundClaim]:
        """The claims of current readings that meet the filters, one by one."""
        ...

    def figures(self, filters: Filters) -> Iterator[FoundFigure]:
        """The figures in claims that meet the filters, one by one; a figure in two claims is there twice."""
        ...

    def movements(self, filters: Filters) -> Iterator[FoundMovement]:
        """The movements that claims which meet the filters tell of."""
        ...

    def documents(self, filters: Filters) -> Iterator[FoundDocument]:
        """The documents that meet the filters, or that hold a claim that does."""
        ...

    def sources(self, filters: Filters) -> Iterator[FoundSource]:
        """The speakers whose names meet the query, with the claims of theirs that meet the filters."""
        ...

    def history(self, document: str) -> tuple[Version, ...]:
        """All readings of a document, the oldest first."""
        ...

    def reading(self, document: str, number: int | None = None) -> Reading:
        """A reading as it was put in; the current one where no number is given."""
        ...

    def readings(self) -> Iterator[Reading]:
        """The current reading of every document, in the order in which the documents came."""
        ...

    def claim(self, name: str) -> tuple[FoundClaim, Reading]:
        """A claim, and the reading that it stands in."""
        ...

    def capture(self, sha256: str) -> Capture:
        """A capture as it first came."""
        ...

    def events(self, after: int = 0) -> Iterator[Event]:
        """What happened after an event, in order."""
        ...

    def verify(self) -> list[str]:
        """What is wrong with the ledger, one line each: damage, or an index that does not say what the record says."""
        ...

    def close(self) -> None:
        """Let the store go."""
        ...
