"""When: what is drawn is what the table says, and every stretch of time leads to its claims."""

from __future__ import annotations

from starlette.testclient import TestClient


def test_every_mark_stands_in_the_table(client: TestClient) -> None:
    page = client.get("/timeline", params={"q": "dam"})
    marks = client.get("/timeline/items", params={"q": "dam"}).json()
    assert {mark["kind"] for mark in marks} >= {"speaks of", "published"}
    assert all(mark["when"] in page.text for mark in marks)
    assert all(mark["href"] in page.text for mark in marks)
    assert all(mark["from"] <= mark["to"] for mark in marks)


def test_a_stretch_of_time_leads_to_as_many_claims(client: TestClient) -> None:
    buckets = client.get("/timeline/counts").json()
    assert sum(each["count"] for each in buckets) > 50
    for bucket in buckets[:5]:
        query = bucket["href"].removeprefix("/timeline")
        assert client.get(f"/timeline.json{query}").json()["total"] == bucket["count"]
        assert bucket["from"] <= bucket["to"] < bucket["until"]


def test_claims_can_be_counted_by_each_of_their_times(client: TestClient) -> None:
    undated = set()
    for along in ("said", "published", "about"):
        answer = client.get("/timeline", params={"along": along})
        assert answer.status_code == 200
        undated.add("without such a date" in answer.text)
    assert undated == {True, False}
    assert client.get("/timeline", params={"along": "never"}).status_code == 400


def test_all_claims_are_on_some_page_of_the_list(client: TestClient) -> None:
    total = client.get("/timeline.json", params={"q": "dam OR gate OR water"}).json()["total"]
    seen: list[tuple[str, str]] = []
    for page in range(1, total // 40 + 2):
        found = client.get("/timeline.json", params={"q": "dam OR gate OR water", "page": str(page)}).json()["items"]
        seen += [(each["document"]["id"], each["claim"]["id"]) for each in found[:40]]
    assert len(seen) == len(set(seen)) == total


def test_nothing_to_show_says_so(client: TestClient) -> None:
    assert "No claim meets these filters" in client.get("/timeline", params={"q": "nobodyeverwroteso"}).text
