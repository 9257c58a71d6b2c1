"""Findings tied to the claims that state what was checked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from sayso.claims.checks.arithmetic import check_arithmetic
from sayso.claims.checks.dates import check_dates
from sayso.claims.checks.distance import check_distances
from sayso.claims.checks.finding import Finding
from sayso.claims.checks.routes import check_routes
from sayso.claims.holding import Holding
from sayso.claims.index import Placement
from sayso.claims.wording import stand_alone
from sayso.nouns.attribution import Hedge
from sayso.nouns.base import Range
from sayso.nouns.claim import Certainty, Claim
from sayso.nouns.document import Document
from sayso.nouns.measures import Check, Place, Quantity, Time
from sayso.nouns.mention import Entity


def add_checks(
    document: Document,
    claims: Sequence[Claim],
    times: Sequence[Time],
    quantities: Sequence[Quantity],
    places: Sequence[Place],
    entities: Sequence[Entity],
) -> tuple[tuple[Claim, ...], tuple[Check, ...]]:
    """The claims, and the checks of what they state, in text order.

    What no claim holds but can be checked (*a spokeswoman in Štip, 54 km from Delčevo, said …*) becomes a claim of the
    writer's own, and all claims are numbered anew.
    """
    findings = sorted(_findings(document, times, quantities, places), key=lambda f: (f.start, f.end))
    if not findings:
        return tuple(claims), ()
    rows: list[tuple[int, Finding]] = []
    made = list(claims)
    holding = Holding(claims)
    for finding in findings:
        at = holding.smallest(finding.start, finding.end)
        if at is None:
            at = holding.smallest(finding.start, finding.start + 1)
        if at is None:
            made.append(_own(document, finding, times, quantities, places, entities))
            at = len(made) - 1
        rows.append((at, finding))
    order = sorted(range(len(made)), key=lambda i: made[i].start)
    ids = {old: f"c{new}" for new, old in enumerate(order, 1)}
    numbered = tuple(msgspec.structs.replace(made[i], id=ids[i]) for i in order)
    return numbered, tuple(Check(claim=ids[i], kind=f.kind, verdict=f.verdict, why=f.why) for i, f in rows)


def _findings(
    document: Document, times: Sequence[Time], quantities: Sequence[Quantity], places: Sequence[Place]
) -> Iterator[Finding]:
    text, sentences = document.text, document.sentences
    yield from check_distances(text, sentences, places)
    yield from check_routes(text, sentences, quantities, places)
    yield from check_arithmetic(text, sentences, quantities, times)
    yield from check_dates(text, sentences, times, document.published)


def _own(
    document: Document,
    finding: Finding,
    times: Sequence[Time],
    quantities: Sequence[Quantity],
    places: Sequence[Place],
    entities: Sequence[Entity],
) -> Claim:
    """A claim of the writer's own: the words that were checked, with the place that they are said of."""
    span: Range = (finding.start if finding.lead is None else finding.lead, finding.end)
    none = Hedge(strength="none", text=None)
    return Claim(
        id="",
        text=stand_alone(document.text[slice(*span)], attributed=False),
        start=span[0],
        end=span[1],
        attribution=None,
        chain=(),
        status="asserted",
        times=Placement.of(times).inside((span,)),
        quantities=Placement.of(quantities).inside((span,)),
        places=Placement.of(places).inside((span,)),
        entities=Placement.of_names(document.text, entities).inside((span,)),
        form="fragment",
        certainty=Certainty(source=None, writer=none, negation=None),
    )
