"""Ranges of a document's text as selectors of the W3C Web Annotation Data Model, for the page and for its text.

A range is code points of ``document.text``, which is not the page: white space is collapsed there, and menus, captions
and comments are left out. So what is annotated has two targets. *The page* is selected by quotation, which anybody can
look for in it; no quotation reaches beyond one block of the page (a paragraph, a heading), for what stands between two
blocks of the text may be something else on the page. *The text* is selected by position, and is itself part of the
export.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from typing import Any

from sayso.export.iris import capture_iri, page_source, part_iri
from sayso.export.ld import present
from sayso.nouns import Block, Document, Range

#: characters of context on either side of a quotation, as browsers' text fragments and Hypothesis have it
CONTEXT = 32


class Selectors:
    """The targets of one document."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._text = document.text
        self._blocks = sorted(document.blocks, key=lambda block: block.start)
        self._starts = [block.start for block in self._blocks]
        self.page = page_source(document.url, document.capture.sha256)
        self.text = part_iri(document.id, "text")

    def state(self) -> dict[str, Any]:
        """Which version of the page it is: that of the capture, named by its SHA-256 (RFC 6920)."""
        capture = self._document.capture
        return present(type="TimeState", sourceDate=capture.retrieved, cached=capture_iri(capture.sha256))

    def targets(self, ranges: tuple[Range, ...], style: str) -> list[dict[str, Any]]:
        """One target for every quotation on the page, and one for every range of the text."""
        return [
            *(self._on_page(start, end, block, style) for span in ranges for start, end, block in self.pieces(*span)),
            *(self._in_text(start, end, style) for start, end in ranges if start < end),
        ]

    def pieces(self, start: int, end: int) -> Iterator[tuple[int, int, Block | None]]:
        """A range block by block, without white space at the ends."""
        at = max(bisect_right(self._starts, start) - 1, 0)
        found = False
        for block in self._blocks[at:]:
            if block.start >= end:
                break
            if block.end > start:
                found = True
                first, last = self._trimmed(max(start, block.start), min(end, block.end))
                if first < last:
                    yield first, last, block
        if not found and start < end:
            yield start, end, None

    def _trimmed(self, start: int, end: int) -> Range:
        piece = self._text[start:end]
        return start + len(piece) - len(piece.lstrip()), end - len(piece) + len(piece.rstrip())

    def _on_page(self, start: int, end: int, block: Block | None, style: str) -> dict[str, Any]:
        quote = self.quote(start, end, block)
        selectors = [quote]
        if block and block.path:
            selectors.append({"type": "XPathSelector", "value": block.path, "refinedBy": quote})
        elif block and block.source:
            first, last = block.source
            selectors.append({"type": "DataPositionSelector", "start": first, "end": last, "refinedBy": quote})
        return {
            "type": "SpecificResource",
            "source": self.page,
            "styleClass": style,
            "state": self.state(),
            "selector": selectors,
        }

    def _in_text(self, start: int, end: int, style: str) -> dict[str, Any]:
        position = {"type": "TextPositionSelector", "start": start, "end": end}
        return {"type": "SpecificResource", "source": self.text, "styleClass": style, "selector": position}

    def quote(self, start: int, end: int, block: Block | None) -> dict[str, Any]:
        """The words, with as much of their block around them as it takes to tell them from the same words elsewhere."""
        low, high = (block.start, block.end) if block else (0, len(self._text))
        context = CONTEXT
        while True:
            before, after = max(low, start - context), min(high, end + context)
            if (before == low and after == high) or self._text.count(self._text[before:after]) == 1:
                break
            context *= 4
        return present(
            type="TextQuoteSelector",
            exact=self._text[start:end],
            prefix=self._text[before:start],
            suffix=self._text[end:after],
        )
