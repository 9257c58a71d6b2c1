"""Where: places with their uncertainty, movements between them, and what geometry says of the claims: ``/map``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fastapi import APIRouter, Response

from sayso.export.flat import flat_movement
from sayso.workbench.asked import PAGE
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
        found=features(answer) if desk.form == "geojson" else answer,
        rows=lambda: (
            {
                "place": place.label,
                "kind": place.kind,
                "country": place.country,
                "lat": place.lat,
                "lon": place.lon,
                "radius_km": place.radius_km,
                "uncertain": place.uncertain,
                "claims": place.claims,
                "documents": place.documents,
            }
            for place in answer.places
        ),
        answer=answer,
    )


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


def _answer(desk: Desk) -> MapAnswer:
    filters = desk.filters(size=None)
    return desk.kept(("map", filters), lambda: desk.ledger.map_places(filters, _PLACES))
