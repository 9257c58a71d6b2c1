"""The figure that a statement comes to: *the toll, 17*; *the result in the courtyard: 310 votes for Roux*.

A content that ends before its figure has lost what it says. And *not fifty as the mayor had said* is nothing that the
mayor said: what is set against his figure is the statement of whoever speaks.
"""

from __future__ import annotations

import bisect
import functools
from collections.abc import Sequence

from sayso.lexicon import load
from sayso.reader.common import cues
from sayso.reader.common.finite import is_finite
from sayso.reader.common.hop import Hop, Span, overlaps
from sayso.reader.common.page import Page
from sayso.reader.common.words import word_class

#: words between a content and the colon of its figures: *aloud in the courtyard this evening*
_BEFORE_COLON = 12
#: words of a figure behind a comma: *about 30 million*
_LONGEST_FIGURE = 4
_AGAINST = ("rather than", "instead of", "and not", ", not", "— not", "– not")
_STOPS = frozenset({",", ";", ":", ".", "!", "?", ")", "—", "–", "and", "but"})


def with_figures(page: Page, hops: list[Hop]) -> list[Hop]:
    """The hops, changed in place: contents go on to the figure that they announce; those that say nothing left out."""
    kept = [hop for hop in hops if not _says_nothing(page, hop) and not _is_set_against(page, hop)]
    starts = sorted(span[0] for hop in kept for span in (hop.cue, hop.source, *hop.contents) if span)
    for hop in kept:
        if hop.contents and not hop.refusal:
            _go_on(page, hop, starts)
    return kept


def _says_nothing(page: Page, hop: Hop) -> bool:
    """*As the town | had | estimated*: the verb of saying itself is taken for what is said."""
    words = [page.lows[i] for span in hop.contents for i in range(*span)]
    bare = all(page.lows[i] in word_class("auxiliaries") for i in range(*hop.cue))
    return bare and len(words) == 1 and words[0] in cues.verbs()


def _is_set_against(page: Page, hop: Hop) -> bool:
    """*Forty were closed, not fifty as | the mayor | had said*; a comma before *as* puts the whole in his mouth."""
    if hop.source is None or len(hop.contents) != 1:
        return False
    (first, last), at = hop.contents[0], hop.source[0]
    if not last <= at - 1 <= last + 1 or page.lows[at - 1] not in {"as", "than"} or page.lows[last] == ",":
        return False
    said = " ".join(page.lows[first:last])
    return any(f" {words} " in said for words in _AGAINST)


def _go_on(page: Page, hop: Hop, starts: Sequence[int]) -> None:
    """``starts``: where any part of any hop begins, in order; a content goes on over none of them."""
    hop.contents.sort()
    first, last = hop.contents[-1]
    sentence = page.sentences[bisect.bisect_right(page.sentences, first, key=lambda s: s.first) - 1]
    stop = sentence.last
    while stop > last and not page.words[stop - 1][0].isalnum() and page.quote_of[stop - 1] == page.quote_of[first]:
        stop -= 1
    if stop <= last + 1:
        return
    found = _apposed(page, first, last, stop) or _denied(page, last, stop) or _behind_colon(page, first, last, stop)
    if found is None or bisect.bisect_left(starts, last) != bisect.bisect_left(starts, found[1]):
        return
    if any(page.quote_of[i] != page.quote_of[first] for i in range(last, found[1])):
        return
    if found[0] - last <= 1:
        hop.contents[-1] = (first, found[1])
    else:
        hop.contents.append(found)
    hop.around = [span for span in hop.around if not overlaps(span, [found])]


def _apposed(page: Page, first: int, last: int, stop: int) -> Span | None:
    """*the company's earlier number | , six*"""
    if page.lows[last] != "," or not _announces(page, first, last) or _has_verb(page, first, last):
        return None
    end = next((i for i in range(last + 1, stop) if page.lows[i] in _STOPS), stop)
    others = sum(not _has_figure(page, i, i + 1) for i in range(last + 1, end))
    short = last + 1 < end <= last + 1 + _LONGEST_FIGURE and others <= 1
    return (last + 1, end) if short and _has_figure(page, last + 1, end) else None


def _denied(page: Page, last: int, stop: int) -> Span | None:
    """*the number of wells: 40 | , not 50 as the town had estimated*"""
    if page.lows[last : last + 2] != [",", "not"] or not _has_figure(page, last - 1, last):
        return None
    end = next((i for i in range(last + 2, stop) if page.lows[i] in {";", ":", "—", "–"}), stop)
    return (last + 1, end) if _has_figure(page, last + 2, end) else None


def _behind_colon(page: Page, first: int, last: int, stop: int) -> Span | None:
    """*read the result | aloud in the courtyard: 310 votes for Roux, 290 for Leone*"""
    if ":" in page.lows[first:last] or _has_verb(page, first, last):
        return None
    colon = next((i for i in range(last, min(stop, last + _BEFORE_COLON)) if page.lows[i] in _STOPS), stop)
    if colon >= stop - 1 or page.lows[colon] != ":" or _has_verb(page, last, colon):
        return None
    end = next((i for i in range(colon + 1, stop) if page.lows[i] == ";"), stop)
    announced = _announces(page, first, last) or not _has_verb(page, colon + 1, end)
    return (colon + 1, end) if announced and _has_figure(page, colon + 1, end) else None


def _announces(page: Page, first: int, last: int) -> bool:
    return any(page.lows[i] in announcing() for i in range(first, last))


def _has_verb(page: Page, first: int, last: int) -> bool:
    words, lows = page.words[first:last], page.lows[first:last]
    return any(is_finite(words, lows, i) for i in range(len(words)))


def _has_figure(page: Page, first: int, last: int) -> bool:
    return has_figure(page.lows[first:last])


def has_figure(lows: Sequence[str]) -> bool:
    """Whether a number is among words in lower case; *one*, which is more often a pronoun, is none."""
    return any(low[0].isdigit() or low.split("-")[0] in _numerals() for low in lows)


@functools.cache
def announcing() -> frozenset[str]:
    """Nouns whose figure follows: *number*, *toll*, *result*."""
    return frozenset(str(word) for word in load("cues.yaml")["announcing"]["words"])


@functools.cache
def _numerals() -> frozenset[str]:
    numbers = load("numbers.yaml")
    rows = (word for name in ("ones", "tens", "scales", "dozens") for word in numbers[name]["values"])
    return frozenset(str(word) for word in rows) - {"one", "score"}
