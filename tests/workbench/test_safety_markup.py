"""What pages say stays text, in every view that there is and will be."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path

import pytest
from hostile_ledger import MARK, PAYLOADS, hostile_ledger
from httpx import Response
from lxml import html
from starlette.testclient import TestClient
from walk import routes, walk

from sayso.workbench.app import make_app
from sayso.workbench.jobs.job import Job
from sayso.workbench.jobs.messages import Input, Told
from sayso.workbench.settings import Settings

#: what stands in the ``href`` or ``src`` of an element of ours
_LEADS = re.compile(r"(?:/(?!/)|\?|#|https?://)")
_NAMING = ("href", "src", "action", "formaction", "data-src", "data-href", "xlink:href")
_ASKED = ("q", "by", "said", "place", "page", "status", "document", "cluster", "sort", "format", "unit", "of")
_LOADING = {"iframe", "object", "embed", "base", "img", "audio", "video", "link", "script", "style", "meta"}


@pytest.fixture(scope="module")
def visitor(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    path = hostile_ledger(tmp_path_factory.mktemp("hostile") / "hostile.db")
    with TestClient(make_app(Settings(ledger=path)), base_url="http://localhost") as opened:
        yield opened


@pytest.fixture(scope="module")
def job(visitor: TestClient) -> Job:
    """Work that brought nothing but tricks."""
    inputs = tuple(Input(name=payload, kind="file") for payload in PAYLOADS)
    job = Job(inputs=inputs, file=None)
    for number, payload in enumerate(PAYLOADS):
        step = ("stored", "refused", "known")[number % 3]
        told = {"title": payload, "document": "sha256:" + "0" * 64, "what": payload, "remedy": payload}
        job.heard(Told(step=step, input=number, source=payload, code="SAY-012", claims=3, **told))  # type: ignore[arg-type]
    job.heard(Told(step="note", code="SAY-114", source=payload, what=payload, remedy=payload))
    job.heard(Told(step="done"))
    visitor.app.state.jobs._jobs[job.id] = job  # type: ignore[attr-defined]
    return job


def test_every_view_shows_markup_as_text(visitor: TestClient, job: Job) -> None:
    starts = [f"/jobs/{job.id}", f"/claims?q={MARK}", "/figures?q=dam", "/export?by=%3Cscript%3E"]
    starts += [each.path for each in routes() if "{" not in each.path]
    seen = set()
    for route, address, answer in walk(visitor, starts):
        seen.add(route)
        assert answer.status_code < 500, address
        if answer.headers.get("content-type", "").startswith("text/html"):
            _assert_harmless(address, answer)
    left = {each.path for each in routes()} - seen - {"/jobs/{ident}/events"}
    assert not left, "no link or drawing leads to these"


def test_progress_is_data_and_no_markup(visitor: TestClient, job: Job) -> None:
    answer = visitor.get(f"/jobs/{job.id}/events")
    assert answer.headers["content-type"].startswith("text/event-stream")
    rows = [json.loads(line[5:]) for line in answer.text.splitlines() if line.startswith("data: {")]
    assert [row["state"] for row in rows if row["id"] != "all"] == ["stored", "refused", "known"] * 2


@pytest.mark.parametrize("route", [each.path for each in routes() if not each.path.endswith("/events")])
def test_what_is_asked_comes_back_as_text(visitor: TestClient, route: str) -> None:
    path = re.sub(r"\{[a-z]+\}", "%3Cscript%3Exss%3C%2Fscript%3E", route)
    for name, payload in zip(_ASKED, cycle(PAYLOADS), strict=False):
        answer = visitor.get(path, params={name: payload}, follow_redirects=False)
        if answer.headers.get("content-type", "").startswith("text/html"):
            _assert_harmless(str(answer.url), answer)


def _assert_harmless(address: str, answer: Response) -> None:
    policy = answer.headers["content-security-policy"]
    assert "unsafe" not in policy or "sandbox" in policy, address
    if "sandbox" in policy and "allow-scripts" not in policy:
        return  # a capture as it came, which can do nothing
    for data in re.findall(r"<script type=\"application/json\"[^>]*>(.*?)</script>", answer.text, re.DOTALL):
        json.loads(data)  # it was not ended by what is in it
    for element in html.fromstring(answer.content).iter():
        if not isinstance(element.tag, str):
            continue
        where = (address, html.tostring(element)[:300])
        for name, value in element.attrib.items():
            assert not name.lower().startswith("on"), where
            assert name != "style", where
            assert name != "srcdoc", where
            if name in _NAMING:
                assert _LEADS.match(value), where
        if element.tag in _LOADING - {"meta"}:
            source = element.get("src") or element.get("href") or element.get("data") or ""
            assert source.startswith("/") or element.get("type") == "application/json", where
            assert MARK not in source.partition("?")[0], where
        assert element.get("http-equiv") in (None, "refresh"), where


@pytest.mark.parametrize("form", ["json", "geojson"])
def test_data_is_never_taken_for_a_page(visitor: TestClient, form: str) -> None:
    for address in (f"/claims.{form}", f"/documents.{form}"):
        answer = visitor.get(address)
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert form == "geojson" or answer.headers["content-type"] == "application/json", address


def test_the_hostile_ledger_is_one(tmp_path: Path) -> None:
    """Otherwise the tests above could not fail."""
    from sayso.ledger import Ledger, make_filters

    with Ledger.open(hostile_ledger(tmp_path / "again.db")) as ledger:
        filters = make_filters()
        assert all(MARK in str(found) for found in ledger.claims(filters))
        assert all(MARK in str(found) for found in ledger.sources(filters))
        assert [*ledger.figures(filters)]
        assert [*ledger.movements(filters)]
        assert [each for each in ledger.clusters(filters) if len(each.members) > 1]
