"""How many annotated contents are read to the token, by the manner of speech.

PolNeAR does not mark the manner. A content is *direct* when all its words stand between quotation marks, *indirect*
when none does, and *mixed* otherwise.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from sayso.reader.common.page import Page

MANNERS = ("direct", "mixed", "indirect")
Range = tuple[int, int]
Tokens = dict[str, set[int]]


@dataclass
class Recall:
    """Contents of one manner: how many there are, were read exactly, and were missed by a single token."""

    gold: int = 0
    exact: int = 0
    one_off: int = 0

    @property
    def exact_share(self) -> float:
        return 100 * self.exact / self.gold if self.gold else 0.0


def manner(content: set[int], words: set[int], quoted: set[int]) -> str:
    """The manner of a content: the sets are its tokens, the tokens that are words, and those between marks."""
    spoken = content & words
    inside = len(spoken & quoted)
    return "indirect" if not inside else "direct" if inside == len(spoken) else "mixed"


def content_recall(
    articles: Iterable[tuple[str, Sequence[Tokens], Sequence[Tokens]]], tokens_of: Callable[[str], Sequence[Range]]
) -> dict[str, Recall]:
    """Recall by manner over articles, each a text with its attributions as annotated and as read."""
    found = {name: Recall() for name in MANNERS}
    for text, gold, read in articles:
        tokens = tokens_of(text)
        words = {i for i, (start, _) in enumerate(tokens) if text[start].isalnum()}
        marks = [(q.start, q.end) for q in Page(text).quotations]
        quoted = {i for i, (start, end) in enumerate(tokens) if any(a <= start and end <= b for a, b in marks)}
        contents = [one["content"] for one in read]
        for one in gold:
            content = one["content"]
            recall = found[manner(content, words, quoted)]
            off = min((len(content ^ other) for other in contents), default=len(content))
            recall.gold += 1
            recall.exact += off == 0
            recall.one_off += off == 1
    return found
