"""Sources put right after the patterns: clauses that slipped in are cut off, what cannot speak is no source."""

from __future__ import annotations

from sayso.reader.common.cues import verbs
from sayso.reader.common.hop import Hop, Span
from sayso.reader.common.page import Page
from sayso.reader.common.words import word_class
from sayso.reader.rules.nouns import phrase_after

_SPEAKING = frozenset({"he", "she", "they", "we", "i"})
_NO_SUBJECT = frozenset({"with", "of", "by", "to", "from", "for"})
_OBJECTS = frozenset({"him", "her", "them", "me", "us", "it"})
_LEADING = frozenset({"in", "at", "near", "on"})


def repair_sources(page: Page, hops: list[Hop]) -> list[Hop]:
    """The hops whose source can be one, with that source as short, or as whole, as it should be."""
    return [hop for hop in hops if hop.source is None or _repaired(page, hop)]


def _repaired(page: Page, hop: Hop) -> bool:
    assert hop.source is not None
    agent = _agent(page, hop)
    if agent is not None:
        hop.source = agent
        return True
    first, last = hop.source
    lows = page.lows
    if lows[last - 1] in _SPEAKING:
        # "At the camp near Yalinga they": an adjunct without its comma
        hop.source = (last - 1, last)
        return True
    while last - first > 1 and lows[last - 1] in {"who", "which"}:
        last -= 1
    first = _past_adjunct(page, first, last)
    if last - first > 1 and lows[first] in _SPEAKING:
        first = _last_phrase(page, first, last) or first
    elif _is_verb(page, first):
        found = _with_relative(page, first)
        found = _last_phrase(page, first, last) if found is None else found
        if found is None:
            return False
        first = found
    hop.source = (first, last)
    if last - first == 1 and (lows[first].replace(",", "").isdigit() or lows[first] in word_class("coordinators")):
        return False
    if lows[first] in {"i'm", "there's", "let's"}:
        return False  # the beginning of a clause
    return lows[first] not in _NO_SUBJECT or hop.pattern == "label"


def _agent(page: Page, hop: Hop) -> Span | None:
    """*a claim disputed by X*: the participle's source is X."""
    assert hop.source is not None
    at = hop.cue[1]
    if (
        hop.source[1] != hop.cue[0]
        or at >= len(page.words)
        or page.lows[at] != "by"
        or not hop.pattern.startswith("verb")
    ):
        return None
    if not any("participle" in form.names for form in verbs().get(page.lows[hop.cue[0]], ())):
        return None
    return phrase_after(page, at + 1, page.sentences[hop.sentence].last)


def _past_adjunct(page: Page, first: int, last: int) -> int:
    """*In Saint-Louis women …*, *Beside her Mirko Babić*: past the preposition and what it ties."""
    lows = page.lows
    if last - first > 2 and lows[first] in word_class("prepositions") | {"beside"} and lows[first + 1] in _OBJECTS:
        return first + 2
    if page.lows[first] not in _LEADING or not page.words[first][0].isupper():
        return first
    at = first + 1
    while at < last and page.words[at][0].isupper():
        at += 1
    return at if first + 1 < at < last and page.words[at][0].islower() and page.lows[at].isalpha() else first


def _is_verb(page: Page, at: int) -> bool:
    """Whether a source begins with a verb, and so with half of another clause."""
    low = page.lows[at]
    if not page.words[at].islower() or low in word_class("determiners") or low in {"'s", "one", "said"}:
        return False
    if low in word_class("finite"):
        return True
    forms = verbs().get(low, ())
    return any({"third", "ing"} & form.names and not form.verb.noun for form in forms) or (
        len(low) > 5 and (low.endswith("ed") or (low.endswith("ing") and at + 1 < len(page.words)))
        and page.lows[at + 1 : at + 2] != [] and page.lows[at + 1] in {"it", "of", "by", "the", "a"}
    )  # fmt: skip


def _last_phrase(page: Page, first: int, last: int) -> int | None:
    """*was one of 163 people | the coast guard (says)*: a short phrase with an article at the end is the source."""
    for at in range(last - 2, max(first, last - 5), -1):
        if page.lows[at] in {"the", "a", "an", "his", "her", "its", "their"}:
            return at if page.lows[at - 1] not in word_class("prepositions") | {"and", "or"} else None
    return None


def _with_relative(page: Page, verb: int) -> int | None:
    """Where *the museum that bought it* begins; None where no relative pronoun stands before the verb."""
    tie = verb - 1
    if tie < 2 or page.lows[tie] not in {"that", "who", "which"}:
        return None
    for at in range(tie - 1, max(-1, tie - 6), -1):
        if page.lows[at] in word_class("determiners"):
            return at
        if not page.words[at][0].isalpha() or page.lows[at] in word_class("finite"):
            return None
    return None
