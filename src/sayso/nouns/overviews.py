"""Claims seen from afar: along the time, on the map, between those who report each other, by what is measured."""

from __future__ import annotations

from typing import Any, Literal

import msgspec

from sayso.nouns.attribution import SourceKind
from sayso.nouns.base import Noun
from sayso.nouns.claim import Status
from sayso.nouns.found import ClaimRef, ClusterRef, DocumentRef, Where
from sayso.nouns.measures import Check

HISTOGRAM_SCHEMA: Literal["sayso/histogram/1"] = "sayso/histogram/1"
TIMELINE_SCHEMA: Literal["sayso/timeline/1"] = "sayso/timeline/1"
MAP_SCHEMA: Literal["sayso/map/1"] = "sayso/map/1"
NETWORK_SCHEMA: Literal["sayso/network/1"] = "sayso/network/1"
THINGS_SCHEMA: Literal["sayso/things/1"] = "sayso/things/1"

#: what a date of a claim is the date of
Dated = Literal["said", "published", "about"]
#: the width of a bucket, and how exactly an interval is known
Bucketing = Literal["year", "month", "day"]
Granularity = Literal["day", "month", "year", "range"]


class Days(Noun, frozen=True, kw_only=True):
    """An interval of ISO 8601 days, both inclusive, null where open; how exact it is, and in words."""

    from_: str | None = msgspec.field(name="from")
    to: str | None
    granularity: Granularity
    text: str


class Bucket(Noun, frozen=True, kw_only=True):
    """The days from ``from`` to ``to``, and how many claims count there."""

    from_: str = msgspec.field(name="from")
    to: str
    count: int


class Histogram(Noun, frozen=True, kw_only=True):
    """Claims by one of their dates. A claim counts once, in the bucket that its interval begins in.

    Buckets without claims are left out. ``undated`` is how many claims have no such date. Of the times that a claim
    speaks of, the earliest counts.
    """

    schema: Literal["sayso/histogram/1"] = HISTOGRAM_SCHEMA
    by: Dated
    bucket: Bucketing
    buckets: tuple[Bucket, ...]
    undated: int


class TimelineItem(Noun, frozen=True, kw_only=True):
    """A claim with its three times: what it speaks of, when it was said, when its page was published.

    ``about`` reaches from the first to the last day of the times that it speaks of. ``chain`` is its say-so in words.
    """

    claim: ClaimRef
    document: DocumentRef
    about: Days | None
    said: Days | None
    published: Days | None
    chain: str
    cluster: ClusterRef | None


class Timeline(Noun, frozen=True, kw_only=True):
    """Claims in the order that was asked for, and how many there are in all."""

    schema: Literal["sayso/timeline/1"] = TIMELINE_SCHEMA
    items: tuple[TimelineItem, ...]
    total: int


class Sample(Noun, frozen=True, kw_only=True):
    """One of several claims, shown for all of them; ``chain`` is its say-so in words."""

    document: str
    claim: str
    text: str
    status: Status
    chain: str


class MapPlace(Noun, frozen=True, kw_only=True):
    """A place that claims speak of: an entry of the gazetteer, or a region of its own that a page describes.

    ``value`` tells it apart, ``query`` are the filters that ask for its claims. ``uncertain`` is true where the
    region is what is known and the spot is not: a place described by distance or bearing. ``geometry`` is GeoJSON,
    WGS84, simplified for drawing; ``radius_km`` how far it reaches from ``lat``, ``lon``.
    """

    value: str
    label: str
    query: dict[str, str]
    kind: str | None
    country: str | None
    lat: float
    lon: float
    radius_km: float | None
    uncertain: bool
    geometry: dict[str, Any] | None
    claims: int
    documents: int
    samples: tuple[Sample, ...]


class MapMovement(Noun, frozen=True, kw_only=True):
    """A movement between the same two places, as one or several claims tell of it.

    ``inferred`` is true where none of them says in so many words that it happened or will: it is hedged, hypothetical
    or asked. ``low`` and ``high`` are how many independent origins the claims have together; null until linked.
    """

    who: str | None
    from_: Where | None = msgspec.field(name="from")
    to: Where | None
    via: tuple[Where, ...]
    by: str | None
    status: Status
    inferred: bool
    claims: int
    documents: int
    low: int | None
    high: int | None
    samples: tuple[Sample, ...]


class MapCheck(Noun, frozen=True, kw_only=True):
    """What geometry says of a claim, where its place is on the map."""

    check: Check
    claim: ClaimRef
    document: DocumentRef
    places: tuple[Where, ...]


class MapAnswer(Noun, frozen=True, kw_only=True):
    """Places, those with most claims first; movements and checks of the newest claims.

    ``more_places`` and ``more_movements`` are how many there are beyond those (of movements: how many claims that tell
    of one); ``nowhere`` is how many of the places with most claims have no coordinates.
    """

    schema: Literal["sayso/map/1"] = MAP_SCHEMA
    places: tuple[MapPlace, ...]
    movements: tuple[MapMovement, ...]
    checks: tuple[MapCheck, ...]
    more_places: int
    more_movements: int
    nowhere: int


class NetworkNode(Noun, frozen=True, kw_only=True):
    """Somebody who says or passes on. ``kind`` is *page* for an outlet whose own pages the ledger has.

    ``claims`` is how many claims came through them; ``query`` are the filters that ask for these.
    """

    id: str
    label: str
    kind: SourceKind | Literal["page"]
    claims: int
    query: dict[str, str]


class NetworkEdge(Noun, frozen=True, kw_only=True):
    """``to`` reports what ``from`` says: so many claims, on so many pages."""

    from_: str = msgspec.field(name="from")
    to: str
    claims: int
    documents: int


class Network(Noun, frozen=True, kw_only=True):
    """Who reports whom, from the innermost speaker outwards to the outlet. ``more`` is how many nodes are left out."""

    schema: Literal["sayso/network/1"] = NETWORK_SCHEMA
    nodes: tuple[NetworkNode, ...]
    edges: tuple[NetworkEdge, ...]
    more: int


class Thing(Noun, frozen=True, kw_only=True):
    """Something that is counted or measured, over all figures of one unit.

    ``thing`` is the noun that is counted, else the unit. ``low`` and ``high`` are the least and the most that any
    figure gives, ``median`` is that of their middles. ``disagree`` is true where a claim with such a figure is
    contradicted by another page, as far as pages were linked. ``asking`` is a question for
    :meth:`sayso.ledger.store.Store.series`, ``query`` are the filters that ask for its figures.
    """

    thing: str
    unit: str | None
    kind: str
    asking: str
    query: dict[str, str]
    figures: int
    documents: int
    outlets: int
    low: float | None
    high: float | None
    median: float | None
    disagree: bool


class Things(Noun, frozen=True, kw_only=True):
    """What is measured on most pages, and how many things there are beyond those."""

    schema: Literal["sayso/things/1"] = THINGS_SCHEMA
    things: tuple[Thing, ...]
    more: int
