"""The tables. Every table and column says what it holds; other programs may read them as ours do.

Two sorts. *The record* is append-only and holds everything that cannot be made again: captures, sightings, documents,
readings, runs, events. *The index* (documents' described columns, claims, hops, and what follows) repeats the current
reading of each document in columns that can be asked, is written in the same transaction as the reading, and could be
made anew from the record at any time.
"""

from sayso.ledger.tables.base import metadata
from sayso.ledger.tables.index import (
    INDEX,
    attributions,
    checks,
    claims,
    comments,
    hops,
    links,
    movements,
    places,
    quantities,
    routes,
    speakers,
    times,
)
from sayso.ledger.tables.record import APPEND_ONLY, captures, documents, events, readings, runs, sightings

__all__ = [
    "APPEND_ONLY",
    "INDEX",
    "attributions",
    "captures",
    "checks",
    "claims",
    "comments",
    "documents",
    "events",
    "hops",
    "links",
    "metadata",
    "movements",
    "places",
    "quantities",
    "readings",
    "routes",
    "runs",
    "sightings",
    "speakers",
    "times",
]
