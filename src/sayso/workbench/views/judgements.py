"""Where forms go by which a reviewer says how claims or sources stand to each other: ``/judgements``."""

from __future__ import annotations

from typing import Literal

from fastapi import APIRouter, Response

from sayso.workbench.desk import At
from sayso.workbench.fields import field, reason, to
from sayso.workbench.judging import claim_named, cluster_of, judge, undo
from sayso.workbench.safety.csrf import Checked

router = APIRouter()


@router.post("/judgements")
def add_judgement(desk: At, form: Checked) -> Response:
    """Keep a judgement. ``other`` names the second claim where ``b``, which is one of a list, is not the one."""
    about: Literal["statements", "actors"] = "actors" if field(form, "about") == "actors" else "statements"
    first, second = claim_named(field(form, "a")), claim_named(field(form, "other") or field(form, "b"))
    kept = judge(desk.ledger, about, field(form, "kind"), first, second, why=reason(form), by=desk.by(form))
    desk.follow()
    cluster = cluster_of(desk.ledger, kept.a) if about == "statements" else None
    return to(f"/origins/{cluster}" if cluster else field(form, "back"), judged=str(kept.number))


@router.post("/judgements/{number}/undo")
def undo_judgement(desk: At, form: Checked, number: int) -> Response:
    """Take a judgement back."""
    kept = undo(desk.ledger, number, by=desk.by(form))
    desk.follow()
    if field(form, "back").startswith("/review"):
        return to(field(form, "back"), undone=str(number))
    cluster = cluster_of(desk.ledger, kept.a) if kept.about == "statements" else None
    return to(f"/origins/{cluster}" if cluster else field(form, "back"), undone=str(number))
