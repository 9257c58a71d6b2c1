"""Who speaks, and who reports whom: ``/sources`` and ``/network``."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from fastapi import APIRouter, Response

from sayso.export.flat import flat_source
from sayso.export.flat_overviews import flat_network
from sayso.workbench.desk import At, Desk
from sayso.workbench.graphs import reporting
from sayso.workbench.speakers import address

if TYPE_CHECKING:
    from sayso.nouns.found import FoundSource
    from sayso.nouns.overviews import Network

router = APIRouter()

#: sources on one page: each is put together from all names that it goes by
SIZE: Final = 30
#: speakers in the drawing, and rows of its table
NODES: Final = 40
SORTS: Final = {"claims": "with most claims", "newest": "newest", "relevance": "closest to the words"}


@router.get("/sources")
def show_sources(desk: At) -> Response:
    """Speakers with what they said, how often, who carries it, and what is on record of it."""
    asked = desk.asked
    filters = replace(asked.filters(size=SIZE), limit=SIZE)

    def made() -> tuple[list[FoundSource], bool]:
        shown = list(desk.ledger.sources(filters))
        # names that are one source are told once, so that a full page may hold fewer
        further = replace(filters, offset=filters.offset + SIZE, limit=1)
        return shown, bool(shown) and next(desk.ledger.sources(further), None) is not None

    shown, more = desk.kept(("sources", filters), made) if desk.form != "csv" else ([], False)
    return desk.page(
        "sources.html",
        title="Sources",
        found=shown,
        rows=lambda: map(flat_source, desk.ledger.sources(asked.filters(size=None))),
        sources=shown,
        more=more,
        address=address,
        sorts=SORTS if asked.get("q") else {name: label for name, label in SORTS.items() if name != "relevance"},
        network=network(desk) if desk.form == "html" and asked.page == 1 else None,
    )


@router.get("/network")
def show_network(desk: At) -> Response:
    """Who reports whom: a drawing, and all of its edges as a table."""
    found = network(desk)
    return desk.page(
        "network.html",
        title="Who reports whom",
        found=found,
        rows=lambda: flat_network(found),
        network=found,
        names={node.id: node for node in found.nodes},
        address=address,
    )


@router.get("/network/graph")
def show_graph(desk: At) -> Response:
    """The nodes and edges of the drawing."""
    found = network(desk)
    return desk.page("network.html", title="Who reports whom", found=reporting(found), network=found, names={})


def network(desk: Desk) -> Network:
    """Who reports whom in the claims that are asked for."""
    filters = desk.asked.filters(size=None)
    return desk.kept(("network", filters), lambda: desk.ledger.network(filters, limit=NODES))
