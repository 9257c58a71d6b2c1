"""Phrase and anchors -> a region on the map, step by step."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from sayso.measures.places.gazetteer import Entry
from sayso.measures.places.geo import band, compass_name, corridor, disc, part, ring, sector, within_world
from sayso.measures.places.relative.ground import STRIP, Ground
from sayso.measures.places.relative.lengths import Length
from sayso.measures.places.relative.lines import along_line, off_coast
from sayso.measures.places.relative.phrase import Phrase
from sayso.measures.places.relative.region import Draft, reach
from sayso.measures.places.relative.words import table

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

#: kinds that are drawn by their shape and not as a point
AREAS = frozenset({"country", "admin1", "region", "desert", "continent", "sea", "lake", "group"})
_WIDE = AREAS - {"admin1"}
#: a town's own extent counts at most this share of a distance from it
_EXTENT_SHARE = 0.5
#: *northern* begins before the middle: halves of a country overlap in the way people speak of them
_SHARE = 0.6
#: the same of *north-eastern*, along the diagonal
_CORNER = 0.45
#: the way between two places may be this much longer than the straight line
_DETOUR = 1.15


def derive(phrase: Phrase, entries: Sequence[Entry | None], ground: Ground, country: str | None) -> Draft:
    """The region that the words describe; a draft without shape where none can be drawn.

    ``country`` is the country at hand (ISO alpha-2), for lines of which the text names one side only.
    """
    draft = Draft()
    if phrase.target != "place":
        along_line(draft, phrase, [e for e in entries if e is not None], ground, country)
        return draft
    if not entries or any(entry is None for entry in entries):
        draft.steps.append("an anchor is not resolved: no region")
        return draft
    known = [entry for entry in entries if entry is not None]
    if phrase.form in ("away", "bearing", "near", "outskirts", "suburbs", "between", "road", "off"):
        known = [ground.town(entry) for entry in known]
    first = known[0]
    match phrase.form:
        case "away":
            _away(draft, phrase, first, ground)
        case "bearing":
            _bearing(draft, phrase, first, ground)
        case "part":
            _part(draft, phrase, first, ground)
        case "near" | "outskirts" | "suburbs":
            _near(draft, phrase, first, ground)
        case "between" | "road":
            _between(draft, phrase, known, ground)
        case "off":
            off_coast(draft, phrase, first, ground)
        case "stream":
            draft.steps.append("along a river whose course is not known here: no region, only the anchor")
        case "along":
            _near(draft, phrase, first, ground)
    return draft


def centre(entry: Entry) -> tuple[float, float]:
    """The point of an entry: latitude, longitude."""
    return entry.lat, entry.lon


def stretched(length: Length, extent: float = 0.0) -> tuple[float, float]:
    """From where to where the true straight line may run, km: see *stretch* in the lexicon."""
    data = table("stretch")
    high = length.high if length.high is not None else length.low * 1.5
    low = length.low if length.stated is None and length.high is None else length.low * data["low"]
    return max(0.0, low - extent), high * data["high"] + extent


def _away(draft: Draft, phrase: Phrase, entry: Entry, ground: Ground) -> None:
    if phrase.length is None:
        draft.steps.append("told by time: without a speed no distance, no region")
        draft.assumptions.append("a time of travel gives no distance")
        return
    length = phrase.length
    if entry.kind in AREAS and (shape := ground.shape(entry.id)) is not None:
        low, high = stretched(length)
        draft.shape = band(shape.boundary.simplify(0.02), low, high).difference(shape)
        draft.assumptions.append(f"measured from the edge of {entry.name}")
        draft.steps.append(f"{length.note}: {_km(low)} to {_km(high)} km from the edge of {entry.name}")
        return
    middle = length.high if length.high is not None else length.low
    extent = min(entry.radius_km, _EXTENT_SHARE * middle) if entry.kind not in AREAS else entry.radius_km
    low, high = stretched(length, extent)
    draft.assumptions += [f"straight line, from the centre of {entry.name}", length.note]
    draft.assumptions.append(
        f"region from {_km(low)} to {_km(high)} km: roads are longer than the straight line, towns have an extent"
    )
    if phrase.compass is None:
        draft.shape = ring(centre(entry), low, high)
        draft.steps.append(f"a ring {_km(low)} to {_km(high)} km from {entry.name}: no direction is told")
        if phrase.modifier and phrase.modifier != "at sea":
            draft.assumptions.append(f"“{phrase.modifier}”: the direction is not known here")
    else:
        bearing, half = phrase.compass
        draft.shape = sector(centre(entry), low, high, bearing, half)
        draft.assumptions.append(f"“{compass_name(bearing)}” is {bearing:.4g} degrees, give or take {half:.4g}")
        draft.steps.append(
            f"a sector {_km(low)} to {_km(high)} km from {entry.name} on {bearing:.4g}±{half:.4g} degrees"
        )
    if phrase.modifier != "at sea":
        _clip(draft, ground.on_land, "cut to land")
    else:
        draft.assumptions.append("not cut to land: the sentence tells of the sea")


def _clip(draft: Draft, inside: Callable[[BaseGeometry], BaseGeometry], step: str) -> None:
    """Cut the region; where nothing is left of it, it stays as it was."""
    if draft.shape is None:
        return
    cut = inside(draft.shape)
    if cut.is_empty:
        draft.assumptions.append(f"not {step}: nothing would be left")
        return
    if cut.area < 0.999 * draft.shape.area:
        draft.steps.append(step)
    draft.shape = cut


def _in_country(draft: Draft, entry: Entry, ground: Ground) -> None:
    """Without a distance the country of the anchor bounds the region."""
    iso2 = entry.country
    if iso2 and entry.kind != "country" and (cutter := ground.country(iso2)) is not None:
        before = draft.shape
        _clip(draft, lambda region: cutter.around(region, STRIP), f"cut to the country of {entry.name} ({iso2})")
        if draft.shape is not before:
            draft.assumptions.append(f"bounded by the country of {entry.name} ({iso2})")
    else:
        _clip(draft, ground.on_land, "cut to land")


def _bearing(draft: Draft, phrase: Phrase, entry: Entry, ground: Ground) -> None:
    if phrase.compass is None:
        return
    bearing, half = phrase.compass
    word = phrase.modifier
    far = reach("just", entry.kind) if word in ("just", "immediately", "slightly", "a little") else None
    far = far if far is not None else reach("bearing", entry.kind) * (2 if word in ("far", "well") else 1)
    shape = ground.shape(entry.id) if entry.kind in AREAS else None
    high = far + (entry.radius_km if entry.kind in AREAS else 0)
    draft.shape = sector(centre(entry), 0, high, bearing, half)
    if shape is not None:
        draft.shape = draft.shape.difference(shape)
    draft.assumptions.append(f"no distance is told: up to {_km(far)} km from {entry.name}")
    draft.assumptions.append(f"“{compass_name(bearing)}” is {bearing:.4g} degrees, give or take {half:.4g}")
    draft.steps.append(f"a sector up to {_km(high)} km {compass_name(bearing)} of {entry.name}")
    _in_country(draft, entry, ground)


def _part(draft: Draft, phrase: Phrase, entry: Entry, ground: Ground) -> None:
    shape = ground.body(entry.id) if entry.kind in AREAS | {"island"} else None
    if shape is None:
        shape = disc(centre(entry), entry.radius_km)
        draft.assumptions.append(f"{entry.name} is taken as round, {_km(entry.radius_km)} km from its middle")
    bearing = phrase.compass.bearing if phrase.compass else None
    side = "middle" if bearing is None else compass_name(bearing) + "ern part"
    share = _SHARE if bearing is None or bearing % 90 == 0 else _CORNER
    draft.shape = within_world(part(shape, bearing, share))
    draft.assumptions += [
        f"the {side} of {entry.name} is {share:.0%} of its extent that way",
        "another reading: only its outer third" if bearing is not None else "another reading: only its inner third",
    ]
    draft.steps.append(f"the {side} of {entry.name}, cut from its shape")
    if entry.kind == "country":
        _convention(draft, entry, "central" if bearing is None else compass_name(bearing), ground)


def _convention(draft: Draft, entry: Entry, side: str, ground: Ground) -> None:
    """The region that people of the country mean by the side: another reading, taken in where its shape is known."""
    rows = table("conventions")["rows"]
    names = next((row["regions"] for row in rows if (row["country"], row["side"]) == (entry.country, side)), ())
    if not names:
        return
    told = ", ".join(names)
    draft.assumptions.append(f"another reading: by convention {told}")
    shapes = [shape for name in names if (shape := ground.region(name, str(entry.country))) is not None]
    if shapes and draft.shape is not None:
        import shapely

        draft.shape = shapely.union_all([draft.shape, *shapes])
        draft.steps.append(f"and {told}, which is meant by convention")


def _near(draft: Draft, phrase: Phrase, entry: Entry, ground: Ground) -> None:
    if entry.kind in AREAS and (shape := ground.shape(entry.id)) is not None:
        far = reach("near", entry.kind)
        draft.shape = band(shape.boundary.simplify(0.02), 0, far)
        draft.assumptions.append(f"“{phrase.modifier}”: within {_km(far)} km of the edge of {entry.name}")
        draft.steps.append(f"what lies within {_km(far)} km of the edge of {entry.name}")
        return
    own = entry.radius_km
    low, high = 0.0, reach("near", entry.kind) + 2 * own
    if phrase.form == "suburbs":
        high = 3 * own + 5
    elif phrase.form == "outskirts":
        low, high = 0.4 * own, 2 * own + 5
    draft.assumptions.append(
        f"“{phrase.modifier or phrase.form}”: {_km(low)} to {_km(high)} km from the centre of {entry.name}"
    )
    if phrase.compass is not None:
        bearing, half = phrase.compass
        draft.shape = sector(centre(entry), low, high, bearing, min(180.0, half * 1.5))
        draft.steps.append(
            f"the {compass_name(bearing)} side of the ring {_km(low)} to {_km(high)} km around {entry.name}"
        )
    else:
        draft.shape = ring(centre(entry), low, high)
        draft.steps.append(f"what lies {_km(low)} to {_km(high)} km from {entry.name}")
    if entry.kind != "sea":
        _clip(draft, ground.on_land, "cut to land")


def _between(draft: Draft, phrase: Phrase, entries: Sequence[Entry], ground: Ground) -> None:
    if len(entries) < 2:
        draft.steps.append("only one end is known: no region")
        return
    one, other = entries[:2]
    if one.kind in _WIDE or other.kind in _WIDE:
        line = ground.border(one.country, other.country) if one.country and other.country else None
        if line is not None and one.kind == other.kind == "country":
            far = reach("near", "line")
            draft.shape = band(line, 0, far)
            draft.assumptions.append(f"between two countries: within {_km(far)} km of their border")
            draft.steps.append(f"what lies along the border of {one.name} and {other.name}")
        else:
            draft.steps.append("between two wide areas: no region")
        return
    draft.shape = corridor(centre(one), centre(other), _DETOUR)
    draft.assumptions.append(f"a way by it is at most {_DETOUR:.0%} of the straight line")
    draft.steps.append(f"a corridor from {one.name} to {other.name}")
    if phrase.form == "road":
        draft.assumptions.append("the course of the road is not known here")
        _clip(draft, ground.on_land, "cut to land")


def _km(value: float) -> str:
    return f"{value:.0f}" if value >= 10 or math.isclose(value, round(value)) else f"{value:.1f}"
