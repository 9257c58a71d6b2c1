"""Who may come in, by which name, with which forms, and with how much."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from fastapi.routing import APIRoute
from hypothesis import given
from hypothesis import strategies as st
from starlette.testclient import TestClient

from sayso.workbench.app import VIEWS, make_app
from sayso.workbench.safety.csrf import COOKIE, FIELD
from sayso.workbench.safety.gate import COOKIE as PASS
from sayso.workbench.safety.hosts import ANY_NUMBER, name_of
from sayso.workbench.settings import Settings

TOKEN = "a token of some length"
_CHANGING = [
    each.path
    for router in VIEWS
    for each in router.routes
    if isinstance(each, APIRoute) and (each.methods or set()) - {"GET"}
]
MULTIPART = {"Content-Type": "multipart/form-data; boundary=x"}


@contextmanager
def visiting(path: Path, **more: object) -> Iterator[TestClient]:
    settings = Settings(ledger=path, **more)  # type: ignore[arg-type]
    with TestClient(make_app(settings), base_url="http://localhost") as visitor:
        yield visitor


def csrf(visitor: TestClient) -> str:
    visitor.get("/add")
    return visitor.cookies[COOKIE]


# forms of other sites


@pytest.mark.parametrize("kind", ["urlencoded", "multipart"])
def test_a_form_needs_its_own_visitors_token(filled: Path, kind: str) -> None:
    with visiting(filled) as visitor, visiting(filled) as other:
        own, foreign = csrf(visitor), csrf(other)
        forged = own[:-1] + ("A" if own[-1] != "A" else "B")
        files = {"files": ("", b"")} if kind == "multipart" else None
        for wrong in (None, "", forged, foreign, "é", own + "x"):
            data = {} if wrong is None else {FIELD: wrong}
            answer = visitor.post("/add", data=data, files=files)
            assert (answer.status_code, "SAY-132" in answer.text) == (403, True), wrong
        # the right one gets as far as having nothing to read
        answer = visitor.post("/add", data={FIELD: own}, files=files)
        assert (answer.status_code, "SAY-135" in answer.text) == (400, True)


@pytest.mark.parametrize("path", _CHANGING)
def test_every_view_that_changes_something_asks_for_it(client: TestClient, path: str) -> None:
    answer = client.post(re.sub(r"\{[a-z]+\}", "1", path), data={"name": "a"})
    assert (answer.status_code, "SAY-132" in answer.text) == (403, True)


def test_a_cookie_that_is_not_ours_is_none(client: TestClient) -> None:
    made_up = "planted.AAAAAAAAAAAAAAAAAAAAAAAAAAA"
    answer = client.post("/add", data={FIELD: made_up}, headers={"Cookie": f"{COOKIE}={made_up}"})
    assert answer.status_code == 403


def test_a_script_may_send_the_token_in_a_header(filled: Path) -> None:
    with visiting(filled) as visitor:
        assert visitor.post("/add", headers={"X-CSRF-Token": csrf(visitor)}).status_code == 400


def test_servers_on_other_ports_have_cookies_of_their_own(filled: Path) -> None:
    """A browser keeps one jar for all of them."""
    with visiting(filled) as visitor:
        for host, name in (("localhost:1", f"{COOKIE}_1"), ("[::1]:22", f"{COOKIE}_22"), ("[::1]", COOKIE)):
            assert visitor.get("/add", headers={"Host": host}).headers["set-cookie"].startswith(f"{name}=")


@pytest.mark.parametrize("header", [{"Sec-Fetch-Site": "same-site"}, {"Origin": "http://localhost.evil.example"}])
def test_what_the_browser_says_counts_too(filled: Path, header: dict[str, str]) -> None:
    with visiting(filled) as visitor:
        answer = visitor.post("/add", data={FIELD: csrf(visitor)}, headers=header)
        assert answer.status_code == 403
        assert "another site" in answer.text


# names


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "127.0.0.1.evil.example",
        "localhost.evil.example:8765",
        "localhost@evil.example",
        "",
        "[::1",
        "localhost:x",
        "a b",
        "10.0.0.1",
        "ev\u00edl",
    ],
)
def test_it_answers_to_its_own_names_alone(client: TestClient, host: str) -> None:
    answer = client.get("/add", headers={"Host": host.encode("latin-1")})
    assert answer.status_code == 421
    assert "SAY-137" in answer.text
    assert "examples.db" not in answer.text


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST.:8765", "127.0.0.1:1", "[::1]:8765", "[::1]"])
def test_the_port_makes_no_difference(client: TestClient, host: str) -> None:
    assert client.get("/add", headers={"Host": host}).status_code == 200


def test_numbers_are_nobodys_name(filled: Path) -> None:
    with visiting(filled, hosts=("desk.example", ANY_NUMBER)) as visitor:
        for host, status in (
            ("192.0.2.7:8765", 200),
            ("[2001:db8::1]", 200),
            ("desk.example", 200),
            ("x.example", 421),
        ):
            assert visitor.get("/add", headers={"Host": host}).status_code == status


@given(st.text(max_size=40))
def test_any_host_has_a_name_or_none(given: str) -> None:
    name = name_of(given)
    assert name is None or (name == name.lower() and name.isascii())


# the token


def test_nobody_comes_in_without_the_token(filled: Path) -> None:
    with visiting(filled, token=TOKEN) as visitor:
        for address in ("/", "/add", "/claims.json", "/export/csv", "/jobs/x/events", "/nothing"):
            answer = visitor.get(address)
            assert (answer.status_code, answer.headers["www-authenticate"]) == (401, "Bearer"), address
            assert "examples.db" not in answer.text
        assert visitor.post("/add").status_code == 401
        assert visitor.get("/static/css/base.css").status_code == 200  # the page that asks for it needs it
        assert 'name="token"' in visitor.get("/").text


def test_the_token_is_brought_once(filled: Path) -> None:
    with visiting(filled, token=TOKEN) as visitor:
        answer = visitor.get("/claims", params={"q": "dam & river", "token": TOKEN}, follow_redirects=False)
        assert answer.status_code == 303
        assert answer.headers["location"] == "/claims?q=dam+%26+river"
        cookie = answer.headers["set-cookie"]
        assert "HttpOnly" in cookie
        assert "samesite=strict" in cookie.lower()
        assert TOKEN not in cookie
        assert visitor.get("/claims").status_code == 200
        held = visitor.cookies[PASS]
    with visiting(filled, token="another token, as long") as other:
        for wrong in (held, "0" * 64, ""):
            assert other.get("/claims", headers={"Cookie": f"{PASS}={wrong}"}).status_code == 401


@pytest.mark.parametrize(
    "path", ["//evil.example", "/\\evil.example", "/%5cevil.example", "///evil.example/a", "/%0d%0aSet-Cookie:a=b"]
)
def test_it_leads_nowhere_else(filled: Path, path: str) -> None:
    with visiting(filled, token=TOKEN) as visitor:
        answer = visitor.get(f"http://localhost{path}?token={TOKEN}", follow_redirects=False)
        location = answer.headers["location"]
        assert location.startswith("/")
        assert not location.startswith(("//", "/\\"))
        assert "\r" not in location
        assert answer.headers.get_list("set-cookie")[0].startswith(PASS)


def test_a_script_brings_it_each_time_and_needs_no_form(filled: Path) -> None:
    with visiting(filled, token=TOKEN) as visitor:
        bearer = {"Authorization": f"Bearer {TOKEN}"}
        assert visitor.get("/claims.json", headers=bearer).status_code == 200
        assert visitor.post("/add", headers=bearer).status_code == 400  # nothing in it, and no word of its form
        assert visitor.get("/claims.json").status_code == 401
        for wrong in ("Bearer", "Bearer x", f"Basic {TOKEN}", "Bearer é"):
            answer = visitor.get("/claims.json", headers={"Authorization": wrong.encode("latin-1")})
            assert answer.status_code == 401


def test_whoever_guesses_has_to_wait(filled: Path) -> None:
    with visiting(filled, token=TOKEN) as visitor:
        statuses = [visitor.get(f"/claims?token=guess{number}").status_code for number in range(12)]
        assert statuses == [401] * 10 + [429] * 2
        late = visitor.get(f"/claims?token={TOKEN}")
        assert (late.status_code, late.headers["retry-after"]) == (429, "60")


# how much


def test_what_is_too_long_is_refused_while_it_comes(filled: Path) -> None:
    with visiting(filled, max_upload=10_000) as visitor:
        body = b"--x\r\nContent-Disposition: form-data; name=files; filename=a\r\n\r\n" + b"a" * 20_000

        def streamed() -> Iterator[bytes]:  # without a word of its length
            for _ in range(3):
                yield body

        for content in (body, streamed(), b"a" * 50_000):
            answer = visitor.post("/add", content=content, headers=MULTIPART)
            assert (answer.status_code, "SAY-134" in answer.text) == (413, True)
            assert "0.01 MB" in answer.text


def test_other_forms_are_short(client: TestClient) -> None:
    assert client.post("/questions", data={"name": "a" * 1_100_000}).status_code == 413


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"--x",
        b"--x\r\n\r\n",
        b"--y\r\nContent-Disposition: form-data; name=a\r\n\r\n1\r\n--y--",
        b"--x\r\nContent-Disposition: form-data\r\n\r\n1\r\n--x--",
        b"--x\r\n" + b"A: b\r\n" * 5_000 + b"\r\n1\r\n--x--",
        b"--x\r\nContent-Disposition: form-data; name=" + b"n" * 100_000 + b"\r\n\r\n1\r\n--x--",
        b"".join(b"--x\r\nContent-Disposition: form-data; name=a%d\r\n\r\n1\r\n" % n for n in range(300)) + b"--x--",
        b'--x\r\nContent-Disposition: form-data; name=files; filename="a"\r\n\r\n1\r\n' * 120 + b"--x--",
        b"\x00\xff" * 500,
    ],
    ids=lambda body: f"{len(body)}",
)
def test_a_form_that_is_none_is_told_so(client: TestClient, body: bytes) -> None:
    answer = client.post("/add", content=body, headers=MULTIPART)
    assert answer.status_code in (400, 403, 413)
    assert "What to do" in answer.text


@pytest.mark.parametrize(
    "kind", ["multipart/form-data", "multipart/form-data; boundary=", "text/plain", "a", "application/json"]
)
def test_bodies_of_other_kinds(client: TestClient, kind: str) -> None:
    answer = client.post("/add", content=b'{"links": "https://example.org"}', headers={"Content-Type": kind})
    assert answer.status_code in (400, 403, 413)
    assert "What to do" in answer.text


# paths


@pytest.mark.parametrize(
    "path",
    [
        "/static/../app.py",
        "/static/%2e%2e/app.py",
        "/static/..%2f..%2fpyproject.toml",
        "/static/%2fetc/passwd",
        "/static/css",
        "/static/%00",
        "/static/" + "a" * 5_000,
        "/claims/%2e%2e/%2e%2e",
        "/documents/..%2f..%2fetc%2fpasswd",
        "/documents/%00",
        "/export/..%2fcsv",
        "/export/__init__",
        "/.json",
        "/%ff%fe",
    ],
)
def test_paths_that_lead_nowhere(client: TestClient, path: str) -> None:
    answer = client.get(path, follow_redirects=False)
    assert answer.status_code in (400, 404)
    assert "Traceback" not in answer.text
    assert "def " not in answer.text


def test_a_slash_too_many_leads_to_the_same_server(client: TestClient) -> None:
    for path in ("/claims/", "//evil.example/", "/jobs/..%2f"):
        answer = client.get(f"http://localhost{path}", follow_redirects=False)
        assert answer.status_code == 404 or answer.headers["location"].startswith("http://localhost/")


def test_methods_that_nothing_takes(client: TestClient) -> None:
    for method in ("PUT", "DELETE", "PATCH", "TRACE", "CONNECT"):
        answer = client.request(method, "/claims")
        assert answer.status_code == 405
