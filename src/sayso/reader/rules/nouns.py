"""Noun phrases without a parser: what stands before a verb, what follows a preposition."""

from __future__ import annotations

import functools

from sayso.lexicon import load
from sayso.reader.common.adjuncts import is_adverb, skip_time, venue_near
from sayso.reader.common.cues import verbs
from sayso.reader.common.hop import Span
from sayso.reader.common.page import Page
from sayso.reader.common.words import word_class

STOPS = frozenset([";", ":", "(", ")", "[", "]", "—", "–", "--", "...", "…", ".", "!", "?", "|", "•", "/"])
_DASHES = frozenset(["—", "–", "--", "-"])
_NEW_CLAUSE = frozenset(
    ["that", "while", "when", "because", "as", "but", "if", "although", "though", "after", "before", "whether"]
)
_DETERMINED = frozenset(["the", "a", "an", "his", "her", "its", "their"])


def has_finite(page: Page, first: int, last: int) -> bool:
    """Whether a stretch looks like a clause: a known finite verb, a past cue verb, or a past form in -ed."""
    finite, cues, determiners = word_class("finite"), verbs(), word_class("determiners")
    for i in range(first, last):
        low = page.lows[i]
        if low == "'s":
            if i > first and page.lows[i - 1] in word_class("subject_pronouns"):
                return True
            continue
        if not page.words[i][0].islower():
            continue
        if low in finite:
            return True
        if (
            i > first
            and page.lows[i - 1] not in determiners
            and ((low.endswith("ed") and len(low) > 4) or (low in cues and "past" in cues[low][0].names))
        ):
            return True
    return False


def is_dash(page: Page, at: int) -> bool:
    """A dash, or a hyphen with space on both sides."""
    if page.lows[at] not in _DASHES:
        return False
    return page.lows[at] != "-" or (
        0 < at < len(page.words) - 1 and page.ends[at - 1] < page.starts[at] and page.ends[at] < page.starts[at + 1]
    )


def segment_start(page: Page, floor: int, end: int) -> int:
    """Back from ``end`` to a comma, a stop, a quotation or a word that begins a clause; brackets are stepped over."""
    lows = page.lows
    inside = page.quote_of[end - 1]
    starters = word_class("clause_starters")
    i = end
    while i > floor:
        at = i - 1
        low = lows[at]
        if low == ")" and (opened := _open_bracket(page, floor, at)) is not None:
            i = opened
            continue
        if low == "," or low in STOPS or is_dash(page, at):
            break
        if page.quote_of[at] != inside:
            scare = _scare_quote(page, floor, at, inside)
            if scare is None:
                break
            i = scare
            continue
        if i < end and (low in starters or _object_relative(page, at, end)):
            break
        i -= 1
    return i


def _scare_quote(page: Page, floor: int, at: int, inside: int) -> int | None:
    """The beginning of a short quotation within a phrase; None where it is a content of its own."""
    number = page.quote_of[at]
    if number < 0 or inside >= 0:
        return None
    first, last = page.quote_words[number]
    if last - first > 7 or first <= floor or page.quote_of[first - 1] != inside:
        return None
    return first if page.lows[last - 2] not in {",", "!", "?", "."} and page.lows[first - 1] not in {":", ","} else None


def _object_relative(page: Page, at: int, end: int) -> bool:
    """*at which he*, *what she*, *who they*: the relative is no subject, so that the subject begins behind it."""
    low = page.lows[at]
    if low == "what":
        return True
    if low not in {"which", "whom", "who", "whose"} or low == "whose":
        return False
    nxt = page.lows[at + 1] if at + 1 < end else ""
    if low == "which" and 1 < end - at <= 4 and not has_finite(page, at + 1, end) and page.lows[end - 1].endswith("s"):
        return True  # "which engineers say"
    return (
        nxt in word_class("subject_pronouns")
        or (nxt in word_class("determiners"))
        or (at + 1 < end and page.words[at + 1][0].isupper())
    )


def _open_bracket(page: Page, floor: int, closing: int) -> int | None:
    return next((i for i in range(closing - 1, max(floor, closing - 14), -1) if page.lows[i] == "("), None)


def phrase_after(page: Page, at: int, last: int, *, relatives: bool = False) -> Span | None:
    """The noun phrase that begins at ``at`` and its appositives: a source after *according to* or an inverted verb.

    With ``relatives`` a relative clause between commas belongs to it (*said Louise Sun, who has known him since 1970*).
    """
    lows, words = page.lows, page.words
    if at >= last or not (words[at][0].isalnum() or words[at][0] in "\"“‘'@#"):
        return None
    inside = page.quote_of[at]
    i = at
    while i < last:
        low = lows[i]
        if low == "(" and (close := next((k for k in range(i, min(last, i + 12)) if lows[k] == ")"), None)) is not None:
            i = close + 1
            continue
        if (
            low in STOPS
            or is_dash(page, i)
            or (
                i > at
                and page.quote_of[i] != inside
                and page.quote_words[page.quote_of[i]][0] == i
                and not _is_scare(page, i)
            )
        ):
            break
        if low == ",":
            i, more = _apposition(page, i, last, relatives=relatives)
            if more:
                continue
            break
        if i > at and _ends_phrase(page, i, last):
            break
        i += 1
    while i > at and (
        lows[i - 1] == "," or is_adverb(lows[i - 1]) or lows[i - 1] in {"and", "to", "in", "on", "at", "who"}
    ):
        i -= 1
    return (at, i) if i > at else None


def _is_scare(page: Page, at: int) -> bool:
    first, last = page.quote_words[page.quote_of[at]]
    return page.quote_of[at] >= 0 and last - first <= 6


def _apposition(page: Page, comma: int, last: int, *, relatives: bool) -> tuple[int, bool]:
    """Over an appositive that begins behind ``comma``: where to go on, and whether the phrase may go on there."""
    lows, words = page.lows, page.words
    j = comma + 1
    if j >= last or not words[j][0].isalnum():
        return comma, False
    if lows[j] in word_class("relatives"):
        return (_relative_end(page, j, last), False) if relatives else (comma, False)
    aged = lows[j].isdigit() and len(lows[j]) <= 2 and j + 1 < last and lows[j + 1] == ","
    close = next(
        (
            k
            for k in range(j, min(last, j + 25))
            if lows[k] == "," or lows[k] in STOPS or page.quote_of[k] != page.quote_of[j]
        ),
        last,
    )
    heads = lows[j] in word_class("appositive_heads") and words[j][0].islower()
    if not (heads or aged or any(lows[k] in _offices() for k in range(j, close))):
        return comma, False
    if has_finite(page, j, close) and not any(lows[k] in word_class("relatives") | {"that"} for k in range(j, close)):
        return comma, False
    nxt = close + 1
    more = (
        close < last
        and lows[close] == ","
        and nxt < last
        and words[nxt][0].islower()
        and (
            lows[nxt] in word_class("appositive_heads") - _DETERMINED
            or (lows[j].isdigit() and lows[nxt] in word_class("appositive_heads"))
        )
    )
    return close, more


@functools.cache
def _offices() -> frozenset[str]:
    """Offices and trades: a stretch between commas that holds one is an appositive (*associate director of …*)."""
    data = load("sources.yaml")
    return frozenset(str(word) for key in ("roles", "crowds", "people") for word in data[key]["words"]) - {
        "one",
        "other",
        "some",
    }


def _relative_end(page: Page, at: int, last: int) -> int:
    """The end of a relative clause: at a mark that ends the sentence, at a quotation, or at a comma before *adding*."""
    for i in range(at, last):
        if page.lows[i] in STOPS or page.quote_of[i] != page.quote_of[at]:
            return i
        if (
            page.lows[i] == ","
            and i + 1 < last
            and (page.lows[i + 1] in verbs() or page.quote_of[i + 1] != page.quote_of[at])
        ):
            return i
    return last


def _ends_phrase(page: Page, at: int, last: int) -> bool:
    """Whether the word at ``at`` ends a noun phrase: a new clause, a time, a venue, a participle of saying."""
    low = page.lows[at]
    if low in _NEW_CLAUSE or low in word_class("weekdays") or low in {"yesterday", "today", "tonight"}:
        return True
    if (
        low in {"on", "in", "at", "during", "late", "early", "last", "earlier", "this"}
        and skip_time(page, at, last) > at
    ):
        return True
    if low in {"in", "at", "on", "during", "via"} and venue_near(page, at + 1, last):
        return True
    return low.endswith("ing") and page.lows[at - 1] not in {"of", "for", "in", "to", "a", "the"} and low in verbs()
