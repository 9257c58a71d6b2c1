"""The captured bytes, shown so that nothing in them does anything: ``/documents/{doc16}/capture``."""

from __future__ import annotations

from fastapi import APIRouter, Response

from sayso.workbench.capturing import body_of, headers_of, shown_as
from sayso.workbench.desk import At

router = APIRouter()


@router.get("/documents/{document}/capture")
def show_capture(desk: At, document: str) -> Response:
    """The bytes as they came; with ``as=text`` a page's source."""
    reading = desk.ledger.reading(document)
    capture = desk.ledger.capture(reading.document.capture.sha256)
    shown = shown_as(capture, source=desk.asked.get("as") == "text")
    return Response(body_of(shown, capture), headers=headers_of(shown, capture))
