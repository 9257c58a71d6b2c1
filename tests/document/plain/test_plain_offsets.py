"""What must always hold: the lines cover every byte once, and every block is found again in its bytes."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from kept_texts import KEPT
from layouts import Story, StoryComment, render

from sayso.document.extracted import Extracted
from sayso.document.html.decode import decode
from sayso.document.plain import document_from_plain
from sayso.document.plain.offsets import clean, physical_lines
from sayso.errors import DocumentError
from sayso.nouns import Capture, Given, Reading, to_json

WORDS = st.sampled_from(
    [
        "Home",
        "News",
        "By Ana Ruiz",
        "12 March 2024",
        "3 comments",
        "Reply",
        "Maja says:",
        "gina on The man with the probe",
        "Tags: a, b",
        "admin in: Why?",
        "The mayor said on Tuesday that two people had died in the flood.",
        "a bird",
        "— Tom, 3 hours ago",
        "",
        "Recent comments",
        "© 2024 Post",
        "Photo: x",
        "“Quoted.”",
    ]
)
PAGES = st.lists(WORDS, min_size=1, max_size=25).map("\n".join)


def check(body: bytes, read: Extracted) -> None:
    document = read.document
    at = 0
    for line in document.lines:
        assert line.source[0] == at
        assert line.source[1] >= at
        at = line.source[1]
    assert at == len(body)
    for a, b in zip(document.blocks, document.blocks[1:], strict=False):
        assert a.end < b.start
    for start, end in document.headings:
        assert document.text[start:end].strip()
    to_json(Reading(document=document, comments=read.comments))  # nothing in it that JSON cannot carry
    for comment in read.comments:
        assert comment.source is not None
        assert comment.source[0] < comment.source[1] <= len(body)


def read(body: bytes, charset: str | None = None) -> Extracted:
    return document_from_plain(Capture.of(body, media_type="text/plain", source="x.txt", charset=charset), Given())


def read_or_code(body: bytes, charset: str | None = None) -> Extracted | str:
    """What was read, or the code with which it was refused."""
    try:
        return read(body, charset)
    except DocumentError as error:
        return error.code


@given(st.text(max_size=400))
@settings(max_examples=150, deadline=None)
def test_any_text_is_read_or_refused(text: str) -> None:
    body = text.encode("utf-8", "surrogatepass")
    got = read_or_code(body)
    if isinstance(got, Extracted):
        check(body, got)
    else:
        assert got in {"SAY-010", "SAY-011", "SAY-012"}


@given(st.binary(max_size=300))
@settings(max_examples=150, deadline=None)
def test_any_bytes_are_read_or_refused(body: bytes) -> None:
    got = read_or_code(body)
    if isinstance(got, Extracted):
        check(body, got)
    else:
        assert got in {"SAY-010", "SAY-011", "SAY-012"}


@given(PAGES, st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "cp1252"]), st.sampled_from(["\n", "\r\n", "\r"]))
@settings(max_examples=150, deadline=None)
def test_blocks_are_found_again_in_any_encoding(page: str, encoding: str, end: str) -> None:
    body = page.replace("\n", end).encode(encoding)
    got = read_or_code(body, charset="cp1252" if encoding == "cp1252" else None)
    if not isinstance(got, Extracted):
        assert got in {"SAY-010", "SAY-012"}
        return
    check(body, got)
    codec = codecs.lookup(decode(body, "cp1252" if encoding == "cp1252" else None).codec).name
    for block in got.document.blocks:
        assert block.source is not None
        there = clean(body[slice(*block.source)].decode(codec))
        assert there == got.document.text[block.start : block.end]


@pytest.mark.parametrize("name", sorted(KEPT))
def test_every_block_of_the_kept_texts_maps_back(name: str) -> None:
    body = KEPT[name][0].encode()
    got = read(body)
    check(body, got)
    for block in got.document.blocks:
        assert block.source is not None
        assert clean(body[slice(*block.source)].decode()).split() == got.document.text[block.start : block.end].split()


def test_a_rendered_page_covers_its_bytes_whatever_its_layout() -> None:
    from datetime import date

    story = Story(
        title="Two die in the flood of Lenn",
        authors=("Ana Ruiz",),
        published=date(2024, 3, 12),
        paragraphs=(
            "Two people died on Tuesday when the river Lenn broke its wall, the police of Orvan said in the evening.",
            "“We had no warning,” said Tom Reed, who lives in the lower street. Others had heard a siren.",
        ),
        thread=(
            StoryComment("Maja", "I heard no siren either."),
            StoryComment("tom_h", "Ask the water office, they know."),
        ),
        widget=(StoryComment("gina", "That bridge was never safe.", "Bridge at Orvan closed for a year"),),
    )
    for seed in range(60):
        body = render(story, seed).text.encode()
        check(body, read(body))


def test_lines_end_where_any_line_end_is() -> None:
    body = "a\r\nb\rc\nd\fe\u2028f".encode()
    assert [line.text for line in physical_lines(decode(body))] == ["a", "b", "c", "d", "e", "f"]


def test_nothing_unprintable_reaches_the_text() -> None:
    got = read(b"The mayor\x00 said on \x1bTuesday that two people\x07 had died in the flood.\n")
    assert got.document.text == "The mayor said on Tuesday that two people had died in the flood."
