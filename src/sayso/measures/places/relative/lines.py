"""Borders and coasts: bands along a line, on the side of the country at hand, or at sea."""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

from sayso.measures.places.gazetteer import Entry
from sayso.measures.places.geo import Cutter, band, compass_name, disc, part, ring, sector
from sayso.measures.places.relative.ground import STRIP, Ground
from sayso.measures.places.relative.phrase import Phrase
from sayso.measures.places.relative.region import Draft, reach
from sayso.measures.places.relative.words import table

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry


def along_line(draft: Draft, phrase: Phrase, entries: Sequence[Entry], ground: Ground, country: str | None) -> None:
    """The region of a phrase told from a border or a coast."""
    if phrase.target == "border":
        _border(draft, phrase, entries, ground, country)
    else:
        _coast(draft, phrase, entries, ground, country)


def _distances(phrase: Phrase, on: bool) -> tuple[float, float, str]:
    """From where to where, km from the line, and why."""
    length = phrase.length
    if length is not None:
        data = table("stretch")
        high = length.high if length.high is not None else length.low * 1.5
        low, high = length.low * data["low"], high * data["high"]
        return (
            low,
            high,
            f"{length.note}; region from {low:.0f} to {high:.0f} km: roads are longer than the straight line",
        )
    far = reach("on", "line") if on else reach("bearing" if phrase.form == "bearing" else "near", "line")
    return 0.0, far, f"“{phrase.modifier or phrase.form}”: within {far:.0f} km"


def _border(draft: Draft, phrase: Phrase, entries: Sequence[Entry], ground: Ground, country: str | None) -> None:
    codes = list(dict.fromkeys(e.country for e in entries if e.country))
    home = country if country not in codes else None
    line = None
    if len(codes) >= 2:
        line, home = ground.border(codes[0], codes[1]), None
        told = f"the border of {codes[0]} and {codes[1]}"
    elif codes and home:
        line, told = ground.border(home, codes[0]), f"the border of {home} with {codes[0]}"
        if line is None:
            line, told, home = ground.border(codes[0]), f"the border of {codes[0]} ({home} is no neighbour)", None
    elif codes or home:
        line, told = ground.border(codes[0] if codes else str(home)), f"the border of {codes[0] if codes else home}"
    if line is None or line.is_empty:
        draft.steps.append("which border is meant is not known: no region")
        return
    low, high, why = _distances(phrase, phrase.form == "along")
    draft.shape = band(line, low, high)
    draft.assumptions += ["straight line, to the nearest point of the border", why]
    draft.steps.append(f"a band {low:.0f} to {high:.0f} km along {told}")
    side = home if home and phrase.form != "along" else None
    if side and (cutter := ground.country(side)) is not None:
        _cut(draft, cutter, f"on the side of {side}")
        draft.assumptions.append(f"on the side of {side}, the country at hand")
    else:
        _cut(draft, ground.land, "cut to land")
    if phrase.compass is not None:
        _one_side(draft, phrase, line)


def _one_side(draft: Draft, phrase: Phrase, line: BaseGeometry) -> None:
    """*west of the border*: only what is met when the line is moved that way."""
    import numpy as np
    import shapely

    assert phrase.compass is not None
    assert draft.shape is not None
    bearing = phrase.compass.bearing
    west, south, east, north = draft.shape.bounds
    far = max(east - west, north - south) + 1
    way = np.array([math.sin(math.radians(bearing)), math.cos(math.radians(bearing))]) * far
    swept = []
    for piece in shapely.get_parts(line.simplify(0.01)):
        rows = shapely.get_coordinates(piece)
        steps = [np.vstack([a, b, b + way, a + way]) for a, b in itertools.pairwise(rows)]
        swept += [polygon for step in steps if (polygon := shapely.Polygon(step)).is_valid]
    side = shapely.intersection(draft.shape, shapely.union_all(swept))
    if not side.is_empty:
        draft.shape = side
        draft.steps.append(f"only what lies {compass_name(bearing)} of it")


def _cut(draft: Draft, cutter: Cutter, step: str) -> None:
    assert draft.shape is not None
    cut = cutter.around(draft.shape, STRIP)
    if not cut.is_empty:
        draft.shape = cut
        draft.steps.append(step)


def _coast(draft: Draft, phrase: Phrase, entries: Sequence[Entry], ground: Ground, country: str | None) -> None:
    entry = next((e for e in entries if e.kind not in ("sea", "lake")), None)
    sea = next((e for e in entries if e.kind in ("sea", "lake")), None)
    iso2 = entry.country if entry else country
    if entry is not None and entry.kind in ("city", "facility", "island", "admin2", "admin1", "region"):
        if phrase.form == "off" or phrase.length is not None:
            off_coast(draft, phrase, entry, ground)
        else:
            draft.shape = disc((entry.lat, entry.lon), entry.radius_km + reach("coast", "line"))
            _cut(draft, ground.land, f"around {entry.name}, cut to land")
        return
    line = ground.coast(iso2) if iso2 else None
    if line is None or line.is_empty:
        draft.steps.append("which coast is meant is not known: no region")
        return
    if sea is not None and (water := ground.shape(sea.id)) is not None:
        near = band(water.boundary.simplify(0.05), 0, 20).union(water)
        if not (stretch := line.intersection(near)).is_empty:
            line = stretch
            draft.steps.append(f"only the coast of the {sea.name}")
    if phrase.modifier == "road":
        _coast_road(draft, phrase, line, ground, iso2)
        return
    if phrase.compass is not None and not (stretch := _stretch(line, phrase.compass.bearing)).is_empty:
        line = stretch
        draft.steps.append(f"only the {compass_name(phrase.compass.bearing)}ern stretch of it")
    at_sea = phrase.form == "off"
    if phrase.length is not None:
        low, high, why = _distances(phrase, on=False)
    else:
        low, high = 0.0, reach("off" if at_sea else "coast", "line")
        why = f"within {high:.0f} km of the coast"
    draft.shape = band(line, low, high)
    draft.assumptions += ["straight line, to the nearest point of the coast", why]
    draft.steps.append(f"a band {low:.0f} to {high:.0f} km along the coast of {iso2}")
    if at_sea:
        _at_sea(draft, ground)
    elif phrase.length is None and iso2 and (cutter := ground.country(iso2)) is not None:
        _cut(draft, cutter, f"on the land of {iso2}")


def _stretch(line: BaseGeometry, bearing: float) -> BaseGeometry:
    """The part of a line in the half of its extent that lies that way."""
    import shapely

    box = part(shapely.box(*line.bounds), bearing)
    return shapely.intersection(line, box)


def _coast_road(draft: Draft, phrase: Phrase, line: BaseGeometry, ground: Ground, iso2: str | None) -> None:
    """*south of the main coastal highway*: the road is taken for the coast, and its hinterland that way is meant."""
    far = reach("bearing", "line")
    draft.shape = band(line, 0, far)
    draft.assumptions += [
        f"the road is taken to run along the coast of {iso2}",
        f"no distance is told: up to {far:.0f} km",
    ]
    draft.steps.append(f"a band up to {far:.0f} km along the coast of {iso2}")
    if iso2 and (cutter := ground.country(iso2)) is not None:
        _cut(draft, cutter, f"on the land of {iso2}")
    if phrase.compass is not None:
        _one_side(draft, phrase, line)


def _at_sea(draft: Draft, ground: Ground) -> None:
    assert draft.shape is not None
    water = ground.land.outside(draft.shape)
    if not water.is_empty:
        draft.shape = water
        draft.steps.append("only the sea")


def off_coast(draft: Draft, phrase: Phrase, entry: Entry, ground: Ground) -> None:
    """At sea before a town, an island or a country: within the reach of *off*, or at the distance told."""
    if entry.kind == "country" and entry.country:
        along = Phrase(phrase.start, phrase.end, "off", "coast", phrase.refs, phrase.length, phrase.compass)
        _coast(draft, along, [entry], ground, entry.country)
        return
    low, high = 0.0, entry.radius_km + reach("off", "line") / 2
    if phrase.length is not None:
        low, high, why = _distances(phrase, on=False)
        low, high = max(0.0, low - entry.radius_km), high + entry.radius_km
        draft.assumptions.append(why)
    else:
        draft.assumptions.append(f"no distance is told: up to {high:.0f} km from {entry.name}")
    point = (entry.lat, entry.lon)
    if phrase.compass is not None and phrase.length is not None:
        draft.shape = sector(point, low, high, *phrase.compass)
    else:
        draft.shape = ring(point, low, high)
    draft.steps.append(f"the sea {low:.0f} to {high:.0f} km from {entry.name}")
    _at_sea(draft, ground)
