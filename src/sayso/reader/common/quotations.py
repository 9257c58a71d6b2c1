"""Quotation marks, told from apostrophes; quotations that run over several paragraphs."""

from __future__ import annotations

import re
from typing import Literal

from sayso.nouns.base import Range
from sayso.reader.layers import Quotation

Style = Literal["double", "single", "guillemet", "block"]

_MARK = re.compile(r"``|''|[\"“”„«»‘’'‹›]")
_OPENERS: dict[str, Style] = {
    "“": "double",
    "„": "double",
    "``": "double",
    "«": "guillemet",
    "‹": "guillemet",
    "‘": "single",
}
_CLOSERS = {
    "double": {"”", '"', "''", "“"},
    "guillemet": {"»", "›"},
    "single": {"’", "'"},
    "straight": {'"', "”", "''"},
}
_BEFORE_OPEN = frozenset(" \t\u00a0([{—–-/:,;\"“‘'")


def _opens(text: str, at: int, end_of_mark: int, start: int, end: int) -> bool:
    """Whether an undirected mark at ``at`` can open: space before, none after."""
    before = text[at - 1] if at > start else " "
    after = text[end_of_mark] if end_of_mark < end else " "
    return before in _BEFORE_OPEN and not after.isspace()


def _single_closes(text: str, at: int, end: int) -> bool:
    """Whether ’ or ' at ``at`` can close: no letter after it."""
    return at + 1 >= end or not text[at + 1].isalnum()


def _in_block(text: str, start: int, end: int) -> tuple[list[tuple[int, int, Style]], tuple[int, Style] | None]:
    """Closed quotations of one block and the one left open (start, style), outermost only."""
    found: list[tuple[int, int, Style]] = []
    opened: tuple[int, Style, str] | None = None
    singles: list[int] = []
    for match in _MARK.finditer(text, start, end):
        mark, at = match.group(), match.start()
        if opened is None:
            if mark in _OPENERS and (mark != "‘" or _opens(text, at, match.end(), start, end)):
                opened = (at, _OPENERS[mark], _OPENERS[mark])
            elif mark in {'"', "''"} and (_opens(text, at, match.end(), start, end) or at == start):
                opened = (at, "double", "straight")
            elif mark == "»" and _opens(text, at, match.end(), start, end):
                opened = (at, "guillemet", "reversed")
            elif mark == "'" and _opens(text, at, match.end(), start, end):
                opened = (at, "single", "single")
            if opened is not None:
                singles = []
            continue
        at_open, style, family = opened
        if family == "reversed":
            closes = mark in {"«", "‹"}
        elif family == "single":
            closes = mark in _CLOSERS["single"] and _single_closes(text, at, end)
            if mark in {'"', "“"}:
                # a double mark inside an unclosed single one: the single mark was an apostrophe
                opened = (at, "double", "straight" if mark == '"' else "double")
                continue
            if closes and text[at - 1] == "s" and at + 1 < end and text[at + 1] == " ":
                singles.append(match.end())  # a plural possessive, or the end: decided when no better mark follows
                continue
        elif family == "straight":
            closes = mark in _CLOSERS["straight"] and not (
                mark in {'"', "''"}
                and at > at_open + 1
                and text[at - 1].isspace()
                and match.end() < end
                and not text[match.end()].isspace()
            )
        else:
            closes = mark in _CLOSERS[family] and mark != "“"
            if mark == '"' and family == "double":
                closes = True
            elif mark == "“" and text[at - 1] in ",.!?" and text[at + 1 : at + 2].isspace():
                closes = True  # an opening mark typed for a closing one
        if closes:
            found.append((at_open, match.end(), style))
            opened = None
    if opened is not None and opened[2] == "single":
        if singles:
            found.append((opened[0], singles[0], "single"))
        return found, None
    return found, (opened[0], opened[1]) if opened else None


def find_quotations(text: str, blocks: tuple[Range, ...]) -> tuple[Quotation, ...]:
    """All outermost quotations in text order.

    A mark left open at the end of a paragraph counts where the next paragraph begins with an opening mark (the habit
    of printing); otherwise it is taken for a slip and left out.
    """
    made: list[Quotation] = []
    for number, (start, end) in enumerate(blocks):
        closed, left = _in_block(text, start, end)
        made += [Quotation(start=a, end=b, style=style) for a, b, style in closed]
        if left and number + 1 < len(blocks) and text[blocks[number + 1][0]] in "\"“«„‘'":
            made.append(Quotation(start=left[0], end=end, style=left[1], open=True))
    return tuple(made)
