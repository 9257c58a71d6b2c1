"""What the patterns give before it becomes an attribution: ranges of words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from sayso.reader.common.cues import Strength

#: A half-open range of word numbers.
Span = tuple[int, int]


def overlaps(span: Span, others: Iterable[Span]) -> bool:
    """Whether a range shares a word with any of the others."""
    return any(span[0] < last and first < span[1] for first, last in others)


@dataclass(slots=True)
class Hop:
    """One cue with what the patterns found round it; ``pattern`` names the rule, for those who ask why."""

    cue: Span
    source: Span | None
    contents: list[Span]
    pattern: str
    score: float
    sentence: int
    subject: Span | None = None  # a raised subject, outside the content
    addressee: Span | None = None
    venue: Span | None = None
    hedge: Strength = "none"
    denied: bool = False
    refusal: bool = False
    label: str = ""
    start: int = -1  # the first word of the verb group, where it stands before the cue
    inside: Hop | None = None  # the hop that this one stands in, where the words say so and the ranges do not
    around: list[Span] = field(default_factory=list)  # the cue clause outside source and content: where, when, to whom
