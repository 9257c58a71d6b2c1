"""Which blocks are the article: on pages written for one rule each, in several makes."""

from __future__ import annotations

import pytest

from sayso.document.html.align import align_lines
from sayso.document.html.article import choose
from sayso.document.html.density import densest
from sayso.document.html.furniture import is_furniture, is_note
from sayso.document.html.headings import is_heading
from sayso.document.html.parse import parse
from sayso.document.html.projection import blocks_of
from sayso.errors import DocumentError

ONE = "The council of Ardmouth voted on Tuesday to close the old bridge for repairs that will last until the autumn."
TWO = "Two engineers told the meeting that the northern arch had moved by four centimetres since the last inspection."
THREE = "Shopkeepers on the quay said they had not been asked, and that they would lose a whole summer of trade."
FOUR = "The mayor, who lives across the river, said a ferry would run every twenty minutes from the first of May."


def text(body: str, title: str | None = None) -> list[str]:
    page = parse(f"<html><head><title>x</title></head><body>{body}</body></html>")
    return [block.text for block in choose(page, title=title).blocks]


def page(inside: str) -> str:
    menu = "".join(f"<li><a href=/{name}>{name}</a></li>" for name in ("News", "Sport", "Weather", "Shipping"))
    return (
        f"<header><nav><ul>{menu}</ul></nav></header><main><article><h1>Bridge to close</h1>{inside}</article></main>"
        "<footer><p>Ardmouth Mercury, 4 Quay Street. All rights reserved.</p></footer>"
    )


@pytest.mark.parametrize(
    "furniture",
    [
        '<div class="newsletter-signup"><h3>Morning news</h3><p>Six stories in your inbox before breakfast.</p></div>',
        '<aside><p>You may also like this other story about another bridge in another town.</p></aside>',
        '<figure><img src=a><figcaption>The old bridge, seen from the quay in the winter.</figcaption></figure>',
        '<div class="relatedStories"><p>Ferry runs aground on the bar with ninety people on board</p></div>',
        '<p class="photo-credit">Photograph taken by Jo Ash for the Mercury in March.</p>',
        '<div class="share"><p>Share this story with your friends on the networks.</p></div>',
        '<p><a href=/x>Read how the last bridge fell into the river</a></p>',
        "<p>Read more: how the last bridge fell into the river in a storm.</p>",
        '<div class="author-bio"><p>Jo Ash has covered the council for the Mercury since she left school.</p></div>',
    ],
)  # fmt: skip
def test_furniture_between_paragraphs_is_left_out(furniture: str) -> None:
    assert text(page(f"<p>{ONE}</p><p>{TWO}</p>{furniture}<p>{THREE}</p><p>{FOUR}</p>")) == [ONE, TWO, THREE, FOUR]


@pytest.mark.parametrize("name", ["newsletter-page", "has-sidebar share-enabled", "related tags comments"])
def test_a_name_does_not_make_furniture_of_the_article(name: str) -> None:
    inside = f'<div class="{name}"><p>{ONE}</p><p>{TWO}</p><p>{THREE}</p></div>'
    assert text(page(inside)) == [ONE, TWO, THREE]


def test_headings_inside_are_kept_and_those_that_head_nothing_are_not() -> None:
    inside = (
        f"<p>{ONE}</p><h2>What the engineers saw</h2><p>{TWO}</p>"
        f"<p><strong>On the quay</strong></p><p>{THREE}</p><p>{FOUR}</p>"
        "<h2>More from the Mercury</h2><ul><li><a href=/a>Ferry runs aground on the bar</a></li>"
        "<li><a href=/b>Council tax to rise again in the spring</a></li></ul>"
    )
    article = choose(parse(f"<html><body>{page(inside)}</body></html>"))
    heads = [article.blocks[i].text for i in sorted(article.headings)]
    assert heads == ["What the engineers saw", "On the quay"]
    assert article.blocks[-1].text == FOUR


def test_the_title_and_the_byline_are_no_part_of_the_text() -> None:
    inside = f"<p class=kicker>Council</p><p class=by>By Jo Ash</p><p>{ONE}</p><p>{TWO}</p><p>{THREE}</p>"
    assert text(page(inside), title="Bridge to close") == [ONE, TWO, THREE]


def test_a_correction_at_the_end_belongs_to_the_article() -> None:
    note = "Correction: an earlier version of this story gave the wrong date for the last inspection of the bridge."
    found = text(page(f"<p>{ONE}</p><p>{TWO}</p><p>{THREE}</p></article><div class=post-footer><p>{note}</p></div>"))
    assert found == [ONE, TWO, THREE, note]


def test_a_lead_under_the_title_belongs_to_the_article() -> None:
    lead = "Repairs will take until the autumn, and the traders of the quay are not happy about it."
    found = text(
        f'<h1>Bridge to close</h1><p class="standfirst">{lead}</p><div><p>{ONE}</p><p>{TWO}</p><p>{THREE}</p></div>'
    )
    assert found == [lead, ONE, TWO, THREE]


def test_layout_tables_give_their_article_and_not_their_margins() -> None:
    page = (
        "<table><tr><td colspan=2>The Ardmouth Mercury - News - Sport - Weather - Tides of the whole coast</td></tr>"
        "<tr><td><a href=/a>Ferry runs aground</a><br><a href=/b>Council tax</a></td>"
        f"<td><p>{ONE}</p><p>{TWO}</p><p>{THREE}</p></td></tr></table>"
    )
    assert text(page) == [ONE, TWO, THREE]


def test_paragraphs_set_with_breaks() -> None:
    assert text(f"<div id=story>{ONE}<br><br>{TWO}<br><br>{THREE}</div>") == [ONE, TWO, THREE]


@pytest.mark.parametrize("body", ["", "<p>Menu</p>", "<nav><a href=/>Home</a></nav>"])
def test_a_page_without_an_article_is_refused(body: str) -> None:
    with pytest.raises(DocumentError) as caught:
        text(body)
    assert caught.value.code == "SAY-012"


def test_regions_are_left_out_and_the_tree_is_not_changed() -> None:
    from lxml import etree

    root = parse(f"<body><div><p>{ONE}</p><p>{TWO}</p></div><div id=c><p>{THREE}</p><p>{FOUR}</p></div></body>")
    before = etree.tostring(root)
    chosen = choose(root, regions=[root.get_element_by_id("c")])
    assert [block.text for block in chosen.blocks] == [ONE, TWO]
    assert etree.tostring(root) == before


def test_a_paragraph_shown_twice_is_chosen_once() -> None:
    blocks = blocks_of(parse(f"<body><p>{TWO}</p><div><p>{ONE}</p><p>{TWO}</p><p>Short.</p><p>{THREE}</p></div>"))
    assert align_lines(blocks, [ONE, TWO, "Short.", THREE]) == {1, 2, 3, 4}


def test_short_blocks_count_only_where_they_ought_to_stand() -> None:
    blocks = blocks_of(parse(f"<body><p>News</p><p>{ONE}</p><p>News</p><p>{TWO}</p>"))
    assert align_lines(blocks, [ONE, "News", TWO]) == {1, 2, 3}


def test_density_takes_the_container_of_the_paragraphs() -> None:
    blocks = blocks_of(parse(f"<body><div><p>{ONE}</p><p>{TWO}</p></div><div><a href=/>{THREE}</a></div>"))
    assert {blocks[i].text for i in densest(blocks)} == {ONE, TWO}


def headings(inside: str) -> tuple[list[str], list[str]]:
    article = choose(parse(f"<html><body>{page(inside)}</body></html>"))
    return [block.text for block in article.blocks], [article.blocks[i].text for i in sorted(article.headings)]


def test_the_questions_of_an_interview_are_text() -> None:
    asked = ("Why did you stay?", "Who told you?")
    found, heads = headings(
        f"<p>{ONE}</p>" + "".join(f"<p><b>{q}</b></p><p>{t}</p>" for q, t in zip(asked, (TWO, THREE), strict=True))
    )
    assert found == [ONE, asked[0], TWO, asked[1], THREE]
    assert heads == []


def test_a_single_question_heads_what_follows() -> None:
    assert headings(f"<p>{ONE}</p><p>{TWO}</p><p><b>Why now?</b></p><p>{THREE}</p><p>{FOUR}</p>")[1] == ["Why now?"]


@pytest.mark.parametrize("pulled", ["<blockquote><p>{}</p></blockquote>", "<div>“{}”</div>", "<div><q>{}</q></div>"])
def test_pull_quotes_are_left_out(pulled: str) -> None:
    again = pulled.format("the northern arch had moved by four centimetres")
    assert headings(f"<p>{ONE}</p><p>{TWO}</p>{again}<p>{THREE}</p><p>{FOUR}</p>")[0] == [ONE, TWO, THREE, FOUR]


def test_a_quotation_that_stands_nowhere_else_is_kept() -> None:
    said = "We were told in March, and nobody believed a word of it until the arch moved."
    inside = f"<p>{ONE}</p><p>{TWO}</p><blockquote><p>{said}</p></blockquote><p>{THREE}</p><p>{FOUR}</p>"
    assert headings(inside)[0] == [ONE, TWO, said, THREE, FOUR]


def test_tables_of_data_are_text_to_the_last_cell() -> None:
    rows = "<tr><td>Year</td><td>Boats</td></tr><tr><td>1986</td><td>412</td></tr><tr><td>1987</td><td>377</td></tr>"
    found = headings(f"<p>{ONE}</p><p>{TWO}</p><table>{rows}</table><p>{THREE}</p><p>{FOUR}</p>")[0]
    assert found == [ONE, TWO, "Year", "Boats", "1986", "412", "1987", "377", THREE, FOUR]


def test_the_line_about_the_author_is_no_part_of_the_text() -> None:
    line = "Jo Ash covers the harbour and keeps bees on the roof of the town hall of Ardmouth."
    root = parse(f"<body>{page(f'<p>{ONE}</p><p>{TWO}</p><p>{THREE}</p><p>{FOUR}</p><p>{line}</p>')}</body>")
    assert [b.text for b in choose(root, authors=["Jo Ash"]).blocks] == [ONE, TWO, THREE, FOUR]
    assert [b.text for b in choose(root).blocks] == [ONE, TWO, THREE, FOUR, line]


def test_a_line_set_apart_by_its_class_is_a_heading() -> None:
    lines = "".join(f'<div class="a1"><span>{text}</span></div>' for text in (ONE, TWO))
    rest = "".join(f'<div class="a1"><span>{text}</span></div>' for text in (THREE, FOUR))
    assert headings(f'{lines}<div class="b2"><span>On the quay</span></div>{rest}')[1] == ["On the quay"]


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<h2>A heading</h2>", True),
        ("<p><b>A heading</b></p>", True),
        ("<p><b>A sentence that is in bold.</b></p>", False),
        ("<p><b>Partly</b> in bold</p>", False),
        (f"<h2>{ONE} {TWO}</h2>", False),
    ],
)
def test_what_a_heading_is(html: str, expected: bool) -> None:
    assert is_heading(blocks_of(parse(f"<body>{html}"))[0]) is expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("related-posts", True),
        ("relatedPosts", True),
        ("article-body", False),
        ("post author", False),
        ("post-author", True),
        ("print:share", False),
        ("unrelated", False),
    ],
)
def test_names_are_read_by_their_parts(name: str, expected: bool) -> None:
    assert is_furniture(parse(f"<body><div class='{name}'>x</div>")[0][0]) is expected


def test_notes() -> None:
    assert is_note("(Correction: the earlier version gave a wrong number of ships.)")
    assert not is_note("Corrections and more")
