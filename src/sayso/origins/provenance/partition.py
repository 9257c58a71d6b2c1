"""Members put together by bonds of more or less weight, never across two that are surely apart."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from math import exp

from sayso.nouns import Reason

#: log-odds from which on two members have one origin surely (90 %), by the best guess (50 %), and at all (15 %);
#: below the last they are surely two
SURE, GUESS, PERHAPS = 2.2, 0.0, -1.75


@dataclass(slots=True)
class Bond:
    """What speaks for and against one origin of two members (indexes, the smaller first)."""

    a: int
    b: int
    reasons: list[Reason] = field(default_factory=list)

    @property
    def weight(self) -> float:
        """The sum of the reasons, in log-odds."""
        return sum(reason.weight for reason in self.reasons)

    @property
    def score(self) -> float:
        """The weight as a probability."""
        return 1 / (1 + exp(-max(-30.0, min(30.0, self.weight))))


def partition(size: int, bonds: Iterable[Bond], floor: float) -> list[list[int]]:
    """Components of ``size`` members under the bonds of at least ``floor``, the heaviest first.

    Two components are not joined where a bond between them is below :data:`PERHAPS`: one page that may be of either of
    two witnesses does not make them one. Bonds are taken in one order whatever the floor, so that a lower floor only
    ever joins what a higher one leaves. Of two components the smaller goes into the larger, with its foes.
    """
    weighed = sorted((-bond.weight, bond.a, bond.b) for bond in bonds)
    parent = list(range(size))
    members = {n: [n] for n in range(size)}
    foes: dict[int, set[int]] = {}
    for negative, a, b in weighed:
        if -negative < PERHAPS:
            foes.setdefault(a, set()).add(b)
            foes.setdefault(b, set()).add(a)

    def root(n: int) -> int:
        while parent[n] != n:
            parent[n] = parent[parent[n]]
            n = parent[n]
        return n

    for negative, a, b in weighed:
        if -negative < max(floor, PERHAPS):
            break
        one, two = root(a), root(b)
        if one == two or two in foes.get(one, ()):
            continue
        if (len(members[one]), -one) < (len(members[two]), -two):
            one, two = two, one
        parent[two] = one
        members[one] += members.pop(two)
        for foe in foes.pop(two, set()):
            foes[foe].discard(two)
            foes[foe].add(one)
            foes.setdefault(one, set()).add(foe)
    return sorted(sorted(group) for group in members.values())
