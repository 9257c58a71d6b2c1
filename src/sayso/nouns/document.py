"""A document: the article that a capture holds, with the evidence for each thing said of it."""

from __future__ import annotations

from typing import Literal

from sayso.nouns.base import Noun, Range
from sayso.nouns.capture import CaptureRef

#: Where a value was read. ``given`` is the user's own option, which wins.
EvidenceKind = Literal["given", "json-ld", "microdata", "meta", "visible", "url", "header", "text", "derived"]
AuthorKind = Literal["person", "desk", "agency"]
BlockKind = Literal["paragraph", "heading", "list-item", "quote", "table", "preformatted"]


class Rival(Noun, frozen=True, kw_only=True):
    """A value that another place on the page gives for the same field."""

    value: str
    evidence: EvidenceKind
    where: str


class Evidence(Noun, frozen=True, kw_only=True):
    """Why a field has its value. ``where`` names the place (``meta[property=og:title]``, ``time@datetime``)."""

    field: str
    value: str
    evidence: EvidenceKind
    where: str
    score: float
    rivals: tuple[Rival, ...] = ()


class Author(Noun, frozen=True, kw_only=True):
    """One name of the byline, typed. A page that names no author has an empty list."""

    name: str
    kind: AuthorKind


class Block(Noun, frozen=True, kw_only=True):
    """One paragraph, heading or list item of ``document.text`` and where it stands in the capture.

    ``path`` is the node path in the parsed page (an XPath of element steps; null where the capture has no markup).
    ``source`` is a half-open range of bytes in the stored capture within which every character of the block stands;
    null only where the capture's bytes are not text (PDF) or a transfer encoding hides them (e-mail).
    """

    start: int
    end: int
    kind: BlockKind
    path: str | None
    source: Range | None
    page: int | None = None


class Link(Noun, frozen=True, kw_only=True):
    """A hyperlink in the article: a range of ``document.text`` and the address that it leads to."""

    start: int
    end: int
    href: str


class Line(Noun, frozen=True, kw_only=True):
    """One line of a plain-text capture, typed. Nothing is deleted: ``source`` is its byte range in the capture."""

    kind: Literal[
        "article",
        "heading",
        "title",
        "byline",
        "date",
        "comment",
        "widget",
        "navigation",
        "caption",
        "blank",
        "other",
    ]
    text: str
    source: Range
    score: float


class Document(Noun, frozen=True, kw_only=True):
    """The article. ``document.text[start:end]`` is what every range in a reading points at."""

    id: str
    source: str
    url: str | None
    outlet: str | None
    title: str | None
    authors: tuple[str, ...]
    published: str | None
    language: str | None
    text: str
    headings: tuple[Range, ...]
    sentences: tuple[Range, ...]
    capture: CaptureRef
    modified: str | None = None
    bylines: tuple[Author, ...] = ()
    blocks: tuple[Block, ...] = ()
    lines: tuple[Line, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    projection: str | None = None
    links: tuple[Link, ...] = ()


class Given(Noun, frozen=True, kw_only=True):
    """What the user says of a page: ``--published``, ``--outlet``, ``--url``, ``--text``."""

    published: str | None = None
    outlet: str | None = None
    url: str | None = None
    as_text: bool = False
