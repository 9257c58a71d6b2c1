"""Writes features.csv and features.json.gz into the gazetteer's data: seas, lakes, rivers, islands, ranges, deserts.

    .venv/bin/python tools/gazetteer/features.py FOLDER

FOLDER holds these layers of Natural Earth 1:10m (public domain) as GeoJSON, named as Natural Earth names them:
geography_marine_polys, geography_regions_polys, geography_regions_points, geography_regions_elevation_points, lakes,
rivers_lake_centerlines, ports, airports. Parts of one feature that stand as several rows are joined.
"""

from __future__ import annotations

import csv
import gzip
import json
import math
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import shapely
from pyproj import Geod
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry
from topology import topology

from sayso.measures.places.gazetteer.build.topology import packaged_topology
from sayso.measures.places.gazetteer.folding import fold

DATA = Path(__file__).resolve().parents[2] / "src/sayso/measures/places/gazetteer/data"
GEOD = Geod(ellps="WGS84")
#: degrees: the limits of seas and deserts are vague, so that their lines need not be close
STEP = 0.005
TOLERANCE = 0.02
#: parts of one name further apart than this (degrees) are two features
APART = 12.0
#: an area that fills less of its convex hull is none any more
WHOLE = 0.22
#: our kinds by Natural Earth's classes of features
KINDS = {
    "ocean": "sea", "sea": "sea", "gulf": "sea", "bay": "sea", "strait": "sea", "sound": "sea", "channel": "sea",
    "lagoon": "sea", "fjord": "sea", "inlet": "sea", "reef": "sea", "generic": "sea", "river": "river",
    "lake centerline": "river", "lake": "lake", "reservoir": "lake", "alkaline lake": "lake", "island": "island",
    "island group": "island", "range/mtn": "mountain", "mountain": "mountain", "foothills": "mountain",
    "desert": "desert", "port": "facility", "airport": "facility",
    "plateau": "region", "pen/cape": "region", "peninsula": "region", "geoarea": "region", "coast": "region",
    "plain": "region", "delta": "region", "basin": "region", "valley": "region", "lowland": "region",
    "tundra": "region", "isthmus": "region", "wetlands": "region", "gorge": "region", "cape": "region",
    "depression": "region", "pass": "region", "waterfall": "other",
}  # fmt: skip
#: what Natural Earth shortens, by patterns
SHORT = {
    r"\bI\.$": "Island", r"^I\. ": "Isla ", r"\bIs\.?$": "Islands", r"^Is\. ": "Islas ", r"\bMts\.": "Mountains",
    r"^Mt\.": "Mount", r"\bArch\.": "Archipelago", r"\bPen\.": "Peninsula", r"\bPk\.": "Peak", r"\bPlat\.": "Plateau",
    r"\bInt'?l\b": "International", r"^L\. ": "Lake ", r"\bDes\.": "Desert", r"\bRa\.$": "Range",
}  # fmt: skip


@dataclass
class Feature:
    """What the parts of one feature say together."""

    kind: str
    featurecla: str
    names: list[str]
    scale: float
    parts: list[BaseGeometry] = field(default_factory=list)


def spelled(name: object) -> str:
    """A name as text writes it: in full, and not in capitals."""
    text = " ".join(str(name or "").split()).replace("‘", "'")
    if text.isupper():
        small = {"OF", "AND", "DE", "DU", "DEL", "LA", "LOS", "THE"}
        words = [w.lower() if n and w in small else w.capitalize() for n, w in enumerate(text.split())]
        text = re.sub(r"(?<=-)[a-z]", lambda letter: letter[0].upper(), " ".join(words))
    for short, full in SHORT.items():
        text = re.sub(short, full, text)
    return text


def forms(feature: str, text: str) -> list[str]:
    """The names under which a feature of this kind goes, the first its own."""
    bare = re.sub(r"\s+(River|Airport|Port)$", "", text)
    if feature in ("river", "lake centerline"):
        return [bare, f"{bare} River", f"River {bare}"]
    if feature == "airport":
        return [f"{bare} Airport"]
    if feature == "port":
        return [f"Port of {bare}", f"{bare} port", f"{bare} harbour", f"{bare} harbor"] if "/" not in bare else []
    return [text]


def rows(folder: Path) -> Iterator[tuple[str, list[str], float, BaseGeometry]]:
    """Every row of every layer: class, names, scale rank, geometry."""
    for layer in (
        "geography_marine_polys", "geography_regions_polys", "geography_regions_points",
        "geography_regions_elevation_points", "lakes", "rivers_lake_centerlines", "ports", "airports",
    ):  # fmt: skip
        for row in json.loads((folder / f"ne_10m_{layer}.json").read_text(encoding="utf-8"))["features"]:
            said: dict[str, Any] = {key.lower(): value for key, value in row["properties"].items()}
            feature = str(said["featurecla"]).lower()
            texts = [spelled(said.get(key)) for key in ("name_en", "name", "name_alt", "namealt")]
            named = [name for text in texts if text for name in forms(feature, text)]
            if named and row["geometry"]:
                yield feature, list(dict.fromkeys(named)), float(said["scalerank"]), shape(row["geometry"])


def joined(folder: Path) -> list[Feature]:
    """The features, their parts joined where they have one name and lie together."""
    found: dict[tuple[str, str], list[Feature]] = defaultdict(list)
    for feature, names, scale, geometry in rows(folder):
        kind = KINDS.get(feature)
        if kind is None or not fold(names[0]):
            continue
        group = found[kind, fold(names[0])]
        near = next((f for f in group if min(p.distance(geometry) for p in f.parts) < APART), None)
        if near is None:
            group.append(near := Feature(kind, feature, [], scale))
        near.names = list(dict.fromkeys([*near.names, *names]))
        near.scale = min(near.scale, scale)
        near.parts.append(geometry)
    return [feature for group in found.values() for feature in group]


def valid(geometry: BaseGeometry) -> BaseGeometry:
    """Rings that cross or lie in one another make one area; they do not take each other out."""
    return shapely.make_valid(geometry, method="structure", keep_collapsed=False)


def mended(geometry: BaseGeometry) -> tuple[BaseGeometry, bool]:
    """The geometry, and whether it can be trusted.

    Of some areas only slivers along their edge are left in the layers; their hull then tells where the area lies.
    """
    if not geometry.geom_type.endswith("Polygon"):
        return geometry, True
    west, _, east, _ = geometry.bounds
    if east - west > 300:  # it goes over the antimeridian
        return geometry, True
    hull = geometry.convex_hull
    return (geometry, True) if geometry.area > WHOLE * hull.area else (hull, False)


def middle(geometry: BaseGeometry) -> BaseGeometry:
    """The centroid where it lies inside, a point inside where it does not; of a line, the point halfway."""
    if geometry.geom_type.endswith("LineString"):
        longest = max(shapely.get_parts(geometry), key=lambda part: part.length)
        return longest.interpolate(0.5, normalized=True)
    west, _, east, _ = geometry.bounds
    if east - west > 300:
        geometry = max(shapely.get_parts(geometry), key=lambda part: part.area)
    centre = geometry.centroid
    return centre if geometry.intersects(centre) else geometry.representative_point()


def radius(geometry: BaseGeometry, kind: str) -> float:
    """km: of an area the radius of the circle as large; of a line half its length across; of a point by its kind."""
    if geometry.geom_type.endswith("Polygon"):
        area = sum(abs(GEOD.geometry_area_perimeter(part)[0]) for part in shapely.get_parts(geometry)) / 1e6
        return max(0.5, math.sqrt(area / math.pi))
    if geometry.geom_type.endswith("LineString"):
        west, south, east, north = geometry.bounds
        return max(1.0, GEOD.inv(west, south, east, north)[2] / 2000)
    return {"facility": 3.0, "mountain": 5.0, "island": 5.0}.get(kind, 10.0)


def main(folder: Path) -> None:
    """Write both files."""
    world = packaged_topology("countries.json.gz")
    codes = sorted(world.objects)
    tree = shapely.STRtree([world.geometry(code) for code in codes])
    features = sorted(joined(folder), key=lambda f: (f.kind, fold(f.names[0]), f.scale))
    shapes, table, used = {}, [], set()
    for feature in features:
        if any("Polygon" in part.geom_type for part in feature.parts):
            whole = shapely.union_all([valid(p) for p in feature.parts if "Polygon" in p.geom_type])
        elif any("LineString" in part.geom_type for part in feature.parts):
            whole = shapely.line_merge(shapely.union_all([p for p in feature.parts if "Line" in p.geom_type]))
        else:
            whole = feature.parts[0]
        whole, sound = mended(whole)
        slug = fold(feature.names[0]).replace(" ", "-")
        id = next(
            i for n in range(1, 99) if (i := f"naturalearth:{feature.kind}-{slug}{n if n > 1 else ''}") not in used
        )
        used.add(id)
        near = 0.1 if feature.kind in ("sea", "lake", "island", "facility") else 0.0
        touched = sorted(codes[i] for i in tree.query(whole, predicate="dwithin", distance=near))
        point = middle(whole)
        table.append(
            [
                id, feature.names[0], "|".join(feature.names[1:]), feature.kind, f"{point.y:.4f}", f"{point.x:.4f}",
                f"{radius(whole, feature.kind):.1f}", " ".join(touched), f"{feature.scale:g}",
            ]
        )  # fmt: skip
        if "Point" not in whole.geom_type and sound:
            shapes[id] = valid(shapely.simplify(whole, TOLERANCE))
    with (DATA / "features.csv").open("w", encoding="utf-8", newline="") as out:
        out.write(
            "# Meaning: seas, lakes, rivers, islands, ranges, deserts, regions, ports and airports; the columns: id,\n"
            "# name, other names, kind, middle (degrees), radius (km), countries touched, scale rank (0: largest)\n"
            "# Source: Natural Earth 1:10m (public domain); written by tools/gazetteer/features.py\n"
        )
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(["id", "name", "names", "kind", "lat", "lon", "radius_km", "countries", "scale"])
        writer.writerows(table)
    lines = {id: only(area) for id, area in shapes.items()}
    data = topology({id: area for id, area in lines.items() if not area.is_empty}, STEP)
    data["licence"] = "public domain (Natural Earth 1:10m)"
    packed = gzip.compress(json.dumps(data, separators=(",", ":")).encode(), 9, mtime=0)
    (DATA / "features.json.gz").write_bytes(packed)
    print(len(table), "features;", len(lines), "shapes,", len(packed), "bytes")  # noqa: T201


def only(geometry: BaseGeometry) -> BaseGeometry:
    """The areas of a geometry if it has any, else its lines."""
    parts = list(shapely.get_parts(geometry))
    flat = [part for whole in parts for part in shapely.get_parts(whole)]
    areas = [part for part in flat if part.geom_type == "Polygon"]
    return (
        shapely.MultiPolygon(areas)
        if areas
        else shapely.MultiLineString([p for p in flat if p.geom_type == "LineString"])
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]))
