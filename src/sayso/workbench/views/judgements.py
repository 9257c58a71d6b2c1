"""Where forms go by which a reviewer says how claims or sources stand to each other: ``/judgements``."""

from __future__ import annotations

from typing import Literal
from urllib.parse import urlencode

from fastapi import APIRouter, Response
from starlette.datastructures import FormData
from starlette.responses import RedirectResponse

from sayso.workbench.desk import At, Desk
from sayso.workbench.judging import claim_named, cluster_of, judge, undo
from sayso.workbench.safety.csrf import Checked

router = APIRouter()


@router.post("/judgements")
def add_judgement(desk: At, form: Checked) -> Response:
    """Keep a judgement. ``other`` names the second claim where ``b``, which is one of a list, is not the one."""
    about: Literal["statements", "actors"] = "actors" if field(form, "about") == "actors" else "statements"
    first, second = claim_named(field(form, "a")), claim_named(field(form, "other") or field(form, "b"))
    kept = judge(desk.ledger, about, field(form, "kind"), first, second, why=field(form, "why"), by=by(desk, form))
    desk.follow()
    cluster = cluster_of(desk.ledger, kept.a) if about == "statements" else None
    return to(f"/origins/{cluster}" if cluster else field(form, "back"), judged=str(kept.number))


@router.post("/judgements/{number}/undo")
def undo_judgement(desk: At, form: Checked, number: int) -> Response:
    """Take a judgement back."""
    kept = undo(desk.ledger, number, by=by(desk, form))
    desk.follow()
    if field(form, "back").startswith("/review"):
        return to(field(form, "back"), undone=str(number))
    cluster = cluster_of(desk.ledger, kept.a) if kept.about == "statements" else None
    return to(f"/origins/{cluster}" if cluster else field(form, "back"), undone=str(number))


def field(form: FormData, name: str) -> str:
    """What stands in a field; empty where it is not there, or is a file."""
    given = form.get(name)
    return given.strip() if isinstance(given, str) else ""


def by(desk: Desk, form: FormData) -> str:
    """Who decides: the name in the form, else the one that this browser was given, else the one on this machine."""
    return field(form, "by") or desk.reviewer


def to(address: str, **told: str) -> Response:
    """The page to show next: never one of another site."""
    if not address.startswith("/") or address.startswith(("//", "/\\")):
        address = "/origins"
    query = f"{'&' if '?' in address else '?'}{urlencode(told)}" if told else ""
    return RedirectResponse(address + query, status_code=303)
