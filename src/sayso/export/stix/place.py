"""Places as objects: by their entry in the gazetteer, or as the page describes them."""

from __future__ import annotations

from collections.abc import Generator
from typing import Any

from stix2 import v21

from sayso.export.chosen import ChosenPage
from sayso.export.iris import named_iri, part_iri, place_iri
from sayso.export.ld import present
from sayso.export.stix.maker import SETTLED, Maker, Object, ident
from sayso.ledger.regions import outline
from sayso.nouns import Place


def location_of(maker: Maker, page: ChosenPage, place: Place) -> Generator[Object, None, str | None]:
    """The object of a place, unless it was made before; its id, or ``None`` where nothing tells where it is."""
    entry = place.gazetteer
    country = entry.country if entry else None
    position = _position(place)
    if not position and not country:
        return None
    key = ident("location", named_iri("place", entry.id) if entry else part_iri(page.reading.document.id, place.id))
    address = place_iri(entry.id) if entry else None
    fields = present(
        name=entry.name if entry else place.text,
        country=country,
        external_references=[{"source_name": "GeoNames", "external_id": entry.id, "url": address}]
        if entry and address
        else None,
    )
    created, modified = (SETTLED, SETTLED) if entry else (page.first, page.made)
    yield from maker.domain(v21.Location, key, created, modified, **fields, **position)
    return key


def _position(place: Place) -> dict[str, Any]:
    """The middle of a place in degrees, and how far it reaches in metres; nothing where it has no geometry."""
    box = outline(place) if place.geometry else None
    if box is None:
        return {}
    return present(
        latitude=round((box.south + box.north) / 2, 6),
        # a box may pass the antimeridian
        longitude=round(((box.west + box.east) / 2 + 180) % 360 - 180, 6),
        precision=round(place.radius_km * 1000, 1) if place.radius_km else None,
    )
