"""JSON written as it comes: one thing a line, and never more than one of them in memory."""

from __future__ import annotations

import hashlib
import uuid
from collections.abc import Iterable, Mapping
from typing import Any, BinaryIO

import msgspec

from sayso.export.iris import NAMESPACE

_ENCODER = msgspec.json.Encoder()


def encoded(value: Any) -> bytes:
    """One value as JSON. A ``<`` is escaped, so that no text can end the ``<script>`` that the JSON is pasted into."""
    return _ENCODER.encode(value).replace(b"<", b"\\u003c")


def present(**fields: Any) -> dict[str, Any]:
    """The fields that are known: what is ``None`` or empty is left out. A trailing ``_`` is dropped from a name."""
    return {
        name.removesuffix("_"): value
        for name, value in fields.items()
        if value is not None and not (isinstance(value, str | list | tuple | dict) and not value)
    }


def one_or_many(values: list[Any]) -> Any:
    """A value alone, or the list of several: the JSON-LD of people who write it by hand."""
    return values[0] if len(values) == 1 else values


class Listing:
    """A list of things as a part of a JSON object, with what they amount to: how many, and one digest of all."""

    def __init__(self, out: BinaryIO) -> None:
        self._out = out
        self._digest = hashlib.sha256()
        self.count = 0

    def write(self, items: Iterable[Any]) -> None:
        """The items, one a line, in brackets."""
        self._out.write(b"[")
        for item in items:
            line = encoded(item)
            self._digest.update(line)
            self._out.write(b",\n" if self.count else b"\n")
            self._out.write(line)
            self.count += 1
        self._out.write(b"\n]" if self.count else b"]")

    def uuid(self, what: str) -> uuid.UUID:
        """The same for the same items in the same order (version 5); known once they are written."""
        return uuid.uuid5(NAMESPACE, f"{what} {self._digest.hexdigest()}")


def members(fields: Mapping[str, Any]) -> bytes:
    """Fields of an object without its braces, for what is written in several steps."""
    return encoded(fields)[1:-1]
