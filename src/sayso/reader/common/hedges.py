"""How far the words weaken a content: the cue's own hedge, else that of the content's main clause."""

from __future__ import annotations

from sayso.reader.common.certainty import outlook
from sayso.reader.common.cues import Strength
from sayso.reader.common.hop import Hop
from sayso.reader.common.main_clause import by_words, modality
from sayso.reader.common.page import Page
from sayso.reader.common.stance import stance
from sayso.reader.common.words import word_class

#: Contents longer than this have more than one statement as a rule, and none of them is weakened by one word.
_REACH = 40


def content_hedge(page: Page, hop: Hop) -> tuple[Strength, str | None]:
    """The strength and the word. In a content, the modal or adverb of the main clause counts."""
    if hop.hedge != "none":
        return hop.hedge, page.text[page.starts[hop.cue[0]] : page.ends[hop.cue[1] - 1]]
    first, last = hop.contents[0]
    if len(hop.contents) > 1 or last - first > _REACH:
        return "none", None
    found = outlook(by_words(page.words, page.lows, first, last))
    if found.hearsay is not None and found.strength == "none":
        return "strong", found.hearsay
    return found.strength, found.hedge


#: "I can't believe the support we got" believes it.
_ABLE = frozenset({"can", "can't", "cannot", "could", "couldn't"})
_OWN = frozenset({"it", "he", "she", "they", "we", "i"})


def denies(page: Page, hop: Hop) -> bool:
    """Whether the source says that the content, or what it answers to, is not so.

    By the cue (*denied*), by a negated verb of believing, by what something is called (*simply false*), or by a
    negated statement of the source's own acts in answer to a charge: *it never gave such a figure*.
    """
    if hop.denied:
        return True
    cue = stance(page.text[slice(*page.span(*hop.cue))])
    group = _group(page, hop)
    if cue.among("raising") and word_class("negations") & group and not _ABLE & group:
        return True
    first, last = hop.contents[-1]
    tail = [low for low in page.lows[first:last] if low[0].isalpha()]
    if cue.among("calling") and tail and modality("falsehoods") & set(tail[-3:]):
        return not {"not", "and", "or"} & set(tail[-4:])
    return len(hop.contents) == 1 and _answers(page, hop)


def _group(page: Page, hop: Hop) -> set[str]:
    """The auxiliaries, negations and adverbs that stand before the cue or begin it: *has never*."""
    first = hop.cue[0]
    while first > 0 and page.lows[first - 1] in word_class("auxiliaries") | word_class("adverbs"):
        first -= 1
    return set(page.lows[first : hop.cue[1]])


def _answers(page: Page, hop: Hop) -> bool:
    first, last = hop.contents[0]
    clause = by_words(page.words, page.lows, first, last)
    if clause.verb == clause.after or clause.last - clause.first > _REACH or page.lows[clause.first] not in _OWN:
        return False
    said = outlook(clause)
    if said.negation is None or said.strength != "none" or said.planned or said.condition or said.would:
        return False
    return said.negation.lower() == "never" or "such" in page.lows[clause.after : clause.last]
