"""Where an export goes: a file that is there whole or not at all, or standard output."""

from __future__ import annotations

import contextlib
import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, cast

from sayso.errors import ExportError

#: the name for standard output
STDOUT = "-"


@contextlib.contextmanager
def opened(path: str, *, binary: bool) -> Iterator[BinaryIO]:
    """A file to write to, which takes the place of ``path`` when all is written; until then ``path`` stays as it is.

    ``-`` is standard output, which must not be a terminal where ``binary``.

    Raises:
        ExportError: SAY-122 it cannot be written, SAY-123 a terminal cannot show it.
    """
    if path == STDOUT:
        if binary and sys.stdout.isatty():
            raise ExportError("SAY-123", "standard output")
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    try:
        with _in_place(Path(path)) as out:
            yield out
    except OSError as error:
        raise ExportError("SAY-122", path, f"the file cannot be written: {error.strerror or error}") from error


@contextlib.contextmanager
def _in_place(path: Path) -> Iterator[BinaryIO]:
    if path.exists() and not path.is_file():
        if path.is_dir():
            raise IsADirectoryError(None, "it is a folder")
        with path.open("wb") as device:  # a pipe or a device has no place to take
            yield cast(BinaryIO, device)
        return
    target = Path(os.path.realpath(path))  # a link goes on leading to the file
    mode = target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~_umask()
    with tempfile.NamedTemporaryFile(dir=target.parent, prefix=f".{target.name}.", suffix=".part", delete=False) as out:
        part = Path(out.name)
        try:
            yield cast(BinaryIO, out)
            out.flush()
            os.fsync(out.fileno())
            part.chmod(mode)
            part.replace(target)
        except BaseException:
            part.unlink(missing_ok=True)
            raise


def _umask() -> int:
    """What new files may not be; it can only be asked for by setting it."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
