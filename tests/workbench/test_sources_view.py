"""Who speaks: ``/sources`` and ``/network``."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient

from sayso.workbench.speakers import address, named


def test_speakers_are_listed_with_links_to_their_pages(client: TestClient) -> None:
    page = client.get("/sources")
    assert page.status_code == 200
    found = client.get("/sources.json").json()
    assert found
    for each in found:
        assert f'href="{address(each["speaker"])}"' in page.text.replace("&#39;", "'")
    assert [each["claims"] for each in found[:3]] == sorted((e["claims"] for e in found[:3]), reverse=True)


def test_the_table_has_all_of_them(client: TestClient) -> None:
    lines = client.get("/sources.csv").text.splitlines()
    assert lines[0].startswith("speaker,kind,roles")
    assert len(lines) > len(client.get("/sources.json").json())


def test_further_pages_go_on(client: TestClient) -> None:
    first, second = (client.get(f"/sources?page={page}") for page in (1, 2))
    assert "Further on the list" in first.text
    assert second.status_code == 200
    names = {each["speaker"] for each in client.get("/sources.json?page=2").json()}
    assert names
    assert client.get("/sources?page=300").status_code == 200


def test_a_speaker_is_found_by_role_or_name(client: TestClient) -> None:
    found = client.get("/sources.json?q=Ristevski").json()
    assert "Goran Ristevski" in {each["speaker"] for each in found}


@pytest.mark.parametrize("sort", ["claims", "newest"])
def test_the_order_can_be_chosen(client: TestClient, sort: str) -> None:
    assert client.get(f"/sources?sort={sort}").status_code == 200


def test_it_says_that_grades_are_peoples(client: TestClient) -> None:
    assert "sayso never works one out" in client.get("/sources").text


def test_nothing_found_says_what_to_do(client: TestClient) -> None:
    answer = client.get("/sources?q=zzzzunheardof")
    assert answer.status_code == 200
    assert "No source meets these filters" in answer.text


@pytest.mark.parametrize("asked", ["page=0", "sort=relevance", "said=nonsense"])
def test_what_cannot_be_asked_is_told(client: TestClient, asked: str) -> None:
    assert client.get(f"/sources?{asked}").status_code == 400


def test_who_reports_whom(client: TestClient) -> None:
    page = client.get("/network")
    assert page.status_code == 200
    found = client.get("/network.json").json()
    nodes = {node["id"] for node in found["nodes"]}
    assert all({edge["from"], edge["to"]} <= nodes for edge in found["edges"])
    graph = client.get("/network/graph.json").json()
    assert {node["id"] for node in graph["nodes"]} == nodes
    assert len(graph["edges"]) == len(found["edges"])


@pytest.mark.parametrize(
    "name",
    ["Goran Ristevski", "A/B testing group", "notes.json", "a.csv", "50% of them?", "#1 fan", "Ægir & Søn", ".."],
)
def test_every_name_has_an_address(name: str) -> None:
    from urllib.parse import unquote

    from sayso.workbench.forms import split

    where = address(name)
    bare, form = split(unquote(where))
    assert form == "html"
    assert named(bare.removeprefix("/sources/")) == name


def test_nobody_has_an_address_too() -> None:
    assert named(address(None).removeprefix("/sources/")) is None
