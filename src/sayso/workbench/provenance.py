"""A cluster as its page shows it: the pages of each origin, how they hang together, and what stands against them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from sayso.errors import LedgerError
from sayso.origins.wording import READS

if TYPE_CHECKING:
    from sayso.ledger import Ledger
    from sayso.nouns import Cluster, Edge, Member, OriginGroup
    from sayso.nouns.found import FoundClaim

#: what an edge between two pages means
EDGES: Final = {
    "cites": "names it as its source",
    "copies": "shares its text",
    "agency": "credits it as its agency",
    "same-utterance": "quotes the same utterance",
}
#: pages of one origin, relations of a cluster: the rest is in the other forms of the page
MOST_MEMBERS: Final = 40
MOST_RELATIONS: Final = 20


@dataclass(frozen=True, slots=True)
class Row:
    """A cluster in a list: its pages, outlets, first and last day."""

    cluster: Cluster
    pages: int
    outlets: tuple[str, ...]
    first: str | None
    last: str | None
    alerts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """A page that another page depends on. ``at`` is its member in this cluster, null where it has none."""

    edge: Edge
    at: Member | None


@dataclass(frozen=True, slots=True)
class Placed:
    """A member with what it owes to other pages."""

    member: Member
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """An origin with its members; ``also`` are further reasons, ``more`` how many members are not shown."""

    number: int
    origin: OriginGroup
    members: tuple[Placed, ...]
    more: int
    also: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Outside:
    """A relation: a member of the cluster, how it stands to another claim, and that claim as far as it is found."""

    here: Member
    verb: str
    kind: str
    other: FoundClaim | None
    name: str
    why: str
    score: float


def row_of(cluster: Cluster) -> Row:
    """What a list tells of a cluster."""
    days = sorted(member.published[:10] for member in cluster.members if member.published)
    return Row(
        cluster=cluster,
        pages=len({member.document for member in cluster.members}),
        outlets=tuple(dict.fromkeys(member.outlet for member in cluster.members if member.outlet)),
        first=days[0] if days else None,
        last=days[-1] if days else None,
        alerts=tuple(dict.fromkeys(alert.kind for alert in cluster.alerts)),
    )


def groups_of(cluster: Cluster) -> tuple[Group, ...]:
    """The origins of a cluster, each with its members in the order of the cluster, which is that of time."""
    by_source: defaultdict[str, list[Member]] = defaultdict(list)
    for member in cluster.members:
        by_source[member.source].append(member)
    return tuple(_group(number, group, by_source) for number, group in enumerate(cluster.origins.groups, start=1))


def _group(number: int, group: OriginGroup, by_source: Mapping[str, list[Member]]) -> Group:
    edges: defaultdict[str, list[Edge]] = defaultdict(list)
    for edge in group.edges:
        edges[edge.from_].append(edge)
    placed = [
        Placed(member, tuple(Link(edge, first_of(by_source, edge.to)) for edge in edges[source]))
        for source in group.members
        for member in by_source.get(source, ())
    ]
    placed.sort(key=lambda each: (each.member.published or "9999", each.member.source))
    also = tuple(why for why in group.why if not any(why in edge.why for edge in group.edges))
    return Group(number, group, tuple(placed[:MOST_MEMBERS]), max(0, len(placed) - MOST_MEMBERS), also)


def first_of(by_source: Mapping[str, list[Member]], source: str) -> Member | None:
    """The first member that stands on a page."""
    return next(iter(by_source.get(source, ())), None)


def outside(ledger: Ledger, cluster: Cluster) -> Iterator[Outside]:
    """How its claims stand to claims of other clusters, and to each other where that is not that they are the same."""
    own = {f"{member.source}#{member.claim}": member for member in cluster.members}
    told = 0
    for relation in cluster.relations:
        inner = relation.a in own and relation.b in own
        if (inner and relation.kind == "same") or not (relation.a in own or relation.b in own):
            continue
        if (told := told + 1) > MOST_RELATIONS:
            return
        ours, theirs = (relation.a, relation.b) if relation.a in own else (relation.b, relation.a)
        yield Outside(
            here=own[ours],
            verb=READS[relation.kind][0 if ours == relation.a else 1],
            kind=relation.kind,
            other=_claim(ledger, theirs),
            name=theirs,
            why=relation.why,
            score=relation.score,
        )


def _claim(ledger: Ledger, name: str) -> FoundClaim | None:
    try:
        return ledger.claim(name)[0]
    except LedgerError:  # the page was read again since, or goes by another name
        return None
