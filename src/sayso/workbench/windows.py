"""How much of a page is shown around a claim."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.notebook.explain import around

if TYPE_CHECKING:
    from sayso.nouns import Claim, Range, Reading


def window(reading: Reading, claim: Claim) -> Range:
    """The sentences of the claim, and one on either side."""
    start, end = around(reading.document, [(claim.start, claim.end)])
    sentences = reading.document.sentences
    before = [begin for begin, until in sentences if until <= start]
    after = [until for begin, until in sentences if begin >= end]
    return max(before, default=start), min(after, default=end)
