"""Names as the news writes them, and what they may mean."""

from __future__ import annotations

import pytest

from sayso.measures.places.gazetteer import Gazetteer


@pytest.mark.parametrize(
    ("name", "id"),
    [
        ("Libya", "country:LY"),
        ("U.S.", "country:US"),
        ("US", "country:US"),
        ("Britain", "country:GB"),
        ("Ivory Coast", "country:CI"),
        ("Czechia", "country:CZ"),
        ("Paris", "geonames:2988507"),
        ("Moscow", "geonames:524901"),
        ("Bani Walid", "geonames:2218840"),
        ("Sabratha", "geonames:2212771"),
        ("Benghazi", "geonames:88319"),
        ("Calif.", "geonames:5332921"),
        ("Fezzan", "sayso:fezzan"),
        ("Es Sider", "sayso:es-sider"),
        ("Ras Lanuf", "sayso:ras-lanuf"),
        ("the Gulf of Sidra", "sayso:gulf-of-sirte"),
        ("Darfur", "sayso:darfur"),
        ("the Balkans", "sayso:balkans"),
        ("Euphrates River", "sayso:euphrates"),
        ("Red Sea", "naturalearth:sea-red-sea"),
        ("Crimea", "geonames:703883"),
        ("North Africa", "sayso:north-africa"),
        ("Africa", "geonames:6255146"),
        ("Bab al-Mandab", "sayso:bab-el-mandeb"),
    ],
)
def test_the_best_match(gazetteer: Gazetteer, name: str, id: str) -> None:
    assert gazetteer.lookup(name)[0].entry.id == id


def test_rivals_are_kept(gazetteer: Gazetteer) -> None:
    assert {"LY", "LB", "GR", "US"} <= {m.entry.country for m in gazetteer.lookup("Tripoli")}
    assert {m.entry.kind for m in gazetteer.lookup("Georgia")} >= {"country", "admin1"}
    assert {m.entry.admin1 for m in gazetteer.lookup("Bangor")} >= {"Maine", "Wales", "Northern Ireland"}


def test_abbreviations_count_only_as_they_are_written(gazetteer: Gazetteer) -> None:
    assert gazetteer.lookup("US")[0].how == "abbreviation"
    assert "country:US" not in {m.entry.id for m in gazetteer.lookup("us")}
    assert "geonames:4436296" not in {m.entry.id for m in gazetteer.lookup("miss")}


def test_scores_say_how_the_name_was_met(gazetteer: Gazetteer) -> None:
    exact, folded = gazetteer.lookup("Bani Walid")[0], gazetteer.lookup("bani walid")[0]
    assert (exact.how, folded.how) == ("name", "folded")
    assert exact.score > folded.score > gazetteer.lookup("Londra")[0].score
    assert gazetteer.lookup("Londra")[0].how == "alternate"
    assert all(0 < m.score <= 1 for name in ("Tripoli", "US", "LON") for m in gazetteer.lookup(name))


def test_large_places_come_first_and_the_limit_holds(gazetteer: Gazetteer) -> None:
    people = [m.entry.population or 0 for m in gazetteer.lookup("Springfield")]
    assert people[0] == max(people) > 100_000
    assert len(gazetteer.lookup("Springfield", limit=3)) == 3


def test_a_scan_asks_how_names_begin(gazetteer: Gazetteer) -> None:
    assert all(map(gazetteer.starts, ("Bani", "bani", "Ras", "São", "Tripoli", "Saint")))
    assert not any(map(gazetteer.starts, ("Waldhauserx", "", "  ", "militantsss")))


def test_demonyms(gazetteer: Gazetteer) -> None:
    assert [e.id for e in gazetteer.demonym("Libyans")] == ["country:LY"]
    assert {e.id for e in gazetteer.demonym("Congolese")} == {"country:CD", "country:CG"}
    assert [e.name for e in gazetteer.demonym("Texan")] == ["Texas"]
    assert gazetteer.demonym("Martian") == []


def test_entries_say_where_they_are(gazetteer: Gazetteer) -> None:
    city = gazetteer.entry("geonames:2210247")
    assert city is not None
    assert (city.country, city.kind, city.source) == ("LY", "city", "geonames")
    assert 5 < city.radius_km < 20
    field = gazetteer.entry("sayso:rumaila")
    assert field is not None
    assert (field.kind, field.parent) == ("oilfield", "country:IQ")
    assert gazetteer.entry("geonames:0") is None
    assert gazetteer.country("ly") == gazetteer.entry("country:LY")


def test_within(gazetteer: Gazetteer) -> None:
    def entry(id: str):  # type: ignore[no-untyped-def]
        found = gazetteer.entry(id)
        assert found is not None
        return found

    sabha, tripoli = gazetteer.lookup("Sabha")[0].entry, entry("geonames:2210247")
    assert gazetteer.within(sabha, entry("sayso:fezzan"))
    assert not gazetteer.within(tripoli, entry("sayso:fezzan"))
    assert gazetteer.within(tripoli, entry("country:LY"))
    assert gazetteer.within(tripoli, entry("sayso:maghreb"))
    assert gazetteer.within(entry("sayso:es-sider"), entry("sayso:oil-crescent"))
    assert gazetteer.within(entry("country:TN"), entry("sayso:north-africa"))
    assert not gazetteer.within(entry("country:LY"), tripoli)
    assert not gazetteer.within(entry("sayso:sahel"), entry("country:ML"))


def test_every_country_has_a_place_a_name_and_is_where_it_should_be(gazetteer: Gazetteer) -> None:
    import shapely

    from sayso.lexicon import load

    for row in load("countries.csv"):
        entry = gazetteer.country(row["code"])
        assert entry is not None, row
        shape = gazetteer.shape(row["code"])
        if shape is None:
            assert row["code"] == "VA"
            continue
        assert shapely.distance(shape, shapely.Point(entry.lon, entry.lat)) < 2.5, row["name"]
        assert row["code"] in {m.entry.country for m in gazetteer.lookup(row["name"])}
