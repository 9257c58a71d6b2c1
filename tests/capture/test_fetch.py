"""Fetching, from a real server: what comes is a capture, and whatever goes wrong is one coded error."""

from __future__ import annotations

import gzip
import socket
import time
import zlib
from collections.abc import Callable
from dataclasses import replace
from http.server import BaseHTTPRequestHandler
from typing import Any

import brotli
import pytest
from website import PAGE, Site

from sayso.capture import CaptureOptions, open_inputs
from sayso.capture.fetch import MOST_REDIRECTS, Fetcher
from sayso.capture.pace import Pace
from sayso.errors import CaptureError
from sayso.nouns import Capture


@pytest.fixture
def fetch(inside: CaptureOptions) -> Callable[[str], Capture]:
    def one(address: str) -> Capture:
        (got,) = open_inputs([address], inside)
        if isinstance(got, CaptureError):
            raise got
        return got

    return one


def refused(fetch: Callable[[str], Capture], address: str) -> CaptureError:
    with pytest.raises(CaptureError) as caught:
        fetch(address)
    return caught.value


def test_a_page_comes_with_all_that_is_known_of_it(site: Site, fetch: Callable[[str], Capture]) -> None:
    address = site.page("/rain.html", X_Own="1")
    got = fetch(address + "#part")
    assert got.body == PAGE
    assert got.source == address + "#part"
    assert got.url == address
    assert (got.media_type, got.charset, got.status) == ("text/html", "utf-8", 200)
    assert ("X-Own", "1") in got.headers
    assert got.retrieved is not None
    assert got.retrieved.endswith("Z")
    assert got.robots is not None
    assert got.robots.allowed
    assert got.robots.url == site.url("/robots.txt")
    assert "404" in got.robots.why


def test_it_names_itself_and_takes_no_proxy_from_the_environment(
    site: Site, fetch: Callable[[str], Capture], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:1")
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:1")
    fetch(site.page("/rain.html"))
    assert all(sent["user-agent"].startswith("sayso/") for sent in site.sent)
    assert len(site.sent) == 2


@pytest.mark.parametrize(
    ("coding", "pack"), [("gzip", gzip.compress), ("deflate", zlib.compress), ("br", brotli.compress), ("", bytes)]
)
def test_content_codings_are_undone(
    site: Site, fetch: Callable[[str], Capture], coding: str, pack: Callable[[bytes], bytes]
) -> None:
    address = site.page("/rain.html", pack(PAGE), Content_Encoding=coding)
    assert fetch(address).body == PAGE


def test_redirections_are_followed(site: Site, fetch: Callable[[str], Capture]) -> None:
    site.page("/end.html")
    for step in range(MOST_REDIRECTS):
        leads = f"/{step + 1}" if step < MOST_REDIRECTS - 1 else site.url("/end.html")
        site.page(f"/{step}", b"", 302, Location=leads)
    got = fetch(site.url("/0"))
    assert got.url == site.url("/end.html")
    assert got.source == site.url("/0")


def test_one_redirection_too_many_is_refused(site: Site, fetch: Callable[[str], Capture]) -> None:
    for step in range(MOST_REDIRECTS + 1):
        site.page(f"/{step}", b"", 301, Location=f"/{step + 1}")
    site.page(f"/{MOST_REDIRECTS + 1}")
    assert refused(fetch, site.url("/0")).code == "SAY-048"


def test_a_circle_of_redirections_ends(site: Site, fetch: Callable[[str], Capture]) -> None:
    error = refused(fetch, site.page("/circle", b"", 302, Location="/circle"))
    assert error.code == "SAY-048"
    assert site.asked.count("/circle") == MOST_REDIRECTS + 1


@pytest.mark.parametrize(
    "leads_to", ["file:///etc/passwd", "ftp://example.org/x", "http://u:p@example.org/", "http://a:99999/"]
)
def test_a_redirection_out_of_the_web_is_refused(site: Site, fetch: Callable[[str], Capture], leads_to: str) -> None:
    error = refused(fetch, site.page("/away", b"", 302, Location=leads_to))
    assert error.code == "SAY-040"
    assert "u:p" not in str(error)


@pytest.mark.parametrize(
    "address",
    [
        "ftp://example.org/x",
        "http://user:secret@example.org/",
        "http://user:sec/ret:secret@",
        "http://",
        "http://[::1/",
    ],
)
def test_what_is_no_address_is_refused(fetch: Callable[[str], Capture], address: str) -> None:
    error = refused(fetch, address)
    assert error.code == "SAY-040"
    assert "secret" not in str(error)


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "2130706433", "0x7f.1", "[::ffff:127.0.0.1]"])
def test_this_machine_is_refused_however_it_is_written(site: Site, options: CaptureOptions, host: str) -> None:
    site.page("/rain.html")
    (got,) = open_inputs([site.url("/rain.html", host)], options)
    assert isinstance(got, CaptureError)
    assert got.code == "SAY-041"
    assert site.asked == []


def test_a_public_name_that_leads_inside_is_refused(site: Site, options: CaptureOptions) -> None:
    fetcher = Fetcher(options, using=lambda host, port: ["93.184.215.14", "127.0.0.1"])
    with pytest.raises(CaptureError) as caught:
        fetcher.fetch(site.url("/rain.html", "news.example"))
    fetcher.close()
    assert caught.value.code == "SAY-041"
    assert site.asked == []


def test_the_machine_behind_each_hop_is_checked(
    site: Site, options: CaptureOptions, monkeypatch: pytest.MonkeyPatch
) -> None:
    """This machine counts as public here; the one that it leads to does not."""
    monkeypatch.setattr("sayso.capture.address.is_public", lambda ip: ip == "127.0.0.1")
    site.page("/start", b"", 302, Location=site.url("/secret", "inside.example"))
    known = {"news.example": ["127.0.0.1"], "inside.example": ["10.0.0.1"]}
    fetcher = Fetcher(options, using=lambda host, port: known[host])
    with pytest.raises(CaptureError) as caught:
        fetcher.fetch(site.url("/start", "news.example"))
    fetcher.close()
    assert caught.value.code == "SAY-041"
    assert "10.0.0.1" in caught.value.what
    assert site.asked == ["/robots.txt", "/start"]


def test_a_name_that_changes_its_mind_gains_nothing(
    site: Site, options: CaptureOptions, monkeypatch: pytest.MonkeyPatch
) -> None:
    """DNS rebinding: the connection goes to the very address that was checked, and each new answer is checked."""
    monkeypatch.setattr("sayso.capture.address.is_public", lambda ip: ip == "127.0.0.1")
    connected: list[str] = []
    connect = socket.create_connection

    def watched(where: tuple[str, int], *rest: Any, **more: Any) -> socket.socket:
        connected.append(where[0])
        return connect(where, *rest, **more)

    monkeypatch.setattr(socket, "create_connection", watched)
    answers = iter([["127.0.0.1"], ["127.0.0.1"], ["169.254.169.254"]])
    fetcher = Fetcher(options, using=lambda host, port: next(answers))
    site.page("/rain.html")
    assert fetcher.fetch(site.url("/rain.html", "news.example")).body == PAGE
    with pytest.raises(CaptureError) as caught:
        fetcher.fetch(site.url("/rain.html", "news.example"))
    fetcher.close()
    assert caught.value.code == "SAY-041"
    assert connected == ["127.0.0.1", "127.0.0.1"]
    assert site.sent[-1]["host"] == f"news.example:{site.port}"


def test_a_host_that_is_not_there(inside: CaptureOptions) -> None:
    def using(host: str, port: int) -> list[str]:
        raise socket.gaierror(socket.EAI_NONAME, "no such host")

    fetcher = Fetcher(inside, using=using)
    with pytest.raises(CaptureError) as caught:
        fetcher.fetch("http://nowhere.example/")
    fetcher.close()
    assert caught.value.code == "SAY-042"


def test_a_server_that_is_not_there(fetch: Callable[[str], Capture]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as unused:
        port = unused.getsockname()[1]
    error = refused(fetch, f"http://127.0.0.1:{port}/")
    assert (error.code, error.transient) == ("SAY-043", True)


def test_something_that_speaks_no_tls(site: Site, fetch: Callable[[str], Capture]) -> None:
    site.page("/rain.html")
    assert refused(fetch, site.url("/rain.html").replace("http:", "https:")).code == "SAY-043"


@pytest.mark.parametrize(
    ("status", "code", "transient"),
    [
        (404, "SAY-049", False),
        (403, "SAY-049", False),
        (206, "SAY-049", False),
        (429, "SAY-050", True),
        (503, "SAY-050", True),
    ],
)
def test_statuses(site: Site, fetch: Callable[[str], Capture], status: int, code: str, transient: bool) -> None:
    error = refused(fetch, site.page("/rain.html", status=status))
    assert (error.code, error.transient) == (code, transient)
    assert str(status) in error.what


def test_a_body_that_says_it_is_too_large_is_not_even_read(site: Site, fetch: Callable[[str], Capture]) -> None:
    assert refused(fetch, site.page("/large", Content_Length=str(10**12))).code == "SAY-051"


def test_a_body_without_end(site: Site, fetch: Callable[[str], Capture]) -> None:
    def pour(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Type", "text/html")
        handler.end_headers()
        while True:
            handler.wfile.write(b"<p>more</p>" * 1000)

    site.pages["/large"] = pour
    assert refused(fetch, site.url("/large")).code == "SAY-051"


@pytest.mark.parametrize(
    ("coding", "pack"), [("gzip", gzip.compress), ("deflate", zlib.compress), ("br", brotli.compress)]
)
def test_a_bomb(site: Site, fetch: Callable[[str], Capture], coding: str, pack: Callable[[bytes], bytes]) -> None:
    bomb = pack(b"<p>" + b" " * 30_000_000)
    assert len(bomb) < 100_000
    assert refused(fetch, site.page("/bomb", bomb, Content_Encoding=coding)).code == "SAY-051"


def test_a_server_that_dawdles(site: Site, inside: CaptureOptions) -> None:
    """A byte at a time, each in good time: only the deadline of the whole ends it."""

    def dribble(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Type", "text/html")
        handler.end_headers()
        for _ in range(200):
            handler.wfile.write(b"x")
            handler.wfile.flush()
            time.sleep(0.05)

    site.pages["/slow"] = dribble
    hurried = replace(inside, settings=replace(inside.settings, timeout_seconds=0.5))
    (error,) = open_inputs([site.url("/slow")], hurried)
    assert isinstance(error, CaptureError)
    assert (error.code, error.transient) == ("SAY-045", True)


def test_a_server_that_says_nothing(inside: CaptureOptions) -> None:
    hurried = replace(inside, settings=replace(inside.settings, timeout_seconds=0.3))
    with socket.create_server(("127.0.0.1", 0)) as silent:
        (error,) = open_inputs([f"http://127.0.0.1:{silent.getsockname()[1]}/"], hurried)
    assert isinstance(error, CaptureError)
    assert error.code == "SAY-045"


def test_a_body_shorter_than_it_says(site: Site, fetch: Callable[[str], Capture]) -> None:
    error = refused(fetch, site.page("/short", Content_Length=str(len(PAGE) + 10)))
    assert (error.code, error.transient) == ("SAY-052", True)


def test_a_body_longer_than_it_says_is_what_it_says(site: Site, fetch: Callable[[str], Capture]) -> None:
    assert fetch(site.page("/long", Content_Length="60")).body == PAGE[:60]


def test_gzip_that_is_cut_short(site: Site, fetch: Callable[[str], Capture]) -> None:
    packed = gzip.compress(PAGE)[:-20]
    assert refused(fetch, site.page("/cut", packed, Content_Encoding="gzip")).code == "SAY-052"


def test_gzip_that_is_none_is_taken_as_it_is(site: Site, fetch: Callable[[str], Capture]) -> None:
    assert fetch(site.page("/plain", Content_Encoding="gzip")).body == PAGE


def test_a_coding_that_was_not_asked_for(site: Site, fetch: Callable[[str], Capture]) -> None:
    assert refused(fetch, site.page("/odd", Content_Encoding="compress")).code == "SAY-053"


@pytest.mark.parametrize(
    ("declared", "body", "media_type"),
    [
        ("text/plain", PAGE, "text/html"),
        ("image/png", PAGE, "text/html"),
        ("text/html", b"It will rain, the mayor said.\n", "text/plain"),
        ("text/html", b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n", "application/pdf"),
        ("application/octet-stream", b"It will rain.\n", "text/plain"),
    ],
)
def test_a_content_type_that_lies(
    site: Site, fetch: Callable[[str], Capture], declared: str, body: bytes, media_type: str
) -> None:
    assert fetch(site.page("/lie", body, Content_Type=declared)).media_type == media_type


def test_a_charset_that_lies_is_kept_as_it_was_said(site: Site, fetch: Callable[[str], Capture]) -> None:
    got = fetch(site.page("/lie", "<p>Málaga</p>".encode("cp1252"), Content_Type='text/html; charset="UTF-8"'))
    assert got.charset == "utf-8"
    assert got.body == "<p>Málaga</p>".encode("cp1252")


@pytest.mark.parametrize(
    ("declared", "body", "code"),
    [
        ("text/html", b"", "SAY-010"),
        ("text/html", b" \n\t ", "SAY-010"),
        ("image/png", b"\x89PNG\r\n\x1a\n" + bytes(100), "SAY-023"),
        ("application/json", b'{"a": "It will rain."}', "SAY-023"),
        ("text/html", bytes(range(256)) * 8, "SAY-011"),
    ],
)
def test_what_is_no_page(site: Site, fetch: Callable[[str], Capture], declared: str, body: bytes, code: str) -> None:
    assert refused(fetch, site.page("/odd", body, Content_Type=declared)).code == code


def test_no_cookie_goes_from_page_to_page(site: Site, inside: CaptureOptions) -> None:
    addresses = [site.page(path, Set_Cookie="who=you; Path=/") for path in ("/a", "/b")]
    assert all(isinstance(got, Capture) for got in open_inputs(addresses, inside))
    assert all("cookie" not in sent for sent in site.sent)


def test_the_crawl_delay_is_waited_for_and_does_not_cost_the_deadline(site: Site, inside: CaptureOptions) -> None:
    time_now = [0.0]
    waits: list[float] = []

    def sleep(seconds: float) -> None:
        waits.append(seconds)
        time_now[0] += seconds

    site.page("/robots.txt", b"User-agent: *\nCrawl-delay: 7\n", Content_Type="text/plain")
    site.page("/there", b"", 302, Location="/a")
    addresses = [site.page("/a"), site.page("/b"), site.url("/there")]
    fetcher = Fetcher(inside, pace=Pace(0.0, now=lambda: time_now[0], sleep=sleep))
    assert [fetcher.fetch(address).body for address in addresses] == [PAGE, PAGE, PAGE]
    fetcher.close()
    assert waits == [7.0, 7.0]
