"""A capture kept as a WARC record comes back field by field, and other tools can read the record."""

from __future__ import annotations

import gzip
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from warcio.archiveiterator import ArchiveIterator

from sayso.capture import from_warc, to_warc
from sayso.errors import CaptureError
from sayso.nouns import Capture, Robots

texts = st.text(max_size=40)
maybe = st.one_of(st.none(), texts)
addresses = st.one_of(
    st.none(), texts, st.sampled_from(["http://example.org/", "https://example.org/a?b=c", "HTTP://EXAMPLE.ORG/ü"])
)
captures = st.builds(
    Capture.of,
    st.binary(max_size=300),
    media_type=st.one_of(texts, st.sampled_from(["text/html", "application/pdf"])),
    source=texts,
    retrieved=st.one_of(maybe, st.datetimes().map(lambda d: d.isoformat() + "Z")),
    url=addresses,
    charset=maybe,
    status=st.one_of(st.none(), st.integers(100, 599)),
    headers=st.lists(st.tuples(texts, texts), max_size=4).map(tuple),
    robots=st.one_of(st.none(), st.builds(Robots, url=texts, allowed=st.booleans(), why=texts)),
)

FETCHED = Capture.of(
    b"<p>It will rain.</p>",
    media_type="text/html",
    source="https://example.org/rain#top",
    retrieved="2026-01-02T03:04:05Z",
    url="https://example.org/rain",
    charset="utf-8",
    status=200,
    headers=(("Content-Type", "text/html"), ("Content-Encoding", "gzip"), ("X-Own", "a")),
    robots=Robots(url="https://example.org/robots.txt", allowed=True, why="allowed"),
)


@given(captures)
def test_there_and_back(capture: Capture) -> None:
    record = to_warc(capture)
    assert from_warc(record) == capture
    assert to_warc(capture) == record


def test_a_fetched_page_is_a_response_record() -> None:
    record = next(ArchiveIterator(io.BytesIO(to_warc(FETCHED)), check_digests="raise"))
    assert record.rec_type == "response"
    assert record.rec_headers.get_header("WARC-Target-URI") == FETCHED.url
    assert record.rec_headers.get_header("WARC-Date") == FETCHED.retrieved
    assert record.rec_headers.get_header("WARC-Payload-Digest") == f"sha256:{FETCHED.sha256}"
    assert record.http_headers.get_statuscode() == "200"
    assert record.http_headers.get_header("X-Own") == "a"
    assert record.http_headers.get_header("X-Archive-Orig-Content-Encoding") == "gzip"
    assert record.content_stream().read() == FETCHED.body


def test_a_file_is_a_resource_record() -> None:
    kept = Capture.of(b"It will rain.", media_type="text/plain", source="rain.txt")
    record = next(ArchiveIterator(io.BytesIO(to_warc(kept)), check_digests="raise"))
    assert record.rec_type == "resource"
    assert record.rec_headers.get_header("Content-Type") == "text/plain"
    assert record.content_stream().read() == kept.body


def test_bytes_that_changed_are_noticed() -> None:
    plain = gzip.decompress(to_warc(FETCHED))
    with pytest.raises(CaptureError) as caught:
        from_warc(gzip.compress(plain.replace(b"will rain", b"may snow.")))
    assert caught.value.code == "SAY-024"


@given(st.binary(max_size=300), st.integers(0, 2000), st.integers(0, 255))
def test_damage_is_one_error(junk: bytes, where: int, value: int) -> None:
    broken = bytearray(to_warc(FETCHED))
    broken[where % len(broken)] = value
    for data in (junk, bytes(broken), gzip.compress(junk)):
        try:
            got = from_warc(data)
        except CaptureError as error:
            code = error.code
        else:
            assert got == FETCHED
            continue
        assert code == "SAY-024"
