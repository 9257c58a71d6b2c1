"""Unpacking with a ceiling: gzip and deflate that stop before they fill the memory."""

from __future__ import annotations

import itertools
import zlib
from collections.abc import Iterable, Iterator
from typing import BinaryIO

#: bytes taken from a stream, and given by a decompressor, in one step
STEP = 65_536

#: the content codings that can be undone (RFC 9110, section 8.4.1, and RFC 7932)
CODINGS = ("gzip", "deflate", "br")


class TooLargeError(Exception):
    """More bytes than the limit; the one argument is the limit."""


class DamagedError(Exception):
    """Compressed bytes that are wrong, or end before their end."""


class UnknownCodingError(Exception):
    """A content coding that is not undone here; the one argument is its name."""


def read_capped(stream: BinaryIO, limit: int) -> bytes:
    """All of a stream.

    Raises:
        TooLargeError: it holds more than ``limit`` bytes; at most one more than that has been read.
    """
    parts: list[bytes] = []
    left = limit + 1
    while left > 0 and (part := stream.read(min(left, 1_048_576))):
        parts.append(part)
        left -= len(part)
    if left <= 0:
        raise TooLargeError(limit)
    return b"".join(parts)


def inflate(chunks: Iterable[bytes], coding: str, limit: int) -> Iterator[bytes]:
    """Undo one of ``CODINGS`` step by step.

    Raises:
        TooLargeError: more than ``limit`` bytes come out; hardly more than one step beyond it is ever held.
        DamagedError: the compressed bytes are wrong or cut short.
    """
    given = 0
    headed = _headed(iter(chunks))
    for out in _brotli(headed) if coding == "br" else _zlib(headed, coding):
        given += len(out)
        if given > limit:
            raise TooLargeError(limit)
        if out:
            yield out


def uncoded(chunks: Iterable[bytes], header: str, limit: int) -> Iterator[bytes]:
    """A payload without the content codings that its header names, in the order they have to be undone.

    A payload that is said to be gzip and does not begin so is given as it is: servers lie, and many archives keep the
    payload unpacked under the headers as they came.

    Raises:
        UnknownCodingError: a coding that is none of ``CODINGS``.
        TooLargeError: more than ``limit`` bytes, packed or unpacked.
        DamagedError: as :func:`inflate`.
    """
    rest = _headed(iter(chunks))
    for part in reversed(header.lower().split(",")):
        coding = part.strip().removeprefix("x-")  # RFC 9110, section 8.4.1.3
        if coding in ("", "identity"):
            continue
        if coding not in CODINGS:
            raise UnknownCodingError(coding)
        first = next(rest, b"")
        rest = itertools.chain([first], rest)
        if first and (coding != "gzip" or first.startswith(b"\x1f\x8b")):
            rest = inflate(rest, coding, limit)
    given = 0
    for chunk in rest:
        given += len(chunk)
        if given > limit:
            raise TooLargeError(limit)
        yield chunk


def _headed(chunks: Iterator[bytes]) -> Iterator[bytes]:
    """The same bytes, the first two of them together: a signature may arrive byte by byte."""
    first = b""
    while len(first) < 2 and (chunk := next(chunks, None)) is not None:
        first += chunk
    return itertools.chain([first], chunks)


def _zlib(chunks: Iterable[bytes], coding: str) -> Iterator[bytes]:
    """``gzip``: all members (RFC 1952). ``deflate``: zlib (RFC 1950), or bare (RFC 1951), which servers also send."""
    decoder: zlib._Decompress | None = None
    whole = False  # at least one member has come to its end
    for chunk in chunks:
        data = chunk
        while data:
            if decoder is None:
                if whole and data[:1] != b"\x1f":
                    return  # padding after the last member, which gzip itself passes over too
                decoder = zlib.decompressobj(_window(coding, data))
            try:
                yield decoder.decompress(data, STEP)
            except zlib.error as error:
                raise DamagedError(str(error)) from None
            data = decoder.unconsumed_tail
            if decoder.eof:
                if coding != "gzip":
                    return
                data, decoder, whole = decoder.unused_data, None, True
    if decoder is None:
        return
    while out := decoder.decompress(b"", STEP):  # what it still holds back after the last byte of input
        yield out
    if not decoder.eof:
        raise DamagedError("the compressed data end too early")


def _brotli(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """RFC 7932."""
    import brotli

    decoder = brotli.Decompressor()
    try:
        for chunk in chunks:
            yield decoder.process(chunk, output_buffer_limit=STEP)
            while not decoder.is_finished() and not decoder.can_accept_more_data():
                yield decoder.process(b"", output_buffer_limit=STEP)
            if decoder.is_finished():
                return
        while not decoder.is_finished() and (out := decoder.process(b"", output_buffer_limit=STEP)):
            yield out
    except brotli.error as error:
        raise DamagedError(str(error)) from None
    if not decoder.is_finished():
        raise DamagedError("the compressed data end too early")


def _window(coding: str, first: bytes) -> int:
    """The window argument of zlib. A zlib header is 8 in the low half of its first byte and, read as one number with
    the second, a multiple of 31 (RFC 1950, section 2.2); whatever lacks it is bare deflate."""
    if coding == "gzip":
        return 16 + zlib.MAX_WBITS
    wrapped = len(first) < 2 or (first[0] & 0x0F == 8 and int.from_bytes(first[:2], "big") % 31 == 0)
    return zlib.MAX_WBITS if wrapped else -zlib.MAX_WBITS


def gunzip(data: bytes, limit: int) -> bytes:
    """Gzip bytes undone whole.

    Raises:
        TooLargeError, DamagedError: as :func:`inflate`.
    """
    return b"".join(inflate([data], "gzip", limit))


def gunzip_head(data: bytes, size: int = 4096) -> bytes:
    """The first bytes inside a gzip file, as many as the given first bytes hold; empty if they are damaged."""
    try:
        return zlib.decompressobj(16 + zlib.MAX_WBITS).decompress(data, size)
    except zlib.error:
        return b""
