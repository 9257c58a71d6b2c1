"""How the bytes of a capture can be shown so that nothing in them does anything.

A page is served as it came, in a sandbox: no scripts, no forms, no origin of its own, nothing loaded from anywhere
(CSP level 3, HTML's sandboxing flags). One rule of style follows it, by which links cannot be clicked: they would lead
nowhere, and leave an empty frame. What is no page is served as plain text or to be kept as a file.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from sayso.errors import DocumentError

if TYPE_CHECKING:
    from sayso.nouns import Capture

_PAGES: Final = frozenset({"text/html", "application/xhtml+xml"})
_POLICY: Final = "; ".join(
    (
        "sandbox",
        "default-src 'none'",
        "style-src 'unsafe-inline'",
        "img-src data:",
        "form-action 'none'",
        "base-uri 'none'",
        "frame-ancestors 'self'",
    )
)

_DEAD_LINKS: Final = "\n<style>a, area, button { pointer-events: none !important }</style>\n"


@dataclass(frozen=True, slots=True)
class Shown:
    """``way``: as a page in the sandbox, as its source, or as a file. ``size`` in bytes."""

    way: Literal["page", "text", "file"]
    media_type: str
    size: int
    retrieved: str | None
    url: str | None
    charset: str | None


def shown_as(capture: Capture, *, source: bool = False) -> Shown:
    """How a capture is shown; with ``source``, a page as the text that it was written in."""
    charset = None
    if capture.media_type.startswith("text/") or capture.media_type in (*_PAGES, "message/rfc822"):
        charset = _charset(capture)
    way: Literal["page", "text", "file"] = "file"
    if charset is not None:
        way = "page" if capture.media_type in _PAGES and not source else "text"
    return Shown(way, capture.media_type, len(capture.body), capture.retrieved, capture.url, charset)


def body_of(shown: Shown, capture: Capture) -> bytes:
    """The bytes that go out: those of the capture; after a page, the rule that makes its links dead."""
    if shown.way != "page" or not shown.charset:
        return capture.body
    return capture.body + _DEAD_LINKS.encode(shown.charset)


def headers_of(shown: Shown, capture: Capture) -> dict[str, str]:
    """The headers with which the bytes go out.

    XHTML goes out as HTML: as XML it could bring a style sheet language that computes.
    """
    kinds = {"page": "text/html", "text": "text/plain", "file": "application/octet-stream"}
    kind = kinds[shown.way] + (f"; charset={shown.charset}" if shown.charset else "")
    headers = {
        "Content-Type": kind,
        "Content-Security-Policy": _POLICY,
        "Referrer-Policy": "no-referrer",
        "X-Robots-Tag": "noindex",
    }
    if shown.way == "file":
        ending = ".pdf" if capture.media_type == "application/pdf" else ".bin"
        headers["Content-Disposition"] = f'attachment; filename="capture-{capture.sha256[:16]}{ending}"'
    return headers


def _charset(capture: Capture) -> str | None:
    """The encoding that the page was read in; null where it is no text at all."""
    from sayso.document.html.decode import decode

    try:
        codec = decode(capture.body, capture.charset).codec
    except DocumentError:
        return None
    # as browsers call it (encoding.spec.whatwg.org)
    return {"utf-16-le": "utf-16le", "utf-16-be": "utf-16be"}.get(codec, codec)
