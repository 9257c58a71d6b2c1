"""Annotations have the shape that the W3C wants, and every selector leads to the words that it was made of."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from lxml import html as lxml_html

from carried_pages import written
from sayso.document.html.decode import decode
from sayso.ledger import Ledger, make_filters

DATA = Path(__file__).parent / "data"
Node = dict[str, Any]


@pytest.fixture(scope="module")
def collection(ledger: Ledger) -> Node:
    made: Node = json.loads(written("web-annotation", ledger))
    return made


@pytest.fixture(scope="module")
def annotated(collection: Node) -> list[Node]:
    items: list[Node] = collection["first"]["items"]
    return items


def on_page(annotated: list[Node]) -> list[Node]:
    """The targets that quote from pages."""
    return [t for a in annotated if isinstance(a["target"], list) for t in a["target"] if quotes(t)]


def quotes(target: Node) -> list[Node]:
    selectors = target.get("selector", [])
    return [s for s in selectors if s["type"] == "TextQuoteSelector"] if isinstance(selectors, list) else []


def in_text(annotated: list[Node]) -> list[Node]:
    """The targets that are positions in the text of a page."""
    found = [t for a in annotated if isinstance(a["target"], list) for t in a["target"]]
    return [t for t in found if isinstance(t.get("selector"), dict) and t["selector"]["type"] == "TextPositionSelector"]


def captured(ledger: Ledger, target: Node) -> bytes:
    """The bytes that a target's state names by their digest."""
    digest = target["state"]["cached"].removeprefix("ni:///sha-256;")
    return ledger.capture(base64.urlsafe_b64decode(digest + "=" * (-len(digest) % 4)).hex()).body


def shown(element: Any) -> str:
    """The text of an element, with what a reader of the page does not see left out and white space as one space."""
    return " ".join(element.text_content().replace("\xad", "").split())


def test_the_shape_is_that_of_the_recommendation(collection: Node) -> None:
    schema = json.loads((DATA / "web_annotation.schema.json").read_text("utf-8"))
    jsonschema.Draft202012Validator(schema).validate(collection)
    assert collection["total"] == len(collection["first"]["items"]) > 50


def test_no_two_annotations_have_one_name(annotated: list[Node]) -> None:
    names = [a["id"] for a in annotated]
    assert len(set(names)) == len(names)


# rdflib's own reader of JSON-LD still uses what rdflib has deprecated
@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")
def test_it_is_linked_data_of_known_terms(collection: Node) -> None:
    rdflib = pytest.importorskip("rdflib")
    context = json.loads((DATA / "anno_context.json").read_text("utf-8"))
    del context["$comment"]
    used = {key for node in nodes(collection) for key in node} - {"@context"}
    assert used <= set(context)
    graph = rdflib.Graph().parse(data=json.dumps({**collection, "@context": context}), format="json-ld")
    oa = rdflib.Namespace("http://www.w3.org/ns/oa#")
    found = set(graph.subjects(rdflib.RDF.type, oa.Annotation))
    assert {str(name) for name in found} == {a["id"] for a in collection["first"]["items"]}
    assert all(graph.value(name, oa.hasTarget) is not None for name in found)
    motives = set(graph.objects(None, oa.motivatedBy)) | set(graph.objects(None, oa.hasPurpose))
    assert all(str(motive).startswith(str(oa)) for motive in motives)


def nodes(value: Any) -> Iterator[Node]:
    if isinstance(value, dict):
        yield value
        for each in value.values():
            yield from nodes(each)
    elif isinstance(value, list):
        for each in value:
            yield from nodes(each)


def test_a_quotation_is_found_in_the_block_that_its_path_leads_to(ledger: Ledger, annotated: list[Node]) -> None:
    looked = 0
    trees: dict[str, Any] = {}
    for target in on_page(annotated):
        for selector in target["selector"]:
            if selector["type"] != "XPathSelector":
                continue
            if (name := target["state"]["cached"]) not in trees:
                trees[name] = lxml_html.document_fromstring(decode(captured(ledger, target)).text)
            (element,) = trees[name].xpath(selector["value"])
            quote = selector["refinedBy"]
            assert quote.get("prefix", "") + quote["exact"] + quote.get("suffix", "") in shown(element)
            looked += 1
    assert looked > 100


def test_where_there_is_no_markup_the_quotation_stands_in_its_range_of_bytes(
    ledger: Ledger, annotated: list[Node]
) -> None:
    looked = 0
    for target in on_page(annotated):
        for selector in target["selector"]:
            if selector["type"] == "DataPositionSelector":
                part = captured(ledger, target)[selector["start"] : selector["end"]].decode("utf-8")
                assert selector["refinedBy"]["exact"] in " ".join(part.split())
                looked += 1
    assert looked > 10


def test_a_position_leads_to_the_words_in_the_text_that_comes_with_it(annotated: list[Node]) -> None:
    texts = {b["id"]: b["value"] for a in annotated for b in a["body"] if b.get("id", "").endswith(":text")}
    looked = 0
    for annotation in annotated:
        by_style: dict[str, list[str]] = {}
        for target in annotation["target"] if isinstance(annotation["target"], list) else []:
            if found := quotes(target):
                by_style.setdefault(target["styleClass"], []).append(found[0]["exact"])
        for target in in_text([annotation]):
            words = texts[target["source"]][target["selector"]["start"] : target["selector"]["end"]]
            assert words
            assert any(quote in words for quote in by_style[target["styleClass"]])
            looked += 1
    assert looked > 100


def test_positions_count_characters_and_not_units_of_any_encoding(ledger: Ledger, annotated: list[Node]) -> None:
    (page,) = (each for each in ledger.readings() if each.document.source == "tricks.html")
    (claim,) = (each for each in page.claims if "🚉" in each.text)
    (annotation,) = (a for a in annotated if a["id"].endswith(f"{page.document.id}:{claim.id}"))
    (target,) = in_text([annotation])
    words = page.document.text[target["selector"]["start"] : target["selector"]["end"]]
    assert words.startswith(("that 1,200", "1,200"))
    assert words == quotes(annotation["target"][0])[0]["exact"]


def test_the_same_words_twice_on_a_page_are_told_apart(ledger: Ledger, annotated: list[Node]) -> None:
    twice = [
        quote
        for target in on_page(annotated)
        for quote in quotes(target)
        if target["source"].startswith("https://tricks.example")
        and quote["exact"].endswith("the bridge had fallen twice")
    ]
    assert len({json.dumps(quote) for quote in twice}) == 2


def test_who_says_it_and_in_whose_words_it_stands_are_linked(ledger: Ledger, annotated: list[Node]) -> None:
    by_name = {a["id"]: a for a in annotated}
    for page in ledger.readings():
        for claim in page.claims:
            at, seen = f"urn:sayso:{page.document.id}:{claim.id}", []
            while links := [b["source"] for b in by_name[at]["body"] if b.get("purpose") == "linking"]:
                (at,) = links
                seen.append(at.rpartition(":")[2])
            assert tuple(seen) == claim.chain


def test_what_reviewers_decided_is_theirs(annotated: list[Node]) -> None:
    by_name = {a["id"]: a for a in annotated}
    decided = [a for a in annotated if a["creator"]["type"] == "Person"]
    assert {a["motivation"] for a in decided} == {"assessing", "editing"}
    assert {a["creator"]["name"] for a in decided} == {"Ada Review"}
    (corrected,) = (a for a in decided if a["motivation"] == "editing")
    claim = by_name[corrected["target"]]
    assert any("Ilinka <Petrova>" in b.get("value", "") for b in claim["body"])
    assert any(b["value"] == "I correct it: </script> 😀" for b in corrected["body"])


def test_a_script_cannot_be_ended_by_what_a_page_says(ledger: Ledger) -> None:
    assert b"<" not in written("web-annotation", ledger)


def test_one_page_one_claim_and_one_question_are_parts_of_the_whole(ledger: Ledger, annotated: list[Node]) -> None:
    known = {a["id"]: a for a in annotated}
    claim = next(ledger.claims(make_filters(by="Ristevski")))
    for chosen in (
        {"document": claim.document.id},
        {"claim": f"{claim.document.id}#{claim.id}"},
        {"filters": make_filters(by="Ristevski")},
        {"cluster": next(ledger.clusters(make_filters(), pages=2)).cluster},
    ):
        items = json.loads(written("web-annotation", ledger, **chosen))["first"]["items"]
        assert items
        assert all(known[a["id"]] == a for a in items)
        assert len(items) < len(annotated)


def test_twice_gives_the_same_bytes(ledger: Ledger) -> None:
    assert written("web-annotation", ledger) == written("web-annotation", ledger)


def test_nothing_chosen_is_an_empty_collection(ledger: Ledger) -> None:
    made = json.loads(written("web-annotation", ledger, filters=make_filters(about="zebra")))
    assert made["first"]["items"] == []
    assert made["total"] == 0
