"""What nobody copied: lines that the pages of one site repeat, and stock sentences that pages everywhere have."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import accumulate, pairwise

from sayso.lexicon import load
from sayso.nouns.base import Range
from sayso.origins.reuse.folding import words_of

#: A sentence that stands on so many other pages of the site, at least, is furniture ...
MIN_PAGES = 2
#: ... where these are other pages indeed: two with more than this part of the shorter one's words in common are one.
SAME_PAGE = 0.5
#: A sentence within a paragraph counts from so many words on; a whole line whatever its length.
MIN_WORDS = 5
#: Words that a stock sentence has at most.
MAX_STOCK = 45
#: So many pages of a site are looked at.
MAX_PAGES = 50

#: Where a sentence or line ends. Marks in a row are bounded, so that a page of dots takes no longer than any other.
_END = re.compile(r"[.!?…]{1,8}[\"”’»)]{0,3}(?=\s+[^\sa-z])|\n")


def furniture(text: str, others_of_host: Sequence[str]) -> tuple[Range, ...]:
    """Ranges of a text that several other pages of its site repeat, in order (code points).

    A page that as a whole is a version or a copy of this one does not count, and versions of one page count once:
    what they have in common is the article.

    Args:
        text: the page's ``document.text``.
        others_of_host: texts of other pages of the same site; the first :data:`MAX_PAGES` are looked at.
    """
    own = _telling(text)
    mine = frozenset(key for key, _, _ in own)
    if not mine:
        return ()
    different: list[frozenset[str]] = []
    for other in others_of_host[:MAX_PAGES]:
        theirs = frozenset(key for key, _, _ in _telling(other))
        if mine & theirs and not any(_is_version(theirs, known) for known in (mine, *different)):
            different.append(theirs)
    return _joined(text, [(s, e) for key, s, e in own if sum(key in page for page in different) >= MIN_PAGES])


@lru_cache(maxsize=64)
def stock(text: str) -> tuple[Range, ...]:
    """Ranges of sentences that pages everywhere have: rights, appeals for tips, lines to the reader, in order."""
    words = words_of(text)
    pattern, phrases = _stock()
    present = set(words.folded)
    if not any(phrase <= present for phrase in phrases):
        return ()  # most texts, and much faster than to look for the phrases themselves
    joined = f" {' '.join(words.folded)} "
    found = [match.start() for match in pattern.finditer(joined)]
    if not found:
        return ()
    # where each folded word begins in the joined ones, so that a hit can be found in the text
    begins = list(accumulate((len(word) + 1 for word in words.folded), initial=0))
    at = [words.starts[bisect_right(begins, hit) - 1] for hit in found]
    sentences = _sentences(text)
    held = sorted({sentences[bisect_right(sentences, (hit, len(text))) - 1] for hit in at})
    return _joined(text, [_bare(text, *one) for one in held if _count(words.starts, *one) <= MAX_STOCK])


def _sentences(text: str) -> list[Range]:
    """The text from end to end, cut at lines and, roughly, sentences."""
    ends = [match.end() for match in _END.finditer(text)]
    return list(pairwise((0, *ends, len(text))))


def _bare(text: str, start: int, end: int) -> Range:
    """A piece without the space around it."""
    piece = text[start:end]
    return (end - len(piece.lstrip()), start + len(piece.rstrip()))


def _count(starts: Sequence[int], start: int, end: int) -> int:
    return bisect_left(starts, end) - bisect_left(starts, start)


@cache
def _stock() -> tuple[re.Pattern[str], tuple[frozenset[str], ...]]:
    """The phrases of stock sentences in folded words, and the words of each."""
    listed = [str(phrase) for part in load("stock_lines.yaml").values() for phrase in part["words"]]
    phrases = sorted({" ".join(words_of(phrase.replace("#", "0")).folded) for phrase in listed})
    numbered = (re.escape(phrase).replace("0", r"\d+") for phrase in phrases)
    return re.compile(rf" (?:{'|'.join(numbered)})(?= )"), tuple(
        frozenset(phrase.split()) - {"0"} for phrase in phrases
    )


def _joined(text: str, pieces: list[Range]) -> tuple[Range, ...]:
    """Pieces with nothing but space between them as one range."""
    ranges: list[Range] = []
    for start, end in pieces:
        if ranges and not text[ranges[-1][1] : start].strip():
            ranges[-1] = (ranges[-1][0], end)
        else:
            ranges.append((start, end))
    return tuple(ranges)


@lru_cache(maxsize=256)
def _pieces(text: str) -> tuple[tuple[str, int, int], ...]:
    """The sentences of a text, roughly: folded, with their ranges."""
    made: list[tuple[str, int, int]] = []
    for start, end in _sentences(text):
        if key := " ".join(words_of(text[start:end]).folded):
            made.append((key, *_bare(text, start, end)))
    return tuple(made)


@lru_cache(maxsize=256)
def _telling(text: str) -> tuple[tuple[str, int, int], ...]:
    """Sentences that are long enough to tell pages by, and whole lines."""
    return tuple(
        (key, start, end)
        for key, start, end in _pieces(text)
        if key.count(" ") >= MIN_WORDS - 1 or (text[max(start - 1, 0) : start] in "\n" and text[end : end + 1] in "\n")
    )


def _is_version(page: frozenset[str], known: frozenset[str]) -> bool:
    """Whether two pages are the same but for a part: most words of the shorter one stand in the longer."""
    return _size(page & known) > SAME_PAGE * min(_size(page), _size(known))


def _size(pieces: frozenset[str]) -> int:
    return sum(piece.count(" ") + 1 for piece in pieces)
