"""Texts that look like threads or menus and are neither: none of their lines may be lost."""

from __future__ import annotations

import pytest
from kept_texts import KEPT

from sayso.document.plain import document_from_plain
from sayso.nouns import Capture, Given


@pytest.mark.parametrize("name", sorted(KEPT))
def test_no_line_of_the_article_is_lost(name: str) -> None:
    text, head = KEPT[name]
    read = document_from_plain(Capture.of(text.encode(), media_type="text/plain", source=name), Given())
    lost = [
        (line.kind, line.text)
        for number, line in enumerate(read.document.lines)
        if line.text and number >= head and line.kind not in {"article", "heading"}
    ]
    # a lone "Comments" between two paragraphs may be taken for a heading of the page's, not of the article's;
    # "- ends -" closes a press release and is none of its words
    assert [text for _, text in lost if text not in {"Comments", "- ends -"}] == []
    assert read.comments == ()


def test_a_message_saved_as_text_gives_its_header() -> None:
    read = document_from_plain(
        Capture.of(KEPT["message"][0].encode(), media_type="text/plain", source="m.txt"), Given()
    ).document
    assert (read.title, read.authors, (read.published or "")[:16]) == (
        "The road to Orvan is closed",
        ("Ada Wren",),
        "2024-03-05T10:12",
    )


def test_wrapped_lines_become_one_paragraph_each() -> None:
    text, _ = KEPT["wrapped"]
    read = document_from_plain(Capture.of(text.encode(), media_type="text/plain", source="w.txt"), Given()).document
    paragraphs = read.text.split("\n")
    assert len(paragraphs) == 3
    assert paragraphs[0].startswith(
        "The harbour of Lenn was closed on Tuesday after a barge laden with gravel broke loose"
    )
    assert [b.kind for b in read.blocks] == ["paragraph"] * 3
