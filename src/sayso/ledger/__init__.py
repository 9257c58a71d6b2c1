"""The ledger: append-only store, search and history of readings."""

from sayso.ledger.filters import Filters, Near, make_filters
from sayso.ledger.identity import Recipe, reading_id
from sayso.ledger.ledger import Ledger
from sayso.ledger.store import Added, Skipped, Store

__all__ = ["Added", "Filters", "Ledger", "Near", "Recipe", "Skipped", "Store", "make_filters", "reading_id"]
