"""One claim, all pages that carry it, and the origins behind them: ``/origins/{name}``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from fastapi import APIRouter, Response

from sayso.errors import LedgerError
from sayso.export.flat import flat_cluster
from sayso.export.selection import cluster_named
from sayso.ledger import Filters
from sayso.nouns import Member
from sayso.workbench.desk import At
from sayso.workbench.graphs import provenance
from sayso.workbench.judging import RELATIONS, standing
from sayso.workbench.provenance import EDGES, groups_of, outside, row_of

if TYPE_CHECKING:
    from sayso.nouns import Cluster
    from sayso.nouns.found import FoundClaim
    from sayso.workbench.desk import Desk

router = APIRouter()

#: members to choose from in a form
_CHOICES: Final = 100
#: members that are looked at for figures, and questions that are made of them
_LOOKED_AT: Final = 4
_QUESTIONS: Final = 3


def _named(desk: Desk, name: str) -> Cluster:
    """The cluster of a name.

    Raises:
        LedgerError: SAY-068, there is none.
    """
    found = cluster_named(desk.ledger, name)
    if found is None:
        what = "no claim is kept under this name (it gets a new one when pages join it)"
        raise LedgerError("SAY-068", name, what, "look for its words under Origins")
    return found


@router.get("/origins/{name}")
def show_cluster(desk: At, name: str) -> Response:
    """The claim with its origins, what contradicts or replaces it, and forms to say what is the same."""
    cluster = _named(desk, name)
    related = list(outside(desk.ledger, cluster)) if desk.form == "html" else []
    others = list({each.name: each.other for each in related if each.other}.values())
    return desk.page(
        "cluster.html",
        title=cluster.claim,
        found=cluster,
        rows=lambda: flat_cluster(cluster),
        cluster=cluster,
        row=row_of(cluster),
        groups=groups_of(cluster),
        related=related,
        others=others,
        pages=_pages(cluster, others),
        choices=cluster.members[:_CHOICES],
        judged=standing(desk.ledger, cluster) if desk.form == "html" else [],
        relations=RELATIONS,
        means=EDGES,
        measured=_measured(desk, cluster) if desk.form == "html" else (),
    )


def _pages(cluster: Cluster, others: list[FoundClaim]) -> dict[str, Member]:
    """By its source each page that an alert may name: those of members, and of claims that stand against them."""
    found = {each.document.source: _as_member(each) for each in others}
    return found | {member.source: member for member in reversed(cluster.members)}


def _as_member(claim: FoundClaim) -> Member:
    page = claim.document
    return Member(document=page.id, source=page.source, claim=claim.id, outlet=page.outlet, published=page.published)


def _measured(desk: Desk, cluster: Cluster) -> tuple[str, ...]:
    """What the first of its claims that hold figures count: questions for series."""
    for member in cluster.members[:_LOOKED_AT]:
        figures = desk.ledger.figures(Filters(document=member.document, claim=member.claim, limit=_QUESTIONS))
        if found := tuple(dict.fromkeys(figure.of for figure in figures if figure.of)):
            return found
    return ()


@router.get("/origins/{name}/graph")
def show_graph(desk: At, name: str) -> Response:
    """The nodes and edges of the drawing."""
    cluster = _named(desk, name)
    return desk.page("cluster_graph.html", title=cluster.claim, found=provenance(cluster), cluster=cluster)
