"""Example pages damaged at random: a document whose every block is where it says, or one coded error."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.document.build import build
from sayso.document.html.locate import Resolver, verify
from sayso.errors import SaysoError
from sayso.nouns import Capture, Given

EXAMPLES = Path(__file__).resolve().parents[3] / "examples"


@cache
def pages() -> tuple[bytes, ...]:
    return tuple(path.read_bytes() for path in sorted(EXAMPLES.glob("*/*.html")))


@st.composite
def damaged(draw: st.DrawFn) -> bytes:
    """A page with bytes flipped, pieces cut out, tags cut open and chunks doubled or moved."""
    page = draw(st.sampled_from(pages()))
    for kind in draw(st.lists(st.sampled_from(["flip", "cut", "open", "double", "move"]), min_size=1, max_size=6)):
        at = draw(st.integers(0, len(page) - 1))
        length = draw(st.integers(1, 400))
        chunk = page[at : at + length]
        if kind == "flip":
            page = page[:at] + bytes([draw(st.integers(0, 255))]) + page[at + 1 :]
        elif kind == "cut":
            page = page[:at] + page[at + length :]
        elif kind == "open":
            close = page.find(b">", at)
            page = page[:close] + page[close + 1 :] if close >= 0 else page
        elif kind == "double":
            page = page[:at] + chunk * 3 + page[at + length :]
        else:
            to = draw(st.integers(0, len(page) - 1))
            page = page[:to] + chunk + page[to:]
        page = page or b"x"
    return page


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(damaged(), st.sampled_from([None, "utf-8", "iso-8859-1", "nonsense"]))
def test_damage_is_refused_or_read_truly(body: bytes, charset: str | None) -> None:
    capture = Capture.of(body, media_type="text/html", source="page.html", charset=charset)
    try:
        extracted = build(capture, Given())
    except SaysoError:
        return
    document = extracted.document
    assert verify(document, capture) == []
    assert "\x00" not in document.text
    document.text.encode("utf-8")
    resolver = Resolver(document, capture)
    for block in document.blocks:
        if block.source is not None:
            assert resolver.resolve(block.start, block.end) == block.source
