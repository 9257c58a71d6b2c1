"""Words where they stand: in their sentences, marked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sayso.printable import printable

if TYPE_CHECKING:
    from rich.text import Text

    from sayso.nouns import Range


def in_context(text: str, sentence: Range, spans: Sequence[Range]) -> Text:
    """The words of a sentence (a range of ``text``) with some ranges in brackets and bright."""
    from rich.text import Text

    here, last = sentence
    made = Text()
    for start, end in sorted(spans):
        start, end = max(start, here), min(end, last)
        if start < end:
            made.append(printable(text[here:start]))
            # the brackets make the span plain where there is no colour, in a file and in a pipe
            made.append("⟦", style="dim").append(printable(text[start:end]), style="bold reverse").append("⟧", "dim")
            here = end
    return made.append(printable(text[here:last]))
