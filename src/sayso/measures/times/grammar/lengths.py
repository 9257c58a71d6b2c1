"""Lengths of time: *three weeks*, *two and a half years*, *a few days*, *decades*."""

from __future__ import annotations

from typing import Any

from sayso.measures.times.meaning import Length
from sayso.measures.times.pattern import Found, Stage

STAGE = Stage()
_COUNT = "N2|NUM|YEAR4|CARD|FRAC|VAGUE|A"
_NUMBER = "N2|NUM|CARD|FRAC"
_MODS = "((?<=FOR|OF|IN|TO|AFTER|WITHIN|BY|AND) OVER | ABOUT|BOUND|ANOTHER|VAGUE){0,2}"
_NOT_AGE = "(?! H? OLD)"


def _count(found: Found, name: str) -> float | None:
    item = found.get(name)
    if item is None or item.kind == "VAGUE":
        return item.value if item else None
    return 1.0 if item.kind == "A" else float(item.value)


@STAGE.rule("length, as an adjective", "LEN", f"{_MODS} n:N2|NUM|CARD|VAGUE H u:UNIT {_NOT_AGE}")
def _adjective(found: Found) -> Any:
    """*a two-week crisis*."""
    low = _count(found, "n")
    if found.value("u") == "quarter" or (found.before() is not None and found.before().kind == "MONEY"):  # type: ignore[union-attr]
        return None
    return Length(found.value("u"), low, low)


@STAGE.rule(
    "length",
    "LEN",
    f"{_MODS} n:{_COUNT} ((TO|OR|H|AND) m:{_NUMBER})? H? (MORE|ADDITIONAL|FULL|WHOLE|ENTIRE|OTHER)?"
    f" u:UNIT|UNITS|SECOND {_NOT_AGE}",
    f"m0:ANOTHER n:{_COUNT}? u:UNIT|UNITS {_NOT_AGE}",
)
def _length(found: Found) -> Any:
    """A count and a unit."""
    number = found["n"] if found.get("n") else None
    unit = found["u"]
    low = _count(found, "n") if number else 1.0
    high = _count(found, "m") if found.get("m") else low
    before = found.before()
    if (
        number is not None
        and before is not None
        and not number.spaced
        and before.kind in {"DOT", "COMMA", "MONEY", "SLASH", "COLON"}
    ):
        return None
    if before is not None and before.kind == "MONEY":
        return None
    name = "second" if unit.kind == "SECOND" else unit.value
    if unit.kind == "SECOND" and (number is None or number.kind == "A"):
        return None  # "a second" is an ordinal more often than a length
    if (
        number is not None
        and number.kind == "A"
        and (unit.kind == "UNITS" or any(item.kind == "OTHER" for item in found.inside()))
    ):
        return None
    behind = found.after()
    if (
        name == "quarter"
        and number is not None
        and (number.kind == "A" or (behind is not None and behind.kind == "OF"))
    ):
        return None  # "a quarter", "three quarters" of something
    if any(item.kind == "H" for item in found.inside()) and name == "quarter":
        return None
    if number is not None and number.kind == "YEAR4" and (unit.kind == "UNIT" or not unit.spaced):
        return None
    singular = number is not None and number.kind == "N2" and unit.kind == "UNIT" and unit.spaced and low != 1
    if singular and (behind is None or behind.kind != "OTHER"):
        return None
    bare = number is not None and number.kind == "A" and len(found.inside()) == 2
    about = any(item.kind in {"ABOUT", "BOUND", "OVER"} for item in found.inside())
    return Length(name, low, high, bare, about)


@STAGE.rule("year or two", "LEN", f"{_MODS} A u:UNIT OR m:CARD|N2")
def _or_two(found: Found) -> Any:
    return Length(found.value("u"), 1, float(found.value("m")), False, True)


@STAGE.rule("half a unit", "LEN", f"{_MODS} HALF A u:UNIT", f"{_MODS} A H? HALF H u:UNIT")
def _half(found: Found) -> Any:
    return Length(found.value("u"), 0.5, 0.5)


@STAGE.rule("unit and a half", "LEN", f"{_MODS} A u:UNIT AND A HALF")
def _and_half(found: Found) -> Any:
    return Length(found.value("u"), 1.5, 1.5)


@STAGE.rule("couple or so", "LEN", "n:A u:UNIT OR SO")
def _or_so(found: Found) -> Any:
    return Length(found.value("u"), 1, 1, False, True)


@STAGE.rule("unit long", "LEN", "u:UNIT|UNITS H LONG")
def _long(found: Found) -> Any:
    """*day-long*, *decades-long*."""
    low = 1.0 if found["u"].kind == "UNIT" else None
    return Length(found.value("u"), low, low)


@STAGE.rule(
    "units", "LEN", "(?<=FOR|IN|WITHIN|OVER|AFTER|BOUND) u:UNITS (?! OLD)", "u:UNITS (?= AGO|EARLIER|LATER|BEFORE)"
)
def _bare(found: Found) -> Any:
    """*for years*, *weeks later*."""
    before = found.before()
    if before is not None and before.kind in {"N2", "NUM", "CARD"}:
        return None
    return Length(found.value("u"), None, None)
