"""The line patterns of ``lexicon/plain_lines.yaml``, compiled once on first use."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping, Sequence

from sayso.lexicon import load

#: Longer lines are prose whatever they say; patterns are not tried on them, which also bounds their cost.
LONGEST = 300


class LinePattern:
    """One named entry of the lexicon: does a line match it?"""

    def __init__(self, entry: Mapping[str, list[str]]) -> None:
        self._whole = [re.compile(p, re.IGNORECASE) for p in entry.get("whole", ())]
        self._one_whole = _joined(entry.get("whole", ()))
        self._one_begin = _joined(entry.get("begin", ()))
        self._one_any = _joined(entry.get("any", ()))

    def match(self, line: str) -> re.Match[str] | None:
        """The match of the line (stripped of blanks by the caller), or ``None``."""
        if not line or len(line) > LONGEST:
            return None
        return (
            (self._one_whole.fullmatch(line) if self._one_whole else None)
            or (self._one_begin.match(line) if self._one_begin else None)
            or (self._one_any.search(line) if self._one_any else None)
        )

    def matches(self, line: str) -> list[re.Match[str]]:
        """The matches of all patterns that must match whole, each with its groups, in the order of the lexicon."""
        if not line or len(line) > LONGEST:
            return []
        return [m for p in self._whole if (m := p.fullmatch(line))]


def _joined(patterns: Sequence[str]) -> re.Pattern[str] | None:
    """One pattern of several, its named groups made plain: a line is tried once instead of once a pattern."""
    plain = [re.sub(r"\(\?P<\w+>", "(?:", p) for p in patterns]
    return re.compile("|".join(f"(?:{p})" for p in plain), re.IGNORECASE) if plain else None


@functools.cache
def pattern(name: str) -> LinePattern:
    """The compiled entry ``name``.

    Raises:
        KeyError: the lexicon has no such entry.
    """
    entry = load("plain_lines.yaml")[name]
    shared = load("comment_wording.yaml").get(entry.get("shared"), {})
    return LinePattern({part: [*entry.get(part, ()), *shared.get(part, ())] for part in ("whole", "begin", "any")})


@functools.lru_cache(maxsize=16_384)
def matches(name: str, line: str) -> bool:
    """Does the line match the entry ``name``? Menus and buttons come again and again, so answers are kept."""
    return pattern(name).match(line) is not None
