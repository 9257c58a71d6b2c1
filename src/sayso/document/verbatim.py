"""A text as somebody hands it over -> document. Nothing is taken out, and nothing is guessed but the language."""

from __future__ import annotations

import re

from sayso.document.language import detect
from sayso.errors import DocumentError
from sayso.nouns import Block, Capture, Document, Evidence

#: Version of the way from the text to ``document.text``: there is none.
PROJECTION = "verbatim/1"
#: What the capture is called: nobody named it.
SOURCE = "text"
_LINE = re.compile(r"[^\n]*[^\s][^\n]*")


def document_from_text(
    text: str,
    *,
    title: str | None = None,
    outlet: str | None = None,
    published: str | None = None,
    url: str | None = None,
) -> Document:
    """The document whose text is ``text``, code point for code point; every line that is not blank is a paragraph.

    Its capture is the text in UTF-8. For a page with a head, comments and all that use
    :func:`sayso.document.build.build`.

    Raises:
        DocumentError: SAY-011, there are surrogates in the text, which stand for no character.
    """
    try:
        body = text.encode("utf-8")
    except UnicodeEncodeError as error:
        what = f"code point {error.start} is a surrogate, which stands for no character"
        raise DocumentError("SAY-011", SOURCE, what, "decode the text again, with errors='replace'") from None
    capture = Capture.of(body, media_type="text/plain", source=SOURCE, charset="utf-8")
    language = detect(text)
    given = {"title": title, "outlet": outlet, "published": published, "url": url}
    evidence = tuple(
        Evidence(field=field, value=value, evidence="given", where=field, score=1.0)
        for field, value in given.items()
        if value is not None
    )
    return Document(
        id=f"sha256:{capture.sha256}",
        source=SOURCE,
        url=url,
        outlet=outlet,
        title=title,
        authors=(),
        published=published,
        language=language.value if language else None,
        text=text,
        headings=(),
        sentences=(),
        capture=capture.ref,
        blocks=_paragraphs(text),
        evidence=evidence + ((language,) if language else ()),
        projection=PROJECTION,
    )


def _paragraphs(text: str) -> tuple[Block, ...]:
    blocks, at, byte = [], 0, 0
    for line in _LINE.finditer(text):
        start, end = line.span()
        first = byte + len(text[at:start].encode("utf-8"))
        last = first + len(line[0].encode("utf-8"))
        blocks.append(Block(start=start, end=end, kind="paragraph", path=None, source=(first, last)))
        at, byte = end, last
    return tuple(blocks)
