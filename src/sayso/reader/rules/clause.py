"""The stretch in which the words of one cue are looked for, and what has been found in it so far."""

from __future__ import annotations

from sayso.reader.common.hop import Hop, Span
from sayso.reader.common.page import Page, Sentence

#: Marks that stand on both sides of a parenthesis.
_PAIRED = frozenset([",", "—", "–", "-", "--"])


class Clause:
    """A sentence outside its quotations (``quote`` -1), or the part of it inside one quotation.

    ``low`` and ``high`` bound the words; ``hops`` grow from left to right.
    """

    __slots__ = ("high", "hops", "low", "number", "page", "quote", "sentence")

    def __init__(self, page: Page, sentence: Sentence, number: int, low: int, high: int, quote: int) -> None:
        self.page, self.sentence, self.number = page, sentence, number
        self.low, self.high, self.quote = low, high, quote
        self.hops: list[Hop] = []

    def floor(self, at: int, relative: int | None = None) -> int:
        """Where a subject before ``at`` cannot reach below: the last cue's content.

        Cues inside a relative clause that begins at ``relative`` do not count (*the trader, who asked not to be named,
        said*): the subject stands before it.
        """
        best = self.low
        for hop in self.hops:
            if relative is not None and hop.cue[0] > relative:
                continue
            if hop.cue[1] <= at:
                best = max(best, hop.cue[1])
            if hop.pattern == "phrase" and hop.source is not None and hop.source[1] <= at:
                best = max(best, hop.source[1])
            for first, _ in hop.contents:
                if hop.cue[0] < first <= at:
                    best = max(best, first)
        for i in range(at - 1, best, -1):
            if self.page.lows[i] == ";" and self.page.quote_of[i] == self.quote:
                return i + 1
        return best

    def relative_before(self, at: int) -> int | None:
        """Where a relative clause between commas begins that ends right before ``at``, if one does."""
        page = self.page
        if at - 1 <= self.low or page.lows[at - 1] not in _PAIRED:
            return None
        mark = page.lows[at - 1]
        for i in range(at - 2, max(self.low, at - 40), -1):
            if page.lows[i] in {"who", "which", "whose", "where"}:
                if page.lows[i - 1] == mark:
                    return i
                if page.lows[i - 1] == "and" and page.lows[i - 2] == ",":
                    return i - 1
            if page.quote_of[i] != self.quote:
                return None
        return None

    def last_source(self, at: int) -> Span | None:
        """The source of the nearest cue before ``at``."""
        for hop in reversed(self.hops):
            if hop.cue[0] < at and hop.source is not None:
                return hop.source
        return None
