"""Relative places: what is found, what it means, and what is left alone."""

from __future__ import annotations

import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from toy_world import ENTRIES, LAYERS, ToyGazetteer, document, names

from sayso.measures.places.geo import destination, from_geojson
from sayso.measures.places.relative import relative_places
from sayso.nouns import Place

WORLD = ToyGazetteer()


def read(text: str, title: str | None = None) -> tuple[Place, ...]:
    return relative_places(document(text, title), LAYERS, names(text), WORLD)


def only(text: str, title: str | None = None) -> Place:
    found = read(text, title)
    assert len(found) == 1, [place.text for place in found]
    return found[0]


def holds(place: Place, lat: float, lon: float) -> bool:
    assert place.geometry is not None, place.derivation
    return bool(from_geojson(place.geometry).covers(shapely.Point(lon, lat)))


def anchor_names(place: Place, text: str) -> list[str]:
    assert place.relation is not None
    by_id = {p.id: p.text for p in names(text)}
    return [by_id.get(a) or ENTRIES[a].name for a in place.relation.anchors]


#: a text | the phrase in it | the kind | the bearing | the anchors
FOUND = """
A camp stood about 25 miles east of the town of Dorn. | about 25 miles east of the town of Dorn | distance | 90 | Dorn
It lies eight kilometres south of Dorn. | eight kilometres south of Dorn | distance | 180 | Dorn
It lies 15 to 18 km north of Dorn. | 15 to 18 km north of Dorn | distance | 0 | Dorn
It lies 300 miles (483 km) southwest from Dorn. | 300 miles (483 km) southwest from Dorn | distance | 225 | Dorn
The dam is within 7.5 kilometers of Dorn. | within 7.5 kilometers of Dorn | distance |  | Dorn
A village 40 km north-east of Dorn was hit. | 40 km north-east of Dorn | distance | 45 | Dorn
Mell is about 30 kilometres from Dorn. | about 30 kilometres from Dorn | distance |  | Dorn
He lives a few kilometres from Dorn. | a few kilometres from Dorn | near |  | Dorn
Camps were seen south of Dorn. | south of Dorn | bearing | 180 | Dorn
Shells fell north and west of Dorn. | north and west of Dorn | bearing | 315 | Dorn
They fled to southern Astria. | southern Astria | part | 180 | Astria
They fled to the north-east of Astria. | the north-east of Astria | part | 45 | Astria
The war in central Astria goes on. | central Astria | part |  | Astria
Farms in Astria’s far south burned. | Astria’s far south | part | 180 | Astria
Towns in the eastern part of Astria burned. | the eastern part of Astria | part | 90 | Astria
Astria's northern coast is rocky. | Astria's northern coast | part | 0 | Astria
In Dorn, 60 miles from the Bolian border, all is quiet. | 60 miles from the Bolian border | border |  | Bolia
Dorn lies near the border with Bolia. | near the border with Bolia | border |  | Bolia
Dorn, on the border with Bolia, is calm. | on the border with Bolia | border |  | Bolia
He is near the border between Astria and Bolia. | near the border between Astria and Bolia | border | | Astria, Bolia
A camp 12 km west of the Bolian border in Astria was hit. | 12 km west of the Bolian border | border | 270 | Bolia
A base near Dorn was hit. | near Dorn | near |  | Dorn
A base near Dorn, Astria, was hit. | near Dorn, Astria | near |  | Dorn
He sat near his parents’ Dorn home. | near his parents’ Dorn home | near |  | Dorn
Fires on the outskirts of Dorn spread. | on the outskirts of Dorn | near |  | Dorn
Fires in Dorn's eastern outskirts spread. | Dorn's eastern outskirts | near | 90 | Dorn
Fires in the suburbs of Dorn spread. | in the suburbs of Dorn | near |  | Dorn
The mine lies between Dorn and Mell. | between Dorn and Mell | between |  | Dorn, Mell
Cars were stopped on the highway between Dorn and Mell. | the highway between Dorn and Mell | along |  | Dorn, Mell
The ship sank off the coast of Astria. | off the coast of Astria | near |  | Astria
The ship sank off the Bolian coast. | off the Bolian coast | near |  | Bolia
They died on the reef off Havn. | the reef off Havn | near |  | Havn
Mills along the coast of Bolia closed. | along the coast of Bolia | along |  | Bolia
A mill 20 km upstream from Dorn closed. | 20 km upstream from Dorn | along |  | Dorn
A mill a two-hour drive north of Dorn closed. | a two-hour drive north of Dorn | bearing | 0 | Dorn
Dorn is large. The dam stood eight km south of the town. | eight km south of the town | distance | 180 | Dorn
Trucks went from Dorn to Mell, some 100 kilometres to the east. | some 100 kilometres to the east | distance | 90 | Dorn
DORN, Astria – Dorn is calm. Fighting 60 km south of here went on. | 60 km south of here | distance | 180 | Astria
"""


@pytest.mark.parametrize("row", FOUND.strip().splitlines())
def test_found(row: str) -> None:
    text, phrase, kind, bearing, anchors = (cell.strip() for cell in row.split("|"))
    place = only(text)
    assert text[place.start : place.end] == place.text == phrase
    assert place.relation is not None
    assert (place.relation.kind, place.relation.bearing) == (kind, float(bearing) if bearing else None)
    assert ", ".join(anchor_names(place, text)) == anchors
    assert place.derivation[0].startswith(f"“{phrase}”")


@pytest.mark.parametrize(
    "text",
    [
        "Talks between Astria and Bolia began.",
        "The match between Dorn and Mell was drawn.",
        "They walked 30 kilometres from Dorn to Mell.",
        "The Central Bank of Astria cut rates.",
        "They cut off Dorn from the north.",
        "Prices are near an all-time high.",
        "She looked north. He drove at 60 miles an hour.",
        "Outside Astria nobody noticed.",
        "The south won the cup, 3 km or not.",
        "Between Monday and Friday it rained.",
        "A bomb went off near the Astria embassy.",
    ],
)
def test_left_alone(text: str) -> None:
    assert read(text) == ()


def test_a_rounded_distance_has_a_range() -> None:
    about = only("A camp stood around 25 miles east of Dorn.").relation
    assert about is not None
    assert about.distance_km == pytest.approx((32.2, 48.3), abs=0.05)
    bare = only("A camp stood 25 miles east of Dorn.").relation
    assert bare is not None
    assert bare.distance_km == pytest.approx((36.2, 44.3), abs=0.05)
    within = only("The dam is within 7.5 km of Dorn.").relation
    assert within is not None
    assert within.distance_km == (0.0, 7.5)
    open_ = only("The dam is more than 100 km south of Dorn.").relation
    assert open_ is not None
    assert open_.distance_km is None


@settings(max_examples=40, deadline=None)
@given(st.integers(3, 250), st.sampled_from(["north", "east", "south-west", "north-east", "west"]), st.booleans())
def test_the_place_itself_lies_in_its_region(km: int, word: str, miles: bool) -> None:
    degrees = {"north": 0, "east": 90, "south-west": 225, "north-east": 45, "west": 270}[word]
    place = only(f"A camp stood {km} {'miles' if miles else 'km'} {word} of Dorn.")
    lat, lon = destination((25.0, 15.0), degrees, km * (1.609344 if miles else 1))
    assert holds(place, lat, lon)
    assert place.assumptions


def test_regions_are_cut_to_land_and_sea() -> None:
    inland = only("A camp 60 km north of Cape Sill was hit.")
    assert "not cut to land: nothing would be left" in inland.assumptions
    camp = only("A camp 30 km east of Cape Sill was hit.")
    assert holds(camp, 29.85, 15.3)
    assert not holds(camp, 30.12, 15.28)
    ship = only("The ship sank off the coast of Astria.")
    assert holds(ship, 30.3, 15)
    assert not holds(ship, 29.8, 15)


def test_a_border_band_lies_on_the_side_of_the_country_at_hand() -> None:
    place = only("In Dorn in Astria, 60 miles from the Bolian border, all is quiet.")
    assert any("region from 64 to 117 km: roads are longer" in told for told in place.assumptions)
    assert holds(place, 25, 19.05)
    assert not holds(place, 25, 20.95)
    west = only("A camp 12 km west of the border between Astria and Bolia was hit.")
    assert holds(west, 25, 19.88)
    assert not holds(west, 25, 20.12)


def test_a_part_keeps_its_other_reading() -> None:
    place = only("They fled to southern Astria.")
    assert holds(place, 21, 15)
    assert not holds(place, 29, 15)
    assert any("another reading" in text for text in place.assumptions)


def test_bearing_without_distance_stays_in_the_country() -> None:
    place = only("Camps were seen east of Mell.")
    assert holds(place, 25, 16.5)
    assert any(text.startswith("bounded by") for text in place.assumptions)
    near = only("Camps were seen just east of Mell.")
    assert near.radius_km is not None
    assert place.radius_km is not None
    assert near.radius_km < place.radius_km / 3


def test_the_town_is_the_one_that_the_title_names() -> None:
    text = "Dorn and Mell are quiet. Havn, 80 km south of the city, is not."
    found = relative_places(document(text, "Mell waits"), LAYERS, names(text), WORLD)
    assert [anchor_names(place, text) for place in found] == [["Mell"]]


def test_a_division_gives_way_to_its_town() -> None:
    text = "A camp 30 km east of Dorn was hit."
    (dorn,) = names(text)
    import msgspec

    assert dorn.gazetteer is not None
    division = msgspec.structs.replace(
        dorn, gazetteer=msgspec.structs.replace(dorn.gazetteer, id="toy:dorn-district", kind="admin1")
    )
    (place,) = relative_places(document(text), LAYERS, (division,), WORLD)
    assert holds(place, *destination((25.0, 15.0), 90, 30))


def test_a_people_has_no_north() -> None:
    import msgspec

    text = "The towns of northern Astrian herders burned."
    at = text.index("Astrian")
    people = msgspec.structs.replace(names("Astria")[0], start=at, end=at + 7, text="Astrian", use="associative")
    assert relative_places(document(text), LAYERS, (people,), WORLD) == ()


def test_without_a_gazetteer_the_relation_stays() -> None:
    text = "A camp 30 km east of Dorn was hit."
    (place,) = relative_places(document(text), LAYERS, names(text), None)
    assert place.relation is not None
    assert place.relation.anchors == ("p1",)
    assert place.geometry is None


def test_an_anchor_that_is_not_resolved_keeps_the_relation() -> None:
    import msgspec

    text = "A camp 30 km east of Dorn was hit."
    unknown = tuple(msgspec.structs.replace(place, gazetteer=None) for place in names(text))
    (place,) = relative_places(document(text), LAYERS, unknown, WORLD)
    assert place.relation is not None
    assert place.relation.bearing == 90
    assert place.geometry is None
    assert "not resolved" in place.derivation[-1]


@pytest.mark.parametrize(
    "text",
    [
        "north " * 3000, "the " * 3000 + "border", "near " * 3000, "5 km " * 3000, "between Dorn and " * 800,
        "about some nearly " * 1000 + "5 km north of Dorn", "the town of " * 1500, "\ue000\ue001" * 2000 + " near Dorn",
        "5" * 5000 + " km north of Dorn", "north-" * 2000 + " of Dorn", "twenty-" * 3000 + "five miles east of Dorn",
        "off the " * 2000, "(" * 3000 + "5 km north of Dorn", "from Dorn to " * 1000, "1,000," * 2000 + " km from Dorn",
    ],
    ids=lambda text: text[:12],
)  # fmt: skip
def test_hostile_text_is_read_in_passing(text: str) -> None:
    for place in read(text):
        assert text[place.start : place.end] == place.text


@settings(max_examples=100, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "north",
                "south-east",
                "of",
                "the",
                "border",
                "with",
                "Dorn",
                "Astria",
                "25",
                "km",
                "miles",
                "near",
                "off",
                "between",
                "and",
                "coast",
                "town",
                ",",
                ".",
                "about",
                "from",
                "to",
                "it",
                "away",
                "here",
                "its",
                "northern",
                "Bolian",
                "\ue000",
                "İ\n",
                "😀",
            ]
        ),
        max_size=40,
    )
)
def test_any_text_gives_ranges_that_fit(words: list[str]) -> None:
    text = " ".join(words)
    last = 0
    for place in read(text):
        assert place.start >= last
        assert text[place.start : place.end] == place.text
        assert place.relation is not None
        last = place.end
