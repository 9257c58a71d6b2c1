"""The reviewer's desk: what is decided there holds everywhere, and can be taken back."""

from __future__ import annotations

import csv
import io
import json
import re
from typing import Any

import pytest
from starlette.testclient import TestClient

from sayso.workbench.words import key


def token(visitor: TestClient) -> str:
    found = re.search(r'name="csrf" value="([^"]+)"', visitor.get("/review").text)
    assert found
    return found[1]


def queue(visitor: TestClient, **query: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = visitor.get("/review.json", params=query).json()
    return found


def first(visitor: TestClient) -> dict[str, Any]:
    """The first claim of the queue that somebody says."""
    claim: dict[str, Any] = next(each["claim"] for each in queue(visitor) if each["claim"]["hops"])
    return claim


def decide(visitor: TestClient, claim: dict[str, Any], verdict: str, **fields: str) -> Any:
    sent = {"csrf": token(visitor), "document": claim["document"]["id"], "claim": claim["id"], "verdict": verdict}
    return visitor.post("/review/decide", data=sent | fields)


def address(claim: dict[str, Any]) -> str:
    return f"/claims/{key(claim['document']['id'])}/{claim['id']}"


def test_what_was_accepted_leaves_the_queue_of_its_reviewer(reviewer: TestClient) -> None:
    claim = first(reviewer)
    answer = decide(reviewer, claim, "accept", why="heard it myself")
    assert answer.status_code == 200
    assert "accepted" in answer.text
    assert claim["id"] not in [
        each["claim"]["id"] for each in queue(reviewer) if each["claim"]["document"] == claim["document"]
    ]
    log = reviewer.get("/review/log").text
    assert "heard it myself" in log
    assert "reviewer" in log


def test_a_corrected_speaker_holds_in_every_answer_and_can_be_taken_back(reviewer: TestClient) -> None:
    claim = first(reviewer)
    before = reviewer.get(f"{address(claim)}.json").json()
    decide(reviewer, claim, "correct", speaker="Ondine Falk-Marais")
    after = reviewer.get(f"{address(claim)}.json").json()
    assert after["hops"][0]["speaker"] == "Ondine Falk-Marais"
    assert after["text"] == before["text"]
    assert reviewer.get("/sources/Ondine Falk-Marais").status_code == 200
    assert "Ondine Falk-Marais" in reviewer.get("/claims.csv", params={"by": "Ondine"}).text
    number = reviewer.get("/review/log.json").json()[0]["number"]
    reviewer.post("/review/undo", data={"csrf": token(reviewer), "number": str(number)})
    assert reviewer.get(f"{address(claim)}.json").json()["hops"] == before["hops"]


def test_a_rejected_claim_leaves_the_answers_and_not_the_log(reviewer: TestClient) -> None:
    claim = first(reviewer)
    decide(reviewer, claim, "reject")
    assert reviewer.get(f"{address(claim)}.json").status_code == 404
    assert claim["text"] in reviewer.get("/review/log").text.replace("&#39;", "'").replace("&#34;", '"')


def test_words_of_the_page_stand_for_their_place(reviewer: TestClient) -> None:
    claim = first(reviewer)
    document = reviewer.get(f"/documents/{key(claim['document']['id'])}.json").json()["document"]
    words = document["text"][claim["start"] : claim["end"]].split()
    content = " ".join(words[:-1])
    decide(reviewer, claim, "correct", content=content)
    decision = reviewer.get("/review/log.json").json()[0]
    (quote,) = decision["after"]["content"]
    assert document["text"][quote["start"] : quote["end"]] == quote["text"] == content


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({}, "nothing was changed"),
        ({"content": "words that no page ever had, says nobody"}, "the page has no"),
        ({"status": "true"}, "is no status"),
        ({"speaker": "x" * 400}, "longer than any name"),
    ],
)
def test_a_correction_that_cannot_be(reviewer: TestClient, fields: dict[str, str], says: str) -> None:
    answer = decide(reviewer, first(reviewer), "correct", **fields)
    assert answer.status_code in (400, 404)
    assert says in answer.text
    assert reviewer.get("/review/log.json").json() == []


def test_nothing_is_decided_for_another_site(reviewer: TestClient) -> None:
    claim = first(reviewer)
    assert decide(reviewer, claim, "accept", csrf="forged").status_code == 403
    assert reviewer.get("/review/log.json").json() == []


def test_join_and_split(reviewer: TestClient) -> None:
    one, other = (each["claim"] for each in queue(reviewer)[:2])
    for kind in ("same", "different"):
        sent = {"csrf": token(reviewer), "document": one["document"]["id"], "claim": one["id"], "kind": kind}
        answer = reviewer.post("/review/relate", data=sent | {"other": address(other)})
        assert answer.status_code == 200
        mine, theirs = (reviewer.get(f"{address(each)}.json").json()["cluster"]["name"] for each in (one, other))
        assert (mine == theirs) == (kind == "same")


def test_reviewers_who_differ_are_shown(reviewer: TestClient) -> None:
    claim = first(reviewer)
    for name, verdict in (("Ana Prat", "accept"), ("Bo Lindqvist", "reject")):
        reviewer.post("/review/name", data={"csrf": token(reviewer), "by": name})
        assert f'value="{name}"' in reviewer.get("/review").text
        decide(reviewer, claim, verdict)
    log = reviewer.get("/review/log").text
    assert "Decided differently" in log
    assert "Ana Prat" in log
    assert "Bo Lindqvist" in log


def test_decisions_leave_as_training_data(reviewer: TestClient) -> None:
    for each in queue(reviewer):
        decide(reviewer, each["claim"], "accept")
    answer = reviewer.get("/review/training")
    assert "attachment" in answer.headers["content-disposition"]
    for line in answer.text.splitlines():
        assert json.loads(line)


def test_an_odd_address_is_told_so(client: TestClient) -> None:
    for query in ("at=zz", "at=ffffffff/c1", "after=nowhere", "done=x"):
        assert client.get(f"/review?{query}").status_code in (200, 400, 404)


def test_the_log_as_a_table_has_words_in_its_cells(reviewer: TestClient) -> None:
    claim = first(reviewer)
    decide(reviewer, claim, "correct", speaker="Ilinka Petrova", why="I was there")
    (row,) = csv.DictReader(io.StringIO(reviewer.get("/review/log.csv").text, newline=""))
    assert (row["verdict"], row["speaker_after"], row["why"]) == ("correct", "Ilinka Petrova", "I was there")
    assert row["changes"].endswith("→ Ilinka Petrova")
    assert not any("{" in cell for cell in row.values())
