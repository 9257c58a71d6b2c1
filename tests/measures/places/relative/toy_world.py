"""A made-up part of the world: two countries of straight borders under a sea, so that regions can be told by heart.

Astria (AA) lies from 10 to 20 degrees east, Bolia (BB) from 20 to 30, both from 20 to 30 north; north of them is sea.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Any

import shapely

from sayso.measures.places.gazetteer import Entry, Gazetteer, Match
from sayso.nouns import CaptureRef, Document, Place
from sayso.nouns.measures import GazetteerEntry
from sayso.reader.layers import Layers

SHAPES = {"country:AA": shapely.box(10, 20, 20, 30), "country:BB": shapely.box(20, 20, 30, 30)}


def _entry(id: str, name: str, kind: Any, country: str | None, lat: float, lon: float, radius: float) -> Entry:
    return Entry(
        id=id, name=name, country=country, admin1=None, kind=kind, lat=lat, lon=lon, population=None,
        radius_km=radius, source="toy",
    )  # fmt: skip


ENTRIES = {
    e.id: e
    for e in (
        _entry("country:AA", "Astria", "country", "AA", 25, 15, 500),
        _entry("country:BB", "Bolia", "country", "BB", 25, 25, 500),
        _entry("toy:dorn", "Dorn", "city", "AA", 25.0, 15.0, 4),
        _entry("toy:mell", "Mell", "city", "AA", 25.0, 16.0, 3),
        _entry("toy:cape", "Cape Sill", "city", "AA", 29.9, 15.0, 3),
        _entry("toy:havn", "Havn", "city", "BB", 29.8, 25.0, 5),
        _entry("toy:dorn-district", "Dorn", "admin1", "AA", 25.2, 15.2, 60),
        _entry("toy:varn", "Varn", "river", "AA", 25.0, 18.0, 100),
    )
}
PEOPLE = {"Astrian": "country:AA", "Bolian": "country:BB"}


class ToyGazetteer(Gazetteer):
    """The world above behind the gazetteer's questions."""

    def __init__(self) -> None:
        self.entry = ENTRIES.get  # type: ignore[assignment]
        self.demonym = lambda word: [ENTRIES[PEOPLE[word]]] if word in PEOPLE else []  # type: ignore[assignment]

    def lookup(self, name: str, *, limit: int = 50) -> list[Match]:
        found = [Match(entry, entry.name, "name", 1.0) for entry in ENTRIES.values() if entry.name == name]
        return found[:limit]

    def spelling(self, name: str, countries: Collection[str]) -> list[Match]:
        return []

    def shape(self, id: str) -> Any:
        return SHAPES.get(f"country:{id}" if len(id) == 2 else id)

    def land(self, bounds: tuple[float, float, float, float] | None = None) -> Any:
        land = shapely.box(10, 20, 30, 30)
        return land if bounds is None else shapely.clip_by_rect(land, *bounds)

    def border(self, a: str, b: str | None = None) -> Any:
        if {a, b} == {"AA", "BB"} or b is None:
            return shapely.LineString([(20, 20), (20, 30)])
        return None

    def coast(self, country: str | None = None) -> Any:
        west, east = {"AA": (10, 20), "BB": (20, 30)}.get(country or "", (10, 30))
        return shapely.LineString([(west, 30), (east, 30)])


def document(text: str, title: str | None = None) -> Document:
    """A document of one paragraph a line."""
    return Document(
        id="sha256:" + "0" * 64, source="toy", url=None, outlet=None, title=title, authors=(), published=None,
        language="en", text=text, headings=(), sentences=(),
        capture=CaptureRef(sha256="0" * 64, media_type="text/plain", retrieved=None),
    )  # fmt: skip


LAYERS = Layers(sentences=(), tokens=(), quotations=(), mentions=(), attributions=())


def names(text: str) -> tuple[Place, ...]:
    """Every name of the world that stands in the text, resolved."""
    found: list[Place] = []
    for entry in ENTRIES.values():
        if entry.id == "toy:dorn-district":
            continue
        found += [_place(entry, match.start()) for match in re.finditer(rf"\b{entry.name}\b", text)]
    found.sort(key=lambda place: place.start)
    return tuple(_numbered(place, number) for number, place in enumerate(found, 1))


def _place(entry: Entry, start: int) -> Place:
    return Place(
        id="", start=start, end=start + len(entry.name), text=entry.name, use="literal",
        gazetteer=GazetteerEntry(id=entry.id, name=entry.name, country=entry.country, kind=entry.kind, score=1.0),
    )  # fmt: skip


def _numbered(place: Place, number: int) -> Place:
    import msgspec

    return msgspec.structs.replace(place, id=f"p{number}")
