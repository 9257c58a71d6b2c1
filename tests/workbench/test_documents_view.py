"""The list of pages, in all of its forms."""

from __future__ import annotations

import csv
from io import StringIO

from starlette.testclient import TestClient


def test_every_page_is_listed_in_every_form(client: TestClient) -> None:
    page, found, table = (client.get(f"/documents{form}") for form in ("", ".json", ".csv"))
    rows = list(csv.DictReader(StringIO(table.text, newline="")))
    assert [each["id"] for each in found.json()] == [row["document"] for row in rows]
    assert all(row["title"] in page.text for row in rows if row["title"].isascii() and "'" not in row["title"])
    assert len(rows) > 10


def test_a_filter_is_a_link(client: TestClient) -> None:
    outlet = client.get("/documents.json").json()[0]["outlet"]
    found = client.get("/documents.json", params={"outlet": outlet}).json()
    assert {each["outlet"] for each in found} == {outlet}


def test_a_page_of_the_list_that_cannot_be(client: TestClient) -> None:
    for number in ("0", "-1", "x", "99999999999999999999", "１"):
        answer = client.get("/documents", params={"page": number})
        assert answer.status_code == 400
        assert "there are pages 1 to" in answer.text
