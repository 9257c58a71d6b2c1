"""What a number is said of where its noun is not beside it: changes, casualties, and the number before it."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from typing import Literal

from sayso.lexicon import load
from sayso.measures.numbers import whole
from sayso.measures.quantities.change import baseline, direction_after, direction_before, times_at
from sayso.measures.quantities.compare import compare
from sayso.measures.quantities.counted import named_before, unit_of
from sayso.measures.quantities.draft import Draft
from sayso.measures.quantities.lists import Way, listed
from sayso.measures.quantities.number import number_at
from sayso.measures.quantities.syntax import Syntax
from sayso.measures.quantities.words import Words
from sayso.nouns.measures import Change

#: A bare number takes the unit of a count before it no further back than this, in characters.
_NEAR = 250


def settle(words: Words, draft: Draft, found: Sequence[Draft], floor: int) -> Draft:
    """The draft with its change, and with the unit of the words right round it where it has none of its own."""
    number = number_at(words, _number_first(words, draft))
    bare = None
    if number is not None and draft.rule in {"number", "fraction"}:
        bare = times_at(words, number, floor)
    if bare is not None:
        return compare(words, bare, found, floor)
    _moved(words, draft, floor)
    if draft.unit is None:
        _placed(words, draft)
    if found and words.at(draft.first - 1) == "to":
        _arrived(words, found[-1], draft)
    return draft


def _arrived(words: Words, origin: Draft, draft: Draft) -> None:
    """*rose from 3 to 5*: the second value has the change, the first is what it is measured against."""
    if words.at(origin.first - 1) != "from" or draft.first - origin.last > 2 or draft.change is not None:
        return
    moved = direction_before(words, origin.first - 1, 0)
    one, other = origin.low, draft.low
    if moved is None or not one or other is None or origin.high != one:
        return
    origin.change, draft.base, draft.rule = None, origin, "to"
    if draft.unit is None:
        draft.unit, draft.kind = origin.unit, origin.kind
    elif origin.unit is None:
        origin.unit, origin.kind = draft.unit, draft.kind
    way: Way = "up" if other > one else "down"
    ratio = whole(round(other / one, 4))
    draft.change = Change(kind="ratio", value=ratio, direction=way, baseline=words.span(origin.first, origin.last))
    draft.steps.append(f"a change from “{words.span(origin.first, origin.last)}”, {way}, {ratio:g} times")


def _number_first(words: Words, draft: Draft) -> int:
    at = draft.first
    while at <= draft.number and number_at(words, at) is None:
        at += 1
    return at


def _moved(words: Words, draft: Draft, floor: int) -> None:
    """A change in percent, in points, or of the value itself, by the word of change beside it."""
    value = draft.low if draft.low is not None else draft.high
    if value is None or draft.kind in {"age", "duration"} or draft.rule == "vague":
        return
    moved = direction_before(words, draft.first, floor)
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
    elif draft.kind not in {"money", "count", "price", "rate"} or (moved and moved.word in listed("transitive")):
        return
    if way is not None:
        draft.change = Change(kind=kind, value=abs(value), direction=way, baseline=against)
        draft.steps.append(f"a change, {way}")


_SIGNS: dict[str, Way] = {"-": "down", "−": "down", "+": "up"}


def _placed(words: Words, draft: Draft) -> None:
    """The unit of a number without a noun, by the words right round it."""
    scale = _scales().get(words.at(draft.first - 1)) or (
        _scales().get(words.at(draft.first - 2)) if words.at(draft.first - 1) in {"of", "a"} else None
    )
    if scale is not None:
        draft.unit, draft.kind = scale, "magnitude"
        draft.steps.append(f"a value of the scale before it: {scale}")
        return
    of = named_before(words.text, words.start[draft.first])
    if of is not None:
        draft.of, draft.kind = of, "count"
        draft.unit = unit_of(of.split(" who ")[0].split(" in ")[0].split()[-1])
        draft.steps.append(f"“number of {of}” before it")
        return
    nxt = words.at(draft.last)
    said = nxt in listed("casualties") or (nxt in _BE and words.at(draft.last + 1) in listed("casualties"))
    group = words.at(draft.first - 1) in {"of", "was", "is"} and words.at(draft.first - 2) in listed("groups")
    if said or group or words.at(draft.first - 1) in listed("kills") or nxt in {"who", "others"}:
        draft.unit, draft.kind = "people", "count"
        draft.steps.append("said of persons by the words beside it")


_BE = frozenset({"were", "was", "are", "have", "had", "been"})


@functools.cache
def _scales() -> dict[str, str]:
    return {str(word): str(label) for word, label in load("units.yaml")["before"]["values"].items()}


def fill(words: Words, found: Sequence[Draft], syntax: Syntax) -> None:
    """Give numbers without a unit the one of another number: the whole they are a part of, the same number elsewhere
    in the text, the number before them."""
    known: dict[tuple[float | None, float | None], list[Draft]] = {}
    for draft in found:
        if draft.unit is not None and draft.kind in _LENT:
            known.setdefault((draft.low, draft.high), []).append(draft)
    before: Draft | None = None
    for index, draft in enumerate(found):
        if draft.unit is not None or draft.kind == "change":
            before = draft if (draft.kind in _LENT and draft.rule != "same unit") or before is None else before
            continue
        after = found[index + 1] if index + 1 < len(found) else None
        if after is not None and after.unit is not None and _part_of(words, draft, after):
            _lend(words, draft, after, "the whole it is a part of")
        elif known.get((draft.low, draft.high)) and (draft.low or draft.high or 0) > 2:
            _lend(
                words,
                draft,
                min(known[draft.low, draft.high], key=lambda d: abs(d.first - draft.first)),
                "the same number",
            )
        elif before is not None and _near(words, before, draft):
            _lend(words, draft, before, "the number before it")


#: Kinds whose unit a bare number may take over.
_LENT = frozenset({"count", "money", "price", "rate", "length", "mass", "volume", "area"})


def _part_of(words: Words, draft: Draft, whole_of: Draft) -> bool:
    """*six of 214 stations*, *410 out of 710 workers*, *two of the seven injured*."""
    between = words.low[draft.last : whole_of.first]
    return between in {("of",), ("out", "of"), ("of", "the"), ("of", "its"), ("of", "their")} or (
        words.at(draft.last) == "of" and whole_of.first - draft.last <= 5 and "," not in between
    )


def _near(words: Words, before: Draft, draft: Draft) -> bool:
    gap = words.text[words.end[before.last - 1] : words.start[draft.first]]
    if len(gap) > _NEAR or "\n" in gap or before.kind not in _LENT:
        return False
    one, other = (d.low if d.low is not None else d.high for d in (before, draft))
    if not one or not other:
        return False
    ratio = max(one, other) / min(one, other) if min(one, other) > 0 else 1e9
    return ratio <= (1000 if before.kind == "count" and max(one, other) < 1000 else 20)


def _lend(words: Words, draft: Draft, other: Draft, why: str) -> None:
    draft.unit, draft.kind = other.unit, other.kind
    if draft.rule == "number":
        draft.rule = "same unit"
    draft.steps.append(f"unit of “{words.span(other.first, other.last)}”: {why}")
