"""What becomes a block of text, and what the text of a block is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.document.html.parse import parse
from sayso.document.html.projection import blocks_of, collapse, squeeze, text_of


def lines(html: str) -> list[str]:
    return [block.text for block in blocks_of(parse(html))]


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>One <b>bo</b>ld.</p>", ["One bold."]),
        ("<p>a\n\t b&nbsp;&nbsp;c</p>", ["a b c"]),
        ("<p>hy&shy;phen<wbr>ated z&#8203;ero</p>", ["hyphenated zero"]),
        ("<div>before<p>inside</p>after</div>", ["before", "inside", "after"]),
        ("<p>one<br>two</p>", ["one two"]),
        ("<p>one<br> <br/>two<br><br><br>three</p>", ["one", "two", "three"]),
        ("<p>one<!-- two --> three<script>four</script></p>", ["one three"]),
        ("<p>a<span hidden>b</span><span style='display: none'>c</span>d</p>", ["ad"]),
        ("<p>a<i aria-hidden=true>icon</i></p><div aria-hidden=true>kept</div>", ["a", "kept"]),
        ("<noscript><p>x</p></noscript><template><p>y</p></template><svg><text>z</text></svg><p>w</p>", ["w"]),
        ("<form><textarea>t</textarea><select><option>o</select><button>b</button>shown</form>", ["shown"]),
        ("<ul><li>a<ul><li>b</ul><li>c</ul>", ["a", "b", "c"]),
        ("<table><tr><td>a<td>b<tr><td colspan=999999999>c</table>", ["a", "b", "c"]),
        ("<pre>one\ntwo\n \nthree</pre>", ["one two", "three"]),
        ("<title>t</title><p></p> <p> </p>", []),
    ],
)
def test_blocks(html: str, expected: list[str]) -> None:
    assert lines(f"<html><body>{html}</body></html>") == expected


def test_kinds_come_from_what_a_block_stands_in() -> None:
    html = (
        "<h2>h</h2><p>p</p><ul><li><p>l</p></ul><blockquote><p>q</p></blockquote>"
        "<table><td>t<p>tp</p></table><pre>c</pre>"
    )
    kinds = [block.kind for block in blocks_of(parse(html))]
    assert kinds == ["heading", "paragraph", "list-item", "quote", "table", "paragraph", "preformatted"]


def test_paths_lead_to_the_elements() -> None:
    root = parse("<body><div>x</div><div><p>a</p><p>b <i>c</i></p>tail</div><h1>d</h1></body>")
    blocks = blocks_of(root)
    assert [block.path for block in blocks][:3] == [
        "/html/body/div[1]",
        "/html/body/div[2]/p[1]",
        "/html/body/div[2]/p[2]",
    ]
    for block in blocks:
        assert root.getroottree().xpath(block.path) == [block.element]


def test_a_page_that_never_opens_its_body_is_read() -> None:
    assert lines("<title>t</title><script>x</script><article><p>one</p></article><p>two</p>") == ["one", "two"]


def test_a_subtree_ends_with_itself_and_can_have_holes() -> None:
    root = parse("<body><div id=a>one<p id=b>two</p>three</div>tail</body>")
    part = root.get_element_by_id("a")
    assert text_of(part) == "one\ntwo\nthree"
    assert text_of(part, {root.get_element_by_id("b")}) == "one\nthree"


def test_stream_counts_every_character_that_is_not_white_space() -> None:
    root = parse("<body><p>ab <i hidden>xyz</i> c</p><div hidden>hidden</div><p>d&shy;e<br><br>f</p></body>")
    assert [block.stream for block in blocks_of(root)] == [(0, 6), (12, 14), (14, 15)]
    shown = blocks_of(root, hidden=True)
    assert [block.text for block in shown] == ["ab xyz c", "hidden", "de", "f"]
    assert [block.stream for block in shown] == [(0, 6), (6, 12), (12, 14), (14, 15)]


@given(st.text(max_size=60))
def test_collapsed_text_is_stable_and_has_the_characters_of_the_stream(text: str) -> None:
    once = collapse(text)
    assert collapse(once) == once
    assert once.replace(" ", "") == squeeze(text)
    assert "\n" not in once


TAGS = st.sampled_from(["p", "div", "span", "b", "li", "td", "blockquote", "script", "template"])
WORDS = st.sampled_from(["word", " two words ", "&amp;", "<br>"])
MARKUP = st.recursive(
    WORDS,
    lambda inner: st.builds(lambda tag, parts: f"<{tag}>{''.join(parts)}</{tag}>", TAGS, st.lists(inner, max_size=3)),
    max_leaves=12,
)


@given(MARKUP)
def test_blocks_are_clean_and_in_order(html: str) -> None:
    blocks = blocks_of(parse(f"<body><p>first</p>{html}</body>"))
    for block in blocks:
        assert block.text
        assert block.text == collapse(block.text)
        assert block.stream[1] - block.stream[0] >= len(squeeze(block.text))
    ends = [position for block in blocks for position in block.stream]
    assert ends == sorted(ends)
