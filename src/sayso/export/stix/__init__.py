"""Threat intelligence: one bundle of STIX 2.1 (OASIS Standard, 10 June 2021), every object checked by ``stix2``.

The bundle is written object by object; its id, which follows from what is in it, stands at the end. The same ledger
gives the same bytes: ids are UUIDs of version 5, and every time is one of the ledger's.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, BinaryIO

from sayso.export.chosen import chosen_pages, clusters_among
from sayso.export.ld import Listing, members

if TYPE_CHECKING:
    from sayso.ledger.filters import Filters
    from sayso.ledger.store import Store

__all__ = ["write"]


def write(ledger: Store, filters: Filters, out: BinaryIO) -> None:
    """See :class:`sayso.export.formats.Writer`."""
    listing = Listing(out)
    out.write(b'{"type":"bundle","objects":')
    listing.write(_objects(ledger, filters))
    out.write(b",\n" + members({"id": f"bundle--{listing.uuid('bundle')}"}) + b"}\n")


def _objects(ledger: Store, filters: Filters) -> Iterator[dict[str, Any]]:
    from sayso.config import Settings
    from sayso.export.stix.between import across_pages, judged
    from sayso.export.stix.maker import Maker
    from sayso.export.stix.page import PageObjects

    maker = Maker(Settings.load().tlp)
    yield from maker.preamble()
    for page in chosen_pages(ledger, filters):
        yield from PageObjects(maker, page).objects()
    yield from across_pages(maker, clusters_among(ledger, filters))
    yield from judged(maker, ledger.reviews())
