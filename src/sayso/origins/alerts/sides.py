"""Who has a stake in a claim, and whose office it is to establish the facts."""

from __future__ import annotations

import functools
import re

from sayso.lexicon import load
from sayso.nouns import Hop, Statement
from sayso.nouns.folding import fold
from sayso.origins.material import Material
from sayso.origins.neighbour import actor_key
from sayso.origins.order import in_order


class Sides:
    """Weighs the speakers of a cluster and of what contradicts it; what any page calls a speaker counts for all."""

    def __init__(self, material: Material) -> None:
        self._actors = material.actors
        self._called: dict[str, dict[str, None]] = {}
        for one in material.statements.values():
            for hop in one.chain:
                words = dict.fromkeys((hop.text or "", hop.name or "", *hop.roles))
                for name in self._keys(one.document, hop):
                    self._called.setdefault(name, {}).update(words)
        members = set(material.members)
        ends = {key for j in material.judgements if j.kind == "contradicts" for key in (j.a, j.b)}
        first = in_order((material.statements[key] for key in members | ends), material.pages)[:1]
        self._first = bool(first) and first[0].key in members

    def weaker(self, ours: Statement, theirs: Statement) -> bool:
        """Whether the cluster's side weighs less; of equals the one that was said first, as far as is known."""
        weight = self.weight(ours), self.weight(theirs)
        return weight[0] < weight[1] or (weight[0] == weight[1] and self._first)

    def weight(self, statement: Statement) -> int:
        """How much weight the innermost speaker has: 1 who has a stake or no name, 2 who has none, 3 by office.

        Whoever knows the matter by trade, but gives no name, weighs as much as one who has no stake.
        """
        if not statement.chain:
            return 2
        hop = statement.chain[0]
        called = {word for key in self._keys(statement.document, hop) for word in self._called.get(key, ())}
        words = fold(" ; ".join(sorted(called)))
        by_office = _words("offices").search(words) is not None
        if hop.kind in ("anonymous", "unnamed"):
            return 2 if by_office else 1
        if _words("parties").search(words):
            return 1
        return 3 if by_office else 2

    def _keys(self, document: str, hop: Hop) -> tuple[str, ...]:
        """By what a speaker is known on other pages: the actor's id, and the name."""
        key = actor_key(document, hop)
        return (self._actors.get(key, key), *((f"name:{fold(hop.name)}",) if hop.name else ()))


@functools.cache
def _words(name: str) -> re.Pattern[str]:
    words = sorted(load("alerts.yaml")[name]["words"], key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})s?\b")
