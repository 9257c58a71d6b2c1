"""What is known around the figures of a series: of their pages, their clusters and their sources."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from sayso.origins.order import pair


@dataclass(frozen=True, slots=True)
class PageWords:
    """What a page as a whole speaks of: stems of its title, and the names and countries of its places.

    ``names`` are folded, ``countries`` ISO 3166 alpha-2 codes, those named most often first.
    """

    title: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    countries: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """Everything about reports that their figures do not say; empty where claims are not linked across pages.

    ``pages`` are by document, ``linked`` those documents that were compared with all others. ``clusters`` and
    ``origins`` are by ``document#claim``: the cluster that a claim is in, and what its origin is called. ``updates``
    tell of a claim which later one replaces it, and why; ``related`` are pairs of claims (in text order) that one
    judgement puts together, ``events`` pairs of documents that tell of one event. ``grades`` are the reliabilities of
    sources, *A* to *F*, by the folded name.
    """

    pages: Mapping[str, PageWords] = field(default_factory=dict)
    linked: frozenset[str] = frozenset()
    clusters: Mapping[str, str] = field(default_factory=dict)
    origins: Mapping[str, str] = field(default_factory=dict)
    updates: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    related: frozenset[tuple[str, str]] = frozenset()
    events: frozenset[tuple[str, str]] = frozenset()
    grades: Mapping[str, str] = field(default_factory=dict)

    def neighbours(self) -> dict[str, list[str]]:
        """For each document those that tell of one event with it."""
        return _both_ways(self.events)

    def partners(self) -> dict[str, list[str]]:
        """For each claim those that a judgement puts together with it."""
        return _both_ways(self.related)

    def one_event(self, a: str, b: str) -> bool | None:
        """Whether two documents tell of one event; null where they were not compared."""
        if a == b:
            return True
        return pair(a, b) in self.events if a in self.linked and b in self.linked else None


def _both_ways(pairs: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for a, b in sorted(pairs):
        found.setdefault(a, []).append(b)
        found.setdefault(b, []).append(a)
    return found
