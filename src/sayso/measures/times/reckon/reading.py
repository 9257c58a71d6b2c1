"""What a time expression means here, with every step that led there."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, get_args

from sayso.measures.times.calendar import Period, Relation, Unit
from sayso.measures.times.meaning import Expression, Recur
from sayso.measures.times.scene import Scene

#: Types of TIMEX3, and which way a time lies from its anchor.
Kind = Literal["DATE", "TIME", "DURATION", "SET"]
Way = Literal["past", "future"]


@dataclass(frozen=True, slots=True)
class Rival:
    """Another reading and its share."""

    period: Period
    score: float
    why: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What an expression means here. ``period`` is null where it has no place on the calendar."""

    type: Kind
    value: str | None
    period: Period | None = None
    unit: Unit | None = None
    relation: Relation | None = None
    anchor: str | None = None
    direction: Way | None = None
    score: float = 1.0
    rivals: tuple[Rival, ...] = ()
    steps: tuple[str, ...] = ()
    #: interval where it differs from that of ``period``
    interval: tuple[dt.date, dt.date] | None = None


#: Reckons an expression inside another.
Reckon = Callable[[Expression, Scene], Reading]

#: A rival is kept where the text leaves it at least this share.
KEPT = 0.2
#: Up to so many sentences back a time is still being spoken of.
FRESH = 2


def _type(period: Period) -> Kind:
    return "TIME" if period.unit in {"hour", "minute", "second"} else "DATE"


def dated(period: Period, steps: tuple[str, ...], anchor: str | None = None, way: Way | None = None) -> Reading:
    """A reading that is a stretch of the calendar."""
    return Reading(_type(period), period.value, period, period.unit, None, anchor, way, steps=steps)


_SHOWN: dict[str, Unit] = {
    **{unit: unit for unit in get_args(Unit)},
    "night": "day",
    "fortnight": "week",
    "weekend": "week",
    "season": "quarter",
    "millennium": "century",
}


def unit_shown(name: str) -> Unit:
    """The granularity that the reading gives for a unit of the grammar."""
    return _SHOWN[name]


def symbolic(type_: Kind, value: str | None, unit: Unit | None, why: str = "no date to reckon from") -> Reading:
    """A reading without a place on the calendar."""
    return Reading(type_, value, None, unit, steps=(why,))


_GRAINS: dict[str, Unit] = {
    "part": "hour",
    "clock": "minute",
    "month": "month",
    "quarter": "quarter",
    "season": "quarter",
    "half": "quarter",
    "decade": "decade",
    "year": "year",
}


def grain_of(meaning: Recur) -> Unit:
    """The granularity of what comes again."""
    return _GRAINS.get(str(meaning.what[0]), "day")


def kind_of(meaning: Recur) -> Kind:
    """The type of what comes again: a time of day or a date."""
    return "TIME" if meaning.what[0] in {"part", "clock"} else "DATE"
