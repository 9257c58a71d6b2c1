"""Geodesy over WGS84: distances and bearings along the ellipsoid, regions on it, and GeoJSON that any map draws.

Distances are km, bearings degrees clockwise from north, points ``(latitude, longitude)``; shapes are shapely's,
longitude before latitude. Nothing heavy is imported before the first call: pyproj and shapely come with the functions.
"""

from sayso.measures.places.geo.clip import Cutter
from sayso.measures.places.geo.compass import Compass, compass, compass_name
from sayso.measures.places.geo.earth import Point, bearing, bearing_gap, destination, distance_km, nearest_point
from sayso.measures.places.geo.geojson import from_geojson, geojson
from sayso.measures.places.geo.regions import band, corridor, disc, main_body, part, ring, sector, within_world
from sayso.measures.places.geo.units import in_km, length_words

__all__ = [
    "Compass",
    "Cutter",
    "Point",
    "band",
    "bearing",
    "bearing_gap",
    "compass",
    "compass_name",
    "corridor",
    "destination",
    "disc",
    "distance_km",
    "from_geojson",
    "geojson",
    "in_km",
    "length_words",
    "main_body",
    "nearest_point",
    "part",
    "ring",
    "sector",
    "within_world",
]
