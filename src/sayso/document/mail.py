"""Messages (``message/rfc822``): the body is read as a page or as plain text, the header says subject, sender and date.

The HTML part is preferred, because it is the one that senders look after; the plain part is read where there is none or
where no article can be found in it.
"""

from __future__ import annotations

import email
from collections.abc import Callable, Iterator
from datetime import UTC, date
from email import policy
from email.errors import MessageError
from email.message import EmailMessage
from email.utils import getaddresses, parsedate_to_datetime
from itertools import islice

import msgspec

from sayso.document.extracted import Extracted
from sayso.document.html.metadata.dates import plausible
from sayso.document.plain.bylines import author_kind
from sayso.document.plain.document import document_from_plain, latest_day
from sayso.document.plain.offsets import clean
from sayso.errors import DocumentError
from sayso.nouns import Author, Block, Capture, Document, Evidence, Given, Line, Range, Rival

#: Messages with more parts, or with bodies longer than this in bytes, are attacks or archives.
MOST_PARTS = 1_000
LONGEST_BODY = 20_000_000
#: Transfer encodings under which the bytes of the body stand in the capture as they are.
_IDENTITY = frozenset({"", "7bit", "8bit", "binary"})

Build = Callable[[Capture, Given], Extracted]


def document_from_mail(capture: Capture, given: Given, *, build_html: Build) -> Extracted:
    """Read one message.

    Args:
        capture: the message as stored.
        given: what the user says of it.
        build_html: reads a capture of media type ``text/html``.

    Raises:
        DocumentError: SAY-017, no part of it can be read; SAY-018, it is nested or long beyond reason.
    """
    message = _parse(capture)
    failure: DocumentError | None = None
    for part in _bodies(message, capture.source):
        payload = part.get_payload(decode=True)
        if not isinstance(payload, bytes) or not payload.strip():
            continue
        if len(payload) > LONGEST_BODY:
            raise DocumentError("SAY-018", capture.source, "the body of the message is too long")
        is_html = part.get_content_type() == "text/html"
        body = Capture.of(
            payload,
            media_type="text/html" if is_html else "text/plain",
            source=capture.source,
            retrieved=capture.retrieved,
            charset=_charset(part),
        )
        try:
            read = build_html(body, given) if is_html else document_from_plain(body, given)
        except DocumentError as error:
            failure = error
            continue
        return _placed(read, capture, given, message, _offset(capture.body, payload, part))
    raise DocumentError("SAY-017", capture.source) from failure


def _parse(capture: Capture) -> EmailMessage:
    try:
        # a leading "From " line is the envelope of an mbox
        message = email.message_from_bytes(capture.body, policy=policy.default)
    except RecursionError:
        raise DocumentError("SAY-018", capture.source) from None
    except (MessageError, ValueError, LookupError):
        raise DocumentError("SAY-017", capture.source) from None
    assert isinstance(message, EmailMessage)
    return message


def _bodies(message: EmailMessage, source: str) -> Iterator[EmailMessage]:
    """The parts to try, best first: the body in HTML, the body in plain text, any other text part."""
    try:
        parts = list(islice(message.walk(), MOST_PARTS + 1))
        if len(parts) > MOST_PARTS:
            raise DocumentError("SAY-018", source, "the message has too many parts")
        best = [p for kind in ("html", "plain") if isinstance(p := message.get_body((kind,)), EmailMessage)]
    except RecursionError:
        raise DocumentError("SAY-018", source) from None
    texts = [p for p in parts if p.get_content_type() in {"text/html", "text/plain"} and not p.is_attachment()]
    seen: set[int] = set()
    for part in (*best, *texts):
        if id(part) not in seen and not part.is_multipart():
            seen.add(id(part))
            yield part


def _charset(part: EmailMessage) -> str | None:
    found = part.get_content_charset()
    return found if isinstance(found, str) else None


def _offset(stored: bytes, payload: bytes, part: EmailMessage) -> int | None:
    """Where the body begins in the stored bytes; ``None`` where an encoding hides it or it is not found once."""
    encoding = str(part.get("content-transfer-encoding", "")).strip().lower()
    if encoding not in _IDENTITY:
        return None
    at = stored.find(payload)
    return at if at >= 0 and stored.find(payload, at + 1) < 0 else None


def _shift(source: Range | None, offset: int | None) -> Range | None:
    return None if source is None or offset is None else (source[0] + offset, source[1] + offset)


def _placed(read: Extracted, capture: Capture, given: Given, message: EmailMessage, offset: int | None) -> Extracted:
    """The document of the body as that of the whole message: its identity, its byte ranges, its header."""
    document = read.document
    blocks: tuple[Block, ...] = tuple(
        msgspec.structs.replace(b, source=_shift(b.source, offset)) for b in document.blocks
    )
    lines: tuple[Line, ...] = ()
    if offset is not None:
        lines = tuple(
            msgspec.structs.replace(n, source=(n.source[0] + offset, n.source[1] + offset)) for n in document.lines
        )
    comments = tuple(msgspec.structs.replace(c, source=_shift(c.source, offset)) for c in read.comments)
    document = msgspec.structs.replace(
        document, id=f"sha256:{capture.sha256}", capture=capture.ref, blocks=blocks, lines=lines
    )
    return Extracted(document=_with_header(document, capture, given, message), comments=comments)


def _header(message: EmailMessage, name: str) -> str | None:
    """A header field decoded; ``None`` where it is absent, empty or broken beyond decoding."""
    try:
        value = message.get(name)
        return (clean(str(value)) or None) if value is not None else None
    except (MessageError, ValueError, LookupError, AttributeError, IndexError, TypeError):  # the parser's own faults
        return None


def _with_header(document: Document, capture: Capture, given: Given, message: EmailMessage) -> Document:
    """Subject, sender and date. A newsletter's sender is its outlet, and its author only where no byline is seen."""
    evidence: list[Evidence] = list(document.evidence)
    newsletter = any(message.get(h) is not None for h in ("list-id", "list-unsubscribe"))
    sender = _sender(message)
    title, bylines, outlet, published = document.title, document.bylines, document.outlet, document.published

    def put(field: str, value: str, where: str, score: float) -> None:
        rivals = tuple(
            Rival(value=e.value, evidence=e.evidence, where=e.where)
            for e in evidence
            if e.field == field and e.value != value
        )
        evidence[:] = [e for e in evidence if e.field != field]
        evidence.append(Evidence(field=field, value=value, evidence="header", where=where, score=score, rivals=rivals))

    if subject := _header(message, "subject"):
        title = subject
        put("title", subject, "Subject", 0.9)
    if sender and newsletter and outlet is None:
        outlet = sender
        put("outlet", sender, "From", 0.5)
    if sender and not (newsletter and bylines):
        bylines = (Author(name=sender, kind="desk" if newsletter else author_kind(sender)),)
        put("authors", sender, "From", 0.8)
    sent = _date(message)
    if sent and given.published is None and plausible(sent[0], latest_day(capture)):
        published = sent[1]
        put("published", sent[1], "Date", 0.9)
    return msgspec.structs.replace(
        document,
        title=title,
        authors=tuple(a.name for a in bylines),
        bylines=bylines,
        outlet=outlet,
        published=published,
        evidence=tuple(evidence),
    )


def _sender(message: EmailMessage) -> str | None:
    value = _header(message, "from")
    if value is None:
        return None
    for name, address in getaddresses([value]):
        if name or address:
            return clean(name.strip("\"' ")) or clean(address)
    return None


def _date(message: EmailMessage) -> tuple[date, str] | None:
    """The day it was sent (in UTC) and the moment in ISO 8601 with the sender's zone."""
    value = _header(message, "date")
    try:
        moment = parsedate_to_datetime(value) if value else None
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    if moment is None:
        return None
    stamp = moment.isoformat()
    day = moment.astimezone(UTC).date() if moment.tzinfo else moment.date()
    return day, stamp.removesuffix("+00:00") + "Z" if stamp.endswith("+00:00") else stamp
