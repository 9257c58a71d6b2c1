"""What the pages of one site repeat: lines about the author, disclaimers, appeals to readers. Nobody copied these."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from sayso.nouns.base import Range
from sayso.origins.reuse.folding import words_of

#: A sentence that stands on so many other pages of the site, at least, is furniture ...
MIN_PAGES = 2
#: ... where these are other pages indeed: two with more than this part of the shorter one's words in common are one.
SAME_PAGE = 0.5
#: A sentence within a paragraph counts from so many words on; a whole line whatever its length.
MIN_WORDS = 5
#: So many pages of a site are looked at.
MAX_PAGES = 50

_PIECE = re.compile(r"[^\n]+?(?:[.!?…]+[\"”’»)]*(?=\s|$)|(?=\n|$))")


def furniture(text: str, others_of_host: Sequence[str]) -> tuple[Range, ...]:
    """Ranges of a text that several other pages of its site repeat, in order (code points).

    A page that as a whole is a version or a copy of this one does not count, and versions of one page count once:
    what they have in common is the article.

    Args:
        text: the page's ``document.text``.
        others_of_host: texts of other pages of the same site; the first :data:`MAX_PAGES` are looked at.
    """
    own = _pieces(text)
    mine = frozenset(key for key, _, _ in own)
    if not mine:
        return ()
    different: list[frozenset[str]] = []
    for other in others_of_host[:MAX_PAGES]:
        theirs = frozenset(key for key, _, _ in _pieces(other))
        if mine & theirs and not any(_is_version(theirs, known) for known in (mine, *different)):
            different.append(theirs)
    ranges: list[Range] = []
    for key, start, end in own:
        if sum(key in page for page in different) < MIN_PAGES:
            continue
        if ranges and not text[ranges[-1][1] : start].strip():
            ranges[-1] = (ranges[-1][0], end)
        else:
            ranges.append((start, end))
    return tuple(ranges)


@lru_cache(maxsize=256)
def _pieces(text: str) -> tuple[tuple[str, int, int], ...]:
    """The sentences of a text, roughly, and its short lines: folded, with their ranges."""
    made: list[tuple[str, int, int]] = []
    for match in _PIECE.finditer(text):
        piece = match.group()
        words = words_of(piece).folded
        is_line = text[match.start() - 1 : match.start()] in ("", "\n") and text[match.end() : match.end() + 1] in (
            "",
            "\n",
        )
        if words and (is_line or len(words) >= MIN_WORDS):
            start = match.start() + len(piece) - len(piece.lstrip())
            made.append((" ".join(words), start, match.end()))
    return tuple(made)


def _is_version(page: frozenset[str], known: frozenset[str]) -> bool:
    """Whether two pages are the same but for a part: most words of the shorter one stand in the longer."""
    return _size(page & known) > SAME_PAGE * min(_size(page), _size(known))


def _size(pieces: frozenset[str]) -> int:
    return sum(piece.count(" ") + 1 for piece in pieces)
