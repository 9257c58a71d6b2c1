"""What is known around the figures of a series: of their pages, their clusters and their sources."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


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

    ``pages`` are by document. ``clusters`` and ``origins`` are by ``document#claim``: the cluster that a claim is in,
    and what its origin is called. ``updates`` tell of a claim which later one replaces it, and why; ``related`` are
    pairs of claims that are judged to be about one thing. ``grades`` are the reliabilities of sources, *A* to *F*, by
    the folded name.
    """

    pages: Mapping[str, PageWords] = field(default_factory=dict)
    clusters: Mapping[str, str] = field(default_factory=dict)
    origins: Mapping[str, str] = field(default_factory=dict)
    updates: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    related: frozenset[tuple[str, str]] = frozenset()
    grades: Mapping[str, str] = field(default_factory=dict)
