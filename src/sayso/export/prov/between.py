"""What holds between pages: the same claim on several of them, the origins behind it, and who has it from whom."""

from __future__ import annotations

import uuid
from collections.abc import Iterator

from rdflib import DCTERMS, PROV, RDF, RDFS, Graph, Literal, URIRef

from sayso.export.iris import NAMESPACE, document_iri, part_iri
from sayso.export.prov.terms import TERM, add, empty, score
from sayso.nouns import Cluster, Edge, OriginGroup

#: text that is there again is quoted; what is retold is derived
_QUOTED = {"copies", "agency"}


def across_pages(cluster: Cluster, shown: set[str]) -> Iterator[tuple[dict[str, str], Graph]]:
    """The graph of one cluster, as far as its claims are ``shown`` (``document#claim``); none where none is.

    With it come short names for what the names of its parts and those of its pages begin with.
    """
    members = [each for each in cluster.members if f"{each.document}#{each.claim}" in shown]
    if not members:
        return
    # numbers of clusters change when pages are linked; the claims that they hold do not
    keys = " ".join(sorted(f"{each.document}#{each.claim}" for each in cluster.members))
    same = URIRef(f"urn:sayso:cluster:{uuid.uuid5(NAMESPACE, keys)}")
    graph = empty()
    add(
        graph,
        same,
        (RDF.type, PROV.Entity),
        (RDF.type, PROV.Collection),
        (PROV.value, cluster.claim),
        (TERM["origins-low"], cluster.origins.low),
        (TERM["origins-high"], cluster.origins.high),
    )
    for alert in cluster.alerts:
        graph.add((same, RDFS.comment, Literal(f"{alert.kind}: {alert.why}")))
    claims: dict[str, list[URIRef]] = {}
    for member in members:
        claim = URIRef(part_iri(member.document, member.claim))
        graph.add((same, PROV.hadMember, claim))
        claims.setdefault(member.source, []).append(claim)
    pages = {each.source: URIRef(document_iri(each.document)) for each in reversed(members)}
    for number, group in enumerate(cluster.origins.groups, 1):
        _origin(graph, URIRef(f"{same}:origin-{number}"), group, claims)
    edges = [
        edge for group in cluster.origins.groups for edge in group.edges if edge.from_ in pages and edge.to in pages
    ]
    for number, edge in enumerate(edges, 1):
        if pages[edge.from_] != pages[edge.to]:
            _edge(graph, URIRef(f"{same}:edge-{number}"), pages[edge.from_], pages[edge.to], edge)
    names = {f"page{number}": f"{page}:" for number, page in enumerate(dict.fromkeys(pages.values()), 1)}
    yield {"same": f"{same}:", **names}, graph


def _origin(graph: Graph, origin: URIRef, group: OriginGroup, claims: dict[str, list[URIRef]]) -> None:
    add(graph, origin, (RDF.type, PROV.Entity), (RDFS.label, group.origin), (DCTERMS.type, group.kind))
    for why in group.why:
        graph.add((origin, RDFS.comment, Literal(why)))
    for claim in (each for source in group.members for each in claims.get(source, ())):
        graph.add((claim, PROV.hadPrimarySource, origin))


def _edge(graph: Graph, how: URIRef, later: URIRef, earlier: URIRef, edge: Edge) -> None:
    if edge.kind == "same-utterance":
        return  # neither has it from the other: both go back to the origin, and that is stated
    quoted = edge.kind in _QUOTED
    graph.add((later, PROV.wasQuotedFrom if quoted else PROV.wasDerivedFrom, earlier))
    graph.add((later, PROV.qualifiedQuotation if quoted else PROV.qualifiedDerivation, how))
    add(
        graph,
        how,
        (RDF.type, PROV.Quotation if quoted else PROV.Derivation),
        (PROV.entity, earlier),
        (TERM.edge, edge.kind),
        (RDFS.comment, edge.why),
        (TERM.confidence, score(edge.score)),
    )
