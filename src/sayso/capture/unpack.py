"""One input's bytes -> captures: a page as it is, a gzip file unpacked, an archive record by record."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import BinaryIO

from sayso.capture.limits import DamagedError, TooLargeError, gunzip, gunzip_head, read_capped
from sayso.capture.options import CaptureOptions
from sayso.capture.sniff import HEAD, MAIL, Sniffed, sniff
from sayso.errors import CaptureError
from sayso.nouns import Capture

#: a second envelope line in a mailbox: after an empty line, before a header field (RFC 4155)
_MAILBOX = re.compile(rb"\AFrom .*\r?\n\r?\nFrom [^\n]*\n[!-9;-~]+:", re.DOTALL)


def captures_of(
    stream: BinaryIO, *, source: str, name: str, options: CaptureOptions
) -> Iterator[Capture | CaptureError]:
    """Captures of one file or of standard input.

    Args:
        stream: read once, from where it stands; a WACZ archive needs one that can be sought in.
        source: what the user named; it becomes the captures' source.
        name: the file's name, whose suffix is a hint.
    """
    head = stream.read(HEAD)
    found = sniff(head, name=name)
    inside = gunzip_head(head) if found.kind == "gzip" else b""
    if found.kind == "warc" or inside.startswith(b"WARC/"):
        from sayso.capture.archive import captures_of_warc

        yield from captures_of_warc(_rejoined(head, stream), source=source, options=options)
        return
    if found.kind == "zip":
        from sayso.capture.wacz import captures_of_wacz

        yield from captures_of_wacz(_rejoined(head, stream), source=source, options=options)
        return
    try:
        yield _page(head, stream, found, source=source, name=name, options=options)
    except CaptureError as error:
        yield error


def _page(head: bytes, stream: BinaryIO, found: Sniffed, *, source: str, name: str, options: CaptureOptions) -> Capture:
    limits = options.settings
    if found.kind in ("binary", "other"):
        raise refusal(found, source)
    try:
        body = head + read_capped(stream, limits.max_bytes)
        if len(body) > limits.max_bytes:
            raise TooLargeError(limits.max_bytes)
        if found.kind == "gzip":
            body = gunzip(body, limits.max_decoded_bytes)
            found = sniff(body, name=name)
    except TooLargeError as error:
        raise CaptureError("SAY-022", source, f"it is larger than {megabytes(error.args[0])}") from None
    except DamagedError as error:
        raise CaptureError("SAY-024", source, f"the gzip file is damaged ({error})") from None
    return page_of(body, found, source=source)


def page_of(body: bytes, found: Sniffed, *, source: str) -> Capture:
    """A capture of bytes that came without a transport of their own.

    Raises:
        CaptureError: SAY-010, SAY-011 or SAY-023, the bytes are no page.
    """
    if found.kind == "empty" and (rest := body.lstrip(b"\0 \t\r\n\f\v")):
        found = sniff(rest)  # white space for longer than was looked at, and then something
    if found.media_type == MAIL and _MAILBOX.search(body):
        found = Sniffed("other", what="a mailbox of several messages")
    if found.kind != "page":
        raise refusal(found, source)
    return Capture.of(body, media_type=found.media_type, source=source)


def refusal(found: Sniffed, subject: str) -> CaptureError:
    """The error for bytes that are no page."""
    if found.kind == "empty":
        return CaptureError("SAY-010", subject)
    if found.kind == "binary":
        return CaptureError("SAY-011", subject)
    if found.kind == "other":
        return CaptureError("SAY-023", subject, f"it is {found.what}, which is not read")
    return CaptureError("SAY-023", subject, f"it is a {found.kind} file, which is not opened here", "unpack it first")


def megabytes(count: int) -> str:
    """A number of bytes for people."""
    return f"{count / 1_000_000:g} MB"


class _Rejoined(io.RawIOBase):
    """A stream with the bytes that were taken from its beginning put back; for streams that cannot be sought in."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        self._head = head
        self._rest = rest

    def readable(self) -> bool:
        return True

    def read(self, size: int | None = -1) -> bytes:
        if not self._head:
            return self._rest.read(-1 if size is None else size)
        if size is None or size < 0:
            taken, self._head = self._head + self._rest.read(), b""
        else:
            taken, self._head = self._head[:size], self._head[size:]
        return taken


def _rejoined(head: bytes, stream: BinaryIO) -> BinaryIO:
    try:
        stream.seek(-len(head), io.SEEK_CUR)
    except (OSError, ValueError, AttributeError):  # io.UnsupportedOperation is an OSError and a ValueError
        return _Rejoined(head, stream)  # type: ignore[return-value]  # it has what the archives' readers use
    return stream
