"""Claims on several pages: ``/origins``."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient


def test_claims_on_several_pages_are_listed_with_their_origins(client: TestClient) -> None:
    page = client.get("/origins")
    assert page.status_code == 200
    found = client.get("/origins.json").json()
    assert found
    assert all(len({member["document"] for member in each["members"]}) > 1 for each in found)
    assert f'href="/origins/{found[0]["cluster"]}"' in page.text
    assert "origin" in page.text


def test_claims_on_one_page_are_shown_where_that_is_asked(client: TestClient) -> None:
    several, every = (client.get(f"/origins.csv{asked}").text.splitlines() for asked in ("", "?pages=1"))
    assert len(every) > len(several)


def test_the_alerts_can_be_chosen(client: TestClient) -> None:
    found = client.get("/origins.json?pages=1&alert=contradiction").json()
    assert found
    assert all("contradiction" in {alert["kind"] for alert in each["alerts"]} for each in found)


def test_the_table_holds_every_member(client: TestClient) -> None:
    lines = client.get("/origins.csv").text.splitlines()
    members = sum(len(each["members"]) for each in client.get("/origins.json").json())
    assert lines[0].startswith("cluster,")
    assert len(lines) > members


def test_the_name_of_a_claim_leads_to_it(client: TestClient) -> None:
    answer = client.get("/origins?q=k12", follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, "/origins/k12")


@pytest.mark.parametrize("asked", ["pages=none", "pages=-1", "alert=nonsense", "sort=relevance", "page=0"])
def test_what_cannot_be_asked_is_told(client: TestClient, asked: str) -> None:
    answer = client.get(f"/origins?{asked}")
    assert answer.status_code == 400
    assert "What to do" in answer.text


def test_nothing_found_says_what_to_do(client: TestClient) -> None:
    answer = client.get("/origins?q=zzzzunheardof")
    assert answer.status_code == 200
    assert "No claim on 2 pages or more" in answer.text
