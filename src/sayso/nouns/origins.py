"""Clusters of the same claim, the origins behind them, and what reviewers decide."""

from __future__ import annotations

from typing import Literal

import msgspec

from sayso.nouns.base import Noun

ORIGINS_SCHEMA: Literal["sayso/origins/1"] = "sayso/origins/1"


class Member(Noun, frozen=True, kw_only=True):
    """One claim of one document in a cluster."""

    document: str
    source: str
    claim: str


class Edge(Noun, frozen=True, kw_only=True):
    """A later page depends on an earlier one."""

    from_: str = msgspec.field(name="from")
    to: str
    kind: Literal["cites", "copies", "same-utterance", "agency"]
    why: str
    score: float


class OriginGroup(Noun, frozen=True, kw_only=True):
    """The members that go back to one origin."""

    origin: str
    members: tuple[str, ...]
    edges: tuple[Edge, ...]


class OriginCount(Noun, frozen=True, kw_only=True):
    """How many independent origins: an interval, with its groups."""

    low: int
    high: int
    groups: tuple[OriginGroup, ...]


class Relation(Noun, frozen=True, kw_only=True):
    """How two claims stand to each other; ``a`` and ``b`` are ``page#claim``."""

    a: str
    b: str
    kind: Literal["same", "updates", "contradicts", "supports"]
    why: str
    score: float


class Alert(Noun, frozen=True, kw_only=True):
    """Something a reader of the cluster must know."""

    kind: Literal["circular", "drift", "stale-figure", "false-precision", "contradiction"]
    why: str


class Cluster(Noun, frozen=True, kw_only=True):
    """What ``sayso origins --json`` prints, one a line."""

    schema: Literal["sayso/origins/1"] = ORIGINS_SCHEMA
    cluster: str
    claim: str
    members: tuple[Member, ...]
    origins: OriginCount
    relations: tuple[Relation, ...] = ()
    alerts: tuple[Alert, ...] = ()


class Review(Noun, frozen=True, kw_only=True):
    """A reviewer's judgement on one thing in the ledger: an event, never overwritten."""

    id: str
    subject: str
    judgement: str
    by: str
    at: str
    note: str | None = None
