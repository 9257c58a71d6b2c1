"""The unit that follows a number, told from what only looks like one."""

from __future__ import annotations

from dataclasses import replace

from sayso.measures.numbers import whole
from sayso.measures.quantities.counted import noun_after, unit_of
from sayso.measures.quantities.lists import listed
from sayso.measures.quantities.number import Number
from sayso.measures.quantities.syntax import Syntax
from sayso.measures.quantities.units import Unit, unit_at
from sayso.measures.quantities.words import HYPHENS, Words

_SINGLE = frozenset("gswhtvak")  # letters that are units only where they are glued to a figure


def unit_after(words: Words, number: Number, currency: str | None) -> Unit | None:
    """The unit of measure that follows a number without a currency; null where what looks like one is none."""
    at = number.last
    if currency is not None:
        return None
    if words.at(at) in HYPHENS and words.is_glued(at) and words.is_glued(at + 1):
        at += 1
    unit = unit_at(words, at)
    if unit is None:
        return None
    raw, glued = words.raw(at), words.is_glued(at)
    figure = words.kind[number.last - 1] == "f" or number.scale > 1
    letter = unit.last == at + 1 and len(raw) == 1 and raw.isalpha()
    stroke = words.at(at + 1) == "/" and words.is_glued(at + 1)
    apart = not glued and not stroke and (raw.lower() in _SINGLE or (raw in "CFK" and number.value >= 1000))
    if letter and (not figure or apart):
        return None
    if unit.last == at + 1 and len(raw) <= 2 and raw.isalpha() and not figure:
        return None
    if words.is_glued(unit.last) and (words.kind[unit.last] == "f" or _is_code(words, unit.last)):
        return None  # 24703L202, L-202
    if unit.label == "second" and raw.lower() == "second" and number.kind not in {"figure"} and number.value != 1:
        return None  # "the two second halves"
    if unit.label in {"degree"} and (words.is_glued(unit.last) and words.kind[unit.last] in "fw"):
        return None  # coordinates
    if unit.label == "times" and raw.lower() == "time" and number.kind != "one":
        return None
    return _weighed(words, unit, at)


def _is_code(words: Words, at: int) -> bool:
    return words.at(at) in HYPHENS and words.is_glued(at + 1) and words.kind[at + 1] == "f"


def _weighed(words: Words, unit: Unit, at: int) -> Unit:
    """Pounds of weight told from pounds sterling."""
    if unit.label != "GBP" or words.at(at) not in {"pound", "pounds"}:
        return unit
    near = set(words.low[max(0, at - 8) : at]) | set(words.low[at + 1 : at + 4])
    weighs = near & listed("weighing")
    hyphen = words.at(at - 1) in HYPHENS and words.at(at) == "pound"
    of = words.at(at + 1) == "of" and words.at(at + 2) not in listed("sums")
    return Unit("pound", "mass", unit.last) if weighs or hyphen or of else unit


def settled(words: Words, syntax: Syntax, number: Number, currency: str | None) -> tuple[Number, Unit | None]:
    """*35m people* is millions, *35m high* is metres: a short scale that a unit spells as well."""
    after = unit_at(words, number.last)
    unit = unit_at(words, number.last - 1)
    if currency is not None:
        return number, None
    if after is not None and after.kind != "duration" and len(words.at(number.last)) > 1:
        return number, after
    scale = words.at(number.last - 1)
    follows = words.at(number.last)
    plural = noun_after(words, number.last, number.last - 1, syntax)
    counted = plural is not None and (
        words.low[plural.head].endswith("s") or unit_of(words.low[plural.head]) == "people"
    )
    of = follows == "of" and words.at(number.last + 1) in {"its", "the", "their", "those", "them", "these", "us"}
    if unit is None or scale in {"b"} or (scale != "mm" and (counted or of)):
        return number, None
    plain = replace(number, low=whole(number.low / number.scale), high=whole(number.low / number.scale), scale=1)
    return replace(plain, last=number.last - 1, ambiguous=False), unit
