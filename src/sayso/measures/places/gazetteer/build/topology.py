"""Reading TopoJSON: areas and lines that share arcs, so that a border is one line for both its sides."""

from __future__ import annotations

import gzip
import json
import zlib
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import resources
from typing import TYPE_CHECKING, Any

import numpy as np

from sayso.errors import GazetteerError

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from shapely.geometry.base import BaseGeometry

    Points = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Topology:
    """``objects`` are the geometries by id, as they are in the file; ``arcs`` the lines that they refer to, degrees."""

    objects: dict[str, dict[str, Any]]
    arcs: list[Points]

    def geometry(self, id: str) -> BaseGeometry:
        """The area or the lines of an object."""
        import shapely

        found = self.objects[id]
        if found["type"] == "MultiLineString":
            return shapely.MultiLineString([self._line(numbers) for numbers in found["arcs"]])
        polygons = [
            shapely.Polygon(self._line(rings[0]), [self._line(hole) for hole in rings[1:]]) for rings in found["arcs"]
        ]
        # polygons of one area that touch become one; rounding may have made a ring touch itself
        return shapely.union_all(shapely.make_valid(polygons))

    def _line(self, numbers: Sequence[int]) -> Points:
        lines = [self.arcs[n] if n >= 0 else self.arcs[~n][::-1] for n in numbers]
        return np.concatenate([lines[0], *[line[1:] for line in lines[1:]]])

    def sides(self) -> dict[int, list[str]]:
        """The areas on the sides of each arc: two at a border, one at a coast."""
        found: dict[int, list[str]] = defaultdict(list)
        for id, shape in self.objects.items():
            if shape["type"] != "MultiPolygon":
                continue
            for number in (number for rings in shape["arcs"] for ring in rings for number in ring):
                found[number if number >= 0 else ~number].append(id)
        return found

    def lines(self, numbers: Sequence[int]) -> BaseGeometry:
        """Arcs as lines, joined where two meet."""
        import shapely

        return shapely.line_merge(shapely.MultiLineString([self.arcs[number] for number in numbers]))


def packaged_topology(name: str) -> Topology:
    """A topology that ships with sayso.

    Raises:
        GazetteerError: SAY-104, the file is missing or damaged.
    """
    try:
        packed = (resources.files("sayso.measures.places.gazetteer") / "data" / name).read_bytes()
        data = json.loads(gzip.decompress(packed))
        scale, move = data["transform"]["scale"], data["transform"]["translate"]
        arcs = [np.cumsum(np.array(arc), axis=0) * scale + move for arc in data["arcs"]]
        objects = {shape["id"]: shape for shape in data["objects"]["places"]["geometries"]}
    except (OSError, EOFError, zlib.error, ValueError, KeyError, TypeError) as error:
        raise GazetteerError("SAY-104", name) from error
    return Topology(objects, arcs)
