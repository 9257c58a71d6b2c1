"""The record of a ledger as lines that travel: what an export holds, and an import puts back.

The lines of one page stand together: its capture, where it was seen, its document, every reading, how it was read.
After all pages come the events, and the end. ``line`` says what each is.
"""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec

from sayso.nouns.base import Noun

EXPORT_SCHEMA: Literal["sayso/export/1"] = "sayso/export/1"
IMPORTED_SCHEMA: Literal["sayso/imported/1"] = "sayso/imported/1"

#: SHA-256 in lower-case hex
Sha256 = Annotated[str, msgspec.Meta(pattern=r"^[0-9a-f]{64}\Z")]
#: the moment in UTC, to the microsecond, as ledgers write it: text order is time order
Moment = Annotated[str, msgspec.Meta(pattern=r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z\Z")]
Number = Annotated[int, msgspec.Meta(ge=1, le=2**53)]


class Line(Noun, frozen=True, kw_only=True, tag_field="line"):
    """Base of the lines."""


class KeptHeader(Noun, frozen=True, kw_only=True):
    """The first line: what this is."""

    schema: Literal["sayso/export/1"] = EXPORT_SCHEMA


class KeptCapture(Line, frozen=True, kw_only=True, tag="capture"):
    """The bytes as they came, each once. ``warc`` is one gzip-compressed WARC record (base64), with all headers."""

    sha256: Sha256
    media_type: str
    added: Moment
    warc: bytes


class KeptSighting(Line, frozen=True, kw_only=True, tag="sighting"):
    """Where and when the capture before was seen; ``url`` and ``retrieved`` are empty where there are none."""

    source: str
    url: str
    retrieved: str
    seen: Moment


class KeptDocument(Line, frozen=True, kw_only=True, tag="document"):
    """The article that the capture before holds."""

    id: str
    added: Moment


class KeptReading(Line, frozen=True, kw_only=True, tag="reading"):
    """One reading of the document before. ``id`` is the SHA-256 of it without what changes with time and place.

    ``reading`` is what ``sayso read --json`` printed, byte for byte; ``given`` what the user said of the page.
    """

    number: Number
    id: Sha256
    made: Moment
    given: msgspec.Raw
    reading: msgspec.Raw


class KeptRun(Line, frozen=True, kw_only=True, tag="run"):
    """A way in which the document before was read, and the number of the reading that came of it."""

    recipe: Sha256
    number: Number


class KeptEvent(Line, frozen=True, kw_only=True, tag="event"):
    """What happened: a reading was added, a reviewer judged or decided, a source was graded. ``body`` is JSON."""

    number: Number
    at: Moment
    kind: str
    subject: str
    by: str
    body: str | None


class KeptEnd(Line, frozen=True, kw_only=True, tag="end"):
    """The last line: how many documents, readings and events there were, and the SHA-256 of all bytes before it."""

    documents: int
    readings: int
    events: int
    sha256: Sha256


#: what stands between the header and the end
Kept = KeptCapture | KeptSighting | KeptDocument | KeptReading | KeptRun | KeptEvent


class Imported(Noun, frozen=True, kw_only=True):
    """What ``sayso import --json`` prints: how many of each were new to the ledger, and how many pages it had."""

    schema: Literal["sayso/imported/1"] = IMPORTED_SCHEMA
    documents: int
    readings: int
    events: int
    known: int
