"""Questions that are kept from the ledger's page, listed and removed: no script needed."""

from __future__ import annotations

from lxml import html
from starlette.testclient import TestClient


def fields(form: html.HtmlElement) -> dict[str, str]:
    return {field.get("name"): field.get("value") or "" for field in form.xpath(".//input")}


def test_a_question_is_kept_asked_again_and_removed(reviewer: TestClient) -> None:
    asked = html.fromstring(reviewer.get("/claims", params={"q": "dam", "status": "denied"}).text)
    form = asked.xpath("//form[@action='/questions']")[0]
    answer = reviewer.post("/questions", data=fields(form) | {"name": "Who denies it"})
    assert answer.url.path == "/claims"
    assert dict(answer.url.params) == {"q": "dam", "status": "denied"}
    link = html.fromstring(answer.text).xpath("//nav[@class='saved']//a")[0]
    assert (link.text, link.get("href"), link.get("aria-current")) == (
        "Who denies it",
        "/claims?q=dam&status=denied",
        "true",
    )
    assert reviewer.get("/questions.json").json()[0]["query"] == "q=dam&status=denied"

    listed = html.fromstring(reviewer.get("/questions").text)
    gone = reviewer.post("/questions/remove", data=fields(listed.xpath("//form[@action='/questions/remove']")[0]))
    assert gone.url.path == "/questions"
    assert "No question is saved yet." in gone.text


def test_nothing_is_kept_without_the_token_of_the_form(reviewer: TestClient) -> None:
    reviewer.get("/claims")
    for token in ("", "x" * 40):
        data = {"name": "a", "query": "q=dam", "csrf": token}
        assert reviewer.post("/questions", data=data).status_code == 403
        assert reviewer.post("/questions/remove", data=data).status_code == 403
    assert reviewer.get("/questions.json").json() == []


def test_a_question_without_a_name_is_told_why(reviewer: TestClient) -> None:
    form = html.fromstring(reviewer.get("/claims", params={"q": "dam"}).text).xpath("//form[@action='/questions']")[0]
    answer = reviewer.post("/questions", data=fields(form) | {"name": " "})
    assert answer.status_code == 400
    assert "a question needs a name" in answer.text


def test_names_are_text(reviewer: TestClient) -> None:
    form = html.fromstring(reviewer.get("/claims", params={"q": "dam"}).text).xpath("//form[@action='/questions']")[0]
    name = '<img src=x onerror=alert(1)>"'
    reviewer.post("/questions", data=fields(form) | {"name": name})
    for address in ("/claims", "/questions"):
        answer = reviewer.get(address)
        assert "<img" not in answer.text
        assert name in html.fromstring(answer.text).text_content()
