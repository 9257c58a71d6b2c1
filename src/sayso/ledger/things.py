"""In work."""

from __future__ import annotations

from sayso.ledger.dialect import Dialect
from sayso.ledger.filters import Filters
from sayso.nouns.overviews import Things


def find_things(dialect: Dialect, filters: Filters, limit: int) -> Things:
    raise NotImplementedError
