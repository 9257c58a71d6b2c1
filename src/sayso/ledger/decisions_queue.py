"""The queue: claims that wait for a reviewer, what matters most first."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.ledger.dialect import Dialect
from sayso.ledger.filters import Filters
from sayso.nouns import QueueItem


def find_queue(dialect: Dialect, filters: Filters, by: str | None, after: str | None) -> Iterator[QueueItem]:
    """See :meth:`sayso.ledger.store.Store.queue`."""
    raise NotImplementedError
