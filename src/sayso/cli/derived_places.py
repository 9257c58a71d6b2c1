"""The derivation of a place in lines: what it means, the gazetteer's entry, its rivals, and what was assumed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from sayso.nouns.amount import number

if TYPE_CHECKING:
    from sayso.nouns import GazetteerEntry, Place, PlaceRelation
    from sayso.nouns.explained import Explained

#: points of the compass, clockwise from north
_COMPASS = ["N", "NNE", "NE", "ENE", "E", "ESE", "SE", "SSE", "S", "SSW", "SW", "WSW", "W", "WNW", "NW", "NNW"]
_USES = {
    "literal": "the place itself",
    "metonymic": "stands for people or a government there",
    "associative": "says where something is from",
}


def place_lines(found: Explained) -> Iterator[tuple[str, str]]:
    """The lines of ``sayso why DOCUMENT#p4``."""
    place = found.places[0]
    yield "means", _region(place)
    yield "use", f"{place.use}: {_USES[place.use]}"
    if entry := place.gazetteer:
        yield "gazetteer", _entry(entry)
        for rival in entry.rivals:
            yield "or", _entry(rival)
    elif not place.relation:
        yield "gazetteer", "no entry was found, or none could be chosen"
    if place.relation:
        yield "relation", _relation(place.relation)
    for number_, step in enumerate(place.derivation, 1):
        yield f"step {number_}", step
    for assumption in place.assumptions:
        yield "assumes", assumption
    for anchor in found.places[1:]:
        entry = anchor.gazetteer
        named = f", {entry.name} ({entry.country or 'no country'}, {entry.id})" if entry else ", not resolved"
        yield "anchored on", f"{anchor.id}  “{anchor.text}”: {_region(anchor)}{named}"


def _entry(entry: GazetteerEntry) -> str:
    described = ", ".join(filter(None, (entry.name, entry.kind, entry.country)))
    return f"{described} ({entry.id}), {entry.score:.2f}"


def _relation(relation: PlaceRelation) -> str:
    parts: list[str] = [relation.kind]
    if relation.distance_km:
        near, far = relation.distance_km
        parts.append(f"{number(near)} km" if near == far else f"{number(near)}–{number(far)} km")
    if relation.bearing is not None:
        point = _COMPASS[round(relation.bearing / 22.5) % 16]
        parts.append(f"bearing {number(relation.bearing)}° ({point})")
    if relation.anchors:
        parts.append("of " + ", ".join(relation.anchors))
    return ", ".join(parts)


def _region(place: Place) -> str:
    if not place.geometry:
        return "no coordinates"
    from sayso.ledger.regions import outline

    box = outline(place)
    if box is None:
        return "no coordinates"
    kind = str(place.geometry.get("type"))
    if kind == "Point":
        reach = f", reaching {number(round(place.radius_km, 1))} km" if place.radius_km else ""
        return f"{_degrees(box.south, 'NS')} {_degrees(box.east, 'EW')}{reach}"
    lats = f"{_degrees(box.south, 'NS')} to {_degrees(box.north, 'NS')}"
    lons = f"{_degrees(box.west, 'EW')} to {_degrees(box.east, 'EW')}"
    return f"a region within {lats}, {lons}"


def _degrees(angle: Any, ends: str) -> str:
    return f"{abs(angle):.3f}° {ends[0] if angle >= 0 else ends[1]}"
