"""How sure it is that two names are one actor's, and from where on that is a judgement."""

from __future__ import annotations

from typing import NamedTuple

#: from here on two names are one actor's, up to there two actors'; between them it is open
SAME, DIFFERENT = 0.75, 0.25


class Compared(NamedTuple):
    """How sure it is in [0, 1] that two names are one actor's, and why: a sentence."""

    score: float
    why: str


def told_of(a: str, b: str, what: str) -> str:
    """A sentence about two wordings: *“the FAO” and “FAO” are one name*. One wording is not held against itself."""
    if a != b:
        return f"“{a}” and “{b}” {what}."
    _, also, rest = what.partition(", and ")
    return f"Both are called “{a}”{also}{rest}."
