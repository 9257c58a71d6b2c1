"""What a time expression means here, with every step that led there."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from sayso.measures.times.calendar import Period, Relation
from sayso.measures.times.meaning import Expression, Recur
from sayso.measures.times.scene import Scene


@dataclass(frozen=True, slots=True)
class Rival:
    """Another reading and its share."""

    period: Period
    score: float
    why: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What an expression means here. ``period`` is null where it has no place on the calendar."""

    type: str
    value: str | None
    period: Period | None = None
    unit: str | None = None
    relation: Relation | None = None
    anchor: str | None = None
    direction: str | None = None
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


def _type(period: Period) -> str:
    return "TIME" if period.unit in {"hour", "minute", "second"} else "DATE"


def dated(period: Period, steps: tuple[str, ...], anchor: str | None = None, way: str | None = None) -> Reading:
    """A reading that is a stretch of the calendar."""
    return Reading(_type(period), period.value, period, period.unit, None, anchor, way, steps=steps)


def unit_shown(name: str) -> str | None:
    """The granularity that the reading gives for a unit of the grammar."""
    return {"night": "day", "fortnight": "week", "weekend": "week", "season": "quarter", "millennium": "century"}.get(
        name, name
    )


def symbolic(type_: str, value: str | None, unit: str | None, why: str = "no date to reckon from") -> Reading:
    """A reading without a place on the calendar."""
    return Reading(type_, value, None, unit, steps=(why,))


def grain_of(meaning: Recur) -> str:
    """The granularity of what comes again."""
    return {
        "part": "hour",
        "clock": "minute",
        "month": "month",
        "quarter": "quarter",
        "season": "quarter",
        "half": "quarter",
        "decade": "decade",
        "year": "year",
    }.get(str(meaning.what[0]), "day")
