"""GeoJSON (RFC 7946): the places that claims speak of, with their regions, and movements as lines between places."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, BinaryIO

import msgspec

from sayso.export.lines import line_through
from sayso.export.words import chain_line, place_line, when_line
from sayso.nouns.amount import amount, number

if TYPE_CHECKING:
    from sayso.ledger import Filters
    from sayso.ledger.store import Store
    from sayso.nouns.measured import MeasuredClaim, Region, Route

Feature = dict[str, Any]
#: decimals of a degree: a metre
_DECIMALS = 5


def write(ledger: Store, filters: Filters, out: BinaryIO) -> None:
    """Write one FeatureCollection, a feature a line, as they come."""
    out.write(b'{"type":"FeatureCollection","features":[')
    between = b"\n"
    for measured in ledger.measured(filters):
        for feature in features_of(measured):
            out.write(between + msgspec.json.encode(feature))
            between = b",\n"
    out.write(b"\n]}\n")


def features_of(measured: MeasuredClaim) -> Iterator[Feature]:
    """A feature for each place of a claim that has a position, and one for its movement."""
    said = _said(measured)
    key = f"{measured.claim.document.id}#{measured.claim.id}"
    for place in measured.places:
        if (geometry := _geometry(place)) is not None:
            told = {"kind": "place", "place": _place(place), "uncertainty": _uncertainty(place, geometry)}
            yield _feature(f"{key}/{place.id}", geometry, told | said)
    if measured.movement is not None and (led := _led(measured.movement)) is not None:
        yield _feature(f"{key}/movement", led, _movement(measured.movement) | said)


def _feature(ident: str, geometry: dict[str, Any], properties: dict[str, Any]) -> Feature:
    return {"type": "Feature", "id": ident, "geometry": geometry, "properties": properties}


def _said(measured: MeasuredClaim) -> dict[str, Any]:
    """What every feature of a claim says: the claim, on whose say-so, where it stands, and what speaks against it."""
    claim, page, cluster = measured.claim, measured.claim.document, measured.claim.cluster
    inner = claim.hops[0] if claim.hops else None
    return {
        "claim": claim.id,
        "text": claim.text,
        "status": claim.status,
        "speaker": inner.speaker if inner else None,
        "chain": chain_line(claim),
        "when": when_line(measured.times) or None,
        "figures": [" ".join(filter(None, (amount(figure), figure.of))) for figure in measured.figures],
        "verdicts": list(dict.fromkeys(check.verdict for check in claim.checks)),
        "checks": [{"kind": each.kind, "verdict": each.verdict, "why": each.why} for each in claim.checks],
        "cluster": cluster.name if cluster else None,
        "origins_low": cluster.low if cluster else None,
        "origins_high": cluster.high if cluster else None,
        "alerts": list(cluster.alerts) if cluster else [],
        "document": page.id,
        "source": page.source,
        "outlet": page.outlet,
        "title": page.title,
        "published": page.published,
        "url": page.url,
        "start": claim.start,
        "end": claim.end,
    }


def _place(place: Region) -> dict[str, Any]:
    return {
        "id": place.id,
        "text": place.text,
        "name": place.name,
        "gazetteer": place.gazetteer,
        "type": place.kind,
        "country": place.country,
        "use": place.use,
    }


def _geometry(place: Region) -> dict[str, Any] | None:
    """The region of a place; else its point; none where neither is known or can be drawn."""
    if place.geometry is not None and (drawn := _oriented(place.geometry)) is not None:
        return drawn
    at = _position(place)
    return {"type": "Point", "coordinates": at} if at else None


def _oriented(geometry: dict[str, Any]) -> dict[str, Any] | None:
    """Outer rings counter-clockwise and closed, as the standard wants it, whoever made the geometry."""
    import shapely
    from shapely.errors import ShapelyError

    try:
        shape = shapely.from_geojson(msgspec.json.encode(geometry))
        if shape.is_empty or not shape.is_valid:
            return None
        west, south, east, north = shape.bounds
        if not (west >= -180 and east <= 180 and south >= -90 and north <= 90):
            return None
        if shape.geom_type in ("Polygon", "MultiPolygon"):
            shape = shapely.orient_polygons(shape, exterior_cw=False)
        drawn: dict[str, Any] = msgspec.json.decode(shapely.to_geojson(shape))
    except (ShapelyError, ValueError, TypeError, RecursionError):
        return None
    return drawn


def _position(place: Region | None) -> list[float] | None:
    """Longitude and latitude; none where they are not on the globe."""
    if place is None or place.lat is None or place.lon is None:
        return None
    at = [place.lon, place.lat]
    if not all(map(math.isfinite, at)) or abs(place.lat) > 90 or abs(place.lon) > 180:
        return None
    return [round(value, _DECIMALS) for value in at]


def _uncertainty(place: Region, geometry: dict[str, Any]) -> dict[str, Any]:
    """How exactly it is known where: the geometry's sort, how far the place reaches, and that in words."""
    sort = "point" if geometry["type"] == "Point" else "region"
    reach = place.radius_km
    words = "anywhere within the region" if sort == "region" else "at the point"
    if reach and sort == "point":
        words = f"within {number(round(reach, 1))} km of the point"
    return {"sort": sort, "radius_km": reach, "words": words}


def _led(route: Route) -> dict[str, Any] | None:
    """The line from stop to stop; the one place that has a position; none where no place has."""
    stops = [at for place in (route.from_, *route.via, route.to) if (at := _position(place))]
    if len(stops) == 1:
        return {"type": "Point", "coordinates": stops[0]}
    return line_through(stops) if stops else None


def _movement(route: Route) -> dict[str, Any]:
    ends = {"from": route.from_, "to": route.to}
    known = [name for name, place in ends.items() if _position(place)]
    reaches = {name: place.radius_km if place else None for name, place in ends.items()}
    return {
        "kind": "movement",
        "who": route.who,
        "by": route.by,
        "direction": route.direction,
        "from": place_line(route.from_) or None,
        "to": place_line(route.to) or None,
        "via": [place_line(place) for place in route.via],
        "uncertainty": {
            "sort": "ends",
            "radius_km": reaches,
            "words": "the line joins the middles of the places, and is no route"
            if len(known) == 2
            else "where it begins or ends is not known",
        },
    }
