"""Reads the project's own annotated texts, ``training/texts/*.txt``.

Passages are separated by empty lines; the lines of a passage are its paragraphs; a line that starts with ``#`` is a
comment. Square brackets mark ranges: ``[s1 …]`` source, ``[q1 …]`` cue, ``[c1 …]`` content, ``[v1 …]`` venue,
``[d1 …]`` addressee, ``[t1 …]`` time of the utterance. The number is the attribution within the passage; several
brackets with one label are one discontinuous range; brackets nest; ``[c1+c2 …]`` carries two labels; ``[q2<1 …]``
says that the parent of attribution 2 is 1. Without that, the parent is the innermost attribution whose content holds
the cue.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from sayso.reader.common.page import Page
from training.data.record import Link, Record, Tally, joined

_ROLES = {"s": "source", "q": "cue", "c": "content", "v": "venue", "d": "addressee", "t": "time"}
_LABELS = re.compile(r"\[([sqcvdt][1-9]\d*(?:<[1-9]\d*)?(?:\+[sqcvdt][1-9]\d*(?:<[1-9]\d*)?)*) ")
#: Every so many passages one is kept for development.
_DEV = 10


class MarkedError(ValueError):
    """A passage is malformed; the message names the file and the line."""


@dataclass(slots=True)
class Passage:
    """A passage: its text without marks, and per label (``c1``) the characters marked, in order of their ends."""

    text: str = ""
    marks: dict[str, list[tuple[int, int]]] = field(default_factory=lambda: defaultdict(list))
    parents: dict[int, int] = field(default_factory=dict)


def documents(root: Path, split: str, tally: Tally) -> Iterator[Record]:
    """The passages of every file under ``root``; of each file every tenth is dev.

    Raises:
        MarkedError: passages are malformed; the message names them all.
    """
    wrong = []
    for path in sorted(root.glob("*.txt")):
        for number, (line, lines) in enumerate(passages(path.read_text("utf-8"))):
            try:
                made = record(f"{path.stem}-{number + 1}", lines, f"{path.name}:{line}")
            except MarkedError as error:
                wrong.append(str(error))
                continue
            if (number % _DEV == _DEV - 1) == (split == "dev"):
                tally.add("words", len(made.page.words))
                tally.add("attributions", len(made.attributions or ()))
                tally.add("nested", sum(link.parent is not None for link in made.attributions or ()))
                yield made
    if wrong:
        raise MarkedError("\n".join(wrong))


def passages(text: str) -> Iterator[tuple[int, list[str]]]:
    """The passages of a file: number of the first line, and the lines."""
    now: list[str] = []
    first = 0
    for number, line in enumerate([*text.splitlines(), ""], start=1):
        line = line.strip()
        if line.startswith("#"):
            continue
        if line:
            first = first if now else number
            now.append(line)
        elif now:
            yield first, now
            now = []


def record(name: str, lines: list[str], place: str) -> Record:
    """One line of training data from the lines of a passage; ``place`` (file and line) stands in errors.

    Raises:
        MarkedError: the marks are malformed, cut a word, or lack a cue.
    """
    passage = parse(lines, place)
    page = Page(passage.text)
    for label, spans in passage.marks.items():
        for start, end in spans:
            if _cuts(passage.text, start) or _cuts(passage.text, end):
                raise MarkedError(f"{place}: [{label} {passage.text[start:end]}] begins or ends within a word")
    return Record(name, page, attributions=tuple(_links(page, passage, place)), layers=True)


def _cuts(text: str, at: int) -> bool:
    return 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum()


def parse(lines: list[str], place: str) -> Passage:
    """The text and marks of a passage.

    Raises:
        MarkedError: brackets do not match, a label is unknown, or a mark is empty.
    """
    passage = Passage()
    open_: list[tuple[list[str], int]] = []
    raw, at = "\n".join(lines), 0
    while at < len(raw):
        char = raw[at]
        where = f"{place} (line {raw.count(chr(10), 0, at) + 1} of the passage)"
        if char == "[":
            match = _LABELS.match(raw, at)
            if match is None:
                raise MarkedError(f"{where}: no such mark: {raw[at : at + 12]!r}")
            open_.append((match.group(1).split("+"), len(passage.text)))
            at = match.end()
            continue
        if char == "]":
            if not open_:
                raise MarkedError(f"{where}: a bracket closes that was never opened")
            labels, start = open_.pop()
            if not passage.text[start:].strip():
                raise MarkedError(f"{where}: an empty mark")
            _close(passage, labels, start, where)
        elif char == "\n" and open_:
            raise MarkedError(f"{where}: a mark runs over the end of the line")
        else:
            passage.text += char
        at += 1
    if open_:
        raise MarkedError(f"{place}: {'+'.join(open_[-1][0])} is never closed")
    return passage


def _close(passage: Passage, labels: list[str], start: int, where: str) -> None:
    for label in labels:
        own, _, parent = label.partition("<")
        number = int(own[1:])
        if parent:
            if own[0] != "q" or passage.parents.get(number, int(parent)) != int(parent) or int(parent) == number:
                raise MarkedError(f"{where}: {label}: only a cue names a parent, one, and not itself")
            passage.parents[number] = int(parent)
        passage.marks[own].append((start, len(passage.text)))


def _links(page: Page, passage: Passage, place: str) -> Iterator[Link]:
    numbers = sorted({int(label[1:]) for label in passage.marks})
    for number in numbers:
        if f"q{number}" not in passage.marks:
            raise MarkedError(f"{place}: attribution {number} has no cue")
        if f"s{number}" not in passage.marks and f"c{number}" not in passage.marks:
            raise MarkedError(f"{place}: attribution {number} has neither source nor content")
    parents = _parents(passage, numbers, place)
    for number in numbers:
        parts = {role: joined(page, passage.marks.get(f"{key}{number}", [])) for key, role in _ROLES.items()}
        parent = parents[number]
        yield Link(id=f"a{number}", **parts, parent=None if parent is None else f"a{parent}")


def _parents(passage: Passage, numbers: list[int], place: str) -> dict[int, int | None]:
    """The parent of each attribution. Of contents of one size the one deeper in the chain is the innermost."""
    for number, parent in passage.parents.items():
        if parent not in numbers:
            raise MarkedError(f"{place}: the parent {parent} of attribution {number} does not exist")
    parents: dict[int, int | None] = {}

    def depth(number: int, seen: frozenset[int]) -> int:
        if number in seen:
            raise MarkedError(f"{place}: attributions hold each other")
        above = parent_of(number, seen | {number})
        return 0 if above is None else 1 + depth(above, seen | {number})

    def parent_of(number: int, seen: frozenset[int]) -> int | None:
        if number not in parents:
            parents[number] = passage.parents.get(number) or innermost(number, seen)
        return parents[number]

    def innermost(number: int, seen: frozenset[int]) -> int | None:
        begin, end = passage.marks[f"q{number}"][0]
        sizes = {
            other: min(b - a for a, b in holding)
            for other in numbers
            if other != number
            and (holding := [(a, b) for a, b in passage.marks.get(f"c{other}", []) if a <= begin and end <= b])
        }
        best = [other for other in sizes if sizes[other] == min(sizes.values())]
        return max(best, key=lambda other: (depth(other, seen), other)) if best else None

    for number in numbers:
        depth(number, frozenset())
    return parents
