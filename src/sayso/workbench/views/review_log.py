"""What reviewers decided: ``/review/log``, and as training data."""

from __future__ import annotations

from io import BytesIO
from typing import Final

from fastapi import APIRouter, Response

from sayso.export.decided import changes, flat_decision
from sayso.export.training import write_training
from sayso.workbench.desk import At

router = APIRouter()
#: decisions on one page of the log
_LOGGED: Final = 200


@router.get("/review/log")
def show_log(desk: At) -> Response:
    """What was ever decided, undone things too, the latest first; what reviewers decided differently above it."""
    standing = {each.number for each in desk.ledger.decisions()}
    log = sorted(desk.ledger.decision_log(), key=lambda each: -each.number)
    return desk.page(
        "review_log.html",
        title="What was decided",
        found=log,
        rows=lambda: map(flat_decision, log),
        log=log[:_LOGGED],
        more=max(0, len(log) - _LOGGED),
        standing=standing,
        conflicts=list(desk.ledger.conflicts()),
        changes=changes,
    )


@router.get("/review/training")
def download_training(desk: At) -> Response:
    """What was decided, as training data."""
    out = BytesIO()
    write_training(desk.ledger, out)
    headers = {"Content-Disposition": 'attachment; filename="sayso-training.jsonl"'}
    return Response(out.getvalue(), media_type="application/jsonl", headers=headers)
