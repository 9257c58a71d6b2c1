"""Everything that goes on one page: a claim, a cluster, or the story that the filters tell."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING

from sayso import __version__
from sayso.errors import ExportError
from sayso.export.page.citations import Citations
from sayso.export.page.claims import claim_of
from sayso.export.page.figures import table_of
from sayso.export.page.values import Claim, FigureTable, Story
from sayso.ledger.filters import Filters
from sayso.ledger.spoken import spoken
from sayso.nouns.amount import several
from sayso.origins.wording import capital

if TYPE_CHECKING:
    from sayso.export.page.values import Cite
    from sayso.ledger.store import Store
    from sayso.nouns.series import Report

#: claims on one page, those on most pages first, and figures: more of them nobody reads
_CLAIMS, _FIGURES = 60, 12
#: reports of one claim that are printed: an agency's report may stand on a thousand pages
_REPORTS = 40
#: out of more claims than these no series are made for a page
_FEW = 5000


def gather(ledger: Store, filters: Filters) -> Story:
    """What the filters choose, as it stands on a page.

    Raises:
        ExportError: SAY-129, they choose nothing.
    """
    if filters.sort != "relevance":
        filters = dataclasses.replace(filters, sort=None)  # those on most pages first: of a page the top is read
    citations = Citations(ledger)
    claims = tuple(islice(_claims(ledger, filters, citations), _CLAIMS))
    if not claims:
        raise ExportError("SAY-129", "html", "no claims were chosen for the page", "choose others, or add pages first")
    figures = tuple(_figures(ledger, filters, citations))
    references = citations.references()
    kind = "claim" if filters.claim else "cluster" if filters.cluster is not None else "story"
    total = sum(1 for _ in ledger.clusters(_whole(filters))) if len(claims) == _CLAIMS else len(claims)
    return Story(
        kind=kind,
        title=claims[0].text if kind != "story" else _asked(filters),
        standfirst=_standfirst(claims),
        claims=claims,
        figures=figures,
        references=references,
        left_out=max(0, total - len(claims)),
        version=__version__,
    )


def _whole(filters: Filters) -> Filters:
    return dataclasses.replace(filters, limit=None, offset=0)


def _claims(ledger: Store, filters: Filters, citations: Citations) -> Iterator[Claim]:
    """Clusters first, those on most pages first; then claims that were not linked."""
    for cluster in ledger.clusters(filters):
        found = islice(ledger.claims(Filters(cluster=int(cluster.cluster[1:]))), _REPORTS)
        yield claim_of(list(found), cluster, citations, ledger)
    for claim in ledger.claims(filters):
        if claim.cluster is None:
            yield claim_of([claim], None, citations, ledger)


def _figures(ledger: Store, filters: Filters, citations: Citations) -> Iterator[FigureTable]:
    """The measured things with most reports; of one claim or cluster those of all its reports."""
    from sayso.origins.series import policy_named
    from sayso.origins.series.policies import DEFAULT

    if filters.claim:
        claim = next(ledger.claims(filters), None)
        if claim is not None and claim.cluster is not None:
            filters = Filters(cluster=int(claim.cluster.name[1:]))
    if filters.claim is None and filters.cluster is None and ledger.count(_whole(filters)) > _FEW:
        return
    found = ledger.series(_whole(filters), policy_named(DEFAULT))
    least = 1 if filters.claim or filters.cluster is not None else 2
    several = [series for series in found if len(series.reports) >= least]
    for series in sorted(several, key=lambda each: -len(each.reports))[:_FIGURES]:
        yield table_of(series, lambda report: _told(ledger, report, citations))


def _told(ledger: Store, report: Report, citations: Citations) -> tuple[str, Cite | None]:
    """On whose say-so a report is, and where it stands."""
    document, _, claim = report.claim.rpartition("#")
    found = next(ledger.claims(Filters(document=document, claim=claim)), None)
    if found is None:
        return report.chain, None
    return capital(spoken(found.hops, found.document.outlet)), citations.quote(document, found.start, found.end)[0]


def _asked(filters: Filters) -> str:
    """What was asked, as a heading."""
    queries = [query.wanted for query in (filters.query, filters.about) if query]
    words = [" or ".join(term.text for term in group) for groups in queries for group in groups]
    asked = " ".join((*words, *([filters.place.lstrip("=")] if filters.place else [])))
    return f"What is said of “{asked}”" if asked else "What the pages say"


def _standfirst(claims: tuple[Claim, ...]) -> str:
    """How much there is of it, in a sentence."""
    reports = sum(len(claim.reports) for claim in claims)
    pages = len({report.cite.page for claim in claims for report in claim.reports})
    told = f"{several(reports, 'report')} on {several(pages, 'page')}"
    if len(claims) > 1:
        return f"{several(len(claims), 'claim')} in {told}. Every one is quoted, with the page that it stands on."
    (claim,) = claims
    if claim.origins is None:
        return f"{told}. The page is quoted and cited."
    rests = "one independent origin" if claim.origins == "1" else f"{claim.origins} independent origins"
    return f"{told}, which rest on {rests}. Every one is quoted, with the page that it stands on."
