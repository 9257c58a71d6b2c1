"""What the document room hands on: the article and, apart from it, the comments."""

from __future__ import annotations

from sayso.nouns import Comment, Document, Noun


class Extracted(Noun, frozen=True, kw_only=True):
    """One page taken apart."""

    document: Document
    comments: tuple[Comment, ...] = ()
