"""An HTML capture -> its article and metadata and, apart from them, its comments.

The page is parsed once; everything here reads the same tree.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
from lxml.html import HtmlElement

from sayso.document.extracted import Extracted
from sayso.document.html.article import Article, choose
from sayso.document.html.comments import find_comments
from sayso.document.html.decode import Decoded, decode
from sayso.document.html.links import links_in
from sayso.document.html.locate import locate
from sayso.document.html.metadata import complete, identify
from sayso.document.html.parse import parse
from sayso.document.html.projection import PROJECTION, TextBlock, blocks_of, project, squeeze
from sayso.document.language import detect
from sayso.document.spam import judge
from sayso.nouns import Block, Capture, Comment, Document, Evidence, Given, Range


def document_from_html(capture: Capture, given: Given) -> Extracted:
    """Take an HTML page apart.

    Raises:
        DocumentError: SAY-010, it is empty; SAY-011, it is no text; SAY-012, no article is in it; SAY-018, it cannot be
            read safely.
    """
    decoded = decode(capture.body, capture.charset, capture.source)
    root = parse(decoded.text, capture.source)
    identity = identify(root, html=decoded.text, url=capture.url, given=given, retrieved=capture.retrieved)
    found = find_comments(root, title=identity.title)
    metadata = complete(identity, given=given, regions=found.regions)
    projected, anchors = project(root)
    names = [author.name for author in metadata.bylines]
    apart = blocks_of(root, found.regions, tails=found.tails) if found.tails else projected
    article = choose(root, apart, title=metadata.title, authors=names, regions=found.regions, source=capture.source)
    text = "\n".join(block.text for block in article.blocks)
    language = detect(text, metadata.language)

    worded = [_blocks_of_comment(c, e, projected) for c, e in zip(found.comments, found.elements, strict=True)]
    ranges = _locate_all([*article.blocks, *(block for blocks in worded for block in blocks)], decoded)
    blocks = _blocks(article, ranges)
    topic = f"{metadata.title or ''}\n{text}"
    comments = tuple(
        judge(msgspec.structs.replace(comment, source=_around(in_it, ranges)), topic=topic)
        for comment, in_it in zip(found.comments, worded, strict=True)
    )
    chosen_by = Evidence(field="text", value=article.by, evidence="derived", where=PROJECTION, score=1.0)
    document = Document(
        id="sha256:" + capture.sha256,
        source=capture.source,
        url=metadata.url,
        outlet=metadata.outlet,
        title=metadata.title,
        authors=tuple(author.name for author in metadata.bylines),
        published=metadata.published,
        language=language.value if language is not None else None,
        text=text,
        headings=tuple((blocks[i].start, blocks[i].end) for i in sorted(article.headings)),
        sentences=(),
        capture=capture.ref,
        modified=metadata.modified,
        bylines=metadata.bylines,
        blocks=blocks,
        evidence=(*metadata.evidence, *([language] if language is not None else []), chosen_by, decoded.evidence),
        projection=PROJECTION,
        links=links_in(article.blocks, anchors, root=root, url=capture.url or metadata.url),
    )
    return Extracted(document=document, comments=comments)


def _locate_all(blocks: Sequence[TextBlock], decoded: Decoded) -> dict[tuple[int, int], Range | None]:
    """The byte range of each block, keyed by its range in the stream (which no two blocks share)."""
    ordered = sorted({block.stream: block for block in blocks}.values(), key=lambda block: block.stream)
    return {block.stream: found for block, found in zip(ordered, locate(ordered, decoded), strict=True)}


def _blocks(article: Article, ranges: dict[tuple[int, int], Range | None]) -> tuple[Block, ...]:
    blocks = []
    at = 0
    for position, block in enumerate(article.blocks):
        kind = block.kind
        if position in article.headings:
            kind = "heading"
        elif kind == "heading":  # a lead set as a heading heads nothing: it is a paragraph
            kind = "paragraph"
        end = at + len(block.text)
        blocks.append(Block(start=at, end=end, kind=kind, path=block.path, source=ranges[block.stream]))
        at = end + 1
    return tuple(blocks)


def _blocks_of_comment(comment: Comment, element: HtmlElement, projected: Sequence[TextBlock]) -> list[TextBlock]:
    """The blocks of the page that hold a comment's words."""
    words = squeeze(comment.text)
    inside = [b for b in projected if b.element is element or element in b.element.iterancestors()]
    found = [block for block in inside if squeeze(block.text) in words]
    return found or [block for block in inside if words in squeeze(block.text)]


def _around(blocks: Sequence[TextBlock], ranges: dict[tuple[int, int], Range | None]) -> Range | None:
    """The range from the beginning of the first of some blocks to the end of the last."""
    found = [place for block in blocks if (place := ranges[block.stream]) is not None]
    return (found[0][0], found[-1][1]) if found else None
