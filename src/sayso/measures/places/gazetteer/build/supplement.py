"""Our own list of places (``lexicon/places.csv``): regions, groups of countries, oil fields, camps, crossings, dams."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from sayso import lexicon
from sayso.errors import GazetteerError
from sayso.measures.places.gazetteer.build.areas import Areas, size
from sayso.measures.places.gazetteer.build.tables import packaged_table
from sayso.measures.places.gazetteer.build.writer import NewPlace, Source
from sayso.measures.places.gazetteer.entry import Kind
from sayso.measures.places.gazetteer.extent import area_radius, great_circle_km
from sayso.measures.places.gazetteer.folding import fold
from sayso.measures.places.gazetteer.rating import StoredName, listed

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

SAYSO = Source("sayso", "sayso's own list, lexicon/places.csv", "Apache-2.0", "")
#: what stands for the population where entries that match a name equally well are put in order
_RANK: dict[str, int] = {
    "group": 10_000_000, "continent": 20_000_000, "region": 1_000_000, "sea": 1_000_000, "city": 20_000,
}  # fmt: skip
_OTHER_RANK = 200_000
#: kinds that may be two names of one thing, so that an entry of Natural Earth gives way to ours
_LAND = {"region", "mountain", "desert", "island", "other", "facility", "group"}


@dataclass(frozen=True, slots=True)
class Listed:
    """One row: a place of ours, or more names (and an area) for an entry of another source (``place`` is then null)."""

    id: str
    place: NewPlace | None
    names: tuple[StoredName, ...]
    demonyms: tuple[str, ...]
    area: BaseGeometry | None
    countries: tuple[str, ...]


def supplement(areas: Areas) -> Iterator[Listed]:
    """The rows of ``places.csv``.

    Raises:
        GazetteerError: SAY-104, a row cannot be read; it is named.
    """
    seen: set[str] = set()
    for row in lexicon.load("places.csv"):
        if row["id"] in seen:
            raise GazetteerError("SAY-104", "places.csv", f"two rows have the id {row['id']!r}")
        seen.add(row["id"])
        try:
            yield _listed(row, areas)
        except (ValueError, KeyError, TypeError) as error:
            raise GazetteerError(
                "SAY-104", "places.csv", f"the row {row.get('id')!r} cannot be read: {error}"
            ) from error


def _listed(row: dict[str, str], areas: Areas) -> Listed:
    names = tuple(listed(row["name"], filter(None, row["names"].split("|"))))
    demonyms = tuple(filter(None, row["demonyms"].split("|")))
    area = areas.parse(row["area"])
    countries = tuple(row["countries"].split())
    if not row["id"].startswith("sayso:"):
        return Listed(row["id"], None, names, demonyms, area, countries)
    lat, lon, radius = _where(row, countries, areas, area)
    own = countries[0] if len(countries) == 1 and row["kind"] != "group" else None
    place = NewPlace(
        id=row["id"],
        name=row["name"],
        kind=cast(Kind, row["kind"]),
        lat=lat,
        lon=lon,
        country=own,
        countries=() if own else countries,
        radius_km=radius,
        names=names,
        rank=_RANK.get(row["kind"], _OTHER_RANK),
        parent=row["parent"] or None,
    )
    return Listed(row["id"], place, names, demonyms, area, countries)


def _where(
    row: dict[str, str], countries: tuple[str, ...], areas: Areas, area: BaseGeometry | None
) -> tuple[float, float, float]:
    if row["lat"]:
        return float(row["lat"]), float(row["lon"]), float(row["radius_km"])
    if area is not None:
        return size(area)
    # a group: the middle of its members, each as heavy as it is large; it reaches as far as they are large together
    members = [size(shape) for code in countries if (shape := areas.shape(code)) is not None]
    weight = sum(radius**2 for *_, radius in members)
    lat = sum(lat * radius**2 for lat, _, radius in members) / weight
    lon = sum(lon * radius**2 for _, lon, radius in members) / weight
    return round(lat, 4), round(lon, 4), area_radius(weight * 3.1416)


def superseded(rows: list[Listed]) -> dict[str, str]:
    """Entries of Natural Earth that our list holds as well, and the ids that ours have."""
    ours: dict[str, list[Listed]] = {}
    for row in rows:
        for name in row.names:
            ours.setdefault(name.key, []).append(row)
    found = {}
    for feature in packaged_table("features.csv"):
        for row in ours.get(fold(feature["name"]), ()):
            if _same(row, feature):
                found[feature["id"]] = row.id
    return found


def _same(row: Listed, feature: dict[str, str]) -> bool:
    if row.place is None:  # a division
        return feature["kind"] in _LAND and feature["countries"] == " ".join(row.countries)
    far = great_circle_km(row.place.lat, row.place.lon, float(feature["lat"]), float(feature["lon"]))
    alike = row.place.kind == feature["kind"] or {row.place.kind, feature["kind"]} <= _LAND
    return alike and far <= max(50.0, row.place.radius_km, float(feature["radius_km"]))


def name_again(connection: sqlite3.Connection, rows: list[Listed]) -> None:
    """Give entries of other sources the names that our list has for them; the first becomes the entry's own.

    Raises:
        GazetteerError: SAY-104, no source holds such an entry.
    """
    number = connection.execute("SELECT id FROM source WHERE name = ?", (SAYSO.name,)).fetchone()[0]
    for row in rows:
        if row.place is not None:
            continue
        found = connection.execute("SELECT id, name FROM place WHERE key = ?", (row.id,)).fetchone()
        if found is None:
            raise GazetteerError("SAY-104", "places.csv", f"no source holds {row.id!r}")
        place, name = found
        connection.execute("UPDATE name SET text = ? WHERE place = ? AND text IS NULL", (name, place))
        connection.execute("UPDATE place SET name = ? WHERE id = ?", (row.names[0].text, place))
        connection.executemany(
            "INSERT OR REPLACE INTO name VALUES (?,?,?,?,?,?)",
            [(n.key, place, n.text, n.how, n.score, number) for n in row.names],
        )
