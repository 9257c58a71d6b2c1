"""One thing checked: which words, what kind of sum, what came out of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

Kind: TypeAlias = Literal["distance", "bearing", "arithmetic", "date"]
Verdict: TypeAlias = Literal["consistent", "inconsistent", "undecidable"]


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check found of the words ``[start, end)`` of the document; ``why`` is a sentence with the sum in it.

    ``lead`` is where the words begin that what was checked is said of: *Štip, | 54 kilometres from Delčevo*.
    """

    start: int
    end: int
    kind: Kind
    verdict: Verdict
    why: str
    lead: int | None = None


def worst(*verdicts: Verdict) -> Verdict:
    """One wrong part makes the whole wrong; one open part leaves it open."""
    for verdict in ("inconsistent", "undecidable"):
        if verdict in verdicts:
            return verdict
    return "consistent"
