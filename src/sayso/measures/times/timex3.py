"""Time expressions as TIMEX3 tags (TimeML 1.2.1), which mark the two ends of a range apart."""

from __future__ import annotations

from typing import NamedTuple

from sayso.measures.times.find import express
from sayso.measures.times.meaning import Span
from sayso.nouns.document import Document
from sayso.reader.layers import Layers


class Tag(NamedTuple):
    """One TIMEX3 tag. Offsets are code points; ``type`` and ``value`` are its attributes."""

    start: int
    end: int
    type: str
    value: str | None


def timex3(document: Document, layers: Layers) -> tuple[Tag, ...]:
    """The tags of a document in text order."""
    tags: list[Tag] = []
    for one in express(document, layers):
        reading, meaning = one.reading, one.meaning
        if isinstance(meaning, Span):
            values = (reading.value or "/").split("/")
            tags += [Tag(*span, reading.type, value or None) for span, value in zip(meaning.ends, values, strict=False)]
        else:
            tags.append(Tag(one.item.start, one.item.end, reading.type, reading.value))
    return tuple(tags)
