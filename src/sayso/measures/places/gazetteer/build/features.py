"""Seas, lakes, rivers, islands, ranges, deserts, ports and airports from Natural Earth."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import cast

from sayso.measures.places.gazetteer.build.tables import packaged_table
from sayso.measures.places.gazetteer.build.writer import NewPlace
from sayso.measures.places.gazetteer.entry import Kind
from sayso.measures.places.gazetteer.extent import town_radius
from sayso.measures.places.gazetteer.folding import fold
from sayso.measures.places.gazetteer.rating import LISTED, NAME, StoredName, rated

#: Natural Earth's scale rank (0 shows on a map of the world, 10 on one of a district) as a number of people: each step
#: is a factor of three
_WORLD, _STEP = 2_000_000, 3.0
#: a river that shows only on closer maps does not own its bare name: *Snake*, *Verde*
_KNOWN = 4
_BARE = 0.5


def feature_rows(left_out: Mapping[str, str]) -> Iterator[NewPlace]:
    """The features as places, without those whose ids are ``left_out``."""
    for row in packaged_table("features.csv"):
        if row["id"] in left_out:
            continue
        countries, scale = tuple(row["countries"].split()), float(row["scale"])
        names = _names(row["name"], [name for name in row["names"].split("|") if name], row["kind"], scale)
        if not names:
            continue
        yield NewPlace(
            id=row["id"],
            name=names[0].text,
            kind=cast(Kind, row["kind"]),
            lat=float(row["lat"]),
            lon=float(row["lon"]),
            country=countries[0] if len(countries) == 1 else None,
            countries=countries if len(countries) != 1 else (),
            radius_km=float(row["radius_km"]),
            names=names,
            rank=int(_WORLD / _STEP**scale),
        )


def town_rows() -> Iterator[NewPlace]:
    """Towns that GeoNames' list lacks."""
    for row in packaged_table("towns.csv"):
        people = int(row["population"]) if row["population"] else None
        yield NewPlace(
            id=row["id"],
            name=row["name"],
            kind="city",
            lat=float(row["lat"]),
            lon=float(row["lon"]),
            country=row["country"],
            population=people,
            radius_km=town_radius(people),
            names=tuple(rated(row["name"], filter(None, row["names"].split("|")))),
        )


def _names(name: str, others: list[str], kind: str, scale: float) -> tuple[StoredName, ...]:
    bare = kind == "river" and scale > _KNOWN
    full = f"{name} River" if bare and not name.endswith(("River", "Canal")) else name
    rows: dict[str, StoredName] = {}
    for text in (full, name, *others):
        score = NAME if text == full else _BARE if bare and "River" not in text else LISTED
        key = fold(text)
        if key and key not in rows:
            rows[key] = StoredName(key, text, "name" if text == full else "alternate", score)
    return tuple(rows.values())
