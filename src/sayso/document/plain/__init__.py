"""Captures without markup: every line typed, nothing deleted; the article's lines become the text of the document."""

from sayso.document.plain.document import document_from_plain
from sayso.document.plain.page import PlainPage, read_plain

__all__ = ["PlainPage", "document_from_plain", "read_plain"]
