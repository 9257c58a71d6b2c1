"""Claims, figures or movements as an Arrow table; the types are derived from the nouns, as is the JSON."""

from __future__ import annotations

import contextlib
import datetime as dt
import json
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, Literal

import msgspec
from msgspec import inspect

from sayso.notebook.rows import ClaimRow, FigureRow, MovementRow, figures_of, movements_of, rows_of
from sayso.nouns import Noun, Reading, RivalTime, Said, Time

if TYPE_CHECKING:
    import pyarrow as pa

#: nouns whose ``from`` and ``to`` are days (those of a movement are places)
_DAYS = (Said, Time, RivalTime)

#: what a table has a row for
Rows = Literal["claims", "figures", "movements"]
_ROWS: dict[Rows, tuple[type[Noun], Callable[[Reading], Iterator[Noun]]]] = {
    "claims": (ClaimRow, rows_of),
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
    pyarrow = _pyarrow()
    made = [_value(row) for row in _ROWS[rows][1](reading)]
    return pyarrow.Table.from_pylist(made, schema=schema(rows))


def schema(rows: Rows = "claims") -> pa.Schema:
    """The columns of :func:`table`.

    Raises:
        ModuleNotFoundError: pyarrow is not installed.
    """
    return _pyarrow().schema(_fields(_ROWS[rows][0], ()))


def _pyarrow() -> Any:
    try:
        import pyarrow as pa
    except ModuleNotFoundError:
        raise ModuleNotFoundError(
            "to_arrow needs pyarrow, which is not installed: pip install 'sayso[arrow]'", name="pyarrow"
        ) from None
    return pa


def _fields(noun: type, within: tuple[type, ...]) -> list[tuple[str, Any]]:
    kind = inspect.type_info(noun)
    assert isinstance(kind, inspect.StructType)
    return [
        (field.encode_name, _pyarrow().date32() if _is_day(noun, field.encode_name) else made)
        for field in kind.fields
        if (made := _type(field.type, (*within, noun))) is not None
    ]


def _is_day(noun: type, key: str) -> bool:
    return noun in _DAYS and key in ("from", "to")


def _type(kind: inspect.Type, within: tuple[type, ...]) -> Any:
    """The Arrow type of a type of the nouns; None for a noun inside itself, of which Arrow has no notion."""
    pyarrow = _pyarrow()
    match kind:
        case inspect.UnionType(types=types):
            known = [_type(each, within) for each in types if not isinstance(each, inspect.NoneType)]
            # ``float | int``: a float holds both
            return pyarrow.float64() if pyarrow.float64() in known else known[0]
        case inspect.StructType(cls=noun):
            return None if noun in within else pyarrow.struct(_fields(noun, within))
        case inspect.VarTupleType(item_type=item):
            inner = _type(item, within)
            return None if inner is None else pyarrow.list_(inner)
        case inspect.TupleType(item_types=items):
            return pyarrow.list_(_type(items[0], within), len(items))
        case inspect.StrType() | inspect.LiteralType() | inspect.DictType():
            return pyarrow.string()
        case inspect.BoolType():
            return pyarrow.bool_()
        case inspect.IntType():
            return pyarrow.int64()
        case inspect.FloatType():
            return pyarrow.float64()
    raise TypeError(f"no Arrow type for {kind}")


def _value(value: Any) -> Any:
    """A noun as the dictionary that Arrow takes in."""
    if isinstance(value, Noun):
        noun = type(value)
        return {
            field.encode_name: _day(part) if _is_day(noun, field.encode_name) else _value(part)
            for field in msgspec.structs.fields(noun)
            for part in (getattr(value, field.name),)
        }
    if isinstance(value, tuple):
        return [_value(each) for each in value]
    return json.dumps(value, ensure_ascii=False) if isinstance(value, dict) else value


def _day(written: str | None) -> dt.date | None:
    """The day; null too where the year is none of ours (historians date before Christ)."""
    with contextlib.suppress(ValueError):
        return dt.date.fromisoformat(written) if written else None
    return None
