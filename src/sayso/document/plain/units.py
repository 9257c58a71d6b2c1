"""From lines to units: hard-wrapped lines of one paragraph belong together; everything else stands alone.

Whether a text is hard-wrapped is asked of the text itself: where a line breaks off in mid-sentence (no stop, and the
next line begins in lower case), would the next word have fitted? In wrapped text it would not; in verse it would.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from sayso.document.plain.offsets import PhysicalLine
from sayso.document.plain.patterns import matches
from sayso.document.plain.signatures import ends_in_marked_date, inline_on, is_head_line, is_signature

#: No editor wraps wider than this; longer lines are paragraphs of their own.
WIDEST = 160
#: Narrower columns are verse, addresses or tables.
NARROWEST = 30
#: Slack for programs that even out their lines (fmt) instead of filling each.
SLACK = 10
_STOPS = ".!?:;…”\"’')]"
_ON_LAST = re.compile(r"\w (?:commented |replied )?(?:on|in|to):?$")
_BULLETS = ("* ", "- ", "• ", "– ", "+ ", "o ")


@dataclass(frozen=True, slots=True)
class Unit:
    """Physical lines ``[first, last]`` that make one paragraph, heading, menu or comment line; never a blank one."""

    text: str
    first: int
    last: int
    indent: int
    #: blank lines before it
    gap: int
    #: columns inside it (runs of blanks)
    columns: int = 0


def _first_word(text: str) -> int:
    return len(text.split(" ", 1)[0])


@dataclass(frozen=True, slots=True)
class Wrap:
    """The column at which a text was wrapped, in characters, and how far short of it a full line may stay."""

    width: int
    slack: int

    def full(self, a: PhysicalLine, b: PhysicalLine) -> bool:
        """Would the first word of ``b`` not have fitted on ``a``?"""
        return a.indent + len(a.text) + 1 + _first_word(b.text) > self.width - self.slack


def find_wrap(lines: Sequence[PhysicalLine]) -> Wrap | None:
    """How the text was wrapped; ``None`` for text that was not."""
    broken = [
        (a, b)
        for a, b in pairwise(lines)
        if a.text and b.text and a.text[-1] not in _STOPS and b.text[0].islower() and b.indent <= a.indent + 4
    ]
    lengths = sorted(length for a, _ in broken if (length := a.indent + len(a.text)) <= WIDEST)
    if len(lengths) < 2 or lengths[-1] < NARROWEST:
        return None
    usual = lengths[int(0.9 * (len(lengths) - 1))]
    # names and commands above lower-case text are short; they say nothing of the width
    broken = [(a, b) for a, b in broken if a.indent + len(a.text) > 0.5 * usual]
    long_lines = sum(len(line.text) > max(1.5 * usual, usual + 40) for line in lines)
    if len(broken) < 2 or long_lines > len(broken):
        return None
    longest = max((length for length in lengths if length <= usual + SLACK), default=usual)
    for wrap, share in ((Wrap(longest, 0), 0.97), (Wrap(usual, SLACK), 0.85)):
        short = [a for a, b in broken if not wrap.full(a, b)]
        if len(short) <= 0.3 * len(broken):  # lines that sign comments stand above lower-case text and are not wrapped
            short = [a for a in short if not is_signature(a.text)]
        if len(short) <= (1 - share) * len(broken):
            return wrap
    return None


def _continues(lines: Sequence[PhysicalLine], at: int, wrap: Wrap, *, begins: bool) -> bool:
    """Does line ``at + 1`` go on with the paragraph of line ``at`` (its first line if ``begins``)?"""
    a, b = lines[at], lines[at + 1]
    if not b.text or len(a.text) > WIDEST or b.text.startswith(_BULLETS):
        return False
    if b.indent > a.indent + 1 and not a.text.startswith(_BULLETS) and b.text[0].isupper():
        return False  # an indented first line begins a paragraph
    if not wrap.full(a, b):
        return False
    # a full line may by chance be the end of a comment, or its author line, and not run on
    runs_on = at + 2 < len(lines) and bool(lines[at + 2].text) and wrap.full(b, lines[at + 2])
    if a.text[-1] in _STOPS and not runs_on and is_signature(b.text):
        return False
    if begins and (ends_in_marked_date(a.text) or (not runs_on and is_head_line(b.text))):
        return False
    if b.text[0].islower() or not begins or not is_signature(a.text):
        return True
    entry = inline_on(a.text)  # "Name on Title: the text begins"; in "Name on Title: the rest of it" it does not
    return entry is not None and not entry.body[:1].islower()


def join(first: str, second: str) -> str:
    """Two lines of one paragraph: one space between them, none after a hyphen that joins a compound."""
    if len(first) > 1 and first[-1] in "-–—" and first[-2].isalnum() and second[:1].isalnum():
        return first + second
    return f"{first} {second}"


def _heads_title(lines: Sequence[PhysicalLine], at: int) -> bool:
    """Is it "Name on" in a list of comments left elsewhere, with the title on the line below?"""
    line, below = lines[at].text, lines[at + 1].text
    if len(line) > 60 or not below or not _ON_LAST.search(line) or below[-1] in ".," or below[0].islower():
        return False
    return any(matches("widget_heading", other.text) for other in lines[max(0, at - 80) : at] if len(other.text) < 60)


def make_units(lines: Sequence[PhysicalLine]) -> list[Unit]:
    """The units of a text, in order; linear in its length."""
    wrap = find_wrap(lines)
    units: list[Unit] = []
    gap = at = 0
    while at < len(lines):
        line = lines[at]
        if not line.text:
            gap += 1
            at += 1
            continue
        first, parts = at, [line.text]
        while wrap and at + 1 < len(lines) and _continues(lines, at, wrap, begins=at == first):
            at += 1
            parts.append(lines[at].text)
        text = parts[0]
        if len(parts) > 1:
            pieces = [parts[0]]
            for part in parts[1:]:
                pieces.append(join(pieces[-1][-2:], part)[len(pieces[-1][-2:]) :])
            text = "".join(pieces)
        if at + 1 < len(lines) and _heads_title(lines, at):
            at += 1
            text = f"{text} {lines[at].text}"
        units.append(Unit(text, first, at, line.indent, gap, line.gaps if first == at else 0))
        gap = 0
        at += 1
    return units
