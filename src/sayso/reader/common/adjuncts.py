"""Adverbs, times and places of speaking: what may stand round a cue without belonging to source or content."""

from __future__ import annotations

from sayso.reader.common.page import Page
from sayso.reader.common.words import word_class

_NO_ADVERBS = frozenset(
    ["family", "italy", "july", "supply", "assembly", "reply", "ally", "bully", "monopoly", "friendly"]
)
_TIME_LINKS = frozenset(
    [
        "on",
        "in",
        "late",
        "early",
        "earlier",
        "last",
        "this",
        "next",
        "the",
        "of",
        "mid",
        "since",
        "during",
        "at",
        "a",
        "an",
        "few",
        "several",
        "two",
        "three",
        "ago",
        "later",
        "past",
        "same",
        "previous",
        "following",
        "by",
        "before",
    ]
)
_NEVER_LAST = frozenset(
    ["on", "in", "of", "the", "at", "a", "an", "during", "by", "this", "two", "three", "since", "before"]
)
_VENUE_STARTS = frozenset(["in", "at", "on", "during", "via", "through", "by", "before"])
_VENUE_ARTICLES = frozenset(
    [
        "a",
        "an",
        "the",
        "his",
        "her",
        "their",
        "its",
        "this",
        "that",
        "another",
        "twitter",
        "facebook",
        "court",
        "parliament",
        "remarks",
    ]
)


def is_adverb(low: str) -> bool:
    """Whether a word may stand between a subject and its verb without belonging to either."""
    return low in word_class("adverbs") or (low.endswith("ly") and len(low) > 4 and low not in _NO_ADVERBS)


def is_time_word(low: str) -> bool:
    """Months, weekdays, nouns of time."""
    return low in word_class("months") or low in word_class("weekdays") or low in word_class("time_nouns")


def skip_time(page: Page, at: int, last: int) -> int:
    """The end of a time expression that begins at ``at`` (*on Monday*, *in March 2017*, *last week*), or ``at``."""
    lows = page.lows
    i, seen = at, False
    while i < last:
        low = lows[i]
        if is_time_word(low) and not (low == "may" and page.words[i].islower()):
            seen = True
        elif (low[0].isdigit() and (seen or i > at)) or (
            seen and low == "," and i + 1 < last and lows[i + 1].isdigit() and len(lows[i + 1]) == 4
        ):
            pass
        elif low not in _TIME_LINKS:
            break
        i += 1
    if not seen:
        # "in 2015", "in 1948": a year alone
        year = at + 1 < last and lows[at] in {"in", "since"} and lows[at + 1].isdigit() and len(lows[at + 1]) == 4
        return at + 2 if year else at
    while i > at and lows[i - 1] in _NEVER_LAST:
        i -= 1
    return i


def venue_near(page: Page, at: int, last: int) -> bool:
    """A venue noun within the next few words, before any punctuation: *(in) a statement*."""
    venues = word_class("venues")
    for i in range(at, min(last, at + 5)):
        if page.lows[i] in venues:
            return page.lows[at] in _VENUE_ARTICLES
        if not page.words[i][0].isalnum():
            return False
    return False


def venue_end(page: Page, at: int, last: int) -> int:
    """The end of a venue adjunct that begins with a preposition at ``at`` (*in a statement*), or ``at``."""
    if at >= last or page.lows[at] not in _VENUE_STARTS:
        return at
    venues = word_class("venues")
    for i in range(at + 1, min(last, at + 7)):
        if page.lows[i] in venues:
            while i + 1 < last and page.lows[i + 1] in venues:
                i += 1
            return i + 1
        if not page.words[i][0].isalnum():
            break
    return at
