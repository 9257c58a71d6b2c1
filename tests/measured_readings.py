"""A reading with measures, a movement and checks, of which everything is known."""

from __future__ import annotations

from typing import Any

import msgspec

from made_readings import Sentence, page
from sayso.nouns import (
    Capture,
    Change,
    Check,
    GazetteerEntry,
    Movement,
    Place,
    PlaceRelation,
    Quantity,
    Reading,
    RivalTime,
    Time,
)

LIBYA: tuple[Sentence, ...] = (
    ("Thomas Waldhauser", "stated", "between 5,000 and 7,000 IS fighters were in Libya in March"),
    ("officials", "said", "the militants had camps 25 miles east of Bani Waleed"),
    ("Ann Bell", "said", "Qatar moved the militants from Syria by way of Chad to Sirte"),
    (None, "", "Output had tripled to 885,000 barrels a day"),
)
#: a rough outline; Sirte, Bani Walid and Tripoli lie within it
_LIBYA = [[9.4, 30.2], [11.5, 33.2], [20.0, 30.3], [25.0, 31.7], [25.0, 20.0], [15.0, 23.0], [10.0, 26.5], [9.4, 30.2]]


def entry(ident: str, name: str, country: str, kind: str = "city", **more: Any) -> GazetteerEntry:
    return GazetteerEntry(id=ident, name=name, country=country, kind=kind, score=0.93, **more)


def measured(source: str = "libya.txt", **more: Any) -> tuple[Capture, Reading]:
    """A capture and its reading; ``more`` goes to :func:`made_readings.page`."""
    more.setdefault("published", "2017-10-28")
    capture, reading = page(LIBYA, source=source, title="Fighters in Libya", plain=True, **more)
    text = reading.document.text

    def at(words: str) -> dict[str, Any]:
        start = text.index(words)
        return {"start": start, "end": start + len(words), "text": words}

    quantities = (
        Quantity(
            id="q1",
            **at("between 5,000 and 7,000"),
            low=5000,
            high=7000,
            approximate=False,
            unit="people",
            of="IS fighters",
            kind="count",
            rule="range",
            derivation=("between … and …: from the lower to the higher number",),
        ),
        Quantity(
            id="q2", **at("25 miles"), low=25, high=25, approximate=False, unit="mile", of=None, kind="length", rule="n"
        ),
        Quantity(
            id="q3",
            **at("885,000 barrels a day"),
            low=885000,
            high=885000,
            approximate=False,
            unit="barrel/day",
            of="output",
            kind="rate",
            change=Change(kind="ratio", value=3.0, direction="up"),
        ),
        Quantity(
            id="q4",
            **at("885,000 barrels a day"),
            low=295000,
            high=295000,
            approximate=True,
            unit="barrel/day",
            of="output",
            kind="rate",
            derived=True,
            base="q3",
            derivation=("885,000 / 3 = 295,000",),
        ),
        Quantity(id="q5", **at("tripled"), low=None, high=30, approximate=False, unit=None, of=None, kind="count"),
    )
    times = (
        Time(
            id="t1",
            **at("in March"),
            type="DATE",
            value="2017-03",
            from_="2017-03-01",
            to="2017-03-31",
            relation="in",
            rule="month",
            granularity="month",
            anchor="published 2017-10-28",
            direction="past",
            score=0.8,
            rivals=(RivalTime(value="2018-03", from_="2018-03-01", to="2018-03-31", score=0.2, why="looks ahead"),),
            derivation=("March without a year", "2017-03-01 to 2017-03-31"),
        ),
    )
    outline = {"type": "Polygon", "coordinates": [_LIBYA]}
    camps = {"type": "Polygon", "coordinates": [[[14.3, 31.6], [14.5, 31.6], [14.5, 31.9], [14.3, 31.9], [14.3, 31.6]]]}

    def point(lat: float, lon: float) -> dict[str, Any]:
        return {"type": "Point", "coordinates": [lon, lat]}

    turkey = entry("geonames:1", "Sirt", "TR")
    places = (
        Place(id="p1", **at("Libya"), use="literal", gazetteer=entry("country:LY", "Libya", "LY", "country")),
        Place(
            id="p2",
            **at("25 miles east of Bani Waleed"),
            use="literal",
            relation=PlaceRelation(kind="distance", distance_km=(36.0, 44.0), bearing=90.0, anchors=("p3",)),
            geometry=camps,
            assumptions=("straight line, from the city centre",),
            derivation=("25 miles are 40 km", "east: 67.5° to 112.5°"),
        ),
        Place(
            id="p3",
            **at("Bani Waleed"),
            use="literal",
            gazetteer=entry("geonames:2217362", "Bani Walid", "LY"),
            geometry=point(31.757, 13.991),
            radius_km=5.0,
        ),
        Place(id="p4", **at("Syria"), use="literal", gazetteer=entry("country:SY", "Syria", "SY", "country")),
        Place(
            id="p5",
            **at("Sirte"),
            use="literal",
            gazetteer=entry("geonames:2210554", "Sirte", "LY", rivals=(turkey,)),
            geometry=point(31.209, 16.589),
            radius_km=8.0,
        ),
        Place(
            id="p6",
            **at("Qatar"),
            use="metonymic",
            gazetteer=entry("country:QA", "Qatar", "QA", "country"),
            geometry=point(25.3, 51.5),
        ),
        Place(id="p7", **at("Chad"), use="literal", gazetteer=entry("country:TD", "Chad", "TD", "country")),
    )
    places = (msgspec.structs.replace(places[0], geometry=outline, radius_km=748.0), *places[1:])
    moved = Movement(who="the militants", from_="p4", to="p5", via=("p7",), by="Qatar", direction=None)
    told: dict[str, dict[str, Any]] = {
        "c1": {"quantities": ("q1",), "times": ("t1",), "places": ("p1",)},
        "c2": {"quantities": ("q2",), "places": ("p2", "p3")},
        "c3": {"quantities": (), "places": ("p4", "p5", "p6", "p7"), "movement": moved},
        "c4": {"quantities": ("q3", "q4", "q5")},
    }
    claims = tuple(msgspec.structs.replace(claim, **told[claim.id]) for claim in reading.claims)
    checks = (
        Check(claim="c2", kind="distance", verdict="consistent", why="the camps lie 25.1 miles from Bani Walid"),
        Check(claim="c4", kind="arithmetic", verdict="inconsistent", why="885,000 is 2.4 times 365,000, not 3 times"),
    )
    made = msgspec.structs.replace(
        reading, quantities=quantities, times=times, places=places, claims=claims, checks=checks
    )
    return capture, made
