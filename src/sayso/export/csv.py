"""CSV: the claims, one a line."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, BinaryIO

from sayso.export.flat import write_csv
from sayso.export.rows import CELLS, cells_of

if TYPE_CHECKING:
    from sayso.ledger import Filters
    from sayso.ledger.store import Store


def write(ledger: Store, filters: Filters, out: BinaryIO) -> None:
    """Write the claims that meet the filters as they come: memory does not grow with their number."""
    text = io.TextIOWrapper(out, encoding="utf-8", newline="", write_through=False)
    try:
        write_csv(map(cells_of, ledger.measured(filters)), text, tuple(CELLS))
    finally:
        text.flush()
        text.detach()
