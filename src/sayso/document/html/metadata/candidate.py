"""What each place on the page says, and how one value is chosen among several.

A :class:`Candidate` is one value from one place. The score of a place is how often it was right on the pages it was
measured on (``lexicon/metadata_sources.toml``). Candidates that say the same are pooled: places of different kinds are
taken as independent, so the pool's score is ``1 - prod(1 - s)`` over the best place of each kind. The pool with the
highest score wins if it reaches the floor of its field; below it the field stays unknown, because no value is better
than a wrong one. Whatever did not win is kept among the rivals.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass

from sayso.nouns import Evidence, Rival
from sayso.nouns.document import EvidenceKind

#: Rivals listed with a decision; a hostile page can offer thousands.
MAX_RIVALS = 8
#: The longest value kept in evidence.
MAX_VALUE = 500


@dataclass(frozen=True, slots=True)
class Candidate:
    """One value of a field, the place it was read in and how far that place is to be trusted, in [0, 1]."""

    value: str
    evidence: EvidenceKind
    where: str
    score: float


@dataclass(frozen=True, slots=True)
class Pool:
    """Candidates that say the same; ``best`` is the one whose wording is kept."""

    best: Candidate
    members: tuple[Candidate, ...]
    score: float

    @property
    def kinds(self) -> frozenset[EvidenceKind]:
        """The kinds of places that say so."""
        return frozenset(member.evidence for member in self.members)


def pools(
    candidates: Iterable[Candidate],
    key: Callable[[Candidate], Hashable],
    prefer: Callable[[Candidate], object] | None = None,
) -> list[Pool]:
    """Pool the candidates by ``key``, highest score first; earlier candidates win ties.

    Args:
        candidates: in the order of the page.
        key: what makes two candidates say the same.
        prefer: which member's wording is kept (the greatest); by default the one with the highest score.
    """
    groups: dict[Hashable, list[Candidate]] = {}
    for candidate in candidates:
        groups.setdefault(key(candidate), []).append(candidate)
    made = []
    for members in groups.values():
        by_kind: dict[EvidenceKind, float] = {}
        for member in members:
            by_kind[member.evidence] = max(member.score, by_kind.get(member.evidence, 0.0))
        doubt = 1.0
        for score in by_kind.values():
            doubt *= 1.0 - min(score, 1.0)
        best = max(members, key=prefer or (lambda member: member.score))  # type: ignore[arg-type]
        made.append(Pool(best, tuple(members), 1.0 - doubt))
    return sorted(made, key=lambda pool: -pool.score)


def evidence(field: str, pools: Sequence[Pool], *, floor: float, refused: Iterable[Candidate] = ()) -> Evidence | None:
    """The decision on one field.

    Returns:
        the winner with its rivals; where nothing reaches the floor but something was said, an evidence whose value is
        empty and whose score is 0, so that it can be seen what was refused; ``None`` where no place says anything.
    """
    winner = pools[0] if pools and pools[0].score >= floor else None
    losers = [pool.best for pool in pools if pool is not winner]
    rivals = tuple(
        Rival(value=loser.value[:MAX_VALUE], evidence=loser.evidence, where=loser.where)
        for loser in [*losers, *refused][:MAX_RIVALS]
    )
    if winner is not None:
        best = winner.best
        return Evidence(
            field=field,
            value=best.value[:MAX_VALUE],
            evidence=best.evidence,
            where=best.where,
            score=round(winner.score, 3),
            rivals=rivals,
        )
    if rivals:
        return Evidence(
            field=field, value="", evidence="derived", where="nothing sure enough", score=0.0, rivals=rivals
        )
    return None


def given(field: str, value: str, pools: Sequence[Pool] = ()) -> Evidence:
    """What the user said wins; what the page says is kept beside it."""
    rivals = tuple(
        Rival(value=pool.best.value[:MAX_VALUE], evidence=pool.best.evidence, where=pool.best.where)
        for pool in pools[:MAX_RIVALS]
        if pool.best.value != value
    )
    return Evidence(field=field, value=value, evidence="given", where=f"--{field}", score=1.0, rivals=rivals)
