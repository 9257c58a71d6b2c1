"""From blocks of text to byte ranges in the stored capture, and from any range of ``document.text`` likewise.

The ranges are not believed but checked: a block is located only where the bytes, decoded and stripped of markup, hold
its characters; :func:`verify` checks a stored document against its stored capture in the same way, from nothing else.
"""

from __future__ import annotations

from collections.abc import Sequence

from sayso.document.html.decode import Decoded, byte_offsets, code_point_offsets, decode
from sayso.document.html.projection import TextBlock, squeeze
from sayso.document.html.source import Source, align
from sayso.nouns import Block, Capture, Document, Range


def locate(blocks: Sequence[TextBlock], decoded: Decoded) -> list[Range | None]:
    """The byte range of each block, None for a block that cannot be found in the source.

    Args:
        blocks: blocks of one projection of the whole page (their ``stream`` positions count from the root), in order.
        decoded: the page that was parsed.

    Returns:
        one half-open range of bytes of the capture for each block: from its first character to its last.
    """
    source = Source(decoded.text)
    spans: list[tuple[int, int] | None] = []
    for block in blocks:
        begin, end = block.stream
        found = source.find(squeeze(block.text), begin, end - begin)
        spans.append(None if found is None else (source.offset(found[0]), source.offset_after(found[1])))
    return _to_bytes(spans, decoded)


def resolve(document: Document, capture: Capture, start: int, end: int) -> Range | None:
    """The bytes of the capture in which the characters ``document.text[start:end]`` stand.

    The range begins with the first character that is not white space and ends with the last; where the text runs over
    several blocks, so does the range. None where the document has no way back to the bytes (PDF, encoded mail).

    Raises:
        ValueError: the range does not lie in the text, or holds no character.
    """
    return Resolver(document, capture).resolve(start, end)


def verify(document: Document, capture: Capture) -> list[str]:
    """What is wrong with a document as a record of its capture, one line a problem; empty where all holds.

    Every block must be a range of the text, and its bytes, decoded, stripped and unescaped, must hold its characters.
    """
    problems = []
    if document.capture.sha256 != capture.sha256:
        problems.append("the document was made from another capture")
    if document.text != "\n".join(document.text[block.start : block.end] for block in document.blocks):
        problems.append("the blocks do not make up the text")
    resolver = Resolver(document, capture)
    for number, block in enumerate(document.blocks):
        text = document.text[block.start : block.end]
        if not text or "\n" in text:
            problems.append(f"block {number} is empty or holds a newline")
        if block.source is None:
            continue
        first, last = block.source
        if not 0 <= first < last <= len(capture.body):
            problems.append(f"block {number} lies outside the capture")
        elif len(align(squeeze(text), resolver.stream(block))) != len(squeeze(text)):
            problems.append(f"block {number} is not in its bytes")
    return problems


class Resolver:
    """Answers for many ranges of one document; decodes the capture once."""

    def __init__(self, document: Document, capture: Capture) -> None:
        self._document = document
        self._markup = (document.projection or "").startswith("html/")
        self._decoded = decode(capture.body, capture.charset, capture.source)
        self._sources: dict[Block, tuple[int, Source]] = {}
        ends = sorted({byte for block in document.blocks if block.source is not None for byte in block.source})
        self._offsets = dict(zip(ends, code_point_offsets(self._decoded, ends), strict=True))

    def resolve(self, start: int, end: int) -> Range | None:
        """See :func:`resolve`."""
        text = self._document.text
        if not 0 <= start < end <= len(text):
            raise ValueError(f"({start}, {end}) is no range of a text of {len(text)} characters")
        inside = text[start:end]
        start, end = end - len(inside.lstrip()), start + len(inside.rstrip())
        if start >= end:
            raise ValueError("the range holds white space alone")
        first = self._block(start)
        last = self._block(end - 1)
        if first is None or last is None:
            return None
        begin = self._character(first, start)
        finish = self._character(last, end - 1)
        if begin is None or finish is None:
            return None
        return _to_bytes([(begin[0], finish[1])], self._decoded)[0]

    def stream(self, block: Block) -> str:
        """The characters that stand in a block's bytes, without markup and white space."""
        return self._source(block)[1].stream

    def _block(self, at: int) -> Block | None:
        return next((b for b in self._document.blocks if b.start <= at < b.end and b.source is not None), None)

    def _source(self, block: Block) -> tuple[int, Source]:
        if block not in self._sources:
            assert block.source is not None
            begin, end = (self._offsets[byte] for byte in block.source)
            self._sources[block] = begin, Source(self._decoded.text[begin:end], markup=self._markup)
        return self._sources[block]

    def _character(self, block: Block, at: int) -> tuple[int, int] | None:
        """The range in the decoded page of one character of the text that is not white space."""
        begin, source = self._source(block)
        text = self._document.text
        aligned = align(squeeze(text[block.start : block.end]), source.stream)
        index = len(squeeze(text[block.start : at]))
        if index >= len(aligned):
            return None
        position = aligned[index]
        return begin + source.offset(position), begin + source.offset_after(position + 1)


def _to_bytes(spans: Sequence[tuple[int, int] | None], decoded: Decoded) -> list[Range | None]:
    ordered = sorted({offset for span in spans if span is not None for offset in span})
    known = dict(zip(ordered, byte_offsets(decoded, ordered), strict=True))
    return [None if span is None else (known[span[0]], known[span[1]]) for span in spans]
