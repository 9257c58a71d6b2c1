"""Why two pages were joined, or were not: every reason with its weight, so that the sum can be followed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from sayso.nouns import Reason
from sayso.origins.material import Material
from sayso.origins.provenance.account import account_of
from sayso.origins.provenance.partition import GUESS, PERHAPS, SURE


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """Two members (``page#claim``) and what speaks for and against one origin of theirs.

    ``weight`` is the sum of the reasons' weights in log-odds, ``score`` the probability that it stands for. ``verdict``
    says what the weight does alone: *surely* one origin, one by the best *guess*, *perhaps* one, or *apart*.
    """

    a: str
    b: str
    reasons: tuple[Reason, ...]
    weight: float
    score: float
    verdict: Literal["surely", "guess", "perhaps", "apart"]


def waterfall(material: Material) -> Iterator[Step]:
    """All pairs of members of which something is known, those with the greatest weight first."""
    account = account_of(material)
    names = [f"{one.page.source}#{one.statement.claim}" for one in account.stated]
    for bond in sorted(account.bonds, key=lambda bond: (-bond.weight, bond.a, bond.b)):
        weight = bond.weight
        yield Step(
            a=names[bond.a],
            b=names[bond.b],
            reasons=tuple(bond.reasons),
            weight=round(weight, 3),
            score=round(bond.score, 3),
            verdict=_verdict(weight),
        )


def _verdict(weight: float) -> Literal["surely", "guess", "perhaps", "apart"]:
    if weight >= SURE:
        return "surely"
    if weight >= GUESS:
        return "guess"
    return "perhaps" if weight >= PERHAPS else "apart"
