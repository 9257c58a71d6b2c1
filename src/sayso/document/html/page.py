"""An HTML capture -> its article, its metadata and, apart from them, its comments."""

from __future__ import annotations

from sayso.document.extracted import Extracted
from sayso.document.html.article import choose
from sayso.document.html.decode import decode
from sayso.document.html.parse import parse
from sayso.document.html.projection import PROJECTION
from sayso.nouns import Block, Capture, Document, Given


def document_from_html(capture: Capture, given: Given) -> Extracted:
    """Take an HTML page apart.

    Raises:
        DocumentError: SAY-010 to SAY-012 and SAY-018.
    """
    decoded = decode(capture.body, capture.charset, capture.source)
    root = parse(decoded.text, capture.source)
    article = choose(root, source=capture.source)
    blocks: list[Block] = []
    at = 0
    for block in article.blocks:
        blocks.append(Block(start=at, end=at + len(block.text), kind=block.kind, path=block.path, source=None))
        at += len(block.text) + 1
    document = Document(
        id="sha256:" + capture.sha256,
        source=capture.source,
        url=given.url or capture.url,
        outlet=given.outlet,
        title=None,
        authors=(),
        published=given.published,
        language=None,
        text="\n".join(block.text for block in article.blocks),
        headings=tuple((blocks[i].start, blocks[i].end) for i in sorted(article.headings)),
        sentences=(),
        capture=capture.ref,
        blocks=tuple(blocks),
        evidence=(decoded.evidence,),
        projection=PROJECTION,
    )
    return Extracted(document=document)
