"""Capture -> document: the one place that knows which kind of capture is read by which module."""

from __future__ import annotations

from sayso.document.extracted import Extracted
from sayso.errors import DocumentError
from sayso.nouns import Capture, Given

_HTML = frozenset({"text/html", "application/xhtml+xml"})


def build(capture: Capture, given: Given) -> Extracted:
    """Take one capture apart, in this process.

    ``given.as_text`` reads any text as plain text. For protection against hostile pages use
    :class:`sayso.document.worker.Extractor`, which runs this function in a process of its own.

    Raises:
        DocumentError: the capture holds no article that can be read (SAY-010 to SAY-018, SAY-023).
    """
    if not capture.body:
        raise DocumentError("SAY-010", capture.source)
    if capture.media_type == "application/pdf":
        from sayso.document.pdf import document_from_pdf

        return document_from_pdf(capture, given)
    if capture.media_type == "text/plain" or given.as_text:
        from sayso.document.plain import document_from_plain

        return document_from_plain(capture, given)
    if capture.media_type in _HTML:
        from sayso.document.html.page import document_from_html

        return document_from_html(capture, given)
    if capture.media_type == "message/rfc822":
        from sayso.document.html.page import document_from_html
        from sayso.document.mail import document_from_mail

        return document_from_mail(capture, given, build_html=document_from_html)
    raise DocumentError("SAY-023", capture.source)
