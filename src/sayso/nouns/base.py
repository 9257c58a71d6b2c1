"""What every noun has in common: frozen, compared by value, serialised in one way.

A noun is a :class:`msgspec.Struct`. Its field order is the key order of the JSON in the public contract, fields that
are unknown are ``null`` (never left out), and decoding checks types. Offsets are half-open ranges of Unicode code
points into ``document.text``.
"""

from __future__ import annotations

from typing import Any, TypeVar

import msgspec

#: A half-open range of code points, ``(start, end)``.
Range = tuple[int, int]

N = TypeVar("N", bound="Noun")


class Noun(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Base of all nouns. :func:`to_json`, :func:`to_dict`, :func:`from_json`: there is no other serialisation."""


def to_json(noun: Noun) -> bytes:
    """The noun as one line of UTF-8 JSON, keys in the order of the contract."""
    return msgspec.json.encode(noun)


def to_dict(noun: Noun) -> dict[str, Any]:
    """The noun as plain dictionaries, lists, strings, numbers and ``None``: exactly the JSON."""
    # through the JSON itself: msgspec.to_builtins would leave tuples, which are no lists
    built: dict[str, Any] = msgspec.json.decode(to_json(noun))
    return built


def from_json(kind: type[N], data: bytes | str) -> N:
    """Read a noun back.

    Raises:
        msgspec.ValidationError: the JSON does not have the shape of ``kind``.
    """
    return msgspec.json.decode(data, type=kind)
