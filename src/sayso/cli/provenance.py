"""A cluster as people read it: the claim, its origins with the pages that go back to each, and why."""

from __future__ import annotations

import shutil
import sys
import textwrap
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from sayso.nouns.amount import several
from sayso.origins.wording import READS

if TYPE_CHECKING:
    from sayso.nouns import Cluster, Member, OriginGroup, Relation

#: a line, and how far it is indented
Line = tuple[int, str]

#: pages of one origin that are listed
_MOST = 12


def told(cluster: Cluster) -> Iterator[Line]:
    """The provenance of a cluster, line by line: enough to write it down."""
    short = _short({member.source for member in cluster.members} | _others(cluster))
    yield 0, f"{cluster.cluster}  {cluster.claim}"
    pages = len({member.document for member in cluster.members})
    yield 1, f"{several(pages, 'page')}, {_range(cluster.origins.low, cluster.origins.high)}"
    for why in cluster.origins.why:
        yield 1, why
    members: defaultdict[str, list[Member]] = defaultdict(list)
    for member in cluster.members:
        members[member.source].append(member)
    for group in cluster.origins.groups:
        open_ = len(cluster.origins.groups) > 1 or cluster.origins.low < cluster.origins.high
        yield from _group(group, members, short, open_=open_)
    yield from _relations(cluster, short)
    if cluster.alerts:
        yield 1, "Alerts"
        for alert in cluster.alerts:
            path = " → ".join(short.get(page, page) for page in alert.pages)
            yield 2, f"{alert.kind.replace('-', ' ')}: {alert.why}" + (f" ({path})" if path else "")
    if cluster.apart:
        yield 1, "Kept apart"
        for why in cluster.apart:
            yield 2, why


def _range(low: int, high: int) -> str:
    if low == high:
        return several(low, "independent origin")
    return f"{low}–{high} independent origins"


def _group(
    group: OriginGroup, members: dict[str, list[Member]], short: dict[str, str], *, open_: bool
) -> Iterator[Line]:
    named = group.origin.casefold()
    kind = group.kind if group.kind and group.kind.casefold() not in named else None
    interest = f"speaks for {group.interest}" if group.interest and group.interest.casefold() not in named else None
    about = ", ".join(filter(None, (kind, interest)))
    sure = " — not certain" if open_ and not group.certain else ""
    yield 1, f"• {group.origin}" + (f" [{about}]" if about else "") + sure
    edges = defaultdict(list)
    for edge in group.edges:
        edges[edge.from_].append(edge)
    for source in group.members[:_MOST]:
        for member in members.get(source, []):
            where = ", ".join(filter(None, (member.outlet, (member.published or "")[:10])))
            yield 3, f"{short.get(source, source)}#{member.claim}" + (f"  {where}" if where else "")
            if member.chain:
                yield 4, member.chain
            if member.text:
                yield 4, f"“{member.text}”" if "“" not in member.text else member.text
        for edge in edges[source]:
            yield 4, f"{edge.kind} {short.get(edge.to, edge.to)}: {edge.why}"
    if len(group.members) > _MOST:
        yield 3, f"and {len(group.members) - _MOST} more"
    further = [why for why in group.why if not any(why in edge.why for edge in group.edges)]
    if further:
        yield 2, "also, of two of these pages at a time:"
    for why in further:
        yield 3, why


def _relations(cluster: Cluster, short: dict[str, str]) -> Iterator[Line]:
    own = {f"{member.source}#{member.claim}" for member in cluster.members}
    outside = [relation for relation in cluster.relations if not {relation.a, relation.b} <= own or _inner(relation)]
    if outside:
        yield 1, "Relations"
    for relation in outside:
        here, there = (relation.a, relation.b) if relation.a in own else (relation.b, relation.a)
        verb = READS[relation.kind][0 if here == relation.a else 1]
        yield 2, f"{_name(here, short)} {verb} {_name(there, short)}: {relation.why}"


def _inner(relation: Relation) -> bool:
    """Whether a relation of two members is worth telling: that they say the same is what makes them members."""
    return relation.kind != "same"


def _name(key: str, short: dict[str, str]) -> str:
    source, mark, claim = key.rpartition("#")
    return f"{short.get(source, source)}{mark}{claim}"


def _others(cluster: Cluster) -> set[str]:
    named = {end.rpartition("#")[0] for relation in cluster.relations for end in (relation.a, relation.b)}
    edged = {end for group in cluster.origins.groups for edge in group.edges for end in (edge.from_, edge.to)}
    return named | edged | {page for alert in cluster.alerts for page in alert.pages}


def _short(sources: set[str]) -> dict[str, str]:
    """Sources by as much of their ends as tells them apart: *page.html* of *pages/page.html*."""
    return {source: _ending(source, sources) for source in sources}


def _ending(source: str, sources: set[str]) -> str:
    parts: Sequence[str] = PurePosixPath(source).parts
    for length in range(1, len(parts)):
        end = "/".join(parts[-length:])
        if sum(other == end or other.endswith(f"/{end}") for other in sources) == 1:
            return end
    return source


def indented(indent: int, line: str) -> str:
    """A line as it goes out: in a terminal folded to its width."""
    margin = "  " * indent
    if not sys.stdout.isatty():
        return margin + line
    width = max(40, shutil.get_terminal_size().columns)
    return textwrap.fill(line, width, initial_indent=margin, subsequent_indent=margin + "  ")
