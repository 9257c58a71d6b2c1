"""What is put together: *June last year*, *mid-2017*, *03/04/2017*, *from 2018 to 2020*."""

from __future__ import annotations

import datetime as dt
import math
from dataclasses import replace

from sayso.measures.times import calendar as cal
from sayso.measures.times.calendar import Period
from sayso.measures.times.export import length_value
from sayso.measures.times.meaning import (
    Either,
    FirstOf,
    Part,
    Recur,
    Span,
    Within,
)
from sayso.measures.times.reckon.reading import (
    Reading,
    Reckon,
    Rival,
    Way,
    dated,
    grain_of,
    kind_of,
    symbolic,
    unit_shown,
)
from sayso.measures.times.recurring import at, in_cycle
from sayso.measures.times.scene import Scene

_WAYS: dict[str, Way] = {"earlier": "past", "later": "future"}


def within(meaning: Within, scene: Scene, reckon: Reckon) -> Reading:
    """Something inside something larger."""
    outer = reckon(meaning.outer, scene)
    unit = grain_of(meaning.inner)
    kind = kind_of(meaning.inner)
    if outer.period is None:
        value = meaning.inner.value
        if kind == "TIME" and outer.value and outer.value.startswith("XXXX-") and len(outer.value) <= 10:
            value = outer.value + meaning.inner.value[10:]
        return replace(outer, type=kind, value=value, unit=unit)
    found = in_cycle(meaning.inner, outer.period.first)
    if found is None:
        return symbolic(kind, None, unit, "no such day in it")
    rivals = tuple(
        Rival(p, r.score, r.why) for r in outer.rivals if (p := in_cycle(meaning.inner, r.period.first)) is not None
    )
    return replace(
        dated(found, (*outer.steps, f"within {outer.period.value}"), outer.anchor, outer.direction),
        score=outer.score,
        rivals=rivals,
    )


def first_of(meaning: FirstOf, scene: Scene, reckon: Reckon) -> Reading:
    """The first or last of something larger: a length with a place on the calendar."""
    outer = reckon(meaning.outer, scene)
    value = length_value(meaning.length)
    unit = unit_shown(meaning.length.unit)
    if outer.period is None or meaning.length.low is None:
        return Reading("DURATION", value, unit=unit, anchor=outer.anchor, steps=outer.steps)
    first, last = outer.period.first, outer.period.last
    one = dt.timedelta(days=1)
    if meaning.sign > 0:
        end = cal.move(first, meaning.length.unit, meaning.length.low)
        interval = (first, min(last, end - one)) if end else (first, last)
    else:
        begin = cal.move(last + one, meaning.length.unit, -meaning.length.low)
        interval = (max(first, begin), last) if begin else (first, last)
    where = "first" if meaning.sign > 0 else "last"
    steps = (*outer.steps, f"the {where} {value} of {outer.period.value}")
    shown = interval if outer.period.common and interval[0] <= interval[1] else None
    return Reading("DURATION", value, None, unit, None, outer.anchor, outer.direction, steps=steps, interval=shown)


def part(meaning: Part, scene: Scene, reckon: Reckon) -> Reading:
    """A part of a stretch."""
    inner = meaning.inner
    if meaning.word == "earlier":
        scene = replace(scene, past=max(scene.past, 0.97), tense="earlier")
    elif meaning.word == "later" and not scene.told:
        scene = replace(scene, past=min(scene.past, 0.2) if scene.past < 0.5 else scene.past, tense=scene.tense)
    reading = reckon(inner, scene)
    if meaning.word == "week" and reading.period is not None:
        period = cal.week(reading.period.first)
        return replace(
            reading, value=period.value, period=period, unit="week", steps=(*reading.steps, "the week that holds it")
        )
    if meaning.relation is None:
        way = _WAYS.get(meaning.word)
        steps = (*reading.steps, f"{meaning.word} within it: which part is not said") if way else reading.steps
        return replace(reading, direction=reading.direction or way, steps=steps)
    if meaning.relation == "about":
        return replace(reading, relation="about")
    if reading.period is None:
        return replace(reading, relation=meaning.relation)
    cut = (
        None
        if reading.period.unit in {"day", "hour", "minute", "second"}
        else cal.third(reading.period, meaning.relation)
    )
    steps = (
        (*reading.steps, f"{meaning.word}: {cut[0].isoformat()} to {cut[1].isoformat()}")
        if cut and reading.period.common
        else reading.steps
    )
    return replace(reading, relation=meaning.relation, interval=cut, steps=steps)


def either(meaning: Either, scene: Scene, reckon: Reckon) -> Reading:
    """Two readings: the page decides, else the nearer to its day is the likelier."""
    readings = (reckon(meaning.first, scene), reckon(meaning.second, scene))
    score = meaning.score
    if scene.day_first is not None:
        score = 0.95 if scene.day_first else 0.05
    elif scene.speech is not None:
        near = [abs((r.period.first - scene.speech).days) if r.period else 10**6 for r in readings]
        lean = math.log(score / (1 - score)) + (math.log1p(near[1]) - math.log1p(near[0])) / 2
        score = 1 / (1 + math.exp(-lean))
    at_, share = (0, score) if score >= 0.5 else (1, 1 - score)
    best, other = readings[at_], readings[1 - at_]
    rivals = (
        (Rival(other.period, round(1 - share, 3), meaning.why[1 - at_]),) if other.period and 1 - share >= 0.1 else ()
    )
    return replace(best, score=round(share, 3) if rivals else 1.0, rivals=rivals, steps=(meaning.why[at_],))


def span(meaning: Span, scene: Scene, reckon: Reckon) -> Reading:
    """From one time to another; each half may lend the other its year."""
    last = reckon(meaning.last, scene)
    first_meaning = meaning.first
    if isinstance(first_meaning, Recur) and last.period is not None:
        # "between March and May 2015": the first takes its year from the last
        found = in_cycle(first_meaning, last.period.first)
        if found and found.first > last.period.first:
            found = at(first_meaning, last.period.first, -1)
        first = dated(found, last.steps, last.anchor) if found else reckon(first_meaning, scene)
    else:
        first = reckon(first_meaning, scene)
        if isinstance(meaning.last, Recur) and first.period is not None:
            found = in_cycle(meaning.last, first.period.first)
            if found and found.last < first.period.first:
                found = at(meaning.last, first.period.first, 1)
            last = dated(found, first.steps, first.anchor) if found else last
    value = f"{first.value}/{last.value}" if first.value and last.value else None
    if first.period is None or last.period is None:
        return Reading("DATE", value, None, last.unit, steps=("from one time to another",))
    low = first.interval[0] if first.interval else first.period.first
    high = last.interval[1] if last.interval else last.period.last
    if low > high:
        return Reading("DATE", value, None, last.unit, steps=("from one time to another, which lies before it",))
    whole = Period(last.period.unit, low, high, value or "")
    steps = (*dict.fromkeys((*first.steps, *last.steps)), f"from {first.value} to {last.value}")
    return Reading("DATE", value, whole, last.unit, None, first.anchor or last.anchor, steps=steps)
