"""What a number is said of where its noun is not beside it: changes, casualties, and the number before it."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from typing import Literal

from sayso.lexicon import load
from sayso.measures.numbers import whole
from sayso.measures.quantities.change import Direction, baseline, direction_after, direction_before, times_at
from sayso.measures.quantities.compare import compare
from sayso.measures.quantities.counted import named_before, unit_of
from sayso.measures.quantities.draft import Draft
from sayso.measures.quantities.lists import Way, listed, named
from sayso.measures.quantities.number import number_at
from sayso.measures.quantities.units import per_at
from sayso.measures.quantities.words import Words
from sayso.nouns.measures import Change

#: The same for a number that was spoken of before.
_FAR = 1000
#: Words between the two values of a change, at most: "from $75 a barrel in October to $46".
_MOVED = 9
#: A bare number takes the unit of a count before it no further back than this, in characters.
_NEAR = 250


def settle(words: Words, draft: Draft, found: Sequence[Draft], floor: int) -> Draft:
    """The draft with its change, and with the unit of the words right round it where it has none of its own."""
    number = number_at(words, _number_first(words, draft))
    bare = None
    if number is not None and draft.rule in {"number", "fraction"}:
        bare = times_at(words, number, floor)
    if bare is not None:
        return compare(words, bare, found)
    _moved(words, draft, floor, found[-1] if found else None)
    if draft.unit is None:
        _placed(words, draft)
    _harmed(words, draft)
    whom = words.at(draft.last) == "of" and words.at(draft.last + 1) in {"them", "whom"}
    seriously = whom and words.at(draft.last + 2).endswith("ly")  # "seven were injured, one of them seriously"
    if draft.weak == "one" and found and found[-1].unit == "people" and seriously:
        draft.weak, draft.unit, draft.kind, draft.of = None, "people", "count", found[-1].of
    if found:
        _converted(words, found[-1], draft)
    if found and words.at(draft.first - 1) == "to":
        _arrived(words, found[-1], draft)
    elif found and words.at(draft.first - 1) == "from":
        _departed(words, draft, found[-1])
    return draft


def _converted(words: Words, stated: Draft, draft: Draft) -> None:
    """*more than 100 km (60 miles)*: the same value in another unit is bounded and rounded as it is."""
    if words.low[stated.last : draft.first] != ("(",) or words.at(draft.last) != ")" or draft.kind != stated.kind:
        return
    if draft.unit == stated.unit or draft.low != draft.high or draft.kind in {"percentage", "count", None}:
        return
    draft.approximate |= stated.approximate
    if stated.high is None:
        draft.high = None
    elif stated.low is None:
        draft.low = None
    draft.steps.append(f"another unit for “{words.span(stated.first, stated.last)}”")


def _arrived(words: Words, origin: Draft, draft: Draft) -> None:
    """*rose from 3 to 5*: the second value has the change, the first is what it is measured against."""
    between = words.low[origin.last : draft.first]
    if words.at(origin.first - 1) != "from" or len(between) > _MOVED or draft.change is not None:
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


def _number_first(words: Words, draft: Draft) -> int:
    at = draft.first
    while at <= draft.number and number_at(words, at) is None:
        at += 1
    return at


def _departed(words: Words, origin: Draft, reached: Draft) -> None:
    """*rose to 5 from 3*: the level comes before what it is measured against."""
    between = words.low[reached.last : origin.first]
    moved = direction_before(words, reached.first, 0)
    one, other = origin.low, reached.low
    if moved is None or not moved.to_level or reached.change is not None or len(between) > _MOVED or "," in between:
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


def _moved(words: Words, draft: Draft, floor: int, last: Draft | None) -> None:
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
    verb = draft.last + (words.at(draft.last) in _BE) + (words.at(draft.last + 1) == "been")
    acts = words.at(verb) in listed("acts")
    if acts or _of_group(words, draft.first) or words.at(draft.last) in {"who", "others"}:
        draft.unit, draft.kind = "people", "count"
        draft.steps.append("said of persons by the words beside it")


def _befell(words: Words, draft: Draft) -> str | None:
    """What befell the persons of a number, by the words beside it: *nine people were killed*, *killing 107*."""
    word = next((low for low in words.low[draft.number + 1 : draft.last] if low in named("befell")), None)
    for at in range(draft.last, min(draft.last + 7, len(words))):
        low = words.low[at]
        if low in named("befell"):
            word = low  # "shot and killed": the last of them
        elif low in {"and", "or"} and word is None:
            break  # "killed one and injured four"
        elif low not in listed("between_befell") and not (word is None and low.endswith("ly")):
            break
    before = words.at(draft.first - 1)
    if before == "of" and words.at(draft.first - 2) in listed("deaths"):
        before = words.at(draft.first - 2)
    word = word or (before if before in named("befell") else None)
    if word is None or (draft.unit is None and draft.noun is None and word in listed("befell_things")):
        return None
    return named("befell")[word]


def _harmed(words: Words, draft: Draft) -> None:
    """Count persons by what befell them, which becomes part of what is counted: *people killed*."""
    if draft.kind not in {None, "count"} or draft.unit not in {None, "people"} or draft.derived:
        return
    state = _befell(words, draft)
    if state is None:
        return
    noun = draft.of or draft.noun
    if noun is None or noun.split()[-1].lower() in listed("deaths") | {state, "of"}:
        noun = "people"
    draft.unit, draft.kind, draft.of = "people", "count", f"{noun} {state}"
    draft.steps.append(f"by the words beside it: {draft.of}")
    if draft.weak == "one":
        draft.weak = None


def _of_group(words: Words, first: int) -> bool:
    """*a family of eleven*, *the population is 130,000*, *the toll could rise to 40*."""
    for at in range(first - 1, max(-1, first - 7), -1):
        if words.low[at] in listed("groups"):
            return True
        if words.low[at] not in listed("links"):
            return False
    return False


_BE = frozenset({"were", "was", "are", "have", "had", "been"})


@functools.cache
def _scales() -> dict[str, str]:
    return {str(word): str(label) for word, label in load("units.yaml")["before"]["values"].items()}


def fill(words: Words, found: Sequence[Draft]) -> None:
    """Give numbers without a unit the one of another number: the whole they are a part of, the same number elsewhere
    in the text, the number before them."""
    known: dict[float, list[Draft]] = {}
    for draft in found:
        if draft.unit is not None and draft.kind in _LENT:
            for value in (draft.low, draft.high):
                if value is not None:
                    known.setdefault(value, []).append(draft)
    for index, draft in enumerate(found):
        if draft.kind == "money" and index:
            _priced(words, found[index - 1], draft)
        if draft.unit is not None or draft.kind == "change":
            continue
        per = per_at(words, draft.last)
        other, why = _lender(words, found, index, known)
        if other is not None:
            _lend(words, draft, other, why)
            _harmed(words, draft)
        if per is not None:
            draft.last, draft.kind = per[0], "rate"
            draft.unit = f"{'number' if other is None else other.unit}/{per[1]}"


def _lender(
    words: Words, found: Sequence[Draft], index: int, known: dict[float, list[Draft]]
) -> tuple[Draft | None, str]:
    """The number whose unit a bare one takes over, and why it does."""
    draft = found[index]
    after = found[index + 1] if index + 1 < len(found) else None
    last = found[index - 1] if index else None
    if last is not None and last.kind == "age" and words.low[last.last : draft.first] in {("and",), (",",), ("or",)}:
        return last, "the number before it"
    if after is not None and after.unit is not None and _part_of(words, draft, after):
        return after, "the whole it is a part of"
    value = draft.low if draft.low is not None else draft.high
    same = known.get(value, []) if value is not None and value > 2 else []
    same = [d for d in same if d.kind in {"count", "money", "price"} or (value is not None and value >= 1000)]
    before = next((d for d in reversed(found[max(0, index - 5) : index]) if _near(words, d, draft)), None)
    if before is None:
        before = _spoken_of(words, found, index)
    if before is not None and (value is None or value < 13):
        same = [d for d in same if abs(d.first - draft.first) < abs(before.first - draft.first)]
    if same:
        return min(same, key=lambda d: abs(d.first - draft.first)), "the same number"
    return before, "the number before it"


def _spoken_of(words: Words, found: Sequence[Draft], index: int) -> Draft | None:
    """*the figure of forty*, *dozens of them*, *it fetched 95,000*: the count, or the sum, spoken of before."""
    draft = found[index]
    before = words.low[max(0, draft.first - 2) : draft.first]
    them = words.at(draft.last) == "of" and words.at(draft.last + 1) in {"them", "those", "these"}
    paid = bool(before) and before[-1] in listed("pays")
    if not (them or paid or any(word in listed("figures") for word in before)):
        return None
    kinds = {"money", "price"} if paid else {"count"}
    start = words.start[draft.first]
    return next(
        (
            d
            for d in reversed(found[max(0, index - 12) : index])
            if d.kind in kinds and d.unit is not None and start - words.end[d.last - 1] <= _FAR
        ),
        None,
    )


def _priced(words: Words, before: Draft, draft: Draft) -> None:
    """*from 190 dollars to 200 dollars a tonne*: both sums are prices of the same."""
    if words.at(draft.first - 1) != "to" or draft.first - before.last > 1 or before.unit is None or draft.unit is None:
        return
    one, _, per = before.unit.partition("/")
    other, _, rate = draft.unit.partition("/")
    if one != other or bool(per) == bool(rate):
        return
    goal, source = (draft, before) if per else (before, draft)
    goal.unit, goal.kind = source.unit, source.kind
    goal.steps.append(f"for each {per or rate}, as “{words.span(source.first, source.last)}”")


#: Kinds whose unit a bare number may take over.
_LENT = frozenset(
    {"count", "money", "price", "rate", "length", "mass", "volume", "area", "power", "energy", "pressure", "speed"}
    | {"frequency", "temperature", "magnitude"}
)


def _part_of(words: Words, draft: Draft, whole_of: Draft) -> bool:
    """*six of 214 stations*, *410 out of 710 workers*, *two of the seven injured*."""
    between = words.low[draft.last : whole_of.first]
    if between[:2] in {("more", "than"), ("fewer", "than"), ("less", "than")} and len(between) <= 4:
        return whole_of.kind == "count"
    return between in {("of",), ("out", "of"), ("of", "the"), ("of", "its"), ("of", "their")} or (
        words.at(draft.last) == "of" and whole_of.first - draft.last <= 5 and "," not in between
    )


def _near(words: Words, before: Draft, draft: Draft) -> bool:
    gap = words.text[words.end[before.last - 1] : words.start[draft.first]]
    if len(gap) > _NEAR or "\n" in gap or before.kind not in _LENT or before.unit is None:
        return False
    one, other = (d.low if d.low is not None else d.high for d in (before, draft))
    if not one or not other:
        return False
    if min(one, other) <= 0:
        return False
    if before.kind != "count" and any(mark in gap for mark in (". ", "! ", "? ", "” ")):
        return False  # what is measured is named again in the next sentence
    if before.unit == "people" and words.at(draft.last) in _BE:
        return True
    return max(one, other) / min(one, other) <= (1000 if before.kind == "count" and max(one, other) < 5000 else 20)


def _lend(words: Words, draft: Draft, other: Draft, why: str) -> None:
    draft.unit, draft.kind = other.unit, other.kind
    if draft.rule == "number":
        draft.rule = "same unit"
    draft.steps.append(f"unit of “{words.span(other.first, other.last)}”: {why}")
