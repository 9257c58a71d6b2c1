"""Bytes to text, whatever the page says of itself."""

from __future__ import annotations

import os
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.document.html.decode import byte_offsets, code_point_offsets, decode, label_codec
from sayso.errors import DocumentError

PAGE = "<html><head>{}</head><body><p>Čeština, naïve – “quoted” text</p></body></html>"
LATIN = "<html><head>{}</head><body><p>Überall naïve façades – “quoted”</p></body></html>"


@pytest.mark.parametrize(
    ("body", "charset", "codec"),
    [
        (PAGE.format("").encode("utf-8"), None, "utf-8"),
        (PAGE.format("<meta charset=iso-8859-1>").encode("utf-8"), "latin-1", "utf-8"),
        (LATIN.format("<meta charset=iso-8859-1>").encode("cp1252"), None, "cp1252"),
        (LATIN.format("<meta charset=utf-8>").encode("cp1252"), "windows-1252", "cp1252"),
        (LATIN.format("<!-- <meta charset=koi8-r> --><meta charset='windows-1252'>").encode("cp1252"), None, "cp1252"),
        (PAGE.format("").encode("utf-16"), None, "utf-16-le"),
        (LATIN.format("").encode("utf-16-be"), None, "utf-16-be"),
        (b"\xef\xbb\xbf" + PAGE.format("<meta charset=koi8-r>").encode("utf-8"), "koi8-r", "utf-8"),
        ("<meta charset=Shift_JIS><p>日本語の文章です。</p>".encode("cp932"), None, "cp932"),
        ("<meta charset=gb2312><p>中文的文章。</p>".encode("gb18030"), None, "gb18030"),
        (b"<meta charset=utf-16><p>plain ascii</p>", None, "utf-8"),
        (b"<meta charset=nonsense><p>plain ascii</p>", "also-nonsense", "utf-8"),
        (PAGE.format("").encode("utf-8")[:-1] + b"\xc5", None, "utf-8"),
    ],
)
def test_the_encoding_that_is_true_wins(body: bytes, charset: str | None, codec: str) -> None:
    decoded = decode(body, charset)
    assert decoded.codec == codec
    assert decoded.evidence.field == "charset"
    assert decoded.evidence.value == codec
    assert "“quoted”" in decoded.text or "plain" in decoded.text or "の文" in decoded.text or "的文" in decoded.text


def test_a_label_that_lies_is_a_rival() -> None:
    evidence = decode(PAGE.format("<meta charset=iso-8859-1>").encode(), "utf-8").evidence
    assert (evidence.value, evidence.evidence) == ("utf-8", "header")
    assert [(rival.value, rival.evidence) for rival in evidence.rivals] == [("cp1252", "meta")]


def test_an_undeclared_encoding_is_guessed() -> None:
    text = "<html><body><p>" + "Правительство сообщило, что переговоры продолжатся в среду. " * 8 + "</p></body></html>"
    assert "переговоры" in decode(text.encode("cp1251")).text


@pytest.mark.parametrize("body", [b"", b" \n\t ", b"\xef\xbb\xbf  "])
def test_nothing_is_an_empty_input(body: bytes) -> None:
    with pytest.raises(DocumentError) as caught:
        decode(body)
    assert caught.value.code == "SAY-010"


@pytest.mark.parametrize(
    "body",
    [bytes(1000), b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40, os.urandom(0) + random.Random(3).randbytes(5000)],
)
def test_binary_junk_is_refused(body: bytes) -> None:
    with pytest.raises(DocumentError) as caught:
        decode(body)
    assert caught.value.code == "SAY-011"


def test_neither_nuls_nor_lone_surrogates_come_through() -> None:
    decoded = decode(b"<p>a\x00b \xed\xa0\x80 c</p>" + b"text " * 200)
    decoded.text.encode("utf-8")
    assert "\x00" not in decoded.text


@pytest.mark.parametrize(
    "label", ["utf-7", "base64", "rot13", "idna", "unicode_escape", "", None, "iso-2022-kr", "../x"]
)
def test_labels_that_are_no_encodings_of_pages(label: str | None) -> None:
    assert label_codec(label) is None


#: without control characters: many of them are no page, but binary junk (SAY-011)
TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]), max_size=40)


@given(TEXTS, st.sampled_from(["utf-8", "utf-16", "utf-8-sig"]))
def test_offsets_go_to_bytes_and_back(text: str, encoding: str) -> None:
    body = ("<p>" + text + "</p> and some plain text so that it counts as text").encode(encoding)
    decoded = decode(body)
    every = list(range(len(decoded.text) + 1))
    places = byte_offsets(decoded, every)
    assert code_point_offsets(decoded, places) == every
    assert places[-1] == len(body)
    for at in every[:-1]:
        piece = body[places[at] : places[at + 1]].decode(decoded.codec, "replace")
        assert piece == decoded.text[at] or decoded.text[at] in "\u200b\ufffd"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("日本語 abc ｱｲｳ", "shift_jis"),
        ("中文 abc", "gbk"),
        ("한국어", "euc-kr"),
        ("日本 x", "iso-2022-jp"),
        ("naïve", "latin-1"),
    ],
)
def test_offsets_in_older_encodings(text: str, encoding: str) -> None:
    body = f"<meta charset={encoding}><p>{text}</p>".encode(encoding)
    decoded = decode(body, encoding)
    at = decoded.text.index(text)
    first, last = byte_offsets(decoded, [at, at + len(text)])
    if encoding != "iso-2022-jp":  # there the bytes between carry the state
        assert body[first:last].decode(encoding) == text
    assert code_point_offsets(decoded, [first, last]) == [at, at + len(text)]


@given(st.binary(max_size=200))
def test_any_bytes_are_text_or_refused(body: bytes) -> None:
    decoded = None
    refused = {"SAY-010", "SAY-011"}
    try:
        decoded = decode(body)
    except DocumentError as error:
        refused &= {error.code}
    assert decoded is not None or len(refused) == 1
    if decoded is None:
        return
    decoded.text.encode("utf-8")
    assert byte_offsets(decoded, [0, len(decoded.text)])[-1] <= len(body)
