"""Nouns as Arrow tables: the types are derived from the nouns, as the JSON is.

Lists of nouns are lists of structs, days are ``date32``, and GeoJSON is a string. What a field's annotation says of it
(``msgspec.Meta(description=...)``) is the description of its column.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import functools
import json
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec
from msgspec import inspect

from sayso.nouns import Noun, RivalTime, Said, Time
from sayso.nouns.found import When

if TYPE_CHECKING:
    import pyarrow as pa

#: nouns whose ``from`` and ``to`` are days (those of a movement are places)
_DAYS = (Said, Time, RivalTime, When)


class _Part(NamedTuple):
    """A field of a noun: what it is called in Python and in the JSON, and whether it is a day."""

    name: str
    key: str
    is_day: bool


def schema_of(noun: type[Noun], about: dict[str, str] | None = None) -> pa.Schema:
    """The columns of a table of this noun; ``about`` is said of the table as a whole."""
    import pyarrow as pa

    return pa.schema(_fields(noun, ()), metadata=about)


def rows_of(nouns: Iterable[Noun]) -> list[dict[str, Any]]:
    """Nouns as Arrow takes them in, by the columns of :func:`schema_of`."""
    return [_value(noun) for noun in nouns]


@functools.cache
def _parts(noun: type[Noun]) -> tuple[_Part, ...]:
    return tuple(
        _Part(field.name, field.encode_name, noun in _DAYS and field.encode_name in ("from", "to"))
        for field in msgspec.structs.fields(noun)
    )


def _fields(noun: type, within: tuple[type, ...]) -> list[pa.Field]:
    import pyarrow as pa

    kind = inspect.type_info(noun)
    assert isinstance(kind, inspect.StructType)
    days = {part.key for part in _parts(noun) if part.is_day}
    made = []
    for field in kind.fields:
        described = field.type if isinstance(field.type, inspect.Metadata) else None
        of = pa.date32() if field.encode_name in days else _type(field.type, (*within, noun))
        if of is not None:
            said = (described.extra_json_schema or {}).get("description") if described else None
            made.append(pa.field(field.encode_name, of, metadata={"description": said} if said else None))
    return made


def _type(kind: inspect.Type, within: tuple[type, ...]) -> Any:
    """The Arrow type of a type of the nouns; None for a noun inside itself, of which Arrow has no notion."""
    import pyarrow as pa

    match kind:
        case inspect.Metadata(type=described):
            return _type(described, within)
        case inspect.UnionType(types=types):
            known = [_type(each, within) for each in types if not isinstance(each, inspect.NoneType)]
            # ``float | int``: a float holds both
            return pa.float64() if pa.float64() in known else known[0]
        case inspect.StructType(cls=noun):
            return None if noun in within else pa.struct(_fields(noun, within))
        case inspect.VarTupleType(item_type=item):
            inner = _type(item, within)
            return None if inner is None else pa.list_(inner)
        case inspect.TupleType(item_types=items):
            return pa.list_(_type(items[0], within), len(items))
        case inspect.StrType() | inspect.LiteralType() | inspect.DictType():
            return pa.string()
        case inspect.DateType():
            return pa.date32()
        case inspect.BoolType():
            return pa.bool_()
        case inspect.IntType():
            return pa.int64()
        case inspect.FloatType():
            return pa.float64()
    raise TypeError(f"no Arrow type for {kind}")


def _value(value: Any) -> Any:
    """A noun as the dictionary that Arrow takes in."""
    if isinstance(value, Noun):
        return {
            key: day_of(getattr(value, name)) if is_day else _value(getattr(value, name))
            for name, key, is_day in _parts(type(value))
        }
    if isinstance(value, tuple):
        return [_value(each) for each in value]
    return json.dumps(value, ensure_ascii=False) if isinstance(value, dict) else value


def day_of(written: str | None) -> dt.date | None:
    """The day; null too where the year is none of ours (historians date before Christ)."""
    with contextlib.suppress(ValueError):
        return dt.date.fromisoformat(written) if written else None
    return None
