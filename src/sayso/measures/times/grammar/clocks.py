"""Times of day: *9.15 p.m.*, *17:00 GMT*, *ten to seven*, *noon*."""

from __future__ import annotations

from typing import Any

from sayso.measures.times.meaning import Expression, Recur
from sayso.measures.times.pattern import Found, Stage
from sayso.measures.times.words import listed

STAGE = Stage()
_ZONE = "(OPEN? z:ZONE CLOSE?)?"


def _clock(hour: int, minute: int | None, zone: str | None = None, second: int | None = None) -> Expression | None:
    if hour > 24 or (minute or 0) > 59 or (second or 0) > 60 or (hour == 24 and minute):
        return None
    text = f"T{hour:02d}:{minute or 0:02d}" + (f":{second:02d}" if second is not None else "")
    return Recur("day", ("clock", hour, minute or 0, second, zone), f"XXXX-XX-XX{text}{zone or ''}")


def _half(hour: int, half: str | None) -> int:
    if half == "p":
        return hour + 12 if hour < 12 else hour
    return 0 if half == "a" and hour == 12 else hour


@STAGE.rule("time of day", "CLK", f"h:N2 ((COLON|DOT) m:N2 (COLON s:N2)?)? x:AMPM {_ZONE}", f"h:CARD x:AMPM {_ZONE}")
def _twelve(found: Found) -> Any:
    """Twelve hours with their half: *10 p.m.*"""
    hour = found.value("h")
    if not 1 <= hour <= 12 and not (found.get("m") and hour <= 23):
        return None
    before = found.before()
    if before is not None and before.kind in {"MONEY", "COLON", "DOT", "SLASH"} and not found["h"].spaced:
        return None
    return _clock(_half(hour, found.value("x")), found.value("m"), found.value("z"), found.value("s"))


@STAGE.rule("time of day, 24 hours", "CLK", f"h:N2 COLON m:N2 (COLON s:N2)? {_ZONE}")
def _four(found: Found) -> Any:
    """*17:00*; no score of a match, no ratio, no verse: those have another number behind, or a name before."""
    minute, before, after = found["m"], found.before(), found.after()
    if minute.end - minute.start != 2 or any(item.spaced for item in found.inside()[1:3]):
        return None
    if before is not None and before.kind in {"COLON", "MONEY", "DOT", "SLASH"}:
        return None
    if before is not None and before.kind == "OTHER" and before.value in listed("no_clocks"):
        return None
    if after is not None and after.kind in {"COLON", "PERCENT"}:
        return None
    return _clock(found.value("h"), found.value("m"), found.value("z"), found.value("s"))


@STAGE.rule("time of day, four figures", "CLK", "h:NUM|YEAR4 z:ZONE", "h:NUM|YEAR4|OTHER u:UNITS z:ZONE?")
def _military(found: Found) -> Any:
    """*0300 GMT*, *1830 hours*: four figures."""
    hour = found["h"]
    if hour.end - hour.start != 4 or not isinstance(hour.value, int) or found.value("u") not in {None, "hour"}:
        return None
    return _clock(hour.value // 100, hour.value % 100, found.value("z"))


@STAGE.rule("o'clock", "CLK", "h:N2|CARD OCLOCK")
def _oclock(found: Found) -> Any:
    return _clock(found.value("h"), None) if 1 <= found.value("h") <= 12 else None


@STAGE.rule(
    "minutes to the hour",
    "CLK",
    "(?<=AT) m:CARD|N2 (t:TO|LEAD) h:CARD|N2 x:AMPM? (?! OTHER|PERCENT|UNITS|UNIT|H)",
    "(?<=AT) HALF t:LEAD h:CARD|N2 x:AMPM?",
)
def _past(found: Found) -> Any:
    """*at ten to seven*, *at half past six*."""
    hour, minute = found.value("h"), found.value("m") if found.get("m") else 30
    if found["t"].kind == "LEAD" and found.value("t") != "past":
        return None
    if not 1 <= hour <= 12 or not 1 <= minute <= 30:
        return None
    hour = _half(hour, found.value("x"))
    return _clock(hour - 1 or 12, 60 - minute) if found["t"].kind == "TO" else _clock(hour, minute)


@STAGE.rule("named time of day", "CLK", "w:CLOCKWORD")
def _named(found: Found) -> Any:
    hour, minute = found.value("w").split(":")
    return _clock(int(hour), int(minute))


@STAGE.rule("hour of the morning", "CLK", "h:N2|CARD (IN|AT) THE? p:DAYPART")
def _hour_of(found: Found) -> Any:
    """*4 in the morning*."""
    hour = found.value("h")
    if not 1 <= hour <= 12 or (found.before() is not None and found.before().kind == "MONTH"):  # type: ignore[union-attr]
        return None
    part = found.value("p")
    return _clock(_half(hour, "a" if part == "MO" or (part == "NI" and hour < 6) else "p"), None)
