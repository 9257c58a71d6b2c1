"""Coordinates written in the text: *32.76° N, 12.48° E*, *32°45′N 12°29′E*, *32.76 degrees north, 12.48 east*."""

from __future__ import annotations

import re
from dataclasses import dataclass

_NUMBER = r"\d{1,3}(?:\.\d{1,8})?"
_DEGREES = r"(?: ?(?:°|º|deg\.?|degrees?))"
_MINUTES = r"(?: ?(?P<{p}m>\d{{1,2}}(?:\.\d{{1,6}})?) ?(?:['’′]|min(?:utes)?))"
_SECONDS = r"(?: ?(?P<{p}s>\d{{1,2}}(?:\.\d{{1,4}})?) ?(?:[\"”″]|''|’’|sec(?:onds)?))"


def _half(p: str, letters: str, words: str) -> str:
    """One axis: the number, with minutes and seconds where it has them, and the side of the world behind it."""
    minutes = _MINUTES.format(p=p) + "?" + _SECONDS.format(p=p) + "?"
    return rf"(?P<{p}>{_NUMBER}){_DEGREES}?{minutes} ?(?P<{p}side>[{letters}](?![^\W_])|{words})"


def _half_before(p: str, letters: str) -> str:
    minutes = _MINUTES.format(p=p) + "?" + _SECONDS.format(p=p) + "?"
    return rf"(?P<{p}side>[{letters}]) ?(?P<{p}>{_NUMBER}){_DEGREES}?{minutes}"


_BETWEEN = r"(?:,|;| and|/|\))? ?(?:latitude|by|and)?,? ?"
_PATTERNS = (
    re.compile(rf"(?<![\w.]){_half('a', 'NS', '[Nn]orth|[Ss]outh')}{_BETWEEN}{_half('b', 'EW', '[Ee]ast|[Ww]est')}"),
    re.compile(rf"(?<![\w.]){_half_before('a', 'NS')}{_BETWEEN}{_half_before('b', 'EW')}(?![\d.]*\d)"),
    re.compile(
        r"(?:coordinates|latitude and longitude|lat/lon|GPS)(?: of| are| at|:)* ?\(?"
        r"(?P<pair>(?P<a>[-−+]?\d{1,2}\.\d{2,8}), ?(?P<b>[-−+]?\d{1,3}\.\d{2,8}))"
    ),
    re.compile(  # two numbers with so many decimals behind a word of place; small ones are chances and the like
        r"(?:\b(?:at|near|around|location|position|point)|\() ?"
        r"(?P<pair>(?P<a>[-−+]?[1-9]\d?\.\d{4,8}), ?(?P<b>[-−+]?[1-9]\d{0,2}\.\d{4,8}))(?![\w%]|[.,] ?\d)"
    ),
)
#: a degree of a meridian
_KM_A_DEGREE = 111.2


@dataclass(frozen=True, slots=True)
class Coordinates:
    """A point that the text gives in numbers, and how exactly it does: half the last place, km."""

    start: int
    end: int
    lat: float
    lon: float
    radius_km: float


def find_coordinates(text: str) -> tuple[Coordinates, ...]:
    """The points given in a text, in order. What lies off the globe is none."""
    found: list[Coordinates] = []
    for pattern in _PATTERNS:
        for match in pattern.finditer(text):
            start, end = match.span("pair") if "pair" in pattern.groupindex else match.span()
            lat, lon = _degrees(match, "a"), _degrees(match, "b")
            if lat is None or lon is None or abs(lat) > 90 or abs(lon) > 180:
                continue
            if any(start < other.end and other.start < end for other in found):
                continue
            exact = max(_exact(match, "a"), _exact(match, "b"))
            found.append(Coordinates(start, end, round(lat, 6), round(lon, 6), exact))
    return tuple(sorted(found, key=lambda c: c.start))


def _degrees(match: re.Match[str], p: str) -> float | None:
    parts = match.groupdict()
    value = float(parts[p].replace("−", "-"))
    minutes, seconds = float(parts.get(f"{p}m") or 0), float(parts.get(f"{p}s") or 0)
    if minutes >= 60 or seconds >= 60:
        return None
    value += minutes / 60 + seconds / 3600
    side = (parts.get(f"{p}side") or "").lower()
    return -value if side[:1] in ("s", "w") and side else value


def _exact(match: re.Match[str], p: str) -> float:
    """Half of the last place of a number, km."""
    parts = match.groupdict()
    for key, unit in ((f"{p}s", 3600), (f"{p}m", 60), (p, 1)):
        if parts.get(key):
            decimals = len(parts[key].partition(".")[2])
            return round(max(0.01, _KM_A_DEGREE / unit / 10.0**decimals / 2), 2)
    return _KM_A_DEGREE / 2
