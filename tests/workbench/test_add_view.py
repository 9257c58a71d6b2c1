"""Bringing pages: what is taken, what is refused, and where its progress shows."""

from __future__ import annotations

import io
import os
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html
from starlette.datastructures import FormData, UploadFile
from starlette.testclient import TestClient

from sayso.errors import SaysoError
from sayso.workbench.app import make_app
from sayso.workbench.jobs.intake import take
from sayso.workbench.jobs.job import Job
from sayso.workbench.jobs.messages import Told
from sayso.workbench.jobs.runner import Jobs
from sayso.workbench.safety.csrf import COOKIE, FIELD
from sayso.workbench.settings import Settings

PAGE = "<html><title>Dam</title><p>Kole said that 40 people had left Lev.</p></html>"


@pytest.fixture(autouse=True)
def nothing_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """The process that reads is another test's."""

    def start(self: Jobs, job: Job) -> subprocess.Popen[bytes]:
        with job.lock:
            if not job.over:  # a test may have told its end before this thread came here
                job.state = "running"
        return subprocess.Popen(
            ["/bin/sleep", "60"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, start_new_session=True
        )

    monkeypatch.setattr(Jobs, "_start", start)


@pytest.fixture
def visitor(own_ledger: Path) -> Iterator[TestClient]:
    settings = Settings(ledger=own_ledger, max_pages=5, max_upload=100_000, adds_per_hour=8)
    with TestClient(make_app(settings), base_url="http://localhost") as opened:
        opened.get("/add")
        yield opened


def own(visitor: TestClient, **fields: str) -> dict[str, str]:
    return {FIELD: visitor.cookies[COOKIE]} | fields


def jobs(visitor: TestClient) -> Jobs:
    found: Jobs = visitor.app.state.jobs  # type: ignore[attr-defined]
    return found


def test_the_form_works_as_it_stands(visitor: TestClient) -> None:
    """No script is needed to send it, or to see what becomes of it."""
    (form,) = (each for each in html.fromstring(visitor.get("/add").content).forms if each.get("action") == "/add")
    assert (form.method, form.get("action"), form.get("enctype")) == ("POST", "/add", "multipart/form-data")
    fields = dict(form.form_values()) | {"links": "https://a.example/1\nhttps://a.example/2"}
    answer = visitor.post("/add", data=fields, files={"files": ("", b"")}, follow_redirects=False)
    assert answer.status_code == 303
    page = visitor.get(answer.headers["location"])
    assert page.status_code == 200
    assert '<noscript><meta http-equiv="refresh"' in page.text
    rows = [row.text_content().split() for row in html.fromstring(page.content).findall(".//li[@data-job]")]
    assert [row[0] for row in rows] == ["https://a.example/1", "https://a.example/2"]
    assert answer.headers["location"] in visitor.get("/add").text
    (stop,) = (each for each in html.fromstring(page.content).forms if each.get("action", "").endswith("/stop"))
    answer = visitor.post(stop.get("action"), data=dict(stop.form_values()))
    assert answer.status_code == 200
    assert "was not read" in answer.text
    assert "http-equiv" not in answer.text
    assert visitor.get(f"{answer.url.path}.json").json()["state"] == "stopped"


def test_others_do_not_see_it_listed(visitor: TestClient) -> None:
    job = jobs(visitor).begin((), None, visitor="somebody else")
    visitor.post("/add", data=own(visitor, links="https://a.example"))
    page = visitor.get("/add").text
    assert page.count("/jobs/") == 1
    assert job.id not in page
    assert len(job.id) > 20


def test_progress_comes_as_it_happens(visitor: TestClient) -> None:
    answer = visitor.post("/add", data=own(visitor, links="https://a.example/1"), follow_redirects=False)
    job = jobs(visitor).find(answer.headers["location"].rpartition("/")[2])
    job.heard(Told(step="fetching", input=0, source="https://a.example/1"))
    job.heard(Told(step="stored", input=0, source="https://a.example/1", document="sha256:" + "a" * 64, claims=2))
    job.heard(Told(step="done"))
    events = visitor.get(f"/jobs/{job.id}/events")
    assert events.headers["cache-control"] == "no-store"
    assert '"href": "/documents/' in events.text
    assert events.text.rstrip().endswith("data: Read 1 page. 1 stored, 0 refused")


@pytest.mark.parametrize("address", ["/jobs/x", "/jobs/x.json", "/jobs/x/events", "/jobs/%00", "/jobs/" + "a" * 500])
def test_unknown_work(visitor: TestClient, address: str) -> None:
    answer = visitor.get(address)
    assert answer.status_code == 404
    assert "SAY-136" in answer.text or "no such page" in answer.text


@pytest.mark.parametrize(
    ("fields", "code", "status"),
    [
        ({}, "SAY-135", 400),
        ({"links": " \n ", "text": "\t"}, "SAY-135", 400),
        ({"links": "see our site"}, "SAY-135", 400),
        ({"links": "ftp://a.example/x"}, "SAY-135", 400),
        ({"links": "file:///etc/passwd"}, "SAY-135", 400),
        ({"links": "/etc/passwd"}, "SAY-135", 400),
        ({"links": "-"}, "SAY-135", 400),
        ({"links": "https://user:secret@a.example/"}, "SAY-040", 400),
        ({"links": "https://"}, "SAY-040", 400),
        ({"links": "https://a.example/" + "a" * 3_000}, "SAY-135", 400),
        ({"links": "\n".join(f"https://a.example/{n}" for n in range(6))}, "SAY-134", 413),
        ({"text": "Kole said so.", "published": "yesterday"}, "SAY-001", 400),
        ({"text": "Kole said so.", "url": "javascript:alert(1)"}, "SAY-040", 400),
        ({"text": "a" * 99_999}, "SAY-134", 413),
    ],
)
def test_what_is_not_taken(visitor: TestClient, fields: dict[str, str], code: str, status: int) -> None:
    answer = visitor.post("/add", data=own(visitor, **fields))
    assert (answer.status_code, code in answer.text) == (status, True)
    assert "What to do" in answer.text
    assert "secret" not in answer.text
    assert not jobs(visitor).of(visitor.cookies[COOKIE])


def test_too_many_files(visitor: TestClient) -> None:
    files = [("files", (f"{n}.html", PAGE)) for n in range(6)]
    answer = visitor.post("/add", data=own(visitor), files=files)
    assert (answer.status_code, "SAY-134" in answer.text) == (413, True)


def test_whoever_adds_too_often_waits(visitor: TestClient) -> None:
    for number in range(8):
        answer = visitor.post("/add", data=own(visitor, links=f"https://a.example/{number}"), follow_redirects=False)
        assert answer.status_code == 303
    answer = visitor.post("/add", data=own(visitor, links="https://a.example/9"))
    assert (answer.status_code, "SAY-133" in answer.text) == (429, True)
    assert answer.headers["retry-after"]


# what is taken


def taken(**fields: object) -> tuple[list[tuple[str, str]], bytes]:
    pairs = [(name, each) for name, value in fields.items() for each in (value if isinstance(value, list) else [value])]
    inputs, file = take(FormData(pairs), most=50)
    with file:
        file.seek(0)
        whole = file.read()
    assert all(whole[each.start : each.start + each.size] for each in inputs if each.kind != "link")
    return [(each.name, each.kind) for each in inputs], whole


def upload(name: str, body: bytes = b"x") -> UploadFile:
    return UploadFile(io.BytesIO(body), filename=name)


def test_links_are_taken_as_people_paste_them() -> None:
    inputs, _ = taken(links=" <https://a.example/1>,\r\n\nhttps://a.example/1  HTTP://B.example/2;\n")
    assert inputs == [("https://a.example/1", "link"), ("HTTP://B.example/2", "link")]


def test_text_has_its_headline_first() -> None:
    inputs, whole = taken(text="Kole said so.", title="  Dam \n holds ", outlet="The Post", published="2024-05-01")
    assert inputs == [("Dam holds", "text")]
    assert whole == b"Dam holds\n\nKole said so."


def test_files_go_by_their_own_names() -> None:
    names = ["a.html", "a.html", "/etc/passwd", "C:\\x\\b.pdf", "..", "-", "\u202ea\x00\n.txt", "é" * 400 + ".html"]
    inputs, whole = taken(files=[upload(name) for name in names])
    found = [name for name, _ in inputs]
    assert found[:6] == ["a.html", "a (2).html", "passwd", "b.pdf", "file", "-"]
    assert all(len(name) < 150 and name.isprintable() and "/" not in name for name in found)
    assert len(set(found)) == len(found)
    assert whole == b"x" * len(names)


def test_an_upload_has_no_name_on_the_disk(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    _, file = take(FormData([("files", upload("a.html", b"a" * 3_000_000))]), most=5)
    assert os.listdir(tmp_path) == []
    file.close()


@given(st.dictionaries(st.sampled_from(["links", "text", "title", "outlet", "published", "url"]), st.text(max_size=60)))
def test_whatever_is_written_is_taken_or_told(fields: dict[str, str]) -> None:
    try:
        inputs, file = take(FormData(list(fields.items())), most=5)
    except SaysoError:
        return
    file.close()
    assert 1 <= len(inputs) <= 6
    assert all(each.name for each in inputs)
