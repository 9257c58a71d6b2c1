"""A claim as one row of a table: what CSV and Parquet have columns for, with what each column means."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Any

import msgspec

from sayso.export.arrow import day_of
from sayso.export.flat import Cells, flat_belonging, flat_claim
from sayso.export.words import chain_line, when_line, where_line
from sayso.nouns import Check, Noun, Quantity
from sayso.nouns.amount import amount
from sayso.nouns.found import Hop, When
from sayso.nouns.measured import MeasuredClaim, Region, Route


def _is(description: str) -> Any:
    return msgspec.Meta(description=description)


class Row(Noun, frozen=True, kw_only=True):
    """One claim with its chain, its page, its cluster and its measures."""

    claim: Annotated[str, _is("The claim's id within the reading of its page.")]
    text: Annotated[str, _is("The claim as a sentence that stands alone.")]
    status: Annotated[str, _is("asserted, hedged, denied, planned, hypothetical or asked.")]
    form: Annotated[str, _is("sentence, or fragment where no sentence could be made of it.")]
    speaker: Annotated[str | None, _is("Who says it first; null where nobody is named or the writer says it.")]
    speaker_kind: Annotated[
        str | None, _is("named, role, anonymous, group, document, outlet or unnamed; null for the writer's own claim.")
    ]
    said_from: Annotated[dt.date | None, _is("First day on which it can have been said.")]
    said_to: Annotated[dt.date | None, _is("Last day on which it can have been said.")]
    chain: Annotated[str, _is("On whose say-so, in words: the innermost speaker first, the page's outlet last.")]
    hops: Annotated[tuple[Hop, ...], _is("The same, hop by hop; the outlet is implied.")]
    quote: Annotated[str | None, _is("What the innermost speaker says, in the words of the page.")]
    start: Annotated[int, _is("First code point of the claim in the text of its page.")]
    end: Annotated[int, _is("Code point after it.")]
    document: Annotated[str, _is("The page: sha256: and the SHA-256 of its bytes.")]
    source: Annotated[str, _is("Where the page was read from.")]
    url: Annotated[str | None, _is("Its address.")]
    outlet: Annotated[str | None, _is("Who published it.")]
    title: Annotated[str | None, _is("Its title.")]
    published: Annotated[str | None, _is("When it was published, ISO 8601, as exactly as the page says.")]
    cluster: Annotated[str | None, _is("Claims of one cluster say the same; null until pages are linked.")]
    pages: Annotated[int | None, _is("On how many pages the cluster stands.")]
    origins_low: Annotated[int | None, _is("How many independent origins the cluster has at least.")]
    origins_high: Annotated[int | None, _is("How many it can have at most.")]
    alerts: Annotated[tuple[str, ...], _is("What to beware of in the cluster.")]
    checks: Annotated[tuple[Check, ...], _is("What arithmetic, the calendar or geometry says of the claim.")]
    figures: Annotated[tuple[Quantity, ...], _is("The numbers in it; an open bound is null.")]
    times: Annotated[tuple[When, ...], _is("The times that it speaks of; days, both inclusive.")]
    places: Annotated[
        tuple[Region, ...], _is("The places that it speaks of, WGS84; geometry is GeoJSON of what is no point.")
    ]
    movement: Annotated[Route | None, _is("Who moves from where to where, if it tells of that.")]


def row_of(measured: MeasuredClaim) -> Row:
    """The row of a claim."""
    claim = measured.claim
    inner = claim.hops[0] if claim.hops else None
    said = inner.said if inner else None
    page, cluster = claim.document, claim.cluster
    return Row(
        claim=claim.id,
        text=claim.text,
        status=claim.status,
        form=claim.form,
        speaker=inner.speaker if inner else None,
        speaker_kind=inner.kind if inner else None,
        said_from=day_of(said.from_) if said else None,
        said_to=day_of(said.to) if said else None,
        chain=chain_line(claim),
        hops=claim.hops,
        quote=claim.quote,
        start=claim.start,
        end=claim.end,
        document=page.id,
        source=page.source,
        url=page.url,
        outlet=page.outlet,
        title=page.title,
        published=page.published,
        cluster=cluster.name if cluster else None,
        pages=cluster.pages if cluster else None,
        origins_low=cluster.low if cluster else None,
        origins_high=cluster.high if cluster else None,
        alerts=cluster.alerts if cluster else (),
        checks=claim.checks,
        figures=measured.figures,
        times=measured.times,
        places=measured.places,
        movement=measured.movement,
    )


#: the columns of CSV with what each means, in their stable order; new ones come at the end
CELLS: dict[str, str] = {
    "claim": "The claim's id within the reading of its page.",
    "text": "The claim as a sentence that stands alone.",
    "status": "asserted, hedged, denied, planned, hypothetical or asked.",
    "speaker": "Who says it first; empty where nobody is named or the writer says it.",
    "speaker_kind": "named, role, anonymous, group, document, outlet or unnamed; empty for the writer's own claim.",
    "cue": "The words that say that it is said.",
    "said_from": "First day on which it can have been said.",
    "said_to": "Last day on which it can have been said.",
    "venue": "Where it was said: a programme, a paper, a hearing.",
    "chain": "On whose say-so, in words: the innermost speaker first, the page's outlet last.",
    "quote": "What the innermost speaker says, in the words of the page.",
    "outlet": "Who published the page.",
    "title": "The page's title.",
    "published": "When the page was published, ISO 8601, as exactly as it says.",
    "url": "The page's address.",
    "source": "Where the page was read from.",
    "document": "The page: `sha256:` and the SHA-256 of its bytes.",
    "start": "First code point of the claim in the text of its page.",
    "end": "Code point after it.",
    "cluster": "Claims of one cluster say the same; empty until pages are linked.",
    "pages": "On how many pages the cluster stands.",
    "origins_low": "How many independent origins the cluster has at least.",
    "origins_high": "How many it can have at most.",
    "alerts": "What to beware of in the cluster.",
    "verdicts": "What arithmetic, the calendar or geometry says of the claim.",
    "figures": "The numbers in it, with what they count.",
    "when": "The days that it speaks of.",
    "where": "The places that it speaks of.",
    "countries": "The countries that these lie in, ISO 3166 alpha-2.",
}


def cells_of(measured: MeasuredClaim) -> Cells:
    """The cells of a claim: those of ``sayso claims --csv``, and its measures in words."""
    claim, places = measured.claim, measured.places
    return {
        **flat_claim(claim),
        **flat_belonging(claim.cluster),
        "verdicts": tuple(dict.fromkeys(check.verdict for check in claim.checks)),
        "figures": tuple(" ".join(filter(None, (amount(figure), figure.of))) for figure in measured.figures),
        "when": when_line(measured.times),
        "where": where_line(places),
        "countries": tuple(dict.fromkeys(place.country for place in places if place.country)),
    }
