"""Claims are those of schema.org, with all pages that they appear on; a draft of a review says nothing of truth."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from carried_pages import TRICKS, written
from linked_readings import copies
from sayso.ledger import Ledger, make_filters

DATA = Path(__file__).parent / "data"
Node = dict[str, Any]


@pytest.fixture(scope="module")
def claims(ledger: Ledger) -> list[Node]:
    return graph(written("claimreview", ledger))


@pytest.fixture(scope="module")
def schema() -> Node:
    made: Node = json.loads((DATA / "claim_review.schema.json").read_text("utf-8"))
    return made


def graph(made: bytes) -> list[Node]:
    document = json.loads(made)
    assert document["@context"] == "https://schema.org"
    found: list[Node] = document["@graph"]
    return found


def test_every_claim_has_the_shape_that_fact_checkers_expect(claims: list[Node], schema: Node) -> None:
    of_claim = jsonschema.Draft202012Validator({"$ref": "#/$defs/claim", "$defs": schema["$defs"]})
    for claim in claims:
        of_claim.validate(claim)
    assert len(claims) > 20


def test_every_term_is_one_of_schema_org(ledger: Ledger, claims: list[Node]) -> None:
    rdflib = pytest.importorskip("rdflib")
    draft = graph(written("claimreview", ledger, cluster="k1"))
    terms: set[str] = set()

    def gather(value: Any) -> None:
        for each in value if isinstance(value, list) else [value]:
            if isinstance(each, dict):
                terms.update(key for key in each if not key.startswith("@"))
                terms.add(each["@type"])
                gather(list(each.values()))

    gather([*claims, *draft])
    assert {"Claim", "ClaimReview", "firstAppearance", "creativeWorkStatus"} <= terms
    # a closed namespace: a term that it does not have is an error
    assert all(str(rdflib.SDO[term]) == f"https://schema.org/{term}" for term in terms)


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")
def test_it_is_linked_data(ledger: Ledger) -> None:
    rdflib = pytest.importorskip("rdflib")
    document = json.loads(written("claimreview", ledger))
    document["@context"] = {"@vocab": "https://schema.org/"}
    made = rdflib.Graph().parse(data=json.dumps(document), format="json-ld")
    claims = set(made.subjects(rdflib.RDF.type, rdflib.SDO.Claim))
    assert {str(each) for each in claims} == {each["@id"] for each in document["@graph"]}


def test_a_claim_of_several_pages_is_one_with_the_earliest_first(ledger: Ledger, claims: list[Node]) -> None:
    cluster = next(ledger.clusters(make_filters(), pages=3))
    names = {f"urn:sayso:{member.document}:{member.claim}" for member in cluster.members}
    (claim,) = (each for each in claims if each["@id"] in names)
    assert len(claim["appearance"]) == len({member.document for member in cluster.members}) - 1
    assert claim["firstAppearance"]["datePublished"] <= min(each["datePublished"] for each in claim["appearance"])
    assert "Independent origins behind" in claim["description"]


def test_every_claim_that_meets_the_question_is_in_one(ledger: Ledger) -> None:
    clusters = list(ledger.clusters(make_filters(by="Ristevski")))
    assert len(graph(written("claimreview", ledger, filters=make_filters(by="Ristevski")))) == len(clusters) > 0


def test_nobody_is_made_the_author_of_what_nobody_is_named_for(ledger: Ledger, claims: list[Node]) -> None:
    by_name = {each["@id"]: each for each in claims}
    unnamed = 0
    for page in ledger.readings():
        kinds = {each.id: each.source for each in page.attributions}
        for claim in page.claims:
            made = by_name.get(f"urn:sayso:{page.document.id}:{claim.id}")
            if made and claim.attribution and kinds[claim.attribution].text is None:
                unnamed += 1
                assert "author" not in made
    assert unnamed


def test_the_authors_of_a_story_are_who_says_it(claims: list[Node]) -> None:
    authors = {each["author"]["name"] for each in claims if isinstance(each.get("author"), dict)}
    assert "Goran Ristevski" in authors


def test_no_review_is_made_of_what_was_not_asked_for_by_name(claims: list[Node]) -> None:
    assert {each["@type"] for each in claims} == {"Claim"}


def test_a_draft_becomes_a_review_by_what_the_fact_checker_adds(ledger: Ledger, schema: Node) -> None:
    claim = next(ledger.claims(make_filters(by="Ristevski")))
    (draft,) = graph(written("claimreview", ledger, claim=f"{claim.document.id}#{claim.id}"))
    assert draft["creativeWorkStatus"] == "Draft"
    check = jsonschema.Draft202012Validator(schema)
    assert sorted(error.message.split("'")[1] for error in check.iter_errors(draft)) == ["reviewRating", "url"]
    draft["reviewRating"] = {"@type": "Rating", "alternateName": "Half of it"}
    draft["url"] = "https://facts.example/checks/1"
    check.validate(draft)


def test_a_script_cannot_be_ended_by_what_a_page_says(ledger: Ledger) -> None:
    assert "&lt;/script&gt;" in TRICKS
    assert b"<" not in written("claimreview", ledger)


def test_twice_gives_the_same_bytes(ledger: Ledger) -> None:
    assert written("claimreview", ledger) == written("claimreview", ledger)


def test_pages_that_were_never_linked_have_their_claims_too(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "ledger.db") as ledger:
        for capture, reading in copies(2):
            ledger.add(capture, reading)
        assert ledger.unlinked() == 2
        made = graph(written("claimreview", ledger))
        assert len(made) == len(list(ledger.claims(make_filters())))
        assert all("Independent" not in each["description"] for each in made)
