"""When two readings are the same one, and when a page has already been read in the same way."""

from __future__ import annotations

import hashlib
import zlib

import msgspec

from sayso import __version__
from sayso.errors import LedgerError
from sayso.nouns import Capture, Given, Noun, Reading, from_json, to_json

#: level 6 saves a tenth over this one and costs three times as much, on a page's reading
_LEVEL = 2


class Recipe(Noun, frozen=True, kw_only=True):
    """How a capture is read: all that decides what comes of it besides its bytes."""

    profile: str
    version: str
    given: Given
    media_type: str
    charset: str | None
    url: str | None
    projection: str
    sayso: str = __version__

    @classmethod
    def of(cls, capture: Capture, *, given: Given, profile: str, version: str, projection: str = "") -> Recipe:
        """The recipe under which ``capture`` will be read by the reader of that profile and version."""
        return cls(
            profile=profile,
            version=version,
            given=given,
            media_type=capture.media_type,
            charset=capture.charset,
            url=capture.url,
            projection=projection,
        )

    @property
    def key(self) -> str:
        return hashlib.sha256(to_json(self)).hexdigest()


def reading_id(reading: Reading) -> str:
    """SHA-256 of the reading's JSON without its volatile fields: under which name and when the bytes were met.

    Two readings with the same id say the same of the same bytes.
    """
    document = reading.document
    steady = msgspec.structs.replace(
        document, source="", capture=msgspec.structs.replace(document.capture, retrieved=None)
    )
    said = to_json(msgspec.structs.replace(reading, document=steady))
    if not document.links:
        # readings from before links were kept have none, and their ids hold; in a string the quotes would be escaped
        said = said.replace(b',"links":[]', b"", 1)
    return hashlib.sha256(said).hexdigest()


def pack(reading: Reading) -> bytes:
    """The whole reading as the ledger keeps it."""
    return pack_bytes(to_json(reading))


def pack_bytes(reading: bytes) -> bytes:
    """The same of what is JSON already, which is kept byte for byte."""
    return zlib.compress(reading, _LEVEL)


def unpack(body: bytes) -> Reading:
    """The reading as it was put in, field for field.

    Raises:
        LedgerError: SAY-066, the bytes are not what :func:`pack` made.
    """
    try:
        return from_json(Reading, zlib.decompress(body))
    except (zlib.error, msgspec.DecodeError) as error:
        raise LedgerError("SAY-066", "a stored reading", f"it cannot be read back ({error})") from error
