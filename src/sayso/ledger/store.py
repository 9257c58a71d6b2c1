"""What a ledger does, whatever it is kept in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from sayso.ledger.filters import Filters
from sayso.ledger.identity import Recipe
from sayso.nouns import Capture, Cluster, Conflict, Decision, QueueItem, Reading, Review
from sayso.nouns.compared import Compared
from sayso.nouns.facets import Facets
from sayso.nouns.found import (
    Event,
    FoundClaim,
    FoundDocument,
    FoundFigure,
    FoundMovement,
    FoundSource,
    Graded,
    SourceRecord,
    Version,
)
from sayso.nouns.measured import MeasuredClaim
from sayso.nouns.overviews import Bucketing, Dated, Histogram, MapAnswer, Network, Things, Timeline
from sayso.nouns.question import SavedQuestion
from sayso.nouns.record import Imported, Kept
from sayso.nouns.series import Series
from sayso.origins.series import Gathered, Policy, Question

if TYPE_CHECKING:
    from sayso.origins.linker import Tools


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

    def count(self, filters: Filters) -> int:
        """How many claims meet the filters; their limit and offset make no difference."""
        ...

    def count_documents(self, filters: Filters) -> int:
        """How many documents meet the filters, or hold a claim that does, as :meth:`documents` has them."""
        ...

    def facets(self, filters: Filters, limit: int = 12) -> Facets:
        """What the claims that meet the filters have in common: at most so many values of each facet, with counts."""
        ...

    def histogram(self, filters: Filters, by: Dated = "said", bucket: Bucketing | None = None) -> Histogram:
        """The claims that meet the filters by one of their dates.

        Without a ``bucket`` it is days, months or years, whichever makes some dozens of them.
        """
        ...

    def timeline(self, filters: Filters, limit: int = 200) -> Timeline:
        """The first of the claims that meet the filters, in the order that these ask for, each with its three times."""
        ...

    def map_places(self, filters: Filters, limit: int = 300) -> MapAnswer:
        """Where the claims that meet the filters are about: at most so many places, and half as many movements."""
        ...

    def network(self, filters: Filters, limit: int = 60) -> Network:
        """Who reports whom in the claims that meet the filters: those through whom most claims came."""
        ...

    def things(self, filters: Filters, limit: int = 50) -> Things:
        """What the claims that meet the filters measure, that on most pages first."""
        ...

    def version(self) -> str:
        """What changes whenever an answer of this ledger may: a key for whoever keeps answers."""
        ...

    def measured(self, filters: Filters) -> Iterator[MeasuredClaim]:
        """The same claims, each with its figures, times, places and movement in full."""
        ...

    def figures(self, filters: Filters) -> Iterator[FoundFigure]:
        """The figures in claims that meet the filters, one by one; a figure in two claims is there twice."""
        ...

    def series(self, filters: Filters, policy: Policy, thing: Question | None = None) -> tuple[Series, ...]:
        """The figures that meet the filters, put together by what they measure, and what a policy makes of them.

        With a ``thing`` the figures that answer that question; the filters' query is then not looked for.
        """
        ...

    def gathered(self, filters: Filters, thing: Question | None = None) -> Gathered:
        """All series of :meth:`series`, not yet seen by any policy: for whoever sees them by several."""
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

    def records(self, filters: Filters) -> Iterator[SourceRecord]:
        """The same, each with all of its grades and with what contradicts or replaces its claims."""
        ...

    def graded(self, source: str) -> Graded:
        """The grades of the one speaker or outlet that goes by a name.

        A grade is a :class:`~sayso.nouns.Review` about a source under that name, given with :meth:`review`.

        Raises:
            LedgerError: SAY-068 nobody goes by the name, SAY-069 several do.
        """
        ...

    def clusters(
        self, filters: Filters, *, pages: int = 1, alerts: tuple[str, ...] = (), number: int | None = None
    ) -> Iterator[Cluster]:
        """The clusters that hold a claim which meets the filters, as far as pages were linked.

        ``pages``: with statements on so many pages at least; ``alerts``: with an alert of one of these kinds;
        ``number``: the one that is called ``k`` and this number.
        """
        ...

    def compare(self, a: str, b: str) -> Compared:
        """Two documents side by side: the text that they share, what one owes the other, and their claims.

        Raises:
            LedgerError: SAY-068, SAY-069 a name does not lead to one document; SAY-115 both lead to the same.
        """
        ...

    def link(self, tools: Tools | None = None, *, settled: bool = True) -> Iterator[str]:
        """Compare the pages and heed the reviews that have come since the last time; gives the subject of each.

        One transaction each: it may be stopped at any time, and goes on from there. Without ``tools``, those of the
        package are used. In the end the clusters are made anew that it touched; where ``settled`` is false, they wait
        for the next time, which saves work where more pages come.
        """
        ...

    def is_settled(self) -> bool:
        """Whether no cluster waits to be made anew."""
        ...

    def unlinked(self) -> int:
        """How many pages and reviews have come since the last time."""
        ...

    def review(self, wanted: Review) -> Review:
        """Keep a reviewer's judgement, or undo one (``undoes``); as it was kept, with its number and time.

        It holds from then on, also when pages are read again, and shows in clusters after :meth:`link`. ``a`` and ``b``
        are names of claims, of actors (``DOCUMENT#e1``, or ``DOCUMENT#c1`` for whoever says it), or of a source.

        Raises:
            LedgerError: SAY-068, SAY-069 a name does not lead to one thing; SAY-115 both are one; SAY-116 nothing to
                undo.
        """
        ...

    def reviews(self, about: str | None = None) -> Iterator[Review]:
        """The reviewers' judgements that nobody has undone, in order; of statements, actors or sources alone."""
        ...

    def decide(self, wanted: Decision) -> Decision:
        """Keep a reviewer's decision on what was read, or undo one (``undoes``); as it was kept.

        ``document`` is any name of it, ``target`` the id of a claim or of an attribution in its current reading or in
        the reading as it was put in. It holds at once in the reading and in all answers, and in clusters after
        :meth:`link`.

        Raises:
            LedgerError: SAY-068, SAY-069 a name does not lead to one document; SAY-140 no such claim or attribution;
                SAY-141 nothing to undo; SAY-142 the correction cannot be made: a range without words, other words
                than it says, an entity that is not there, nothing that is corrected.
        """
        ...

    def decisions(self, document: str | None = None, *, number: int | None = None) -> Iterator[Decision]:
        """The decisions that nobody has undone, in order, of one document or of all; or the one of a ``number``.

        Each names its target today.
        """
        ...

    def decision_log(self, document: str | None = None) -> Iterator[Decision]:
        """All decisions as they were made, with those that undo others, in order."""
        ...

    def conflicts(self, document: str | None = None) -> Iterator[Conflict]:
        """Where reviewers decided differently, in the order of the decisions that hold."""
        ...

    def queue(self, filters: Filters, by: str | None = None, after: str | None = None) -> Iterator[QueueItem]:
        """The claims that wait for a reviewer, what matters most first.

        Without those that ``by`` decided or skipped (without a name, those that anybody did). ``after``: go on after
        the item whose ``at`` this is. Of the filters, ``limit`` is heeded; ``sort`` and ``offset`` are not.

        Raises:
            LedgerError: SAY-143 ``after`` is no place in the queue.
        """
        ...

    def save_question(self, wanted: SavedQuestion) -> SavedQuestion:
        """Keep a question under its name, in place of any other of this name; as it was kept, with its time.

        Raises:
            ConfigError: SAY-001: it has no name, or one that no list can show, or asks for nothing.
        """
        ...

    def remove_question(self, name: str, by: str = "") -> SavedQuestion:
        """Keep a question no longer; what it was.

        Raises:
            LedgerError: SAY-068: none is kept under this name.
        """
        ...

    def questions(self) -> tuple[SavedQuestion, ...]:
        """The questions that are kept, by their names."""
        ...

    def history(self, document: str) -> tuple[Version, ...]:
        """All readings of a document, the oldest first."""
        ...

    def reading(self, document: str, number: int | None = None) -> Reading:
        """A reading as it was put in, by its number; without one the current one, corrected as reviewers decided."""
        ...

    def readings(self) -> Iterator[Reading]:
        """The current reading of every document, corrected, in the order in which the documents came."""
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

    def record(self, filters: Filters) -> Iterator[Kept]:
        """The whole record of the documents that meet the filters: what :meth:`restore` makes the same ledger of.

        First the lines of each document, in the order in which they came; then the events that speak of none but
        these. Where every document is meant, also those that speak of none.
        """
        ...

    def restore(self, lines: Iterable[Kept], *, most_bytes: int) -> Imported:
        """Put a record back, in one transaction: what is here already stays, what is missing is added.

        Of a document with readings from here and there the one that was made last is the current one. ``most_bytes``:
        how large a page may be.

        Raises:
            Unfit: a line cannot be what :meth:`record` gave; nothing is stored then.
        """
        ...

    def verify(self) -> list[str]:
        """What is wrong with the ledger, one line each: damage, or an index that does not say what the record says."""
        ...

    def close(self) -> None:
        """Let the store go."""
        ...
