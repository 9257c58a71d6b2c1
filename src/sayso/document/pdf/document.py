"""A PDF capture -> document. It has no comments; byte ranges are null because the stored bytes are no text."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date

from sayso.document.extracted import Extracted
from sayso.document.html.metadata.dates import plausible
from sayso.document.language import detect
from sayso.document.pdf.lines import PdfText
from sayso.document.pdf.paragraphs import Paragraph, body_size, drop_running, make_paragraphs
from sayso.document.plain.bylines import author_kind, parse_byline
from sayso.document.plain.dates import find_date, is_when
from sayso.document.plain.document import latest_day, with_given
from sayso.document.plain.patterns import matches, pattern
from sayso.errors import DocumentError
from sayso.nouns import Author, Block, Capture, Document, Evidence, Given
from sayso.nouns.document import BlockKind

#: Version of the way from lines to ``document.text``; changes whenever the text can.
PROJECTION = "pdf/1"
#: What the information dictionary says was often put there by the program, or by an earlier file.
HEADER_TRUST = 0.3
#: Byline and date stand among the first paragraphs.
HEAD = 8
#: A paragraph of more words is text, and no title stands below it.
LONG = 20
#: Mended words that are recorded one by one; further ones are only counted.
MOST_MENDED = 50
_PDF_DATE = re.compile(r"D?:?(\d{4})(\d{2})?(\d{2})?")
_PROGRAM_TITLE = re.compile(  # what programs write there by themselves
    r"(?:microsoft word|untitled|document\d*|powerpoint|slide ?\d|print|page \d|https?:|"
    r".*\.(?:docx?|pdf|indd|qxd|tex|odt|html?)$)",
    re.IGNORECASE,
)


def document_from_pdf(capture: Capture, given: Given) -> Extracted:
    """Read the text layer of a PDF.

    Raises:
        DocumentError: SAY-015, it has no text; SAY-016, it is broken or wants a password.
    """
    with PdfText(capture.body, capture.source) as pdf:
        information = pdf.metadata()
        lines = list(pdf.lines())
    kept = drop_running(lines) or lines
    paragraphs = make_paragraphs(kept)
    if not any(c.isalpha() for p in paragraphs for c in p.text):
        raise DocumentError("SAY-015", capture.source)
    evidence, body = _head(paragraphs, body_size(kept), latest_day(capture))
    evidence += _information(information, latest_day(capture), {e.field for e in evidence})
    return Extracted(document=_assemble(capture, given, body, evidence))


def _head(paragraphs: Sequence[Paragraph], usual: float, latest: date) -> tuple[list[Evidence], list[Paragraph]]:
    """What the first page says of itself, and the paragraphs that remain as text."""
    evidence: list[Evidence] = []
    taken: set[int] = set()
    first = [i for i, p in enumerate(paragraphs[:HEAD]) if p.page == paragraphs[0].page]
    largest = max((paragraphs[i].size for i in first), default=0.0)
    long = next((i for i in first if len(paragraphs[i].text.split()) > LONG), len(paragraphs))
    title = next(
        (
            i
            for i in first
            if paragraphs[i].heading and paragraphs[i].size == largest and largest > 1.2 * usual and i < long
        ),
        None,
    )
    if title is not None and len(paragraphs) > 1:
        taken.add(title)
        evidence.append(_visible("title", paragraphs[title], 0.7))
    for i in first:
        p = paragraphs[i]
        if i in taken or len(p.text.split()) > 20:
            continue
        names = parse_byline(p.text) if matches("byline", p.text) else []
        found = find_date(p.text)
        label = pattern("date_label").match(p.text)
        dated = is_when(p.text[label.end() :] if label else p.text)
        if names and not any(e.field == "authors" for e in evidence):
            taken.add(i)
            evidence += [
                Evidence(field="authors", value=n, evidence="visible", where=f"page {p.page}", score=0.7) for n in names
            ]
        if (
            found
            and plausible(found.day, latest)
            and (names or dated)
            and not any(e.field == "published" for e in evidence)
        ):
            taken.add(i)
            evidence.append(
                Evidence(field="published", value=found.iso, evidence="visible", where=f"page {p.page}", score=0.7)
            )
    body = [p for i, p in enumerate(paragraphs) if i not in taken]
    if not body:  # a page that is all head
        return [], list(paragraphs)
    mended = [m for p in body for m in p.mended]
    evidence += [
        Evidence(field="text", value=m, evidence="derived", where="line end", score=0.9) for m in mended[:MOST_MENDED]
    ]
    return evidence, body


def _visible(field: str, paragraph: Paragraph, score: float) -> Evidence:
    return Evidence(field=field, value=paragraph.text, evidence="visible", where=f"page {paragraph.page}", score=score)


def _information(information: Mapping[str, str], latest: date, known: set[str]) -> list[Evidence]:
    """Title, author and date of the information dictionary, for what the page itself does not say."""
    found: list[Evidence] = []

    def add(field: str, value: str, key: str) -> None:
        if field not in known:
            found.append(Evidence(field=field, value=value, evidence="header", where=f"Info/{key}", score=HEADER_TRUST))

    title, author, created = (information.get(k, "") for k in ("Title", "Author", "CreationDate"))
    if title and not _PROGRAM_TITLE.match(title):
        add("title", title, "Title")
    for name in parse_byline(author) if author else []:
        add("authors", name, "Author")
    day = _PDF_DATE.match(created)
    if day and day[2] and day[3]:
        stamp = find_date(f"{day[1]}-{day[2]}-{day[3]}")
        if stamp and plausible(stamp.day, latest):
            add("published", stamp.iso, "CreationDate")
    return found


def _assemble(capture: Capture, given: Given, body: Sequence[Paragraph], found: Sequence[Evidence]) -> Document:
    text = "\n".join(p.text for p in body)
    blocks, at = [], 0
    for p in body:
        kind: BlockKind = "heading" if p.heading else "paragraph"
        blocks.append(Block(start=at, end=at + len(p.text), kind=kind, path=None, source=None, page=p.page))
        at += len(p.text) + 1
    language = detect(text, None)
    evidence = (*found, *([language] if language else []))
    title, evidence = with_given(evidence, "title", None)
    published, evidence = with_given(evidence, "published", given.published)
    outlet, evidence = with_given(evidence, "outlet", given.outlet)
    url, evidence = with_given(evidence, "url", given.url)
    bylines = tuple(Author(name=e.value, kind=author_kind(e.value)) for e in evidence if e.field == "authors")
    return Document(
        id=f"sha256:{capture.sha256}",
        source=capture.source,
        url=url or capture.url,
        outlet=outlet,
        title=title,
        authors=tuple(a.name for a in bylines),
        published=published,
        language=language.value if language else None,
        text=text,
        headings=tuple((b.start, b.end) for b in blocks if b.kind == "heading"),
        sentences=(),
        capture=capture.ref,
        bylines=bylines,
        blocks=tuple(blocks),
        evidence=evidence,
        projection=PROJECTION,
    )
