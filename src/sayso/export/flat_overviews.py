"""Overviews as flat cells: what is measured, where, when, who reports whom; two pages; the record of a source.

Their names and order are stable; new ones come at the end.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sayso.export.flat import Cells
    from sayso.nouns.compared import Compared
    from sayso.nouns.found import FoundSource, SourceRecord
    from sayso.nouns.overviews import MapPlace, Network, Thing, TimelineItem
    from sayso.nouns.source import Entry


def flat_thing(thing: Thing) -> Cells:
    """Something that is counted or measured."""
    return {
        "thing": thing.thing,
        "unit": thing.unit,
        "kind": thing.kind,
        "figures": thing.figures,
        "documents": thing.documents,
        "outlets": thing.outlets,
        "low": thing.low,
        "median": thing.median,
        "high": thing.high,
        "disagree": thing.disagree,
    }


def flat_place(place: MapPlace) -> Cells:
    """A place of the map."""
    return {
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


def flat_dated(item: TimelineItem) -> Cells:
    """A claim with its three times."""
    cells: Cells = {"claim": item.claim.text, "status": item.claim.status, "chain": item.chain}
    for name, when in (("about", item.about), ("said", item.said), ("published", item.published)):
        cells |= {f"{name}_from": when.from_ if when else None, f"{name}_to": when.to if when else None}
    return cells | {"document": item.document.id, "claim_id": item.claim.id, "source": item.document.source}


def flat_network(network: Network) -> Iterator[Cells]:
    """Who reports whom, an edge after the other."""
    names = {node.id: node.label for node in network.nodes}
    for edge in network.edges:
        yield {
            "speaker": names.get(edge.from_, edge.from_),
            "reported_by": names.get(edge.to, edge.to),
            "claims": edge.claims,
            "documents": edge.documents,
        }


def flat_compared(compared: Compared) -> Iterator[Cells]:
    """The pairs of claims of two pages, one after the other."""
    for pair in compared.pairs:
        yield {
            "kind": pair.kind,
            "from": "b" if pair.turned else "a",
            "a": f"{compared.a.id}#{pair.a.claim}",
            "a_text": pair.a.text,
            "a_chain": pair.a.chain,
            "b": f"{compared.b.id}#{pair.b.claim}",
            "b_text": pair.b.text,
            "b_chain": pair.b.chain,
            "why": pair.why,
            "score": pair.score,
            "by": pair.by,
        }


def flat_record(record: SourceRecord) -> Iterator[Cells]:
    """What is on record of a source, an entry after the other."""
    return (flat_entry(record.source, entry) for entry in record.entries)


def flat_entry(source: FoundSource, entry: Entry) -> Cells:
    """An entry of the record of a source."""
    return {
        "speaker": source.speaker,
        "grade": source.grade.grade if source.grade else None,
        "record": entry.kind,
        "itself": entry.itself,
        "claim": entry.claim,
        "text": entry.text,
        "source": entry.source,
        "published": entry.published,
        "other": entry.other,
        "other_text": entry.other_text,
        "other_speaker": entry.other_speaker,
        "other_outlet": entry.other_outlet,
        "other_source": entry.other_source,
        "other_published": entry.other_published,
        "why": entry.why,
        "score": entry.score,
        "by": entry.by,
    }
