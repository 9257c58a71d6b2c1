"""Which measures and names stand where in a document, found in logarithmic time."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterable, Sequence
from typing import Protocol

from sayso.nouns.base import Range
from sayso.nouns.mention import Entity

_WORD = re.compile(r"\w+")


class Placed(Protocol):
    """Anything with an id and a range."""

    @property
    def id(self) -> str: ...
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


class Placement:
    """Ranges in order of their start."""

    def __init__(self, items: Iterable[tuple[int, int, str]]) -> None:
        self._rows = sorted(items)

    @classmethod
    def of(cls, items: Sequence[Placed]) -> Placement:
        """The placement of measures."""
        return cls((item.start, item.end, item.id) for item in items)

    @classmethod
    def of_names(cls, text: str, entities: Sequence[Entity]) -> Placement:
        """Where the names and aliases of entities stand: whole words, the longest name first."""
        by_first: dict[str, list[tuple[str, str]]] = {}
        for entity in entities:
            for name in (entity.name, *entity.aliases):
                first = _WORD.search(name)
                if first is not None and first.start() == 0:
                    by_first.setdefault(first.group(), []).append((name, entity.id))
        for row in by_first.values():
            row.sort(key=lambda pair: -len(pair[0]))
            del row[50:]
        found = []
        for word in _WORD.finditer(text):
            for name, key in by_first.get(word.group(), ()):
                end = word.start() + len(name)
                if text.startswith(name, word.start()) and not text[end : end + 1].isalnum():
                    found.append((word.start(), end, key))
                    break
        return cls(found)

    def inside(self, spans: Sequence[Range]) -> tuple[str, ...]:
        """Ids of what stands whole within one of the spans, in text order, each once."""
        return tuple(dict.fromkeys(key for _, _, key in self.rows(spans)))

    def rows(self, spans: Sequence[Range]) -> list[tuple[int, int, str]]:
        """Start, end and id of all that stands whole within one of the spans."""
        found = []
        for first, last in spans:
            at = bisect.bisect_left(self._rows, (first, first, ""))
            while at < len(self._rows) and self._rows[at][0] < last:
                if self._rows[at][1] <= last:
                    found.append(self._rows[at])
                at += 1
        return found
