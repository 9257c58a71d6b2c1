"""Captures are shown so that nothing in them does anything, whatever they hold."""

from __future__ import annotations

import re
import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import html
from starlette.testclient import TestClient

from sayso.ledger import Filters, Ledger
from sayso.workbench.app import make_app
from sayso.workbench.settings import Settings

#: everything by which a page runs, loads or sends something
TRICKS = """<meta http-equiv="refresh" content="0;url=https://evil.example/refresh">
<base href="https://evil.example/" target="_top">
<script>parent.location = 'https://evil.example/script'; document.title = 'ran'</script>
<link rel="stylesheet" href="https://evil.example/a.css"><link rel="preload" as="image" href="https://evil.example/p.png">
<style>@import url(https://evil.example/b.css); body { background: url(https://evil.example/c.png) }
@font-face { font-family: x; src: url(https://evil.example/d.woff) }</style>
<svg onload="document.title = 'ran'"><use href="https://evil.example/e.svg#x"/></svg>
<img src="https://evil.example/f.png" onerror="document.title = 'ran'"><iframe src="https://evil.example/g"></iframe>
<object data="https://evil.example/h"></object><embed src="https://evil.example/i">
<video src="https://evil.example/j" autoplay></video>
<form action="https://evil.example/k"><button>Send</button></form><a href="javascript:document.title='ran'">a</a>
<a id="out" href="https://evil.example/l" target="_top">out</a><a ping="https://evil.example/m" href="#x">b</a>"""
STORY = """<p>The harbour of Port Amery will stay closed until Friday, the harbour master said on Tuesday.</p>
<p>Divers found a second container on the sea bed, 40 metres from the quay, according to the coast guard.</p>
<p>“We will not let a ship in before the channel is clear,” said Ines Falk, who heads the port authority.</p>"""
PAGE = (
    "<!DOCTYPE html><html><head><meta charset='utf-8'><title>Harbour stays closed</title></head><body><article>"
    f"<h1>Harbour stays closed</h1>{STORY}{{}}</article></body></html>"
)
PLAIN = html.fromstring(STORY).text_content().replace(".\n", ".\n\n")
MAIL = (
    "From: desk@example.org\nTo: all@example.org\nMessage-ID: <1@example.org>\nDate: Tue, 14 Jan 2025 10:00:00 +0000\n"
    f"Subject: Harbour stays closed\nContent-Type: text/plain; charset=utf-8\n\n{PLAIN}"
)


@pytest.fixture(scope="module")
def captured(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger of pages of several sorts."""
    from sayso.cli.main import run

    folder = tmp_path_factory.mktemp("captured")
    pages = folder / "pages"
    pages.mkdir()
    (pages / "tricks.html").write_text(PAGE.format(TRICKS), encoding="utf-8")
    old = PAGE.replace("utf-8", "windows-1252").format("<p>The café will stay open, Falk said.</p>")
    (pages / "old.html").write_bytes(old.encode("cp1252"))
    (pages / "plain.txt").write_text(PLAIN, encoding="utf-8")
    (pages / "mail.eml").write_text(MAIL, encoding="utf-8")
    assert run(["add", str(pages), "--ledger", str(folder / "pages.db")], debug=True) == 0
    return folder / "pages.db"


@pytest.fixture(scope="module")
def names(captured: Path) -> dict[str, str]:
    """File -> how its document is called in addresses."""
    with Ledger.open(captured, create=False) as ledger:
        return {Path(each.source).name: each.id[7:23] for each in ledger.documents(Filters())}


@pytest.fixture(scope="module")
def visitor(captured: Path) -> Iterator[TestClient]:
    with TestClient(make_app(Settings(ledger=captured)), base_url="http://localhost") as client:
        yield client


def test_a_page_goes_out_as_it_came_and_in_a_sandbox(visitor: TestClient, names: dict[str, str]) -> None:
    answer = visitor.get(f"/documents/{names['tricks.html']}/capture")
    came = PAGE.format(TRICKS).encode()
    assert answer.content.startswith(came)
    assert re.fullmatch(
        rb"\s*<style>[a-z, ]+\{ pointer-events: none !important \}</style>\s*", answer.content[len(came) :]
    )
    assert visitor.get(f"/documents/{names['tricks.html']}/capture", params={"as": "text"}).content == came
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    policy = answer.headers["content-security-policy"].split("; ")
    assert policy[:2] == ["sandbox", "default-src 'none'"]
    assert {"img-src data:", "form-action 'none'", "base-uri 'none'", "frame-ancestors 'self'"} <= set(policy)
    assert not any(word in " ".join(policy) for word in ("script-src", "allow-", "http", "*", "frame-src"))
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["referrer-policy"] == "no-referrer"


def test_the_frame_has_no_rights(visitor: TestClient, names: dict[str, str]) -> None:
    answer = visitor.get(f"/documents/{names['tricks.html']}", params={"beside": "capture"})
    frame = html.fromstring(answer.text).xpath("//iframe")[0]
    assert frame.get("sandbox") == ""
    assert frame.get("src") == f"/documents/{names['tricks.html']}/capture"
    assert frame.get("referrerpolicy") == "no-referrer"
    assert frame.get("title")
    assert "evil.example" not in answer.text


@pytest.mark.parametrize(
    ("name", "way", "kind"),
    [
        ("old.html", "", "text/html; charset=cp1252"),
        ("old.html", "text", "text/plain; charset=cp1252"),
        ("plain.txt", "", "text/plain; charset=utf-8"),
        ("mail.eml", "", "text/plain; charset=utf-8"),
        ("tricks.html", "text", "text/plain; charset=utf-8"),
    ],
)
def test_each_sort_of_capture_in_its_own_encoding(
    visitor: TestClient, names: dict[str, str], name: str, way: str, kind: str
) -> None:
    answer = visitor.get(f"/documents/{names[name]}/capture", params={"as": way})
    assert answer.headers["content-type"] == kind
    assert "sandbox" in answer.headers["content-security-policy"]
    assert "Falk" in answer.text


def test_what_is_no_text_is_a_file_to_keep(visitor: TestClient) -> None:
    from sayso.nouns import Capture
    from sayso.workbench.capturing import headers_of, shown_as

    pdf = Capture.of(b"%PDF-1.4\n\xff\xfe\x00", media_type="application/pdf", source="a.pdf")
    junk = Capture.of(bytes(range(256)) * 8, media_type="text/html", source="a.html")
    for capture, ending in ((pdf, ".pdf"), (junk, ".bin")):
        headers = headers_of(shown_as(capture), capture)
        assert headers["Content-Type"] == "application/octet-stream"
        assert headers["Content-Disposition"] == f'attachment; filename="capture-{capture.sha256[:16]}{ending}"'
        assert headers["Content-Security-Policy"].startswith("sandbox; default-src 'none'")


def test_pages_of_two_bytes_a_letter_stay_readable(visitor: TestClient) -> None:
    from sayso.nouns import Capture
    from sayso.workbench.capturing import body_of, headers_of, shown_as

    for codec in ("utf-16", "utf-16-le", "utf-16-be"):
        body = PAGE.format("").replace("utf-8", codec).encode(codec)
        capture = Capture.of(body, media_type="text/html", source="a.html", charset=codec)
        shown = shown_as(capture)
        charset = headers_of(shown, capture)["Content-Type"].partition("charset=")[2]
        assert charset in ("utf-16le", "utf-16be")
        assert "pointer-events" in body_of(shown, capture).decode(charset)


def test_xhtml_goes_out_as_html(visitor: TestClient) -> None:
    from sayso.nouns import Capture
    from sayso.workbench.capturing import headers_of, shown_as

    body = b'<?xml version="1.0"?><?xml-stylesheet type="text/xsl" href="x.xsl"?><html xmlns="http://www.w3.org/1999/xhtml"/>'
    capture = Capture.of(body, media_type="application/xhtml+xml", source="a.xhtml")
    assert headers_of(shown_as(capture), capture)["Content-Type"] == "text/html; charset=utf-8"


def test_a_capture_that_is_gone_leaves_what_was_read(captured: Path, names: dict[str, str], tmp_path: Path) -> None:
    path = tmp_path / "gone.db"
    shutil.copy(captured, path)
    with sqlite3.connect(path) as database:
        guards = database.execute(
            "SELECT name FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'captures_keeps%'"
        )
        for (guard,) in guards.fetchall():
            database.execute(f"DROP TRIGGER {guard}")
        database.execute("DELETE FROM captures")
    database.close()
    with TestClient(make_app(Settings(ledger=path)), base_url="http://localhost") as client:
        answer = client.get(f"/documents/{names['plain.txt']}", params={"beside": "capture"})
        assert answer.status_code == 200
        assert "The captured page cannot be shown." in answer.text
        assert "Ines Falk" in answer.text
        assert client.get(f"/documents/{names['plain.txt']}/capture").status_code == 404


def test_what_a_page_says_is_text_in_every_view(visitor: TestClient, names: dict[str, str]) -> None:
    for address in (f"/documents/{names['tricks.html']}", "/claims", "/documents"):
        found = html.fromstring(visitor.get(address).text)
        assert not found.xpath(
            "//main//script | //main//iframe | //main//img | //main//svg[@onload] | //base | //object"
        )
        assert not [
            href for href in found.xpath("//main//@href | //main//@src") if "evil" in href or "javascript" in href
        ]


def test_no_capture_of_no_document(visitor: TestClient) -> None:
    assert visitor.get("/documents/ffffffffffff/capture").status_code == 404
