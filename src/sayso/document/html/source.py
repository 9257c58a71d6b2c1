"""The source of a page as a stream of its shown and unshown characters, with the way back to where each stands.

Tags, comments and the content of raw elements are cut out with one regular expression, entities are resolved, and
white space is left out together with the characters that the projection leaves out. The same stream comes out of the
parsed tree (see :class:`sayso.document.html.projection.TextBlock`), because libxml2 keeps the order of the source; so a
block is found by where it ought to be, and what is found there is compared with it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from html import unescape

from sayso.document.html.projection import KEPT, RAW, squeeze

_ATTRIBUTES = r"""(?:[^>"'=]++|=\s*+(?:"[^"]*+"|'[^']*+')?|["'])*+"""
#: ``<script/>`` is an empty element to libxml2, unlike to browsers, and so it must be here.
#: Possessive runs to the next "<" or "-" are several times as fast as a lazy ".*?", and scripts are most of a page.
_MARKUP = re.compile(
    rf"""<!--(?:-?>|(?:[^-]++|-(?!-!?>))*+(?:--!?>|\Z))
    |<({"|".join(sorted(RAW))})(?=[\s/>]){_ATTRIBUTES}(?<!/)>(?:[^<]++|<(?!/\1[\s/>]))*+(?:</\1[^>]*+(?:>|\Z)|\Z)
    |</?[a-z]{_ATTRIBUTES}(?:>|\Z)
    |<[!?/][^>]*+(?:>|\Z)""",
    re.IGNORECASE | re.DOTALL | re.VERBOSE,
)
#: An entity, or a run of characters that stand for themselves.
_TOKEN = re.compile(
    rf"&(?:\#[0-9]+;?|\#[xX][0-9a-fA-F]+;?|[A-Za-z][A-Za-z0-9]*;?)|{KEPT.pattern.replace('[^', '[^&', 1)}|&"
)
#: How far a short text may be from where it ought to be. Longer texts are looked for everywhere.
_NEAR = 400
_SHORT = 24


class Source:
    """The stream of one page's source, or of a part of it."""

    def __init__(self, text: str, *, markup: bool = True) -> None:
        self.text = text
        self.markup = markup
        self._begins: list[int] = []  # source offset of each piece of text between markup
        self._ends: list[int] = []
        self._at: list[int] = []  # position of each piece in the stream
        pieces: list[str] = []
        length = previous = 0
        spans = [match.span() for match in _MARKUP.finditer(text)] if markup else []
        for begin, end in (*spans, (len(text), len(text))):
            if begin > previous and not (piece := text[previous:begin]).isspace():
                kept = squeeze(unescape(piece) if markup and "&" in piece else piece)
                if kept:
                    self._begins.append(previous)
                    self._ends.append(begin)
                    self._at.append(length)
                    pieces.append(kept)
                    length += len(kept)
            previous = end
        self.stream = "".join(pieces)
        self._drift = 0

    def find(self, needle: str, expected: int, length: int) -> tuple[int, int] | None:
        """Where in the stream a block stands.

        Args:
            needle: the block's characters, squeezed.
            expected: the position it has in the tree's stream.
            length: the length it has there, which is greater than the needle's where something inside it is not shown.

        Returns:
            its range in this stream, or None. Where the streams have drifted apart before it, the drift is remembered.
        """
        at = max(expected + self._drift, 0)
        if length == len(needle):
            if self.stream.startswith(needle, at):
                return at, at + length
            found = self._nearest(needle, at)
            if found is None:
                return None
            self._drift = found - expected
            return found, found + length
        head, tail = needle[:_SHORT], needle[-_SHORT:]
        for first in (at, self._nearest(head, at), self._nearest(head[:8], at)):
            if first is None:
                continue
            for last in (
                first + length,
                self._nearest_end(tail, first + length),
                self._nearest_end(tail[-8:], first + length),
            ):
                if last is not None and first < last and follows(needle, self.stream[first:last]):
                    self._drift = first - expected
                    return first, last
        return None

    def _nearest(self, needle: str, at: int) -> int | None:
        """The occurrence nearest to ``at``."""
        reach = _NEAR + len(needle) if len(needle) < _SHORT else len(self.stream)
        low, high = max(at - reach, 0), at + reach + len(needle)
        after = self.stream.find(needle, at, high)
        before = self.stream.rfind(needle, low, at + len(needle))
        if after < 0 or (before >= 0 and at - before < after - at):
            after = before
        return after if after >= 0 else None

    def _nearest_end(self, needle: str, at: int) -> int | None:
        found = self._nearest(needle, at - len(needle))
        return None if found is None else found + len(needle)

    def offset(self, position: int) -> int:
        """The source offset at which the character at ``position`` of the stream begins."""
        return self._walk(position)[0]

    def offset_after(self, position: int) -> int:
        """The source offset after the character before ``position``."""
        return self._walk(position - 1)[1]

    def _walk(self, position: int) -> tuple[int, int]:
        index = bisect_right(self._at, position) - 1
        begin, end = self._begins[index], self._ends[index]
        at = self._at[index]
        piece = self.text[begin:end]
        for token in (_TOKEN if self.markup and "&" in piece else KEPT).finditer(piece):
            if self.markup and piece[token.start()] == "&":
                at += len(squeeze(unescape(token[0])))
                if at > position:
                    return begin + token.start(), begin + token.end()
            elif position < at + token.end() - token.start():
                offset = begin + token.start() + position - at
                return offset, offset + 1
            else:
                at += token.end() - token.start()
        return end, end


def follows(needle: str, stream: str) -> bool:
    """Whether the needle's characters stand in the stream in their order, from its first to its last."""
    if not needle or not stream or needle[0] != stream[0] or needle[-1] != stream[-1]:
        return False
    return len(align(needle, stream)) == len(needle)


def align(needle: str, stream: str) -> list[int]:
    """The position in the stream of each character of the needle; shorter than the needle where the stream lacks some.

    After what is skipped, the needle goes on where its next characters stand together, which keeps words whole where a
    hidden element stands between them.
    """
    if (at := stream.find(needle)) >= 0:
        return list(range(at, at + len(needle)))
    found: list[int] = []
    position = done = 0
    while done < len(needle):
        run = needle[done : done + 16]
        while run and (at := stream.find(run, position)) < 0:
            run = run[: len(run) // 2]
        if not run:
            return found
        while done < len(needle) and at < len(stream) and stream[at] == needle[done]:
            found.append(at)
            at += 1
            done += 1
        position = at
    return found
