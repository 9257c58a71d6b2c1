"""Web archives: the pages of a WARC file (ISO 28500), record by record, as a stream.

Records are read by warcio. What it is given has been unpacked here, so that a bomb or a damaged member stops us with
one line; and so a WARC that was compressed as one gzip stream, against the standard's advice, can be read too.
"""

from __future__ import annotations

import io
import itertools
import logging
from collections.abc import Iterator
from datetime import datetime
from typing import Any, BinaryIO, cast

from warcio.archiveiterator import ArchiveIterator
from warcio.bufferedreaders import BufferedReader, ChunkedDataException, ChunkedDataReader
from warcio.statusandheaders import StatusAndHeadersParser

from sayso.capture.limits import STEP, DamagedError, TooLargeError, UnknownCodingError, inflate, uncoded
from sayso.capture.options import CaptureOptions
from sayso.capture.sniff import HTML, PDF, TEXT, XHTML, content_type, sniff
from sayso.capture.unpack import megabytes
from sayso.errors import CaptureError
from sayso.nouns import Capture

# warcio's word on addresses with spaces in them is not for our users
logging.getLogger("warcio").addHandler(logging.NullHandler())

#: declared types whose payload is looked at; what declares nothing is looked at too
_PAGES = (HTML, XHTML, TEXT, PDF, "application/octet-stream", None)
#: servers and browsers take header lines of 8 to 64 KiB
_LONGEST_LINE = 65_536
_READ_STATUS = ("200", "203")
#: pages compress to a fifth or a tenth, long runs of the same byte to a thousandth
_BOMB_RATIO = 200


def captures_of_warc(stream: BinaryIO, *, source: str, options: CaptureOptions) -> Iterator[Capture | CaptureError]:
    """The pages of a WARC, plain or gzip, in its order.

    A record is a page if it is a response with status 200 or a resource, and holds HTML, text or PDF. A damaged
    archive gives the records before the damage, then SAY-024; an archive without a page gives SAY-026.
    """
    found = False
    for item in _records(stream, source=source, options=options):
        found = True
        yield item
    if not found:
        yield CaptureError("SAY-026", source)


def _records(stream: BinaryIO, *, source: str, options: CaptureOptions) -> Iterator[Capture | CaptureError]:
    try:
        records = _Iterator(_Unpacked(stream, options.settings.max_decoded_bytes))
        for record in records:
            if record.length is None:
                raise DamagedError("a record does not say how long it is")
            record.http_headers = _http_headers(record)
            item = _capture(record, source=source, options=options) if _is_page(record) else None
            if not _is_whole(record):
                raise DamagedError("its last record is cut short")
            if item is not None:
                yield item
        if records.err_count:
            raise DamagedError("a record is longer or shorter than it says")
    except TooLargeError:
        yield CaptureError("SAY-022", source, f"it unpacks to more than {_BOMB_RATIO} times its size")
    except DamagedError as error:
        yield CaptureError("SAY-024", source, f"the archive is damaged ({error})")
    except Exception as error:  # noqa: BLE001 - the parser raises whatever damaged bytes lead it to
        yield CaptureError("SAY-024", source, f"the archive is damaged ({type(error).__name__})")


class _Iterator(ArchiveIterator):  # type: ignore[misc]  # warcio is untyped
    """Counts records of the wrong length, without a word on standard error, and reads no line without end."""

    INC_RECORD = ""

    def __init__(self, stream: _Unpacked) -> None:
        super().__init__(stream, no_record_parse=True)
        self.reader = _Reader(stream, decomp_type=None)


class _Reader(BufferedReader):  # type: ignore[misc]
    """warcio's reader puts a line together piece by piece, which takes the square of its length."""

    def readline(self, length: int | None = None) -> bytes:
        return cast(bytes, super().readline(_LONGEST_LINE if length is None else min(length, _LONGEST_LINE)))


def _is_whole(record: Any) -> bool:
    """Read a record to its end; whether all the bytes that it announced were there."""
    while record.raw_stream.read(STEP):
        pass
    return int(getattr(record.raw_stream, "limit", 0)) <= 0


def _http_headers(record: Any) -> Any:
    """The HTTP headers of a response record, read from the beginning of its block.

    Raises:
        DamagedError: the record ends before they begin.
    """
    if record.rec_type != "response" or not (record.content_type or "").startswith("application/http"):
        return None
    try:
        return StatusAndHeadersParser([], verify=False).parse(record.raw_stream)
    except EOFError:
        raise DamagedError("its last record is cut short") from None


def _is_page(record: Any) -> bool:
    address = record.rec_headers.get_header("WARC-Target-URI") or ""
    if record.rec_type == "response" and record.http_headers:
        if record.http_headers.get_statuscode() not in _READ_STATUS:
            return False
        declared, _ = content_type(record.http_headers.get_header("Content-Type"))
    elif record.rec_type == "resource":
        declared, _ = content_type(record.content_type)
    else:
        return False
    return declared in _PAGES and not address.partition("?")[0].endswith("/robots.txt")


def _capture(record: Any, *, source: str, options: CaptureOptions) -> Capture | CaptureError | None:
    """The capture of one record, its error, or nothing where the payload is no page after all."""
    address = record.rec_headers.get_header("WARC-Target-URI")
    subject = f"{source}#{address or record.rec_headers.get_header('WARC-Record-ID')}"
    headers = tuple((str(k), str(v)) for k, v in record.http_headers.headers) if record.http_headers else ()
    try:
        body = _payload(record, options.settings.max_decoded_bytes)
    except TooLargeError as error:
        return CaptureError("SAY-022", subject, f"it is larger than {megabytes(error.args[0])}")
    except (DamagedError, ChunkedDataException) as error:
        return CaptureError("SAY-024", subject, f"the record is damaged ({error})")
    except UnknownCodingError as error:
        return CaptureError("SAY-023", subject, f"it is compressed with {error}, which is not read")
    stated = record.http_headers.get_header("Content-Type") if record.http_headers else record.content_type
    declared, charset = content_type(stated)
    kind = sniff(body, name=address or "", declared=declared)
    if kind.kind != "page" or (declared not in (TEXT, HTML, XHTML) and not kind.certain):
        return None
    return Capture.of(
        body,
        media_type=kind.media_type,
        source=subject,
        url=address,
        retrieved=_time(record.rec_headers.get_header("WARC-Date")),
        charset=charset,
        status=int(record.http_headers.get_statuscode()) if record.http_headers else None,
        headers=headers,
    )


def _payload(record: Any, limit: int) -> bytes:
    """The payload with transfer and content coding undone."""
    stream = record.raw_stream
    coding = ""
    if record.http_headers:
        if "chunked" in (record.http_headers.get_header("Transfer-Encoding") or "").lower():
            stream = ChunkedDataReader(stream)
        coding = record.http_headers.get_header("Content-Encoding") or ""
    chunks: Iterator[bytes] = iter(lambda: cast(bytes, stream.read(STEP)), b"")
    return b"".join(uncoded(chunks, coding, limit))


def _time(stated: str | None) -> str | None:
    """A WARC-Date if it is one (ISO 8601, in UTC), else nothing."""
    try:
        datetime.fromisoformat(stated or "")
    except ValueError:
        return None
    return stated


class _Unpacked(io.RawIOBase):
    """A WARC's bytes without their gzip members; plain ones as they are."""

    def __init__(self, stream: BinaryIO, allowed: int) -> None:
        self._taken = 0
        self._given = 0
        self._allowed = allowed
        self._buffer = bytearray()
        chunks = self._chunks(stream)
        first = next(chunks, b"")
        self._packed = first.startswith(b"\x1f\x8b")
        whole = itertools.chain([first], chunks)
        self._source = inflate(whole, "gzip", 2**62) if self._packed else whole

    def _chunks(self, stream: BinaryIO) -> Iterator[bytes]:
        while chunk := stream.read(STEP):
            self._taken += len(chunk)
            yield chunk

    def readable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._given

    def read(self, size: int | None = -1) -> bytes:
        # what is there is given before more is unpacked, so that damage costs nothing of what stands before it
        while not self._buffer and (chunk := next(self._source, None)) is not None:
            self._buffer += chunk
            self._given += len(chunk)
            if self._packed and self._given > max(self._allowed, _BOMB_RATIO * self._taken):
                raise TooLargeError(self._allowed)
        taken = bytes(self._buffer if size is None or size < 0 else self._buffer[:size])
        del self._buffer[: len(taken)]
        return taken
