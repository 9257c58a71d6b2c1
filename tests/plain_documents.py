"""Documents that hold a text and nothing else, for tests of the rooms after the document."""

from __future__ import annotations

from sayso.nouns import CaptureRef, Document


def document(text: str, published: str | None = "2024-06-12") -> Document:
    """A document of one text, published on a Wednesday unless told otherwise."""
    return Document(
        id="sha256:" + "0" * 64,
        source="case.txt",
        url=None,
        outlet=None,
        title=None,
        authors=(),
        published=published,
        language="en",
        text=text,
        headings=(),
        sentences=(),
        capture=CaptureRef(sha256="0" * 64, media_type="text/plain", retrieved=None),
    )
