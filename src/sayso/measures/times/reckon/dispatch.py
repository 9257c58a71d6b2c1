"""One reckoner for each kind of meaning."""

from __future__ import annotations

from sayso.measures.times.export import length_value
from sayso.measures.times.meaning import (
    Either,
    Every,
    Expression,
    FirstOf,
    Fixed,
    Impossible,
    Length,
    Part,
    Recur,
    Ref,
    Span,
    Step,
    Stretch,
    UnitOf,
    Within,
)
from sayso.measures.times.reckon.again import recur
from sayso.measures.times.reckon.joined import either, first_of, part, span, within
from sayso.measures.times.reckon.reading import Reading, Way, dated, unit_shown
from sayso.measures.times.reckon.told import step, stretch, unit_of
from sayso.measures.times.scene import Scene

_WAYS: dict[str, Way] = {"PAST_REF": "past", "FUTURE_REF": "future"}


def reckon(meaning: Expression, scene: Scene) -> Reading:
    """The reading of one expression."""
    match meaning:
        case Fixed():
            return dated(meaning.period, ("the calendar alone",))
        case Impossible():
            return Reading("DATE", None, unit="day", steps=(f"impossible date: {meaning.why}",))
        case Length():
            return Reading(
                "DURATION", length_value(meaning), unit=unit_shown(meaning.unit), steps=("a length of time",)
            )
        case Ref():
            return Reading("DATE", meaning.value, direction=_WAYS.get(meaning.value), steps=("an unspecified time",))
        case Every():
            return Reading("SET", meaning.value, steps=("again and again",))
        case Recur():
            return recur(meaning, scene)
        case UnitOf():
            return unit_of(meaning, scene)
        case Step():
            return step(meaning, scene, reckon)
        case Stretch():
            return stretch(meaning, scene)
        case FirstOf():
            return first_of(meaning, scene, reckon)
        case Within():
            return within(meaning, scene, reckon)
        case Part():
            return part(meaning, scene, reckon)
        case Either():
            return either(meaning, scene, reckon)
        case Span():
            return span(meaning, scene, reckon)
