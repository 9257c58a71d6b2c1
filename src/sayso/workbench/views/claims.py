"""The ledger: who says what, through whom: ``/claims``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from fastapi import APIRouter, Response

from sayso.export import FORMATS
from sayso.export.flat import flat_claim
from sayso.ledger.filters import STATUSES
from sayso.workbench.asked import PAGE
from sayso.workbench.desk import At, Desk
from sayso.workbench.narrowing import choices

if TYPE_CHECKING:
    from sayso.ledger import Filters
    from sayso.nouns.facets import Facets

router = APIRouter()
#: values of a facet that are asked for
_VALUES: Final = 20
#: fields of the form that stand under *More*: name in the address, label, what is written there
MORE: Final = (
    ("by", "Who says it", "Waldhauser"),
    ("about", "About", "Africa Command"),
    ("place", "Place", "Bani Walid"),
    ("near", "Near: latitude, longitude, km", "32.9,13.2,50"),
    ("said", "Said", "2017-03 or 2017-03..2017-06"),
    ("published", "Published", "2017 or 2017-10-01.."),
    ("origins", "Independent origins", "1 or 2.."),
)


@router.get("/claims")
def show_claims(desk: At) -> Response:
    """The claims that meet the filters, with what they have in common."""
    sort = desk.asked.order
    filters = desk.filters(sort=sort)
    found = list(desk.ledger.claims(filters))
    shown = found[:PAGE]
    if desk.form != "html":
        rows = desk.ledger.claims(desk.filters(size=None, sort=sort))
        return desk.page("", title="", found=shown, rows=lambda: map(flat_claim, rows))
    facets = _facets(desk)
    return desk.html(
        "claims.html",
        title="Ledger",
        claims=shown,
        first=(desk.asked.page - 1) * PAGE + 1,
        more=len(found) > PAGE,
        facets=facets,
        choices=tuple(choices(facets, desk.asked)),
        wanted=(filters.query, filters.about),
        spoken_by=(filters.query, filters.by),
        fields=MORE,
        statuses=STATUSES,
        formats=FORMATS.values(),
        questions=desk.kept("questions", desk.ledger.questions),
        document=shown[0].document if shown and filters.document else None,
    )


def _facets(desk: Desk) -> Facets:
    filters: Filters = desk.filters(size=None, sort=None)
    return desk.kept(("facets", filters), lambda: desk.ledger.facets(filters, limit=_VALUES))
