"""The pages that were read: ``/documents``."""

from __future__ import annotations

from fastapi import APIRouter, Response

from sayso.export.flat import flat_document
from sayso.workbench.asked import PAGE
from sayso.workbench.desk import At

router = APIRouter()


@router.get("/documents")
def show_documents(desk: At) -> Response:
    """The pages that meet the filters, the newest first."""
    found = list(desk.ledger.documents(desk.filters()))
    shown = found[:PAGE]
    return desk.page(
        "documents.html",
        title="Pages",
        found=shown,
        rows=lambda: map(flat_document, desk.ledger.documents(desk.filters(size=None))),
        documents=shown,
        more=len(found) > PAGE,
    )
