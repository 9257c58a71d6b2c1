"""Graphs for the network island: who depends on whom in a cluster, and who reports whom in a ledger."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from sayso.nouns.amount import several
from sayso.nouns.called import file_of
from sayso.nouns.chain import speakers
from sayso.workbench.speakers import address
from sayso.workbench.words import day, key

if TYPE_CHECKING:
    from sayso.nouns import Cluster, Member
    from sayso.nouns.overviews import Network

Graph = dict[str, Any]
#: what an edge says in a drawing, from what was first to what came of it
_FLOWS: Final = {
    "cites": "cited by",
    "copies": "copied by",
    "agency": "credited by",
    "same-utterance": "also quoted by",
    "origin": "",
    "quotes": "quoted by",
}
#: pages that a drawing holds: more are a thicket, and stand in the table
MOST: Final = 80


def provenance(cluster: Cluster) -> Graph:
    """Pages, the origins that they go back to, and who is quoted on the way.

    ``nodes`` have an ``id``, a ``label``, a ``kind`` (*page*, *origin*, *person*) and, where there is one, an ``href``;
    ``edges`` run from their ``source``, which was first, to their ``target``, which depends on it, with a ``kind`` and
    why. ``more`` is how many pages are left out.
    """
    members: dict[str, Member] = {}
    for member in cluster.members:
        members.setdefault(member.source, member)
    shown = dict(list(members.items())[:MOST])
    nodes = [_page(source, member) for source, member in shown.items()]
    edges: list[Graph] = []
    for number, group in enumerate(cluster.origins.groups, start=1):
        origin = f"origin:{number}"
        nodes.append({"id": origin, "label": group.origin, "kind": "origin", "href": f"#origin-{number}"})
        depends = set()
        for edge in group.edges:
            if edge.from_ in shown and edge.to in shown:
                depends.add(edge.from_)
                edges.append(_edge(edge.to, edge.from_, edge.kind, edge.why))
        for source in group.members:
            if source in shown and source not in depends:
                why = f"goes back to {group.origin}"
                edges.append(_edge(origin, source, "origin", why, certain=group.certain))
    _quoted(cluster, shown, nodes, edges)
    return {"nodes": nodes, "edges": edges, "more": len(members) - len(shown)}


def _page(source: str, member: Member) -> Graph:
    label = member.outlet or file_of(source)
    return {
        "id": source,
        "label": f"{label}, {day(member.published)}" if member.published else label,
        "kind": "page",
        "href": f"/documents/{key(member.document)}#{member.claim}",
    }


def _edge(source: str, target: str, kind: str, why: str, *, certain: bool = True) -> Graph:
    return {"source": source, "target": target, "kind": kind, "label": _FLOWS[kind], "why": why, "certain": certain}


def _quoted(cluster: Cluster, shown: dict[str, Member], nodes: list[Graph], edges: list[Graph]) -> None:
    """Whom pages quote, where that is neither what an origin is called by nor another page's outlet."""
    known = " ".join(group.origin for group in cluster.origins.groups).casefold()
    outlets = {member.outlet for member in shown.values()}
    done: set[str] = set()
    for source, member in shown.items():
        for name in speakers(member.chain or "")[:1]:
            if name in outlets or name.casefold() in known:
                continue
            if name not in done:
                done.add(name)
                nodes.append({"id": f"speaker:{name}", "label": name, "kind": "person"})
            edges.append(_edge(f"speaker:{name}", source, "quotes", f"{name} is quoted there"))


def reporting(network: Network) -> Graph:
    """Who reports whom: ``weight`` of a node and of an edge is how many claims come through it."""
    kinds = {"named": "person", "role": "person", "group": "body", "document": "document", "outlet": "outlet"}
    return {
        "nodes": [
            {
                "id": node.id,
                "label": node.label,
                "kind": "outlet" if node.kind == "page" else kinds.get(node.kind, "unnamed"),
                "weight": node.claims,
                "href": address(node.label) if node.kind != "unnamed" else None,
                "lines": [several(node.claims, "claim")],
            }
            for node in network.nodes
        ],
        "edges": [
            {
                "source": edge.from_,
                "target": edge.to,
                "label": str(edge.claims),
                "weight": edge.claims,
                "why": f"{several(edge.claims, 'claim')} on {several(edge.documents, 'page')}",
            }
            for edge in network.edges
        ],
        "more": network.more,
    }
