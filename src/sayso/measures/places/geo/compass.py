"""Words of the compass: *east*, *north-west*, *south and west*, *NNE* -> a bearing and its half-angle."""

from __future__ import annotations

import functools
import re
from typing import NamedTuple

from sayso.lexicon import load

_NAMES = ("north", "north-east", "east", "south-east", "south", "south-west", "west", "north-west")
_QUARTER = {"north": 0.0, "east": 90.0, "south": 180.0, "west": 270.0}
_SHORT = {"n": "north", "e": "east", "s": "south", "w": "west"}
_WORD = re.compile(r"(north|south|east|west)(?:ern(?:most)?|erly|wards?)?")


class Compass(NamedTuple):
    """A direction: degrees clockwise from north, and how far to each side the word may mean (see the lexicon)."""

    bearing: float
    half_angle: float


@functools.cache
def _half_angles() -> dict[int, float]:
    return {int(row["points"]): float(row["degrees"]) for row in load("relative_places.yaml")["half_angles"]["rows"]}


def compass(words: str) -> Compass | None:
    """The direction that ``words`` name, or null where they are no words of the compass.

    Two directions joined by *and* (*north and west*) mean the one between them, with the half-angle widened to take in
    both; opposite ones (*north and south*) mean none.
    """
    text = words.lower().replace("‑", "-").replace("–", "-").strip()
    if " and " in text:
        first, _, second = text.partition(" and ")
        one, two = compass(first), compass(second)
        if one is None or two is None:
            return None
        turn = (two.bearing - one.bearing + 180) % 360 - 180
        if abs(turn) > 135:
            return None
        return Compass((one.bearing + turn / 2) % 360, max(one.half_angle, two.half_angle) + abs(turn) / 2)
    parts = _parts(text)
    if not parts or len(parts) > 3:
        return None
    angle = _join(parts)
    if angle is None:
        return None
    return Compass(angle, _half_angles()[16 if len(parts) == 3 else 8])


def _parts(text: str) -> list[str]:
    if len(text) <= 3 and text and all(letter in _SHORT for letter in text):
        return [_SHORT[letter] for letter in text]
    squeezed = re.sub(r"[\s-]+", "", text)
    found = _WORD.findall(squeezed)
    return found if found and _WORD.sub("", squeezed) == "" else []


def _join(parts: list[str]) -> float | None:
    """North, north-east, east-south-east: each further word on the left pulls the angle half-way towards itself."""
    if len(parts) == 1:
        return _QUARTER[parts[0]]
    if len(parts) == 2:
        north_south, east_west = (_QUARTER[part] for part in parts)
        if parts[0] not in ("north", "south") or parts[1] not in ("east", "west"):
            return None
        return (north_south + ((east_west - north_south + 180) % 360 - 180) / 2) % 360
    between = _join(parts[1:])
    if between is None or parts[0] not in parts[1:]:
        return None
    first = _QUARTER[parts[0]]
    return (first + ((between - first + 180) % 360 - 180) / 2) % 360


def compass_name(degrees: float) -> str:
    """The word for a bearing, of eight: 95 is *east*."""
    return _NAMES[round(degrees % 360 / 45) % 8]
