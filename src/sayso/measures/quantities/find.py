"""Explicit numbers and ranges, with unit and what they count."""

from __future__ import annotations

import bisect
import functools
import re
from collections.abc import Sequence
from typing import Any

from sayso.lexicon import load
from sayso.measures.numbers import SCALES, WORD_NUMBER, in_figures, in_words
from sayso.measures.quantities.counted import counted, named_before, place_after, unit_of
from sayso.nouns.document import Document
from sayso.nouns.measures import Quantity, Time

_FIGURE = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,3}(?:[\u00a0\u202f]\d{3})+|\d+\.\d+|\d+"
_SCALE = r"(?:hundred|thousand|million|billion|trillion|mn|bn|tn|m|k)"
_NUMBER = rf"(?:(?:{_FIGURE})(?:[ -]?{_SCALE}\b)?|{WORD_NUMBER}\b)"
_SIGN = r"(?:US\$|[$€£¥₽₹₺])"


def _class(name: str) -> tuple[str, ...]:
    """The words of one class of lexicon/quantities.yaml, longest first."""
    return tuple(sorted((str(word) for word in load("quantities.yaml")[name]["words"]), key=len, reverse=True))


_LOW, _HIGH, _EXACT, _ABOUT = (_class(name) for name in ("low", "high", "exact", "about"))
_LEAD = rf"(?P<lead>(?:{'|'.join(sorted((*_LOW, *_HIGH, *_EXACT, *_ABOUT), key=len, reverse=True))}) )"
_VAGUE: dict[str, tuple[int, int | None]] = {
    row["word"]: (row["low"], row["high"]) for row in load("quantities.yaml")["vague"]["rows"]
}
_PATTERN = re.compile(
    rf"(?<![\w.,$€£#/:-])"
    rf"(?:{_LEAD})?"
    rf"(?:(?P<between>between|from) (?P<s1>{_SIGN})?(?P<a>{_NUMBER})(?P<u1>%)?"
    rf" (?:and|to) (?P<s2>{_SIGN})?(?P<b>{_NUMBER})"
    rf"|(?P<s3>{_SIGN})?(?P<c>{_NUMBER})(?P<u2>%)?(?:[-–](?=[\d$€£])| to | or )(?P<s4>{_SIGN})?(?P<d>{_NUMBER})"
    rf"|(?P<s5>{_SIGN}) ?(?P<e>{_NUMBER})"
    rf"|(?P<f>{_NUMBER})"
    rf"|(?P<vague>{'|'.join(sorted(_VAGUE, key=len, reverse=True))})(?= of\b| [a-z])"
    rf")(?![\w/:]|[.,]\d|-\d)",
    re.IGNORECASE,
)
_ORDINAL_NEXT = re.compile(r"(?:st|nd|rd|th)\b")
_IDENTIFIER = re.compile(rf"(?:\b(?:{'|'.join(_class('identifiers'))})\.?|#)\s*$", re.IGNORECASE)
_ARTICLE_ONE = re.compile(r"one(?: of| another|self| or| who| that| in| on| which| and| by|,|\.|’|'|$)", re.IGNORECASE)


@functools.cache
def _units() -> tuple[re.Pattern[str], dict[str, tuple[str, str]]]:
    data = load("units.yaml")
    table: dict[str, tuple[str, str]] = {}
    for row in data["currencies"]:
        for word in row["words"]:
            table[word.lower()] = (row["label"], "money")
    for row in data["units"]:
        for word in row["words"]:
            table[word.lower()] = (row["label"], row["kind"])
    words = "|".join(re.escape(word) for word in sorted(table, key=len, reverse=True))
    return re.compile(rf"(?:\s|-|\u00a0)?({words})(?!\w)", re.IGNORECASE), table


@functools.cache
def _signs() -> dict[str, str]:
    return {sign: row["label"] for row in load("units.yaml")["currencies"] for sign in row["signs"]}


_PER = re.compile(
    r" (?:per|an?|each) (?!few|lot|bit|little|total|further|number|third|quarter|half|good)"
    r"([a-z]+)\b(?! (?:later|ago|earlier|before))"
)


def find_quantities(document: Document, times: Sequence[Time]) -> tuple[Quantity, ...]:
    """Numbers, ranges, money and percentages in text order.

    ``low``/``high`` are null where open (*at least*, *up to*); years, dates, ordinals, clock times and identifiers are
    none. ``of`` is the noun phrase that is counted, where it follows directly. ``times`` are the times of the document,
    in text order: a number in one of them is no quantity.
    """
    dated = [(t.start, t.end) for t in times]
    starts = [a for a, _ in dated]
    found: list[Quantity] = []
    for match in _PATTERN.finditer(document.text):
        quantity = _read(document.text, match, dated, starts, found[-1] if found else None)
        if quantity is not None:
            found.append(Quantity(id=f"q{len(found) + 1}", **quantity))
    return tuple(found)


def _value(text: str) -> float | int | None:
    low = " ".join(text.lower().split())
    match = re.match(rf"({_FIGURE})[ -]?({_SCALE})?$", low)
    if match:
        base = in_figures(match[1])
        if base is None:
            return None
        scaled = base * SCALES[match[2]] if match[2] else base
        return int(scaled) if float(scaled).is_integer() else round(scaled, 6)
    return in_words(low)


def _read(
    text: str,
    match: re.Match[str],
    times: list[tuple[int, int]],
    starts: list[int],
    before_it: Quantity | None,
) -> dict[str, Any] | None:
    start, end = match.span()
    at = bisect.bisect_right(starts, end - 1) - 1
    number_start = start + len(match["lead"] or "")
    if at >= 0 and times[at][1] > number_start and times[at][0] < end:
        return None
    before = text[max(0, start - 14) : start]
    if _IDENTIFIER.search(before) or _ORDINAL_NEXT.match(text, end):
        return None
    lead = (match["lead"] or "").strip().lower()
    sign = next((match[g] for g in ("s1", "s2", "s3", "s4", "s5") if match[g]), None)
    change = None
    low: float | int | None
    high: float | int | None
    rule = "number"
    if match["vague"]:
        low, high = _VAGUE[match["vague"].lower()]
        rule = "vague"
    elif match["a"]:
        low, high, rule = _value(match["a"]), _value(match["b"]), "range"
    elif match["c"]:
        low, high, rule = _value(match["c"]), _value(match["d"]), "range"
    else:
        low = high = _value(match["e"] or match["f"])
    if low is None:
        return None
    if rule == "range":
        if high is None:
            return None
        second = match["b"] or match["d"]
        scale = re.search(rf"{_SCALE}$", second.lower())
        first = match["a"] or match["c"]
        if scale and not re.search(rf"{_SCALE}$", first.lower()) and low < high:
            low = low * SCALES[scale.group()]
            low = int(low) if float(low).is_integer() else low
        if low >= high:
            return None
    unit_text, unit, kind, end = _unit(text, end, sign)
    word = (match["f"] or "").lower()
    if word == "one" and (not lead or _ARTICLE_ONE.match(text, number_start)) and unit is None:
        return None
    if (
        match["f"]
        and word.isdigit()
        and len(word) == 4
        and 1500 <= int(word) <= 2100
        and unit is None
        and not lead
        and "," not in word
        and not re.match(r" [a-z]", text[end : end + 2])
    ):
        return None
    if match["u2"]:
        unit, kind = "percent", "percentage"
    approximate = (
        (bool(lead) and lead not in _EXACT and lead not in _LOW and lead not in _HIGH)
        or rule == "vague"
        or "about" in lead
    )
    if lead in _LOW and rule != "range":
        high = None
    elif lead in _HIGH and rule != "range":
        low = None
    person = kind == "count"  # a noun of the table, such as *men*: what follows it is no part of what is counted
    of, noun_end = (_with_place(text, unit_text, end), end) if person else counted(text, end, plain=unit is None)
    per = _PER.match(text, end)
    if per and unit is not None:
        unit, kind, end = f"{unit}/{per[1].lower()}", "rate" if kind != "money" else "money", per.end()
    elif unit is None:
        end = noun_end
    if unit is None:
        of = of or named_before(text, start)
        unit, kind = (unit_of(of, _units()[1]), "count") if of is not None else _same_again(text, end, before_it)
        rule = rule if of is not None or unit is None else "same unit"
    return {
        "start": start,
        "end": end,
        "text": text[start:end],
        "low": low,
        "high": high,
        "approximate": approximate,
        "unit": unit,
        "of": of,
        "kind": kind or "count",
        "change": change,
        "rule": rule,
    }


def _unit(text: str, end: int, sign: str | None) -> tuple[str | None, str | None, str | None, int]:
    if sign is not None:
        return sign, _signs().get(sign.replace("us$", "US$"), "USD"), "money", end
    pattern, table = _units()
    match = pattern.match(text, end)
    if match is None:
        return None, None, None, end
    label, kind = table[match[1].lower()]
    return match[1], label, kind, match.end()


def _with_place(text: str, unit_text: str | None, end: int) -> str | None:
    """*passengers from Brell*: the noun that is itself the unit, where it says more than *people*."""
    if unit_text is None or not unit_text.isalpha():
        return None
    found = place_after(text, end)
    return unit_text + found if found or unit_text.lower() not in {"people", "persons"} else None


_ACTS = re.compile(
    r" (?:of them |of whom )?(?:had|have|has|were|was|are|is|left|came|went|died|fled|joined|remained)\b"
)
#: A bare number takes the unit of the count before it no further back than this.
_NEAR = 200


def _same_again(text: str, end: int, before: Quantity | None) -> tuple[str | None, str | None]:
    """*Of 640 dockers 350 had left*: a bare number that does something counts what the number before it counted."""
    if before is None or before.kind != "count" or before.unit is None or not _ACTS.match(text, end):
        return None, None
    between = text[before.end : end]
    return (before.unit, "count") if len(between) < _NEAR and "\n" not in between else (None, None)
