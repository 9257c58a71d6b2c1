"""One claim: its sentence, its chain, the pages that carry it and the origins behind them: ``/claims/{doc16}/{c1}``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from fastapi import APIRouter, Response

from sayso.export.flat import flat_claim
from sayso.export.selection import cluster_named
from sayso.ledger.spoken import spoken
from sayso.notebook.explain import explain
from sayso.origins.wording import capital
from sayso.workbench.chained import hops_of
from sayso.workbench.citation import citation
from sayso.workbench.desk import At, Desk
from sayso.workbench.judging import standing
from sayso.workbench.marked import passage, pieces
from sayso.workbench.notes import measures_of
from sayso.workbench.provenance import EDGES, Outside, outside
from sayso.workbench.waterfall import waterfall
from sayso.workbench.windows import window
from sayso.workbench.words import key

if TYPE_CHECKING:
    from sayso.nouns import Claim, Cluster, Reading
    from sayso.nouns.found import FoundClaim

router = APIRouter()
#: pages that carry the claim: the rest is on the page of its origins
_PAGES: Final = 30


@router.get("/claims/{document}/{ident}")
def show_claim(desk: At, document: str, ident: str) -> Response:
    """Everything that is known of one claim."""
    claim, reading = desk.ledger.claim(f"{document}#{ident}")
    if desk.form != "html":
        return desk.page("", title="", found=claim, rows=lambda: iter([flat_claim(claim)]))
    name = key(claim.document.id)
    cluster = _cluster(desk, claim)
    parts = {claim.id, *claim.chain, *claim.quantities, *claim.times, *claim.places}
    wanted = [piece for piece in pieces(reading) if piece.ident in parts]
    own = f"{claim.document.id}#{claim.id}"
    related = list(outside(desk.ledger, cluster)) if cluster else []
    return desk.html(
        "claim.html",
        title=claim.text,
        claim=claim,
        document=reading.document,
        name=name,
        chain=capital(spoken(claim.hops, claim.document.outlet)),
        text=passage(reading.document, wanted, name, window(reading, claim)),
        hops=hops_of(reading, claim),
        citation=citation(claim, reading.document),
        cluster=cluster,
        members=_members(cluster),
        more=max(0, len(cluster.members) - _PAGES) if cluster else 0,
        steps=waterfall(cluster) if cluster else (),
        related=sorted(related, key=lambda each: _of_another(each, claim)),
        means=EDGES,
        measures=_measures(reading, claim),
        certainty=claim.certainty,
        log=[each for each in desk.ledger.decision_log(claim.document.id) if each.target in (claim.id, *claim.chain)],
        judged=[each for each in (standing(desk.ledger, cluster) if cluster else []) if own in (each.a, each.b)],
        versions=desk.ledger.history(claim.document.id),
    )


def _cluster(desk: Desk, claim: FoundClaim) -> Cluster | None:
    return cluster_named(desk.ledger, claim.cluster.name) if claim.cluster else None


def _members(cluster: Cluster | None) -> list[tuple[object, str | None]]:
    """The first of those who say it, in order of time, each with the origin that it goes back to."""
    if cluster is None:
        return []
    origin = {source: group.origin for group in cluster.origins.groups for source in group.members}
    return [(member, origin.get(member.source)) for member in cluster.members[:_PAGES]]


def _of_another(related: Outside, claim: FoundClaim) -> bool:
    """Whether it is not this claim itself that stands so, but another of its cluster."""
    return (related.here.document, related.here.claim) != (claim.document.id, claim.id)


def _measures(reading: Reading, claim: Claim) -> tuple[object, ...]:
    found = explain(reading, claim.id)
    return measures_of(found.quantities, found.times, found.places) if found else ()
