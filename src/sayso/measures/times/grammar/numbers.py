"""Numbers of several words: *twenty-four*, *two and a half*, *nineteen ninety-six*."""

from __future__ import annotations

from typing import Any

from sayso.measures.times.pattern import Found, Stage

STAGE = Stage()
#: What may follow a number as one number with it.
COUNTS = Stage()


@STAGE.rule("number in words", "CARD", "CARD|A (H? AND? CARD){1,4}")
def _words(found: Found) -> Any:
    """*two hundred and five*; *nineteen ninety-six* is a year."""
    parts = [item for item in found.inside() if item.kind in {"CARD", "A"}]
    values = [1 if item.kind == "A" else int(item.value) for item in parts]
    first, *rest = values
    if parts[0].kind == "A" and rest[0] not in {100, 1000}:
        return None
    joined = any(item.kind == "AND" for item in found.inside())
    if 10 <= first <= 20 and rest[0] >= 10 and rest[0] < 100 and not joined and sum(rest) < 100:
        return "YEAR4", first * 100 + sum(rest)
    total = current = 0
    before = 10**6
    for value in values:
        if value in {100, 1000}:
            current = max(1, current) * value
            if value == 1000:
                total, current = total + current, 0
        elif (value < 10 and before < 20) or (value >= 10 and before < 100):
            return None  # "two three", "six twenty": two numbers
        else:
            current += value
        before = value
    total += current
    return ("YEAR4", total) if 1900 < total < 2100 and joined else ("CARD", total)


@STAGE.rule("ordinal in words", "ORD", "CARD H? ORD")
def _ordinal(found: Found) -> Any:
    tens, ones = found.inside()[0].value, found.inside()[-1].value
    return tens + ones if tens in range(20, 100, 10) and 0 < ones < 10 else None


@STAGE.rule("ordinal", "ORD", "SECOND (?= OF MONTH)", "SECOND (?= H? UNIT|HALF|FISCAL|WDAY)", "CARD H? SECOND")
def _second(found: Found) -> Any:
    """*second* before a unit is no second: *the second quarter*."""
    first = found.inside()[0]
    if first.kind == "SECOND":
        return 2
    return first.value + 2 if first.value in range(20, 100, 10) and not found.inside()[-1].spaced else None


@COUNTS.rule(
    "number and fraction", "FRAC", "n:N2 H? a:N2 SLASH b:N2", "n:N2|CARD AND A c:HALF", "n:N2|CARD|NUM DOT a:N2|NUM"
)
def _fraction(found: Found) -> Any:
    """*2 1/2*, *two and a half*, *3.5*."""
    whole = float(found.value("n"))
    if found.get("c"):
        return whole + 0.5
    if found.get("b"):
        below = found.value("b")
        return whole + found.value("a") / below if below in {2, 3, 4, 8} and found.value("a") < below else None
    part = found["a"]
    if not found.tight() or found["n"].kind == "CARD":
        return None
    after = found.after()
    if after is None or after.kind not in {"UNIT", "UNITS", "H"}:
        return None  # a clock (9.15 p.m.), a day (12.6.2024) or a bare number
    return float(f"{found.value('n')}.{part.value:0{part.end - part.start}d}")
