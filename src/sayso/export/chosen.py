"""What was chosen, page by page: the current reading of each page and those of its claims that meet the filters."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.nouns import Claim, Cluster, Reading
from sayso.nouns.chain import Chains
from sayso.nouns.decision import Decision

if TYPE_CHECKING:
    from sayso.ledger.filters import Filters
    from sayso.ledger.store import Store


@dataclass(frozen=True, slots=True)
class ChosenPage:
    """A page with some of its claims, and what reviewers decided of anything on it.

    ``first`` and ``made`` are when the page was first read and when its current reading was made (ISO 8601, UTC).
    """

    reading: Reading
    claims: tuple[Claim, ...]
    first: str
    made: str
    decisions: tuple[Decision, ...] = ()

    @property
    def hops(self) -> tuple[str, ...]:
        """The ids of the attributions that the claims stand in, with those around them, in text order."""
        chains = Chains(self.reading)
        wanted = {hop for claim in self.claims for hop in (*claim.chain, *chains.outwards(claim.attribution))}
        return tuple(each.id for each in self.reading.attributions if each.id in wanted)


def chosen_pages(ledger: Store, filters: Filters) -> Iterator[ChosenPage]:
    """The pages with a claim that meets the filters; without filters every page, in the order in which they came.

    Of what was chosen only the names are in memory at once, and one reading.
    """
    if _asks_nothing(filters):
        # asked for once: there are fewer decisions than pages
        decided: dict[str, list[Decision]] = {}
        for decision in ledger.decisions():
            decided.setdefault(decision.document, []).append(decision)
        for reading in ledger.readings():
            yield _page(ledger, reading, None, decided.get(reading.document.id, ()))
        return
    wanted: dict[str, set[str]] = {}
    for found in ledger.claims(filters):
        wanted.setdefault(found.document.id, set()).add(found.id)
    for document, claims in wanted.items():
        yield _page(ledger, ledger.reading(document), claims, ledger.decisions(document))


def clusters_among(ledger: Store, filters: Filters) -> Iterator[Cluster]:
    """The clusters of several pages that can hold chosen claims, in one order whatever was asked.

    A limit is one of claims: which of the members were chosen, only :func:`chosen_pages` tells.
    """
    yield from ledger.clusters(dataclasses.replace(filters, sort="newest", limit=None, offset=0), pages=2)


def _asks_nothing(filters: Filters) -> bool:
    return dataclasses.replace(filters, sort=None, limit=filters.limit or None) == type(filters)()


def _page(ledger: Store, reading: Reading, wanted: set[str] | None, decisions: Iterable[Decision]) -> ChosenPage:
    versions = ledger.history(reading.document.id)
    current = next(version for version in versions if version.current)
    claims = tuple(claim for claim in reading.claims if wanted is None or claim.id in wanted)
    return ChosenPage(
        reading=reading, claims=claims, first=versions[0].made, made=current.made, decisions=tuple(decisions)
    )
