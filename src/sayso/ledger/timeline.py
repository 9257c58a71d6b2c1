"""In work."""

from __future__ import annotations

from sayso.ledger.dialect import Dialect
from sayso.ledger.filters import Filters
from sayso.nouns.overviews import Bucketing, Dated, Histogram, Timeline


def histogram(dialect: Dialect, filters: Filters, by: Dated, bucket: Bucketing | None) -> Histogram:
    raise NotImplementedError


def find_timeline(dialect: Dialect, filters: Filters, limit: int) -> Timeline:
    raise NotImplementedError
