"""Outlines of places as a map draws them: with no more corners than can be seen."""

from __future__ import annotations

import functools
import json
from typing import Any

#: an outline of so many characters is drawn as it is
_SMALL = 4000
#: of a larger one corners are left out that move it by no more than this part of its extent
_PART = 0.004


@functools.lru_cache(maxsize=1024)
def drawn(geometry: str) -> dict[str, Any] | None:
    """GeoJSON (WGS84) simplified by Douglas and Peucker's method where it is large; null where it is no geometry."""
    try:
        whole: dict[str, Any] = json.loads(geometry)
        if len(geometry) <= _SMALL:
            return whole
        import shapely
        from shapely.geometry import mapping, shape

        region = shape(whole)
        west, south, east, north = region.bounds
        simple = region.simplify(max(east - west, north - south) * _PART)
        rounded = shapely.set_precision(simple, 1e-4, mode="pointwise")
        return dict(json.loads(json.dumps(mapping(rounded))))
    except (ValueError, TypeError, KeyError, AttributeError):
        return None
