"""WACZ: a zip file with WARC files under ``archive/`` (Web Archive Collection Zipped, version 1.1)."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from typing import BinaryIO

from sayso.capture.archive import captures_of_warc
from sayso.capture.limits import TooLargeError, read_capped
from sayso.capture.options import CaptureOptions
from sayso.capture.unpack import megabytes
from sayso.errors import CaptureError
from sayso.nouns import Capture

#: a zip file with more entries than this is not opened: its directory alone would fill the memory
_MOST_ENTRIES = 100_000
#: WARC files are compressed already, so that a member that shrinks to less than a hundredth is a bomb
_BOMB_RATIO = 100


def captures_of_wacz(stream: BinaryIO, *, source: str, options: CaptureOptions) -> Iterator[Capture | CaptureError]:
    """The pages of a WACZ, WARC by WARC in the order of their names; ``source`` stays the WACZ's.

    Yields SAY-023 for a zip file of another kind, SAY-022 for a member that grows beyond all measure, SAY-024 for
    damage.
    """
    try:
        with zipfile.ZipFile(_seekable(stream, options.settings.max_bytes)) as archive:
            members = _warcs(archive, source)
            for member in members:
                yield from _pages(archive, member, source=source, options=options)
    except CaptureError as error:
        yield error
    except TooLargeError as error:
        yield CaptureError("SAY-022", source, f"a stream larger than {megabytes(error.args[0])}", "give it as a file")
    except (zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, EOFError, OSError, ValueError) as error:
        yield CaptureError("SAY-024", source, f"the archive is damaged ({error})")
    except (NotImplementedError, RuntimeError) as error:  # a password, or a method of compression that Python lacks
        yield CaptureError("SAY-023", source, f"the archive cannot be opened ({error})")


def _warcs(archive: zipfile.ZipFile, source: str) -> list[zipfile.ZipInfo]:
    """The members that hold records.

    Raises:
        CaptureError: SAY-022, SAY-023 or SAY-026.
    """
    entries = archive.infolist()
    if len(entries) > _MOST_ENTRIES:
        raise CaptureError("SAY-022", source, f"it holds more than {_MOST_ENTRIES} files")
    inside = [entry for entry in entries if entry.filename.startswith("archive/") and not entry.is_dir()]
    warcs = [entry for entry in inside if entry.filename.lower().endswith((".warc", ".warc.gz"))]
    if not warcs:
        if any(entry.filename == "datapackage.json" for entry in entries) and inside:
            raise CaptureError("SAY-026", source)
        raise CaptureError("SAY-023", source, "it is a zip file without web archives in it, which is not read")
    return sorted(warcs, key=lambda entry: entry.filename)


def _pages(
    archive: zipfile.ZipFile, member: zipfile.ZipInfo, *, source: str, options: CaptureOptions
) -> Iterator[Capture | CaptureError]:
    allowed = options.settings.max_decoded_bytes
    if member.file_size > max(allowed, _BOMB_RATIO * member.compress_size):
        yield CaptureError("SAY-022", source, f"{member.filename} unpacks to {megabytes(member.file_size)}")
        return
    # zipfile gives no more than the size that the directory states, so that a directory that lies cuts itself short
    with archive.open(member) as packed:
        yield from captures_of_warc(packed, source=source, options=options)  # type: ignore[arg-type]


def _seekable(stream: BinaryIO, limit: int) -> BinaryIO:
    """The stream itself, or, if it cannot be sought in, its bytes in memory."""
    try:
        if stream.seekable():
            return stream
    except (AttributeError, ValueError):
        pass
    return io.BytesIO(read_capped(stream, limit))
