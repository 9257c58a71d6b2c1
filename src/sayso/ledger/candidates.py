"""Looking up what may be alike without looking at everything: by traits that are rare, and by fingerprints.

Each trait costs one bounded look into a tree. Traits and fingerprints that stand in very many rows say little, and are
left out as long as others remain.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from math import log

from sqlalchemy import Connection, func, select

from sayso.ledger.lookup import BLANK, plain
from sayso.ledger.tables import fingerprints, statements, traits

#: statements that share a trait: with more of them it is no rare one
MOST_STATEMENTS = 500
#: part of what is rare in a statement that another one must share: with less it is not about the same (on the newsroom
#: pages 0.25 loses nothing, and 0.35 a hundredth)
LEAST = 0.25
#: documents that share a fingerprint: with more of them it tells nothing
MOST_DOCUMENTS = 200

_WITH_TRAIT = (
    select(traits.c.document_id, traits.c.statement_id).where(traits.c.trait == BLANK).limit(MOST_STATEMENTS + 1)
)
_WITH_HASH = select(fingerprints.c.document_id).where(fingerprints.c.hash == BLANK).limit(MOST_DOCUMENTS + 1)

Posting = tuple[int, int]


class Candidates:
    """Looks things up in one transaction, and remembers what it found: a page's statements share many traits."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._postings: dict[str, list[Posting]] = {}
        self._known: int | None = None

    def like(self, wanted: Iterable[str], *, outside: int, limit: int) -> list[int]:
        """Rows of statements that share the rarest of these traits, those that share most first.

        ``outside`` is a document whose statements are not wanted.
        """
        found = {trait: self._posting(trait) for trait in wanted}
        rare = {trait: rows for trait, rows in found.items() if len(rows) <= MOST_STATEMENTS} or found
        total = self._total()
        scores: defaultdict[int, float] = defaultdict(float)
        whole = 0.0
        for rows in rare.values():
            weight = log(1 + total / max(1, len(rows)))
            whole += weight
            for document, statement in rows:
                if document != outside:
                    scores[statement] += weight
        # equal scores by row would be the order in which pages came; the limit is wide enough for that not to matter
        near = [row for row, score in scores.items() if score >= LEAST * whole]
        return sorted(near, key=lambda row: (-scores[row], row))[:limit]

    def sharing(self, hashes: Sequence[int], *, limit: int) -> list[tuple[int, int]]:
        """Rows of documents that share fingerprints, with how many; those that share most first."""
        rows = {one: plain(self._connection, _WITH_HASH, one) for one in dict.fromkeys(hashes)}
        rare = {one: found for one, found in rows.items() if len(found) <= MOST_DOCUMENTS}
        # where a text stands on so many pages that nothing in it is rare, the first of them stand for all
        counts: defaultdict[int, int] = defaultdict(int)
        for found in (rare if any(rare.values()) else rows).values():
            for (document,) in found:
                counts[document] += 1
        return sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:limit]

    def _posting(self, trait: str) -> list[Posting]:
        if trait not in self._postings:
            self._postings[trait] = plain(self._connection, _WITH_TRAIT, trait)
        return self._postings[trait]

    def _total(self) -> int:
        if self._known is None:
            self._known = self._connection.execute(select(func.coalesce(func.max(statements.c.id), 1))).scalar_one()
        return self._known
