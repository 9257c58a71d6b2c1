"""What the user names -> captures: the entrance of the room."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, BinaryIO

from sayso.capture.folder import files_below, is_document, shown
from sayso.capture.options import CaptureOptions
from sayso.capture.sniff import HEAD
from sayso.capture.unpack import captures_of
from sayso.errors import CaptureError
from sayso.nouns import Capture

if TYPE_CHECKING:
    from sayso.capture.fetch import Fetcher

_SCHEME = re.compile(r"[a-z][a-z0-9+.-]+://", re.IGNORECASE)


def open_inputs(
    inputs: Sequence[str], options: CaptureOptions, *, stdin: BinaryIO | None = None
) -> Iterator[Capture | CaptureError]:
    """Captures of files, folders, addresses and ``-`` (standard input), in the order named, each when it is asked for.

    What cannot be had is yielded as its error, and the rest goes on. A folder is read with all that lies below it;
    archives give a capture for each page.
    """
    with _Fetching(options) as fetching:
        for name in inputs:
            if name == "-":
                yield from _standard_input(stdin, options)
            elif _SCHEME.match(name):
                yield fetching.fetch(name)
            else:
                yield from _path(name, options)


class _Fetching:
    """A fetcher that is made when the first address is met, so that files alone never load a network library."""

    def __init__(self, options: CaptureOptions) -> None:
        self._options = options
        self._fetcher: Fetcher | None = None

    def fetch(self, address: str) -> Capture | CaptureError:
        from sayso.capture.fetch import Fetcher

        if self._fetcher is None:
            self._fetcher = Fetcher(self._options)
        try:
            return self._fetcher.fetch(address)
        except CaptureError as error:
            return error

    def __enter__(self) -> _Fetching:
        return self

    def __exit__(self, *_: object) -> None:
        if self._fetcher is not None:
            self._fetcher.close()


def _standard_input(stdin: BinaryIO | None, options: CaptureOptions) -> Iterator[Capture | CaptureError]:
    if stdin is None:
        yield CaptureError("SAY-021", "-", "there is no standard input here")
        return
    try:
        yield from captures_of(stdin, source="-", name="", options=options)
    except OSError as error:
        yield CaptureError("SAY-021", "-", f"standard input cannot be read ({error.strerror})")


def _path(name: str, options: CaptureOptions) -> Iterator[Capture | CaptureError]:
    try:
        mode = os.stat(name).st_mode
    except (FileNotFoundError, NotADirectoryError):
        yield CaptureError("SAY-020", shown(name))
        return
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        yield CaptureError("SAY-021", shown(name), f"it cannot be read ({_reason(error)})")
        return
    if stat.S_ISDIR(mode):
        yield from _folder(name, options)
    else:
        yield from _file(name, options)


def _folder(folder: str, options: CaptureOptions) -> Iterator[Capture | CaptureError]:
    found = False
    for path in files_below(folder):
        if isinstance(path, CaptureError):
            found = True
            yield path
            continue
        for item in _file(path, options, only_documents=True):
            found = True
            yield item
    if not found:
        yield CaptureError("SAY-025", shown(folder))


def _file(path: str, options: CaptureOptions, *, only_documents: bool = False) -> Iterator[Capture | CaptureError]:
    """One file, or one pipe that was named (``<(curl ...)`` in a shell)."""
    try:
        with open(path, "rb") as stream:
            if only_documents:
                if not is_document(stream.read(HEAD), path):
                    return
                stream.seek(0)
            yield from captures_of(stream, source=shown(path), name=path, options=options)
    except OSError as error:
        yield CaptureError("SAY-021", shown(path), f"it cannot be read ({_reason(error)})")


def _reason(error: Exception) -> str:
    return error.strerror if isinstance(error, OSError) and error.strerror else str(error)
