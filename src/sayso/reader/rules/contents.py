"""Where contents begin and end."""

from __future__ import annotations

from sayso.reader.common.cues import phrases, verbs
from sayso.reader.common.hop import Span
from sayso.reader.common.page import Page, Sentence
from sayso.reader.common.words import word_class
from sayso.reader.rules.nouns import has_finite

_FINAL = frozenset({".", "!", "?", "…", "...", ";", ":", ",", "—", "–"})
_QUOTES = frozenset({'"', "”", "“", "’", "‘", "'", "»", "«", "``", "''", "„", "›", "‹"})


def trim(page: Page, first: int, last: int) -> Span | None:
    """Without the stop that ends the sentence and marks at the edges; a stop inside quotation marks stays."""
    while last > first and page.lows[last - 1] in _FINAL and page.lows[last - 1] not in {"!", "?"}:
        inside = page.quote_of[last - 1]
        if (
            inside >= 0
            and page.quote_of[first] == inside
            and page.quote_words[inside][0] >= first
            and page.lows[last - 1] == ","
        ):
            break
        last -= 1
    while first < last and page.lows[first] in {",", ";", ":", "—", "–", ")", "."}:
        first += 1
    return (first, last) if first < last else None


def opens_quotation(page: Page, at: int, last: int) -> int:
    """The number of the quotation that begins at word ``at``, or -1."""
    if at < last and page.quote_of[at] >= 0 and page.quote_words[page.quote_of[at]][0] == at:
        return page.quote_of[at]
    return -1


def content_end(page: Page, first: int, last: int) -> int:
    """The end of a content that begins at ``first`` and may reach ``last``: before another cue takes over."""
    lows = page.lows
    if first >= last:
        return first
    cues, prefixes = verbs(), phrases()
    i = first
    inside = page.quote_of[first]
    while i < last:
        if page.quote_of[i] >= 0 and page.quote_of[i] != inside:
            i = max(i + 1, min(last, page.quote_words[page.quote_of[i]][1]))
            continue
        low = lows[i]
        if low == ";" and i > first:
            return i
        if low == "," and i + 1 < last:
            nxt = lows[i + 1]
            if nxt in word_class("cutters") or _afterthought(page, i + 1, last):
                return i
            if nxt in prefixes and any(tuple(lows[i + 1 : i + 1 + len(p)]) == p for p in prefixes[nxt]):
                return i
            j = i + 2 if nxt in {"also", "and", "then", "while"} else i + 1
            if (
                nxt in {"and", "but"}
                and j + 1 < last
                and lows[i + 2] in {"declined", "refused"}
                and lows[i + 3 : i + 4] == ["to"]
            ):
                return i
            if (
                j < last
                and lows[j].endswith("ing")
                and lows[j] in cues
                and any("ing" in f.names for f in cues[lows[j]])
            ):
                return i
        if low in prefixes and i > first and any(tuple(lows[i : i + len(p)]) == p for p in prefixes[low]):
            return i
        i += 1
    return last


def _afterthought(page: Page, at: int, last: int) -> bool:
    """*…, an allegation the company rejects*: the writer comments on what was said."""
    lows = page.lows
    if (
        lows[at] == "as"
        and at + 2 < last
        and lows[at + 1] in word_class("determiners") | word_class("subject_pronouns")
    ):
        return any(lows[i] in verbs() and "past" in verbs()[lows[i]][0].names for i in range(at + 2, min(last, at + 7)))
    if lows[at] not in {"a", "an"}:
        return False
    return any(lows[i] in word_class("afterthoughts") for i in range(at + 1, min(last, at + 3)))


def left_content(page: Page, sentence: Sentence, floor: int, end: int) -> Span | None:
    """The content that stands before a source or cue which begins at ``end``: *CONTENT, X said*.

    A quotation that opened in an earlier sentence of the paragraph is taken in from its opening mark.
    """
    lows = page.lows
    if end <= floor:
        return None
    closing = end - 1
    if page.quote_of[closing] >= 0 and page.quote_words[page.quote_of[closing]][1] == end:
        number = page.quote_of[closing]
        first = min(floor, page.quote_words[number][0])
        return first, end
    if lows[closing] in {",", "—", "–"}:
        inner = closing
        if inner > floor and page.quote_of[inner - 1] >= 0 and page.quote_words[page.quote_of[inner - 1]][1] == inner:
            first = min(floor, page.quote_words[page.quote_of[inner - 1]][0])
            return (first, inner) if first < inner else None
        return (floor, inner) if inner > floor else None
    if lows[closing] in {"?", "!"}:
        return floor, end
    return None


def is_clause_start(page: Page, at: int, last: int, *, strict: bool = False) -> bool:
    """Whether a clause without *that* can begin here: words follow, with a verb among them."""
    if at >= last or not page.words[at][0].isalnum():
        return False
    if not strict and page.lows[at] in word_class("subject_pronouns") - {"who", "those", "others"}:
        return last - at > 1
    return has_finite(page, at, min(last, at + 30))


def ends_with_quote(page: Page, end: int) -> bool:
    """Whether the word before ``end`` is a closing mark."""
    return end > 0 and page.lows[end - 1] in _QUOTES and page.quote_of[end - 1] >= 0
