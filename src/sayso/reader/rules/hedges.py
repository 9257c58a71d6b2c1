"""How far the words weaken a content: the cue's own hedge, else a modal or adverb in the content's only clause."""

from __future__ import annotations

from sayso.reader.rules.cues import Strength
from sayso.reader.rules.hop import Hop
from sayso.reader.rules.page import Page

_MODAL: dict[str, Strength] = {
    "may": "strong",
    "might": "strong",
    "could": "strong",
    "perhaps": "strong",
    "possibly": "strong",
    "maybe": "strong",
    "likely": "weak",
    "probably": "weak",
    "apparently": "weak",
    "unlikely": "weak",
    "presumably": "weak",
}
_REACH = 25


def content_hedge(page: Page, hop: Hop) -> tuple[Strength, str | None]:
    """The strength and the word. A modal counts only near the head of an indirect content with no clause below it."""
    if hop.hedge != "none":
        return hop.hedge, page.text[page.starts[hop.cue[0]] : page.ends[hop.cue[1] - 1]]
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
        if low in _MODAL and page.words[i].islower():
            return _MODAL[low], page.words[i]
    return "none", None
