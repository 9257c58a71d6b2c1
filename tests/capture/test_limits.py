"""Unpacking is the inverse of packing, and stops at its limit."""

from __future__ import annotations

import gzip
import io
import zlib
from collections.abc import Callable

import brotli
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.capture.limits import (
    STEP,
    DamagedError,
    TooLargeError,
    UnknownCodingError,
    gunzip,
    gunzip_head,
    inflate,
    read_capped,
    uncoded,
)


def bare_deflate(data: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return packer.compress(data) + packer.flush()


PACKERS: list[tuple[str, Callable[[bytes], bytes]]] = [
    ("gzip", gzip.compress),
    ("deflate", zlib.compress),
    ("deflate", bare_deflate),
    ("br", brotli.compress),
]


def pieces(data: bytes, size: int) -> list[bytes]:
    return [data[i : i + size] for i in range(0, len(data), size)]


@pytest.mark.parametrize(("coding", "pack"), PACKERS)
@given(data=st.binary(max_size=3000), size=st.integers(1, 500), times=st.integers(1, 50))
def test_what_was_packed_comes_out_however_it_arrives(
    coding: str, pack: Callable[[bytes], bytes], data: bytes, size: int, times: int
) -> None:
    whole = data * times
    assert b"".join(inflate(pieces(pack(whole), size), coding, len(whole))) == whole


@pytest.mark.parametrize(("coding", "pack"), PACKERS)
def test_nothing_beyond_the_limit_is_held(coding: str, pack: Callable[[bytes], bytes]) -> None:
    steps: list[bytes] = []
    with pytest.raises(TooLargeError):
        steps.extend(inflate([pack(bytes(5_000_000))], coding, 100_000))
    assert sum(map(len, steps)) <= 100_000 + STEP


@pytest.mark.parametrize(("coding", "pack"), PACKERS)
@given(data=st.binary(min_size=1, max_size=500), cut=st.integers(1, 8))
def test_what_is_cut_short_is_damaged(coding: str, pack: Callable[[bytes], bytes], data: bytes, cut: int) -> None:
    packed = pack(data)
    short = packed[: max(1, len(packed) - cut)]
    with pytest.raises(DamagedError):
        list(inflate([short], coding, 10_000))


@given(st.binary(min_size=1, max_size=200))
def test_gzip_takes_all_members_and_passes_over_padding(data: bytes) -> None:
    assert gunzip(gzip.compress(data) + gzip.compress(b"!") + bytes(20), 1000) == data + b"!"


def test_a_wrong_checksum_is_damage() -> None:
    packed = bytearray(gzip.compress(b"It will rain."))
    packed[-6] ^= 1
    with pytest.raises(DamagedError):
        gunzip(bytes(packed), 100)


def test_codings_are_undone_in_their_order() -> None:
    twice = brotli.compress(gzip.compress(b"It will rain."))
    assert b"".join(uncoded([twice], "gzip, br", 100)) == b"It will rain."
    assert b"".join(uncoded([b"plain"], "identity", 100)) == b"plain"
    with pytest.raises(UnknownCodingError):
        list(uncoded([b"x"], "exi", 100))
    with pytest.raises(TooLargeError):
        list(uncoded([b"x" * 11], "", 10))


def test_reading_stops_one_byte_after_the_limit() -> None:
    stream = io.BytesIO(b"x" * 100)
    assert read_capped(io.BytesIO(b"x" * 100), 100) == b"x" * 100
    with pytest.raises(TooLargeError):
        read_capped(stream, 50)
    assert stream.tell() == 51


def test_the_beginning_of_what_is_packed() -> None:
    assert gunzip_head(gzip.compress(b"WARC/1.1\r\n" * 100)[:40]).startswith(b"WARC/1.1")
    assert gunzip_head(b"\x1f\x8bjunk") == b""
