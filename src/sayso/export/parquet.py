"""Parquet: the claims as a typed table, lists and structs as such, each column described in the file."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, BinaryIO

from sayso.export.arrow import rows_of, schema_of
from sayso.export.rows import Row, row_of

if TYPE_CHECKING:
    from sayso.ledger import Filters
    from sayso.ledger.store import Store

#: rows that are written together: a group of them is what readers take in at once
_GROUP = 5_000
_ABOUT = {"schema": "sayso/claims-table/1", "description": "Claims with who says them and through whom, one row each."}


def write(ledger: Store, filters: Filters, out: BinaryIO) -> None:
    """Write the claims that meet the filters, a group of rows at a time."""
    import pyarrow as pa
    from pyarrow import parquet

    schema = schema_of(Row, _ABOUT)
    rows = map(row_of, ledger.measured(filters))
    with parquet.ParquetWriter(out, schema, compression="zstd") as writer:
        while group := rows_of(islice(rows, _GROUP)):
            writer.write_batch(pa.RecordBatch.from_pylist(group, schema=schema))
