"""Sentences: syntok within each block of text, so that no sentence crosses a line."""

from __future__ import annotations

import re
from collections.abc import Iterator

from syntok import segmenter

from sayso.nouns.base import Range

_LINE = re.compile(r"[^\r\n\u2028\u2029]+")
#: A block longer than this is cut at white space before it is read: no sentence of prose is that long.
LONGEST = 20_000


def blocks_of(text: str) -> tuple[Range, ...]:
    """Lines that hold something, without the white space around them."""
    found = []
    for match in _LINE.finditer(text):
        line = match.group()
        inner = line.strip()
        if inner:
            start = match.start() + len(line) - len(line.lstrip())
            found.append((start, start + len(inner)))
    return tuple(found)


def _pieces(text: str, start: int, end: int) -> Iterator[Range]:
    while end - start > LONGEST:
        cut = text.rfind(" ", start + LONGEST // 2, start + LONGEST)
        cut = cut if cut > 0 else start + LONGEST
        yield start, cut
        start = cut
    yield start, end


def find_sentences(text: str, blocks: tuple[Range, ...]) -> Iterator[tuple[Range, int]]:
    """Each sentence with the number of its block, white space at the edges left out."""
    for number, (block_start, block_end) in enumerate(blocks):
        for start, end in _pieces(text, block_start, block_end):
            piece = text[start:end]
            starts = [
                sentence[0].offset for paragraph in segmenter.analyze(piece) for sentence in paragraph if sentence
            ]
            starts = sorted({0, *starts[1:]})
            for a, b in zip(starts, [*starts[1:], len(piece)], strict=True):
                inner = piece[a:b].strip()
                if inner:
                    lead = len(piece[a:b]) - len(piece[a:b].lstrip())
                    yield (start + a + lead, start + a + lead + len(inner)), number
