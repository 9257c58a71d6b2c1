"""Bytes of a page -> text, with the decision kept as evidence and a way back to the bytes.

The order is that of the WHATWG HTML standard (section 13.2.3.2, "Determining the character encoding"): a byte order
mark, the transport's charset, the page's own ``<meta charset>``. Both declarations lie in practice, so a declared
encoding is believed only where the bytes decode in it; valid UTF-8 with characters outside ASCII is believed over any
other label, because text in another encoding is hardly ever valid UTF-8 by chance. charset-normalizer guesses last.

The decoded text keeps one code point for each character of the source, so that offsets into it can be turned into byte
offsets: what does not decode becomes U+FFFD, and NULs become zero-width spaces (which the projection leaves out).
"""

from __future__ import annotations

import codecs
import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache

from sayso.errors import DocumentError
from sayso.lexicon import load
from sayso.nouns import Evidence, Rival

#: How far into the page a declaration is looked for. The standard asks for 1,024 bytes; pages put scripts before it.
PRESCAN = 8_192
#: Share of control characters and undecodable bytes above which a capture is no text.
JUNK = 0.05
#: How much of the capture the judgement of junk and the guess rest on.
SAMPLE = 262_144

_META = re.compile(rb"<meta\b[^>]*?\bcharset\s*=\s*[\"']?\s*([A-Za-z0-9_.:()-]+)", re.IGNORECASE)
_XML = re.compile(rb"^\s*<\?xml\b[^>]*?\bencoding\s*=\s*[\"']([A-Za-z0-9_.:()-]+)", re.IGNORECASE)
_COMMENT = re.compile(rb"<!--.*?-->", re.DOTALL)
_BOMS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_CONTROLS = bytes((*range(9), *range(0x0E, 0x1B), *range(0x1C, 0x20), 0x7F))  # escape is part of ISO-2022
#: NULs and the surrogates that stand for undecodable bytes.
_REPLACED = {0: 0x200B, **dict.fromkeys(range(0xD800, 0xE000), 0xFFFD)}
_UNDECODED = re.compile(r"[\udc80-\udcff]")
_WIDE = re.compile(r"[^\x00-\x7f]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A decoded page: ``raw`` is ``text`` before replacement (same length), ``skipped`` a byte order mark's length."""

    body: bytes
    text: str
    raw: str
    codec: str
    skipped: int
    evidence: Evidence


def decode(body: bytes, charset: str | None = None, source: str = "-") -> Decoded:
    """Decode a page.

    Args:
        body: the bytes as captured.
        charset: what the transport declared, if anything.
        source: what the page is called in errors.

    Raises:
        DocumentError: SAY-010, there are no bytes (or only white space); SAY-011, the bytes are no text.
    """
    if not body.strip():
        raise DocumentError("SAY-010", source)
    codec, evidence, skipped = _decide(body, charset)
    raw = _decode(body[skipped:], codec)
    text = raw.translate(_REPLACED) if "\x00" in raw or not _is_clean(raw) else raw
    head = body[skipped : skipped + SAMPLE]
    junk = text[:SAMPLE].count("\ufffd")
    if not codec.startswith("utf-16"):
        junk += len(head) - len(head.translate(None, _CONTROLS))
    if junk > JUNK * len(text[:SAMPLE]):
        raise DocumentError("SAY-011", source)
    if not text.strip(" \t\r\n\f\v\u200b\ufeff"):
        raise DocumentError("SAY-010", source)
    return Decoded(body, text, raw, codec, skipped, evidence)


def byte_offsets(decoded: Decoded, offsets: list[int]) -> list[int]:
    """Byte offsets in the capture of code point offsets into the decoded text.

    Args:
        decoded: the page.
        offsets: in ascending order.
    """
    raw, codec, at, position = decoded.raw, decoded.codec, 0, decoded.skipped
    if _is_single_byte(codec):
        return [position + offset for offset in offsets]
    if codec not in _EXACT:
        table = _table(decoded)
        return [table[offset] for offset in offsets]
    found = []
    for offset in offsets:
        piece = raw[at:offset]
        position += len(piece) if codec == "utf-8" and piece.isascii() else len(_encode(piece, codec))
        at = offset
        found.append(position)
    return found


def code_point_offsets(decoded: Decoded, offsets: list[int]) -> list[int]:
    """Offsets into the decoded text of byte offsets in the capture: the inverse of :func:`byte_offsets`.

    Args:
        decoded: the page.
        offsets: in ascending order, each at the beginning of a character.
    """
    codec, at, position = decoded.codec, decoded.skipped, 0
    if _is_single_byte(codec):
        return [offset - at for offset in offsets]
    if codec not in _EXACT:
        table = _table(decoded)
        return [bisect_left(table, offset) for offset in offsets]
    found = []
    for offset in offsets:
        position += len(_decode(decoded.body[at:offset], codec))
        at = offset
        found.append(position)
    return found


def label_codec(label: str | None) -> str | None:
    """The codec of a charset label, after the WHATWG table; None if it is unknown or must not be decoded."""
    if not label:
        return None
    name = label.strip().strip("\"'").lower()
    name = _labels().get(name, name)
    try:
        b"aa".decode(name, "replace")  # raises for the codecs that are no text encodings
        codec = codecs.lookup(name).name
    except (LookupError, ValueError):
        return None
    return None if codec.replace("-", "_") in _NEVER else codec


#: Python's codecs that are no encodings of pages.
_NEVER = frozenset({"idna", "punycode", "utf_7", "raw_unicode_escape", "unicode_escape", "undefined", "mbcs", "oem"})
#: Encodings in which what was decoded encodes to the very same bytes again.
_EXACT = frozenset({"utf-8", "utf-16-le", "utf-16-be"})


@cache
def _labels() -> dict[str, str]:
    return {row["label"]: row["codec"] for row in load("charset_labels.csv")}


def _decide(body: bytes, charset: str | None) -> tuple[str, Evidence, int]:
    for mark, codec in _BOMS:
        if body.startswith(mark):
            return codec, _evidence(codec, "derived", "byte order mark", 1.0), len(mark)
    if (wide := _wide(body)) is not None:
        return wide, _evidence(wide, "derived", "NULs at every second byte", 0.9), 0
    said = []
    if (sent := label_codec(charset)) is not None:
        said.append((sent, "header", "content-type"))
    if (declared := _declared(body)) is not None:
        said.append((declared, "meta", "meta[charset]"))
    is_utf8 = _decodes(body, "utf-8")
    if is_utf8 and (not body.isascii() or not said):
        rivals = tuple(Rival(value=c, evidence=k, where=w) for c, k, w in said if c != "utf-8")  # type: ignore[arg-type]
        kind, where = next(((k, w) for c, k, w in said if c == "utf-8"), ("derived", "the bytes are valid UTF-8"))
        return "utf-8", _evidence("utf-8", kind, where, 0.99, rivals), 0
    for codec, kind, where in said:
        if _decodes(body, codec):
            rivals = tuple(Rival(value=c, evidence=k, where=w) for c, k, w in said if c != codec)  # type: ignore[arg-type]
            return codec, _evidence(codec, kind, where, 0.95, rivals), 0
    if _nearly_utf8(body):
        return "utf-8", _evidence("utf-8", "derived", "nearly all bytes are valid UTF-8", 0.8), 0
    guess = _guess(body)
    if guess is not None:
        return guess, _evidence(guess, "derived", "guessed from the bytes", 0.5), 0
    if said:
        codec, kind, where = said[0]
        return codec, _evidence(codec, kind, where, 0.4), 0
    return "cp1252", _evidence("cp1252", "derived", "nothing else decodes", 0.2), 0


def _evidence(codec: str, kind: str, where: str, score: float, rivals: tuple[Rival, ...] = ()) -> Evidence:
    return Evidence(field="charset", value=codec, evidence=kind, where=where, score=score, rivals=rivals)  # type: ignore[arg-type]


def _declared(body: bytes) -> str | None:
    """The encoding that the page declares in its first bytes. UTF-16 cannot be true there: it was read as ASCII."""
    head = _COMMENT.sub(b"", body[:PRESCAN])
    for pattern in (_META, _XML):
        if (match := pattern.search(head)) is not None:
            codec = label_codec(match[1].decode("ascii"))
            if codec is not None:
                return "utf-8" if codec.startswith(("utf-16", "utf-32")) else codec
    return None


def _wide(body: bytes) -> str | None:
    """UTF-16 without a byte order mark shows as NULs in every second byte of Latin text and markup."""
    head = body[:2_048]
    half = len(head) // 2
    if half < 8:
        return None
    for codec, nul, letter in (("utf-16-le", head[1::2], head[0::2]), ("utf-16-be", head[0::2], head[1::2])):
        if nul.count(0) > 0.7 * half and letter.count(0) < 0.05 * half:
            return codec
    return None


def _decodes(body: bytes, codec: str) -> bool:
    try:
        body.decode(codec)
    except (UnicodeError, LookupError):
        # five bytes of windows-1252 are undefined and browsers read them as controls: one is no reason to doubt
        return _is_single_byte(codec) and body.decode(codec, "replace").count("\ufffd") <= 0.001 * len(body)
    return True


def _nearly_utf8(body: bytes) -> bool:
    """A page cut in the middle of a character, or with one bad byte from a template, is still UTF-8."""
    text = body.decode("utf-8", "surrogateescape")
    bad, wide = len(_UNDECODED.findall(text[:-3])), len(_WIDE.findall(text))
    return wide > 0 and bad <= 0.1 * wide


def _guess(body: bytes) -> str | None:
    from charset_normalizer import from_bytes

    best = from_bytes(body[:SAMPLE]).best()
    return label_codec(best.encoding) if best is not None else None


def _decode(body: bytes, codec: str) -> str:
    return body.decode(codec, "surrogateescape" if codec == "utf-8" else "replace")


def _is_clean(raw: str) -> bool:
    """Whether there are no lone surrogates."""
    try:
        raw.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def _encode(piece: str, codec: str) -> bytes:
    return piece.encode(codec, "surrogateescape" if codec == "utf-8" else "strict")


@cache
def _is_single_byte(codec: str) -> bool:
    """Whether every byte is one code point: no pair of bytes that is a character in another encoding is one here."""
    pairs = (b"aa", b"\xc3\xa9", b"\x81\x40", b"\xb0\xa1", b"\x81\x30", b"\x1b$")
    return codec not in _EXACT and all(len(pair.decode(codec, "replace")) == 2 for pair in pairs)


def _table(decoded: Decoded) -> list[int]:
    """The byte offset of every code point and of the end, for encodings that do not encode back to the same bytes."""
    decoder = codecs.getincrementaldecoder(decoded.codec)("replace")
    offsets: list[int] = []
    begin = decoded.skipped
    for at in range(decoded.skipped, len(decoded.body)):
        characters = decoder.decode(decoded.body[at : at + 1])
        if characters:
            offsets.extend([begin] * len(characters))
            begin = at + 1
    offsets.extend([begin] * (len(decoder.decode(b"", final=True)) + 1))
    offsets.extend([len(decoded.body)] * (len(decoded.raw) + 1 - len(offsets)))
    return offsets
