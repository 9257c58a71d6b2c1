"""What is told from an anchor: *this week*, *two days earlier*, *the past three months*."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from sayso.measures.times import calendar as cal
from sayso.measures.times.export import length_value
from sayso.measures.times.meaning import (
    Length,
    Step,
    Stretch,
    UnitOf,
)
from sayso.measures.times.reckon.reading import (
    FRESH,
    Reading,
    Reckon,
    Way,
    dated,
    symbolic,
    unit_shown,
)
from sayso.measures.times.scene import Mention, Scene

#: Up to so many sentences back a report still compares with the quarter it named.
_REPORT = 4


def unit_of(meaning: UnitOf, scene: Scene) -> Reading:
    """A whole unit: *this* from the page's day, *previous* and *that* from the text."""
    mention, unit, lead = scene.mention, meaning.unit, meaning.lead
    if unit in {"year", "decade"} and lead in {"previous", "following", "that"}:
        mention = scene.story or mention
    if unit == "time":
        if not scene.told or mention is None:
            return symbolic("DATE", None, None)
        return dated(mention.period, ("the time spoken of last",), mention.id)
    shown = unit_shown(unit)
    if unit == "quarter" and lead in {"the", "that"} and scene.quarter:
        return dated(scene.quarter.period, ("the quarter that is reported on",), scene.quarter.id)
    base: dt.date | None
    from_text = lead in {"previous", "following", "that"} or (
        lead == "the" and (scene.told or (mention and mention.period.unit == unit))
    )
    if scene.told and mention and lead in {"this", "last", "next"} and unit != "day":
        from_text = True
    if from_text and mention:
        period, label = mention.period, mention.id
        if lead == "that" and cal.DAYS[period.unit] > cal.DAYS[shown]:
            value = (
                f"{period.value}-XX" if (period.unit, unit) in {("year", "month"), ("month", "day")} else period.value
            )
            return Reading(
                "DATE", value, period, period.unit, None, label, steps=(f"some {unit} within {period.value}",)
            )
        base = period.last if lead in {"following", "next"} else period.first
    elif scene.speech is not None:
        base, label = scene.speech, scene.label
    else:
        return symbolic("DATE", {"this": "PRESENT_REF"}.get(lead) if unit == "day" and lead == "this" else None, shown)
    if unit == "quarter" and lead == "the" and scene.past >= 0.5:
        lead = "last"  # a report is of the quarter just over
    by = {"last": -1, "previous": -1, "next": 1, "following": 1}.get(lead, 0)
    if unit == "weekend" and lead in {"the", "last"} and label == scene.label:
        # at the start of a week "the weekend" is the one just over
        by = -1 if base.isoweekday() < 6 and (scene.past >= 0.5 or lead == "last") else 0
    moved = cal.move(base, unit, by)
    if moved is None:
        return symbolic("DATE", None, shown, "the calendar ends before it")
    period = cal.containing(unit, moved)
    way: Way | None = "past" if by < 0 else "future" if by > 0 else None
    return dated(
        period, (f"{lead} {unit}, told from {base.isoformat()}" if period.common else f"{lead} {unit}",), label, way
    )


def _near(mention: Mention, scene: Scene) -> bool:
    return scene.told or mention.sentences <= FRESH


def _hours(length: Length, mention: Mention) -> bool:
    """*An hour later* goes on from the day that the story is at, however long ago that was named."""
    return length.unit in {"hour", "minute", "second"} and cal.DAYS[mention.period.unit] <= 1


def _compared(meaning: Step, scene: Scene) -> Mention | None:
    """Sales of the third quarter against "a year ago": the same quarter of that year."""
    length, quarter = meaning.length, scene.quarter
    if quarter is None or (length.unit, length.low) != ("year", 1) or meaning.same:
        return None
    return quarter if meaning.adjective or quarter.sentences <= _REPORT else None


def step(meaning: Step, scene: Scene, reckon: Reckon) -> Reading:
    """So long before or after the moment of speaking, the time last spoken of, or another time."""
    length, sign = meaning.length, meaning.sign
    way: Way = "past" if sign < 0 else "future"
    unit = unit_shown(length.unit)
    if length.low is None:
        return Reading("DATE", "PAST_REF" if sign < 0 else "FUTURE_REF", unit=unit, direction=way,
                       steps=("how many is not said",))  # fmt: skip
    mention = scene.mention
    base: dt.date | None = scene.speech
    label: str | None = scene.label
    of = None
    if isinstance(meaning.base, str):
        report = _compared(meaning, scene)
        if report:
            of = report.period
            base, label = of.first, report.id
        elif mention and meaning.base == "mention" and (_near(mention, scene) or _hours(length, mention)):
            of = mention.period
            base, label = (of.first if sign < 0 else of.last), mention.id
        elif scene.told and meaning.base == "mention":
            base = None
    else:
        inner = reckon(meaning.base, scene)
        if inner.period is None:
            return symbolic("DATE", None, unit, "its own anchor is not on the calendar")
        of, label = inner.period, inner.anchor
        base = of.first if sign < 0 else of.last
    if base is None:
        return symbolic("DATE", None, unit)
    count = length.low * sign
    if length.unit in {"hour", "minute", "second"}:
        period = cal.day(base)
        return dated(
            period,
            (f"{length.low:g} {length.unit}s {'before' if sign < 0 else 'after'}, the same day as far as one knows",),
            label,
            way,
        )
    moved = cal.move(base, length.unit, count)
    if moved is None:
        return symbolic("DATE", None, unit, "the calendar ends before it")
    grain = length.unit
    if of is not None and length.unit == "year" and of.unit in {"quarter", "month"}:
        grain = of.unit  # a year earlier than a quarter is a quarter
    if length.unit == "week":
        grain = "day" if length.low == 1 or of is not None else "week"
    if of is None and length.unit == "year" and length.low == 1:
        grain = "month"
    if meaning.same:
        grain = {"year": "month", "decade": "month", "month": "day"}.get(length.unit, "day")
    if length.unit in {"decade", "century", "millennium"}:
        grain = "year" if length.low == 1 else length.unit
    if length.low != int(length.low):
        grain = {"year": "month", "decade": "year", "century": "year"}.get(length.unit, "day")
    period = cal.containing(
        {"fortnight": "day", "night": "day", "season": "quarter", "millennium": "century"}.get(grain, grain), moved
    )
    word = "back" if sign < 0 else "on"
    plural = "" if length.low == 1 else "s"
    steps: tuple[str, ...] = (
        f"{length.low:g} {length.unit}{plural} {word} from {of.value if of else base.isoformat()}",
    )
    if meaning.same and grain == "month":
        steps += ("the same time of that year, by the month",)
    return replace(dated(period, steps, label, way), relation="about" if length.about or meaning.same else None)


def stretch(meaning: Stretch, scene: Scene) -> Reading:
    """A length with one end at the page's day, or at the time last spoken of in a narrative."""
    length, sign = meaning.length, meaning.sign
    way: Way = "past" if sign < 0 else "future"
    value = length_value(length)
    plain = Reading(
        "DURATION",
        value,
        unit=unit_shown(length.unit),
        direction=way,
        steps=("a length that ends at its anchor" if sign < 0 else "a length that begins at its anchor",),
    )
    mention = scene.mention
    base, label = (mention.period.last, mention.id) if scene.told and mention else (scene.speech, scene.label)
    if base is None or length.low is None:
        return plain
    other = cal.move(base, length.unit, length.low * sign)
    if other is None:
        return plain
    interval = (other, base) if sign < 0 else (base, other)
    return replace(
        plain,
        anchor=label,
        interval=interval,
        steps=(*plain.steps, f"{interval[0].isoformat()} to {interval[1].isoformat()}"),
    )
