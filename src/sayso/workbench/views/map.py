"""Where: places with their uncertainty, and movements between them: ``/map``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fastapi import APIRouter, Response

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


def _answer(desk: Desk) -> MapAnswer:
    filters = desk.filters(size=None)
    return desk.kept(("map", filters), lambda: desk.ledger.map_places(filters, _PLACES))
