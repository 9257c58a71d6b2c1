"""The same claim across pages: ``/origins``."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from fastapi import APIRouter, Response
from starlette.responses import RedirectResponse

from sayso.errors import ConfigError
from sayso.export.flat import flat_member
from sayso.ledger.filters import ALERTS
from sayso.nouns import Cluster
from sayso.nouns.called import cluster_number
from sayso.workbench.asked import Asked, whole
from sayso.workbench.desk import At
from sayso.workbench.provenance import Row, row_of

router = APIRouter()

#: clusters on one page of the list
SIZE: Final = 40
#: what a claim must at least stand on to be shown where nothing else is said: one page agrees with itself
PAGES: Final = 2
SORTS: Final = {"pages": "on most pages", "newest": "newest", "relevance": "closest to the words"}


@router.get("/origins")
def show_origins(desk: At) -> Response:
    """Claims on several pages, with the number of their independent origins."""
    asked = desk.asked
    words = asked.get("q") or ""
    if cluster_number(words) is not None:
        return RedirectResponse(f"/origins/{words}", status_code=303)
    pages = _pages(asked)
    wanted = asked.filters(size=SIZE)
    kinds, wanted = wanted.alert, replace(wanted, alert=())
    found = list(desk.ledger.clusters(wanted, pages=pages, alerts=kinds))
    shown = found[:SIZE]
    everything = replace(wanted, limit=None, offset=0)
    return desk.page(
        "origins.html",
        title="The same claim across pages",
        found=shown,
        rows=lambda: (
            flat_member(cluster, member)
            for cluster in desk.ledger.clusters(everything, pages=pages, alerts=kinds)
            for member in cluster.members
        ),
        rows_shown=_rows(shown),
        more=len(found) > SIZE,
        pages=pages,
        kinds=ALERTS,
        sorts=SORTS if words else {name: label for name, label in SORTS.items() if name != "relevance"},
    )


def _rows(clusters: list[Cluster]) -> list[Row]:
    return [row_of(cluster) for cluster in clusters]


def _pages(asked: Asked) -> int:
    number = whole(asked.get("pages") or str(PAGES), 10**6)
    if not number:
        raise ConfigError("SAY-001", "pages", "this is no number of pages", "write 1, 2, 3 or more")
    return number
