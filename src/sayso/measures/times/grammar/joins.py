"""Times put together: *March last year*, *10 p.m. Wednesday*, *the end of the month*, *from 2018 to 2020*."""

from __future__ import annotations

from typing import Any

from sayso.measures.times import calendar as cal
from sayso.measures.times.meaning import (
    Either,
    Expression,
    FirstOf,
    Fixed,
    Impossible,
    Length,
    Part,
    Recur,
    Ref,
    Span,
    Step,
    Stretch,
    UnitOf,
    Within,
)
from sayso.measures.times.pattern import Found, Stage

#: What stands inside something larger, first in years, then in days.
INNER, OUTER = Stage(), Stage()
PARTS, RANGES = Stage(), Stage()


def _free(value: Any, cycle: str) -> bool:
    return isinstance(value, Recur) and value.cycle == cycle and value.lead in {None, "the"}


@INNER.rule(
    "within a year",
    "UNITREF",
    "THE? x:MON|SEAS|QTR|HOL|DAY|UNITREF (COMMA|OF|IN|H|DASH)? y:UNITREF|STEP",
    "y:UNITREF|STEP POSS x:MON|SEAS|QTR|HOL|DAY",
    "x:DAY|HOL|QTR|SEAS|UNITREF (COMMA|OF|IN) y:YR",
)
def _in_year(found: Found) -> Any:
    """*June last year*, *October of that year*, *last year's third quarter*."""
    inner, outer = found.value("x"), found.value("y")
    if not _free(inner, "year"):
        return None
    if isinstance(outer, UnitOf) and outer.unit == "year":
        return Within(inner, outer)
    if isinstance(outer, Step) and outer.length.unit == "year":
        return Within(inner, outer)
    if isinstance(outer, Fixed):
        separator = found.inside()[1]
        if found["x"].kind == "DAY" and separator.kind == "IN":
            return None
        return "SEAS" if found["x"].kind == "UNITREF" else found["x"].kind, Within(inner, outer)
    return None


@INNER.rule("first of something larger", "STRETCH", "a:LEN|STRETCH OF x:YR|MON|UNITREF|SEAS")
def _first_of(found: Found) -> Any:
    """*the first five months of this year*, *the last week of August*."""
    first, outer = found["a"], found.value("x")
    if isinstance(first.value, Stretch):
        return FirstOf(first.value.length, outer, -1) if first.value.sign < 0 else None
    return FirstOf(first.value, outer, 1) if first.rule == "first of a stretch" else None


@INNER.rule("weekday and day", "DAY", "w:WD|UNITREF (COMMA|THE|OPEN){0,2} d:DAY CLOSE?", "d:DAY COMMA? OPEN w:WD CLOSE")
def _weekday_day(found: Found) -> Any:
    """*Friday, 13 October*: the day decides; the weekday helps to tell the year (see the reckoner)."""
    week, date = found.value("w"), found.value("d")
    if not (isinstance(week, Recur) and week.what[0] == "weekday"):
        return None
    if isinstance(date, Recur) and date.what[0] == "day" and week.lead is None:
        return Recur("year", (*date.what[:3], week.what[1]), date.value)
    return date


@INNER.rule("week of", "UNITREF", "THE u:UNIT (OF|ENDING|ENDED) d:DAY")
def _week_of(found: Found) -> Any:
    return Part(found.value("d"), None, found.value("u")) if found.value("u") == "week" else None


@INNER.rule(
    "step from a date",
    "STEP",
    "THE u:UNIT (s:BEFORE|AFTER) d:DAY|HOL|WD|UNITREF|MON|YR",
    "n:LEN (s:BEFORE|AFTER) d:DAY|HOL",
)
def _step_from(found: Found) -> Any:
    """*the day before Christmas*, *three days after 5 May*."""
    length = found.value("n") if found.get("n") else Length(found.value("u"), 1, 1)
    if length.unit in {"second", "minute", "hour"} or length.low is None:
        return None
    base = found.value("d")
    if found.get("u") and found["d"].kind in {"YR", "MON", "UNITREF"} and length.unit == "day":
        return None
    return Step(length, -1 if found["s"].kind == "BEFORE" else 1, base)


_DATES = "WD|DAY|DREF|UNITREF|HOL"


@OUTER.rule(
    "time of a day",
    "CLK",
    f"x:CLK (ON|COMMA)? d:{_DATES}",
    "x:CLK (ON|COMMA)? p:DP",
    f"d:{_DATES} COMMA? AT? x:CLK",
)
def _clock_of(found: Found) -> Any:
    """*10 p.m. Wednesday*, *five o'clock this afternoon*. "at 6 a.m. on Monday" stays two times."""
    clock = found.value("x")
    if any(item.kind == "ON" for item in found.inside()):
        return None
    if not _free(clock, "day"):
        return None
    if found.get("p"):
        return _in_part(clock, found.value("p"))
    day = found.value("d")
    if not _is_day(day):
        return None
    if any(item.kind == "AT" for item in found.inside()):
        return None
    return Within(_half_of(clock, day), _bare_day(day))


def _bare_day(day: Expression) -> Expression:
    """The day of *this afternoon*, of *Monday evening*."""
    if isinstance(day, Within) and day.inner.what[0] == "part":
        return day.outer
    return day


def _half_of(clock: Recur, day: Expression) -> Recur:
    """*ten o'clock tonight* is 22:00."""
    if isinstance(day, Within) and day.inner.what[0] == "part":
        return _afternoon(clock, str(day.inner.what[1]))
    return clock


def _afternoon(clock: Recur, part: str) -> Recur:
    kind, hour, minute, second, zone = clock.what
    if isinstance(hour, int) and hour < 12 and part in {"AF", "EV", "NI"} and not (part == "NI" and hour < 6):
        return Recur("day", (kind, hour + 12, minute, second, zone), clock.value)
    return clock


def _in_part(clock: Recur, part: Any) -> Any:
    if not isinstance(part, Recur) or part.what[0] != "part":
        return None
    made = _afternoon(clock, str(part.what[1]))
    return Recur(made.cycle, made.what, made.value, part.lead)


def _is_day(value: Any) -> bool:
    if isinstance(value, Fixed):
        return value.period.unit == "day"
    if isinstance(value, Recur):
        return value.what[0] in {"day", "weekday", "holiday"}
    if isinstance(value, Within):
        return value.inner.what[0] in {"day", "weekday", "holiday", "part"}
    if isinstance(value, Step):
        return value.length.unit == "day"
    return isinstance(value, UnitOf) and value.unit == "day"


@OUTER.rule(
    "part of a day",
    "DP",
    f"d:{_DATES} q:PART? x:DP",
    f"THE? q:PART? x:DP (OF) d:{_DATES} ",
)
def _part_of(found: Found) -> Any:
    """*Tuesday morning*, *the morning of 31 January*."""
    day = found.value("d")
    part = found.value("x") if found.get("x") else None
    if (
        part is None
        or not isinstance(part, Recur)
        or part.what[0] != "part"
        or not _is_day(day)
        or part.lead not in {None, "the"}
    ):
        return None
    return Within(Recur(part.cycle, part.what, part.value), day)


_ANY = "DAY|MON|YR|QTR|SEAS|DECA|CENT|WD|HOL|DP|UNITREF|DREF|CLK"


@PARTS.rule(
    "part of a stretch",
    "PARTX",
    f"p:PART H? x:{_ANY}",
    "THE p:PART H? x:DECA|SEAS|CENT|DP|UNITREF|YR",
    "a:ABOUT x:DAY|MON|YR|CLK",
    f"p:PART IN THE? x:{_ANY}",
    f"THE? e:EDGE OF x:{_ANY}",
    "x:UNITREF|YR|MON POSS e:EDGE",
    f"p2:EARLIER|LATER x:{_ANY}",
    f"p2:EARLIER|LATER IN x:{_ANY}",
    "p2:EARLIER|LATER ON x:WD|DAY",
)
def _part(found: Found) -> Any:
    """*early next year*, *mid-2017*, *the end of the month*, *earlier in October*."""
    item = found["x"]
    inner: Any = item.value
    if isinstance(inner, Impossible | Ref):
        return None
    if found.get("a"):
        return item.kind, Part(inner, "about", "about")
    word = found.value("p") or found.value("e") or found["p2"].kind.lower()
    relation = {"early": "early", "mid": "mid", "late": "late"}.get(word)
    if found.get("p2"):
        if any(i.kind == "ON" for i in found.inside()):
            return None
        if item.kind in {"YR", "CLK", "DECA"} and not any(i.kind == "IN" for i in found.inside()):
            return None
    return Part(inner, relation, word)  # type: ignore[arg-type]


@PARTS.rule("some time in", "PARTX", "SOMETIME x:UNITREF")
def _sometime(found: Found) -> Any:
    return Part(found.value("x"), None, "sometime")


def _daily(value: Expression) -> bool:
    return isinstance(value, Recur) and value.cycle == "day"


_ENDS = "DAY|MON|YR|WD|PARTX|SEAS|QTR|DECA|UNITREF"


@RANGES.rule(
    "range",
    "RANGE",
    f"(?<=FROM) a:{_ENDS} (TO|UNTIL|TILL|H) THE? b:{_ENDS}",
    f"(?<=BETWEEN) a:{_ENDS} (AND|H|TO) b:{_ENDS}",
    "a:YR|MON|DAY (h:H|SLASH) b:YR|MON|DAY",
    "a:YR (h:H|SLASH) n:N2",
    "a:YR|MON|DAY TO b:YR|MON|DAY",
)
def _range(found: Found) -> Any:
    """*from 2018 to 2020*, *between March and May*, *1963–1969*, *2015-16*."""
    a = found["a"]
    if found.get("n"):
        number = found["n"]
        if (
            not isinstance(a.value, Fixed)
            or number.spaced
            or number.end - number.start != 2
            or a.value.period.unit != "year"
        ):
            return None
        year = a.value.period.first.year
        last = year // 100 * 100 + number.value
        return (
            Span(a.value, Fixed(cal.year(last)), ((a.start, a.end), (number.start, number.end)))
            if last > year
            else None
        )
    b = found["b"]
    first, last_ = a.value, b.value
    if any(isinstance(half, Part) and _daily(half.inner) for half in (first, last_)):
        return None  # "late morning to early evening": two parts of a day
    if isinstance(first, Either | Impossible) or isinstance(last_, Either | Impossible):
        return None
    return Span(first, last_, ((a.start, a.end), (b.start, b.end)))
