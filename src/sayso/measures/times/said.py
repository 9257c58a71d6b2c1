"""When something was said: the time in the cue clause."""

from __future__ import annotations

import bisect
from collections.abc import Sequence

import msgspec

from sayso.nouns.attribution import Attribution, Said
from sayso.nouns.base import Range
from sayso.nouns.measures import Time
from sayso.reader.layers import Layers

#: How far from source or cue a time that dates a saying may stand, in characters.
REACH = 60


def date_sayings(layers: Layers, attributions: Sequence[Attribution], times: Sequence[Time]) -> tuple[Attribution, ...]:
    """The attributions with ``said`` filled where the text dates the speaking.

    A time dates a cue when it stands in the same sentence near the source or the cue, outside all contents of the
    attribution and outside its source (*reported on October 22 that*; *On Monday the minister said*), and no other cue
    is nearer; a nested attribution is dated only by a time within its parent's content. Participles that share a source
    (*…, warning that*) share its date too. Durations, sets and *recently* date nothing.
    """
    starts = [start for start, _ in layers.sentences]
    cues = sorted(a.cue.start for a in attributions if a.cue)
    dated: dict[tuple[int, Range | None], Said] = {}
    by_id = {a.id: a for a in attributions}
    made = []
    for attribution in attributions:
        said = _said(attribution, by_id.get(attribution.parent or ""), layers, starts, times, cues)
        if attribution.cue is not None:
            sentence = bisect.bisect_right(starts, attribution.cue.start)
            key = (sentence, attribution.source.spans[0] if attribution.source.spans else None)
            if said is not None:
                dated.setdefault(key, said)
            else:
                said = dated.get(key) if attribution.source.spans else None
        made.append(msgspec.structs.replace(attribution, said=said) if said is not None else attribution)
    return tuple(made)


def _cue_between(cues: list[int], cue: int, time: Time) -> bool:
    low, high = min(time.end, cue), max(time.start, cue)
    at = bisect.bisect_right(cues, low)
    while at < len(cues) and cues[at] < high:
        if cues[at] != cue:
            return True
        at += 1
    return False


def _dates_nothing(time: Time) -> bool:
    return time.type in {"DURATION", "SET"} or (time.value or "").endswith("_REF")


def _said(
    attribution: Attribution,
    parent: Attribution | None,
    layers: Layers,
    starts: list[int],
    times: Sequence[Time],
    cues: list[int],
) -> Said | None:
    cue = attribution.cue
    if cue is None or attribution.act == "refusal":
        return None
    number = bisect.bisect_right(starts, cue.start) - 1
    if number < 0:
        return None
    first, last = layers.sentences[number]
    blocked = [*attribution.content.spans, *attribution.source.spans]
    own = [cue.start, cue.end, *(x for span in attribution.source.spans for x in span)]
    best: tuple[int, Time] | None = None
    for time in times[bisect.bisect_left(times, first, key=lambda t: t.end) :]:
        if time.start >= last:
            break
        if time.end <= first or _dates_nothing(time) or any(a <= time.start < b for a, b in blocked):
            continue
        if parent is not None and not any(a <= time.start < b for a, b in parent.content.spans):
            continue
        distance = (
            min(abs(time.start - x) for x in own) if time.start > cue.start else min(abs(time.end - x) for x in own)
        )
        between = _cue_between(cues, cue.start, time)
        if distance <= REACH and not between and (best is None or distance < best[0]):
            best = (distance, time)
    if best is None:
        return None
    return Said(from_=best[1].from_, to=best[1].to, time=best[1].id)
