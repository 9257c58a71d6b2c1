"""Clusters of the same claim, the origins behind them."""

from __future__ import annotations

from typing import Literal

import msgspec

from sayso.nouns.base import Noun
from sayso.nouns.judged import EdgeKind

ORIGINS_SCHEMA: Literal["sayso/origins/1"] = "sayso/origins/1"

OriginKind = Literal[
    "press conference",
    "statement",
    "interview",
    "speech",
    "document",
    "eyewitness",
    "expert",
    "anonymous",
    "report",
    "outlet",
    "unknown",
]

AlertKind = Literal["circular", "drift", "stale-figure", "false-precision", "contradiction", "plural-sources"]


class Member(Noun, frozen=True, kw_only=True):
    """One claim of one document in a cluster. ``text`` is the claim, ``chain`` its say-so in words.

    ``why`` says what makes it the same as an earlier member, and ``score`` how sure that is; the first has neither.
    """

    document: str
    source: str
    claim: str
    text: str | None = None
    chain: str | None = None
    outlet: str | None = None
    published: str | None = None
    why: str | None = None
    score: float | None = None


class Edge(Noun, frozen=True, kw_only=True):
    """A later page depends on an earlier one."""

    from_: str = msgspec.field(name="from")
    to: str
    kind: EdgeKind
    why: str
    score: float


class OriginGroup(Noun, frozen=True, kw_only=True):
    """The members that go back to one origin: an actor and an utterance.

    ``kind`` is what sort of origin it is; ``interest`` the ministry, party or belligerent that its actor speaks for,
    where that is known; ``certain`` is false where it may be one with another group; ``why`` says on what that rests.
    """

    origin: str
    members: tuple[str, ...]
    edges: tuple[Edge, ...]
    kind: OriginKind | None = None
    interest: str | None = None
    certain: bool = True
    why: tuple[str, ...] = ()


class OriginCount(Noun, frozen=True, kw_only=True):
    """How many independent origins: an interval, with its groups, and why it is no narrower."""

    low: int
    high: int
    groups: tuple[OriginGroup, ...]
    why: tuple[str, ...] = ()


class Relation(Noun, frozen=True, kw_only=True):
    """How two claims stand to each other; ``a`` and ``b`` are ``page#claim``."""

    a: str
    b: str
    kind: Literal["same", "updates", "contradicts", "supports"]
    why: str
    score: float


class Alert(Noun, frozen=True, kw_only=True):
    """Something a reader of the cluster must know. ``pages`` are the sources concerned, in order (a path, if any)."""

    kind: AlertKind
    why: str
    pages: tuple[str, ...] = ()
    score: float = 1.0


class Cluster(Noun, frozen=True, kw_only=True):
    """What ``sayso origins --json`` prints, one a line. ``apart`` says of near claims why they are not members."""

    schema: Literal["sayso/origins/1"] = ORIGINS_SCHEMA
    cluster: str
    claim: str
    members: tuple[Member, ...]
    origins: OriginCount
    relations: tuple[Relation, ...] = ()
    alerts: tuple[Alert, ...] = ()
    apart: tuple[str, ...] = ()
