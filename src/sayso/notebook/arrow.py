"""Claims, figures or movements as an Arrow table."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, Literal

from sayso.export.arrow import rows_of, schema_of
from sayso.notebook import rows as standing_alone
from sayso.notebook.rows import ClaimRow, FigureRow, MovementRow, figures_of, movements_of
from sayso.nouns import Noun, Reading

if TYPE_CHECKING:
    import pyarrow as pa

#: what a table has a row for
Rows = Literal["claims", "figures", "movements"]
_ROWS: dict[Rows, tuple[type[Noun], Callable[[Reading], Iterator[Noun]]]] = {
    "claims": (ClaimRow, standing_alone.rows_of),
    "figures": (FigureRow, figures_of),
    "movements": (MovementRow, movements_of),
}


def table(reading: Reading, rows: Rows = "claims") -> pa.Table:
    """One row a claim, with the columns of :class:`sayso.notebook.rows.ClaimRow`: chains, quantities, times, places and
    entities are lists of structs, days are ``date32``, geometries are GeoJSON in a string. Or one row a figure or a
    movement, with those of ``FigureRow`` or ``MovementRow``.

    Raises:
        ModuleNotFoundError: pyarrow is not installed.
    """
    return _pyarrow().Table.from_pylist(rows_of(_ROWS[rows][1](reading)), schema=schema(rows))


def schema(rows: Rows = "claims") -> pa.Schema:
    """The columns of :func:`table`.

    Raises:
        ModuleNotFoundError: pyarrow is not installed.
    """
    _pyarrow()
    return schema_of(_ROWS[rows][0])


def _pyarrow() -> Any:
    try:
        import pyarrow as pa
    except ModuleNotFoundError:
        raise ModuleNotFoundError(
            "to_arrow needs pyarrow, which is not installed: pip install 'sayso[arrow]'", name="pyarrow"
        ) from None
    return pa
