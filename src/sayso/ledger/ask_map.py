"""In work."""

from __future__ import annotations

from sayso.ledger.dialect import Dialect
from sayso.ledger.filters import Filters
from sayso.nouns.overviews import MapAnswer


def find_map(dialect: Dialect, filters: Filters, limit: int) -> MapAnswer:
    raise NotImplementedError
