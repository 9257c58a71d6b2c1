"""Polygons that share borders, and lines, as TopoJSON: each stretch of a border is kept once. And the way back.

The method is that of M. Bostock's topojson-server: a point of a ring is a junction where the rings that meet there go
on to different points; rings are cut at junctions, and the same stretch found again is referred to.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeAlias

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

Point: TypeAlias = tuple[int, int]
Line: TypeAlias = list[Point]


def arcs_of(data: Any) -> list[Any]:
    """The arcs of a TopoJSON object: arrays of ``(longitude, latitude)`` rows, degrees."""
    scale, move = data["transform"]["scale"], data["transform"]["translate"]
    return [np.cumsum(np.array(arc), axis=0) * scale + move for arc in data["arcs"]]


def ring_of(numbers: Sequence[int], arcs: Sequence[Any]) -> Any:
    """The ring that the arcs of these numbers make; ``~n`` is the arc ``n`` backwards."""
    lines = [arcs[n] if n >= 0 else arcs[~n][::-1] for n in numbers]
    return np.concatenate([lines[0], *[line[1:] for line in lines[1:]]])


def topology(geometries: Mapping[str, BaseGeometry], step: float) -> Any:
    """One TopoJSON object with a geometry for each id; coordinates rounded to multiples of ``step`` degrees."""
    lines = {
        id: [[_line(ring, step) for ring in rings] for rings in _parts(geometry)] for id, geometry in geometries.items()
    }
    closed = [ring for parts in lines.values() for rings in parts for ring in rings if ring[0] == ring[-1]]
    junctions = _junctions(closed)
    arcs: dict[tuple[Point, ...], int] = {}
    objects = []
    for id, parts in lines.items():
        polygonal = geometries[id].geom_type.endswith("Polygon")
        numbered = []
        for rings in parts:
            kept = [[_number(arc, arcs) for arc in _cut(ring, junctions)] for ring in rings if _is_kept(ring)]
            if kept and _is_kept(rings[0]):
                numbered.append(kept if polygonal else kept[0])
        kind = "MultiPolygon" if polygonal else "MultiLineString"
        objects.append({"type": kind, "id": id, "arcs": numbered, "properties": {}})
    return {
        "type": "Topology",
        "transform": {"scale": [step, step], "translate": [0, 0]},
        "objects": {"places": {"type": "GeometryCollection", "geometries": objects}},
        "arcs": [_deltas(arc) for arc in arcs],
    }


def _parts(geometry: BaseGeometry) -> Iterable[list[BaseGeometry]]:
    for part in shapely.get_parts(geometry):
        yield [part.exterior, *part.interiors] if part.geom_type == "Polygon" else [part]


def _line(line: BaseGeometry, step: float) -> Line:
    points = np.rint(shapely.get_coordinates(line) / step).astype(int)
    keep = np.ones(len(points), bool)
    keep[1:] = (points[1:] != points[:-1]).any(axis=1)
    return [(int(x), int(y)) for x, y in points[keep]]


def _is_kept(ring: Line) -> bool:
    """A ring that rounding made a point or a line is left out."""
    return len(ring) > 3 if ring[0] == ring[-1] else len(ring) > 1


def _junctions(rings: Iterable[Line]) -> set[Point]:
    neighbours: dict[Point, frozenset[Point]] = {}
    found = set()
    for ring in rings:
        open_ring = ring[:-1]
        for i, point in enumerate(open_ring):
            pair = frozenset((open_ring[i - 1], ring[i + 1]))
            if neighbours.setdefault(point, pair) != pair:
                found.add(point)
    return found


def _cut(ring: Line, junctions: set[Point]) -> list[Line]:
    if ring[0] != ring[-1]:
        return [ring]
    points = ring[:-1]
    starts = [i for i, point in enumerate(points) if point in junctions]
    if not starts:
        # the same ring may begin elsewhere in another place: begin at its least point
        first = points.index(min(points))
        points = points[first:] + points[:first]
        return [[*points, points[0]]]
    points = points[starts[0] :] + points[: starts[0]]
    cuts = [start - starts[0] for start in starts] + [len(points)]
    points.append(points[0])
    return [points[a : b + 1] for a, b in itertools.pairwise(cuts)]


def _number(arc: Line, arcs: dict[tuple[Point, ...], int]) -> int:
    forward, backward = tuple(arc), tuple(reversed(arc))
    if forward in arcs:
        return arcs[forward]
    if backward in arcs:
        return ~arcs[backward]
    return arcs.setdefault(forward, len(arcs))


def _deltas(arc: tuple[Point, ...]) -> list[list[int]]:
    points = np.array(arc)
    return np.vstack([points[:1], np.diff(points, axis=0)]).tolist()
