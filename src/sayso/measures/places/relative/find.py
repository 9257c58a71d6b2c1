"""Relative places of a document, as places with relation and region."""

from __future__ import annotations

import dataclasses
import functools
import re
from collections.abc import Sequence

from sayso.measures.places.gazetteer import Entry, Gazetteer
from sayso.measures.places.relative.anchors import Anchor, Anchors
from sayso.measures.places.relative.derive import derive
from sayso.measures.places.relative.ground import Ground, ground_of
from sayso.measures.places.relative.masked import Masked
from sayso.measures.places.relative.parse import phrases
from sayso.measures.places.relative.phrase import Phrase
from sayso.measures.places.relative.region import Region
from sayso.nouns.document import Document
from sayso.nouns.measures import Place, PlaceRelation
from sayso.reader.layers import Layers

#: a list goes on: *near Homs, Syria and Iraq*
_LIST = re.compile(r",?\s(?:and|or)\s[A-Z]")
_AREAS = frozenset({"country", "region", "admin1", "group", "continent"})


def relative_places(
    document: Document, layers: Layers, places: Sequence[Place], gazetteer: Gazetteer | None
) -> tuple[Place, ...]:
    """The relative places of a document in text order, ids ``r1``, ``r2``, …

    Args:
        document: its text is searched.
        layers: what the reader found in it; sentences are used.
        places: the place names of the document with their ids, resolved where they could be. They are the anchors.
        gazetteer: without one the relations are found and no region is drawn.

    ``relation.anchors`` holds ids of ``places``, or of gazetteer entries where no name in the text is the anchor
    (*the Tunisian border*, *north of the capital*).
    """
    masked = Masked(document.text, places)
    ground = ground_of(gazetteer) if gazetteer is not None else None
    anchors = Anchors(document, masked, ground)
    found: list[Place] = []
    for phrase in phrases(masked, layers.sentences):
        place = _place(document, phrase, anchors, ground, f"r{len(found) + 1}")
        if place is not None:
            found.append(place)
    return tuple(found)


def _place(document: Document, phrase: Phrase, anchors: Anchors, ground: Ground | None, id: str) -> Place | None:
    found = anchors.of(phrase)
    if not _meant(phrase, found, ground):
        return None
    country = anchors.country(phrase.start, [a.entry.country for a in found if a.entry and a.entry.country])
    region = Region()
    if ground is not None:
        words = dataclasses.replace(phrase, start=0, end=0, refs=())
        region = _region(ground, words, tuple(anchor.entry for anchor in found), country)
    end = _end(phrase, document.text, ground)
    text = document.text[phrase.start : end]
    return Place(
        id=id,
        start=phrase.start,
        end=end,
        text=text,
        use="literal",
        relation=_relation(phrase, found),
        gazetteer=None,
        geometry=region.geometry,
        radius_km=region.radius_km,
        assumptions=region.assumptions,
        derivation=(
            f"“{' '.join(text.split())}”: {_told(phrase, found)}",
            *(a.how for a in found if a.how),
            *region.steps,
        ),
    )


@functools.lru_cache(4096)
def _region(ground: Ground, phrase: Phrase, entries: tuple[Entry | None, ...], country: str | None) -> Region:
    """The region of a phrase without its range: agencies' words stand on many pages."""
    return derive(phrase, entries, ground, country).done()


def _meant(phrase: Phrase, found: tuple[Anchor, ...], ground: Ground | None) -> bool:
    """Whether the words tell a place at all, now that the anchors are known."""
    kinds = {a.entry.kind for a in found if a.entry is not None}
    if phrase.form == "part" and any(_adjective(ref.place, ground) for ref in phrase.refs):
        return False  # northern Syrian towns, North African countries
    if phrase.form == "between":
        return len(found) == 2 and (phrase.modifier != "" or not kinds & _AREAS)
    if phrase.form == "outskirts" and phrase.modifier.endswith("outside"):
        return bool(found) and not kinds & _AREAS
    if (phrase.form == "along" and phrase.target == "coast") or any(r.naming == "people" for r in phrase.refs):
        return bool(found)
    return True


def _adjective(place: Place | None, ground: Ground | None) -> bool:
    """Whether a name is one of a people (*Syrian*) and not of their country."""
    if place is None or place.use != "associative":
        return False
    return ground is None or bool(ground.gazetteer.demonym(place.text))


def _end(phrase: Phrase, text: str, ground: Ground | None) -> int:
    """*near Sarmada, Syria* takes in the country; *near Sarmada, Damascus and …*, a list, does not."""
    for ref in phrase.refs:
        if ref.inside is None or ref.inside.end != phrase.end or ref.place is None:
            continue
        outer = ground.entry(ref.inside) if ground else None
        if (outer is None and ground is not None) or (outer is not None and outer.kind not in _AREAS):
            return ref.place.end
        if _LIST.match(text, phrase.end):
            return ref.place.end
    return phrase.end


_KINDS = {"near": "near", "outskirts": "near", "suburbs": "near", "off": "near", "between": "between", "part": "part"}


def _relation(phrase: Phrase, found: tuple[Anchor, ...]) -> PlaceRelation:
    length = phrase.length
    distance = None
    if length is not None and length.high is not None:
        distance = (round(length.low, 1), round(length.high, 1))
    return PlaceRelation(
        kind=_kind(phrase),  # type: ignore[arg-type]  # the values of _KINDS are those of the field
        distance_km=distance,
        bearing=round(phrase.compass.bearing, 1) if phrase.compass else None,
        anchors=tuple(anchor.id for anchor in found),
    )


def _kind(phrase: Phrase) -> str:
    if phrase.target == "border":
        return "border"
    if phrase.form in ("road", "stream") or phrase.form == "along":
        return "along"
    if phrase.length is not None:
        return "near" if phrase.length.vague and phrase.compass is None else "distance"
    if phrase.journey:
        return "bearing" if phrase.compass else "near"
    if phrase.form in ("away", "bearing"):
        return "bearing"
    return _KINDS.get(phrase.form, "near")


def _told(phrase: Phrase, found: tuple[Anchor, ...]) -> str:
    names = " and ".join(anchor.name for anchor in found)
    what = {"border": "a border", "coast": "a coast"}.get(phrase.target, "a place")
    parts = [phrase.length.note] if phrase.length else []
    if phrase.compass:
        parts.append(f"bearing {phrase.compass.bearing:.4g} degrees")
    parts.append(f"from {names}" if names else f"from {what} that is not found")
    return ", ".join(parts)
