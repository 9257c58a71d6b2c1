"""Inputs that no reader should stumble over, each made by name, with what has to become of it.

Nothing here is anybody's text; large inputs are made when they are asked for and never kept.
"""

from __future__ import annotations

import gzip
import io
import random
import zipfile
from collections.abc import Callable
from dataclasses import dataclass

STORY = (
    "<p>The harbour of Port Amery will stay closed until Friday, the harbour master said on Tuesday.</p>"
    "<p>Divers found a second container on the sea bed, 40 metres from the quay, according to the coast guard.</p>"
    "<p>“We will not let a ship in before the channel is clear,” said Ines Falk, who heads the port authority. "
    "Fishermen may use the northern basin, she said, if they leave it before dark.</p>"
    "<p>The company that owns the containers did not answer our questions.</p>"
)
PLAIN = (
    "The harbour of Port Amery will stay closed until Friday, the harbour master said on Tuesday.\n\n"
    "Divers found a second container on the sea bed, 40 metres from the quay, according to the coast guard.\n\n"
    '"We will not let a ship in before the channel is clear," said Ines Falk, who heads the port authority.\n'
)


@dataclass(frozen=True)
class Hostile:
    """One input: its file name, the bytes, and what may come of it: ``ok`` (it is read), or the code of its
    error. Several where it depends on how fast the machine is."""

    name: str
    make: Callable[[], bytes]
    outcomes: tuple[str, ...]


def page(body: str = STORY, head: str = "", html: str = "") -> str:
    """A page around a body."""
    return (
        f"<!DOCTYPE html><html {html}><head><title>Harbour stays closed</title>{head}</head>"
        f"<body><article><h1>Harbour stays closed</h1>{body}</article></body></html>"
    )


def text(body: str = STORY, head: str = "", encoding: str = "utf-8") -> Callable[[], bytes]:
    return lambda: page(body, head).encode(encoding)


def junk() -> bytes:
    return random.Random(7).randbytes(50_000)


def pdf(content: bytes) -> bytes:
    """A PDF of one page with the given drawing on it."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 300] /Contents 4 0 R"
        b" /Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
    ]
    out = io.BytesIO(b"%PDF-1.4\n")
    out.seek(0, io.SEEK_END)
    places = []
    for number, body in enumerate(objects, 1):
        places.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, body))
    table = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    out.writelines(b"%010d 00000 n \n" % place for place in places)
    out.write(b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, table))
    return out.getvalue()


def wacz(member: str, body: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("datapackage.json", "{}")
        archive.writestr(member, body)
    return out.getvalue()


def warc_record(body: bytes, length: int | None = None) -> bytes:
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + body
    return (
        b"WARC/1.1\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:1>\r\nWARC-Date: 2026-01-02T03:04:05Z\r\n"
        b"WARC-Target-URI: http://example.org/harbour\r\nContent-Type: application/http; msgtype=response\r\n"
        b"Content-Length: %d\r\n\r\n%s\r\n\r\n" % (len(http) if length is None else length, http)
    )


def mail(body: str, headers: str = "Content-Type: text/plain; charset=utf-8") -> bytes:
    return (
        "From: desk@example.org\nTo: all@example.org\nMessage-ID: <1@example.org>\n"
        f"Date: Tue, 14 Jan 2025 10:00:00 +0000\nSubject: Harbour stays closed\n{headers}\n\n{body}"
    ).encode("utf-8", "surrogateescape")


def nested_mail(depth: int) -> bytes:
    parts = [f'Content-Type: multipart/mixed; boundary="b{n}"\n\n--b{n}\n' for n in range(depth)]
    return mail("".join(parts[1:]) + "Content-Type: text/plain\n\nHarbour.\n", parts[0].rstrip("-b0\n"))


def laughs() -> str:
    entities = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    return (
        f'<?xml version="1.0"?><!DOCTYPE html [<!ENTITY l0 "ha">{entities}]>'
        f'<html xmlns="http://www.w3.org/1999/xhtml"><head><title>Harbour</title></head><body>{STORY}<p>&l9;</p></body></html>'
    )


def dated(value: str) -> Callable[[], bytes]:
    return text(
        head=f'<meta property="article:published_time" content="{value}">'
        f'<script type="application/ld+json">{{"@type": "NewsArticle", "datePublished": "{value}"}}</script>'
    )


CORPUS = [
    # nothing, or nothing that is text
    Hostile("empty.html", bytes, ("SAY-010",)),
    Hostile("blank.html", lambda: b" \r\n\t" * 10_000, ("SAY-010",)),
    Hostile("only-nul.txt", lambda: bytes(10_000), ("SAY-010",)),
    Hostile("byte-order-mark.html", lambda: b"\xef\xbb\xbf", ("SAY-010",)),
    Hostile("junk.html", junk, ("SAY-011",)),
    Hostile("junk.txt", junk, ("SAY-011",)),
    Hostile("picture.html", lambda: b"\x89PNG\r\n\x1a\n" + junk(), ("SAY-023",)),
    Hostile("no-body.html", text(""), ("SAY-012",)),
    Hostile("only-script.html", lambda: page("<script>var text = 'none';</script>").encode(), ("SAY-012",)),
    Hostile("one-comment.html", lambda: b"<!DOCTYPE html><html><!-- " + STORY.encode(), ("SAY-012",)),
    # encodings
    Hostile("cp1252-says-utf8.html", text(STORY, '<meta charset="utf-8">', "cp1252"), ("ok",)),
    Hostile("utf8-says-gb2312.html", text(STORY, '<meta charset="gb2312">'), ("ok",)),
    Hostile("utf16-without-mark.html", text(encoding="utf-16-le"), ("ok",)),
    Hostile("utf16-without-mark.txt", lambda: PLAIN.encode("utf-16-be"), ("ok",)),
    Hostile("utf32.html", text(encoding="utf-32"), ("SAY-011",)),
    Hostile("charset-is-no-charset.html", text(head='<meta charset="zlib_codec">'), ("ok",)),
    Hostile("charset-is-idna.html", text(head='<meta charset="idna">'), ("ok",)),
    Hostile("charset-is-undefined.html", text(head='<meta charset="undefined">'), ("ok",)),
    Hostile("nul-bytes.html", lambda: page().encode().replace(b" the ", b" the\0 "), ("ok",)),
    Hostile("nul-bytes.txt", lambda: PLAIN.encode().replace(b"quay", b"quay\0"), ("ok",)),
    Hostile("surrogate-entities.html", text(STORY.replace("Ines", "In&#xD800;es&#57343;")), ("ok",)),
    Hostile("surrogate-bytes.html", lambda: page().encode().replace(b"Ines", b"In\xed\xa0\x80es"), ("ok",)),
    Hostile("surrogate-bytes.txt", lambda: PLAIN.encode().replace(b"Ines", b"In\xed\xbf\xbfes"), ("ok",)),
    Hostile("entities-out-of-range.html", text(STORY.replace("Ines", "&#x110000;&#99999999999;&#0;")), ("ok",)),
    Hostile("control-characters.html", text(STORY.replace("Ines", "I\x1b[31mn\x07e\x9bs")), ("ok",)),
    Hostile("right-to-left.html", text(STORY.replace("Ines", "\u202eI\u2066nes\ufeff")), ("ok",)),
    # size and depth
    Hostile("fifty-megabytes.html", lambda: page("<p>The harbour is closed.</p>" * 1_850_000).encode(), ("SAY-022",)),
    Hostile("fifty-megabytes.txt", lambda: b"The harbour is closed. " * 2_200_000, ("SAY-022",)),
    Hostile("nested.html", lambda: page("<div>" * 100_000 + STORY).encode(), ("SAY-018",)),
    Hostile("nested-inline.html", lambda: page("<b><i>" * 50_000 + STORY).encode(), ("SAY-018",)),
    Hostile(
        "nested-tables.html",
        lambda: page("<table><tr><td>" * 5_000 + STORY).encode(),
        ("SAY-018",),
    ),
    Hostile(
        "colspan.html",
        text(
            STORY
            + '<table><tr><td colspan="2000000000" rowspan="2000000000">one</td></tr><tr><td>two</td></tr></table>'
        ),
        ("ok",),
    ),
    Hostile("long-attribute.html", text(f'<p title="{"x" * 1_000_000}">One.</p>{STORY}'), ("ok",)),
    Hostile("many-attributes.html", text(f"<p {' '.join(f'a{n}=1' for n in range(10_000))}>One.</p>{STORY}"), ("ok",)),
    Hostile(
        "many-siblings.html",
        text(STORY + "<ul>" + "<li class=comment>x</li>" * 200_000 + "</ul>"),
        ("ok", "SAY-013", "SAY-014", "SAY-018"),
    ),
    Hostile("many-comments.html", text(STORY + "<!-- x -->" * 200_000), ("ok", "SAY-013", "SAY-014", "SAY-018")),
    Hostile("many-open-angles.html", text(STORY + "<" * 100_000), ("ok", "SAY-013")),
    Hostile("many-spaces.html", text(STORY.replace("quay", "quay" + " " * 500_000)), ("ok",)),
    Hostile("many-quotes.html", text(STORY.replace("quay", "quay " + '" ' * 50_000)), ("ok", "SAY-013")),
    Hostile("one-long-word.txt", lambda: PLAIN.encode() + b"x" * 500_000, ("ok", "SAY-013")),
    Hostile("many-lines.txt", lambda: PLAIN.encode() + b"\n" * 200_000 + b"x", ("ok", "SAY-013")),
    Hostile("laughs.xhtml", lambda: laughs().encode(), ("ok",)),
    Hostile(
        "external-entity.xhtml",
        lambda: (
            page()
            .replace("<!DOCTYPE html>", '<?xml version="1.0"?><!DOCTYPE html SYSTEM "file:///etc/passwd">')
            .encode()
        ),
        ("ok",),
    ),
    Hostile(
        "deep-json-ld.html",
        text(head=f'<script type="application/ld+json">{"[" * 100_000}{"]" * 100_000}</script>'),
        ("ok",),
    ),
    Hostile(
        "long-number-json-ld.html",
        text(
            head=f'<script type="application/ld+json">{{"@type": "NewsArticle", "wordCount": {"9" * 10_000}}}</script>'
        ),
        ("ok",),
    ),
    Hostile("bomb.html.gz", lambda: gzip.compress(b"<html>" + bytes(200_000_000), 9), ("SAY-022",)),
    # dates
    Hostile("future-date.html", dated("2999-01-01T00:00:00Z"), ("ok",)),
    Hostile("absurd-date.html", dated("2024-13-45T99:99:99Z"), ("ok", "SAY-013")),
    Hostile("ancient-date.html", dated("0000-00-00"), ("ok",)),
    Hostile("endless-date.html", dated("1" * 100_000), ("ok",)),
    # containers
    Hostile("pictures.pdf", lambda: pdf(b"10 10 100 100 re f"), ("SAY-015",)),
    Hostile("truncated.pdf", lambda: pdf(b"BT /F1 12 Tf 10 100 Td (Harbour) Tj ET")[:180], ("SAY-016",)),
    Hostile("not-a-pdf.pdf", lambda: b"%PDF-1.7\n" + junk(), ("SAY-016",)),
    Hostile("truncated.warc", lambda: warc_record(page().encode())[:-200], ("SAY-024",)),
    Hostile("endless-record.warc", lambda: warc_record(page().encode(), 10**15), ("SAY-024",)),
    Hostile("junk.warc", lambda: b"WARC/1.1\r\n" + junk(), ("SAY-024",)),
    Hostile("long-line.warc", lambda: b"WARC/1.1\r\nX: " + b"x" * 18_000_000, ("SAY-024",)),
    Hostile("bomb.warc.gz", lambda: gzip.compress(warc_record(b"<html>" + bytes(100_000_000)), 9), ("SAY-022",)),
    Hostile("bomb.wacz", lambda: wacz("archive/a.warc", bytes(100_000_000)), ("SAY-022",)),
    Hostile("document.docx", lambda: wacz("word/document.xml", b"<x/>"), ("SAY-023",)),
    Hostile("nested.eml", lambda: nested_mail(2_000), ("SAY-017",)),
    Hostile("no-body.eml", lambda: mail(""), ("SAY-017",)),
    Hostile("lying-charset.eml", lambda: mail(PLAIN, "Content-Type: text/plain; charset=no-such-charset"), ("ok",)),
    Hostile(
        "mailbox.mbox",
        lambda: b"From junk\n" + mail(PLAIN) + b"\nFrom junk\n" + mail(PLAIN) + junk(),
        ("SAY-011",),
    ),
]
