"""The places of a document, whole: ids, ranges, geometry and the steps that led there."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from small_world import ROWS, document, layers

from sayso.measures.places import find_places
from sayso.measures.places.gazetteer import Gazetteer
from sayso.nouns.measures import Place
from sayso.nouns.mention import EntityType

PAGE = "Libyan guards left Sirte, Libya. Moscow said it was glad. A boat was seen at 32.76° N, 12.48° E."


def places(world: Gazetteer | None, text: str = PAGE) -> tuple[Place, ...]:
    names: list[tuple[str, EntityType]] = [
        ("Libyan", "group"), ("Sirte", "place"), ("Libya", "place"), ("Moscow", "place"),
    ]  # fmt: skip
    return find_places(document(text), layers(text, *names), gazetteer=world)


def test_only_literal_places_are_on_the_map(world: Gazetteer) -> None:
    found = {p.text: p for p in places(world)}
    assert {text: p.use for text, p in found.items()} == {
        "Libyan": "associative",
        "Sirte": "literal",
        "Libya": "literal",
        "Moscow": "metonymic",
        "32.76° N, 12.48° E": "literal",
    }
    for p in found.values():
        assert (p.geometry is not None) == (p.use == "literal")
        assert (p.radius_km is not None) == (p.use == "literal")
    moscow = found["Moscow"].gazetteer
    assert moscow is not None
    assert moscow.country == "RU"


def test_points_are_longitude_first(world: Gazetteer) -> None:
    found = {p.text: p.geometry for p in places(world)}
    assert found["Sirte"] == {"type": "Point", "coordinates": [16.59, 31.21]}
    assert found["32.76° N, 12.48° E"] == {"type": "Point", "coordinates": [12.48, 32.76]}


def test_every_place_says_how_it_was_found(world: Gazetteer) -> None:
    steps = {p.text: p.derivation for p in places(world)}
    assert "resolved to Sirte, city in Surt, LY" in " | ".join(steps["Sirte"])
    assert "it is written with Libya, where it lies" in steps["Sirte"]
    assert steps["Moscow"][-1].startswith("metonymic use")


def test_a_river_is_where_the_town_beside_it_is(world: Gazetteer) -> None:
    text = "Barges sank on the Paraná near Encarnación."
    found = find_places(document(text), layers(text, ("Paraná", "place"), ("Encarnación", "place")), gazetteer=world)
    river = next(p for p in found if p.text == "Paraná")
    assert river.geometry is not None
    assert river.geometry["coordinates"] == pytest.approx([-55.89, -27.34], abs=0.05)
    assert river.assumptions == ("the part of the river that is nearest to Encarnación",)


def test_without_a_gazetteer_names_are_unresolved(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sayso.measures.places.find.gazetteer_or_fault", lambda: None)
    found = places(None)
    assert [p.text for p in found] == ["Sirte", "Libya", "Moscow", "32.76° N, 12.48° E"]
    assert all(p.gazetteer is None for p in found)
    assert "not resolved: there is no gazetteer" in found[0].derivation


_WORDS = st.sampled_from(
    [*(row[0] for row in ROWS), "and", "in", "said", "the town of", ",", ".", "\n", "Police", "35° N"]
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(_WORDS, max_size=25))
def test_whatever_the_words_ranges_hold(world: Gazetteer, words: list[str]) -> None:
    text = " ".join(words)
    kinds: list[tuple[str, EntityType]] = [("Tripoli", "place"), ("Paris", "person"), ("Georgia", "organization")]
    found = find_places(document(text), layers(text, *kinds), gazetteer=world)
    assert [p.id for p in found] == [f"p{number}" for number in range(1, len(found) + 1)]
    ids = {p.id for p in found}
    for p in found:
        assert text[p.start : p.end] == p.text
        assert p.derivation
        if p.gazetteer is not None:
            assert 0 < p.gazetteer.score <= 1
        if p.relation is not None:
            assert {a for a in p.relation.anchors if a.startswith("p") and a[1:].isdigit()} <= ids
    assert [p.start for p in found] == sorted(p.start for p in found)
