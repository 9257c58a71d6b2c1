"""The way back: reads what the format *jsonl* wrote, line by line, and trusts none of it before it was looked at."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, BinaryIO

import msgspec

from sayso.errors import ExportError
from sayso.ledger.sound import TooLarge, Unfit
from sayso.nouns.record import (
    EXPORT_SCHEMA,
    Imported,
    Kept,
    KeptDocument,
    KeptEnd,
    KeptEvent,
    KeptHeader,
    KeptReading,
)

if TYPE_CHECKING:
    from sayso.ledger.store import Store

#: a line may be so many times as long as the largest page: a reading says more of a page than it has
_TIMES = 8
#: the first line says what the file is, and nothing else
_HEADER_BYTES = 1000
_SCHEMA = EXPORT_SCHEMA.rpartition("/")[0]


class Export:
    """An export that was opened: its first line says that it is one.

    ``name`` is what errors call the file, ``most_bytes`` how large a page may be.
    """

    def __init__(self, file: BinaryIO, *, name: str, most_bytes: int) -> None:
        """Read the first line.

        Raises:
            ExportError: SAY-124 it is no export, SAY-125 it was made by a newer sayso.
        """
        self._most_bytes = most_bytes
        self._lines = _Lines(file, name, most_bytes * _TIMES)

    def into(self, ledger: Store) -> Imported:
        """Add what it holds to a ledger: all that is missing there, or, where anything is wrong, nothing.

        Raises:
            ExportError: SAY-126 to SAY-128, naming the line.
            LedgerError: the ledger fails.
        """
        try:
            return ledger.restore(self._lines.kept(), most_bytes=self._most_bytes)
        except TooLarge as why:
            raise self._lines.fault("SAY-128", str(why)) from why
        except Unfit as why:
            raise self._lines.fault("SAY-126", str(why)) from why


class _Lines:
    """The lines of an export, each of bounded length; knows at which it is."""

    def __init__(self, file: BinaryIO, name: str, longest: int) -> None:
        self._file = file
        self._name = name
        self._longest = longest
        self._number = 0
        self._digest = hashlib.sha256()
        self._counts: Counter[str] = Counter()
        self._header()

    def fault(self, code: str, why: str | None = None) -> ExportError:
        """The error of the line that was read last."""
        what = f"{why}; nothing of the file was stored" if why else None
        return ExportError(code, f"{self._name}, line {self._number}", what)

    def kept(self) -> Iterator[Kept]:
        """All lines between the header and the end, which are seen to be there and to be right.

        Raises:
            ExportError: SAY-126 to SAY-128.
        """
        for line in self._read():
            try:
                each = msgspec.json.decode(line, type=Kept | KeptEnd)
            except (msgspec.DecodeError, RecursionError) as error:
                # where the file was cut, the last line is half a one
                cut = not line.endswith(b"\n")
                raise self.fault("SAY-127" if cut else "SAY-126", None if cut else _why(error)) from error
            if isinstance(each, KeptEnd):
                self._end(each)
                return
            if not line.endswith(b"\n"):
                raise self.fault("SAY-127")
            self._digest.update(line)
            self._counts[type(each).__name__] += 1
            yield each
        raise self.fault("SAY-127")

    def _read(self) -> Iterator[bytes]:
        while line := self._file.readline(self._longest + 1):
            self._number += 1
            if len(line) > self._longest:
                raise self.fault("SAY-128", f"the line is longer than {self._longest:,} bytes")
            yield line

    def _header(self) -> None:
        line = self._file.readline(_HEADER_BYTES)
        self._number = 1
        try:
            found = msgspec.json.decode(line)
            schema = found.get("schema") if isinstance(found, dict) else None
        except (msgspec.DecodeError, RecursionError):
            schema = None
        if not isinstance(schema, str) or schema.rpartition("/")[0] != _SCHEMA:
            raise ExportError("SAY-124", self._name)
        if schema != EXPORT_SCHEMA:
            raise ExportError("SAY-125", self._name, f"it is {schema}, this sayso reads {EXPORT_SCHEMA}")
        try:
            msgspec.json.decode(line, type=KeptHeader)
        except msgspec.DecodeError as error:
            raise self.fault("SAY-126", _why(error)) from error
        self._digest.update(line)

    def _end(self, end: KeptEnd) -> None:
        if end.sha256 != self._digest.hexdigest():
            raise self.fault("SAY-126", "the lines before are not those that were written")
        counted = [self._counts[kind.__name__] for kind in (KeptDocument, KeptReading, KeptEvent)]
        if [end.documents, end.readings, end.events] != counted:
            raise self.fault("SAY-126", "there are other lines before than it says")
        if self._file.read(1):
            self._number += 1
            raise self.fault("SAY-126", "something stands after the end")


def _why(error: Exception) -> str:
    return f"it is no line of an export ({error})"
