"""How far the words weaken a content: the cue's own hedge, else a modal or adverb in the content's only clause."""

from __future__ import annotations

import functools

from sayso.lexicon import load
from sayso.reader.common.cues import Strength
from sayso.reader.common.hop import Hop
from sayso.reader.common.page import Page

#: Contents longer than this have more than one clause as a rule.
_REACH = 25


@functools.cache
def _hedge_words() -> dict[str, Strength]:
    data = load("hedges.yaml")
    return {str(word): strength for strength in ("strong", "weak") for word in data[strength]["words"]}


def content_hedge(page: Page, hop: Hop) -> tuple[Strength, str | None]:
    """The strength and the word. A modal counts only near the head of an indirect content with no clause below it."""
    if hop.hedge != "none":
        return hop.hedge, page.text[page.starts[hop.cue[0]] : page.ends[hop.cue[1] - 1]]
    words = _hedge_words()
    first, last = hop.contents[0]
    if (
        len(hop.contents) > 1
        or last - first > _REACH
        or (page.quote_of[first] >= 0 and page.quote_of[first] != page.quote_of[hop.cue[0]])
    ):
        return "none", None
    for i in range(first, last):
        low = page.lows[i]
        if low in {"if", "because", "which", "who", "while"} and i > first:
            break
        if low in words and page.words[i].islower():
            return words[low], page.words[i]
    return "none", None
