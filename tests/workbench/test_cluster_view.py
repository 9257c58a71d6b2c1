"""One claim with its origins: ``/origins/{name}``, and what reviewers say of it."""

from __future__ import annotations

import re
from typing import Any

from starlette.testclient import TestClient


def first(client: TestClient, asked: str = "") -> dict[str, Any]:
    found: list[dict[str, Any]] = client.get(f"/origins.json{asked}").json()
    return found[0]


def token(page: str) -> str:
    found = re.search(r'name="csrf" value="([^"]+)"', page)
    assert found
    return found[1]


def test_a_claim_shows_its_origins_and_pages(client: TestClient) -> None:
    cluster = first(client)
    page = client.get(f"/origins/{cluster['cluster']}")
    assert page.status_code == 200
    for group in cluster["origins"]["groups"]:
        assert group["origin"].split(",")[0] in page.text
    for member in cluster["members"]:
        assert f"/claims/{member['document'].removeprefix('sha256:')[:16]}/{member['claim']}" in page.text


def test_the_same_as_json_and_csv(client: TestClient) -> None:
    cluster = first(client)
    assert client.get(f"/origins/{cluster['cluster']}.json").json() == cluster
    assert len(client.get(f"/origins/{cluster['cluster']}.csv").text.splitlines()) == 1 + len(cluster["members"])


def test_the_drawing_holds_only_edges_between_its_nodes(client: TestClient) -> None:
    for cluster in client.get("/origins.json").json():
        graph = client.get(f"/origins/{cluster['cluster']}/graph.json").json()
        nodes = {node["id"] for node in graph["nodes"]}
        assert {member["source"] for member in cluster["members"]} <= nodes
        assert all({edge["source"], edge["target"]} <= nodes for edge in graph["edges"])
        assert graph["edges"]


def test_an_alert_is_told_with_its_pages(client: TestClient) -> None:
    cluster = first(client, "?pages=1&alert=contradiction")
    page = client.get(f"/origins/{cluster['cluster']}").text
    assert "Beware" in page
    assert "Contradiction" in page


def test_no_such_claim(client: TestClient) -> None:
    for name in ("k99999999", "k", "nonsense", "k1x"):
        answer = client.get(f"/origins/{name}")
        assert answer.status_code == 404
        assert "look for its words under Origins" in answer.text


def test_two_statements_are_taken_apart_and_put_together_again(reviewer: TestClient) -> None:
    cluster = first(reviewer)
    address = f"/origins/{cluster['cluster']}"
    a, b = (f"{member['document']}#{member['claim']}" for member in (cluster["members"][0], cluster["members"][-1]))
    sent = {"a": a, "b": b, "kind": "different", "why": "another day", "by": "Ann", "back": address}
    answer = reviewer.post("/judgements", data={**sent, "csrf": token(reviewer.get(address).text)})
    assert answer.status_code == 200
    assert "is kept as number" in answer.text
    assert "another day" in answer.text
    assert "Ann" in answer.text
    together = reviewer.get(str(answer.url).partition("?")[0] + ".json").json()
    keys = {f"{member['document']}#{member['claim']}" for member in together["members"]}
    assert not {a, b} <= keys
    number = re.search(r"/judgements/(\d+)/undo", answer.text)
    assert number
    undone = reviewer.post(number[0], data={"csrf": token(answer.text), "back": address})
    assert "is taken back" in undone.text
    again = reviewer.get(str(undone.url).partition("?")[0] + ".json").json()
    assert {a, b} <= {f"{member['document']}#{member['claim']}" for member in again["members"]}


def test_the_second_claim_may_be_the_address_of_its_page(reviewer: TestClient) -> None:
    one, other = reviewer.get("/origins.json").json()[:2]
    member, far = one["members"][0], other["members"][0]
    name = f"http://localhost/claims/{far['document'].removeprefix('sha256:')[:16]}/{far['claim']}"
    sent = {"a": f"{member['document']}#{member['claim']}", "b": "", "other": name, "kind": "same"}
    csrf = token(reviewer.get(f"/origins/{one['cluster']}").text)
    answer = reviewer.post("/judgements", data={**sent, "csrf": csrf})
    found = reviewer.get(str(answer.url).partition("?")[0] + ".json").json()
    assert far["document"] in {each["document"] for each in found["members"]}


def test_a_form_of_another_site_changes_nothing(reviewer: TestClient) -> None:
    cluster = first(reviewer)
    reviewer.get("/origins")
    a, b = (f"{member['document']}#{member['claim']}" for member in cluster["members"][:2])
    for headers in ({}, {"sec-fetch-site": "cross-site"}):
        answer = reviewer.post("/judgements", data={"a": a, "b": b, "kind": "different"}, headers=headers)
        assert answer.status_code == 403
    assert reviewer.get(f"/origins/{cluster['cluster']}.json").json() == cluster


def test_what_is_no_judgement_is_told(reviewer: TestClient) -> None:
    cluster = first(reviewer)
    csrf = token(reviewer.get(f"/origins/{cluster['cluster']}").text)
    a = f"{cluster['members'][0]['document']}#{cluster['members'][0]['claim']}"
    for sent in ({"a": a, "b": a, "kind": "same"}, {"a": a, "b": "", "kind": "same"}, {"a": a, "b": a, "kind": "x"}):
        answer = reviewer.post("/judgements", data={**sent, "csrf": csrf})
        assert answer.status_code in (400, 404)
        assert "What to do" in answer.text
    assert reviewer.post("/judgements/999/undo", data={"csrf": csrf}).status_code == 400


def test_nobody_is_led_away(reviewer: TestClient) -> None:
    cluster = first(reviewer)
    csrf = token(reviewer.get(f"/origins/{cluster['cluster']}").text)
    a, b = cluster["members"][0], cluster["members"][-1]
    sent = {"a": f"{a['document']}#{a['claim']}", "b": f"{b['document']}#{b['claim']}", "about": "actors"}
    for back in ("//evil.example/x", "https://evil.example", "/\\evil.example"):
        data = {**sent, "kind": "different", "back": back, "csrf": csrf}
        answer = reviewer.post("/judgements", data=data, follow_redirects=False)
        assert answer.status_code == 303
        assert answer.headers["location"].startswith("/origins?")
