"""Shapes as GeoJSON (RFC 7946): WGS84, longitude first, outer rings counter-clockwise, five decimals (a metre)."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from sayso.measures.places.geo.regions import areas, within_world

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

_DECIMALS = 5
#: an outline of no more points than this is left as it is
_FEW = 100


def geojson(shape: BaseGeometry, *, detail: float = 0.004) -> dict[str, Any] | None:
    """A point, area or areas as GeoJSON; null for an empty shape.

    ``detail`` is the share of the extent by which the outline is smoothed, so that a stretch of coast does not fill a
    page. It is smoothed outwards: what lies in the shape lies in the GeoJSON.
    """
    import shapely

    if shape.is_empty:
        return None
    if shape.geom_type == "Point":
        return {"type": "Point", "coordinates": [round(float(value), _DECIMALS) for value in shape.coords[0]]}
    if shape.geom_type in ("LineString", "MultiLineString"):
        return _plain(shapely.set_precision(shape, 10**-_DECIMALS))
    shape = within_world(shape)
    # of each piece: a region that is cut at the antimeridian is not as wide as the Earth
    edges = shapely.bounds(shapely.get_parts(shape))
    slack = float((edges[:, 2:] - edges[:, :2]).max()) * detail
    smooth = shape
    if slack and shapely.get_num_coordinates(shape) > _FEW:
        smooth = within_world(shape.simplify(slack).buffer(slack, quad_segs=2).simplify(slack / 4))
    rounded = areas(shapely.set_precision(smooth, 10**-_DECIMALS))
    if rounded.is_empty:
        return None
    return _plain(shapely.orient_polygons(rounded, exterior_cw=False))


def _plain(shape: BaseGeometry) -> dict[str, Any]:
    """The GeoJSON with lists and rounded floats only."""
    import numpy as np
    import shapely

    rounded = shapely.transform(shape, lambda rows: np.round(rows, _DECIMALS))
    found: dict[str, Any] = json.loads(shapely.to_geojson(rounded))
    return found


def from_geojson(geometry: dict[str, Any]) -> BaseGeometry:
    """The shape of a GeoJSON geometry."""
    from shapely.geometry import shape

    return shape(geometry)
