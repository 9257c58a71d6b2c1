"""What in a folder is read: all documents below it, in one order, and nothing that is clearly none."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator

from sayso.capture.sniff import HEAD, TEXT, Sniffed, says_text, sniff
from sayso.errors import CaptureError


def files_below(folder: str) -> Iterator[str | CaptureError]:
    """Paths of all regular files below a folder, depth first, each folder's entries by code point of their names.

    Hidden entries (their names begin with a dot), links to folders (which may lead in circles), links to nothing,
    devices and pipes are passed over. A folder that cannot be read gives SAY-021 in its place.
    """
    waiting = [folder]
    while waiting:
        path = waiting.pop()
        if not os.path.isdir(path) or (path != folder and os.path.islink(path)):
            if _is_regular(path):
                yield path
            continue
        try:
            names = sorted((name for name in os.listdir(path) if not name.startswith(".")), reverse=True)
        except OSError as error:
            yield CaptureError("SAY-021", shown(path), f"the folder cannot be read ({error.strerror})")
            continue
        waiting.extend(os.path.join(path, name) for name in names)


def is_document(head: bytes, name: str) -> bool:
    """Whether a file found in a folder is read: its content says what it is, or its name promises a document.

    What is damaged or empty but promises to be a document is read too, so that its error is told.
    """
    found = sniff(head[:HEAD], name=name)
    if found.kind in ("warc", "gzip", "zip"):
        return _named_archive(name, found)
    if found.kind == "page" and found.certain:
        return True
    if found.kind == "page" and found.media_type != TEXT:
        return True
    return says_text(name) or (found.kind != "page" and name.lower().endswith(".pdf"))


def _named_archive(name: str, found: Sniffed) -> bool:
    """A packed file inside a folder is read if its name says that it holds pages; most zip and gzip files do not."""
    lowered = name.lower()
    if found.kind == "warc":
        return True
    if found.kind == "zip":
        return lowered.endswith(".wacz")
    return lowered.endswith(".warc.gz") or (lowered.endswith(".gz") and says_text(lowered))


def shown(path: str) -> str:
    """A path as text that can be stored and printed; bytes in it that are no text are escaped."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def _is_regular(path: str) -> bool:
    try:
        return stat.S_ISREG(os.stat(path).st_mode)
    except OSError:
        return False
