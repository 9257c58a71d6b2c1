"""What kind of thing some bytes are."""

from __future__ import annotations

import gzip

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.capture.sniff import content_type, sniff

RAIN = "It will rain on Friday, the mayor said.\nBring a coat.\n"


@pytest.mark.parametrize(
    ("head", "name", "declared", "media_type"),
    [
        (b"<!DOCTYPE html><p>a", "", None, "text/html"),
        (b"\xef\xbb\xbf  <!-- made by hand -->\n<HTML>", "a.txt", None, "text/html"),
        (b'<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "x">', "", None, "text/html"),
        (b'<?xml version="1.0"?>\n<html xmlns="x">', "a.xhtml", None, "application/xhtml+xml"),
        (b"<html>", "", "application/xhtml+xml", "application/xhtml+xml"),
        (b"<p>It will rain.</p>", "", None, "text/html"),
        (b"<p> is the tag of a paragraph", "a.txt", None, "text/plain"),
        (b"It will rain. <br> Bring a coat.", "a.html", None, "text/html"),
        (b"It will rain. <br> Bring a coat.", "", None, "text/plain"),
        (b"It will rain.", "a.html", None, "text/plain"),
        (b"<html>\0\0<p>It will rain.", "", None, "text/html"),
        ("<html><p>Дождь".encode("utf-16"), "", None, "text/html"),
        ("<html><p>It will rain.".encode("utf-16-le"), "", None, "text/html"),
        ("It will rain on Friday.".encode("utf-16-be"), "a.txt", None, "text/plain"),
        (RAIN.encode(), "", None, "text/plain"),
        ("It will rain at the café.".encode("cp1252"), "", None, "text/plain"),
        (b"%PDF-1.7\n", "a.txt", None, "application/pdf"),
        (b"junk before\n%PDF-1.7\n", "", None, "application/pdf"),
        (b"Received: from a\n\tby b\nSubject: Rain\n\nIt will rain.", "", None, "message/rfc822"),
        (b"From: a@example.org\r\nTo: b@example.org\r\n\r\nIt will rain.", "", None, "message/rfc822"),
        (b"From MAILER Thu Jan  1\nMessage-ID: <a@b>\nDate: Thu\n\nIt", "", None, "message/rfc822"),
        (b"To: all\nIt will rain.\n", "", None, "text/plain"),
        (b"From: the mayor\n\nIt will rain.\n", "", None, "text/plain"),
        (b"Weather: rain\n", "a.eml", None, "message/rfc822"),
        (b"It will rain.", "https://example.py/", "text/plain", "text/plain"),
        (b"<p>It will rain.", "https://example.org/a.json?x=1", "text/html", "text/html"),
    ],
)
def test_pages(head: bytes, name: str, declared: str | None, media_type: str) -> None:
    found = sniff(head, name=name, declared=declared)
    assert (found.kind, found.media_type) == ("page", media_type)


@pytest.mark.parametrize(
    ("head", "name", "kind"),
    [
        (b"", "", "empty"),
        (b" \r\n\t\0", "a.html", "empty"),
        (b"\xef\xbb\xbf\n", "", "empty"),
        (b"\x89PNG\r\n\x1a\n\0\0", "a.html", "other"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "", "other"),
        (b"RIFF\x01\x02\x03\x04WEBPVP8 ", "", "other"),
        (b'{"title": "Rain"}', "a.json", "other"),
        (b'<?xml version="1.0"?><rss version="2.0">', "", "other"),
        (bytes(range(256)), "", "binary"),
        (bytes(range(256)), "a.html", "binary"),
        (b"WARC/1.1\r\n", "a.txt", "warc"),
        (gzip.compress(b"x"), "a.txt", "gzip"),
        (b"PK\x03\x04", "", "zip"),
    ],
)
def test_what_is_no_page(head: bytes, name: str, kind: str) -> None:
    assert sniff(head, name=name).kind == kind


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("text/html; charset=UTF-8", ("text/html", "utf-8")),
        ("TEXT/HTML;charset='latin-1'", ("text/html", "latin-1")),
        ('text/html; x=1; charset="gb2312"', ("text/html", "gb2312")),
        ("html", (None, None)),
        ("", (None, None)),
        (None, (None, None)),
        ("text/html; charset=", ("text/html", None)),
    ],
)
def test_content_types(value: str | None, expected: tuple[str | None, str | None]) -> None:
    assert content_type(value) == expected


@given(st.binary(max_size=5000), st.text(max_size=20), st.one_of(st.none(), st.text(max_size=20)))
def test_any_bytes_are_of_some_kind(head: bytes, name: str, declared: str | None) -> None:
    found = sniff(head, name=name, declared=declared)
    assert (found.kind == "page") == bool(found.media_type)


@given(st.text(max_size=60))
def test_any_header_is_read(value: str) -> None:
    declared, charset = content_type(value)
    assert declared is None or "/" in declared
    assert charset is None or charset == charset.lower().strip()
