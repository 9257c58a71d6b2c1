"""What kind of thing some bytes are: by what they say themselves, then by the name and type they were given.

Follows the WHATWG MIME Sniffing Standard where it speaks (byte order marks, the tags a page begins with, the bytes that
no text holds) and is milder in one point: a page with a few NUL bytes in it is still a page.
"""

from __future__ import annotations

import codecs
import functools
import re
from dataclasses import dataclass
from email.message import Message
from typing import Literal

from sayso.lexicon import load

#: how much of the beginning is looked at
HEAD = 4096

HTML, XHTML, TEXT, PDF, MAIL = "text/html", "application/xhtml+xml", "text/plain", "application/pdf", "message/rfc822"

#: declared types that a page may have; another type is believed unless the content speaks against it
_DECLARED = (None, HTML, XHTML, TEXT, PDF, MAIL, "application/octet-stream")

#: bytes that no text holds (WHATWG MIME Sniffing, section 3, "binary data byte")
_BINARY = frozenset(range(0x09)) | {0x0B} | frozenset(range(0x0E, 0x1B)) | frozenset(range(0x1C, 0x20))
#: random bytes hold 10 in 100 of them; text, even damaged text, next to none
_TEXT_SHARE = 0.005
_PAGE_SHARE = 0.08

#: UTF-32 is not among them: the standard reads it as UTF-16 full of NULs, which makes it no text
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


@dataclass(frozen=True)
class Sniffed:
    """``kind``: ``page`` (then ``media_type`` says which), an archive or packing (``warc``, ``gzip``, ``zip``), or what
    is not read: ``empty``, ``binary`` (no text in any encoding), ``other`` (``what`` says what it is).
    ``certain``: the content itself says so, whatever it is called."""

    kind: Literal["page", "warc", "gzip", "zip", "empty", "binary", "other"]
    media_type: str = ""
    what: str = ""
    certain: bool = False


def content_type(value: str | None) -> tuple[str | None, str | None]:
    """Media type and charset of a Content-Type header, in lower case; null where it does not say."""
    if not value:
        return None, None
    message = Message()
    message["Content-Type"] = " ".join(value.split())
    stated = value.split(";")[0].strip().lower()
    charset = message.get_param("charset")
    name = charset.strip().strip("'\"").lower() if isinstance(charset, str) else None
    return stated if "/" in stated else None, name or None


def sniff(head: bytes, *, name: str = "", declared: str | None = None) -> Sniffed:
    """Judge the first bytes (``HEAD`` of them are enough).

    Args:
        name: the file's name or the address; only its suffix counts, without ``.gz``.
        declared: the media type that the transport declared.
    """
    head = head[:HEAD]
    if packed := _packed(head):
        return packed
    text = _head_text(head)
    if not text.strip("\0 \t\r\n\f\v"):
        return Sniffed("empty")
    if what := _magic(head):
        return Sniffed("other", what=what, certain=True)
    share = sum(ord(c) in _BINARY for c in text) / len(text)
    nuls = text.count("\0") / len(text)  # in a page they are dirt, and parsers drop them
    hint = (declared if declared in (HTML, XHTML, TEXT) else None) or _hint(name) or ""
    if share - nuls <= _PAGE_SHARE and (page := _page(text, hint)):
        return page
    if share > _TEXT_SHARE:
        return Sniffed("binary")
    if _is_mail(text):
        return Sniffed("page", MAIL, certain=True)
    if text.lstrip().startswith("<?xml"):
        return Sniffed("other", what="XML that is no page", certain=True)
    if hint == "other":
        return Sniffed("other", what=f"a .{_suffix(name)} file")
    if declared not in _DECLARED:
        return Sniffed("other", what=declared or "")
    if hint == MAIL:
        return Sniffed("page", MAIL)
    return Sniffed("page", TEXT)


def _packed(head: bytes) -> Sniffed | None:
    """What has a signature of its own."""
    if b"%PDF-" in head[:1024]:
        return Sniffed("page", PDF, certain=True)
    if head.startswith(b"WARC/"):
        return Sniffed("warc", certain=True)
    if head.startswith(b"\x1f\x8b"):
        return Sniffed("gzip", certain=True)
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return Sniffed("zip", certain=True)
    return None


def _page(text: str, hint: str) -> Sniffed | None:
    """HTML, if the text begins as HTML does, or holds tags and is said to be HTML."""
    begin = _leading(text)
    strong, weak = _tags()
    if strong.match(begin):
        return Sniffed("page", XHTML if hint == XHTML else HTML, certain=True)
    if hint in ("other", TEXT):
        return None
    if weak.match(begin):
        return Sniffed("page", HTML, certain=True)
    if hint in (HTML, XHTML) and re.search(r"<[a-z!/?]", text, re.IGNORECASE):
        return Sniffed("page", hint)
    return None


def _leading(text: str) -> str:
    """The text after the white space, comments, XML declaration and processing instructions that it begins with."""
    return re.sub(r"\A(?:[\s\0\ufeff]|<\?.{0,1000}?\?>|<!--(?!\[if).{0,2000}?-->)+", "", text, flags=re.DOTALL)


def _is_mail(text: str) -> bool:
    """Whether it begins with a message's header (RFC 5322): one field that only messages have, and another."""
    names = load("media.toml")["mail"]
    lines = text.lstrip("\ufeff\r\n").splitlines()
    if lines and lines[0].startswith("From "):  # the envelope line that mailboxes put first
        lines = lines[1:]
    found: set[str] = set()
    for line in lines:
        if not line.strip():
            break
        if line[0] in " \t":
            continue
        name, colon, _ = line.partition(":")
        if not colon or not re.fullmatch(r"[!-9;-~]+", name):
            return False
        found.add(name.lower())
    known = found & {*names["sure"], *names["fields"]}
    return bool(found & set(names["sure"])) and len(known) >= 2


def _head_text(head: bytes) -> str:
    """The beginning as text, near enough to look for tags: by its byte order mark, as UTF-16 where every other byte
    is NUL, otherwise one character a byte."""
    for mark, encoding in _BOMS:
        if head.startswith(mark):
            return head[len(mark) :].decode(encoding, "replace")
    even, odd = head[0::2], head[1::2]
    if len(odd) >= 8:
        if odd.count(0) > 0.4 * len(odd) and even.count(0) < 0.05 * len(even):
            return head.decode("utf-16-le", "replace")
        if even.count(0) > 0.4 * len(even) and odd.count(0) < 0.05 * len(odd):
            return head.decode("utf-16-be", "replace")
    return head.decode("latin-1")


def _suffix(name: str) -> str:
    bare = re.sub(r"\A[^/]+://[^/?#]*([^?#]*).*", r"\1", name, flags=re.DOTALL)  # of an address, its path
    last = bare.replace("\\", "/").rsplit("/", 1)[-1].lower().removesuffix(".gz")
    return last.rsplit(".", 1)[1] if "." in last.strip(".") else ""


def _hint(name: str) -> str | None:
    """What the suffix of a name says: a media type, ``archive`` or ``other``."""
    return _suffixes().get(_suffix(name))


def says_text(name: str) -> bool:
    """Whether a name promises a document, so that inside a folder plain text of that name is read."""
    return _hint(name) in (TEXT, HTML, XHTML, MAIL)


@functools.cache
def _suffixes() -> dict[str, str]:
    return {suffix: kind for kind, suffixes in load("media.toml")["suffixes"].items() for suffix in suffixes}


@functools.cache
def _tags() -> tuple[re.Pattern[str], re.Pattern[str]]:
    table = load("media.toml")["html"]

    def pattern(tags: list[str]) -> re.Pattern[str]:
        return re.compile("<(?:" + "|".join(re.escape(tag) for tag in tags) + r")(?![a-z0-9])", re.IGNORECASE)

    return pattern(table["strong"]), pattern(table["weak"])


@functools.cache
def _magics() -> tuple[tuple[re.Pattern[bytes], str], ...]:
    def pattern(digits: str) -> re.Pattern[bytes]:
        pairs = [digits[i : i + 2] for i in range(0, len(digits), 2)]
        return re.compile(
            b"".join(b"." if pair == ".." else re.escape(bytes.fromhex(pair)) for pair in pairs), re.DOTALL
        )

    return tuple((pattern(digits), what) for what, all_ in load("media.toml")["magic"].items() for digits in all_)


def _magic(head: bytes) -> str | None:
    return next((what for pattern, what in _magics() if pattern.match(head)), None)
