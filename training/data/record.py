"""One line of training data, and the way from ranges of characters to ranges of words."""

from __future__ import annotations

import json
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sayso.reader.common.page import Page

#: Words ``[first, last)``.
Words = tuple[int, int]
#: Words ``[first, last)`` and the type: person, organization, place or group.
Name = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class Link:
    """An attribution as ranges of words; ``parent`` is the id of the attribution whose content it stands in."""

    id: str
    source: tuple[Words, ...] = ()
    cue: tuple[Words, ...] = ()
    content: tuple[Words, ...] = ()
    venue: tuple[Words, ...] = ()
    addressee: tuple[Words, ...] = ()
    time: tuple[Words, ...] = ()
    parent: str | None = None

    def as_json(self) -> dict[str, Any]:
        """The object as the trainer reads it."""
        parts = ("source", "cue", "content", "venue", "addressee", "time")
        return {"id": self.id, **{part: getattr(self, part) for part in parts}, "parent": self.parent}


@dataclass(frozen=True, slots=True)
class Record:
    """A document or a piece of one. A layer that is ``None`` is unknown and not trained on.

    ``heads[i]`` is the index of a word of this document, -1 for a root, -2 where unknown; ``fact`` is on the scale
    from -3 (certainly did not happen) to +3 (certainly did); ``layers`` says that nested attributions are all marked.
    """

    id: str
    page: Page
    upos: list[str | None] | None = None
    heads: list[int] | None = None
    deprels: list[str | None] | None = None
    names: tuple[Name, ...] | None = None
    fact: list[float | None] | None = None
    attributions: tuple[Link, ...] | None = None
    layers: bool = False

    def as_json(self) -> dict[str, Any]:
        """The object as the trainer reads it."""
        page = self.page
        return {
            "id": self.id,
            "text": page.text,
            "words": list(zip(page.starts, page.ends, strict=True)),
            "sentences": [(sentence.first, sentence.last) for sentence in page.sentences],
            "upos": self.upos,
            "heads": self.heads,
            "deprels": self.deprels,
            "names": self.names,
            "fact": self.fact,
            "attributions": None if self.attributions is None else [link.as_json() for link in self.attributions],
            "layers": self.layers,
        }


@dataclass(slots=True)
class Tally:
    """Counts that a converter reports beside its records."""

    counts: dict[str, int] = field(default_factory=dict)

    def add(self, key: str, number: int = 1) -> None:
        """Count ``number`` more of ``key``."""
        self.counts[key] = self.counts.get(key, 0) + number


def touched(page: Page, start: int, end: int) -> Words | None:
    """The words that the characters ``[start, end)`` touch, or None where there are none."""
    first = bisect_right(page.ends, start)
    last = bisect_left(page.starts, end)
    return (first, last) if first < last else None


def joined(page: Page, ranges: Iterable[tuple[int, int]]) -> tuple[Words, ...]:
    """The words that ranges of characters touch, in text order; ranges with no word between them become one."""
    found = sorted(words for start, end in ranges if (words := touched(page, start, end)))
    out: list[Words] = []
    for first, last in found:
        if out and first <= out[-1][1]:
            out[-1] = (out[-1][0], max(out[-1][1], last))
        else:
            out.append((first, last))
    return tuple(out)


def write(path: Path, records: Iterable[Record]) -> int:
    """Write ``records`` as JSON lines, whole or not at all; gives their number."""
    number = 0
    part = path.with_name(path.name + ".part")
    with part.open("w", encoding="utf-8") as file:
        for record in records:
            file.write(json.dumps(record.as_json(), ensure_ascii=False, separators=(",", ":")) + "\n")
            number += 1
    part.replace(path)
    return number
