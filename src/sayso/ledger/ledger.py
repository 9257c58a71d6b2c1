"""The ledger in one SQLite file: the :class:`~sayso.ledger.store.Store` that ``sayso`` uses."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from sayso.errors import EncoderError
from sayso.ledger import (
    ask,
    ask_map,
    ask_measured,
    ask_measures,
    ask_network,
    ask_origins,
    ask_series,
    ask_sources,
    compared,
    counts,
    decisions,
    decisions_conflicts,
    decisions_queue,
    facets,
    grades,
    linking,
    questions,
    recall,
    recording,
    restoring,
    reviews,
    things,
    timeline,
    verify,
    write,
)
from sayso.ledger.dialect import Dialect
from sayso.ledger.filters import Filters
from sayso.ledger.identity import Recipe
from sayso.ledger.sqlite import BUSY_SECONDS, Sqlite
from sayso.ledger.store import Added, Skipped, Store
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


class Ledger:
    """A ledger over any dialect. A context manager; may be used by one thread at a time."""

    def __init__(self, dialect: Dialect) -> None:
        self._dialect = dialect

    @classmethod
    def open(
        cls,
        path: Path | str,
        *,
        create: bool = True,
        busy_seconds: float = BUSY_SECONDS,
        updating: Callable[[], None] | None = None,
    ) -> Self:
        """Open the ledger in a file, bringing its tables up to date; where there is none, ``create`` makes one.

        ``busy_seconds``: how long to wait while another process writes. ``updating`` is called before an older ledger
        is brought up to date.

        Raises:
            LedgerError: SAY-060 to SAY-067.
        """
        sqlite = Sqlite(Path(path), create=create, fill=write.reindex, busy_seconds=busy_seconds, updating=updating)
        return cls(sqlite)

    def add(self, capture: Capture, reading: Reading, *, recipe: Recipe | None = None) -> Added | Skipped:
        return write.add(self._dialect, capture, reading, recipe)

    def knows(self, capture: Capture, recipe: Recipe) -> bool:
        return write.knows(self._dialect, capture, recipe)

    def claims(self, filters: Filters) -> Iterator[FoundClaim]:
        return ask.find_claims(self._dialect, filters)

    def count(self, filters: Filters) -> int:
        return counts.count(self._dialect, filters)

    def count_documents(self, filters: Filters) -> int:
        return counts.count_documents(self._dialect, filters)

    def facets(self, filters: Filters, limit: int = 12) -> Facets:
        return facets.find_facets(self._dialect, filters, limit)

    def histogram(self, filters: Filters, by: Dated = "said", bucket: Bucketing | None = None) -> Histogram:
        return timeline.histogram(self._dialect, filters, by, bucket)

    def timeline(self, filters: Filters, limit: int = 200) -> Timeline:
        return timeline.find_timeline(self._dialect, filters, limit)

    def map_places(self, filters: Filters, limit: int = 300) -> MapAnswer:
        return ask_map.find_map(self._dialect, filters, limit)

    def network(self, filters: Filters, limit: int = 60) -> Network:
        return ask_network.find_network(self._dialect, filters, limit)

    def things(self, filters: Filters, limit: int = 50) -> Things:
        return things.find_things(self._dialect, filters, limit)

    def is_current(self) -> bool:
        """Whether the file can still be read by this version."""
        return self._dialect.is_current()

    def version(self) -> str:
        return counts.version(self._dialect)

    def measured(self, filters: Filters) -> Iterator[MeasuredClaim]:
        return ask_measured.find_measured(self._dialect, filters)

    def figures(self, filters: Filters) -> Iterator[FoundFigure]:
        return ask_measures.find_figures(self._dialect, filters)

    def series(self, filters: Filters, policy: Policy, thing: Question | None = None) -> tuple[Series, ...]:
        return ask_series.find_series(self._dialect, filters, policy, thing)

    def gathered(self, filters: Filters, thing: Question | None = None) -> Gathered:
        return ask_series.gather_series(self._dialect, filters, thing)

    def movements(self, filters: Filters) -> Iterator[FoundMovement]:
        return ask_measures.find_movements(self._dialect, filters)

    def documents(self, filters: Filters) -> Iterator[FoundDocument]:
        return ask.find_documents(self._dialect, filters)

    def sources(self, filters: Filters) -> Iterator[FoundSource]:
        return ask_sources.find_sources(self._dialect, filters)

    def records(self, filters: Filters) -> Iterator[SourceRecord]:
        return ask_sources.find_records(self._dialect, filters)

    def graded(self, source: str) -> Graded:
        return grades.graded(self._dialect, source)

    def clusters(
        self, filters: Filters, *, pages: int = 1, alerts: tuple[str, ...] = (), number: int | None = None
    ) -> Iterator[Cluster]:
        return ask_origins.find_clusters(self._dialect, filters, pages=pages, alerts=alerts, number=number)

    def compare(self, a: str, b: str) -> Compared:
        return compared.compare(self._dialect, a, b)

    def link(self, tools: Tools | None = None, *, settled: bool = True) -> Iterator[str]:
        return linking.catch_up(self._dialect, tools, settled=settled)

    @staticmethod
    def model_fault() -> EncoderError | None:
        """Why :meth:`link` compares by rules alone, where the model is there and cannot be used."""
        return linking.model_fault()

    def is_settled(self) -> bool:
        return linking.is_settled(self._dialect)

    def unlinked(self) -> int:
        return linking.pending(self._dialect)

    def review(self, wanted: Review) -> Review:
        return reviews.review(self._dialect, wanted)

    def reviews(self, about: str | None = None) -> Iterator[Review]:
        return reviews.reviews(self._dialect, about)

    def decide(self, wanted: Decision) -> Decision:
        return decisions.decide(self._dialect, wanted)

    def decisions(self, document: str | None = None, *, number: int | None = None) -> Iterator[Decision]:
        return decisions.decisions(self._dialect, document, number)

    def decision_log(self, document: str | None = None) -> Iterator[Decision]:
        return decisions.decision_log(self._dialect, document)

    def conflicts(self, document: str | None = None) -> Iterator[Conflict]:
        return decisions_conflicts.conflicts(self._dialect, document)

    def queue(self, filters: Filters, by: str | None = None, after: str | None = None) -> Iterator[QueueItem]:
        return decisions_queue.find_queue(self._dialect, filters, by, after)

    def save_question(self, wanted: SavedQuestion) -> SavedQuestion:
        return questions.save_question(self._dialect, wanted)

    def remove_question(self, name: str, by: str = "") -> SavedQuestion:
        return questions.remove_question(self._dialect, name, by)

    def questions(self) -> tuple[SavedQuestion, ...]:
        return questions.questions(self._dialect)

    def history(self, document: str) -> tuple[Version, ...]:
        return recall.history(self._dialect, document)

    def reading(self, document: str, number: int | None = None) -> Reading:
        return recall.reading(self._dialect, document, number)

    def readings(self) -> Iterator[Reading]:
        return recall.all_readings(self._dialect)

    def claim(self, name: str) -> tuple[FoundClaim, Reading]:
        return recall.one_claim(self._dialect, name)

    def capture(self, sha256: str) -> Capture:
        return recall.capture(self._dialect, sha256)

    def events(self, after: int = 0) -> Iterator[Event]:
        return recall.all_events(self._dialect, after)

    def record(self, filters: Filters) -> Iterator[Kept]:
        return recording.record(self._dialect, filters)

    def restore(self, lines: Iterable[Kept], *, most_bytes: int) -> Imported:
        return restoring.restore(self._dialect, lines, most_bytes=most_bytes)

    def verify(self) -> list[str]:
        return verify.verify(self._dialect)

    def close(self) -> None:
        self._dialect.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


if TYPE_CHECKING:
    _store: type[Store] = Ledger
