"""What comes again every year, week or day: which one is meant."""

from __future__ import annotations

import datetime as dt
import math
from dataclasses import replace

from sayso.measures.times import calendar as cal
from sayso.measures.times.calendar import Period, Unit
from sayso.measures.times.meaning import Lead, Recur
from sayso.measures.times.reckon.reading import KEPT, Reading, Rival, Way, dated, grain_of, kind_of, symbolic
from sayso.measures.times.recurring import at, in_cycle
from sayso.measures.times.scene import Mention, Scene


def recur(meaning: Recur, scene: Scene) -> Reading:
    """Which October, Tuesday or 10 p.m.: of the page's day, or of the time last spoken of."""
    kind = kind_of(meaning)
    unit = grain_of(meaning)
    value = meaning.value
    if kind == "TIME":
        return _of_day(meaning, scene, unit)
    if meaning.cycle == "era":
        before = scene.mention is not None and not scene.mention.period.common
        period = cal.year(cal.before_common(int(meaning.what[1] or 0))) if before else None
        return (
            dated(period, ("the text counts years before the common era",), scene.mention.id)
            if period and scene.mention
            else symbolic(kind, None, "year")
        )
    if meaning.cycle == "century":
        base = scene.mention.period.first if scene.told and scene.mention else scene.speech
        if base is None:
            return symbolic(kind, value, unit)
        found = in_cycle(meaning, base)
        if found and found.first > base:
            found = in_cycle(meaning, base.replace(year=max(1, base.year - 100)))
        return (
            dated(found, (f"the last such decade up to {base.year}",), scene.label, "past")
            if found
            else symbolic(kind, value, unit)
        )
    weekday = _by_weekday(meaning, scene)
    if weekday:
        return weekday
    mention = _thread(meaning, scene)
    if meaning.lead in {"previous", "following", "that"} and mention:
        return _from_mention(meaning, mention)
    if meaning.lead in {"last", "next", "this"} and scene.speech and not (scene.told and mention):
        return _from_speech(meaning, scene)
    if meaning.lead in {None, "the"} and mention and _continues(meaning, scene, mention):
        return _in_story(meaning, mention)
    if scene.speech is None:
        if mention and mention.period.unit != "century":
            return _in_story(meaning, mention)
        return symbolic(kind, value, unit)
    if meaning.lead not in {None, "the"}:
        turned: dict[str, Lead] = {"previous": "last", "following": "next"}
        lead = turned.get(str(meaning.lead), meaning.lead)
        return _from_speech(replace(meaning, lead=lead), scene)
    return _nearest(meaning, scene, scene.speech)


#: Log odds by which the nearer of two instances is likelier, for a whole cycle of difference.
_NEARER, _NEARER_DAY = 4.0, 2.0
#: What is left of that where the verb says plainly the contrary.
_AGAINST = 0.7
#: Log odds that a narrative goes on from a bare year rather than from the last month or day told before it: at all, of
#: a year before it, of a far one, of a day that follows on at once, of a year in the same sentence.
_YEAR, _BACK, _FAR, _AT_ONCE, _SAME = 0.8, -1.5, -1.0, -1.5, 1.0


def _thread(meaning: Recur, scene: Scene) -> Mention | None:
    """What an expression goes on from: the time last spoken of, or the one before a year told in passing."""
    mention, thread = scene.mention, scene.thread
    if mention is None or cal.DAYS[mention.period.unit] > cal.DAYS["year"]:
        mention = scene.thread
    if not scene.told or mention is None or thread is None or mention.period.unit != "year" or meaning.cycle != "year":
        return mention
    base = thread.period.first
    following = [p.first for k in (0, 1) if (p := at(meaning, base, k)) and p.first >= base]
    gap = min(((day - base).days for day in following), default=365)
    years = mention.period.first.year - base.year
    odds = _YEAR + (_BACK if years < 0 else 0) + (_FAR if abs(years) > 5 else 0)
    odds += _AT_ONCE if gap <= 45 and meaning.what[0] == "day" else 0
    odds += _SAME if mention.sentences == 0 else 0
    return mention if odds > 0 else thread


def _by_weekday(meaning: Recur, scene: Scene) -> Reading | None:
    """*Friday, 13 October*: of the years near the page and near the story, that in which the day is a Friday."""
    if len(meaning.what) != 4:  # ("day", month, number, weekday)
        return None
    for anchor in (scene.speech, scene.mention.period.first if scene.mention else None):
        choices = [p for k in (0, -1, 1) if anchor and (p := at(meaning, anchor, k))]
        fitting = [p for p in choices if p.first.isoweekday() == meaning.what[3]]
        if anchor and fitting:
            best = min(fitting, key=lambda p: abs((p.first - anchor).days))
            why = f"of the years near, the weekday falls on that day in {best.first.year}"
            return dated(best, (why,), scene.label or None)
    return None


def _continues(meaning: Recur, scene: Scene, mention: Mention | None) -> bool:
    """Whether an expression without a year goes on from the time last spoken of."""
    if mention is None or not _fits(meaning, mention.period):
        return False
    if scene.told:
        return True
    if scene.speech is None:
        return True
    far = abs(mention.period.first.year - scene.speech.year) >= 1
    framed = mention.frames and mention.sentences == 0 and mention.period.last.year < scene.speech.year
    return meaning.cycle == "year" and far and framed


def _fits(meaning: Recur, period: Period) -> bool:
    return cal.DAYS[period.unit] <= (366 if meaning.cycle == "year" else 7)


def _in_story(meaning: Recur, mention: Mention) -> Reading:
    """In a narrative: the same year goes on; the next one where that would leap back by more than it leaps forward."""
    base = mention.period.first
    choices = [p for k in (-1, 0, 1) if (p := at(meaning, base, k))]
    if not choices:
        return symbolic("DATE", meaning.value, None, "no such day near the time spoken of")
    if mention.period.unit == "year" and meaning.cycle == "year":
        best = next((p for p in choices if p.first.year == base.year), choices[0])
        return dated(best, (f"within {mention.period.value}, which the text spoke of last",), mention.id)

    def cost(period: Period) -> float:
        gap = (period.first - base).days
        ahead = gap if gap >= 0 else -gap * 1.1
        return ahead + (0 if period.first.year == base.year or meaning.cycle != "year" else 45)

    ranked = sorted(choices, key=cost)
    best = ranked[0]
    way: Way = "future" if best.first > base else "past"
    return dated(best, (f"goes on from {mention.period.value}",), mention.id, way)


_WAYS: dict[str, Way] = {"following": "future", "previous": "past"}


def _from_mention(meaning: Recur, mention: Mention) -> Reading:
    base = mention.period
    step = (f"{meaning.lead}, told from {base.value}",)
    if meaning.lead == "that":
        found = in_cycle(meaning, base.first)
    elif meaning.lead == "following":
        found = _after(meaning, base.last)
    else:
        found = _before(meaning, base.first)
    way = _WAYS.get(meaning.lead or "")
    return dated(found, step, mention.id, way) if found else symbolic("DATE", meaning.value, None)


def _after(meaning: Recur, base: dt.date) -> Period | None:
    return next((p for k in (0, 1, 2) if (p := at(meaning, base, k)) and p.first > base), None)


def _before(meaning: Recur, base: dt.date) -> Period | None:
    return next((p for k in (0, -1, -2) if (p := at(meaning, base, k)) and p.last < base), None)


def _from_speech(meaning: Recur, scene: Scene) -> Reading:
    base = scene.speech
    assert base is not None
    way: Way | None
    if meaning.lead == "last":
        found, way = _before(meaning, base), "past"
    elif meaning.lead == "next":
        found, way = _after(meaning, base), "future"
    else:
        found, way = in_cycle(meaning, base), None
        if (
            found
            and meaning.what[0] == "season"
            and found.first > base
            and found.value.endswith("WI")
            and base.month <= 2
        ):
            found = at(meaning, base, -1)
    if found is None:
        return symbolic("DATE", meaning.value, None)
    return dated(found, (f"{meaning.lead}, told from {base.isoformat()}",), scene.label, way)


def _nearest(meaning: Recur, scene: Scene, base: dt.date) -> Reading:
    """The last one up to the anchor or the next one after it, by tense and nearness."""
    choices = [p for k in (-8, -4, -2, -1, 0, 1, 2, 4, 8) if (p := at(meaning, base, k))]
    holding = next((p for p in choices if p.first <= base <= p.last), None)
    past = max((p for p in choices if p.last < base), key=lambda p: p.first, default=None)
    future = min((p for p in choices if p.first > base), key=lambda p: p.first, default=None)
    # the day or month of the page itself, unless the clause looks forward and the next is a week away
    if holding is not None and not (meaning.cycle == "week" and scene.past < 0.05 and future):
        return dated(holding, (f"holds the anchor {base.isoformat()}",), scene.label)
    if past is None or future is None:
        found = past or future or holding
        return (
            dated(found, ("the only one on the calendar",), scene.label)
            if found
            else symbolic("DATE", meaning.value, None)
        )
    length = 7 if meaning.cycle == "week" else 365
    back, ahead = (base - past.first).days, (future.first - base).days
    nearer = (_NEARER_DAY if meaning.cycle == "week" else _NEARER) * (ahead - back) / length
    if (nearer > 0) != (scene.past >= 0.5) and not 0.25 <= scene.past <= 0.9:
        nearer *= _AGAINST  # the verb is plain
    lean = math.log(max(1e-6, scene.past) / max(1e-6, 1 - scene.past)) + nearer
    share = 1 / (1 + math.exp(-lean))
    way: Way
    best, other, way = (past, future, "past") if share >= 0.5 else (future, past, "future")
    score = max(share, 1 - share)
    tense = "past" if scene.past >= 0.5 else "future"
    looks = f"the clause looks {'back' if tense == 'past' else 'forward'}" + (
        f" ({scene.tense})" if scene.tense else ""
    )
    how = looks if tense == way else f"the nearer one, though {looks}"
    which = "the last" if way == "past" else "the next"
    reading = dated(best, (how, f"{which} one told from {base.isoformat()}"), scene.label, way)
    rivals = (
        (Rival(other, round(1 - score, 3), f"if the clause looked {'forward' if way == 'past' else 'back'}"),)
        if 1 - score >= KEPT
        else ()
    )
    return replace(reading, score=round(score, 3), rivals=rivals)


def _of_day(meaning: Recur, scene: Scene, unit: Unit) -> Reading:
    """A time of day: of the day spoken of in the same breath, else of the page's day."""
    mention = scene.mention
    day, label = scene.speech, scene.label
    if (
        meaning.lead in {"that", "previous", "following", None, "the", "next"}
        and mention
        and cal.DAYS[mention.period.unit] <= 1
        and (mention.sentences <= 3 or scene.told)
    ):
        day, label = mention.period.first, mention.id
    elif meaning.lead == "that" and mention and scene.told:
        return symbolic(
            "TIME",
            f"{mention.period.value}-XX{meaning.value[10:]}" if mention.period.unit == "month" else meaning.value,
            unit,
        )
    if day is None or (scene.told and label == scene.label and meaning.lead not in {"this", "last"}):
        return symbolic("TIME", meaning.value, unit)
    by = {"following": 1, "next": 1, "previous": -1}.get(meaning.lead or "", 0)
    if meaning.lead == "last" and meaning.what == ("part", "NI"):
        by = -1
    if label == scene.label and meaning.lead in {"next"}:
        by = 1
    moved = cal.move(day, "day", by)
    found = in_cycle(meaning, moved) if moved else None
    return dated(found, (f"of the day {moved}",), label) if found else symbolic("TIME", meaning.value, unit)
