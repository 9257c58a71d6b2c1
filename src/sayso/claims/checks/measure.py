"""Stated against measured: whether a distance or a direction is within what rounding, shapes and extents allow."""

from __future__ import annotations

import math
from dataclasses import dataclass

from sayso.claims.checks.finding import Verdict
from sayso.claims.checks.words import tolerance
from sayso.measures.places.geo import bearing_gap

#: A direction of eight words covers this many degrees to each side.
HALF_EIGHTH = 22.5


@dataclass(frozen=True, slots=True)
class Stated:
    """A distance as stated: km from low to high (``high`` null: open), rounding included.

    ``line``: the straight line is meant, so that no road excuses what is too long. ``road``: a road is meant.
    """

    low: float
    high: float | None
    line: bool = False
    road: bool = False


def judge_distance(stated: Stated, measured: float, extent: float) -> Verdict:
    """Whether a distance as stated fits one measured along the straight line.

    What is stated may be longer than the line, for ways are; beyond what ways are it is wrong, and so is what is
    shorter than the line. Between what the tolerance allows and what is certainly wrong lies what cannot be decided.

    Args:
        stated: the distance, with the rounding of its number.
        measured: km along the straight line between the two points.
        extent: km that both ends may lie off their points.
    """
    high = float("inf") if stated.high is None else stated.high
    reach = tolerance("extra_km") + extent + tolerance("share") * max(stated.low, 0.0 if high == float("inf") else high)
    if stated.low - reach <= measured <= high + reach:
        return "consistent"
    if measured > high + reach:
        return "inconsistent"  # no way is shorter than the straight line
    longest = tolerance("road") * measured + tolerance("extra_km") + extent
    if stated.line or stated.low > longest:
        return "inconsistent"
    return "consistent" if stated.road else "undecidable"


def judge_bearing(stated: float, half: float, measured: float, distance: float, extent: float) -> Verdict:
    """Whether a direction as stated fits the one measured.

    Args:
        stated: degrees clockwise from north.
        half: degrees to each side that the word covers.
        measured: the bearing of the way between the two points.
        distance: its length, km.
        extent: km that both ends may lie off their points; near places may lie on any side of each other.
    """
    gap = bearing_gap(stated, measured)
    sway = math.degrees(math.asin(extent / distance)) if extent < distance else 180.0
    if gap <= half + tolerance("bearing") + sway:
        return "consistent"
    return "inconsistent" if gap - sway >= tolerance("opposite") else "undecidable"
