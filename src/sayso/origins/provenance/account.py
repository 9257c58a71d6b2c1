"""The account that the origins of a cluster rest on: what each page states, what it owes, and what ties members."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.origins.material import Material
from sayso.origins.provenance.bonds import bonds
from sayso.origins.provenance.owing import Owed, owings
from sayso.origins.provenance.partition import GUESS, PERHAPS, SURE, Bond, partition
from sayso.origins.provenance.walk import Stated, walk

#: a member whom no judgement of at least this score ties to the others may be none
MEMBER = 0.75

Parts = Sequence[Sequence[int]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """``stated`` are the members in the order of publication; all other indexes point into it.

    ``low``, ``guess`` and ``high`` are the members in components: joined by whatever may join them, by what more likely
    than not does, and by what surely does. ``doubtful`` are members of whom it is not sure that they say the same.
    """

    stated: Sequence[Stated]
    owed: Sequence[Owed]
    bonds: Sequence[Bond]
    low: Parts
    guess: Parts
    high: Parts
    doubtful: frozenset[int] = frozenset()


def account_of(material: Material) -> Account:
    """Walk every member to the origin that its page states, and weigh which of these are one."""
    stated = walk(material)
    owed = owings(material, stated)
    tied = bonds(material, stated, owed)
    low, guess, high = (partition(len(stated), tied, floor) for floor in (PERHAPS, GUESS, SURE))
    return Account(
        stated=stated, owed=owed, bonds=tied, low=low, guess=guess, high=high, doubtful=_doubtful(material, stated)
    )


def _doubtful(material: Material, stated: Sequence[Stated]) -> frozenset[int]:
    """Members of whom it is not sure that they say the same as the others."""
    members = set(material.members)
    sure: dict[str, float] = {}
    for judgement in material.judgements:
        if judgement.kind == "same" and judgement.a in members and judgement.b in members:
            score = judgement.score if judgement.by in ("rule", "model") else 1.0
            for key in (judgement.a, judgement.b):
                sure[key] = max(score, sure.get(key, 0.0))
    for review in material.reviews:
        if review.about == "statements" and review.kind == "same":
            sure.update({key: 1.0 for key in (review.a, review.b) if key in members})
    return frozenset(one.index for one in stated if sure.get(one.statement.key, 1.0) < MEMBER)
