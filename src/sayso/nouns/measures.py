"""When, where, how many: the measures of a text and the checks made with them."""

from __future__ import annotations

from typing import Any, Literal

import msgspec

from sayso.nouns.base import Noun


class RivalTime(Noun, frozen=True, kw_only=True):
    """Another reading of a time expression, kept where the text does not decide; scores of all readings add up to 1."""

    value: str | None
    from_: str | None = msgspec.field(name="from", default=None)
    to: str | None = None
    score: float
    why: str


class Time(Noun, frozen=True, kw_only=True):
    """A time expression. ``value`` is TIMEX3; ``from``/``to`` the interval, ISO 8601 days, both inclusive.

    ``anchor`` says what it was reckoned from: ``published 2017-10-28``, or the id of another time; null where it needs
    none, or where there is none to be had. ``derivation`` are the steps from the words to the interval.
    """

    id: str
    start: int
    end: int
    text: str
    type: Literal["DATE", "TIME", "DURATION", "SET"]
    value: str | None
    from_: str | None = msgspec.field(name="from", default=None)
    to: str | None = None
    relation: Literal["in", "before", "after", "about", "early", "mid", "late"] | None = None
    rule: str | None = None
    granularity: (
        Literal["second", "minute", "hour", "day", "week", "month", "quarter", "year", "decade", "century"] | None
    ) = None
    anchor: str | None = None
    direction: Literal["past", "future"] | None = None
    score: float = 1.0
    rivals: tuple[RivalTime, ...] = ()
    derivation: tuple[str, ...] = ()


class PlaceRelation(Noun, frozen=True, kw_only=True):
    """How a relative place is described: *25 miles east of* an anchor. km, and degrees clockwise from north.

    ``anchors`` holds ids of places of the reading (``p1``); where no name in the text is the anchor (*the Tunisian
    border*, *north of the capital*), the id of a gazetteer entry (``country:TN``).
    """

    kind: Literal["distance", "bearing", "part", "between", "near", "border", "along"]
    distance_km: tuple[float, float] | None = None
    bearing: float | None = None
    anchors: tuple[str, ...] = ()


class GazetteerEntry(Noun, frozen=True, kw_only=True):
    """The gazetteer entry that a name was resolved to, with the rivals it beat."""

    id: str
    name: str
    country: str | None
    kind: str
    score: float
    rivals: tuple[GazetteerEntry, ...] = ()


class Place(Noun, frozen=True, kw_only=True):
    """A place name or a relative place. ``geometry`` is GeoJSON, WGS84, longitude before latitude."""

    id: str
    start: int
    end: int
    text: str
    use: Literal["literal", "metonymic", "associative"]
    relation: PlaceRelation | None = None
    gazetteer: GazetteerEntry | None = None
    geometry: dict[str, Any] | None = None
    radius_km: float | None = None
    assumptions: tuple[str, ...] = ()
    derivation: tuple[str, ...] = ()


class Change(Noun, frozen=True, kw_only=True):
    """A change or comparison: *triple*, *up 5 %*. ``value`` is the ratio, percentage or points."""

    kind: Literal["ratio", "percent", "points"]
    value: float | int
    direction: Literal["up", "down"] | None = None
    baseline: str | None = None


class Quantity(Noun, frozen=True, kw_only=True):
    """A number with what it counts. An open bound is null; ``low == high`` is a point.

    ``derived`` is true of a value that the page does not state but that follows from one it states (*triple its output
    of last year* gives last year's); ``base`` is then the id of the stated one. ``derivation`` are the steps from the
    words to the value.
    """

    id: str
    start: int
    end: int
    text: str
    low: float | int | None
    high: float | int | None
    approximate: bool
    unit: str | None
    of: str | None
    kind: str
    change: Change | None = None
    rule: str | None = None
    derived: bool = False
    base: str | None = None
    derivation: tuple[str, ...] = ()


Verdict = Literal["consistent", "inconsistent", "undecidable"]


class Check(Noun, frozen=True, kw_only=True):
    """What arithmetic, the calendar or geometry says of a claim; ``why`` shows the sum."""

    claim: str
    kind: Literal["distance", "bearing", "arithmetic", "date"]
    verdict: Verdict
    why: str
