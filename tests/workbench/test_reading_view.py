"""A page beside what was read in it: the page's own text, marks with numbers, comments apart, versions, decisions."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import html
from starlette.testclient import TestClient

from sayso.ledger import Filters, Ledger
from sayso.nouns import Correction, Decision, Reading
from sayso.nouns.found import FoundDocument


@pytest.fixture(scope="module")
def readings(filled: Path) -> dict[str, Reading]:
    """Title -> reading."""
    with Ledger.open(filled, create=False) as ledger:
        found: list[FoundDocument] = list(ledger.documents(Filters()))
        return {each.id[7:23]: ledger.reading(each.id) for each in found}


def page(client: TestClient, address: str) -> html.HtmlElement:
    answer = client.get(address)
    assert answer.status_code == 200, answer.text[:300]
    return html.fromstring(answer.text)


def test_the_text_on_the_page_is_the_text_of_the_document(client: TestClient, readings: dict[str, Reading]) -> None:
    for key, reading in readings.items():
        found = page(client, f"/documents/{key}")
        assert found.xpath("//div[@id='text']")[0].text_content() == reading.document.text


def test_every_attribution_has_its_note_and_every_link_in_the_page_its_goal(
    client: TestClient, readings: dict[str, Reading]
) -> None:
    for key, reading in readings.items():
        found = page(client, f"/documents/{key}")
        idents = found.xpath("//@id")
        assert len(idents) == len(set(idents))
        notes = found.xpath("//li[starts-with(@id, 'note-')]/@id")
        assert set(notes) == {f"note-{each.id}" for each in reading.attributions}
        goals = {href[1:] for href in found.xpath("//a/@href") if href.startswith("#")}
        assert goals <= set(idents)
        assert {claim.id for claim in reading.claims} <= goals


def test_an_attribution_inside_another_says_so(client: TestClient, readings: dict[str, Reading]) -> None:
    key, inner = next((key, a) for key, r in readings.items() for a in r.attributions if a.parent)
    note = page(client, f"/documents/{key}").xpath(f"//li[@id='note-{inner.id}']")[0]
    assert f"#note-{inner.parent}" in note.xpath(".//a/@href")
    assert "←" in note.xpath(".//p[@class='chain']")[0].text


def test_whoever_is_meant_stands_beside_who_speaks(client: TestClient, readings: dict[str, Reading]) -> None:
    names = [
        (key, entity.name)
        for key, reading in readings.items()
        for a in reading.attributions
        for entity in reading.entities
        for mention in reading.mentions
        if mention.form == "pronoun" and mention.entity == entity.id == a.source.entity
        if (mention.start, mention.end) in a.source.spans
    ]
    assert names
    for key, name in names:
        assert name in page(client, f"/documents/{key}").xpath("//span[@class='speaker']/@data-label")


def test_comments_stand_apart_with_the_reasons_of_their_verdict(
    client: TestClient, readings: dict[str, Reading]
) -> None:
    key, spam = next((key, c) for key, r in readings.items() for c in r.comments if c.spam)
    found = page(client, f"/documents/{key}").xpath("//section[contains(@class, 'comments')]//li")
    told = next(
        each.text_content()
        for each in found
        if "spam" in each.get("class").split() and spam.text in each.text_content()
    )
    assert all(reason in told for reason in spam.reasons)
    assert spam.text not in page(client, f"/documents/{key}").xpath("//div[@id='text']")[0].text_content()


def test_title_and_date_come_with_where_they_were_found(client: TestClient, readings: dict[str, Reading]) -> None:
    key, reading = next((key, r) for key, r in readings.items() if r.document.evidence)
    found = page(client, f"/documents/{key}").text_content()
    assert all(each.where in found for each in reading.document.evidence)


def test_a_page_read_twice_has_both_readings(
    reviewer: TestClient, own_ledger: Path, readings: dict[str, Reading]
) -> None:
    key, reading = next(iter(readings.items()))
    import msgspec

    with Ledger.open(own_ledger) as ledger:
        capture = ledger.capture(reading.document.capture.sha256)
        ledger.add(capture, msgspec.structs.replace(reading, claims=reading.claims[:1], checks=()))
    current = page(reviewer, f"/documents/{key}")
    assert len(current.xpath("//div[@id='text']//a[@class='to-claim']")) == 1
    first = page(reviewer, f"/documents/{key}?version=1")
    assert "not the current one" in first.text_content()
    assert len(first.xpath("//div[@id='text']//a[@class='to-claim']")) == len(reading.claims)


def test_a_correction_shows_in_the_text_and_in_the_list_of_decisions(
    reviewer: TestClient, own_ledger: Path, readings: dict[str, Reading]
) -> None:
    key, claim = next((key, c) for key, r in readings.items() for c in r.claims if c.attribution)
    with Ledger.open(own_ledger) as ledger:
        wanted = Correction(speaker="Ines Falk", type="person")
        made = Decision(
            document=key, target=claim.id, verdict="correct", correction=wanted, by="Nils", why="she says so"
        )
        ledger.decide(made)
    found = page(reviewer, f"/documents/{key}")
    table = found.xpath("//section[@aria-labelledby='the-decisions']//tbody")[0].text_content()
    assert "Nils" in table
    assert "she says so" in table
    assert "Ines Falk" in found.xpath("//section[@class='notes']")[0].text_content()


@pytest.mark.parametrize("name", ["ffffffffffffffff", "nothing", "0", "%3Cscript%3E", "sha256:"])
def test_a_document_that_is_not_there(client: TestClient, name: str) -> None:
    answer = client.get(f"/documents/{name}")
    assert answer.status_code == 404
    assert "<script>" not in answer.text.replace('<script type="module"', "")
    assert "Go to the ledger" in answer.text


def test_a_version_that_is_not_there(client: TestClient, readings: dict[str, Reading]) -> None:
    for version in ("9", "0", "x", "-1", "9" * 30, "１"):
        assert client.get(f"/documents/{next(iter(readings))}", params={"version": version}).status_code == 404


def test_the_reading_as_json_is_the_reading(client: TestClient, readings: dict[str, Reading]) -> None:
    from sayso.nouns import to_dict

    key, reading = next(iter(readings.items()))
    assert client.get(f"/documents/{key}.json").json() == to_dict(reading)
    lines = client.get(f"/documents/{key}.csv").text.splitlines()
    assert len(lines) >= len(reading.claims) + 1
