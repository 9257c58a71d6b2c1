"""Measures, movements and checks of a reading -> rows of the index."""

from __future__ import annotations

import contextlib
import math
from collections.abc import Mapping
from typing import Any

import msgspec

from sayso.ledger.regions import outline, reach_km
from sayso.ledger.tables import places
from sayso.nouns import Place, Reading, to_json
from sayso.nouns.folding import clean, fold
from sayso.origins.words import head

Row = dict[str, Any]


def quantity_rows(reading: Reading) -> list[Row]:
    """Rows of ``quantities``."""
    return [
        {
            "ident": q.id,
            "position": position,
            "text": clean(q.text),
            "low": _real(q.low),
            "high": _real(q.high),
            "approximate": q.approximate,
            "unit": clean(q.unit) if q.unit else None,
            "of": clean(q.of) if q.of else None,
            "thing_key": fold(clean(" ".join(filter(None, (q.of, q.unit))))),
            "head_key": head(fold(clean(q.of))) if q.of else "",
            "kind": q.kind,
            "derived": q.derived,
            "body": to_json(q).decode("utf-8"),
        }
        for position, q in enumerate(reading.quantities)
    ]


def _real(number: float | None) -> float | None:
    """The number as stores hold it; what is too large for them is open."""
    with contextlib.suppress(OverflowError):
        return float(number) if number is not None and math.isfinite(number) else None
    return None


def time_rows(reading: Reading) -> list[Row]:
    """Rows of ``times``."""
    return [
        {"ident": t.id, "text": clean(t.text), "type": t.type, "value": t.value, "first_day": t.from_, "last_day": t.to}
        for t in reading.times
    ]


def place_rows(reading: Reading) -> list[Row]:
    """Rows of ``places``: the places, and the mentions of places that no measure may have taken up."""
    known = {place.id: place for place in reading.places}
    rows = [_place(place, _country(place, known)) for place in reading.places]
    rows += [_NOWHERE | _named(m.id, m.text) for m in reading.mentions if m.type == "place"]
    return rows


def _named(ident: str, name: str) -> Row:
    return {"ident": ident, "name": clean(name), "name_key": fold(clean(name))}


#: a place of which the name alone is known
_NOWHERE: Row = dict.fromkeys(set(places.columns.keys()) - {"document_id", "ident", "name", "name_key"})


def _country(place: Place, known: Mapping[str, Place]) -> str | None:
    """The country of a place; of a relative one that of its anchors. Across a border may be another one."""
    if place.gazetteer:
        return place.gazetteer.country
    if place.relation is None or place.relation.kind == "border":
        return None
    countries = {_anchored(anchor, known) for anchor in place.relation.anchors}
    return countries.pop() if len(countries) == 1 else None


def _anchored(anchor: str, known: Mapping[str, Place]) -> str | None:
    """The country of an anchor: a place of the reading, or a country by its id in the gazetteer."""
    if anchor.startswith("country:"):
        return anchor.removeprefix("country:")
    entry = known[anchor].gazetteer if anchor in known else None
    return entry.country if entry else None


def _place(place: Place, country: str | None) -> Row:
    row = _NOWHERE | _named(place.id, place.text)
    row |= {"use": place.use, "radius_km": place.radius_km, "country": country}
    if entry := place.gazetteer:
        row |= {
            "entry": clean(entry.id),
            "entry_name": clean(entry.name),
            "entry_key": fold(clean(entry.name)),
            "entry_kind": entry.kind,
        }
    if place.geometry and (box := outline(place)):
        row |= {"lat": (box.south + box.north) / 2, "lon": (box.west + box.east) / 2}
        row |= box.widened(reach_km(place))._asdict()
        if place.geometry.get("type") != "Point":
            row["geometry"] = msgspec.json.encode(place.geometry).decode("utf-8")
    return row


def movement_rows(reading: Reading) -> list[Row]:
    """Rows of ``movements``."""
    return [
        {"claim": claim.id}
        | {name: clean(text) if (text := getattr(moved, name)) else None for name in ("who", "by", "direction")}
        for claim in reading.claims
        if (moved := claim.movement)
    ]


def route_rows(reading: Reading) -> list[Row]:
    """Rows of ``routes``: the places of each movement in the order of the way."""
    rows = []
    for claim in reading.claims:
        if moved := claim.movement:
            way = (("from", moved.from_), *(("via", ident) for ident in moved.via), ("to", moved.to))
            stops = [(role, ident) for role, ident in way if ident]
            rows += [
                {"claim": claim.id, "position": position, "role": role, "place": ident}
                for position, (role, ident) in enumerate(stops)
            ]
    return rows


def check_rows(reading: Reading) -> list[Row]:
    """Rows of ``checks``."""
    return [
        {"position": position, "claim": c.claim, "kind": c.kind, "verdict": c.verdict, "why": clean(c.why)}
        for position, c in enumerate(reading.checks)
    ]
