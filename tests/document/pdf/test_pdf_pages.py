from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small_pdf import Placed, column, make_pdf

from sayso.document.extracted import Extracted
from sayso.document.pdf import document_from_pdf
from sayso.errors import DocumentError
from sayso.nouns import Capture, Given

FIRST = [
    "Two people died on Tuesday when the river Lenn broke its wall, the police",
    "of Orvan said in the evening. A third was taken to hospital with a broken",
    "leg. The wall was built in 1961.",
    "",
    "Tom Reed, who lives in the lower street, said that he had heard no siren and",
    "that the water stood in his kitchen within three minutes. The siren is inspect-",
    "ed every spring; it was inspected last in March by the well-",
    "known company from Lenn.",
]


def read(body: bytes, options: Given | None = None) -> Extracted:
    return document_from_pdf(Capture.of(body, media_type="application/pdf", source="x.pdf"), options or Given())


def page(lines: list[str], number: int) -> list[Placed]:
    return [(72, 760, 9, "The Lenn Herald"), (300, 30, 9, str(number)), *column(lines)]


def test_wrapped_lines_become_paragraphs() -> None:
    document = read(make_pdf([column(FIRST)])).document
    paragraphs = document.text.split("\n")
    assert paragraphs[0] == (
        "Two people died on Tuesday when the river Lenn broke its wall, the police of Orvan said in the evening. "
        "A third was taken to hospital with a broken leg. The wall was built in 1961."
    )
    assert len(paragraphs) == 2
    assert [(b.page, b.source, b.path) for b in document.blocks] == [(1, None, None)] * 2
    for block, paragraph in zip(document.blocks, paragraphs, strict=True):
        assert document.text[block.start : block.end] == paragraph


def test_broken_words_are_mended_only_where_that_is_safe_and_it_is_recorded() -> None:
    document = read(make_pdf([column(FIRST)])).document
    assert "The siren is inspected every spring" in document.text  # the document writes "inspected" elsewhere
    assert [e.value for e in document.evidence if e.field == "text"][:1] == ["inspect-ed → inspected"]


def test_running_heads_and_page_numbers_are_dropped() -> None:
    pages = [
        page([f"Paragraph number {word} of the long report on the flood."], n)
        for n, word in enumerate(["one", "two", "three", "four"], 1)
    ]
    document = read(make_pdf(pages)).document
    assert "Herald" not in document.text
    assert document.text.split("\n")[0] == "Paragraph number one of the long report on the flood."
    assert [b.page for b in document.blocks] == [1, 2, 3, 4]


def test_a_paragraph_runs_on_over_the_end_of_a_page() -> None:
    first = [*FIRST[:2], "leg. The company that owns the wall has said that it will pay for all of the"]
    pages = [
        page(first, 1),
        page(["damage in the lower street.", "", "The council meets on Friday to talk about it."], 2),
    ]
    paragraphs = read(make_pdf(pages)).document.text.split("\n")
    assert paragraphs[0].endswith("it will pay for all of the damage in the lower street.")
    assert len(paragraphs) == 2


def test_title_byline_and_date_are_read_from_the_first_page() -> None:
    head: list[Placed] = [
        (72, 740, 22, "Two die in the flood of Lenn"),
        (72, 715, 11, "By Ana Ruiz"),
        (72, 701, 11, "12 March 2024"),
    ]
    info = {"Title": "Microsoft Word - flood7.doc", "Author": "user1", "CreationDate": "D:20200101120000Z"}
    document = read(make_pdf([[*head, *column(FIRST, top=660)]], info)).document
    assert (document.title, document.authors, document.published) == (
        "Two die in the flood of Lenn",
        ("Ana Ruiz",),
        "2024-03-12",
    )
    assert document.text.startswith("Two people died")


def test_the_information_dictionary_is_believed_little_and_only_where_the_page_says_nothing() -> None:
    info = {"Title": "A report on the flood", "Author": "Ana Ruiz", "CreationDate": "D:20240312101500+01'00'"}
    document = read(make_pdf([column(FIRST)], info)).document
    assert (document.title, document.authors, document.published) == (
        "A report on the flood",
        ("Ana Ruiz",),
        "2024-03-12",
    )
    assert {(e.evidence, e.score < 0.5) for e in document.evidence if e.field in {"title", "authors", "published"}} == {
        ("header", True)
    }


def test_larger_type_is_a_heading() -> None:
    lines = [*column(FIRST[:3]), (72, 640, 14, "What the wall cost"), *column(FIRST[4:6], top=610)]
    document = read(make_pdf([lines])).document
    assert [document.text[a:b] for a, b in document.headings] == ["What the wall cost"]


def test_what_the_user_gives_wins() -> None:
    document = read(
        make_pdf([column(FIRST)]), Given(published="2024-03-13", outlet="The Lenn Herald", url="https://example.org/a")
    ).document
    assert (document.published, document.outlet, document.url) == (
        "2024-03-13",
        "The Lenn Herald",
        "https://example.org/a",
    )


def test_a_pdf_without_text_is_refused() -> None:
    with pytest.raises(DocumentError) as caught:
        read(make_pdf([[]]))
    assert caught.value.code == "SAY-015"


@pytest.mark.parametrize("body", [b"%PDF-1.4\nnothing", b"not a pdf at all", make_pdf([column(FIRST)])[:200]])
def test_a_broken_pdf_is_refused(body: bytes) -> None:
    with pytest.raises(DocumentError) as caught:
        read(body)
    assert caught.value.code in {"SAY-015", "SAY-016"}


def read_or_code(body: bytes) -> Extracted | str:
    """What was read, or the code with which it was refused."""
    try:
        return read(body)
    except DocumentError as error:
        return error.code


@given(st.data())
@settings(max_examples=40, deadline=None)
def test_mutilated_pdfs_are_read_or_refused(data: st.DataObject) -> None:
    body = bytearray(make_pdf([column(FIRST)]))
    for _ in range(data.draw(st.integers(1, 12))):
        body[data.draw(st.integers(0, len(body) - 1))] = data.draw(st.integers(0, 255))
    got = read_or_code(bytes(body))
    if isinstance(got, str):
        assert got in {"SAY-015", "SAY-016"}
        return
    document = got.document
    assert [document.text[b.start : b.end] for b in document.blocks] == document.text.split("\n")
