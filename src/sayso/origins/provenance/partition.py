"""Members put together by bonds of more or less weight, never across two that are surely apart."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
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
        return sum(reason.weight for reason in self.reasons)

    @property
    def score(self) -> float:
        """The weight as a probability."""
        return 1 / (1 + exp(-max(-30.0, min(30.0, self.weight))))


def partition(size: int, bonds: Iterable[Bond], floor: float) -> list[list[int]]:
    """Components of ``size`` members under the bonds of at least ``floor``, the heaviest first.

    Two components are not joined where a bond between them is below :data:`PERHAPS`: one page that may be of either of
    two witnesses does not make them one. Bonds are taken in one order whatever the floor, so that a lower floor only
    ever joins what a higher one leaves.
    """
    parent = list(range(size))
    members = {n: [n] for n in range(size)}
    enemies: dict[int, set[int]] = {}
    ordered = sorted(bonds, key=lambda bond: (-bond.weight, bond.a, bond.b))
    for bond in ordered:
        if bond.weight < PERHAPS:
            enemies.setdefault(bond.a, set()).add(bond.b)
            enemies.setdefault(bond.b, set()).add(bond.a)

    def root(n: int) -> int:
        while parent[n] != n:
            parent[n] = parent[parent[n]]
            n = parent[n]
        return n

    for bond in ordered:
        if bond.weight < max(floor, PERHAPS):
            break
        one, two = root(bond.a), root(bond.b)
        if one == two or _hostile(members[one], members[two], enemies):
            continue
        small, large = sorted((one, two), key=lambda n: (len(members[n]), -n))
        parent[small] = large
        members[large] += members.pop(small)
    return sorted(sorted(group) for group in members.values())


def _hostile(one: Sequence[int], two: Sequence[int], enemies: dict[int, set[int]]) -> bool:
    small, large = sorted((one, two), key=len)
    inside = set(large)
    return any(not enemies[n].isdisjoint(inside) for n in small if n in enemies)
