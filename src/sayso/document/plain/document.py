"""A plain-text capture -> document and comments."""

from __future__ import annotations

from datetime import UTC, date, datetime
from urllib.parse import urlsplit

from sayso.document.extracted import Extracted
from sayso.document.html.decode import decode
from sayso.document.language import detect
from sayso.document.plain.page import PlainPage, read_plain
from sayso.document.spam import judge
from sayso.errors import DocumentError
from sayso.nouns import Capture, Document, Evidence, Given, Rival

#: Version of the way from lines to ``document.text``; changes whenever the text can.
PROJECTION = "plain/1"


def latest_day(capture: Capture) -> date:
    """The day the capture was made, today where that is not known: no page was published later."""
    try:
        return datetime.fromisoformat(capture.retrieved or "").date()
    except ValueError:
        return datetime.now(UTC).date()


def with_given(
    evidence: tuple[Evidence, ...], field: str, given: str | None
) -> tuple[str | None, tuple[Evidence, ...]]:
    """The value of a field and all evidence, in which what the user gives comes first and the page's own is a rival."""
    found = [e for e in evidence if e.field == field]
    if given is None:
        return (found[0].value if found else None), evidence
    rivals = tuple(Rival(value=e.value, evidence=e.evidence, where=e.where) for e in found if e.value != given)
    own = Evidence(field=field, value=given, evidence="given", where=f"--{field}", score=1.0, rivals=rivals)
    return given, (own, *(e for e in evidence if e.field != field))


def document_from_plain(capture: Capture, given: Given) -> Extracted:
    """Read a capture that holds plain text.

    Raises:
        DocumentError: SAY-010, it is empty; SAY-011, it is no text; SAY-012, no line of it is an article.
    """
    decoded = decode(capture.body, capture.charset, capture.source)
    latest = latest_day(capture)
    page = read_plain(decoded, latest=latest)
    if not page.text and given.as_text:
        page = read_plain(decoded, latest=latest, article_only=True)
    if not page.text:
        raise DocumentError("SAY-012", capture.source)
    return assemble(capture, given, page, charset=decoded.evidence)


def assemble(capture: Capture, given: Given, page: PlainPage, *, charset: Evidence | None) -> Extracted:
    """Document and comments of a page, with language found, spam judged and the user's own values put first."""
    head = page.head
    language = detect(page.text, None)
    evidence = head.evidence + tuple(e for e in (language, charset) if e)
    published, evidence = with_given(evidence, "published", given.published)
    outlet, evidence = with_given(evidence, "outlet", given.outlet)
    url, evidence = with_given(evidence, "url", given.url)
    document = Document(
        id=f"sha256:{capture.sha256}",
        source=capture.source,
        url=url or _http(capture.url),
        outlet=outlet,
        title=head.title,
        authors=tuple(a.name for a in head.bylines),
        published=published,
        language=language.value if language else None,
        text=page.text,
        headings=page.headings,
        sentences=(),
        capture=capture.ref,
        modified=head.modified,
        bylines=head.bylines,
        blocks=page.blocks,
        lines=page.lines,
        evidence=evidence,
        projection=PROJECTION,
    )
    topic = f"{head.title or ''}\n{page.text}"
    return Extracted(document=document, comments=tuple(judge(c, topic=topic) for c in page.comments))


def _http(url: str | None) -> str | None:
    return url if url and urlsplit(url).scheme in {"http", "https"} else None
