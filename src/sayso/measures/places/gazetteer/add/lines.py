"""Reading lists line by line, packed with gzip or not, however large they are."""

from __future__ import annotations

import contextlib
import gzip
import io
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, cast

from sayso.errors import GazetteerError

#: characters of one line; a line of GeoNames has some thousand, one of an extract with its names ten thousand
LONGEST_LINE = 4_000_000
#: bytes of a file that has to be read whole
LARGEST = 1_000_000_000
_GZIP = b"\x1f\x8b"


@contextlib.contextmanager
def opened(path: Path) -> Iterator[BinaryIO]:
    """The bytes of a file, unpacked.

    Raises:
        GazetteerError: SAY-106, it cannot be read, or its packing is damaged.
    """
    try:
        with path.open("rb") as raw:
            packed = raw.read(2) == _GZIP
            raw.seek(0)
            if not packed:
                yield raw
                return
            with gzip.GzipFile(fileobj=raw) as unpacked:
                yield cast(BinaryIO, unpacked)
    except (OSError, EOFError, zlib.error) as error:
        raise GazetteerError("SAY-106", str(path), f"the file cannot be read: {error}") from error


def lines(path: Path) -> Iterator[tuple[int, str]]:
    """The lines of a text file with their numbers, from 1; empty ones are left out.

    Raises:
        GazetteerError: SAY-106, a line is no UTF-8 or has no end.
    """
    with opened(path) as raw:
        for number, line in enumerate(iter(lambda: raw.readline(LONGEST_LINE + 1), b""), start=1):
            if len(line) > LONGEST_LINE:
                raise GazetteerError("SAY-106", str(path), f"line {number} does not end")
            try:
                text = line.decode("utf-8-sig" if number == 1 else "utf-8").rstrip("\r\n")
            except UnicodeDecodeError as error:
                raise GazetteerError("SAY-106", str(path), f"line {number} is not UTF-8") from error
            if text.strip():
                yield number, text


def whole(path: Path) -> bytes:
    """All bytes of a file.

    Raises:
        GazetteerError: SAY-106, it cannot be read or is too large to be read whole.
    """
    with opened(path) as raw:
        data = io.BytesIO()
        while block := raw.read(1 << 20):
            data.write(block)
            if data.tell() > LARGEST:
                raise GazetteerError("SAY-106", str(path), f"it has more than {LARGEST:,} bytes")
    return data.getvalue()
