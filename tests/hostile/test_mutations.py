"""Real pages, damaged at random: whatever comes of it is a reading that holds together, or one coded error."""

from __future__ import annotations

import io
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.capture import CaptureOptions, open_inputs
from sayso.errors import SaysoError
from sayso.nouns import Given, Reading
from sayso.pipeline import read_capture
from sayso.plugins import load_reader

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
#: what damage is made of: markup where none should be, bytes that no encoding has, and what parsers trip over
SHARDS = [b"<", b">", b"</p>", b"<div>", b"<!--", b"-->", b"<script>", b"&#xD800;", b"\0", b"\xff\xfe", b"\xed\xa0\x80"]
SHARDS += [
    b'"',
    b"\xe2\x80\x9c",
    b"<td colspan=99999>",
    b'"datePublished": "9999-99-99"',
    b"]]>",
    b"{" * 50,
    b"\r\n" * 50,
]


@cache
def pages() -> list[bytes]:
    return [path.read_bytes() for path in sorted(EXAMPLES.rglob("*.*")) if path.suffix in (".html", ".txt")]


@st.composite
def damaged(draw: st.DrawFn) -> bytes:
    page = bytearray(draw(st.sampled_from(pages())))
    for _ in range(draw(st.integers(1, 6))):
        start = draw(st.integers(0, len(page)))
        length = draw(st.sampled_from([0, 0, 1, 5, 50, 1000]))
        page[start : start + length] = draw(st.one_of(st.sampled_from(SHARDS), st.binary(max_size=20)))
    return bytes(page)


def holds_together(reading: Reading) -> None:
    text = reading.document.text
    text.encode("utf-8")
    for mention in reading.mentions:
        assert text[mention.start : mention.end] == mention.text
    for attribution in reading.attributions:
        assert text[attribution.cue.start : attribution.cue.end] == attribution.cue.text
    for start, end in (*reading.document.sentences, *reading.document.headings):
        assert 0 <= start < end <= len(text)


@pytest.mark.slow
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(damaged())
def test_damage(body: bytes) -> None:
    reader = load_reader("rules")
    for capture in open_inputs(["-"], CaptureOptions(), stdin=io.BytesIO(body)):
        if isinstance(capture, SaysoError):
            assert capture.code != "SAY-099"
            continue
        try:
            reading = read_capture(capture, given=Given(), reader=reader)
        except SaysoError as error:
            code = error.code
        else:
            holds_together(reading)
            continue
        assert code != "SAY-099"
