"""Two numbers that bound one value: *between 5 and 7*, *5-7*, *50 or 60*; told from scores, years and addresses."""

from __future__ import annotations

from sayso.measures.numbers import whole
from sayso.measures.quantities import excluded
from sayso.measures.quantities.after import settled, unit_after
from sayso.measures.quantities.change import direction_before
from sayso.measures.quantities.counted import noun_after
from sayso.measures.quantities.draft import Draft, shown
from sayso.measures.quantities.lists import listed
from sayso.measures.quantities.number import Number, number_at
from sayso.measures.quantities.syntax import Syntax
from sayso.measures.quantities.units import Unit, per_at, sign_before
from sayso.measures.quantities.words import Words

_DASHES = frozenset("-‐‑–—")
_MINUS = frozenset("-−–")
#: Words that may stand before the second number.
_ROUNDED = frozenset({"about", "around", "some", "nearly", "almost", "more than", "over"})


def range_at(
    words: Words,
    syntax: Syntax,
    floor: int,
    number: Number,
    first: int,
    currency: str | None,
    unit: Unit | None,
    *,
    negative: bool = False,
) -> Draft | None:
    """Two numbers that bound one value. ``low`` of the draft is null where they are something else: a score.

    ``negative`` says that a minus stands before the first.
    """
    at = unit.last if unit else number.last
    per = per_at(words, at) if unit or currency else None
    if per is not None:
        at = per[0]  # "$75 a barrel to $80 a barrel"
    before = words.at(first - 1) if first - 1 >= floor else ""
    between = before in {"between", "from"} or (before in {"of", "a"} and words.at(first - 2) == "between")
    joint = words.at(at)
    if number.kind == "fraction" and words.kind[number.first] != "f":
        return None
    dash = joint in _DASHES and words.is_glued(at) == words.is_glued(at + 1)
    if not (dash or joint in {"to", "or", "and", ",", "through", "till"}):
        return None
    if joint == "and" and before != "between":
        return None
    if not dash and not between and currency is None and unit is None and excluded.is_year(words, number, counts=False):
        return None
    below_zero = _is_minus(words, at + 1)
    second = _second(words, at + 2 if below_zero else at + 1)
    if second is None:
        return None
    other, sign, end = second
    if excluded.is_ordinal(words, other) or excluded.is_clock(words, other) or excluded.is_date(words, other):
        return None
    moved = direction_before(words, first - 1 if before == "from" else first, floor) if joint == "to" else None
    if moved is not None and not moved.to_level and (before == "from" or (not between and (unit or currency))):
        return None  # "rose from 3 to 5", "rose by six dollars to 211": two values
    if joint == "," and not _neighbours(number, other):
        return None
    last_unit = unit_after(words, other, currency or sign)
    if other.ambiguous:
        other, last_unit = settled(words, syntax, other, currency or sign)
        end = other.last
    if (unit and last_unit and unit.label != last_unit.label) or (
        unit and not last_unit and not dash and before != "between"
    ):
        return None
    if currency and last_unit:
        return None
    if sign and currency != sign and currency is not None:
        return None
    if sign and currency is None and not (between or dash):
        return None
    rule = "range"
    low, high = _bounds(number, other, dash=dash)
    if negative or below_zero:  # "between -5 and -10 degrees", "-3 to 4 °C"
        low, high = sorted((-low if negative else low, -high if below_zero else high))
    years = excluded.is_year(words, number, counts=False) and unit is None and currency is None
    if years and (high < 100 or excluded.yearly(high)):
        return Draft(first, end, None, None, "years", end) if not _follows(words, syntax, end) else None
    if dash and low >= high and last_unit is None and not currency:
        return Draft(first, end, None, None, "score", end)
    if low > high and (last_unit or per) and (dash or joint == "to") and before != "from" and not years:
        low, high, rule = high, low, "falling range"  # "1.3 to 0.03 A", "20-10 percent"
    if low >= high:
        return None
    measured = bool(last_unit or currency or sign)
    named = _named(words, syntax, number, other, first, end, measured=measured) if dash else None
    if named is not None:
        return Draft(first, end, None, None, named, end)
    final = last_unit.last if last_unit else end
    begin = first - 1 if before in {"between", "from"} else first
    draft = Draft(begin, final, low, high, rule, end - 1)
    draft.steps.append(f"“{words.span(begin, end)}” is {shown(low, high)}")
    if last_unit or unit:
        chosen = last_unit or unit
        draft.unit, draft.kind = (chosen.label, chosen.kind) if chosen else (None, None)
    elif currency or sign:
        draft.unit, draft.kind = currency or sign, "money"
    return draft


def _is_minus(words: Words, at: int) -> bool:
    """*minus 10*, and *-10* with a space before it and none behind."""
    if words.at(at) == "minus":
        return True
    return words.at(at) in _MINUS and not words.is_glued(at) and words.is_glued(at + 1)


def _bounds(number: Number, other: Number, *, dash: bool) -> tuple[int | float, int | float]:
    """The two values, the scale of one lent to the other: *10 to 12 million*, *$2m-3*."""
    low, high = number.low, other.high if other.high is not None else other.low
    if other.scale > 1 and number.scale == 1 and low < high and low < 1000 and number.kind != "vague":
        low = whole(low * other.scale)
    elif number.scale > 1 and other.scale == 1 and dash and high < 1000:
        high = whole(high * number.scale)
    return low, high


def _named(
    words: Words, syntax: Syntax, number: Number, other: Number, first: int, end: int, *, measured: bool
) -> str | None:
    """What two numbers with a dash are where they bound no value: an address, a telephone number, a score."""
    if excluded.is_address(words, end):
        return "address"
    if measured:
        return None
    last = words.low[other.first]
    if number.kind == other.kind == "figure" and len(last) == 4 and last.isdigit() and number.value < 1000:
        return "telephone"
    return "score" if _is_score(words, syntax, number, other, first, end) else None


def _follows(words: Words, syntax: Syntax, end: int) -> bool:
    """Whether a noun in the plural follows, which four figures count rather than name a year."""
    found = noun_after(words, end, end - 1, syntax)
    return found is not None and words.low[found.head].endswith("s")


def _second(words: Words, at: int) -> tuple[Number, str | None, int] | None:
    """The second number with its currency and where it ends, past words that round it."""
    for skipped in range(4):
        number = number_at(words, at + skipped)
        if number is not None and number.kind not in {"fraction", "vague people"}:
            sign = sign_before(words, number.first, at) if skipped else None
            between = words.text[words.start[at] : words.start[number.first]] if skipped else ""
            if sign is not None and sign[0] != at:
                between = words.span(at, sign[0])
            elif sign is not None:
                between = ""
            if between.strip() and " ".join(between.lower().split()) not in _ROUNDED:
                return None
            if number.kind == "one":
                return None
            return number, sign[1] if sign else None, number.last
    return None


def _neighbours(number: Number, other: Number) -> bool:
    """*forty, fifty tombs*: neighbouring numbers in words, and nothing between."""
    both = number.kind == other.kind == "words" and number.scale == other.scale
    return both and number.value < other.value <= number.value * 2 and (other.value - number.value) in {1, 5, 10, 100}


def _is_score(words: Words, syntax: Syntax, one: Number, other: Number, first: int, end: int) -> bool:
    """*a 5-4 victory*; two small numbers and nothing that they count."""
    if one.value >= 100 or other.value >= 100:
        return False
    known = listed("scores")
    if words.at(end) in known or words.at(first - 1) in known:
        return True
    return noun_after(words, end, end - 1, syntax) is None and other.value < 20
