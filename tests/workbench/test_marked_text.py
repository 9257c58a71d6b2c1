"""The text of a page with its marks: always the page's own text, whatever the marks are and however they cross."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from sayso.ledger import Filters, Ledger
from sayso.nouns import Block, CaptureRef, Document
from sayso.workbench.marked import Piece, article, passage, pieces

KINDS = ("claim", "content", "source", "cue", "speaker", "figure", "time", "place")


def document(text: str, blocks: Sequence[Block] = ()) -> Document:
    return Document(
        id="sha256:" + "0" * 64,
        source="page.html",
        url=None,
        outlet=None,
        title=None,
        authors=(),
        published=None,
        language=None,
        text=text,
        headings=(),
        sentences=(),
        capture=CaptureRef(sha256="0" * 64, media_type="text/html", retrieved=None),
        blocks=tuple(blocks),
    )


def drawn(text: str, wanted: Sequence[Piece], blocks: Sequence[Block] = ()) -> html.HtmlElement:
    return html.fromstring(f"<div>{article(document(text, blocks), wanted, '0')}</div>")


def piece(start: int, end: int, kind: Any, ident: str = "a1", label: str = "1") -> Piece:
    return Piece(start, end, kind, ident, label)


@given(
    st.text(alphabet="ab <>&\"'\n😀\u0645é\u0301", max_size=30),
    st.lists(
        st.tuples(st.integers(-2, 34), st.integers(-2, 34), st.sampled_from(KINDS), st.sampled_from("123")), max_size=8
    ),
)
def test_the_text_stays_the_text(text: str, ranges: list[tuple[int, int, Any, str]]) -> None:
    wanted = [piece(start, end, kind, f"a{n}", n) for start, end, kind, n in ranges if start < end]
    assert drawn(text, wanted).text_content() == text


def words(found: html.HtmlElement, kind: str) -> list[str]:
    return [each.text_content() for each in found.xpath(f"//span[@class='{kind}']")]


def test_contents_nest_and_are_interrupted() -> None:
    text = "“We knew,” Falk said that Orr told her, “of it.”"
    wanted = [
        piece(0, 10, "content", "a1", "1"),
        piece(40, 48, "content", "a1", "1"),
        piece(11, 15, "source", "a1", "1"),
        piece(16, 20, "cue", "a1", "1"),
        piece(21, 48, "content", "a2", "2"),
        piece(26, 29, "source", "a2", "2"),
    ]
    found = drawn(text, wanted)
    assert words(found, "content") == ["“We knew,”", text[21:48], "“of it.”"]
    assert words(found, "source") == ["Falk", "Orr"]
    assert [each.get("id") for each in found.xpath("//span[@class='content']")] == ["a1", "a2", None]
    assert [each.get("href") for each in found.xpath("//a[@class='to-note']")] == ["#note-a1", "#note-a2", "#note-a1"]
    assert found.xpath("//span[@class='closing']/@data-label") == ["1", "1", "2"]


def test_marks_that_cross_are_each_whole_again() -> None:
    found = drawn("one two three", [piece(0, 7, "claim", "c1", "1"), piece(4, 13, "content", "a1", "1")])
    assert "".join(words(found, "claim")) == "one two"
    assert "".join(words(found, "content")) == "two three"
    assert found.xpath("//span[@id='c1']/a/@href") == ["/claims/0/c1"]
    assert len(found.xpath("//a[@class='to-claim']")) == len(found.xpath("//a[@class='to-note']")) == 1


def test_a_quotation_over_two_paragraphs_is_one_attribution() -> None:
    blocks = [
        Block(start=0, end=4, kind="heading", path=None, source=None),
        Block(start=5, end=9, kind="paragraph", path=None, source=None),
        Block(start=10, end=14, kind="list-item", path=None, source=None),
    ]
    found = drawn("Head\nbody\nitem", [piece(5, 14, "content", "a1", "1")], blocks)
    assert [(each.tag, each.get("class")) for each in found] == [
        ("h3", "block heading"),
        ("p", "block paragraph"),
        ("p", "block list-item"),
    ]
    assert words(found, "content") == ["body", "item"]
    assert len(found.xpath("//a[@class='to-note']")) == len(found.xpath("//span[@class='closing']")) == 1


def test_a_passage_holds_its_range_and_leads_to_the_page_of_the_reading() -> None:
    text = "One line.\nA second line.\nThird."
    found = html.fromstring(f"<div>{passage(document(text), [piece(12, 30, 'content')], '0', (10, 24))}</div>")
    assert found.text_content() == text[10:24]
    assert words(found, "content") == [text[12:24]]
    assert found.xpath("//a[@class='to-note']/@href") == ["/documents/0#note-a1"]


def test_what_comes_from_the_page_is_text() -> None:
    trick = '"><script>alert(1)</script>'
    made = str(article(document(trick), [Piece(0, 5, "speaker", trick, trick, trick)], "0"))
    assert "<script>" not in made
    assert html.fromstring(f"<div>{made}</div>").text_content() == trick


def test_every_example_is_drawn_with_all_that_was_read(filled: Path) -> None:
    with Ledger.open(filled, create=False) as ledger:
        for each in list(ledger.documents(Filters())):
            reading = ledger.reading(each.id)
            found = drawn(reading.document.text, list(pieces(reading)), reading.document.blocks)
            assert found.text_content() == reading.document.text
            assert set(found.xpath("//a[@class='to-claim']/@data-label")) == {c.id[1:] for c in reading.claims}
            assert {f"#note-{a.id}" for a in reading.attributions} == set(found.xpath("//a[@class='to-note']/@href"))
