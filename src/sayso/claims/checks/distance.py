"""Distances and directions that a text states, against those between the points of its places."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.claims.checks.finding import Finding, Kind, Verdict, worst
from sayso.claims.checks.ground import (
    Spot,
    capped,
    country_of,
    gazetteer,
    is_well_known,
    km_to_border,
    rivals_of,
    spot_of,
)
from sayso.claims.checks.located import Located
from sayso.claims.checks.measure import HALF_EIGHTH, Stated, judge_bearing, judge_distance
from sayso.claims.checks.words import any_of
from sayso.measures.places.geo import bearing, compass_name, distance_km, in_km
from sayso.nouns.base import Range
from sayso.nouns.measures import Place

#: Characters behind a distance in which *in a straight line* or *by road* may stand.
_NEAR = 30
#: Points that lie nearer to each other, km, are of one place.
_SAME = 0.5
#: A place that lies so many times farther off than stated, and so many km, may be the wrong one.
MANY_TIMES, FAR = 6.0, 50.0


def check_distances(text: str, sentences: Sequence[Range], places: Sequence[Place]) -> Iterator[Finding]:
    """One finding for each relative place of which the text says which place it is."""
    located = Located(text, sentences, places)
    by_id = {place.id: place for place in places}
    for place in places:
        relation = place.relation
        if relation is None or relation.kind not in {"distance", "bearing", "border", "near"}:
            continue
        if relation.kind == "near" and relation.distance_km is None:
            continue
        subject = located.subject(place)
        if subject is None or not relation.anchors:
            continue
        anchors = [by_id.get(key) for key in relation.anchors]
        if relation.kind == "border":
            finding = _border(text, place, subject, [a for a in anchors if a is not None])
        elif anchors[0] is not None and anchors[0].text.casefold() != subject.text.casefold():
            finding = _between(text, place, subject, anchors[0])
        else:
            continue
        if finding is not None:
            lead = subject.start if located.sentence_of(place.start)[0] <= subject.start < place.start else None
            yield replace(finding, lead=lead)


def _between(text: str, place: Place, subject: Place, anchor: Place) -> Finding | None:
    one, other = spot_of(subject), spot_of(anchor)
    assert place.relation is not None
    kind: Kind = "bearing" if place.relation.kind == "bearing" else "distance"
    if one is None or other is None:
        unknown = next((p for p, spot in ((subject, one), (anchor, other)) if spot is None), anchor)
        if unknown.gazetteer is not None or kind == "bearing" or gazetteer() is None:
            return None  # an area, of which no distance can be told; or nothing is known at all
        return Finding(place.start, place.end, "distance", "undecidable", f"where {unknown.text} lies is not known")
    if distance_km(one.point, other.point) < _SAME:
        return None  # two names of one place, or one of them taken for the other
    verdict, why = _judged(text, place, one, other)
    if verdict != "consistent":
        # a name that many towns bear: the one for which it is right is the one that is meant
        for a, b in ((a, b) for a in [one, *rivals_of(subject)] for b in [other, *rivals_of(anchor)]):
            fitting, shown = _judged(text, place, a, b)
            if fitting == "consistent":
                return Finding(place.start, place.end, kind, fitting, shown)
    if verdict == "inconsistent" and doubtful(distance_km(one.point, other.point), place, subject, anchor):
        verdict, why = "undecidable", f"{why}; but that may be another {subject.text}"
    return Finding(place.start, place.end, kind, verdict, why)


def doubtful(km: float, place: Place, *named: Place) -> bool:
    """Whether a place lies so much farther off than stated that it is likelier the wrong one.

    Of towns that are known well, no other is to be thought of.
    """
    distance = place.relation.distance_km if place.relation is not None else None
    if distance is None or km < FAR or km < MANY_TIMES * distance[1]:
        return False
    return not all(is_well_known(p) for p in named)


def _judged(text: str, place: Place, one: Spot, other: Spot) -> tuple[Verdict, str]:
    relation = place.relation
    assert relation is not None
    km = distance_km(one.point, other.point)
    towards = bearing(other.point, one.point) if km > 0 else 0.0
    extent = capped(one.extent, km) + capped(other.extent, km)
    verdicts: list[Verdict] = []
    longer = ""
    if relation.distance_km is not None:
        verdicts.append(judge_distance(stated_of(text, place), km, extent))
        longer = "; a road may be as long as stated" if verdicts[-1] == "undecidable" else ""
    if relation.bearing is not None:
        verdicts.append(judge_bearing(relation.bearing, HALF_EIGHTH, towards, km, extent))
    shown = f"{one.name} lies {told(km, place.text)} from {other.name}"
    if relation.bearing is not None:
        shown += f" on a bearing of {towards:.0f} degrees, {compass_name(towards)}"
    return worst(*verdicts), f"{shown} (straight line){longer}"


def _border(text: str, place: Place, subject: Place, anchors: Sequence[Place]) -> Finding | None:
    spot = spot_of(subject)
    countries = {a.id: country for a in anchors if (country := country_of(a)) is not None}
    assert place.relation is not None
    if spot is None or not countries or place.relation.distance_km is None:
        return None
    anchor = next((a for a in anchors if a.id in countries and countries[a.id] != spot.country), anchors[0])
    country = countries.get(anchor.id)
    if country is None:
        return None
    name = (
        f"the border of {anchor.text}" if anchor.use == "literal" and anchor.gazetteer else f"the {anchor.text} border"
    )
    stated = stated_of(text, place)
    findings = []
    for one in [spot, *rivals_of(subject)]:
        km = km_to_border(one, country)
        if km is None:
            return None
        verdict = judge_distance(stated, km, one.extent)
        why = f"{one.name} lies {told(km, place.text)} from {name} (straight line)"
        if verdict == "inconsistent" and doubtful(km, place, subject):
            verdict = "undecidable"
        findings.append(Finding(place.start, place.end, "distance", verdict, why))
    return next((f for f in findings if f.verdict == "consistent"), findings[0])


def stated_of(text: str, place: Place) -> Stated:
    """The distance of a relative place as stated, and whether a straight line or a road is meant."""
    assert place.relation is not None
    assert place.relation.distance_km is not None
    low, high = place.relation.distance_km
    around = text[place.start : place.end + _NEAR]
    return Stated(
        low,
        high,
        line=bool(any_of("straight").search(around)),
        road=bool(re.search(r"\bby (?:road|rail|car)\b", around)),
    )


def told(km: float, words: str) -> str:
    """A distance in the unit of the words that it is held against: *57.0 miles*."""
    if re.search(r"\bnautical|\bnm\b|\bnmi\b", words):
        return f"{km / (in_km(1.0, 'nautical miles') or 1.852):.1f} nautical miles"
    if re.search(r"\bmiles?\b|\bmi\b", words):
        return f"{km / (in_km(1.0, 'miles') or 1.609344):.1f} miles"
    return f"{km:.1f} km"
