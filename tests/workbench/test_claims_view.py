"""The ledger: filters are links, facets narrow, what is looked for is marked and nothing else is."""

from __future__ import annotations

import csv
import re
from io import StringIO
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

import pytest
from lxml import html
from starlette.testclient import TestClient

from sayso.ledger import Ledger
from sayso.workbench.app import make_app
from sayso.workbench.settings import Settings


def page(client: TestClient, address: str, **params: str) -> html.HtmlElement:
    answer = client.get(address, params=params or None)
    assert answer.status_code == 200, answer.text[:300]
    return html.fromstring(answer.text)


def count_of(found: html.HtmlElement) -> int:
    told = found.xpath("//p[@class='found']")[0].text_content()
    return int(re.match(r"[\d,]+", told.strip())[0].replace(",", ""))  # type: ignore[index]


def test_every_form_tells_of_the_same_claims(client: TestClient) -> None:
    shown = page(client, "/claims").xpath("//ol[@class='claims']/li//p[@class='text']")
    as_json = client.get("/claims.json").json()
    assert [each.text_content() for each in shown] == [each["text"] for each in as_json]
    rows = list(csv.DictReader(StringIO(client.get("/claims.csv").text, newline="")))
    assert len(rows) == count_of(page(client, "/claims")) > 50
    assert [row["text"] for row in rows][: len(as_json)] == [each["text"] for each in as_json]


def test_each_value_of_a_facet_leads_to_as_many_claims_as_it_says(client: TestClient) -> None:
    found = page(client, "/claims")
    links = found.xpath("//section[@class='facet']//a")
    assert len({link.xpath("ancestor::section/h2")[0].text for link in links}) >= 6
    for link in links:
        says = int(link.xpath(".//span[@class='n']")[0].text.replace(",", ""))
        narrowed = page(client, link.get("href") if link.get("href").startswith("/") else "/claims" + link.get("href"))
        assert count_of(narrowed) == says, link.get("href")
        chosen = narrowed.xpath("//section[@class='facet']//a[@aria-current='true']")
        assert len(chosen) == 1
        assert count_of(page(client, "/claims" + chosen[0].get("href"))) == count_of(found)


def test_filters_stay_when_words_are_looked_for(client: TestClient) -> None:
    outlet = client.get("/claims.json").json()[0]["document"]["outlet"]
    form = page(client, "/claims", outlet=outlet, status="asserted").xpath("//form[@class='question']")[0]
    held = {(field.get("name"), field.get("value")) for field in form.xpath(".//input[@type='hidden']")}
    assert held == {("outlet", outlet), ("status", "asserted")}


def test_a_filter_that_is_set_can_be_taken_out(client: TestClient) -> None:
    found = page(client, "/claims", q="the", status="hedged", sort="relevance")
    links = found.xpath("//ul[@class='active']/li/a")
    assert [link.get("aria-label") for link in links[:-1]] == ["Take out words the", "Take out status hedged"]
    left = [dict(parse_qsl(urlsplit(link.get("href")).query)) for link in links[:-1]]
    assert left == [{"status": "hedged", "sort": "relevance"}, {"q": "the", "sort": "relevance"}]


def test_order_by_relevance_without_words_is_no_fault(client: TestClient) -> None:
    assert client.get("/claims", params={"sort": "relevance", "status": "hedged"}).status_code == 200
    assert client.get("/claims", params={"sort": "backwards"}).status_code == 200


def test_the_claims_of_one_document(client: TestClient) -> None:
    document = client.get("/documents.json").json()[0]
    found = page(client, "/claims", document=document["id"][7:23])
    assert count_of(found) == document["claims"]
    assert document["title"] in found.xpath("//ul[@class='active']")[0].text_content()
    for unknown in ("ffffffffffff", "<script>", "0"):
        answer = client.get("/claims", params={"document": unknown})
        assert answer.status_code == 404
        assert "<script>alert" not in answer.text


def test_what_is_looked_for_is_marked_and_what_comes_from_outside_is_text(client: TestClient) -> None:
    word = "dam"
    marks = page(client, "/claims", q=word).xpath("//ol[@class='claims']//mark")
    assert {mark.text.casefold() for mark in marks} == {word}
    trick = '"><script>alert(1)</script><img src=x onerror=alert(1)>'
    for name in ("q", "outlet", "by", "place", "about", "of"):
        answer = client.get("/claims", params={name: trick})
        assert answer.status_code == 200
        assert "<script>alert" not in answer.text
        assert "<img src=x" not in answer.text


@pytest.mark.parametrize(
    "query",
    ["near=1,2", "near=91,0,5", "said=yesterday", "status=wrong", "origins=many", "min=lots", "page=-3", "alert=red"],
)
def test_absurd_filters_are_told_in_a_sentence(client: TestClient, query: str) -> None:
    answer = client.get(f"/claims?{query}")
    assert answer.status_code == 400
    assert "SAY-001" in answer.text
    assert "Traceback" not in answer.text


def test_filters_that_nothing_meets_say_so(client: TestClient) -> None:
    answer = client.get("/claims", params={"q": "zzzzz", "outlet": "Nobody"})
    assert "No claim meets these filters." in answer.text
    assert client.get("/claims", params={"page": "400"}).status_code == 200


def test_an_empty_ledger_says_how_to_begin(tmp_path: Path) -> None:
    Ledger.open(tmp_path / "empty.db").close()
    with TestClient(make_app(Settings(ledger=tmp_path / "empty.db")), base_url="http://localhost") as visitor:
        answer = visitor.get("/claims")
    assert answer.status_code == 200
    assert "There is no claim in this ledger yet." in answer.text
