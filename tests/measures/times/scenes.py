"""Times of a text that stands alone: what the tests of this folder share."""

from __future__ import annotations

import msgspec

from plain_documents import document
from sayso.measures.times import find_times
from sayso.nouns import Document, Time
from sayso.reader.common.sentences import blocks_of, find_sentences
from sayso.reader.layers import Layers


def layers_of(text: str) -> Layers:
    """Sentences and nothing else."""
    sentences = tuple(span for span, _ in find_sentences(text, blocks_of(text)))
    return Layers(sentences=sentences, tokens=(), quotations=(), mentions=(), attributions=())


def page(text: str, published: str | None = "2024-06-12", url: str | None = None) -> Document:
    """A page of one text; its day is a Wednesday unless told otherwise."""
    return msgspec.structs.replace(document(text, published), url=url)


def times(text: str, published: str | None = "2024-06-12", url: str | None = None) -> tuple[Time, ...]:
    """The times of a text."""
    return find_times(page(text, published, url), layers_of(text))


def values(text: str, published: str | None = "2024-06-12") -> list[tuple[str, str | None]]:
    """Words and value of each."""
    return [(time.text, time.value) for time in times(text, published)]
