"""Whatever is asked, of whatever ledger: a page that says what to do."""

from __future__ import annotations

import ctypes
import logging
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from starlette.responses import StreamingResponse
from starlette.testclient import TestClient
from walk import routes

from sayso.ledger import Ledger, make_filters
from sayso.workbench.app import make_app
from sayso.workbench.asked import CHOSEN, FILTERS
from sayso.workbench.settings import Settings

# what is asked

_NAMES = (*FILTERS, *CHOSEN, "page", "sort", "by", "claim", "format", "beside", "as", "after", "bucket", "policy", "x")
_ODD = """
0 -1 1e999 nan 999999999999999999999999999999999999 2017..2016 .. 2017-02-30.. 0000 99999-01-01 1,2,3 91,181,-5
nan,nan,nan " "a * - OR NEAR( a* : ^ = == k k0 k1 k99999999999999999999 c1 # #c1 sha256: sha256:0 % _ ';-- 💥 １
asserted,denied relevance newest people 2017-01-01T00:00:00Z 1.. ..1 5..1 said month ( javascript:1 //a.example
"""
_VALUES = st.one_of(
    st.text(max_size=30),
    st.sampled_from(
        [*_ODD.split(), "", "- -", "a OR", "'; DROP TABLE claims; --", "\x00", "\ud7ff", "a" * 501, "(" * 200]
    ),
)
_PATHS = [each.path for each in routes() if not each.path.endswith("/events")]
_FORMS = st.sampled_from(["", ".json", ".csv", ".geojson"])


@st.composite
def addresses(draw: st.DrawFn) -> str:
    """An address of a view with anything in it."""
    path = draw(st.sampled_from(_PATHS))
    while "{" in path:
        part = draw(_VALUES.filter(lambda value: value.strip("./")))
        head, _, rest = path.partition("{")
        path = head + urlencode({"": part})[1:].replace("+", "%20").replace("%2F", "-") + rest.partition("}")[2]
    pairs = draw(st.lists(st.tuples(st.sampled_from(_NAMES), _VALUES), max_size=3))
    return f"{path}{draw(_FORMS)}?{urlencode(pairs, errors='replace')}"


@given(addresses())
@settings(
    max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture]
)
def test_nothing_that_is_asked_breaks_it(client: TestClient, address: str) -> None:
    answer = client.get(address, follow_redirects=False)
    assert answer.status_code < 500, answer.text
    assert "Traceback" not in answer.text


@pytest.mark.parametrize(
    "query", ["?%ff=%fe", "?q=%00", "?" + "a=b&" * 3_000, "?=&&=&", "?q", "?q=a&q=b&page=1&page=2"]
)
def test_queries_that_are_none(client: TestClient, query: str) -> None:
    for path in _PATHS:
        if "{" not in path:
            answer = client.get(path + query, follow_redirects=False)
            assert answer.status_code < 500, path


@pytest.mark.parametrize("form", ["", ".json"])
def test_what_is_not_there(client: TestClient, form: str) -> None:
    for address, status in ((f"/nothing{form}", 404), (f"/documents/0000{form}", 404), (f"/claims{form}?said=x", 400)):
        answer = client.get(address)
        assert answer.status_code == status
        told = answer.json() if form else {"remedy": answer.text}
        assert told["remedy"]


def test_a_fault_of_ours_is_told_and_logged(
    filled: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(self: Ledger, *_: object) -> None:
        raise ZeroDivisionError("secret")

    monkeypatch.setattr(Ledger, "documents", fail)
    with TestClient(make_app(Settings(ledger=filled)), base_url="http://localhost") as visitor:
        for address in ("/documents", "/documents.json"):
            answer = visitor.get(address)
            assert answer.status_code == 500
            assert "ZeroDivisionError" in answer.text
            assert "secret" not in answer.text
            assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert [record.levelno for record in caplog.records] == [logging.ERROR] * 2


def test_an_answer_that_has_begun_is_broken_off(filled: Path) -> None:
    app = make_app(Settings(ledger=filled))

    def half() -> Iterator[bytes]:
        yield b"half of it"
        raise ZeroDivisionError

    app.add_api_route("/half", lambda: StreamingResponse(half()))
    with TestClient(app, base_url="http://localhost") as visitor, pytest.raises(ZeroDivisionError):
        visitor.get("/half")


# what it is asked of


@pytest.fixture
def visitor(own_ledger: Path) -> Iterator[TestClient]:
    with TestClient(make_app(Settings(ledger=own_ledger)), base_url="http://localhost") as opened:
        assert opened.get("/documents").status_code == 200
        yield opened


def told(visitor: TestClient, code: str) -> None:
    page, data = visitor.get("/documents"), visitor.get("/documents.json")
    assert page.status_code == data.status_code == 503
    assert code in page.text
    assert page.headers["retry-after"]
    assert data.json()["code"] == code


def test_a_ledger_that_goes_and_comes_back(visitor: TestClient, own_ledger: Path) -> None:
    away = own_ledger.with_name("away.db")
    own_ledger.rename(away)
    told(visitor, "SAY-067")
    own_ledger.write_bytes(b"no ledger at all" * 100)
    told(visitor, "SAY-061")
    own_ledger.write_bytes(away.read_bytes()[:3_000] + b"\xff" * 200_000)
    assert visitor.get("/documents").status_code == 503
    own_ledger.unlink()
    own_ledger.mkdir()
    told(visitor, "SAY-060")
    own_ledger.rmdir()
    away.rename(own_ledger)
    assert visitor.get("/documents").status_code == 200


def test_another_ledger_in_its_place(visitor: TestClient, own_ledger: Path) -> None:
    before = visitor.get("/claims").text
    Ledger.open(own_ledger.with_name("empty.db")).close()
    os.replace(own_ledger.with_name("empty.db"), own_ledger)
    assert visitor.get("/documents.json").json() == []
    assert visitor.get("/claims").text != before


def test_a_ledger_that_a_newer_sayso_changed(visitor: TestClient, own_ledger: Path) -> None:
    with sqlite3.connect(own_ledger) as connection:
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        connection.execute("PRAGMA user_version = 9999")
    told(visitor, "SAY-062")
    with sqlite3.connect(own_ledger) as connection:
        connection.execute(f"PRAGMA user_version = {version}")
    assert visitor.get("/documents").status_code == 200
    connection.close()


def test_an_empty_ledger(tmp_path: Path) -> None:
    path = tmp_path / "empty.db"
    Ledger.open(path).close()
    with TestClient(make_app(Settings(ledger=path)), base_url="http://localhost") as visitor:
        for address in _PATHS:
            if "{" not in address:
                answer = visitor.get(address)
                assert answer.status_code < 500, address
                assert answer.status_code != 404, address


_ASK = """
import sys
from pathlib import Path
from starlette.testclient import TestClient
from sayso.errors import LedgerError
from sayso.ledger import Ledger, make_filters
from sayso.nouns.question import SavedQuestion
from sayso.workbench.app import make_app
from sayso.workbench.settings import Settings
path = Path(sys.argv[1])
with Ledger.open(path, create=False) as ledger:
    print(ledger.count_documents(make_filters()))
    try:
        ledger.save_question(SavedQuestion(name="a", query="?q=dam", by="a"))
    except LedgerError as error:
        print(error.code)
with TestClient(make_app(Settings(ledger=path)), base_url="http://localhost") as visitor:
    print(visitor.get("/documents").status_code, visitor.get("/claims").status_code)
"""


def _as_anybody() -> None:
    """Without root's right to write everywhere: capabilities 1 and 2 (capability(7)), dropped for what is started."""
    libc = ctypes.CDLL(None)
    for capability in (1, 2):
        libc.prctl(24, capability, 0, 0, 0)


@pytest.mark.skipif(sys.platform != "linux", reason="capabilities are Linux's")
@pytest.mark.parametrize(("file", "folder"), [(0o444, 0o755), (0o444, 0o555), (0o644, 0o555)])
def test_a_ledger_that_may_only_be_read(filled: Path, tmp_path: Path, file: int, folder: int) -> None:
    place = tmp_path / "still"
    place.mkdir()
    path = place / "ledger.db"
    shutil.copy(filled, path)
    path.chmod(file)
    place.chmod(folder)
    try:
        ran = subprocess.run(
            [sys.executable, "-c", _ASK, str(path)], preexec_fn=_as_anybody, capture_output=True, text=True, check=False
        )
    finally:
        place.chmod(0o755)
    with Ledger.open(filled, create=False) as ledger:
        count = ledger.count_documents(make_filters())
    assert not ran.returncode, ran.stderr
    assert ran.stdout.split() == [str(count), "SAY-065", "200", "200"]


@pytest.mark.parametrize("value", ["1" + "0" * 5_000, "000000001" + "9" * 30, "-1", "٣", "1e3"])
@pytest.mark.parametrize(
    "address",
    ["/claims?page=", "/origins?pages=", "/figures/cited.md?q=people&series=", "/review?done=", "/review?after="],
)
def test_numbers_that_are_none(client: TestClient, address: str, value: str) -> None:
    """Neither Python's bound on digits nor SQLite's on integers is anybody's business."""
    assert client.get(address + value).status_code < 500
