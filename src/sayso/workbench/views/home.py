"""The front door."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.responses import RedirectResponse

router = APIRouter()


@router.get("/", include_in_schema=False)
def enter() -> RedirectResponse:
    """The ledger is what people come for."""
    return RedirectResponse("/claims", status_code=303)
