"""The tables. Every table and column says what it holds; other programs may read them as ours do.

Two sorts. *The record* is append-only and holds everything that cannot be made again: captures, sightings, documents,
readings, runs, events. *The index* (documents' described columns, claims, hops, and what follows) repeats the current
reading of each document in columns that can be asked, with what reviewers decided on it carried out; it is written in
the same transaction as the reading or the decision, and could be made anew from the record at any time. So could *the
links* across documents (:mod:`sayso.ledger.tables.linking`), which are made a page at a time, after it was stored.
"""

from sayso.ledger.tables.base import metadata
from sayso.ledger.tables.deciding import DECIDING, decisions, waiting
from sayso.ledger.tables.index import (
    INDEX,
    ROOM,
    attributions,
    checks,
    claim_number,
    claims,
    comments,
    hops,
    links,
    movements,
    places,
    quantities,
    routes,
    speakers,
    tags,
    times,
)
from sayso.ledger.tables.linking import (
    LINKING,
    actor_links,
    affinities,
    clusters,
    fingerprints,
    judgements,
    marks,
    outlet_pages,
    outlets,
    page_edges,
    pages,
    reuses,
    reviews,
    statements,
    traits,
    unsettled,
)
from sayso.ledger.tables.record import APPEND_ONLY, captures, documents, events, readings, runs, sightings

__all__ = [
    "APPEND_ONLY",
    "DECIDING",
    "INDEX",
    "LINKING",
    "ROOM",
    "actor_links",
    "affinities",
    "attributions",
    "captures",
    "checks",
    "claim_number",
    "claims",
    "clusters",
    "comments",
    "decisions",
    "documents",
    "events",
    "fingerprints",
    "hops",
    "judgements",
    "links",
    "marks",
    "metadata",
    "movements",
    "outlet_pages",
    "outlets",
    "page_edges",
    "pages",
    "places",
    "quantities",
    "readings",
    "reuses",
    "reviews",
    "routes",
    "runs",
    "sightings",
    "speakers",
    "statements",
    "tags",
    "times",
    "traits",
    "unsettled",
    "waiting",
]
