"""Noun phrases without a parser: the subject that ends before a verb, the phrase that begins after a preposition."""

from __future__ import annotations

from sayso.reader.rules.cues import verbs
from sayso.reader.rules.hop import Span
from sayso.reader.rules.page import Page
from sayso.reader.rules.words import word_class

_DASHES = frozenset("—–")
_STOPS = frozenset({";", ":", "(", ")", "[", "]", "—", "–", "...", "…", ".", "!", "?", "|", "•", "/"})
_APPOSITIVE_HEADS = frozenset(
    "a an the who whose which his her its their our one aged head former then now also chief chairman chairwoman director president "
    "vice spokesman spokeswoman spokesperson professor secretary minister executive founder co-founder author editor "
    "managing senior deputy general member leader owner mayor governor senator r d of from in at for speaking writing "
    "himself herself including jr sr jr. sr. ph.d. m.d. retired".split()
)
_CONNECTIVE_STOP = frozenset(
    "that because if while when although though unless whereas whether but as since after before until where yet how why nor so than once".split()
)


def is_adverb(low: str) -> bool:
    """Whether a word may stand between a subject and its verb without belonging to either."""
    return low in word_class("adverbs") or (
        low.endswith("ly") and len(low) > 4 and low not in {"family", "italy", "july", "supply", "assembly"}
    )


def is_time_word(low: str) -> bool:
    """Months, weekdays, nouns of time."""
    return low in word_class("months") or low in word_class("weekdays") or low in word_class("time_nouns")


def has_finite(page: Page, first: int, last: int) -> bool:
    """Whether a stretch looks like a clause: a known finite verb, a cue verb, or a past form in -ed."""
    finite, cues, determiners = word_class("finite"), verbs(), word_class("determiners")
    for i in range(first, last):
        low = page.lows[i]
        if low == "'s":
            if i > first and page.lows[i - 1] in word_class("subject_pronouns"):
                return True
            continue
        if low in finite and page.words[i][0].islower():
            return True
        if (
            i > first
            and (low.endswith("ed") or low in cues)
            and page.words[i].islower()
            and page.lows[i - 1] not in determiners
        ):
            form = cues.get(low)
            if low.endswith("ed") or (form and "past" in form[0].names):
                return True
    return False


def skip_time(page: Page, at: int, last: int) -> int:
    """The end of a time expression that begins at ``at`` (*on Monday*, *in March 2017*, *last week*), or ``at``."""
    i = at
    lows = page.lows
    seen = False
    while i < last:
        low = lows[i]
        if is_time_word(low) or (low[0].isdigit() and (seen or i > at or low.isdigit())):
            if low[0].isdigit() and not seen and i == at:
                return at
            seen = True
        elif low in {
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
        }:
            pass
        elif seen and low == "," and i + 1 < last and lows[i + 1].isdigit() and len(lows[i + 1]) == 4:
            pass
        else:
            break
        i += 1
    while i > at and lows[i - 1] in {
        "on",
        "in",
        "of",
        "the",
        "at",
        "a",
        "an",
        "during",
        "by",
        "this",
        "two",
        "three",
        "since",
        "before",
    }:
        i -= 1
    return i if seen else at


def _skip_lead(page: Page, first: int, last: int) -> int:
    """Past connectives and a leading adjunct (*On Monday the minister*)."""
    connectives = word_class("connectives")
    lows = page.lows
    while first < last - 1 and (lows[first] in connectives or lows[first] in _STOPS or lows[first] == ","):
        # "that" and "those" can be the subject's own determiner
        if lows[first] in {"what", "which", "how"}:
            break
        stepped = skip_time(page, first, last)
        if stepped > first and stepped < last:
            first = stepped
            continue
        if lows[first] in word_class("prepositions") and lows[first] in {"on", "in", "at", "during"}:
            break
        first += 1
    stepped = skip_time(page, first, last)
    if stepped > first and stepped < last:
        first = stepped
    while first < last - 1 and (
        is_adverb(lows[first]) and lows[first] not in {"both", "all", "only", "even"} or lows[first] == ","
    ):
        first += 1
    return first


def subject_before(page: Page, floor: int, verb: int) -> Span | None:
    """The noun phrase that is the subject of the verb group at ``verb``, not reaching below ``floor``.

    Appositives between commas belong to it (*Joseph Fallon, an expert and researcher, said*). None where there is no
    phrase in reach.
    """
    lows, words = page.lows, page.words
    end = verb
    while end > floor and (is_adverb(lows[end - 1])):
        end -= 1
    apposed = end > floor and lows[end - 1] == ","
    if apposed:
        end -= 1
        # "X, however, said": the parenthesis is no part of the phrase
        back = end
        while back > floor and is_adverb(lows[back - 1]):
            back -= 1
        if back < end and back > floor and lows[back - 1] == ",":
            end, apposed = back - 1, False
    if end <= floor:
        return None
    start = _segment_start(page, floor, end)
    if apposed:
        start = _over_appositives(page, floor, start, end)
    else:
        # "Jane Roe, the mayor of X and a doctor said" is rare; a head before a closing comma is not looked for
        pass
    start = _skip_lead(page, start, end)
    # a clause before "and" is another clause: keep what follows the last "and"
    start = _after_clause(page, start, end)
    while start < end and (lows[start] in _STOPS or lows[start] in {",", '"', "”", "’", "“"}):
        start += 1
    while end > start and (lows[end - 1] in _STOPS or lows[end - 1] in {",", '"', "”", "“"}):
        end -= 1
    if start >= end or not any(ch.isalnum() for ch in words[end - 1]):
        return None
    return start, end


def _segment_start(page: Page, floor: int, end: int) -> int:
    """Back from ``end`` to a comma, a stop, a quotation or a word that begins a clause."""
    lows = page.lows
    inside = page.quote_of[end - 1]
    i = end
    while i > floor:
        low = lows[i - 1]
        if low == "," or low in _STOPS:
            if low == ")" and i - 1 > floor:
                opened = _open_bracket(page, floor, i - 1)
                if opened is not None and i < end + 1 and opened > floor:
                    i = opened
                    continue
            break
        if page.quote_of[i - 1] != inside:
            # scare quotes inside a phrase are short; a quotation that ends with a comma is a content
            number = page.quote_of[i - 1]
            if number >= 0 and inside < 0:
                first, last = page.quote_words[number]
                if (
                    last - first <= 7
                    and first > floor
                    and lows[last - 2] not in {",", "!", "?", "."}
                    and page.quote_of[first - 1] == inside
                    and lows[first - 1] not in {":", ","}
                ):
                    i = first
                    continue
            break
        if low in _CONNECTIVE_STOP and i < end:
            break
        i -= 1
    return i


def _open_bracket(page: Page, floor: int, closing: int) -> int | None:
    for i in range(closing - 1, max(floor, closing - 12) - 1, -1):
        if page.lows[i] == "(":
            return i
    return None


def _over_appositives(page: Page, floor: int, start: int, end: int) -> int:
    """From an appositive that ends at the verb's comma back over its fellows to the head noun phrase."""
    lows, words = page.lows, page.words
    for _ in range(4):
        if start <= floor or lows[start - 1] != ",":
            return start
        head = _segment_start(page, floor, start - 1)
        if head >= start - 1:
            return start
        first = lows[head]
        start = head
        if first in _APPOSITIVE_HEADS and words[head][0].islower() or first.isdigit():
            continue
        return start
    return start


def _after_clause(page: Page, start: int, end: int) -> int:
    lows = page.lows
    for i in range(end - 2, start, -1):
        if lows[i] in {"and", "or"} and has_finite(page, start, i) and not _relative(page, start, i):
            return i + 1
    return start


def _relative(page: Page, start: int, end: int) -> bool:
    return any(page.lows[i] in {"who", "which", "whose", "that"} for i in range(start, end))


def leading_subject(page: Page, first: int, last: int) -> Span | None:
    """The noun phrase that a clause begins with, up to its first verb: for *X met them and said*."""
    lows = page.lows
    first = _skip_lead(page, first, last)
    aux, finite, cues = word_class("auxiliaries"), word_class("finite"), verbs()
    relative = False
    for i in range(first, last):
        low = lows[i]
        if i > first and low == ",":
            j = i + 1
            if j < last and (lows[j] in _APPOSITIVE_HEADS or lows[j].isdigit()):
                close = next((k for k in range(j, min(last, j + 15)) if lows[k] == ","), None)
                if close is not None:
                    relative = True
                    continue
            return (first, i)
        if low in {"who", "which", "whose"}:
            relative = True
        if i > first and (
            low in finite
            or (low in aux and low not in {"to", "'s"})
            or (
                low in cues
                and ("past" in cues[low][0].names or "third" in cues[low][0].names)
                and page.words[i].islower()
                and lows[i - 1] not in word_class("determiners")
            )
            or (low.endswith("ed") and page.words[i].islower() and lows[i - 1] not in word_class("determiners"))
        ):
            if relative and lows[i - 1] in {"who", "which"}:
                relative = False
                continue
            end = i
            while end > first and (is_adverb(lows[end - 1]) or lows[end - 1] == ","):
                end -= 1
            return (first, end) if end > first else None
    return None


def phrase_after(page: Page, at: int, last: int) -> Span | None:
    """The noun phrase that begins at ``at`` and its appositives: a source after *according to* or an inverted verb."""
    lows, words = page.lows, page.words
    if at >= last or not (words[at][0].isalnum() or words[at][0] in "\"“‘'@#"):
        return None
    inside = page.quote_of[at]
    i = at
    while i < last:
        low = lows[i]
        if low in _STOPS or (page.quote_of[i] != inside and i > at and low in {'"', "“", "‘", "«"}):
            if low == "(" and i + 1 < last:
                close = next((k for k in range(i, min(last, i + 10)) if lows[k] == ")"), None)
                if close is not None:
                    i = close + 1
                    continue
            break
        if low == ",":
            j = i + 1
            if (
                j < last
                and (lows[j] in _APPOSITIVE_HEADS or (lows[j].isdigit() and len(lows[j]) <= 2))
                and words[j][0].islower() | words[j][0].isdigit()
            ):
                close = next(
                    (k for k in range(j, min(last, j + 25)) if lows[k] == "," or k == last - 1 or lows[k] in _STOPS),
                    last,
                )
                if lows[j] in {"who", "which", "whose"} or not has_finite(page, j, close):
                    i = close
                    if i < last and lows[i] == ",":
                        nxt = i + 1
                        if (
                            nxt < last
                            and lows[nxt] in _APPOSITIVE_HEADS
                            and words[nxt][0].islower()
                            and lows[nxt] not in {"the", "a", "an", "his", "her", "its", "their"}
                        ):
                            continue
                    break
            break
        if i > at and low in {
            "that",
            "while",
            "when",
            "because",
            "as",
            "but",
            "if",
            "although",
            "though",
            "after",
            "before",
        }:
            break
        if (
            i > at
            and low in {"on", "in", "at", "during", "late", "early", "last", "earlier", "this"}
            and skip_time(page, i, last) > i
        ):
            break
        if i > at and (low in word_class("weekdays") or low in {"yesterday", "today", "tonight"}):
            break
        if i > at and low in {"in", "at", "on", "during", "via"} and _venue_near(page, i + 1, last):
            break
        if (
            i > at
            and low.endswith("ing")
            and lows[i - 1] not in {"of", "for", "in", "to", "a", "the"}
            and low in verbs()
        ):
            break
        i += 1
    while i > at and (lows[i - 1] == "," or is_adverb(lows[i - 1]) or lows[i - 1] in {"and", "to"}):
        i -= 1
    return (at, i) if i > at else None


def _venue_near(page: Page, at: int, last: int) -> bool:
    """A venue noun within the next few words, before any punctuation: *in a statement*."""
    venues = word_class("venues")
    for i in range(at, min(last, at + 5)):
        if page.lows[i] in venues:
            return page.lows[at] in {
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
            }
        if not page.words[i][0].isalnum():
            return False
    return False


def venue_end(page: Page, at: int, last: int) -> int:
    """The end of a venue adjunct that begins with a preposition at ``at``, or ``at``."""
    if at >= last or page.lows[at] not in {"in", "at", "on", "during", "via", "through", "by", "before"}:
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
