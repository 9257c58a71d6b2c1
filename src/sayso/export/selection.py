"""What is exported: what meets the filters, or one document, claim or cluster of it."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sayso.errors import LedgerError
from sayso.nouns.called import cluster_number

if TYPE_CHECKING:
    from sayso.ledger import Filters
    from sayso.ledger.store import Store
    from sayso.nouns import Cluster


def _everything() -> Filters:
    from sayso.ledger.filters import Filters

    return Filters()


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """What meets ``filters``; of it one document, one claim (``DOCUMENT#c1``) or one cluster (``k12``), by name."""

    filters: Filters = field(default_factory=_everything)
    document: str | None = None
    claim: str | None = None
    cluster: str | None = None

    def chosen(self, ledger: Store) -> Filters:
        """The filters that choose this.

        Raises:
            LedgerError: SAY-068, SAY-069: a name does not lead to one thing.
        """
        changed = self.filters
        if self.document is not None:
            changed = dataclasses.replace(changed, document=ledger.history(self.document)[0].document)
        if self.claim is not None:
            found, _ = ledger.claim(self.claim)
            changed = dataclasses.replace(changed, document=found.document.id, claim=found.id)
        if self.cluster is not None:
            if cluster_named(ledger, self.cluster) is None:
                raise LedgerError("SAY-068", self.cluster, remedy="list the clusters with sayso origins")
            changed = dataclasses.replace(changed, cluster=cluster_number(self.cluster))
        return changed


def cluster_named(ledger: Store, name: str) -> Cluster | None:
    """The cluster that is called ``k12``; null where none is."""
    number = cluster_number(name)
    return next(ledger.clusters(_everything(), number=number), None) if number is not None else None
