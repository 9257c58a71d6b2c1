"""One source: ``/sources/{name}``, and its grades."""

from __future__ import annotations

import re

import pytest
from starlette.testclient import TestClient

from sayso.workbench.speakers import address

MAYOR = "/sources/Goran%20Ristevski"


def token(page: str) -> str:
    found = re.search(r'name="csrf" value="([^"]+)"', page)
    assert found
    return found[1]


def test_a_source_shows_its_claims_and_record(client: TestClient) -> None:
    page = client.get(MAYOR)
    assert page.status_code == 200
    record = client.get(f"{MAYOR}.json").json()
    assert record["source"]["speaker"] == "Goran Ristevski"
    for entry in record["entries"]:
        assert entry["kind"] in page.text
    assert "What it says" in page.text
    assert "not graded" in page.text
    assert "Grades are people" in page.text


def test_its_record_as_csv(client: TestClient) -> None:
    lines = client.get(f"{MAYOR}.csv").text.splitlines()
    entries = client.get(f"{MAYOR}.json").json()["entries"]
    assert len(lines) == (1 + len(entries) if entries else 0)


def test_part_of_a_name_leads_to_the_whole(client: TestClient) -> None:
    answer = client.get("/sources/Ristevski", follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, MAYOR)


def test_every_source_of_the_list_has_its_page(client: TestClient) -> None:
    for page in (1, 2):
        for each in client.get(f"/sources.json?page={page}").json():
            answer = client.get(address(each["speaker"]))
            assert answer.status_code == 200, each["speaker"]
            assert answer.text.count("<h1") == 1


def test_an_outlet_that_nobody_quotes_has_a_page(client: TestClient) -> None:
    outlets = {each["outlet"] for each in client.get("/documents.json").json() if each["outlet"]}
    for outlet in outlets:
        assert client.get(address(outlet)).status_code == 200


def test_nobody_of_this_name(client: TestClient) -> None:
    for name in ("Zebulon Unheardof", "<script>alert(1)</script>", "a/b/c"):
        answer = client.get(address(name))
        assert answer.status_code == 404
        assert "What to do" in answer.text
        assert "<script>alert" not in answer.text


def test_a_grade_is_given_and_taken_back(reviewer: TestClient) -> None:
    csrf = token(reviewer.get(MAYOR).text)
    sent = {"source": "Goran Ristevski", "grade": "B", "why": "was right on the dam", "by": "Ann", "csrf": csrf}
    given = reviewer.post("/grades", data=sent)
    assert given.status_code == 200
    for told in ("Your grade is kept", "usually reliable", "was right on the dam", "Ann"):
        assert told in given.text
    assert reviewer.get(f"{MAYOR}.json").json()["source"]["grade"]["grade"] == "B"
    taken = reviewer.post("/grades", data={"source": "Goran Ristevski", "undo": "1", "csrf": csrf})
    assert "(taken back)" in taken.text
    record = reviewer.get(f"{MAYOR}.json").json()
    assert record["source"]["grade"] is None
    assert [grade["undone"] for grade in record["grades"]] == [True]


@pytest.mark.parametrize(
    ("sent", "status"),
    [
        ({"source": "Goran Ristevski", "grade": "Z"}, 400),
        ({"source": "Nobody at all", "grade": "A"}, 404),
        ({"source": "Goran Ristevski", "undo": "1"}, 400),
        ({}, 400),
    ],
)
def test_what_is_no_grade_is_told(reviewer: TestClient, sent: dict[str, str], status: int) -> None:
    csrf = token(reviewer.get(MAYOR).text)
    answer = reviewer.post("/grades", data={**sent, "csrf": csrf})
    assert answer.status_code == status
    assert "What to do" in answer.text


def test_a_form_of_another_site_grades_nobody(reviewer: TestClient) -> None:
    answer = reviewer.post("/grades", data={"source": "Goran Ristevski", "grade": "A"})
    assert answer.status_code == 403
    assert reviewer.get(f"{MAYOR}.json").json()["source"]["grade"] is None


def test_two_speakers_are_told_apart_and_that_is_taken_back(reviewer: TestClient) -> None:
    page = reviewer.get(MAYOR).text
    claims = re.findall(r'<option value="(sha256:[0-9a-f]{64}#c\d+)"', page)
    other = next(claim for claim in claims if claim.partition("#")[0] != claims[0].partition("#")[0])
    sent = {"about": "actors", "a": claims[0], "other": other, "kind": "different", "by": "Ann", "back": MAYOR}
    answer = reviewer.post("/judgements", data={**sent, "csrf": token(page)})
    assert "is kept as number" in answer.text
    number = re.search(r"/judgements/(\d+)/undo", answer.text)
    assert number
    undone = reviewer.post(number[0], data={"back": MAYOR, "csrf": token(answer.text)})
    assert "is taken back" in undone.text
