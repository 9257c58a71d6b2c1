"""The line patterns of ``lexicon/plain_lines.yaml``, compiled once on first use."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping

from sayso.lexicon import load

#: Longer lines are prose whatever they say; patterns are not tried on them, which also bounds their cost.
LONGEST = 300


class LinePattern:
    """One named entry of the lexicon: does a line match it?"""

    def __init__(self, entry: Mapping[str, list[str]]) -> None:
        self._whole = [re.compile(p, re.IGNORECASE) for p in entry.get("whole", ())]
        self._begin = [re.compile(p, re.IGNORECASE) for p in entry.get("begin", ())]
        self._any = [re.compile(p, re.IGNORECASE) for p in entry.get("any", ())]

    def match(self, line: str) -> re.Match[str] | None:
        """The first match of the line (stripped of blanks by the caller), or ``None``."""
        if not line or len(line) > LONGEST:
            return None
        return (
            next((m for p in self._whole if (m := p.fullmatch(line))), None)
            or next((m for p in self._begin if (m := p.match(line))), None)
            or next((m for p in self._any if (m := p.search(line))), None)
        )

    def matches(self, line: str) -> list[re.Match[str]]:
        """The matches of all patterns that must match whole, in the order of the lexicon."""
        if not line or len(line) > LONGEST:
            return []
        return [m for p in self._whole if (m := p.fullmatch(line))]


@functools.cache
def pattern(name: str) -> LinePattern:
    """The compiled entry ``name``.

    Raises:
        KeyError: the lexicon has no such entry.
    """
    return LinePattern(load("plain_lines.yaml")[name])


def matches(name: str, line: str) -> bool:
    return pattern(name).match(line) is not None
