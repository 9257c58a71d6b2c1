"""TIMEX3 values of what is no stretch of the calendar: lengths of time."""

from __future__ import annotations

from sayso.measures.times.meaning import Length

_LETTER = {
    "second": ("PT", "S", 1.0),
    "minute": ("PT", "M", 1.0),
    "hour": ("PT", "H", 1.0),
    "day": ("P", "D", 1.0),
    "night": ("P", "D", 1.0),
    "week": ("P", "W", 1.0),
    "weekend": ("P", "WE", 1.0),
    "fortnight": ("P", "W", 2.0),
    "month": ("P", "M", 1.0),
    "quarter": ("P", "M", 3.0),
    "season": ("P", "M", 3.0),
    "year": ("P", "Y", 1.0),
    "decade": ("P", "Y", 10.0),
    "century": ("P", "Y", 100.0),
    "millennium": ("P", "Y", 1000.0),
}
#: Units whose vague plural has a letter of its own, and what a part of a unit is counted in.
_VAGUE = {"decade": "E", "century": "C", "quarter": "Q", "season": "Q", "millennium": "L"}
_SMALLER = {("P", "D"): ("H", 24), ("P", "Y"): ("M", 12), ("PT", "H"): ("M", 60), ("PT", "M"): ("S", 60)}


def length_value(length: Length) -> str:
    """A length in TIMEX3: *P3W*, *PT30M*, *P2Y6M*; a length without a number has an X."""
    mark, letter, size = _LETTER[length.unit]
    if length.low is None:
        return f"{mark}X{_VAGUE.get(length.unit, letter)}"
    total = length.low * size
    if total == int(total):
        return f"{mark}{int(total)}{letter}"
    smaller = _SMALLER.get((mark, letter))
    if smaller is None:
        return f"{mark}{total:g}{letter}"
    whole, rest = int(total), (total - int(total)) * smaller[1]
    split = "T" if letter == "D" else ""
    return f"{mark}{f'{whole}{letter}' if whole else ''}{split}{rest:g}{smaller[0]}"
