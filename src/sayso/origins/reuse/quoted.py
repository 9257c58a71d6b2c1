"""Which words of a text stand inside quotation marks: a sentence that two pages quote is its speaker's, not a copy."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import accumulate

from sayso.origins.reuse.folding import words_of
from sayso.reader.common.quotations import find_quotations

_LINE = re.compile(r"[^\n]+")


@lru_cache(maxsize=32)
def quoted_before(text: str) -> tuple[int, ...]:
    """For each word, and for the end, how many words before it stand inside quotation marks."""
    words = words_of(text)
    ranges = [(q.start, q.end) for q in find_quotations(text, tuple(m.span() for m in _LINE.finditer(text)))]
    flags: list[int] = []
    at = 0
    for start, end in zip(words.starts, words.ends, strict=True):
        while at < len(ranges) and ranges[at][1] <= start:
            at += 1
        flags.append(int(at < len(ranges) and ranges[at][0] <= start and end <= ranges[at][1]))
    return tuple(accumulate(flags, initial=0))
