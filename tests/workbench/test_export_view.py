"""Downloading what the ledger holds."""

from __future__ import annotations

import csv
import io
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

import anyio
import pytest
from lxml import html
from starlette.testclient import TestClient

from sayso.errors import ExportError
from sayso.export import FORMATS, Selection, export
from sayso.ledger import Ledger, make_filters
from sayso.workbench import sending
from sayso.workbench.sending import Sending
from sayso.workbench.views import export as view


@pytest.mark.parametrize("name", ["csv", "jsonl", "geojson", "html"])
def test_a_download_is_what_the_command_line_writes(client: TestClient, filled: Path, name: str) -> None:
    answer = client.get(f"/export/{name}", params={"q": "dam"})
    out = io.BytesIO()
    with Ledger.open(filled, create=False) as ledger:
        export(name, ledger, Selection(filters=make_filters(query="dam")), out)
    assert answer.content == out.getvalue()
    assert answer.headers["content-type"] == FORMATS[name].media_type
    assert answer.headers["content-disposition"].startswith('attachment; filename="sayso')
    assert "sandbox" in answer.headers["content-security-policy"]


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_can_be_had(client: TestClient, name: str) -> None:
    claim = client.get("/claims.json").json()[0]
    chosen = f"{claim['document']['id']}#{claim['id']}"
    answer = client.get(f"/export/{name}", params={"claim": chosen})
    assert answer.status_code == 200
    assert answer.content
    assert answer.headers["content-disposition"].endswith(f'{FORMATS[name].suffix}"')


def test_one_claim_is_one_row(client: TestClient) -> None:
    claim = client.get("/claims.json").json()[0]
    answer = client.get("/export/csv", params={"claim": f"{claim['document']['id'][7:23]}#{claim['id']}"})
    rows = list(csv.DictReader(io.StringIO(answer.text, newline="")))
    assert [row["claim"] for row in rows] == [claim["id"]]


def test_the_page_says_what_each_format_loses(client: TestClient) -> None:
    page = client.get("/export", params={"q": "dam", "outlet": "x<y"})
    assert "No claim meets these filters" in page.text
    page = client.get("/export", params={"q": "dam"})
    links = [each.get("href") for each in html.fromstring(page.content).findall(".//a[@download]")]
    assert links == [f"/export/{name}?q=dam" for name in FORMATS]
    text = html.fromstring(page.content).text_content()
    assert all(each.lossy in text for each in FORMATS.values())


def test_a_form_leads_to_the_format(client: TestClient) -> None:
    answer = client.get("/export", params={"format": "csv", "q": "dam", "page": "2"}, follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, "/export/csv?q=dam")


@pytest.mark.parametrize(
    ("address", "status", "code"),
    [
        ("/export/nothing", 404, "SAY-120"),
        ("/export?format=//evil.example", 404, "SAY-120"),
        ("/export/csv?said=x", 400, "SAY-001"),
        ("/export/csv?document=ffff", 404, "SAY-068"),
        ("/export/csv?claim=ffff%23c1", 404, "SAY-068"),
        ("/export/csv?cluster=nothing", 404, "SAY-068"),
        ("/export?claim=%23", 409, "SAY-069"),
    ],
)
def test_what_cannot_be_had(client: TestClient, address: str, status: int, code: str) -> None:
    answer = client.get(address)
    assert (answer.status_code, code in answer.text) == (status, True)
    assert "content-disposition" not in answer.headers


def test_a_missing_library_is_told(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(format: object) -> None:
        raise ExportError("SAY-121", "parquet")

    monkeypatch.setattr(view, "ready", missing)
    assert "pip install" in client.get("/export").text
    answer = client.get("/export/parquet")
    assert (answer.status_code, "SAY-121" in answer.text) == (501, True)


def test_only_so_many_at_one_time(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(view, "_under_way", threading.BoundedSemaphore(1))
    monkeypatch.setattr(view, "_LOOK", 0.001)
    with view._under_way:
        answer = client.get("/export/csv")
        assert (answer.status_code, "SAY-133" in answer.text) == (429, True)
    assert client.get("/export/csv?said=x").status_code == 400
    assert client.get("/export/csv?document=ffff").status_code == 404
    assert client.get("/export/csv").status_code == 200  # what failed is not under way any more


# sending


def test_nothing_is_made_before_it_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sending, "_LOOK", 0.05)
    made = []
    ended = threading.Event()

    def write(out: BinaryIO) -> None:
        try:
            for number in range(1_000):
                made.append(number)
                out.write(b"a" * 100_000)
        finally:
            ended.set()

    async def take() -> None:
        sent = Sending(write)
        await sent.begin()
        chunks = sent.chunks()
        await anext(chunks)
        await anyio.sleep(0.2)
        assert len(made) < 20
        await chunks.aclose()  # type: ignore[attr-defined]

    anyio.run(take)
    assert ended.wait(5)
    assert len(made) < 25


def test_a_reader_that_takes_nothing_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sending, "_LOOK", 0.02)
    monkeypatch.setattr(sending, "_PATIENCE", 5)
    ended = threading.Event()

    def write(out: BinaryIO) -> None:
        try:
            for _ in range(1_000):
                out.write(b"a" * 100_000)
        finally:
            ended.set()

    async def take() -> None:
        sent = Sending(write)
        await sent.begin()
        await anyio.to_thread.run_sync(ended.wait, 5)
        time.sleep(0.1)
        with pytest.raises(OSError, match="in time"):
            async for _ in sent.chunks():
                pass

    anyio.run(take)


def test_what_fails_on_the_way_does_not_look_whole() -> None:
    def write(out: BinaryIO) -> None:
        out.write(b"a" * 200_000)
        raise ZeroDivisionError

    async def take() -> Iterator[bytes]:
        sent = Sending(write)
        await sent.begin()
        return iter([chunk async for chunk in sent.chunks()])

    with pytest.raises(ZeroDivisionError):
        anyio.run(take)
