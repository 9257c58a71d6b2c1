"""The movements that claims tell of, one by one: ``/movements``."""

from __future__ import annotations

from fastapi import APIRouter, Response

from sayso.export.flat import flat_movement
from sayso.workbench.asked import PAGE
from sayso.workbench.desk import At

router = APIRouter()


@router.get("/movements")
def show_movements(desk: At) -> Response:
    """The movements that claims tell of, one by one."""
    found = list(desk.ledger.movements(desk.filters()))
    shown = found[:PAGE]
    return desk.page(
        "movements.html",
        title="Movements",
        found=shown,
        rows=lambda: map(flat_movement, desk.ledger.movements(desk.filters(size=None))),
        movements=shown,
        more=len(found) > PAGE,
    )
