"""What a rule or the model answers of a pair, before it becomes a judgement."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.nouns.judged import RelationKind


@dataclass(frozen=True, slots=True)
class Answer:
    """``first`` says whether statement ``a`` is the one that replaces or supports the other."""

    kind: RelationKind
    score: float
    why: str
    by: str = "rule"
    first: bool = True
