"""Where: places with their uncertainty, and movements between them: ``/map``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fastapi import APIRouter, Response

from sayso.export.flat_overviews import flat_place
from sayso.workbench.desk import At
from sayso.workbench.features import features

if TYPE_CHECKING:
    from sayso.nouns.overviews import MapAnswer
    from sayso.workbench.desk import Desk

router = APIRouter()
#: places that are drawn: more than that is a smear
_PLACES = 300


@router.get("/map")
def show_map(desk: At) -> Response:
    """The places of the claims that meet the filters, those with most claims first."""
    answer = _answer(desk)
    return desk.page(
        "map.html",
        title="Map",
        found=answer,
        geojson=lambda: features(answer),
        rows=lambda: map(flat_place, answer.places),
        answer=answer,
    )


def _answer(desk: Desk) -> MapAnswer:
    filters = desk.filters(size=None)
    return desk.kept(("map", filters), lambda: desk.ledger.map_places(filters, _PLACES))
