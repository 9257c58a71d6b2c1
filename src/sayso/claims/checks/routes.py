"""Lengths of ways: *from Cebu City to Tagbilaran, a run of some 74 kilometres*; *the two towns are 30 km apart*."""

from __future__ import annotations

import bisect
import itertools
import re
from collections.abc import Iterator, Sequence

from sayso.claims.checks.distance import FAR, MANY_TIMES, told
from sayso.claims.checks.finding import Finding, Verdict
from sayso.claims.checks.ground import capped, is_well_known, rivals_of, spot_of
from sayso.claims.checks.located import spots_named
from sayso.claims.checks.measure import Stated, judge_distance
from sayso.claims.checks.numbers import rounding
from sayso.claims.checks.words import any_of, words
from sayso.measures.places.geo import bearing, distance_km, in_km
from sayso.nouns.base import Range
from sayso.nouns.measures import Place, Quantity

_APART = re.compile(r"^\s*apart\b")
_JOIN = re.compile(r"^\s+(?:to|and|towards)\s+(?:the\s+\w+\s+of\s+)?$")
_START = re.compile(r"\b(?:from|between)\s+(?:the\s+\w+\s+of\s+)?$", re.IGNORECASE)
_IS = re.compile(r"^(?:,[^,.;]{0,60},)?\s+(?:is|was|are|were|measures|comes to)\s+(?:only|just)?\s*$")
_IT_IS = re.compile(r"^,?\s+it (?:is|was)\s+(?:only\s+|just\s+)?$")
_BEHIND = re.compile(r"^\s*(?:as the crow flies|in a straight line|by road|by air|by sea)?,?\s*$")
_OF = re.compile(r"^(?:\s+in\s+(?:the\s+)?[A-Z]\w+)?,?\s*(?:an?|the)?\s*(?:\w+\s)?(?P<noun>\w+)\s+of\s+$")


def check_routes(
    text: str, sentences: Sequence[Range], quantities: Sequence[Quantity], places: Sequence[Place]
) -> Iterator[Finding]:
    """One finding for each length that is said of the way between two places."""
    names = spots_named(places)
    at, starts = [n.start for n in names], [start for start, _ in sentences]
    for quantity in quantities:
        if quantity.kind != "length" or quantity.unit is None or in_km(1.0, quantity.unit) is None:
            continue
        number = bisect.bisect_right(starts, quantity.start) - 1
        if number < 0:
            continue
        around = names[
            bisect.bisect_left(at, starts[max(0, number - 1)]) : bisect.bisect_left(at, sentences[number][1])
        ]
        pair = _pair(text, sentences, number, quantity, around)
        if pair is not None and (finding := _finding(text, sentences[number], quantity, *pair)) is not None:
            yield finding


def _pair(
    text: str, sentences: Sequence[Range], number: int, quantity: Quantity, names: Sequence[Place]
) -> tuple[Place, Place] | None:
    """The two places whose way the length is said of."""
    start, end = sentences[number]
    before = [n for n in names if start <= n.start and n.end <= quantity.start]
    if _APART.match(text[quantity.end :]):
        if len(before) < 2 and number:
            low, high = sentences[number - 1]
            before = [n for n in names if low <= n.start < high]
        joined = [(a, b) for a, b in itertools.pairwise(before) if _JOIN.match(text[a.end : b.start])]
        return joined[-1] if joined else None
    if len(before) >= 2:
        one, two = before[-2:]
        if _JOIN.match(text[one.end : two.start]) and (lead := _START.search(text[start : one.start])):
            between = text[two.end : quantity.start]
            noun = _OF.match(between)
            if noun is not None and noun["noun"].lower() in words("routes"):
                return one, two
            if _IT_IS.match(between):
                return one, two
            route = set(re.findall(r"\w+", text[start : start + lead.start()].lower())) & words("routes")
            if route and _IS.match(between):
                return one, two
    behind = [n for n in names if quantity.end <= n.start < end][:2]
    if len(behind) == 2:
        one, two = behind
        lead_text = text[quantity.end : one.start]
        found = _START.search(lead_text)
        if found and _JOIN.match(text[one.end : two.start]) and _BEHIND.match(lead_text[: found.start()]):
            return one, two
    return None


def _finding(text: str, sentence: Range, quantity: Quantity, one: Place, two: Place) -> Finding | None:
    a, b = spot_of(one), spot_of(two)
    factor = in_km(1.0, quantity.unit or "km")
    if a is None or b is None or factor is None or a.point == b.point:
        return None
    slack = rounding(quantity) * factor
    low = 0.0 if quantity.low is None else max(0.0, quantity.low * factor - slack)
    high = None if quantity.high is None else quantity.high * factor + slack
    around = text[sentence[0] : sentence[1]]
    line = bool(any_of("straight").search(around))
    stated = Stated(low, high, line=line, road=not line and bool(any_of("roads").search(around)))

    found: tuple[Verdict, str] | None = None
    # a name that many towns bear: those for which it is right are the ones that are meant
    for x, y in ((x, y) for x in [a, *rivals_of(one)] for y in [b, *rivals_of(two)]):
        km = distance_km(x.point, y.point)
        verdict = judge_distance(stated, km, capped(x.extent, km) + capped(y.extent, km))
        towards = bearing(x.point, y.point)
        lies = f"{y.name} lies {told(km, quantity.text)} from {x.name}"
        why = f"{lies} on a bearing of {towards:.0f} degrees (straight line)"
        if verdict == "consistent":
            return Finding(quantity.start, quantity.end, "distance", verdict, why)
        if found is None:
            far = km > FAR and km > MANY_TIMES * (high or km) and not (is_well_known(one) and is_well_known(two))
            found = ("undecidable" if verdict == "inconsistent" and far else verdict), why
    assert found is not None
    return Finding(quantity.start, quantity.end, "distance", *found)
