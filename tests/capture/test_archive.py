"""WARC and WACZ: each page once, with what the archive knows of it; damage after what was whole."""

from __future__ import annotations

import gzip
import io
import zipfile
from pathlib import Path
from typing import Any

import brotli
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter
from website import PAGE

from sayso.capture import CaptureOptions, open_inputs
from sayso.errors import CaptureError
from sayso.nouns import Capture

HTML = {"Content-Type": "text/html; charset=utf-8"}


def warc(*records: tuple[str, str, dict[str, str], bytes], packed: bool = True) -> bytes:
    """A WARC of (address, status, headers, body as on the wire); a status ``resource`` makes a resource record."""
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=packed)
    writer.write_record(writer.create_warcinfo_record("a.warc", {"software": "test"}))
    for address, status, headers, body in records:
        more: dict[str, Any] = {"warc_headers_dict": {"WARC-Date": "2026-01-02T03:04:05Z"}}
        if status == "resource":
            more["warc_content_type"] = headers["Content-Type"]
        else:
            more["http_headers"] = StatusAndHeaders(status, list(headers.items()), protocol="HTTP/1.1")
        kind = "resource" if status == "resource" else "response"
        record = writer.create_warc_record(address, kind, payload=io.BytesIO(body), length=len(body), **more)
        writer.write_record(record)
    return out.getvalue()


def wacz(**members: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("datapackage.json", "{}")
        for name, body in members.items():
            archive.writestr("archive/" + name.replace("_", "."), body)
    return out.getvalue()


def read(data: bytes, options: CaptureOptions) -> list[Capture | CaptureError]:
    return list(open_inputs(["-"], options, stdin=io.BytesIO(data)))


def codes(got: list[Capture | CaptureError]) -> list[str]:
    return [item.code if isinstance(item, CaptureError) else str(item.url) for item in got]


RAIN = ("http://example.org/rain", "200 OK", HTML, PAGE)
SNOW = ("http://example.org/snow", "200 OK", HTML, PAGE.replace(b"rain", b"snow"))


@pytest.mark.parametrize("packed", [True, False])
def test_each_page_is_a_capture(tmp_path: Path, options: CaptureOptions, packed: bool) -> None:
    path = tmp_path / "a.warc.gz"
    path.write_bytes(warc(RAIN, SNOW, packed=packed))
    first, second = open_inputs([str(path)], options)
    assert first == Capture.of(
        PAGE,
        media_type="text/html",
        source=f"{path}#http://example.org/rain",
        url="http://example.org/rain",
        retrieved="2026-01-02T03:04:05Z",
        charset="utf-8",
        status=200,
        headers=(("Content-Type", "text/html; charset=utf-8"),),
    )
    assert isinstance(second, Capture)
    assert second.url == "http://example.org/snow"


def test_what_is_no_page_is_passed_over(options: CaptureOptions) -> None:
    got = read(
        warc(
            ("http://example.org/robots.txt", "200 OK", {"Content-Type": "text/plain"}, b"User-agent: *\n"),
            ("http://example.org/a.png", "200 OK", {"Content-Type": "image/png"}, b"\x89PNG"),
            ("http://example.org/lie", "200 OK", HTML, b"\x89PNG\r\n\x1a\n"),
            ("http://example.org/gone", "404 Not Found", HTML, PAGE),
            ("http://example.org/moved", "301 Moved", HTML, PAGE),
            ("http://example.org/empty", "200 OK", HTML, b""),
            ("dns:example.org", "resource", {"Content-Type": "text/dns"}, b"192.0.2.1"),
            ("file:///a.txt", "resource", {"Content-Type": "text/plain"}, b"It will rain.\n"),
            RAIN,
        ),
        options,
    )
    assert codes(got) == ["file:///a.txt", "http://example.org/rain"]


@pytest.mark.parametrize(
    ("headers", "body"),
    [
        ({"Content-Encoding": "gzip"}, gzip.compress(PAGE)),
        ({"Content-Encoding": "br"}, brotli.compress(PAGE)),
        ({"Content-Encoding": "gzip"}, PAGE),
        (
            {"Transfer-Encoding": "chunked"},
            b"5\r\n" + PAGE[:5] + b"\r\n%x\r\n" % len(PAGE[5:]) + PAGE[5:] + b"\r\n0\r\n\r\n",
        ),
        ({"Transfer-Encoding": "chunked"}, PAGE),
    ],
)
def test_codings_are_undone(options: CaptureOptions, headers: dict[str, str], body: bytes) -> None:
    (got,) = read(warc(("http://example.org/rain", "200 OK", {**HTML, **headers}, body)), options)
    assert isinstance(got, Capture)
    assert got.body == PAGE


def test_a_warc_packed_as_one_stream_can_be_read(options: CaptureOptions) -> None:
    assert codes(read(gzip.compress(warc(RAIN, SNOW, packed=False)), options)) == [RAIN[0], SNOW[0]]


def test_an_archive_without_a_page(options: CaptureOptions) -> None:
    assert codes(read(warc(), options)) == ["SAY-026"]


@pytest.mark.parametrize("packed", [True, False])
def test_what_is_cut_short_gives_what_was_whole(options: CaptureOptions, packed: bool) -> None:
    data = warc(RAIN, SNOW, packed=packed)
    cut = data[: -len(warc(SNOW, packed=packed)) // 4]
    assert codes(read(cut, options))[0] == RAIN[0]
    assert codes(read(cut, options))[-1] == "SAY-024"


def test_one_damaged_record_does_not_cost_the_others(options: CaptureOptions) -> None:
    packed = {**HTML, "Content-Encoding": "gzip"}
    bad = ("http://example.org/bad", "200 OK", packed, gzip.compress(PAGE)[:-12])
    assert codes(read(warc(RAIN, bad, SNOW), options)) == [RAIN[0], "SAY-024", SNOW[0]]


def test_one_record_too_large_does_not_cost_the_others(options: CaptureOptions) -> None:
    packed = {**HTML, "Content-Encoding": "gzip"}
    bomb = ("http://example.org/bomb", "200 OK", packed, gzip.compress(PAGE + b" " * 1_000_000))
    large = ("http://example.org/large", "200 OK", HTML, PAGE * 10_000)
    got = read(warc(RAIN, bomb, large, SNOW), options)
    assert codes(got) == [RAIN[0], "SAY-022", "SAY-022", SNOW[0]]


def test_an_archive_that_grows_without_measure(options: CaptureOptions) -> None:
    start = warc(RAIN, packed=False)
    bomb = b"WARC/1.0\r\nWARC-Type: metadata\r\nContent-Length: 100000000\r\n\r\n" + bytes(100_000_000)
    assert codes(read(gzip.compress(start + bomb), options)) == [RAIN[0], "SAY-022"]


def test_the_pages_of_a_wacz(options: CaptureOptions) -> None:
    got = read(wacz(b_warc_gz=warc(SNOW), a_warc=warc(RAIN, packed=False)), options)
    assert codes(got) == [RAIN[0], SNOW[0]]
    assert isinstance(got[0], Capture)
    assert got[0].source == f"-#{RAIN[0]}"


def test_a_wacz_that_cannot_be_sought_in(options: CaptureOptions) -> None:
    class Pipe(io.BytesIO):
        def seekable(self) -> bool:
            return False

        def seek(self, *_: int) -> int:
            raise io.UnsupportedOperation

    data = wacz(a_warc_gz=warc(RAIN))
    assert codes(list(open_inputs(["-"], options, stdin=Pipe(data)))) == [RAIN[0]]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (wacz(), "SAY-023"),
        (wacz(a_cdx=b"x"), "SAY-026"),
        (wacz(a_warc=warc()), "SAY-026"),
        (wacz(a_warc=bytes(50_000_000)), "SAY-022"),
        (wacz(a_warc=b"junk"), "SAY-024"),
        (wacz(a_warc_gz=warc(RAIN))[:-30], "SAY-024"),
    ],
)
def test_a_wacz_that_is_refused(options: CaptureOptions, data: bytes, code: str) -> None:
    assert codes(read(data, options)) == [code]


#: made once: the ids of their records differ each time
WHOLE = [warc(RAIN, SNOW), warc(RAIN, SNOW, packed=False), wacz(a_warc_gz=warc(RAIN))]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150)
@given(data=st.data())
def test_any_damage_is_coded_and_silent(
    data: st.DataObject, options: CaptureOptions, capfd: pytest.CaptureFixture[str]
) -> None:
    whole = data.draw(st.sampled_from(WHOLE))
    broken = bytearray(whole)
    for _ in range(data.draw(st.integers(1, 4))):
        where = data.draw(st.integers(0, len(broken) - 1))
        broken[where : where + data.draw(st.integers(0, 30))] = data.draw(st.binary(max_size=30))
        if not broken:
            break
    for item in read(bytes(broken), options):
        assert isinstance(item, Capture) or item.code != "SAY-099"
    assert capfd.readouterr() == ("", "")
