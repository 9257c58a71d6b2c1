"""Distances in words and figures: *around 25 miles*, *15 to 18 km*, *a few kilometres* -> km, low to high."""

from __future__ import annotations

import functools
import re
from typing import NamedTuple

from sayso.measures.numbers import NUMBER_WORDS, in_figures, in_words
from sayso.measures.places.geo import in_km, length_words
from sayso.measures.places.relative.words import any_of, table

_FIGURE = r"\d{1,3}(?:[,\u00a0\u202f]\d{3})+|\d{1,6}(?:\.\d{1,3})?"
_WORD = "|".join(sorted(NUMBER_WORDS, key=len, reverse=True))
#: twenty-three, two hundred and five
_IN_WORDS = rf"(?:{_WORD})(?:[\s-](?:and\s)?(?:{_WORD}|hundred|thousand)){{0,6}}"
_NUMBER = rf"(?:(?:{_FIGURE})|{_IN_WORDS})"


class Length(NamedTuple):
    """A distance in km, from the lowest to the highest reading (``high`` null: open), and how it was read.

    ``stated`` is the number as it stands in km, null for a range, a bound or a vague one. ``note`` says what was
    assumed; ``vague`` is true of *a few*, *several*.
    """

    low: float
    high: float | None
    stated: float | None
    note: str
    vague: bool = False


@functools.cache
def vague_words() -> str:
    """All words that stand for a vague number of units."""
    return any_of(word for row in table("vague_lengths")["rows"] for word in row["words"])


@functools.cache
def length_pattern(prefix: str) -> str:
    """The pattern of a length; its groups begin with ``prefix``."""
    unit = any_of(length_words())
    lead = any_of([word for name in ("about", "exact", "below", "above") for word in table(name)["words"]])
    aside = rf"(?:\s?\((?:{lead}\s)?(?:{_FIGURE})[\s-]?{unit}\.?\)|\s?/\s?(?:{_FIGURE})\s?{unit}\b)?"
    number = (
        rf"(?:(?P<{prefix}between>between|from)\s)?(?P<{prefix}a>{_NUMBER})"
        rf"(?:\s?(?:-|–|to|or|and)\s?(?P<{prefix}b>{_NUMBER}))?|(?P<{prefix}vague>{vague_words()})"
    )
    return rf"(?:(?P<{prefix}lead>(?:{lead}\s){{1,2}}))?(?:{number})[\s\u00a0-]?(?P<{prefix}unit>{unit})\b{aside}"


def read_length(match: re.Match[str], prefix: str) -> Length | None:
    """The length that a match of :func:`length_pattern` tells; null where the words are no number."""
    unit = match[f"{prefix}unit"]
    lead = " ".join((match[f"{prefix}lead"] or "").lower().split())
    factor = in_km(1.0, unit)
    if factor is None:
        return None
    if vague := match[f"{prefix}vague"]:
        return _vague(" ".join(vague.lower().split()), unit, factor, lead)
    first = _value(match[f"{prefix}a"])
    if first is None or first > 1e6:
        return None
    second = match[f"{prefix}b"]
    if second is not None:
        last = _value(second)
        if last is None or last > 1e6:
            return None
        low, high = sorted((first, last))
        return Length(low * factor, high * factor, None, f"{_shown(low)} to {_shown(high)} {unit}")
    return _single(first, unit, factor, lead)


def _vague(word: str, unit: str, factor: float, lead: str) -> Length | None:
    for row in table("vague_lengths")["rows"]:
        if word in row["words"]:
            low, high = float(row["low"]), float(row["high"])
            if low == high:
                return _single(low, unit, factor, lead)
            note = f"“{word} {unit}” read as {_shown(low)} to {_shown(high)}"
            return Length(low * factor, high * factor, None, note, vague=True)
    return None


def _single(value: float, unit: str, factor: float, lead: str) -> Length:
    lead_words = _bare(lead)
    if lead_words in table("below")["words"]:
        return Length(0.0, value * factor, None, f"up to {_shown(value)} {unit} because of “{lead}”")
    if lead_words in table("above")["words"]:
        return Length(value * factor, None, None, f"at least {_shown(value)} {unit} because of “{lead}”")
    about = any(word in table("about")["words"] for word in (lead_words, lead_words.split(" ")[-1]))
    slack = rounding(value, about)
    note = f"{_shown(value)} read as {_shown(value - slack)} to {_shown(value + slack)} {unit}"
    note += f" because of “{lead}”" if about else ", as it is rounded"
    return Length((value - slack) * factor, (value + slack) * factor, value * factor, note)


def _bare(lead: str) -> str:
    """The words that decide: *just within* is *within*."""
    known = {str(word) for name in ("below", "above", "about", "exact") for word in table(name)["words"]}
    while lead not in known and " " in lead:
        lead = lead.split(" ", 1)[1]
    return lead


def rounding(value: float, about: bool) -> float:
    """How far a stated number may lie from the true one: half its last round step, twice that with *about*."""
    data = table("rounding")
    step = next((float(s) for s in data["steps"] if abs(value / s - round(value / s)) < 1e-9), 0.01)
    return float(min(step / 2, value * data["share"])) * (2 if about else 1)


def _value(text: str) -> float | None:
    number = in_figures(text)
    return float(number) if number is not None else in_words(text)


def _shown(value: float) -> str:
    return f"{value:.10g}" if value >= 100 or value == int(value) else f"{value:.1f}".rstrip("0").rstrip(".")
