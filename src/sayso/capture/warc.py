"""One capture as one WARC record, and back: how raw bytes are kept.

The record is one gzip member that any tool for web archives can read (ISO 28500, version 1.1): a ``response`` with its
HTTP headers for what came over HTTP, a ``resource`` for what came from a file. What the standard has no field for
(how the user named it, what robots.txt said, the headers exactly as received) stands in the extension field
``WARC-Sayso-Capture`` as JSON, so that reading back gives the same capture, field by field.
"""

from __future__ import annotations

import hashlib
import io
import json
import re
import uuid
import zlib
from datetime import datetime
from typing import Any

import msgspec

from sayso.errors import CaptureError
from sayso.nouns import Capture, to_dict

_FIELD = "WARC-Sayso-Capture"
#: WARC-Date is obligatory; a file's bytes were retrieved at a time that nobody wrote down, and the JSON says so
_UNKNOWN_DATE = "1970-01-01T00:00:00Z"
#: headers of how the bytes travelled, not of the payload as it is kept; web archives rename them with this prefix
_TRAVEL = frozenset({"content-encoding", "transfer-encoding", "content-length"})
_TRAVEL_PREFIX = "X-Archive-Orig-"
#: On 65 pages of news level 3 takes 3.3 ms a page and keeps 20 % of the bytes;
#: zlib's default of 6 takes 7.7 ms and keeps 18 %
_LEVEL = 3


def to_warc(capture: Capture) -> bytes:
    """One gzip'd WARC record. The same capture always gives the same bytes."""
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    fields = _fields(capture)
    address = fields.pop("WARC-Target-URI")
    http = None
    if capture.status is not None and address.startswith(("http:", "https:")):
        lines = [(_one_line(name), _one_line(value)) for name, value in capture.headers]
        lines = [(_TRAVEL_PREFIX + name if name.lower() in _TRAVEL else name, value) for name, value in lines]
        lines.append(("Content-Length", str(len(capture.body))))
        http = StatusAndHeaders(str(capture.status), lines, protocol="HTTP/1.1")
    plain = io.BytesIO()
    writer = WARCWriter(plain, gzip=False, warc_version="1.1")
    record = writer.create_warc_record(
        address,
        "response" if http else "resource",
        payload=io.BytesIO(capture.body),
        length=len(capture.body),
        warc_content_type="application/http; msgtype=response" if http else capture.media_type,
        warc_headers_dict=fields,
        http_headers=http,
    )
    writer.write_record(record)
    packer = zlib.compressobj(_LEVEL, zlib.DEFLATED, 16 + zlib.MAX_WBITS)  # no name and no time in the gzip header
    return packer.compress(plain.getvalue()) + packer.flush()


def _fields(capture: Capture) -> dict[str, str]:
    """The record's own header."""
    told = to_dict(capture)
    del told["body"], told["sha256"]
    # ASCII only, so that no character in it can be taken for the end of the line
    extension = json.dumps(told, ensure_ascii=True, separators=(",", ":"))
    identity = json.dumps([capture.sha256, told], ensure_ascii=True)
    return {
        "WARC-Target-URI": _address(capture),
        "WARC-Date": _date(capture.retrieved),
        "WARC-Record-ID": f"<{uuid.uuid5(uuid.NAMESPACE_URL, identity).urn}>",
        "WARC-Payload-Digest": f"sha256:{capture.sha256}",
        _FIELD: extension,
    }


def _address(capture: Capture) -> str:
    """The page's address; for what has none, the name of its bytes."""
    if capture.url and re.fullmatch(r"[!-~]+", capture.url):
        return capture.url
    return f"urn:sha256:{capture.sha256}"


def _date(retrieved: str | None) -> str:
    try:
        datetime.fromisoformat(retrieved or "")
    except ValueError:
        return _UNKNOWN_DATE
    return _one_line(retrieved or _UNKNOWN_DATE)


def _one_line(text: str) -> str:
    """Printable ASCII on one line, as a header must be; the JSON keeps the original."""
    return re.sub(r"[^ -~]", "?", text).strip()


def from_warc(data: bytes) -> Capture:
    """The capture that :func:`to_warc` made the record of.

    Raises:
        CaptureError: SAY-024, these are not such a record, or the payload is not what its digest says.
    """
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    try:
        record: Any = next(iter(ArchiveIterator(io.BytesIO(zlib.decompress(data, 16 + zlib.MAX_WBITS)))))
        told = json.loads(record.rec_headers.get_header(_FIELD))
        stated = record.rec_headers.get_header("WARC-Payload-Digest")
        body = record.raw_stream.read()
        digest = hashlib.sha256(body).hexdigest()
        if stated != f"sha256:{digest}":
            raise CaptureError("SAY-024", "a kept capture", "its bytes are not those that were stored")
        capture = msgspec.convert({**told, "sha256": digest, "body": b""}, Capture)
    except (ArchiveLoadFailed, zlib.error, ValueError, TypeError, KeyError, StopIteration, EOFError) as error:
        raise CaptureError("SAY-024", "a kept capture", f"its record cannot be read ({type(error).__name__})") from None
    return msgspec.structs.replace(capture, body=body)
