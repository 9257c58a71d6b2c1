"""Writes small PDFs by hand: lines of Helvetica at given places, and nothing else (ISO 32000-1, section 7)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

#: (left, baseline, size, text), in points from the lower left corner
Placed = tuple[float, float, float, str]


def column(
    lines: Sequence[str], *, top: float = 700, left: float = 72, size: float = 11, leading: float = 14
) -> list[Placed]:
    """Lines one below the other; an empty string is a blank line."""
    return [(left, top - i * leading, size, line) for i, line in enumerate(lines) if line]


def _string(text: str) -> bytes:
    return b"(" + text.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)") + b")"


def make_pdf(pages: Sequence[Sequence[Placed]], info: Mapping[str, str] | None = None) -> bytes:
    """The bytes of a PDF with these pages of 612 by 792 points."""
    objects: list[bytes] = [
        b"",
        b"",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    kids = []
    for page in pages:
        drawn = b"".join(
            b"BT /F1 %g Tf 1 0 0 1 %g %g Tm %s Tj ET\n" % (size, x, y, _string(text)) for x, y, size, text in page
        )
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(drawn), drawn))
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents %d 0 R "
            b"/Resources << /Font << /F1 3 0 R >> >> >>" % len(objects)
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[0] = b"<< /Type /Catalog /Pages 2 0 R >>"
    objects[1] = b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(kids), b" ".join(kids))
    trailer = b""
    if info:
        objects.append(b"<< " + b" ".join(b"/" + k.encode() + b" " + _string(v) for k, v in info.items()) + b" >>")
        trailer = b" /Info %d 0 R" % len(objects)
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return (
        out
        + b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root 1 0 R%s >>\nstartxref\n%d\n%%%%EOF\n"
        % (
            len(objects) + 1,
            table,
            len(objects) + 1,
            trailer,
            len(out),
        )
    )
