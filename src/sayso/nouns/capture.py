"""A capture: the bytes of one page or file as they came, and how they came."""

from __future__ import annotations

import hashlib

from sayso.nouns.base import Noun


class CaptureRef(Noun, frozen=True, kw_only=True):
    """What a document says of the capture that it was made from."""

    sha256: str
    media_type: str
    retrieved: str | None


class Robots(Noun, frozen=True, kw_only=True):
    """What robots.txt said of an address when it was fetched: the decision is part of the record."""

    url: str
    allowed: bool
    why: str


class Capture(Noun, frozen=True, kw_only=True):
    """The bytes as they came.

    ``body`` is the decoded payload (content-encoding removed), whose SHA-256 in lower-case hex is the identity.
    ``source`` is what the user named (a path relative to what was asked for, a URL, ``-``). ``headers`` are response
    headers in the order received; ``charset`` is the one the transport declared, which may be a lie.
    """

    sha256: str
    media_type: str
    retrieved: str | None
    source: str
    body: bytes
    url: str | None = None
    charset: str | None = None
    status: int | None = None
    headers: tuple[tuple[str, str], ...] = ()
    robots: Robots | None = None

    @classmethod
    def of(
        cls,
        body: bytes,
        *,
        media_type: str,
        source: str,
        retrieved: str | None = None,
        url: str | None = None,
        charset: str | None = None,
        status: int | None = None,
        headers: tuple[tuple[str, str], ...] = (),
        robots: Robots | None = None,
    ) -> Capture:
        """Make a capture from its bytes; the identity is computed here and nowhere else."""
        return cls(
            sha256=hashlib.sha256(body).hexdigest(),
            media_type=media_type,
            retrieved=retrieved,
            source=source,
            body=body,
            url=url,
            charset=charset,
            status=status,
            headers=headers,
            robots=robots,
        )

    @property
    def ref(self) -> CaptureRef:
        return CaptureRef(sha256=self.sha256, media_type=self.media_type, retrieved=self.retrieved)
