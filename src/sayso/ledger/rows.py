"""Reading -> rows of the index: one function a noun, and nothing that could not be made again from the reading."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import msgspec

from sayso.ledger.measure_rows import check_rows, movement_rows, place_rows, quantity_rows, route_rows, time_rows
from sayso.ledger.speakers import Speakers
from sayso.ledger.tables import (
    attributions,
    checks,
    claim_number,
    claims,
    comments,
    hops,
    links,
    movements,
    places,
    quantities,
    routes,
    speakers,
    tags,
    times,
)
from sayso.ledger.tag_rows import tag_rows
from sayso.nouns import Document, Reading, to_json
from sayso.nouns.days import days_of, sortable
from sayso.nouns.folding import clean, fold

Row = dict[str, Any]


def json_text(value: Any) -> str:
    """Any builtin or noun as JSON text."""
    return msgspec.json.encode(value).decode("utf-8")


def described(document: Document, reading: Reading) -> Row:
    """The columns of ``documents`` that the current reading gives."""
    first, last = days_of(document.published)
    return {
        "source": document.source,
        "url": document.url,
        "outlet": document.outlet,
        "outlet_key": fold(document.outlet) if document.outlet else None,
        "title": clean(document.title) if document.title else None,
        "authors": json_text(document.authors),
        "published": document.published,
        "published_from": first,
        "published_to": last,
        "published_sort": sortable(document.published),
        "language": document.language,
        "claims": len(reading.claims),
        "comments": len(reading.comments),
        "spam": sum(comment.spam for comment in reading.comments),
        "text": clean(document.text),
    }


def index_rows(reading: Reading, document_id: int, added_at: str) -> Iterator[tuple[Any, list[Row]]]:
    """The tables of the index and the rows of one reading in each; tables without rows are left out."""
    known = Speakers.of(reading)
    makers: dict[Any, Callable[[], list[Row]]] = {
        claims: lambda: _claims(reading, known, added_at),
        hops: lambda: _hops(reading, known),
        attributions: lambda: _attributions(reading, known),
        speakers: known.rows,
        links: lambda: _links(reading),
        quantities: lambda: quantity_rows(reading),
        times: lambda: time_rows(reading),
        places: lambda: place_rows(reading),
        movements: lambda: movement_rows(reading),
        routes: lambda: route_rows(reading),
        checks: lambda: check_rows(reading),
        tags: lambda: tag_rows(reading, known, places_of(reading)),
        comments: lambda: _comments(reading),
    }
    for table, make in makers.items():
        if rows := make():
            for row in rows:
                row["document_id"] = document_id
            if table is claims:
                for row in rows:
                    row["id"] = claim_number(document_id, row["position"])
            yield table, rows


def _claims(reading: Reading, known: Speakers, added_at: str) -> list[Row]:
    document = reading.document
    hop_of = {attribution.id: attribution for attribution in reading.attributions}
    names = {e.id: " ".join((e.name, *e.aliases)) for e in reading.entities}
    title = clean(document.title) if document.title else None
    published = sortable(document.published)
    rows = []
    for position, claim in enumerate(reading.claims):
        innermost = hop_of.get(claim.attribution or "")
        said = innermost.said if innermost else None
        rows.append(
            {
                "ident": claim.id,
                "position": position,
                "published_sort": published,
                "added_at": added_at,
                "start": claim.start,
                "end": claim.end,
                "status": claim.status,
                "said_from": said.from_ if said else None,
                "said_to": said.to if said else None,
                "text": clean(claim.text),
                "quote": clean(innermost.content.text) if innermost else None,
                "speakers": " · ".join(known.search_text(hop) for hop in claim.chain),
                "about": " · ".join(names[e] for e in claim.entities if e in names),
                "title": title,
                "body": to_json(claim).decode("utf-8"),
            }
        )
    return rows


def _hops(reading: Reading, known: Speakers) -> list[Row]:
    return [
        {"claim": claim.id, "depth": depth, "attribution": hop, "speaker": known.ident(hop)}
        for claim in reading.claims
        for depth, hop in enumerate(claim.chain)
    ]


def _attributions(reading: Reading, known: Speakers) -> list[Row]:
    return [
        {
            "ident": a.id,
            "position": position,
            "speaker": known.ident(a.id),
            "source_text": a.source.text,
            "source_kind": a.source.kind,
            "cue": a.cue.text if a.cue else None,
            "content": a.content.text,
            "manner": a.manner,
            "parent": a.parent,
            "said_from": a.said.from_ if a.said else None,
            "said_to": a.said.to if a.said else None,
            "said_time": a.said.time if a.said else None,
            "venue": a.venue,
            "addressee": a.addressee,
            "hedge": a.hedge.strength,
            "polarity": a.polarity,
            "score": a.score,
        }
        for position, a in enumerate(reading.attributions)
    ]


def _links(reading: Reading) -> list[Row]:
    where = places_of(reading)
    rows = []
    for claim in reading.claims:
        for kind, idents in (
            ("entity", claim.entities),
            ("quantity", claim.quantities),
            ("time", claim.times),
            ("place", where[claim.id]),
        ):
            rows += [{"claim": claim.id, "kind": kind, "ident": ident} for ident in dict.fromkeys(idents)]
    return rows


def places_of(reading: Reading) -> dict[str, tuple[str, ...]]:
    """For each claim the places that it speaks of, then the mentions of places that stand in it."""
    # what no measure says yet can be read off the page: a place named within the claim is one that it speaks of
    named = [(m.start, m.end, m.id) for m in reading.mentions if m.type == "place"]
    return {
        claim.id: (
            *claim.places,
            *(ident for start, end, ident in named if claim.start <= start and end <= claim.end),
        )
        for claim in reading.claims
    }


def _comments(reading: Reading) -> list[Row]:
    return [
        {
            "position": position,
            "author": comment.author,
            "text": comment.text,
            "on_page": comment.on,
            "kind": comment.kind,
            "time": comment.time,
            "spam": comment.spam,
            "score": comment.score,
            "reasons": json_text(comment.reasons),
        }
        for position, comment in enumerate(reading.comments)
    ]
