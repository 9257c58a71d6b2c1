"""Provenance is PROV-O: known terms, used of what they are for, without circles, and the same in both notations."""

from __future__ import annotations

import io
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from carried_pages import carried_path, nasty, written
from sayso.export import Selection, export
from sayso.ledger import Ledger, make_filters

rdflib = pytest.importorskip("rdflib")
PROV, RDF = rdflib.PROV, rdflib.RDF
#: property -> classes of its subject and of its object (PROV-O, section 4); of a qualified one what it points to
SHAPES = {
    PROV.wasDerivedFrom: ({PROV.Entity}, {PROV.Entity}),
    PROV.wasQuotedFrom: ({PROV.Entity}, {PROV.Entity}),
    PROV.hadPrimarySource: ({PROV.Entity}, {PROV.Entity}),
    PROV.specializationOf: ({PROV.Entity}, {PROV.Entity}),
    PROV.wasAttributedTo: ({PROV.Entity}, {PROV.Agent}),
    PROV.wasGeneratedBy: ({PROV.Entity}, {PROV.Activity}),
    PROV.wasInfluencedBy: ({PROV.Entity}, {PROV.Activity}),
    PROV.used: ({PROV.Activity}, {PROV.Entity}),
    PROV.wasInformedBy: ({PROV.Activity}, {PROV.Activity}),
    PROV.wasAssociatedWith: ({PROV.Activity}, {PROV.Agent}),
    PROV.hadMember: ({PROV.Collection}, {PROV.Entity}),
    PROV.qualifiedAttribution: ({PROV.Entity}, {PROV.Attribution}),
    PROV.qualifiedDerivation: ({PROV.Entity}, {PROV.Derivation}),
    PROV.qualifiedQuotation: ({PROV.Entity}, {PROV.Quotation}),
    PROV.qualifiedAssociation: ({PROV.Activity}, {PROV.Association}),
    PROV.agent: ({PROV.Attribution, PROV.Association}, {PROV.Agent}),
    PROV.entity: ({PROV.Derivation, PROV.Quotation}, {PROV.Entity}),
    PROV.hadRole: ({PROV.Attribution, PROV.Association}, {PROV.Role}),
    PROV.hadActivity: ({PROV.Derivation}, {PROV.Activity}),
}
DATED = {PROV.generatedAtTime: PROV.Entity, PROV.endedAtTime: PROV.Activity}


@pytest.fixture(scope="module")
def graph(ledger: Ledger) -> Any:
    return rdflib.Graph().parse(data=written("prov", ledger), format="turtle")


def part(document: str, name: str) -> Any:
    return rdflib.URIRef(f"urn:sayso:{document}:{name}")


def test_every_term_is_one_of_prov_or_explained(graph: Any) -> None:
    for predicate in set(graph.predicates()):
        if str(predicate).startswith(str(PROV)):
            assert predicate in SHAPES or predicate in DATED or predicate == PROV.value
            # a closed namespace: a term that it does not have is an error
            assert PROV[str(predicate).removeprefix(str(PROV))] == predicate
        if str(predicate).startswith("urn:sayso:"):
            assert graph.value(predicate, rdflib.RDFS.comment)
    for kind in set(graph.objects(None, RDF.type)):
        if str(kind).startswith(str(PROV)):
            assert PROV[str(kind).removeprefix(str(PROV))] == kind


def test_every_term_is_used_of_what_it_is_for(graph: Any) -> None:
    for predicate, (subjects, objects) in SHAPES.items():
        for subject, value in graph.subject_objects(predicate):
            assert subjects & set(graph.objects(subject, RDF.type)), (subject, predicate)
            assert objects & set(graph.objects(value, RDF.type)), (predicate, value)
    for predicate, kind in DATED.items():
        for subject, value in graph.subject_objects(predicate):
            assert kind in set(graph.objects(subject, RDF.type))
            assert value.datatype == rdflib.XSD.dateTime


def test_what_is_qualified_is_also_said_in_short(graph: Any) -> None:
    for qualified, short, to in (
        (PROV.qualifiedAttribution, PROV.wasAttributedTo, PROV.agent),
        (PROV.qualifiedAssociation, PROV.wasAssociatedWith, PROV.agent),
        (PROV.qualifiedDerivation, PROV.wasDerivedFrom, PROV.entity),
        (PROV.qualifiedQuotation, PROV.wasQuotedFrom, PROV.entity),
    ):
        for subject, how in graph.subject_objects(qualified):
            assert (subject, short, graph.value(how, to)) in graph


def test_no_entity_is_made_of_itself(graph: Any) -> None:
    made_of: dict[Any, set[Any]] = {}
    for predicate in (PROV.wasDerivedFrom, PROV.wasQuotedFrom, PROV.hadPrimarySource):
        for later, earlier in graph.subject_objects(predicate):
            made_of.setdefault(later, set()).add(earlier)
    done: set[Any] = set()

    def visit(node: Any, above: tuple[Any, ...]) -> None:
        assert node not in above, f"{node} is made of itself"
        if node not in done:
            for each in made_of.get(node, ()):
                visit(each, (*above, node))
            done.add(node)

    for each in made_of:
        visit(each, ())


def test_chains_stay_nested(ledger: Ledger, graph: Any) -> None:
    """From the page through the outermost hop in to the innermost, and the claim has that for its source."""
    deepest = 0
    for page in ledger.readings():
        document = page.document.id
        for claim in page.claims:
            outer = rdflib.URIRef(f"urn:sayso:{document}")
            for hop in reversed(claim.chain):
                inner = part(document, hop)
                assert {PROV.wasDerivedFrom, PROV.wasQuotedFrom} & set(graph.predicates(outer, inner))
                outer = inner
            if claim.chain:
                assert (part(document, claim.id), PROV.hadPrimarySource, part(document, claim.chain[0])) in graph
            deepest = max(deepest, len(claim.chain))
    assert deepest > 1


def test_whoever_says_it_has_another_role_than_whoever_passes_it_on(ledger: Ledger, graph: Any) -> None:
    roles = set(graph.objects(None, PROV.hadRole))
    assert {str(role).rpartition(":")[2] for role in roles} == {
        *("author", "publisher", "reader", "relayer", "reviewer", "speaker")
    }
    (page,) = (each for each in ledger.readings() if each.document.source.endswith("05-kestrel-update.html"))
    claim = next(each for each in page.claims if len(each.chain) > 1)
    hows = list(graph.objects(part(page.document.id, claim.id), PROV.qualifiedAttribution))
    assert {str(graph.value(how, PROV.hadRole)) for how in hows} >= {"urn:sayso:term:relayer"}


def test_a_claim_is_found_where_its_selector_says(ledger: Ledger, graph: Any) -> None:
    oa = rdflib.Namespace("http://www.w3.org/ns/oa#")
    for page in ledger.readings():
        for claim in page.claims:
            how = graph.value(part(page.document.id, claim.id), PROV.qualifiedDerivation)
            selector = graph.value(how, oa.hasSelector)
            ends = [int(graph.value(selector, end)) for end in (oa.start, oa.end)]
            assert ends == [claim.start, claim.end]


def test_pages_that_have_it_from_each_other_say_so(ledger: Ledger, graph: Any) -> None:
    edges = [
        (member.document, other.document)
        for cluster in ledger.clusters(make_filters(), pages=2)
        for group in cluster.origins.groups
        for edge in group.edges
        for member in cluster.members
        for other in cluster.members
        if (member.source, other.source) == (edge.from_, edge.to) and edge.kind != "same-utterance"
    ]
    assert edges
    for later, earlier in edges:
        ends = (rdflib.URIRef(f"urn:sayso:{later}"), rdflib.URIRef(f"urn:sayso:{earlier}"))
        assert {PROV.wasDerivedFrom, PROV.wasQuotedFrom} & set(graph.predicates(*ends))
    collections = set(graph.subjects(RDF.type, PROV.Collection))
    assert all(len(set(graph.objects(each, PROV.hadMember))) > 1 for each in collections)


def test_reviewers_act(graph: Any) -> None:
    verdicts = {str(value) for value in graph.objects(None, rdflib.URIRef("urn:sayso:term:verdict"))}
    assert verdicts == {"accept", "correct"}
    for act in graph.subjects(rdflib.URIRef("urn:sayso:term:verdict")):
        assert str(graph.value(graph.value(act, PROV.wasAssociatedWith), rdflib.RDFS.label)) == "Ada Review"
        assert graph.value(predicate=PROV.wasInfluencedBy, object=act)


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")
def test_both_notations_say_the_same(ledger: Ledger, graph: Any) -> None:
    out = io.BytesIO()
    export("prov", ledger, Selection(), out, suffix=".jsonld")
    other = rdflib.Graph().parse(data=out.getvalue(), format="json-ld")
    assert set(other) == set(graph)
    # no nameless nodes: parts of several exports can be put together
    assert not any(isinstance(node, rdflib.BNode) for triple in graph for node in triple)


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")
def test_any_text_comes_back_as_it_was(tmp_path: Path) -> None:
    with nasty(tmp_path / "ledger.db") as ledger:
        made = rdflib.Graph().parse(data=written("prov", ledger), format="turtle")
        values = {str(value) for value in made.objects(None, PROV.value)}
        assert {claim.text for claim in ledger.claims(make_filters())} <= values
        out = io.BytesIO()
        export("prov", ledger, Selection(), out, suffix=".jsonld")
        assert set(rdflib.Graph().parse(data=out.getvalue(), format="json-ld")) == set(made)


def test_one_claim_is_a_part_of_the_whole(ledger: Ledger, graph: Any) -> None:
    claim = next(ledger.claims(make_filters(by="Ristevski")))
    name = f"{claim.document.id}#{claim.id}"
    made = rdflib.Graph().parse(data=written("prov", ledger, claim=name), format="turtle")
    assert set(made) < set(graph)
    assert (part(claim.document.id, claim.id), PROV.value, rdflib.Literal(claim.text)) in made


def test_the_same_bytes_whatever_the_order_of_sets(ledger: Ledger, examples: Path) -> None:
    made = {_in_another_process(carried_path(examples), seed) for seed in ("0", "7")}
    assert made == {written("prov", ledger)}


def _in_another_process(path: Path, seed: str) -> bytes:
    script = (
        "import sys; from sayso.export import Selection, export; from sayso.ledger import Ledger\n"
        "with Ledger.open(sys.argv[1]) as ledger: export('prov', ledger, Selection(), sys.stdout.buffer)"
    )
    command = [sys.executable, "-c", script, str(path)]
    return subprocess.run(command, capture_output=True, check=True, env={"PYTHONHASHSEED": seed}).stdout
