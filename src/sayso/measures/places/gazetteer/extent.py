"""How far places reach from the point that stands for them, in km, where no shape says so."""

from __future__ import annotations

import math

#: a town's extent where nothing is known of its size
UNKNOWN_TOWN_KM = 1.0
#: a built-up area grows more slowly than its population: area ~ population ^ 0.77. A town of 1,000 covers about
#: 1.7 km2 and a city of a million about 330 km2 (3,000 inhabitants a km2), which lies inside the exponents that are
#: measured for settlements (2/3 to 5/6: S. Nordbeck, Urban allometric growth, 1971; L. Bettencourt, Science 340, 2013)
_KM_OF_A_MILLION = 10.3
_EXPONENT = 0.383
EARTH_KM = 6371.0088


def town_radius(population: int | None) -> float:
    """The radius of a round town of this many inhabitants, km."""
    if not population or population < 0:
        return UNKNOWN_TOWN_KM
    return round(max(0.5, _KM_OF_A_MILLION * math.pow(population / 1e6, _EXPONENT)), 1)


def area_radius(area_km2: float) -> float:
    """The radius of the circle of this area, km."""
    return round(max(0.5, math.sqrt(max(area_km2, 0.0) / math.pi)), 1)


def great_circle_km(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """The distance of two points on a sphere (haversine), km. Good to 0.5 %: estimates of extents need no more."""
    a, b = math.radians(lat), math.radians(other_lat)
    half = math.sin((b - a) / 2) ** 2 + math.cos(a) * math.cos(b) * math.sin(math.radians(other_lon - lon) / 2) ** 2
    return 2 * EARTH_KM * math.asin(min(1.0, math.sqrt(half)))
