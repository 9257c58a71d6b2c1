"""The vocabulary: PROV-O, Dublin Core, Web Annotation for places in a text, and the few terms that are our own."""

from __future__ import annotations

from rdflib import DCTERMS, PROV, RDF, RDFS, XSD, Graph, Literal, Namespace, URIRef
from rdflib.term import Node

from sayso.export.voices import Voice

OA = Namespace("http://www.w3.org/ns/oa#")
TERM = Namespace("urn:sayso:term:")
PREFIXES = {
    "prov": str(PROV),
    "dcterms": str(DCTERMS),
    "oa": str(OA),
    "rdf": str(RDF),
    "rdfs": str(RDFS),
    "xsd": str(XSD),
    "term": str(TERM),
    **{kind: f"urn:sayso:{kind}:" for kind in ("person", "organization", "reviewer")},
}
JSONLD_CONTEXT: dict[str, str] = dict(PREFIXES)

#: roles of agents, and what else PROV-O has no word for: name -> what it means
ROLES = {
    "speaker": "says it, in words or in writing",
    "relayer": "passes on what somebody else says",
    "publisher": "the outlet that the page appeared in",
    "author": "named in the byline of the page",
    "reader": "found the claims on the page",
    "reviewer": "decided whether what was found is there",
}
TERMS = {
    "status": "asserted, hedged, denied, planned, hypothetical or asked",
    "confidence": "how sure sayso is, from 0 to 1",
    "origins-low": "the least number of independent origins that the pages can go back to",
    "origins-high": "the greatest number of independent origins that the pages can go back to",
    "cue": "the word or words by which the page says that somebody says it",
    "verdict": "accept, reject, correct or skip",
    "edge": "cites, copies, agency or same-utterance: what the later page owes the earlier one",
}
_AGENTS = {
    "person": PROV.Person,
    "organization": PROV.Organization,
    # PROV-O has none for what is neither: an agent is all that is known
}


def empty() -> Graph:
    """A graph that knows our prefixes and no others."""
    graph = Graph(bind_namespaces="none")
    for prefix, namespace in PREFIXES.items():
        graph.bind(prefix, namespace)
    return graph


def vocabulary() -> Graph:
    """What our own terms mean."""
    graph = empty()
    for name, meaning in ROLES.items():
        graph.add((TERM[name], RDF.type, PROV.Role))
        graph.add((TERM[name], RDFS.comment, Literal(meaning, lang="en")))
    for name, meaning in TERMS.items():
        graph.add((TERM[name], RDF.type, RDF.Property))
        graph.add((TERM[name], RDFS.comment, Literal(meaning, lang="en")))
    return graph


def score(value: float) -> Literal:
    """A score as it is written down, and not as a binary fraction."""
    return Literal(f"{value:.3f}", datatype=XSD.decimal)


def add(graph: Graph, subject: Node, *facts: tuple[Node, Node | str | int | float | None]) -> None:
    """Facts of one subject; those that are ``None`` are left out."""
    for predicate, value in facts:
        if value is not None:
            graph.add((subject, predicate, value if isinstance(value, Node) else Literal(value)))


def moment(written: str | None) -> Literal | None:
    """A moment, in the precision that it was given in; ``None`` where nothing is known."""
    if written is None:
        return None
    kind = {4: XSD.gYear, 7: XSD.gYearMonth, 10: XSD.date}.get(len(written), XSD.dateTime)
    return Literal(written, datatype=kind, normalize=False)


def agent(graph: Graph, voice: Voice) -> URIRef:
    """A speaker as an agent, or, where a document says it, as the entity that it is too."""
    who = URIRef(voice.iri)
    add(graph, who, (RDF.type, PROV.Agent), (RDFS.label, voice.name))
    if kind := _AGENTS.get(voice.kind):
        graph.add((who, RDF.type, kind))
    if voice.kind == "document":
        graph.add((who, RDF.type, PROV.Entity))
    return who


def attributed(graph: Graph, entity: URIRef, how: URIRef, voice: Voice, role: str) -> None:
    """That something is somebody's, and in which role; ``how`` is what the attribution itself is called."""
    who = agent(graph, voice)
    add(graph, entity, (PROV.wasAttributedTo, who), (PROV.qualifiedAttribution, how))
    add(graph, how, (RDF.type, PROV.Attribution), (PROV.agent, who), (PROV.hadRole, TERM[role]))
