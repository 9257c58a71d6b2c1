"""GeoJSON (RFC 7946): features that have a name. Areas become shapes."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sayso.errors import GazetteerError
from sayso.measures.places.gazetteer.add.candidate import Candidate, candidate, clean, kinds
from sayso.measures.places.gazetteer.add.lines import whole
from sayso.measures.places.gazetteer.build.areas import size

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

_KIND = ("kind", "type", "placetype", "class", "category", "featurecla", "place")
_COUNTRY = ("country", "cc", "iso_a2", "ISO_A2", "country_code", "iso2")
_POPULATION = ("population", "pop", "POP_MAX")
_NAMES = (
    "names",
    "alternatenames",
    "alt_name",
    "name_alt",
    "namealt",
    "name_en",
    "name:en",
    "official_name",
    "old_name",
)
#: vertices of one shape; what has more is kept as a point
_MOST_POINTS = 200_000


def is_geojson(start: bytes) -> bool:
    """Whether a file that begins so can be GeoJSON."""
    head = start.removeprefix(b"\xef\xbb\xbf").lstrip()
    return head.startswith(b"{") and b'"type"' in head


def read_geojson(path: Path) -> Iterator[Candidate]:
    """The features that have a name.

    Raises:
        GazetteerError: SAY-105 it is no GeoJSON, SAY-106 a feature is damaged; its number is told.
    """
    try:
        data = json.loads(whole(path))
    except (ValueError, RecursionError) as error:
        raise GazetteerError("SAY-106", str(path), "the JSON is cut short or damaged") from error
    features = data.get("features") if isinstance(data, dict) and data.get("type") == "FeatureCollection" else None
    if not isinstance(features, list):
        raise GazetteerError("SAY-105", str(path), "the JSON holds no collection of features")
    from shapely.errors import ShapelyError

    faults = (ShapelyError, ValueError, TypeError, KeyError, AttributeError, RecursionError, ArithmeticError)
    for number, feature in enumerate(features, start=1):
        try:
            found = _feature(feature, path)
        except faults as error:
            raise GazetteerError("SAY-106", str(path), f"feature {number}: {error}") from error
        if found is not None:
            yield found


def _feature(feature: dict[str, Any], path: Path) -> Candidate | None:
    said, geometry = feature.get("properties") or {}, feature.get("geometry")
    name = clean(said.get("name") or said.get("NAME"))
    if not name or not geometry:
        return None
    import shapely
    from shapely.geometry import shape

    area = shape(geometry)
    if area.is_empty or not _finite(area):
        raise ValueError("its geometry is empty or endless")
    known = kinds("geojson") | kinds("wof")
    code = next((text for key in _KIND if isinstance(text := said.get(key), str)), "").lower()
    kind, radius = known.get(code, ("region" if "Polygon" in area.geom_type else "other", 1.0))
    if kind is None:
        return None
    wkb = None
    lat, lon = area.centroid.y, area.centroid.x
    if "Polygon" in area.geom_type and shapely.get_num_coordinates(area) <= _MOST_POINTS:
        sound = shapely.make_valid(area, method="structure", keep_collapsed=False)
        if not sound.is_empty:
            lat, lon, radius = size(sound)
            wkb = sound.wkb
    elif area.geom_type == "Point":
        ((lon, lat),) = shapely.get_coordinates(area).tolist()
    own = said.get("id") or feature.get("id")
    id = (
        f"wof:{own}"
        if "wof:id" in said or "placetype" in said or "gn" in said
        else f"{slug(path)}:{own or _digest(feature)}"
    )
    return candidate(
        clean(id) or f"{slug(path)}:{_digest(feature)}",
        name,
        kind,
        lat,
        lon,
        names=_names(said),
        country=next((text for key in _COUNTRY if isinstance(text := said.get(key), str)), None),
        population=next((said[key] for key in _POPULATION if key in said), None),
        radius_km=radius,
        same=f"geonames:{int(said['gn'])}" if said.get("gn") else None,
        shape=wkb,
    )


def _names(said: dict[str, Any]) -> list[object]:
    found: list[object] = []
    for key in _NAMES:
        value = said.get(key)
        if isinstance(value, str):
            found.extend(value.replace("|", ";").split(";"))
        elif isinstance(value, list):
            found.extend(value)
    return found


def _finite(area: BaseGeometry) -> bool:
    west, south, east, north = area.bounds
    return -180.001 <= west <= east <= 180.001 and -90.001 <= south <= north <= 90.001


def slug(path: Path) -> str:
    """A file's name without its endings, as it stands in ids and in the names of sources."""
    stem = path.name.split(".")[0].lower()
    return "".join(c if c.isalnum() else "-" for c in stem)[:40].strip("-") or "file"


def _digest(feature: dict[str, Any]) -> str:
    return hashlib.sha256(json.dumps(feature, sort_keys=True).encode()).hexdigest()[:12]
