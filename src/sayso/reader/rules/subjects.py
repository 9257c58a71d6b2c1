"""The subject of a cue verb: the noun phrase before it, with its appositives."""

from __future__ import annotations

from sayso.reader.common.adjuncts import is_adverb, skip_time
from sayso.reader.common.cues import verbs
from sayso.reader.common.hop import Span
from sayso.reader.common.page import Page
from sayso.reader.common.words import word_class
from sayso.reader.rules.nouns import STOPS, has_finite, is_dash, segment_start

_QUOTE_MARKS = frozenset(['"', "”", "“", "''", "``"])
_KEPT_ADVERBS = frozenset(["both", "all", "only", "even", "early"])


def subject_before(page: Page, floor: int, verb: int) -> Span | None:
    """The noun phrase that is the subject of the verb group at ``verb``, not reaching below ``floor``.

    Appositives between commas or dashes belong to it (*Joseph Fallon, an expert and researcher, said*). None where
    there is no phrase in reach.
    """
    lows = page.lows
    end = verb
    while end > floor and is_adverb(lows[end - 1]):
        end -= 1
    apposed = end > floor and lows[end - 1] == ","
    if apposed:
        end -= 1
        back = end
        while back > floor and is_adverb(lows[back - 1]):
            back -= 1
        if back < end and back > floor and lows[back - 1] == ",":
            end, apposed = back - 1, False  # "X, however, said"
    elif end > floor and is_dash(page, end - 1):
        opened = next((i for i in range(end - 2, max(floor, end - 40), -1) if is_dash(page, i)), None)
        if opened is None:
            return None
        end = opened  # "X — a teacher — said": the phrase before the dashes
    if end <= floor:
        return None
    start = segment_start(page, floor, end)
    if apposed:
        start = _over_appositives(page, floor, start)
    elif _unclosed_apposition(page, floor, start):
        start = segment_start(page, floor, start - 1)
    start = _after_clause(page, _skip_lead(page, start, end), end)
    while start < end and (lows[start] in STOPS - {"("} or lows[start] == "," or lows[start] in _QUOTE_MARKS):
        start += 1
    while end > start and (lows[end - 1] in STOPS - {")"} or lows[end - 1] == "," or lows[end - 1] in _QUOTE_MARKS):
        end -= 1
    if start >= end or not any(ch.isalnum() or ch == ")" for ch in page.words[end - 1]):
        return None
    return start, end


def _unclosed_apposition(page: Page, floor: int, start: int) -> bool:
    """*Khaled Maeena, editor at the Gazette said*: the comma that should close the appositive is missing."""
    if start - 1 <= floor or page.lows[start - 1] != "," or not page.words[start][0].islower():
        return False
    low = page.lows[start]
    if low not in word_class("appositive_heads") or low in word_class("determiners") | word_class("prepositions"):
        return False
    head = segment_start(page, floor, start - 1)
    return head < start - 1 and page.words[head][0].isupper() and not has_finite(page, head, start - 1)


def _over_appositives(page: Page, floor: int, start: int) -> int:
    """From a segment that ends at the verb's comma back to the head noun phrase.

    *the owner, Minas del Ibias, said*: the name closes a phrase that begins one segment before.
    *Mona Lamberson, 59, of Philadelphia, said*: segments that cannot stand alone send us further back.
    """
    lows, words = page.lows, page.words
    for step in range(4):
        if start <= floor or lows[start - 1] != ",":
            return start
        head = segment_start(page, floor, start - 1)
        if head >= start - 1:
            return start
        named = words[start][0].isupper()
        if step == 0 and named and has_finite(page, head, start - 1):
            return start  # "CONTENT, X, said": the comma before X ends the content
        if head > floor and lows[head - 1] in {"“", '"'}:
            return start
        start = head
        first = lows[head]
        if words[head][0].isupper() or (first in word_class("determiners") and not first.isdigit()):
            return start
        if not (first in word_class("appositive_heads") or first.isdigit()):
            return start
    return start


def _skip_lead(page: Page, first: int, last: int) -> int:
    """Past connectives and a leading adjunct (*On Monday the minister*)."""
    connectives, lows = word_class("connectives"), page.lows
    while first < last - 1 and (lows[first] in connectives or lows[first] in STOPS or lows[first] == ","):
        if lows[first] in {"what", "which", "how"}:
            break
        stepped = skip_time(page, first, last)
        if first < stepped < last:
            first = stepped
            continue
        if lows[first] in {"on", "in", "at", "during"}:
            break
        first += 1
    stepped = skip_time(page, first, last)
    if first < stepped < last:
        first = stepped
    while first < last - 1 and ((is_adverb(lows[first]) and lows[first] not in _KEPT_ADVERBS) or lows[first] == ","):
        first += 1
    return first


def _after_clause(page: Page, start: int, end: int) -> int:
    """A clause before *and* is another clause: what follows the last such *and* is the subject."""
    for i in range(end - 2, start, -1):
        if page.lows[i] in {"and", "or"} and has_finite(page, start, i):
            relative = any(page.lows[k] in word_class("relatives") or page.lows[k] == "that" for k in range(start, i))
            if not relative:
                return i + 1
    return start


def leading_subject(page: Page, first: int, last: int) -> Span | None:
    """The noun phrase that a clause begins with, up to its first verb: for *X met them and said*."""
    lows = page.lows
    if first >= last:
        return None
    first = _skip_lead(page, first, last)
    if lows[first] in word_class("prepositions") or lows[first] in word_class("clause_starters"):
        comma = next((i for i in range(first, last) if lows[i] == ","), None)
        if comma is None or comma + 1 >= last:
            return None
        first = _skip_lead(page, comma + 1, last)
    relative = False
    i = first
    while i < last:
        low = lows[i]
        if i > first and low == ",":
            j = i + 1
            if j < last and (lows[j] in word_class("appositive_heads") or lows[j].isdigit()):
                close = next((k for k in range(j, min(last, j + 20)) if lows[k] == ","), None)
                if close is not None:
                    i = close + 1
                    continue
            return first, i
        if low in word_class("relatives"):
            relative = True
        elif i > first and _is_verb(page, i):
            if not relative:
                end = i
                while end > first and (is_adverb(lows[end - 1]) or lows[end - 1] == ","):
                    end -= 1
                return (first, end) if end > first else None
            relative = False
        i += 1
    return None


def _is_verb(page: Page, at: int) -> bool:
    low = page.lows[at]
    if not page.words[at].islower() or low == "'s":
        return False
    if low in word_class("finite"):
        return True
    if page.lows[at - 1] in word_class("determiners"):
        return False
    form = verbs().get(low)
    return (form is not None and bool({"past", "third"} & form[0].names)) or (low.endswith("ed") and len(low) > 4)
