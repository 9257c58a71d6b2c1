"""What is known of two statements beside their own words, when they are compared."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol


class Verified(Protocol):
    """What a verifier gives for a pair of sentences: probabilities that add up to 1."""

    @property
    def same(self) -> float:
        """That the one follows from the other."""
        ...

    @property
    def contradicted(self) -> float:
        """That both cannot be true."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """Of a pair of statements.

    ``cosine`` of their sentence vectors, null where there are none; ``copied`` the share of the shorter one that lies
    in text that both pages have, in [0, 1]; ``affinity`` how sure it is that their pages tell of one event, in [0, 1];
    ``verdict`` what the verifier says, null where it was not asked.
    """

    cosine: float | None = None
    copied: float = 0.0
    affinity: float = 0.0
    verdict: Verified | None = None
