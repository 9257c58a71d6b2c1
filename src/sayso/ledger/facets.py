"""In work."""

from __future__ import annotations

from sayso.ledger.dialect import Dialect
from sayso.ledger.filters import Filters
from sayso.nouns.facets import Facets


def find_facets(dialect: Dialect, filters: Filters, limit: int) -> Facets:
    raise NotImplementedError
