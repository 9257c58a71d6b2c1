"""In work."""

from __future__ import annotations

from sayso.ledger.dialect import Dialect
from sayso.ledger.filters import Filters
from sayso.nouns.overviews import Network


def find_network(dialect: Dialect, filters: Filters, limit: int) -> Network:
    raise NotImplementedError
