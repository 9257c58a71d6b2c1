"""Lines of a text and where each of them stands in the stored bytes, whatever the encoding.

A line is what stands between two line ends (LF, CR, CRLF, form feed, U+2028, U+2029) and carries its own line end; the
lines together cover every byte of the capture exactly once.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from sayso.document.html.decode import Decoded, byte_offsets
from sayso.nouns import Range

#: Columns are looked for in lines up to this length (code points).
LONGEST_MENU = 400
_LINE_END = re.compile("\r\n|[\n\r\f\u2028\u2029]")
#: Control characters other than blanks, and the zero-width marks that stand for NULs and byte order marks.
_UNPRINTABLE = re.compile("[\x00-\x08\x0e-\x1b\x7f\u200b\ufeff]")
_BLANKS = re.compile(r"\s+")
_GAP = re.compile(r"(?<=\S)\s{2,}(?=\S)")


@dataclass(frozen=True, slots=True)
class PhysicalLine:
    """``text`` is the line without its line end, blanks collapsed; ``source`` its bytes, line end included."""

    text: str
    indent: int
    source: Range
    #: runs of two or more blanks inside it: the columns of a menu
    gaps: int = 0


def clean(text: str) -> str:
    """Blanks collapsed to single spaces, what cannot be printed left out."""
    return _BLANKS.sub(" ", _UNPRINTABLE.sub("", text)).strip()


def physical_lines(decoded: Decoded) -> list[PhysicalLine]:
    """Cut a decoded capture into lines; linear in its length."""
    text = decoded.text
    ends = [m.end() for m in _LINE_END.finditer(text)]
    if not ends or ends[-1] < len(text):
        ends.append(len(text))
    limits = byte_offsets(decoded, ends)
    limits[-1] = len(decoded.body)  # with the bytes of a character that was cut off
    lines, at, start = [], 0, 0  # a byte order mark belongs to the first line
    for end, limit in zip(ends, limits, strict=True):
        raw = _UNPRINTABLE.sub("", text[at:end]).rstrip().expandtabs(8)
        gaps = len(_GAP.findall(raw)) if len(raw) <= LONGEST_MENU else 0
        lines.append(PhysicalLine(clean(raw), len(raw) - len(raw.lstrip()), (start, limit), gaps))
        at, start = end, limit
    return lines
