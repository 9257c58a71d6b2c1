"""Where forms go by which a reviewer says how claims or sources stand to each other: ``/judgements``."""

from __future__ import annotations

from typing import Annotated, Literal
from urllib.parse import urlencode

from fastapi import APIRouter, Form, HTTPException, Response
from starlette.responses import RedirectResponse

from sayso.workbench.desk import At, Desk
from sayso.workbench.judging import claim_named, cluster_of, judge, undo
from sayso.workbench.safety.csrf import checked

router = APIRouter()


@router.post("/judgements")
def add_judgement(
    desk: At,
    kind: Annotated[str, Form()] = "",
    a: Annotated[str, Form()] = "",
    b: Annotated[str, Form()] = "",
    other: Annotated[str, Form()] = "",
    about: Annotated[Literal["statements", "actors"], Form()] = "statements",
    why: Annotated[str, Form()] = "",
    by: Annotated[str, Form()] = "",
    back: Annotated[str, Form()] = "",
    csrf: Annotated[str, Form()] = "",
) -> Response:
    """Keep a judgement. ``other`` names the second claim where ``b``, which is one of a list, is not the one."""
    ours(desk, csrf)
    first, second = claim_named(a), claim_named(other or b)
    kept = judge(desk.ledger, about, kind, first, second, why=why.strip(), by=by.strip() or desk.settings.reviewer)
    cluster = cluster_of(desk.ledger, kept.a) if about == "statements" else None
    return _to(f"/origins/{cluster}" if cluster else back, judged=str(kept.number))


@router.post("/judgements/{number}/undo")
def undo_judgement(
    desk: At,
    number: int,
    by: Annotated[str, Form()] = "",
    back: Annotated[str, Form()] = "",
    csrf: Annotated[str, Form()] = "",
) -> Response:
    """Take a judgement back."""
    ours(desk, csrf)
    kept = undo(desk.ledger, number, by=by.strip() or desk.settings.reviewer)
    cluster = cluster_of(desk.ledger, kept.a) if kept.about == "statements" else None
    return _to(f"/origins/{cluster}" if cluster else back, undone=str(number))


def ours(desk: Desk, csrf: str) -> None:
    """Refuse a form that is not one of this workbench.

    Raises:
        HTTPException: 403.
    """
    if not checked(desk.request, csrf):
        raise HTTPException(403, "this form does not come from a page of this workbench")


def _to(address: str, **told: str) -> Response:
    """The page to show next: never one of another site."""
    if not address.startswith("/") or address.startswith(("//", "/\\")):
        address = "/origins"
    return RedirectResponse(f"{address}{'&' if '?' in address else '?'}{urlencode(told)}", status_code=303)
