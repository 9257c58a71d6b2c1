"""The map's answer as features to draw (GeoJSON, RFC 7946), each with the row of the table that says the same."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from sayso.nouns.amount import several
from sayso.workbench.words import key, span

if TYPE_CHECKING:
    from sayso.nouns.found import Where
    from sayso.nouns.overviews import MapAnswer, MapMovement, MapPlace

Feature = dict[str, Any]


def features(answer: MapAnswer) -> Feature:
    """Places and movements as a FeatureCollection; coordinates are longitude, latitude in degrees, WGS84."""
    places = (_place(number, place) for number, place in enumerate(answer.places))
    return {"type": "FeatureCollection", "features": [*places, *_movements(answer.movements)]}


def _place(number: int, place: MapPlace) -> Feature:
    return {
        "type": "Feature",
        "id": f"place-{number}",
        "geometry": place.geometry or {"type": "Point", "coordinates": [place.lon, place.lat]},
        "properties": {
            "kind": "place",
            "row": f"place-{number}",
            "title": place.label,
            "note": ", ".join((several(place.claims, "claim"), several(place.documents, "page"))),
            "href": "/claims?" + urlencode(place.query),
            "claims": place.claims,
            "radius_km": place.radius_km,
            "uncertain": place.uncertain,
            "at": [place.lon, place.lat],
        },
    }


def _movements(movements: tuple[MapMovement, ...]) -> Iterator[Feature]:
    for number, movement in enumerate(movements):
        stops = [at for place in (movement.from_, *movement.via, movement.to) if (at := _at(place))]
        if len(stops) < 2:
            continue  # told in the table: there is nothing to draw from, or to
        first = movement.samples[0] if movement.samples else None
        origins = f", {span(movement.low, movement.high)} origins" if movement.low and movement.high else ""
        yield {
            "type": "Feature",
            "id": f"movement-{number}",
            "geometry": {"type": "LineString", "coordinates": stops},
            "properties": {
                "kind": "movement",
                "row": f"movement-{number}",
                "title": f"{movement.who or 'somebody'}: {_name(movement.from_)} → {_name(movement.to)}",
                "note": f"{movement.status}, {several(movement.claims, 'claim')}{origins}",
                "href": f"/claims/{key(first.document)}/{first.claim}" if first else None,
                "claims": movement.claims,
                "origins_low": movement.low,
                "origins_high": movement.high,
                "status": movement.status,
                "inferred": movement.inferred,
            },
        }


def _at(place: Where | None) -> list[float] | None:
    if place is None or place.lat is None or place.lon is None:
        return None
    return [place.lon, place.lat]


def _name(place: Where | None) -> str:
    return (place.name or place.text) if place else "?"
