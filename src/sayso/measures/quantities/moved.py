"""How a stated value moved: *rose 5 %*, *rose from 3 to 5*, *rose to 5 from 3*."""

from __future__ import annotations

from typing import Literal

from sayso.measures.numbers import whole
from sayso.measures.quantities.change import Direction, baseline, direction_after, direction_before
from sayso.measures.quantities.draft import Draft
from sayso.measures.quantities.lists import Way, listed
from sayso.measures.quantities.words import Words
from sayso.nouns.measures import Change

#: Words between the two values of a change, at most: "from $75 a barrel in October to $46".
_APART = 9
_SIGNS: dict[str, Way] = {"-": "down", "−": "down", "+": "up"}


def change_beside(words: Words, draft: Draft, floor: int, last: Draft | None) -> None:
    """A change in percent, in points, or of the value itself, by the word of change beside it."""
    value = draft.low if draft.low is not None else draft.high
    if value is None or draft.kind in {"age", "duration"} or draft.rule == "vague":
        return
    moved = direction_before(words, draft.first, floor)
    if moved is None and last is not None and last.change is not None and last.change.direction is not None:
        between = words.low[last.last : draft.first]
        if between in {(",", "or"), ("or",)}:  # "lost 190 points, or 0.6%"
            moved = Direction(last.change.direction, "or", False, last.first, by=False)
    by_amount = moved is not None and not moved.to_level
    kind: Literal["percent", "points"] = "percent" if draft.unit == "percent" else "points"
    against: str | None = None
    way: Way | None = moved.way if moved is not None and by_amount else None
    if draft.kind in {"percentage", "points"}:
        after = direction_after(words, draft.last)
        if way is None and after is not None:
            way = after
            if words.at(draft.last + 1) in {"than", "on", "from"}:
                against, _ = baseline(words, draft.last + 2)
        elif way is None and moved is None:
            way = _SIGNS.get(words.at(draft.first))
    elif draft.kind not in {None, "money", "count", "price", "rate"} or (
        moved and not moved.by and moved.word in listed("transitive")
    ):
        return
    if way is not None:
        if draft.unit is None and last is not None and last.change is not None and last.unit == "percent":
            draft.unit, draft.kind, kind = "percent", "percentage", "percent"
        if draft.unit is None:
            return
        draft.change = Change(kind=kind, value=abs(value), direction=way, baseline=against)
        draft.steps.append(f"a change, {way}")


def change_to(words: Words, origin: Draft, draft: Draft) -> None:
    """*rose from 3 to 5*: the second value has the change, the first is what it is measured against."""
    between = words.low[origin.last : draft.first]
    if words.at(origin.first - 1) != "from" or len(between) > _APART or draft.change is not None:
        return
    if any(word in {",", ";", ".", "\n"} for word in between) or (len(between) > 2 and draft.kind != origin.kind):
        return
    first = origin.first - 1
    moved = direction_before(words, first, 0) or next(
        (found for back in (2, 3) if (found := direction_before(words, first - back, 0))), None
    )
    one, other = origin.low, draft.low
    if not one or other is None or origin.high != one or (moved is None and other > one):
        return
    origin.change, draft.base, draft.rule = None, origin, "to"
    if draft.unit is None:
        draft.unit, draft.kind = origin.unit, origin.kind
    elif origin.unit is None:
        origin.unit, origin.kind = draft.unit, draft.kind
    _changed(words, origin, draft, one, other)


def change_from(words: Words, origin: Draft, reached: Draft) -> None:
    """*rose to 5 from 3*: the level comes before what it is measured against."""
    between = words.low[reached.last : origin.first]
    moved = direction_before(words, reached.first, 0)
    one, other = origin.low, reached.low
    if moved is None or not moved.to_level or reached.change is not None or len(between) > _APART or "," in between:
        return
    if not one or other is None or origin.high != one or (origin.unit and reached.unit and origin.unit != reached.unit):
        return
    if reached.unit is None:
        reached.unit, reached.kind = origin.unit, origin.kind
    elif origin.unit is None:
        origin.unit, origin.kind = reached.unit, reached.kind
    _changed(words, origin, reached, one, other)


def _changed(words: Words, origin: Draft, reached: Draft, one: float, other: float) -> None:
    way: Way = "up" if other > one else "down"
    ratio = whole(round(other / one, 4))
    said = words.span(origin.first, origin.last)
    reached.change = Change(kind="ratio", value=ratio, direction=way, baseline=said)
    reached.steps.append(f"a change from “{said}”, {way}, {ratio:g} times")
