"""The areas of countries, seas and regions, and the borders and coasts between them, as the file keeps them."""

from __future__ import annotations

import sqlite3
from collections import defaultdict

from sayso.measures.places.gazetteer.build.topology import Topology
from sayso.measures.places.gazetteer.build.writer import Source, Writer
from sayso.measures.places.gazetteer.schema import COAST, TILE, WHOLE, tile_key

NATURAL_EARTH = Source("naturalearth", "Natural Earth, 1:10m", "public domain", "https://www.naturalearthdata.com/")


def write_countries(writer: Writer, source: int, topology: Topology) -> None:
    """Store areas, borders and coasts of the countries, and the land as one and in tiles."""
    import shapely

    areas = {code: topology.geometry(code) for code in topology.objects}
    writer.shapes(source, ((f"country:{code}", area.wkb) for code, area in areas.items()))
    # the areas share their arcs, so that they cover the land without gaps or overlaps
    land = shapely.coverage_union_all(list(areas.values()))
    writer.shapes(source, [("land", land.wkb)])
    for west in range(-180, 180, TILE):
        strip = shapely.clip_by_rect(land, west, -90, west + TILE, 90)
        for south in range(-90, 90, TILE):
            tile = shapely.clip_by_rect(strip, west, south, west + TILE, south + TILE)
            if not tile.is_empty:
                writer.shapes(source, [(tile_key(west, south), tile.wkb)])
    _write_borders(writer.connection, topology)


def _write_borders(connection: sqlite3.Connection, topology: Topology) -> None:
    import shapely

    borders: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, sides in topology.sides().items():
        codes = sorted(set(sides))
        if len(codes) == 2:
            borders[codes[0], codes[1]].append(number)
            borders[codes[0], WHOLE].append(number)
            borders[codes[1], WHOLE].append(number)
        elif len(sides) == 1:
            borders[codes[0], COAST].append(number)
            borders["", COAST].append(number)
    connection.executemany(
        "INSERT INTO border VALUES (?, ?, ?)",
        [(a, b, shapely.to_wkb(topology.lines(numbers))) for (a, b), numbers in borders.items()],
    )
