"""Figures, movements, checks and regions: what is asked of them, and what comes of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from made_readings import page
from measured_readings import LIBYA, entry, measured
from sayso.errors import ConfigError
from sayso.ledger import Ledger, make_filters
from sayso.ledger.measure_rows import place_rows
from sayso.nouns import Movement, Place, PlaceRelation, Quantity
from sayso.origins.words import head


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    with Ledger.open(tmp_path_factory.mktemp("ledger") / "ledger.db") as made:
        made.add(*measured())
        made.add(*page(source="dam.html", published="2016-01-01"))
        assert made.verify() == []
        yield made


FIGURES: list[tuple[dict[str, Any], list[str]]] = [
    ({}, ["q1", "q2", "q3", "q4", "q5", "q1"]),  # the newest page first, then as the page has them
    ({"query": "fighters"}, ["q1"]),
    ({"published": "2016"}, ["q1"]),
    ({"by": "officials"}, ["q2"]),
    ({"of": "fighters"}, ["q1"]),
    ({"of": "fighter"}, ["q1"]),
    ({"of": "IS fighter"}, ["q1"]),
    ({"of": "FIGHTERS people"}, ["q1"]),
    ({"of": "fight"}, []),
    ({"of": "outputs"}, ["q3", "q4"]),
    ({"of": "%"}, []),
    ({"unit": "people"}, ["q1"]),
    ({"unit": "Miles"}, ["q2"]),
    ({"unit": "barrel/day"}, ["q3", "q4"]),
    ({"unit": "barrel"}, []),
    ({"unit": "barrels/day"}, ["q3", "q4"]),
    ({"shown_in": "kilometres"}, ["q2"]),
    ({"shown_in": "km", "minimum": "40"}, ["q2"]),
    ({"shown_in": "km", "minimum": "41"}, []),
    ({"shown_in": "barrel/week", "sort": "thing"}, ["q4", "q3"]),
    ({"shown_in": "hectare"}, []),
    ({"shown_in": "nonsense"}, []),
    ({"minimum": "6,000"}, ["q1", "q3", "q4"]),
    ({"minimum": "7000.5"}, ["q3", "q4"]),
    ({"maximum": "25"}, ["q2", "q5", "q1"]),
    ({"minimum": "29", "maximum": "31", "published": "2017"}, ["q5"]),  # up to 30 can be 30
    ({"unit": "people", "minimum": "5500", "maximum": "5600"}, ["q1"]),
    ({"verdict": ("inconsistent",)}, ["q3", "q4", "q5"]),
    ({"verdict": ("inconsistent,consistent",), "maximum": "28"}, ["q2", "q5"]),
    ({"place": "Libya"}, ["q1", "q2"]),  # Bani Walid lies there
    ({"near": "31.75,14.4,1"}, ["q2"]),  # in the camps
    ({"near": "27,17,1"}, []),
    ({"near": "27,17,750"}, ["q1", "q2"]),  # as far as Libya reaches
    ({"limit": 2}, ["q1", "q2"]),
    ({"limit": 2, "offset": 1}, ["q2", "q3"]),
    ({"sort": "thing"}, ["q1", "q5", "q1", "q2", "q4", "q3"]),  # by unit, what is counted, size
    ({"query": "output OR fighters", "sort": "relevance"}, ["q1", "q3", "q4", "q5"]),
]


@pytest.mark.parametrize(("asked", "wanted"), FIGURES, ids=[str(asked) for asked, _ in FIGURES])
def test_figures_meet_the_filters(ledger: Ledger, asked: dict[str, Any], wanted: list[str]) -> None:
    found = [figure.id for figure in ledger.figures(make_filters(**asked))]
    assert (sorted(found) == sorted(wanted)) if asked.get("sort") == "relevance" else (found == wanted)


def test_a_figure_comes_with_its_claim_its_chain_its_times_and_its_places(ledger: Ledger) -> None:
    (figure,) = ledger.figures(make_filters(query="fighters"))
    stored = ledger.reading("libya.txt").quantities[0]
    assert {name: getattr(figure, name) for name in stored.__struct_fields__} == {
        name: getattr(stored, name) for name in stored.__struct_fields__
    }
    assert (figure.claim.id, figure.claim.status) == ("c1", "asserted")
    assert [(hop.speaker, hop.cue) for hop in figure.hops] == [("Thomas Waldhauser", "stated")]
    assert [(time.id, time.from_, time.to) for time in figure.times] == [("t1", "2017-03-01", "2017-03-31")]
    assert [(place.id, place.name, place.country, place.kind) for place in figure.places] == [
        ("p1", "Libya", "LY", "country")
    ]
    assert figure.document.source == "libya.txt"
    assert figure.checks == ()


def test_a_converted_figure_keeps_its_words_and_says_what_was_done(ledger: Ledger) -> None:
    (figure,) = ledger.figures(make_filters(shown_in="km"))
    assert (figure.unit, figure.text, figure.claim.id) == ("km", "25 miles", "c2")
    assert figure.low == figure.high == pytest.approx(40.2336)
    assert figure.derivation[-1] == "mile in km, by the table of units"
    assert [f.low for f in ledger.figures(make_filters(shown_in="barrel/week", of="output"))] == [6195000, 2065000]


@pytest.mark.parametrize(
    ("thing", "noun"),
    [
        ("is fighters in libya", "fighters"),
        ("barrels of oil", "barrels"),
        ("people who fled", "people"),
        ("of oil", "oil"),
        ("dam", "dam"),
        ("", ""),
    ],
)
def test_the_noun_that_is_counted(thing: str, noun: str) -> None:
    assert head(thing) == noun


def test_a_derived_figure_says_so_and_whence(ledger: Ledger) -> None:
    (derived,) = (f for f in ledger.figures(make_filters()) if f.derived)
    assert (derived.base, derived.low, derived.approximate) == ("q3", 295000, True)
    assert [check.verdict for check in derived.checks] == ["inconsistent"]


def test_a_figure_in_two_claims_is_there_twice(tmp_path: Path) -> None:
    capture, reading = measured()
    first, second, *others = reading.claims
    both = msgspec.structs.replace(second, quantities=("q1", "q2", "q9"))  # there is no q9
    with Ledger.open(tmp_path / "l.db") as ledger:
        ledger.add(capture, msgspec.structs.replace(reading, claims=(first, both, *others)))
        found = [(f.id, f.claim.id) for f in ledger.figures(make_filters(maximum="5000", query="IS OR camps"))]
        assert found == [("q1", "c1"), ("q1", "c2"), ("q2", "c2")]
        assert ledger.verify() == []


MOVEMENTS: list[tuple[dict[str, Any], int]] = [
    ({}, 1),
    ({"query": "qatar"}, 1),
    ({"query": "fighters"}, 0),
    ({"origin": "Syria"}, 1),
    ({"origin": "Chad"}, 0),
    ({"goal": "sirte"}, 1),
    ({"goal": "Libya"}, 1),  # Sirte lies there
    ({"goal": "Syria"}, 0),
    ({"origin": "syria", "goal": "libya"}, 1),
    ({"place": "chad"}, 1),
    ({"near": "31.2,16.5,1"}, 1),  # Sirte reaches so far
    ({"by": "ann bell", "status": ("asserted",)}, 1),
    ({"status": ("planned",)}, 0),
    ({"verdict": ("consistent",)}, 0),
]


@pytest.mark.parametrize(("asked", "wanted"), MOVEMENTS, ids=[str(asked) for asked, _ in MOVEMENTS])
def test_movements_meet_the_filters(ledger: Ledger, asked: dict[str, Any], wanted: int) -> None:
    assert len(list(ledger.movements(make_filters(**asked)))) == wanted


def test_a_movement_comes_with_its_way(ledger: Ledger) -> None:
    (moved,) = ledger.movements(make_filters())
    assert moved.from_ is not None
    assert moved.to is not None
    assert (moved.who, moved.from_.name, [p.name for p in moved.via], moved.to.name, moved.by, moved.direction) == (
        "the militants",
        "Syria",
        ["Chad"],
        "Sirte",
        "Qatar",
        None,
    )
    assert (moved.to.lat, moved.to.lon, moved.to.radius_km) == (31.209, 16.589, 8.0)
    assert moved.claim.text == "Qatar moved the militants from Syria by way of Chad to Sirte."
    assert [hop.speaker for hop in moved.hops] == ["Ann Bell"]


def test_a_movement_may_have_a_direction_alone_and_places_that_are_not_there(tmp_path: Path) -> None:
    capture, reading = measured()
    south = Movement(who="militants", from_="p99", to=None, by=None, direction="south", via=("p5", "p98"))
    claims = (msgspec.structs.replace(reading.claims[0], movement=south), *reading.claims[1:])
    with Ledger.open(tmp_path / "l.db") as ledger:
        ledger.add(capture, msgspec.structs.replace(reading, claims=claims))
        moved, _ = ledger.movements(make_filters())
        assert (moved.from_, moved.to, moved.direction, [place.id for place in moved.via]) == (
            None,
            None,
            "south",
            ["p5"],
        )
        assert ledger.verify() == []


NEAR = [
    ("31.3,16.6,3", {"c3"}),  # within Sirte's radius
    ("31.3,16.6,2", set()),
    ("31.75,14.4,0", {"c2"}),  # in the camps
    ("31.75,14.6,10", {"c2"}),  # 9.5 km from their edge
    ("31.75,14.6,9", set()),
    ("36,16,300", set()),
    ("36,16,747", {"c2", "c3"}),
    ("36,16,748", {"c1", "c2", "c3"}),  # all of Libya is of that size
    ("25.3,51.5,50", set()),  # Qatar stands for its government
]


@pytest.mark.parametrize(("near", "wanted"), NEAR)
def test_near_means_near_to_the_region(ledger: Ledger, near: str, wanted: set[str]) -> None:
    found = {claim.id for claim in ledger.claims(make_filters(near=near))}
    assert found == wanted
    assert bool(list(ledger.documents(make_filters(near=near)))) == bool(wanted)


@pytest.mark.parametrize(
    ("kind", "km", "near", "found"),
    [
        ("sea", 400.0, 1, True),
        ("region", 600.0, 1, False),
        ("region", 600.0, 601, True),
        ("country", 400.0, 1, False),
        ("country", None, 1, True),
        (None, 1400.0, 1, True),  # described by the page itself
        (None, 1600.0, 1, False),
    ],
)
def test_what_is_vast_is_nowhere_in_particular(
    tmp_path: Path, kind: str | None, km: float | None, near: float, found: bool
) -> None:
    capture, reading = measured()
    here = msgspec.structs.replace(
        reading.places[0], gazetteer=entry("x:1", "X", "LY", kind) if kind else None, radius_km=km
    )
    with Ledger.open(tmp_path / "l.db") as ledger:
        ledger.add(capture, msgspec.structs.replace(reading, places=(here,)))
        assert bool(list(ledger.claims(make_filters(near=f"27,17,{near}")))) == found


def test_near_is_near_across_the_antimeridian_and_at_the_poles(tmp_path: Path) -> None:
    def at(lat: float, lon: float, km: float) -> Place:
        point = {"type": "Point", "coordinates": [lon, lat]}
        return Place(id="p1", start=0, end=1, text="x", use="literal", geometry=point, radius_km=km)

    with Ledger.open(tmp_path / "l.db") as ledger:
        for name, place in (("fiji", at(-17, 179.99, 5)), ("pole", at(89.9, 0, 0))):
            capture, reading = page(source=name, place=("X", 0, 0))
            ledger.add(capture, msgspec.structs.replace(reading, places=(place,)))

        def near(text: str) -> list[str]:
            return [document.source for document in ledger.documents(make_filters(near=text))]

        assert near("-17,-179.99,1") == ["fiji"]
        assert near("-17,-179.9,1") == []
        assert near("89.9,180,30") == ["pole"]
        assert near("90,77,12") == ["pole"]
        assert near("90,77,11") == []


PLACES = [
    ("Libya", {"c1", "c2", "c3"}),
    ("State of Libya", {"c1", "c2", "c3"}),
    ("sirte", {"c3"}),
    ("Bani Walid", {"c2"}),  # the gazetteer's name, and not the page's
    ("Bani Waleed", {"c2"}),
    ("Qatar", {"c3"}),  # named, though it stands for its government
    ("Turkey", set()),  # a rival that was not chosen
]


@pytest.mark.parametrize(("name", "wanted"), PLACES)
def test_a_place_is_found_by_its_names_and_by_its_country(ledger: Ledger, name: str, wanted: set[str]) -> None:
    assert {claim.id for claim in ledger.claims(make_filters(place=name))} == wanted


@pytest.mark.parametrize(
    ("kind", "anchors", "wanted"),
    [
        ("distance", ("p3",), "LY"),
        ("between", ("p3", "p5"), "LY"),
        ("between", ("p3", "p4"), None),  # Syria
        ("between", ("p3", "p99"), None),
        ("bearing", ("country:LY",), "LY"),
        ("border", ("p3",), None),  # may lie across it
    ],
)
def test_a_relative_place_lies_in_the_country_of_its_anchors(kind: Any, anchors: tuple[str, ...], wanted: str) -> None:
    reading = measured()[1]
    relative = msgspec.structs.replace(reading.places[1], relation=PlaceRelation(kind=kind, anchors=anchors))
    rows = place_rows(msgspec.structs.replace(reading, places=(relative, *reading.places[2:])))
    assert rows[0]["country"] == wanted


def test_checks_go_with_the_claims_that_they_test(ledger: Ledger) -> None:
    found = {c.id: [check.verdict for check in c.checks] for c in ledger.claims(make_filters(published="2017"))}
    assert found == {"c1": [], "c2": ["consistent"], "c3": [], "c4": ["inconsistent"]}
    assert [c.id for c in ledger.claims(make_filters(verdict=("consistent",)))] == ["c2"]
    assert [d.source for d in ledger.documents(make_filters(verdict=("inconsistent",)))] == ["libya.txt"]
    assert [s.speaker for s in ledger.sources(make_filters(verdict=("consistent",)))] == ["officials"]


def test_a_new_reading_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    capture, reading = measured()
    with Ledger.open(tmp_path / "l.db") as ledger:
        ledger.add(capture, reading)
        bare = msgspec.structs.replace(reading, quantities=(), checks=())
        ledger.add(capture, msgspec.structs.replace(bare, claims=reading.claims[:2]))
        assert list(ledger.figures(make_filters())) == []
        assert list(ledger.movements(make_filters())) == []
        assert [claim.checks for claim in ledger.claims(make_filters())] == [(), ()]
        assert len(ledger.reading("libya.txt", 1).checks) == 2
        assert ledger.verify() == []


@pytest.mark.parametrize("table", ["quantities", "places", "movements", "routes", "checks"])
def test_a_lost_row_is_told(tmp_path: Path, table: str) -> None:
    with Ledger.open(tmp_path / "l.db") as ledger:
        ledger.add(*measured())
        with ledger._dialect.writing() as connection:
            connection.exec_driver_sql(f"DELETE FROM {table}")
        (fault,) = ledger.verify()
        assert table in fault


@pytest.mark.parametrize("value", [10**30, -1.5, 0, float("inf"), 1e-300])
def test_any_number_can_be_stored(tmp_path: Path, value: float) -> None:
    capture, reading = measured()
    odd = Quantity(
        id="q1", start=0, end=1, text="x\x00", low=value, high=None, approximate=False, unit=None, of="\x00", kind="x"
    )
    with Ledger.open(tmp_path / "l.db") as ledger:
        try:
            ledger.add(capture, msgspec.structs.replace(reading, quantities=(odd,)))
        except OverflowError:  # JSON has no such number: no reading can hold it
            assert value == 10**30
            return
        (figure,) = ledger.figures(make_filters())
        assert figure.low == (value if value != float("inf") else None)
        assert ledger.verify() == []


@pytest.mark.parametrize(
    "geometry",
    [{}, {"type": "Polygon"}, {"type": "Polygon", "coordinates": [[[1, 2]]]}, {"coordinates": [["a", None]]}],
)
def test_a_geometry_that_makes_no_sense_is_stored_and_asked(tmp_path: Path, geometry: dict[str, Any]) -> None:
    capture, reading = measured()
    odd = msgspec.structs.replace(reading.places[0], geometry=geometry)
    with Ledger.open(tmp_path / "l.db") as ledger:
        ledger.add(capture, msgspec.structs.replace(reading, places=(odd,)))
        list(ledger.claims(make_filters(near="2,1,20000")))
        assert ledger.verify() == []


typed = st.text(st.sampled_from("ab\"'*-()^%_?;,.\x00\ud800sé1"), max_size=12)


@given(of=typed, unit=typed, origin=typed, goal=typed)
@settings(deadline=None, max_examples=40)
def test_nothing_that_can_be_typed_is_an_error(ledger: Ledger, of: str, unit: str, origin: str, goal: str) -> None:
    list(ledger.figures(make_filters(of=of, unit=unit, shown_in=goal, place=origin)))
    list(ledger.movements(make_filters(origin=origin, goal=goal)))


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        ({"minimum": "many"}, "--min: 'many' is no number"),
        ({"maximum": "inf"}, "--max: 'inf' has no end"),
        ({"verdict": ("true",)}, "--verdict: 'true' is none of: consistent"),
    ],
)
def test_what_cannot_be_used_is_said(asked: dict[str, Any], says: str) -> None:
    with pytest.raises(ConfigError, match=says):
        make_filters(**asked)


def test_the_article_of_these_tests_has_four_claims() -> None:
    assert len(measured()[1].claims) == len(LIBYA)
