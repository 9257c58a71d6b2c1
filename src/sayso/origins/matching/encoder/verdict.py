"""What the verifier says of a pair of texts."""

from __future__ import annotations

import msgspec


class Verdict(msgspec.Struct, frozen=True):
    """Probabilities that add up to 1: taken as true, the first text ``entails`` the second, ``contradicts`` it, or
    leaves it open (``neutral``)."""

    entails: float
    contradicts: float
    neutral: float

    @property
    def same(self) -> float:
        """That the second text follows from the first."""
        return self.entails

    @property
    def contradicted(self) -> float:
        """That both cannot be true."""
        return self.contradicts


def joined(there: Verdict, back: Verdict) -> Verdict:
    """Of a pair read both ways: *entails* holds where it does both ways, *contradicts* by the mean of both.

    Two texts say the same where each follows from the other; contradiction has no direction, so that both readings are
    two looks at one thing.
    """
    entails = min(there.entails, back.entails)
    contradicts = (there.contradicts + back.contradicts) / 2
    return Verdict(entails, contradicts, max(0.0, 1.0 - entails - contradicts))
