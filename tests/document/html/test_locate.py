"""Every block of a document, and every range of its text, resolves to the same characters in the stored capture."""

from __future__ import annotations

import html
import random
import re
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.document.build import build
from sayso.document.html.decode import decode
from sayso.document.html.locate import Resolver, locate, resolve, verify
from sayso.document.html.parse import parse
from sayso.document.html.projection import blocks_of, squeeze
from sayso.document.html.source import Source, align
from sayso.nouns import Capture, Given

ROOT = Path(__file__).resolve().parents[3]
PAGES = sorted((ROOT / "examples").glob("*/*.html"))


def capture_of(body: bytes, charset: str | None = None) -> Capture:
    return Capture.of(body, media_type="text/html", source="page.html", charset=charset)


def plain(piece: str) -> str:
    """What a piece of source shows, found with none of the code under test."""
    return "".join(html.unescape(re.sub(r"<!--.*?-->|<[^>]*>", "", piece, flags=re.DOTALL)).split())


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_every_word_of_an_example_resolves_to_itself(path: Path) -> None:
    capture = capture_of(path.read_bytes())
    document = build(capture, Given()).document
    assert verify(document, capture) == []
    assert document.blocks
    assert all(block.source is not None for block in document.blocks)
    resolver = Resolver(document, capture)
    for word in re.finditer(r"\S+", document.text):
        found = resolver.resolve(*word.span())
        assert found is not None
        assert plain(capture.body[found[0] : found[1]].decode("utf-8")) == word[0]
    for _ in range(20):
        start, end = sorted(random.Random(path.stem).sample(range(len(document.text)), 2))
        if document.text[start:end].strip() and "\n" not in document.text[start:end]:
            found = resolver.resolve(start, end)
            assert found is not None
            assert plain(capture.body[found[0] : found[1]].decode()) == "".join(document.text[start:end].split())


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_comments_of_an_example_are_located(path: Path) -> None:
    capture = capture_of(path.read_bytes())
    for comment in build(capture, Given()).comments:
        assert comment.source is not None
        inside = plain(capture.body[comment.source[0] : comment.source[1]].decode())
        assert "".join(comment.text.split())[:20] in inside


def test_entities_hidden_parts_and_tags_inside_a_block() -> None:
    page = (
        "<html><body><article><h1>A title</h1>"
        "<p>It was &ldquo;a&nbsp;sto&shy;rm&rdquo;, <b>she</b> <!-- not this --> said"
        "<script>var a = '<p>said';</script> &amp; left<span hidden>, hidden words,</span> at once, the mayor told"
        " reporters.</p><p>Second paragraph of this short article, which is here so that it is one.</p></article>"
    )
    capture = capture_of(page.encode())
    document = build(capture, Given()).document
    assert document.text.startswith("It was “a storm”, she said & left at once, the mayor")
    assert verify(document, capture) == []
    for words, shown in (
        ("“a storm”", "&ldquo;a&nbsp;sto&shy;rm&rdquo;"),
        ("&", "&amp;"),
        ("she", "she"),
        ("at once", "at once"),
    ):
        start = document.text.index(words)
        found = resolve(document, capture, start, start + len(words))
        assert found is not None
        assert capture.body[found[0] : found[1]].decode() == shown


@pytest.mark.parametrize("encoding", ["cp1252", "utf-16", "iso-8859-15", "cp1250"])
def test_ranges_are_of_the_stored_bytes_whatever_the_encoding(encoding: str) -> None:
    sentence = "Le maire a déclaré mardi que le pont resterait fermé jusqu’à la fin de l’été. " * 4
    page = f"<meta charset={encoding}><body><article><p>{sentence}</p><p>{sentence}Fin.</p></article>"
    body = page.encode(encoding, "replace")
    capture = capture_of(body, encoding)
    document = build(capture, Given()).document
    assert verify(document, capture) == []
    start = document.text.rindex("fermé")
    found = resolve(document, capture, start, start + 5)
    assert found is not None
    assert body[found[0] : found[1]].decode("utf-16-le" if encoding == "utf-16" else encoding) == "fermé"


def test_verify_tells_what_is_wrong() -> None:
    capture = capture_of(PAGES[0].read_bytes())
    document = build(capture, Given()).document
    first, second, *rest = document.blocks
    swapped = (
        msgspec.structs.replace(first, source=second.source),
        msgspec.structs.replace(second, source=(0, len(capture.body) + 1)),
        *rest,
    )
    problems = verify(msgspec.structs.replace(document, blocks=swapped), capture)
    assert problems == ["block 0 is not in its bytes", "block 1 lies outside the capture"]
    cut = msgspec.structs.replace(document, text=document.text + " more")
    assert verify(cut, capture) == ["the blocks do not make up the text"]
    assert verify(document, capture_of(capture.body + b" "))[0] == "the document was made from another capture"


@pytest.mark.parametrize(("start", "end"), [(5, 5), (-1, 4), (0, 10**9), (7, 3)])
def test_ranges_that_are_none(start: int, end: int) -> None:
    capture = capture_of(PAGES[0].read_bytes())
    document = build(capture, Given()).document
    with pytest.raises(ValueError, match="range"):
        resolve(document, capture, start, end)


@pytest.mark.parametrize(
    "markup",
    [
        "<a title='x > y' href=\"a'b\">", "<p data-x=it's>", "<!-->", "<!-- a -- > b -->", "</ bogus>",
        "<?php echo 1 ?>",
        "<![CDATA[x]]>", "<style>p{}</style>", "<script>if (a<b) {'</p>'}</script >", "<br/>", "<title>t</title>",
    ],
)  # fmt: skip
def test_markup_is_no_part_of_the_stream(markup: str) -> None:
    assert Source(f"be{markup}fore").stream == "before"


def test_raw_elements_end_where_the_parser_ends_them() -> None:
    page = "<body><script src=x />one <p>two</p><script>three</script><style>four</style ><p>five<title>six</title>"
    assert "".join(squeeze(block.text) for block in blocks_of(parse(page))) == Source(page).stream


def test_what_looks_like_markup_and_is_text() -> None:
    assert Source("1 < 2 &lt;b&gt; a<3 &copy &nosuch; AT&T").stream == "1<2<b>a<3©&nosuch;AT&T"


@given(st.lists(st.sampled_from(["a", "b", "ab", "ba", "x"]), max_size=12), st.data())
def test_alignment_is_rising_and_true(parts: list[str], data: st.DataObject) -> None:
    stream = "".join(parts)
    kept = data.draw(st.lists(st.booleans(), min_size=len(stream), max_size=len(stream)))
    needle = "".join(c for c, keep in zip(stream, kept, strict=True) if keep)
    found = align(needle, stream)
    assert found == sorted(set(found))
    assert "".join(stream[at] for at in found) == needle[: len(found)]


TEXT = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), min_size=1, max_size=30)


@settings(max_examples=60)
@given(
    st.lists(st.tuples(st.sampled_from(["p", "div", "span", "li", "i"]), TEXT, st.booleans()), min_size=1, max_size=8)
)
def test_every_block_of_any_page_is_found_again(parts: list[tuple[str, str, bool]]) -> None:
    page = "<html><body>" + "".join(
        f"<{tag}>{html.escape(text) if escaped else text.replace('<', '').replace('&', '')}</{tag}>"
        for tag, text, escaped in parts
    )
    decoded = decode(page.encode())
    blocks = blocks_of(parse(decoded.text))
    for block, found in zip(blocks, locate(blocks, decoded), strict=True):
        assert found is not None
        assert squeeze(block.text) == Source(page.encode()[found[0] : found[1]].decode()).stream


@pytest.mark.shared
def test_every_block_of_real_pages_is_located(corpus: object) -> None:
    import gzip

    root = corpus("pages") / "ingest" / "fundus"  # type: ignore[operator]
    pages = sorted(root.rglob("*.html.gz"))[::16]
    assert pages
    for page in pages:
        decoded = decode(gzip.decompress(page.read_bytes()))
        blocks = blocks_of(parse(decoded.text))
        assert None not in locate(blocks, decoded), page.name
