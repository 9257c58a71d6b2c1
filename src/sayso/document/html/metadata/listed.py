"""One place's list of authors: what the finders of authors hand to the decision."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.document.html.metadata import names
from sayso.nouns.document import EvidenceKind


@dataclass(frozen=True, slots=True)
class Listed:
    """The names that one place gives, in its order; ``organisations`` are the keys of those marked as such."""

    names: tuple[str, ...]
    evidence: EvidenceKind
    where: str
    score: float
    organisations: frozenset[str] = frozenset()

    @property
    def keys(self) -> frozenset[str]:
        """The names as they are compared."""
        return frozenset(names.key(name) for name in self.names)
