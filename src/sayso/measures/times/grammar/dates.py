"""Dates told by the calendar, whole or in part: *12 June 2024*, *March 3*, *the third quarter of 1990*, *the 1990s*."""

from __future__ import annotations

import functools
from typing import Any

from sayso.lexicon import load
from sayso.measures.times import calendar as cal
from sayso.measures.times.meaning import Either, Every, Expression, Fixed, Impossible, Recur, Span
from sayso.measures.times.pattern import Found, Stage, classes
from sayso.measures.times.recurring import in_year

STAGE = Stage()
_MONTH = "m:MONTH|SHORTMONTH"
_DAY = "d:N2|ORD"
_YEAR = "y:YEAR4"


def recur_day(month: int, number: int) -> Expression:
    """A day of the year; one that no year has says so."""
    if not 1 <= number <= 31 or cal.exact_day(2024, month, number) is None:
        return Impossible(f"no year has a day {number} in month {month}")
    return Recur("year", ("day", month, number), f"XXXX-{month:02d}-{number:02d}")


def fixed_day(year: int, month: int, number: int) -> Expression:
    """A day; one that the calendar does not have says so."""
    if not 1 <= month <= 12:
        return Impossible(f"there is no month {month}")
    period = cal.exact_day(year, month, number)
    return Fixed(period) if period else Impossible(f"month {month} of {year} has no day {number}")


def recur_month(month: int) -> Recur:
    """A month of the year."""
    return Recur("year", ("month", month), f"XXXX-{month:02d}")


def _in_number(found: Found) -> bool:
    """Whether figures go on before or behind: *1,12 May*, *$5 May*."""
    before, after, first = found.before(), found.after(), found.inside()[0]
    if (
        before is not None
        and not first.spaced
        and before.kind in {"DOT", "COMMA", "SLASH", "MONEY", "COLON", "N2", "NUM"}
    ):
        return True
    return after is not None and not after.spaced and after.kind in {"PERCENT", "SLASH"}


@STAGE.rule(
    "day month year",
    "DAY",
    f"(THE)? {_DAY} OF? {_MONTH} COMMA? {_YEAR}",
    f"{_MONTH} THE? {_DAY} COMMA? {_YEAR}",
    f"{_MONTH} {_DAY} (?= CLOSE COMMA {_YEAR.replace('y:', '')})",
)
def _full(found: Found) -> Any:
    if found.get("y") is None:
        return recur_day(found.value("m"), found.value("d")) if found.value("d") <= 31 else None
    if found.value("d") > 31 and found["d"].kind == "ORD":
        return None
    return None if _in_number(found) else fixed_day(found.value("y"), found.value("m"), found.value("d"))


@STAGE.rule(
    "day month year, before the common era",
    "DAY",
    f"{_DAY} OF? {_MONTH} COMMA? y:N2|NUM|YEAR4 e:ERA",
    f"{_MONTH} {_DAY} COMMA? y:N2|NUM|YEAR4 e:ERA",
)
def _full_era(found: Found) -> Any:
    return fixed_day(_era(found), found.value("m"), found.value("d"))


def _era(found: Found) -> int:
    year = int(found.value("y"))
    return cal.before_common(year) if found.value("e") == "BC" else max(1, year)


@STAGE.rule("ISO date", "DAY", "y:YEAR4 H m:N2 H d:N2", "y:YEAR4 SLASH m:N2 SLASH d:N2")
def _iso(found: Found) -> Any:
    if not found.tight() or not 1 <= found.value("m") <= 12 or found["m"].end - found["m"].start != 2:
        return None
    return None if _in_number(found) else fixed_day(found.value("y"), found.value("m"), found.value("d"))


@STAGE.rule(
    "date in figures", "DAY", "a:N2 SLASH b:N2 SLASH y:YEAR4|N2", "a:N2 DOT b:N2 DOT y:YEAR4", "a:N2 H b:N2 H y:YEAR4"
)
def _figures(found: Found) -> Any:
    """Day and month in either order; both are kept where both are possible."""
    if not found.tight() or _in_number(found):
        return None
    a, b, year = found.value("a"), found.value("b"), found.value("y")
    if found["y"].kind == "N2":
        if found["y"].end - found["y"].start != 2:
            return None
        year += 2000 if year < 70 else 1900
    if a > 12 or b > 12:
        day, month = (a, b) if a > 12 else (b, a)
        return fixed_day(year, month, day) if month <= 12 and day <= 31 else None
    if a == 0 or b == 0:
        return None
    if a == b:
        return fixed_day(year, a, b)
    likely = {"SLASH": 0.5, "DOT": 0.95, "H": 0.8}[found.inside()[1].kind]
    why = ("the day is written first", "the month is written first")
    return Either(fixed_day(year, b, a), fixed_day(year, a, b), likely, why)


@STAGE.rule("day month", "DAY", f"(THE)? {_DAY} OF? {_MONTH}", f"{_MONTH} THE? {_DAY}")
def _day_month(found: Found) -> Any:
    number, day = found.value("d"), found["d"]
    if not 1 <= number <= 31 and not (day.kind == "N2" and number <= 39):
        return None
    after = found.after()
    if (
        found.inside()[-1] is day
        and after is not None
        and (
            after.kind in {"PERCENT", "ERA", "MONEY"}
            or (after.kind in {"COMMA", "DOT", "COLON"} and not after.spaced and _figure_behind(found))
        )
    ):
        return None
    if found.inside()[-1] is day and after is not None and after.kind == "OTHER" and after.value in _numbered("scaled"):
        return None
    return None if _in_number(found) else recur_day(found.value("m"), number)


def _figure_behind(found: Found) -> bool:
    item = found.after(1)
    return item is not None and not item.spaced and item.kind in {"N2", "NUM", "YEAR4"}


@STAGE.rule(
    "days of a month",
    "RANGE",
    f"a:N2|ORD (H|TO|AND|COMMA) b:N2|ORD OF? {_MONTH} (COMMA? {_YEAR})?",
    f"{_MONTH} a:N2|ORD (H|TO|AND) b:N2|ORD (COMMA? {_YEAR})?",
)
def _days(found: Found) -> Any:
    """*11-13 December*, *May 5 and 6*."""
    a, b, month = found.value("a"), found.value("b"), found.value("m")
    if not 1 <= a < b <= 31 or _in_number(found):
        return None
    year = found.value("y")

    def make(number: int) -> Expression:
        return fixed_day(year, month, number) if year else recur_day(month, number)

    inside = found.inside()
    ends = (
        ((found["a"].start, found["a"].end), (found["b"].start, inside[-1].end))
        if found["a"] is inside[0]
        else ((inside[0].start, found["a"].end), (found["b"].start, inside[-1].end))
    )
    return Span(make(a), make(b), ends)


@STAGE.rule("month year", "MON", f"{_MONTH} COMMA? OF? {_YEAR}", f"{_MONTH} q:QUOTE y2:N2")
def _month_year(found: Found) -> Any:
    if found.get("y2"):
        return None if found["y2"].spaced else Fixed(cal.month(_short_year(found.value("y2")), found.value("m")))
    return Fixed(cal.month(found.value("y"), found.value("m")))


@STAGE.rule("month year, before the common era", "MON", f"{_MONTH} OF? y:N2|NUM|YEAR4 e:ERA")
def _month_era(found: Found) -> Any:
    return Fixed(cal.month(_era(found), found.value("m")))


def _short_year(number: int) -> int:
    return number + (2000 if number < 30 else 1900)


@STAGE.rule("month", "MON", "m:MONTH", "m:SHORTMONTH (?= H|SLASH m2:SHORTMONTH|MONTH)")
def _month(found: Found) -> Any:
    """A month alone. *May* and *March* are also a person, a verb and a walk."""
    item, before, after = found["m"], found.before(), found.after()
    if item.value in {_MARCH, _MAY} and item.end - item.start == len(_NAMES[item.value]):
        # with no word of time before it, at the head of a sentence too, it is a name or a verb
        described = before is not None and before.kind == "THE" and after is not None and after.kind == "OTHER"
        if before is None or (before.kind not in _MONTH_BEFORE and not described):
            return None
    if after is not None and after.kind == "POSS" and before is not None and before.kind == "OTHER":
        return None  # April's, June's: a person more often than not
    return recur_month(item.value)


_MARCH, _MAY = 3, 5
_NAMES = {_MARCH: "march", _MAY: "may"}
_MONTH_BEFORE = classes(
    "IN ON BY FROM SINCE UNTIL TILL TO OF DURING BEFORE AFTER BETWEEN AND OR LEAD PART EDGE H COMMA ABOUT EARLIER "
    "LATER EACH EVERY AT FOR DASH OPEN MONTH POSS WDAY"
)


@STAGE.rule("year", "YR", "y:YEAR4", "FISCAL u:UNIT? y:YEAR4", "THE? u:UNIT y:YEAR4", "THE u:UNIT y:CARD")
def _year(found: Found) -> Any:
    """Four figures: a year, unless they count or name something else."""
    if found.get("u") and found.value("u") != "year":
        return None
    item, before, after = found["y"], found.before(), found.after()
    if item.kind == "CARD" and not 1000 <= item.value <= 2100:
        return None
    plain = len(found.inside()) == 1
    if before is not None and plain:
        if before.kind in {"MONEY", "PERCENT"} or (before.kind in {"COLON", "SLASH"} and not item.spaced):
            return None
        if before.kind in {"DOT", "COMMA", "N2", "NUM"} and not item.spaced:
            return None
        if before.kind == "OTHER" and (
            before.value in _numbered("named") or (not item.spaced and before.value != "mid")
        ):
            return None
    if after is not None:
        if after.kind in {"PERCENT", "MONEY"} or (after.kind == "OTHER" and not after.spaced and after.value.isalnum()):
            return None
        if after.kind in {"DOT", "COMMA", "COLON"} and not after.spaced and _figure_behind(found):
            return None
        if (
            plain
            and after.kind == "OTHER"
            and after.value in _numbered("counted")
            and not (before is not None and before.kind in {"IN", "SINCE", "OF"})
        ):
            return None
        if after.kind == "UNITS":
            return None
    if plain and not (1400 <= item.value <= 2100) and not (before is not None and before.kind in _YEAR_BEFORE):
        return None
    return Fixed(cal.year(item.value))


@functools.cache
def _numbered(which: str) -> frozenset[str]:
    return frozenset(load("times.yaml")["numbered"][which])


_YEAR_BEFORE = classes("IN SINCE UNTIL BY FROM OF TO BETWEEN AND DURING BEFORE AFTER")


@STAGE.rule("short year", "YR", "q:QUOTE y:N2")
def _apostrophe(found: Found) -> Any:
    """*'98*"""
    before, y = found.before(), found["y"]
    if y.spaced or y.end - y.start != 2 or (before is not None and not found["q"].spaced):
        return None
    after = found.after()
    if after is not None and after.kind in {"UNIT", "UNITS", "H", "PERCENT"}:
        return None
    return Fixed(cal.year(_short_year(y.value)))


@STAGE.rule("year of an era", "YR", "ABOUT? y:N2|NUM|YEAR4 e:ERA", "e:ERA y:N2|NUM|YEAR4")
def _year_era(found: Found) -> Any:
    if (
        found["e"].value == "AD"
        and found.inside()[0] is found["e"]
        and found["y"].kind == "N2"
        and found.value("y") < 10
    ):
        return None
    return Fixed(cal.year(_era(found))) if int(found.value("y")) > 0 else None


@STAGE.rule(
    "year of the era spoken of",
    "YR",
    "(?<=IN|BY|UNTIL|TILL|SINCE|FROM|OF|TO|BETWEEN|AND|DURING) y:NUM (?= COMMA|DOT|AND|TO|BREAK|H|OTHER|THE|UNTIL|IN)",
)
def _bare_year(found: Found) -> Any:
    """*In 490 the Persians landed*: a year where the text counts years before the common era."""
    item, after = found["y"], found.after()
    if item.end - item.start != 3 or (
        after is not None and after.kind == "OTHER" and after.value in _numbered("counted")
    ):
        return None
    return Recur("era", ("year", item.value), "XXXX")


@STAGE.rule("decade", "DECA", "THE? d:DECADE e:ERA?", "THE d:DECADEWORD")
def _decade(found: Found) -> Any:
    number = found.value("d")
    if found.value("e") == "BC":
        return None if number % 10 or not number else Fixed(cal.decade_before(number))
    if number % 10 or not (number < 100 or 1000 <= number < 2100):
        return None
    if number >= 100:
        return (
            Fixed(cal.century(number // 100 + 1)) if number % 100 == 0 and number < 2000 else Fixed(cal.decade(number))
        )
    if found.inside()[0].kind != "THE" or number < 20:
        return None  # a person in her sixties, temperatures in the 30s
    return Recur("century", ("decade", number), f"XX{number // 10}")


@STAGE.rule("century", "CENT", "THE? o:ORD H? u:UNIT e:ERA?")
def _century(found: Found) -> Any:
    if found.value("u") != "century":
        return None
    if found.value("e") == "BC":
        return Fixed(cal.century_before(found.value("o")))
    return Fixed(cal.century(found.value("o"))) if found.value("o") <= 22 else None


@STAGE.rule(
    "quarter",
    "QTR",
    "THE? FISCAL? H? (o:ORD FISCAL? H? u:UNIT) (OF|COMMA)? FISCAL? y:YEAR4",
    "THE? y:YEAR4 o:ORD H? u:UNIT",
    "THE? FISCAL? H? o:ORD FISCAL? u:UNIT",
    "o:ORD H u:UNIT",
    "FISCAL H? o:ORD H u:UNIT",
)
def _quarter(found: Found) -> Any:
    number = found.value("o")
    if found.value("u") != "quarter" or number > 4:
        return None
    year = found.value("y")
    return Fixed(cal.quarter(year, number)) if year else Recur("year", ("quarter", number), f"XXXX-Q{number}")


@STAGE.rule("quarter, short", "QTR", "q:QSHORT (OF)? y:YEAR4", "q:QSHORT")
def _short_quarter(found: Found) -> Any:
    number, year = found.value("q"), found.value("y")
    return Fixed(cal.quarter(year, number)) if year else Recur("year", ("quarter", number), f"XXXX-Q{number}")


@STAGE.rule("half of some year", "QTR", "THE? o:ORD|LATTER HALF (?= OF THE|LEAD|UNITREF)")
def _some_half(found: Found) -> Any:
    """*the first half* of what follows; of a game it is none (see what is plausible)."""
    number = found.value("o") or 2
    return Recur("year", ("half", number), f"XXXX-H{number}") if number in {1, 2} else None


@STAGE.rule("half of a year", "QTR", "THE? o:ORD|LATTER HALF OF y:YEAR4", "THE l:LEAD HALF OF y:YEAR4")
def _half(found: Found) -> Any:
    number = found.value("o") if found.get("o") else 2
    if found.get("l") and found.value("l") != "last":
        return None
    return Fixed(cal.half(found.value("y"), number)) if number in {1, 2} else None


@STAGE.rule("season", "SEAS", "THE? s:SEASON (OF|COMMA)? y:YEAR4", "s:SEASON")
def _season(found: Found) -> Any:
    """A season; *fall* and *spring* are also verbs and a source of water."""
    code, year = found.value("s"), found.value("y")
    if year:
        return Fixed(cal.season(year, code))
    before, after, item = found.before(), found.after(), found["s"]
    if item.end - item.start in {len("fall"), len("spring")} and code in {"FA", "SP"}:
        if before is None or before.kind not in _SEASON_BEFORE:
            return None
        if code == "FA" and (
            before.kind == "TO" or (before.kind == "THE" and after is not None and after.kind == "OF")
        ):
            return None
    return Recur("year", ("season", code), f"XXXX-{code}")


_SEASON_BEFORE = classes("IN LEAD THE PART EDGE OF BY UNTIL SINCE EVERY EACH DURING AND OR H FROM TO BETWEEN")


@STAGE.rule("holiday", "HOL", "h:HOLIDAY COMMA? y:YEAR4", "h:HOLIDAY")
def _holiday(found: Found) -> Any:
    rule, unit = found.value("h")
    kind = Recur(
        "year", ("holiday", rule, unit), f"XXXX-{rule}" if len(rule) == 5 and "+" not in rule else "XXXX-XX-XX"
    )
    if not found.get("y"):
        return kind
    period = in_year(kind, found.value("y"))
    return Fixed(period) if period else None


@STAGE.rule("weekday", "WD", "w:WDAY", "w:SHORTWDAY (?= COMMA? (N2|MONTH|SHORTMONTH|ORD))")
def _weekday(found: Found) -> Any:
    number = found.value("w")
    return Recur("week", ("weekday", number), f"XXXX-WXX-{number}")


@STAGE.rule("weekdays", "SETX", "w:WDAYS")
def _weekdays(found: Found) -> Any:
    return Every(f"XXXX-WXX-{found.value('w')}")


@STAGE.rule("part of the day", "DP", "p:DAYPART")
def _part_of_day(found: Found) -> Any:
    code = found.value("p")
    return Recur("day", ("part", code), f"XXXX-XX-XXT{code}")
