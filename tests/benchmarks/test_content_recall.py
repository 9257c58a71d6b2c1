"""Contents by manner, and those missed by one token."""

from __future__ import annotations

import re

from content_recall import content_recall

TEXT = 'Roux said that "all is well". Ost said he left. "Go," said Roux.'


def tokens(text: str) -> list[tuple[int, int]]:
    return [m.span() for m in re.finditer(r"\w+|[^\w\s]", text)]


def content(words: str) -> dict[str, set[int]]:
    start = TEXT.index(words)
    found = {i for i, (a, b) in enumerate(tokens(TEXT)) if a >= start and b <= start + len(words)}
    return {"source": set(), "cue": set(), "content": found}


def test_manner_and_distance() -> None:
    gold = [content('that "all is well"'), content("he left"), content('"Go,"')]
    read = [content('"all is well"'), content("he left"), content('"Go,"')]
    found = content_recall([(TEXT, gold, read)], tokens)
    assert {manner: (r.gold, r.exact, r.one_off) for manner, r in found.items()} == {
        "direct": (1, 1, 0),
        "mixed": (1, 0, 1),
        "indirect": (1, 1, 0),
    }


def test_nothing_read() -> None:
    found = content_recall([(TEXT, [content("he left")], [])], tokens)
    assert (found["indirect"].gold, found["indirect"].exact, found["indirect"].one_off) == (1, 0, 0)
