"""To whom and where: the adjuncts of the cue clause."""

from __future__ import annotations

from sayso.reader.common.adjuncts import is_time_word, skip_time, venue_end
from sayso.reader.common.cues import verbs
from sayso.reader.common.hop import Hop
from sayso.reader.common.outlets import is_outlet
from sayso.reader.common.page import Page
from sayso.reader.common.words import word_class

_ADDRESSEE_ENDS = frozenset({"on", "in", "at", "during", ",", "from", "about", "who", "that", "which"})


def addressee_of(page: Page, hop: Hop) -> str | None:
    """Who is told or asked: the object before the content, or *to X* in the cue clause."""
    span = hop.addressee
    if span is not None:
        first, last = span
        if last - first > 1 and page.lows[first] in word_class("subject_pronouns"):
            return None  # a clause and no phrase
        if page.lows[last - 1] in word_class("possessives") - {"her"}:
            return None
        return None if _is_venue(page, first, last) else _told(page, first, last)
    for first, last in hop.around:
        if (
            last - first >= 2
            and page.lows[first] == "to"
            and not is_time_word(page.lows[first + 1])
            and page.words[first + 1][0].isalnum()
            and not _is_action(page, first + 1)
        ):
            stop = first + 1
            while stop < last and page.lows[stop] not in _ADDRESSEE_ENDS:
                stop += 1
                if page.lows[stop - 1] in word_class("object_pronouns"):
                    break
            return page.text[page.starts[first + 1] : page.ends[stop - 1]] if stop > first + 1 else None
    return None


def _told(page: Page, first: int, last: int) -> str:
    """The words of who is told: *supporters | from the back of a lorry*, from where is no part of whom."""
    determined = word_class("determiners") | word_class("possessives")
    tied = (i for i in range(first + 1, last - 1) if page.lows[i] == "from" and page.lows[i + 1] in determined)
    return page.text[page.starts[first] : page.ends[next(tied, last) - 1]]


def _is_outlet_told(text: str) -> bool:
    """Whether an outlet is told: one by name, or *local radio*; *people* is a magazine only with a capital."""
    noun = text.split()[-1].lower()
    common = noun in {"radio", "television", "tv", "newspaper"}
    return (common or text != text.lower()) and (common or is_outlet(text))


def _is_action(page: Page, at: int) -> bool:
    """*to warn*, *to rousing applause*: what follows *to* is nobody."""
    low = page.lows[at]
    base = any("base" in form.names for form in verbs().get(low, ()))
    return low.endswith("ing") or (base and page.words[at].islower())


def _is_venue(page: Page, first: int, last: int) -> bool:
    """Whether what is told is an occasion (*told a press conference*) and nobody in particular."""
    head = next((i for i in range(first, last) if page.lows[i] in {"in", "on", "at", "of"}), last) - 1
    return page.lows[head] in {
        "conference",
        "briefing",
        "rally",
        "meeting",
        "hearing",
        "audience",
        "inquiry",
        "programme",
        "program",
    }


def venue_of(page: Page, hop: Hop) -> str | None:
    """Where or in what it was said: *in a statement*, *at a press conference*, *on Radio Kesh*."""
    if hop.addressee is not None:
        first, last = hop.addressee
        text = _told(page, first, last)
        if _is_venue(page, first, last) or _is_outlet_told(text):
            return text
    stretches = list(hop.around)
    if hop.source is not None and hop.source[1] < hop.cue[0]:
        stretches.append((hop.source[1], hop.cue[0]))
    for first, last in stretches:
        for i in range(first, min(last, first + 14)):
            if page.lows[i] not in {"in", "at", "on", "during", "via", "before"} or skip_time(page, i, last) > i:
                continue
            end = venue_end(page, i, last)
            if end > i + 1:
                return page.text[page.starts[i + 1] : page.ends[end - 1]]
            if (
                page.lows[i] == "on"
                and i + 1 < last
                and page.words[i + 1][0].isupper()
                and not is_time_word(page.lows[i + 1])
            ):
                stop = i + 1
                while stop < last and (
                    page.words[stop][0].isupper()
                    or page.words[stop][0].isdigit()
                    or page.lows[stop] in word_class("possessives")
                ):
                    stop += 1
                return page.text[page.starts[i + 1] : page.ends[stop - 1]]
    return None
