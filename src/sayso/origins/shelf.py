"""What the linker asks of whatever keeps the statements: the ledger, or memory."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

from sayso.nouns import ActorLink, Judgement, Page, PageEdge, Reuse, Review, Statement
from sayso.origins.stories import Signature


class Shelf(Protocol):
    """Pages and statements that are known already, and what was judged of them.

    Everything that is returned is in a fixed order (pages by publication, then id; statements by page and position), so
    that the outcome does not depend on the order in which pages came.
    """

    def page(self, document: str) -> Page:
        """A page by its document's id."""
        ...

    def text(self, document: str) -> str:
        """``document.text`` of a page."""
        ...

    def statements(self, document: str) -> tuple[Statement, ...]:
        """All statements of a page."""
        ...

    def statement(self, key: str) -> Statement:
        """One statement, by ``document#claim``."""
        ...

    def vectors(self, keys: Sequence[str]) -> Mapping[str, bytes]:
        """Sentence vectors of statements, as they were put in."""
        ...

    def signature(self, document: str) -> Signature:
        """What a page is about, by the words that its statements hold."""
        ...

    def sharing(self, fingerprints: Sequence[int], *, limit: int) -> list[tuple[str, int]]:
        """Documents that share fingerprints with the ones given, and how many; those that share most first.

        Fingerprints that stand in very many documents are left out: they tell nothing.
        """
        ...

    def pages_of(self, outlet: str, *, limit: int) -> tuple[Page, ...]:
        """Pages of an outlet (key: :func:`sayso.origins.actors.outlet_key`), the latest first."""
        ...

    def outlets(self, text: str) -> Mapping[str, str]:
        """The outlets of pages, as far as a text can name them: key to the name as a page has it.

        An outlet can be named where the word that tells most of its name stands
        (:func:`sayso.origins.provenance.telling_word`).
        """
        ...

    def like(self, statement: Statement, *, limit: int) -> list[Statement]:
        """Statements of *other* documents that may be about the same: by words, figures, places, parties."""
        ...

    def reuses(self, documents: Iterable[str]) -> list[Reuse]:
        """Text shared among these documents and any others."""
        ...

    def edges(self, documents: Iterable[str]) -> list[PageEdge]:
        """Dependences with both ends among these documents."""
        ...

    def judgements(self, keys: Iterable[str]) -> list[Judgement]:
        """Judgements with at least one end among these statements."""
        ...

    def actor_links(self, actors: Iterable[str]) -> list[ActorLink]:
        """Links with at least one end among these actors (``document#entity``)."""
        ...

    def reviews(self) -> list[Review]:
        """The reviewers' judgements that hold: those that nobody has undone, in order."""
        ...
