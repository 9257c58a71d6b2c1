"""Times told from an anchor: *yesterday*, *last week*, *two days earlier*, *the following Tuesday*, *recently*."""

from __future__ import annotations

from typing import Any, Literal

from sayso.measures.times.export import length_value
from sayso.measures.times.meaning import Every, Lead, Length, Part, Recur, Ref, Step, Stretch, UnitOf, Within
from sayso.measures.times.pattern import Found, Stage
from sayso.measures.times.words import listed

STAGE = Stage()
#: Length of *soon* and *shortly*.
_SOON = 7


def _describes(found: Found) -> bool:
    """Whether a noun follows that the time describes: a word written small that is no little word, or a name."""
    after = found.after()
    return (
        after is not None
        and after.kind == "OTHER"
        and after.spaced
        and after.value.isalpha()
        and after.value not in listed("little")
    )


_RECUR = "MON|SEAS|WD|HOL|DP|QTR|DAY"


@STAGE.rule("day of speaking", "DREF", "d:DEICTIC")
def _deictic(found: Found) -> Any:
    by, part = found.value("d")
    day = Step(Length("day", abs(by), abs(by)), -1 if by < 0 else 1, "speech") if by else UnitOf("day", "this")
    return Within(Recur("day", ("part", part), f"XXXX-XX-XXT{part}"), day) if part else day


@STAGE.rule("day before yesterday", "DREF", "THE u:UNIT (s:BEFORE|AFTER) d:DEICTIC")
def _two_days(found: Found) -> Any:
    sign = -1 if found["s"].kind == "BEFORE" else 1
    by = found.value("d")[0]
    if found.value("u") != "day" or by * sign < 0:
        return None
    total = by + sign
    return Step(Length("day", abs(total), abs(total)), -1 if total < 0 else 1, "speech")


@STAGE.rule("unit told from another", "UNITREF", "THE? l:LEAD|LATEST FISCAL? u:UNIT", "t:THESE u:UNIT")
def _unit(found: Found) -> Any:
    """*this week*, *the previous year*; *last night* is a night."""
    unit = found.value("u")
    lead: Lead = found.value("l") or "this"
    if found.get("l") and found["l"].kind == "LATEST":
        lead = "last" if unit != "quarter" else "the"
    if unit == "season":  # of sport, of farming: about a year
        return UnitOf("year", lead) if lead in {"last", "next", "this"} else None
    if unit == "day" and lead == "this":
        lead = "that"
    if unit in {"second", "minute"}:
        return Ref("PRESENT_REF") if lead == "this" and unit == "minute" else None
    if (
        found.inside()[0].kind == "THE"
        and lead in {"last", "next"}
        and unit in {"day", "week", "month", "year", "decade", "century"}
    ):
        # "the next day" goes on from what was told; "the last year" is a stretch
        if lead == "next":
            return UnitOf(unit, "following" if unit == "day" else "next")
        return "STRETCH", Stretch(Length(unit, 1, 1), -1)
    if lead == "past":
        return "STRETCH", Stretch(Length(unit, 1, 1), -1)
    if unit == "hour":
        return None if lead not in {"that", "last", "next"} else ("STRETCH", Stretch(Length(unit, 1, 1), -1))
    return UnitOf(unit, lead)


@STAGE.rule("time spoken of", "UNITREF", "l:LEAD t:TIME|PERIOD|DATE (?! LEN|STEP|LEAD)", "THE t:TIME")
def _spoken_of(found: Found) -> Any:
    """*at this time*, *that period*: in a narrative, what it spoke of last."""
    return UnitOf("time", "that") if not found.get("l") or found.value("l") in {"this", "that"} else None


@STAGE.rule(
    "the unit",
    "UNITREF",
    "THE (FISCAL|FULL|LATEST)? u:UNIT (?! OF|YR|IN|BEFORE|AFTER)",
    "THE u:UNIT (?= POSS)",
    "THE LATEST p:PERIOD",
)
def _the_unit(found: Found) -> Any:
    """*the quarter*, *the year*: the one spoken of, or the present one."""
    if found.get("p"):
        return UnitOf("quarter", "the")
    unit = found.value("u")
    if any(item.kind == "LATEST" for item in found.inside()) and unit != "quarter":
        return None
    return UnitOf(unit, "the") if unit in {"year", "month", "week", "quarter", "weekend"} else None


@STAGE.rule(
    "unit before",
    "UNITREF",
    "THE u:UNIT (s:BEFORE|AFTER|EARLIER|LATER) (?! THE|A|OTHER|YR|DAY|MON)",
)
def _before(found: Found) -> Any:
    """*the year before*."""
    unit = found.value("u")
    if unit in {"second", "minute", "hour"}:
        return None
    return UnitOf(unit, "previous" if found["s"].kind in {"BEFORE", "EARLIER"} else "following")


@STAGE.rule("one of those that come again", "UNITREF", f"THE? l:LEAD x:{_RECUR}", "THE x:SEAS|DP")
def _lead(found: Found) -> Any:
    """*last October*, *the following Tuesday*, *this morning*."""
    item = found["x"]
    recur = item.value
    lead: Lead = found.value("l") or "the"
    if not isinstance(recur, Recur):
        return None
    if lead == "that" and item.kind not in {"SEAS", "DP", "WD"}:
        return None  # "said that third-quarter profit ..."
    if item.kind == "SEAS" and lead == "the" and not found.get("l") and _describes(found):
        return None  # "the summer offensive"
    if item.kind == "DP" and lead == "the":
        after = found.after()
        if after is not None and (after.kind == "OF" or (after.kind == "OTHER" and after.value in listed("described"))):
            return None
        return "DP", Recur(recur.cycle, recur.what, recur.value, "the")
    if lead == "past":
        lead = "last"
    kind = item.kind if item.kind == "DP" else "UNITREF"
    return kind, Recur(recur.cycle, recur.what, recur.value, lead)


@STAGE.rule(
    "length ago",
    "STEP",
    "n:LEN (s:AGO|EARLIER|LATER|HENCE)",
    "n:LEN (s:BEFORE|AFTER) (?= COMMA|DOT|CLOSE|BREAK|AND)",
    "n:LEN FROM r:REFX|REF",
    "n:LEN QUOTE TIME",
)
def _ago(found: Found) -> Any:
    length: Length = found.value("n")
    word = found["s"].kind if found.get("s") else "HENCE"
    sign: Literal[-1, 1] = -1 if word in {"AGO", "EARLIER", "BEFORE"} else 1
    return Step(length, sign, "speech" if word in {"AGO", "HENCE"} else "mention")


@STAGE.rule("this time of a year ago", "STEP", "l:LEAD t:TIME n:LEN (s:AGO|EARLIER)", "l:LEAD t:TIME k:LEAD u:UNIT")
def _this_time(found: Found) -> Any:
    """*this time a year ago*, *this time last year*."""
    if found.value("l") != "this":
        return None
    if found.get("n"):
        return Step(found.value("n"), -1, "speech", True)
    if found.value("k") not in {"last", "next"} or found.value("u") not in {"day", "week", "month", "year"}:
        return None
    return Step(Length(found.value("u"), 1, 1), -1 if found.value("k") == "last" else 1, "speech", True)


@STAGE.rule("unit ago, as an adjective", "STEP", "(THE|A)? SIMILAR? u:UNIT H (s:AGO|EARLIER) (q:QTR|UNIT|PERIOD)?")
def _year_ago(found: Found) -> Any:
    """*the year-earlier quarter*, *a year-ago period*."""
    q = found.get("q")
    step = Step(Length(found.value("u"), 1, 1), -1, "mention", adjective=True)
    if q is not None and isinstance(q.value, Recur):
        return Within(q.value, step)
    return step


@STAGE.rule(
    "stretch",
    "STRETCH",
    "THE? l:LEAD n:LEN",
    "THE? l:LEAD a:ADJ? u:UNITS",
    "THE n:LEN l:LEAD",
    "THE? l:LEAD n:LEN OR SO",
)
def _stretch(found: Found) -> Any:
    """*the past three months*, *the next two weeks*."""
    lead = found.value("l")
    length = found.value("n") if found.get("n") else Length(found.value("u"), None, None)
    if lead in {"last", "past", "previous"}:
        return Stretch(length, -1)
    if lead in {"next", "following"}:
        return Stretch(length, 1)
    return None


@STAGE.rule(
    "first of a stretch", "LEN", "THE? o:ORD n:LEN", "THE? o:ORD u:UNIT (?= OF)", "THE n:LEN", "A? n:LEN PERIOD"
)
def _first(found: Found) -> Any:
    """*the first nine months*, *the nine months*, *a three-year period*."""
    length: Length = found.value("n") if found.get("n") else Length(found.value("u"), 1, 1)
    if found.get("u") and found.value("u") in {"quarter", "century"}:
        return None
    if found.inside()[-1].kind == "PERIOD":
        return length
    if found.inside()[0].kind == "THE" and found.get("n") and found["n"].rule == "length, as an adjective":
        return None  # "the two-week crisis"
    if found.get("o"):
        return length if found.value("o") == 1 else None
    return length if length.low != 1 and not length.bare else None


@STAGE.rule("recent units", "REFX", "THE? a:ADJ u:UNITS ((AND|OR) u2:UNITS)?", "a:ADJ (?= OTHER)")
def _recent(found: Found) -> Any:
    """*recent weeks*, *coming months*; of the adjectives alone only *current* and *future* tell a time."""
    return Ref(found.value("a"))


@STAGE.rule("reference", "REFX", "r:REF")
def _reference(found: Found) -> Any:
    item, after, before = found["r"], found.after(), found.before()
    if (
        item.value == "PRESENT_REF"
        and item.end - item.start == 3
        and after is not None
        and after.kind == "OTHER"
        and after.value == "that"
    ):
        return Ref(item.value)
    if item.value == "PAST_REF" and after is not None and after.kind in {"LEN", "UNIT", "UNITS", "LEAD"}:
        return None
    if before is not None and before.kind == "H" and not before.spaced:
        return None
    return Ref(
        item.value,
        item.value == "FUTURE_REF" and (before is None or before.kind != "THE") and item.end - item.start <= _SOON,
    )


@STAGE.rule("end of the unit", "PARTX", "u:UNIT H? e:EDGE", "u:UNIT POSS e:EDGE")
def _year_end(found: Found) -> Any:
    """*year-end*, *month's end*."""
    if found.value("u") not in {"year", "month", "quarter"} or found.value("e") != "late":
        return None
    return Part(UnitOf(found.value("u"), "the"), "late", "end")


@STAGE.rule("past", "REFX", "(?<=IN) THE l:LEAD (?! UNIT|UNITS|LEN|VAGUE|ADJ|SEAS)")
def _the_past(found: Found) -> Any:
    return Ref("PAST_REF") if found.value("l") == "past" else None


@STAGE.rule("set", "SETX", "s:SET")
def _set(found: Found) -> Any:
    before = found.before()
    return None if before is not None and before.kind == "THE" else Every(found.value("s"))


@STAGE.rule(
    "every",
    "SETX",
    "(EVERY|EACH) n:LEN?  u:UNIT",
    "(EVERY|EACH) x:WD|MON|DAY|SEAS|DP|HOL",
    "(EVERY|EACH) OTHER u:UNIT",
    "(EVERY|EACH) n:LEN",
)
def _every(found: Found) -> Any:
    """*each month*, *every Tuesday*, *every three weeks*."""
    if found.get("x"):
        recur = found.value("x")
        return Every(recur.value) if isinstance(recur, Recur) else None
    if found.get("n"):
        return Every(length_value(found.value("n")))
    return Every(length_value(Length(found.value("u"), 1, 1)))
