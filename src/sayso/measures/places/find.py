"""All places of a document: names, relative places and coordinates, resolved against the gazetteer."""

from __future__ import annotations

import functools
import os
from collections.abc import Sequence

import msgspec

from sayso.errors import GazetteerError
from sayso.measures.places.coordinates import find_coordinates
from sayso.measures.places.gazetteer import Entry, Gazetteer
from sayso.measures.places.name import Name
from sayso.measures.places.names import find_names
from sayso.measures.places.outcome import place_of, place_of_coordinates
from sayso.measures.places.outlets import outlet_countries
from sayso.measures.places.relative import relative_places
from sayso.measures.places.resolve import Resolution, resolve
from sayso.measures.places.use import Uses
from sayso.nouns.document import Document
from sayso.nouns.measures import Place
from sayso.reader.layers import Layers


@functools.cache
def _opened(process: int) -> Gazetteer | GazetteerError:
    """The gazetteer of the settings, once a process: a connection does not outlive a fork."""
    del process
    try:
        return Gazetteer.open()
    except GazetteerError as error:
        return error


def gazetteer_or_fault() -> Gazetteer | GazetteerError:
    """The gazetteer of the settings, or why there is none: documents are read without it, their places unresolved."""
    return _opened(os.getpid())


def find_places(
    document: Document,
    layers: Layers,
    *,
    gazetteer: Gazetteer | None = None,
) -> tuple[Place, ...]:
    """The places of a document in text order, ``p1``, ``p2``, …; a relative place and its anchor overlap.

    Args:
        document: its text is searched; its outlet and address say which countries are at hand.
        layers: what the reader found in it.
        gazetteer: where names are looked up; without it, the one of the settings. Where there is none, names that the
            reader calls places are given unresolved.
    """
    if gazetteer is None:
        found = gazetteer_or_fault()
        gazetteer = found if isinstance(found, Gazetteer) else None
    text = document.text
    given = find_coordinates(text)
    names = [
        name
        for name in find_names(text, layers, gazetteer)
        if not any(c.start < name.end and name.start < c.end for c in given)
    ]
    resolved = resolve(text, names, gazetteer, outlet_countries(document)) if gazetteer is not None else ()
    uses = Uses(text, layers)
    places = []
    for index, name in enumerate(names):
        resolution = resolved[index] if resolved else None
        used = uses.of(name, resolution.entry if resolution else None)
        near = _town_by(names, resolved, index) if resolution and resolution.entry else None
        places.append(place_of(f"n{index}", name, resolution, used, gazetteer, near))
    places += [place_of_coordinates(f"c{index}", text, c) for index, c in enumerate(given)]
    places.sort(key=lambda place: (place.start, place.end))
    places += relative_places(document, layers, places, gazetteer)
    return _numbered(places)


def _town_by(names: Sequence[Name], resolved: Sequence[Resolution], index: int) -> Entry | None:
    """The town that is named nearest in the text to a river."""
    river = resolved[index].entry
    if river is None or river.kind != "river":
        return None
    towns = [(abs(n.start - names[index].start), r.entry) for n, r in zip(names, resolved, strict=True) if _is_town(r)]
    return min(towns, key=lambda pair: pair[0], default=(0, None))[1]


def _is_town(resolution: Resolution) -> bool:
    return resolution.entry is not None and resolution.entry.kind == "city"


def _numbered(places: Sequence[Place]) -> tuple[Place, ...]:
    """Ids in text order, the larger of two that begin together first; anchors follow their places."""
    ordered = sorted(places, key=lambda place: (place.start, -place.end))
    ids = {place.id: f"p{number}" for number, place in enumerate(ordered, 1)}
    made = []
    for place in ordered:
        relation = place.relation
        if relation is not None:
            relation = msgspec.structs.replace(relation, anchors=tuple(ids.get(a, a) for a in relation.anchors))
        made.append(msgspec.structs.replace(place, id=ids[place.id], relation=relation))
    return tuple(made)
