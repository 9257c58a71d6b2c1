"""Provenance after PROV-O (W3C Recommendation of 30 April 2013), in Turtle or JSON-LD, written by ``rdflib``.

One page after the other, and at the end what holds between pages: the graph is never in memory as a whole. No node is
blank, so that parts of several exports can be put together, and the same ledger gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, BinaryIO

from sayso.export.chosen import chosen_pages, clusters_among
from sayso.export.iris import part_iri
from sayso.export.ld import Listing, members

if TYPE_CHECKING:
    from rdflib import Graph

    from sayso.ledger.filters import Filters
    from sayso.ledger.store import Store

__all__ = ["write", "write_jsonld"]


def write(ledger: Store, filters: Filters, out: BinaryIO) -> None:
    """As Turtle; see :class:`sayso.export.formats.Writer`."""
    from sayso.export.prov.turtle import header, write_turtle

    out.write(header().encode())
    for prefixes, graph in _graphs(ledger, filters):
        write_turtle(graph, out, prefixes)


def write_jsonld(ledger: Store, filters: Filters, out: BinaryIO) -> None:
    """The same as JSON-LD."""
    import json

    from sayso.export.prov.terms import JSONLD_CONTEXT

    def nodes() -> Iterator[object]:
        for _, graph in _graphs(ledger, filters):
            made = json.loads(graph.serialize(format="json-ld", context=JSONLD_CONTEXT, sort_keys=True))
            yield from sorted(made.get("@graph", [made]), key=lambda node: str(node["@id"]))

    listing = Listing(out)
    out.write(b"{" + members({"@context": JSONLD_CONTEXT}) + b',\n"@graph":')
    listing.write({key: value for key, value in node.items() if key != "@context"} for node in nodes())  # type: ignore[attr-defined]
    out.write(b"}\n")


def _graphs(ledger: Store, filters: Filters) -> Iterator[tuple[dict[str, str], Graph]]:
    """The graphs, each with names for what the names of its pages' parts begin with."""
    from sayso.export.prov.between import across_pages
    from sayso.export.prov.page import page_graph
    from sayso.export.prov.terms import vocabulary

    yield {}, vocabulary()
    shown: set[str] = set()
    for page in chosen_pages(ledger, filters):
        document = page.reading.document.id
        shown.update(f"{document}#{claim.id}" for claim in page.claims)
        yield {"this": part_iri(document, "")}, page_graph(page)
    for cluster in clusters_among(ledger, filters):
        yield from across_pages(cluster, shown)
