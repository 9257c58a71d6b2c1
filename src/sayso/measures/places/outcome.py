"""Names resolved -> places as the reading gives them: geometry, extent and the steps that led there."""

from __future__ import annotations

import functools
from typing import Any

from sayso.measures.places.coordinates import Coordinates
from sayso.measures.places.gazetteer import Entry, Gazetteer
from sayso.measures.places.gazetteer.extent import great_circle_km
from sayso.measures.places.geo.geojson import geojson
from sayso.measures.places.name import Name
from sayso.measures.places.resolve import Resolution
from sayso.measures.places.score import within
from sayso.measures.places.use import Used
from sayso.nouns.measures import GazetteerEntry, Place

#: kinds that are drawn as areas where the gazetteer has their shape
_DRAWN = frozenset(("country", "admin1", "region", "sea", "lake", "desert", "island", "continent", "group"))
#: a town that is not farther from a river than this is by it
_BANK_KM = 50.0
_HOW = {
    "alternate": "another name of",
    "abbreviation": "short for",
    "demonym": "what is of",
    "spelling": "taken for another spelling of",
}
_NOUNS = {
    "admin1": "first-order division",
    "admin2": "second-order division",
    "other": "place",
    "group": "group of countries",
}


def place_of(
    id: str,
    name: Name,
    resolution: Resolution | None,
    used: Used,
    gazetteer: Gazetteer | None,
    near: Entry | None = None,
) -> Place:
    """One place of the reading. Only what is meant literally has a geometry: of a river, the point by the town."""
    entry = resolution.entry if resolution is not None else None
    literal = used.use == "literal" and entry is not None
    assumptions: tuple[str, ...] = ()
    if entry is not None and resolution is not None and resolution.sense.part:
        assumptions = (f"taken to lie at {entry.name}, whose name it holds",)
    bank = _bank(entry, near, gazetteer) if literal and entry and near and gazetteer and entry.kind == "river" else None
    if bank is not None and near is not None:
        assumptions = (*assumptions, f"the part of the river that is nearest to {near.name}")
    return Place(
        id=id,
        start=name.start,
        end=name.end,
        text=name.text,
        use=used.use,
        gazetteer=_entry(resolution) if entry is not None and resolution is not None else None,
        geometry=bank or (_geometry(entry, gazetteer) if literal and entry and gazetteer is not None else None),
        radius_km=(_BANK_KM if bank else entry.radius_km) if literal and entry else None,
        assumptions=assumptions,
        derivation=tuple(_steps(name, resolution, used, gazetteer)),
    )


def place_of_coordinates(id: str, text: str, found: Coordinates) -> Place:
    """A point that the text gives in numbers."""
    return Place(
        id=id,
        start=found.start,
        end=found.end,
        text=text[found.start : found.end],
        use="literal",
        geometry={"type": "Point", "coordinates": [found.lon, found.lat]},
        radius_km=found.radius_km,
        derivation=(
            f"coordinates in the text: latitude {found.lat:g}, longitude {found.lon:g}",
            f"exact to {found.radius_km:g} km, half of the last place that is written",
        ),
    )


def _entry(resolution: Resolution) -> GazetteerEntry | None:
    assert resolution.entry is not None
    rivals = tuple(_noun(entry, score) for entry, score in resolution.rivals)
    return _noun(resolution.entry, resolution.score, rivals)


def _noun(entry: Entry, score: float, rivals: tuple[GazetteerEntry, ...] = ()) -> GazetteerEntry:
    return GazetteerEntry(
        id=entry.id, name=entry.name, country=entry.country, kind=entry.kind, score=score, rivals=rivals
    )


def _geometry(entry: Entry, gazetteer: Gazetteer) -> dict[str, Any]:
    return (_area(gazetteer, entry.id) if entry.kind in _DRAWN else None) or {
        "type": "Point",
        "coordinates": [round(entry.lon, 5), round(entry.lat, 5)],
    }


def _bank(river: Entry, town: Entry, gazetteer: Gazetteer) -> dict[str, Any] | None:
    """The point of a river that is nearest to a town; none where the gazetteer has no line of it or the town is far."""
    from shapely import Point
    from shapely.ops import nearest_points

    line = gazetteer.shape(river.id)
    if line is None or line.geom_type not in ("LineString", "MultiLineString"):
        return None
    point, _ = nearest_points(line, Point(town.lon, town.lat))
    if great_circle_km(point.y, point.x, town.lat, town.lon) > _BANK_KM:
        return None
    return {"type": "Point", "coordinates": [round(point.x, 5), round(point.y, 5)]}


@functools.lru_cache(512)
def _area(gazetteer: Gazetteer, id: str) -> dict[str, Any] | None:
    """The shape of an entry, simplified for print; none where the gazetteer has none, or only a line."""
    shape = gazetteer.shape(id)
    if shape is None or shape.geom_type not in ("Polygon", "MultiPolygon"):
        return None
    return geojson(shape, detail=0.01)


def _steps(name: Name, resolution: Resolution | None, used: Used, gazetteer: Gazetteer | None) -> list[str]:
    steps = [f"“{name.text}” is taken for a place: {name.why}"]
    if gazetteer is None:
        steps.append("not resolved: there is no gazetteer")
    elif resolution is not None:
        steps += _resolved(resolution)
    if used.why:
        steps.append(f"{used.use} use: {used.why}; so it has no point on the map")
    return steps


def described(entry: Entry) -> str:
    """*Sirte, city in Surt, LY*."""
    inside = ", ".join(part for part in (entry.admin1, entry.country) if part and part != entry.name)
    noun = _NOUNS.get(entry.kind, entry.kind)
    return f"{entry.name}, {noun}" + (f" in {inside}" if inside and entry.kind != "country" else "")


def _resolved(resolution: Resolution) -> list[str]:
    sense, entry = resolution.sense, resolution.entry
    if not sense.matches:
        return ["not resolved: the gazetteer has no place of this name"]
    count = len(sense.matches)
    several = f"{count} places go by this name" if count > 1 else "one place goes by this name"
    if entry is None:
        return [several, "not resolved: none of them is likely enough"]
    match = next(m for m in sense.matches if m.entry.id == entry.id)
    steps = [several]
    if sense.kinds and entry.kind in sense.kinds:
        steps.append(f"“{sense.noun}” beside it fits a {_NOUNS.get(entry.kind, entry.kind)}")
    for number in (*sense.within, *sense.loosely):
        outer = resolution.senses[number]
        if any(within(entry, m.entry) for m in outer.matches):
            steps.append(f"it is written with {outer.text}, where it lies")
            break
    if match.how in _HOW:
        steps.append(f"“{sense.text}” is {_HOW[match.how]} {entry.name}")
    steps.append(f"resolved to {described(entry)}, chance {resolution.score:g}")
    if resolution.rivals:
        steps.append("rivals: " + "; ".join(f"{described(e)} ({s:g})" for e, s in resolution.rivals))
    return steps
