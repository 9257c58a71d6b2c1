"""Time expressions of a document."""

from __future__ import annotations

import bisect
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sayso.measures.times import calendar as cal
from sayso.measures.times.calendar import Relation
from sayso.measures.times.genre import narrative
from sayso.measures.times.grammar import EXPRESSIONS, read_expressions
from sayso.measures.times.meaning import Every, Expression, Fixed, Length, Recur, Ref, Span, Stretch, UnitOf, Within
from sayso.measures.times.order import day_first
from sayso.measures.times.plausible import is_time
from sayso.measures.times.reckon import Reading, reckon
from sayso.measures.times.relation import relation_before
from sayso.measures.times.scene import Mention, Scene
from sayso.measures.times.spoken import Spoken
from sayso.measures.times.tense import looks_back
from sayso.measures.times.utterance import said_on, spoken_on
from sayso.measures.times.words import Item
from sayso.nouns.document import Document
from sayso.nouns.measures import RivalTime, Time
from sayso.reader.layers import Layers


@dataclass(frozen=True, slots=True)
class Expressed:
    """One expression: its item, what it says, what it was reckoned from and what that gives."""

    item: Item
    meaning: Expression
    scene: Scene
    reading: Reading
    relation: Relation | None


def find_times(document: Document, layers: Layers) -> tuple[Time, ...]:
    """Time expressions in text order, with what they mean.

    ``value`` is TIMEX3; ``from``/``to`` are days, both inclusive, null where the expression has no place on the
    calendar. What is told from an anchor is reckoned from the day of publication or from the time last spoken of, by
    the genre of the text; where there is neither, it keeps a value only with its unknown parts as X.
    """
    found = express(document, layers)
    return tuple(_noun(document.text, number, one) for number, one in enumerate(found, 1))


def express(document: Document, layers: Layers) -> list[Expressed]:
    """The time expressions of a document in text order, before they are made nouns."""
    text = document.text
    items = read_expressions(text)
    where = [n for n, item in enumerate(items) if item.kind in EXPRESSIONS and is_time(items, n)]
    speech, label = spoken_on(document, items)
    told = narrative([items[n] for n in where], speech)
    order = day_first([items[n] for n in where], document)
    starts = [start for start, _ in layers.sentences]
    words = [text[item.start : item.end].lower() for item in items]
    begins = [item.start for item in items]
    spoken = Spoken()
    made: list[Expressed] = []
    for n in where:
        item = items[n]
        sentence = bisect.bisect_right(starts, item.start) - 1
        low, high = _bounds(layers, sentence, begins, len(items))
        past, verb = looks_back(n, words, low, high, day=item.kind in {"WD", "DAY", "DP", "HOL"})
        relation = relation_before(items, n)
        scene = Scene(
            speech, label, **spoken.seen_from(sentence), narrative=told, past=past, tense=verb, day_first=order
        )
        meaning = _with_day(items, n)
        reading = reckon(meaning, scene)
        if _no_time(item.value, reading, past):
            continue
        made.append(Expressed(item, meaning, scene, reading, relation))
        period, from_page = reading.period, reading.anchor == label
        if period is None or isinstance(item.value, Length | Ref | Every | Stretch) or (scene.told and from_page):
            continue  # no time that others are told from; a narrator's "today" is no part of the story
        frames = relation not in {"before", "after"} and isinstance(item.value, Fixed)
        spoken.add(
            Mention(period, f"t{len(made)}", sentence, frames),
            from_page=from_page and bool(label),
            reported=period.unit == "quarter" and isinstance(item.value, Fixed | Recur) and "-Q" in period.value,
        )
    return _quoted(made, layers, label)


def _quoted(made: list[Expressed], layers: Layers, label: str) -> list[Expressed]:
    """Within a quotation that the text dates, *tomorrow* is told from the day on which it was said."""
    said = said_on([(one.item.start, one.item.end, one.reading) for one in made], layers, label)
    return [
        replace(one, reading=reckon(one.meaning, replace(one.scene, speech=said[n][0], label=said[n][1])))
        if n in said
        else one
        for n, one in enumerate(made)
    ]


def _with_day(items: Sequence[Item], index: int) -> Expression:
    """*at 6 a.m. on Monday* are two times, and the first is of the day that the second names."""
    meaning: Expression = items[index].value
    if (
        isinstance(meaning, Recur)
        and items[index].kind == "CLK"
        and meaning.lead is None
        and index + 2 < len(items)
        and items[index + 1].kind == "ON"
        and items[index + 2].kind in {"WD", "DAY", "UNITREF", "HOL"}
    ):
        return Within(meaning, items[index + 2].value)
    if isinstance(meaning, Recur) and meaning.lead is None and meaning.what[0] in {"month", "day"}:
        link, behind = (items[index + 1], items[index + 2]) if index + 2 < len(items) else (None, items[index])
        if link and link.kind in {"AND", "OR"} and behind.kind in {"MON", "DAY"} and isinstance(behind.value, Fixed):
            return Within(meaning, Fixed(cal.containing("year", behind.value.period.first)))  # *in May and June 2020*
    return meaning


def _no_time(meaning: Expression, reading: Reading, past: float) -> bool:
    """What only the reckoning shows to be no time: a number where no era is spoken of, *soon* in a tale of the past."""
    first = meaning.first if isinstance(meaning, Span) else meaning
    if isinstance(first, Recur) and first.cycle == "era":
        return reading.period is None
    if isinstance(meaning, UnitOf) and meaning.unit == "time":
        return reading.period is None
    return isinstance(meaning, Ref) and meaning.value == "FUTURE_REF" and meaning.soon and past >= 0.5


def _bounds(layers: Layers, sentence: int, begins: Sequence[int], count: int) -> tuple[int, int]:
    """First and last item (exclusive) of a sentence; all items where the reader found no sentence there."""
    if not 0 <= sentence < len(layers.sentences):
        return 0, count
    first, last = layers.sentences[sentence]
    return bisect.bisect_left(begins, first), bisect.bisect_left(begins, last)


def _noun(text: str, number: int, one: Expressed) -> Time:
    item, reading = one.item, one.reading
    first = last = None
    if reading.interval is not None and (reading.period is None or reading.period.common):
        first, last = reading.interval[0].isoformat(), reading.interval[1].isoformat()
    elif reading.period is not None:
        first, last = reading.period.iso()
    steps = reading.steps
    if reading.anchor:
        steps = (f"anchor: {reading.anchor}", *steps)
    if first and last:
        steps = (*steps, first if first == last else f"{first} to {last}")
    return Time(
        id=f"t{number}",
        start=item.start,
        end=item.end,
        text=text[item.start : item.end],
        type=reading.type,
        value=reading.value,
        from_=first,
        to=last,
        relation=reading.relation or one.relation,
        rule=item.rule,
        granularity=reading.unit,
        anchor=reading.anchor,
        direction=reading.direction,
        score=reading.score,
        rivals=tuple(_rival(r.period, r.score, r.why) for r in reading.rivals),
        derivation=(*dict.fromkeys(steps),),
    )


def _rival(period: cal.Period, score: float, why: str) -> RivalTime:
    first, last = period.iso()
    return RivalTime(value=period.value, from_=first, to=last, score=score, why=why)
