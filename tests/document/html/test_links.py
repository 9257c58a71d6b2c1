"""The links in the article: their words, and where they lead."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.document.build import build
from sayso.document.html.links import MAX_LINKS
from sayso.document.html.parse import parse
from sayso.document.html.projection import blocks_of, project, squeeze
from sayso.nouns import Capture, Document, Given

AROUND = (
    "The goods train left the rails near the village early on Monday and blocked both lines to the port for a day. ",
    " It was the third such accident since the culvert at the mill was washed out in May, the company said on Tuesday.",
)


def document_of(article: str, *, url: str | None = "https://paper.example/2024/train", head: str = "") -> Document:
    body = (
        f"<html><head><title>Train off the rails</title>{head}</head><body><nav><a href='/'>Home</a> <a href='/sport'>"
        f"Sport</a></nav><article><h1>Train off the rails</h1>{article}"
        f"<p>{AROUND[0]}{AROUND[1]}</p></article><footer><a href='/about'>About us</a></footer></body></html>"
    )
    capture = Capture.of(body.encode(), media_type="text/html", source="page.html", charset="utf-8")
    return build(capture, Given(url=url)).document


def links_of(
    article: str, *, url: str | None = "https://paper.example/2024/train", head: str = ""
) -> list[tuple[str, str]]:
    document = document_of(article, url=url, head=head)
    return [(document.text[link.start : link.end], link.href) for link in document.links]


def paragraph(middle: str) -> str:
    return f"<p>{AROUND[0]}{middle}{AROUND[1]}</p>"


def test_links_in_the_article_and_no_others() -> None:
    found = links_of(
        paragraph(
            "So <a href='https://agency.example/1?utm_source=x#top'>Norvane <b>News</b> Agency</a> reported here."
        )
        + paragraph("See <a href='../map'>the map</a> and, here, <a href=\" /x\">here</a>.")
    )
    assert found == [
        ("Norvane News Agency", "https://agency.example/1"),
        ("the map", "https://paper.example/map"),
        ("here", "https://paper.example/x"),
    ]


def test_what_leads_nowhere_on_the_web_is_no_link() -> None:
    found = links_of(
        paragraph(
            "<a href='mailto:a@b.example'>write</a> <a href='javascript:x()'>click</a> <a href='#n1'>1</a> "
            "<a href='https://paper.example/2024/train'>this page</a> <a href='http://[::1'>broken</a> "
            "<a href='ftp://files.example/x'>file</a> <a href='https://empty.example/'> </a> <a href=''>none</a>"
        )
    )
    assert found == []


def test_relative_addresses_need_the_address_of_the_page() -> None:
    linked = paragraph("<a href='/x'>one</a> <a href='https://b.example/y'>two</a>")
    assert links_of(linked, url=None) == [("two", "https://b.example/y")]
    head = "<base href='https://other.example/a/'>"
    assert links_of(linked.replace("/x", "x"), url=None, head=head)[0] == ("one", "https://other.example/a/x")


def test_words_of_a_link_stand_where_they_say_though_they_come_twice() -> None:
    document = document_of(paragraph("the port, the port and <a href='https://b.example/'>the port</a> once more."))
    (link,) = document.links
    assert document.text[: link.start].endswith("the port, the port and ")


def test_a_block_with_hidden_parts_has_no_links_rather_than_wrong_ones() -> None:
    hidden = "<span hidden>not shown</span> and <a href='https://b.example/'>a link</a>"
    assert all(words == "a link" for words, _ in links_of(paragraph(hidden)))


def test_there_is_a_bound() -> None:
    many = "".join(f"<a href='https://b.example/{n}'>w{n}</a> and some more words, " for n in range(MAX_LINKS + 50))
    assert len(links_of(f"<p>{AROUND[0]}{many}</p>")) == MAX_LINKS


MARKUP = (
    *("<a href='https://b.example/1'>", "</a>", "<a>", "<b>", "</b>", "<p>", "</p>", "<div>", "</div>", "<br>"),
    *("<span hidden>x</span>", "<script>y</script>", "word ", "two words", " ", "&nbsp;é", "\u00ad", "😀"),
)


@given(st.lists(st.sampled_from(MARKUP), max_size=30).map("".join))
@settings(max_examples=150)
def test_anchors_hold_their_text_whatever_the_markup(markup: str) -> None:
    root = parse(f"<html><body><div>{markup}</div></body></html>", "page.html")
    blocks, anchors = project(root)
    assert blocks == blocks_of(root)
    for anchor in anchors:
        begin, end = anchor.stream
        assert 0 <= begin < end
        assert anchor.href
    for block in blocks:
        inside = [a for a in anchors if block.stream[0] <= a.stream[0] and a.stream[1] <= block.stream[1]]
        if len(squeeze(block.text)) == block.stream[1] - block.stream[0]:
            assert all(
                squeeze(block.text)[a.stream[0] - block.stream[0] : a.stream[1] - block.stream[0]] for a in inside
            )
