"""Which stretches of a text are taken for names of places."""

from __future__ import annotations

import pytest
from small_world import layers

from sayso.measures.places.gazetteer import Gazetteer
from sayso.measures.places.names import find_names
from sayso.nouns.mention import EntityType


def found(world: Gazetteer | None, text: str, *names: tuple[str, EntityType]) -> list[str]:
    return [name.text for name in find_names(text, layers(text, *names), world)]


def test_what_the_reader_calls_a_place_is_one_even_if_nobody_knows_it(world: Gazetteer) -> None:
    assert found(world, "Rain fell on Vetren.", ("Vetren", "place")) == ["Vetren"]


def test_adjectives_of_countries_are_places_and_other_groups_are_not(world: Gazetteer) -> None:
    text = "Libyan and Islamic groups met."
    names = find_names(text, layers(text, ("Libyan", "group"), ("Islamic", "group")), world)
    assert [(n.text, n.form) for n in names] == [("Libyan", "adjective")]


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("They met in a Turkish harbour.", "adjective"),
        ("They met in the town of Turkish.", "name"),
        ("They met in Turkish, Texas.", "name"),
    ],
)
def test_an_adjective_before_its_noun_is_no_small_town_of_that_name(world: Gazetteer, text: str, form: str) -> None:
    name = find_names(text, layers(text, ("Turkish", "place")), world)[0]
    assert (name.text, name.form) == ("Turkish", form)


def test_a_place_inside_the_name_of_a_body(world: Gazetteer) -> None:
    text = "The Mansfield Police Department closed the road."
    (name,) = find_names(text, layers(text, ("Mansfield Police Department", "organization")), world)
    assert (name.text, name.inside) == ("Mansfield", "Mansfield Police Department")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He lives in Houston.", ["Houston"]),
        ("Houston smiled.", []),
        ("They fled the town of Houston.", ["Houston"]),
    ],
)
def test_what_the_reader_calls_a_person_needs_the_words_of_a_place(
    world: Gazetteer, text: str, expected: list[str]
) -> None:
    assert found(world, text, ("Houston", "person")) == expected


def test_a_persons_last_name_is_no_place(world: Gazetteer) -> None:
    text = "Whitney Houston sang. The crowd was in Houston at her feet."
    assert found(world, text, ("Whitney Houston", "person"), ("Houston", "person")) == []


@pytest.mark.parametrize("text", ["Reading is fun.", "It was Nice of May.", "They gave us bread."])
def test_common_words_are_no_places(world: Gazetteer, text: str) -> None:
    assert found(world, text) == []


def test_countries_are_known_without_the_reader(world: Gazetteer) -> None:
    assert found(world, "Trucks crossed into Libya, far from the U.S. border.") == ["Libya", "U.S."]


def test_north_africa_is_one_name(world: Gazetteer) -> None:
    assert found(world, "Fuel is dear in North Africa.", ("North Africa", "place")) == ["North Africa"]


def test_north_african_is_one_adjective(world: Gazetteer) -> None:
    text = "Other North African states agreed."
    names = find_names(text, layers(text, ("African", "group")), world)
    assert [(n.text, n.form) for n in names] == [("North African", "adjective")]


def test_two_names_in_one_mention_are_two(world: Gazetteer) -> None:
    assert found(world, "She moved to Bangor, Maine last year.", ("Bangor, Maine", "place")) == ["Bangor", "Maine"]


def test_without_a_gazetteer_the_readers_places_are_left() -> None:
    assert found(None, "Sirte fell.", ("Sirte", "place")) == ["Sirte"]
