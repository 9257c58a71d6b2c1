"""What a name of a place stands for."""

from __future__ import annotations

import pytest
from small_world import layers, parsed

from sayso.measures.places.gazetteer import Gazetteer
from sayso.measures.places.name import Name
from sayso.measures.places.use import Uses
from sayso.nouns.mention import EntityType
from sayso.reader.layers import Token


def used(world: Gazetteer, text: str, place: str, tokens: tuple[Token, ...] = (), inside: str | None = None) -> str:
    kind: EntityType = "place"
    start = text.index(place)
    name = Name(start, start + len(place), place, "name", inside, "the reader calls it a place")
    entry = world.lookup(place)[0].entry
    return Uses(text, layers(text, (place, kind), tokens=tokens)).of(name, entry).use


def test_subject_of_a_verb_of_saying(world: Gazetteer) -> None:
    text = "Moscow denied the report."
    rows = [
        ("Moscow", "PROPN", 1, "nsubj"), ("denied", "VERB", -1, "root"), ("the", "DET", 3, "det"),
        ("report", "NOUN", 1, "obj"), (".", "PUNCT", 1, "punct"),
    ]  # fmt: skip
    assert used(world, text, "Moscow", parsed(text, rows)) == "metonymic"


def test_place_of_an_event(world: Gazetteer) -> None:
    text = "Snow fell in Moscow."
    rows = [
        ("Snow", "NOUN", 1, "nsubj"), ("fell", "VERB", -1, "root"), ("in", "ADP", 3, "case"),
        ("Moscow", "PROPN", 1, "obl"), (".", "PUNCT", 1, "punct"),
    ]  # fmt: skip
    assert used(world, text, "Moscow", parsed(text, rows)) == "literal"


def test_a_country_that_only_lies_there(world: Gazetteer) -> None:
    text = "Libya borders Egypt."
    rows = [("Libya", "PROPN", 1, "nsubj"), ("borders", "VERB", -1, "root"), ("Egypt", "PROPN", 1, "obj")]
    assert used(world, text, "Libya", parsed(text, rows)) == "literal"


@pytest.mark.parametrize(("noun", "use"), [("court", "associative"), ("airport", "literal"), ("province", "literal")])
def test_before_a_noun(world: Gazetteer, noun: str, use: str) -> None:
    text = f"A Moscow {noun} closed."
    rows = [
        ("A", "DET", 2, "det"), ("Moscow", "PROPN", 2, "compound"), (noun, "NOUN", 3, "nsubj"),
        ("closed", "VERB", -1, "root"), (".", "PUNCT", 3, "punct"),
    ]  # fmt: skip
    assert used(world, text, "Moscow", parsed(text, rows)) == use


def test_parties_to_talks(world: Gazetteer) -> None:
    text = "Talks with Russia ended."
    rows = [
        ("Talks", "NOUN", 3, "nsubj"), ("with", "ADP", 2, "case"), ("Russia", "PROPN", 0, "nmod"),
        ("ended", "VERB", -1, "root"),
    ]  # fmt: skip
    assert used(world, text, "Russia", parsed(text, rows)) == "metonymic"


@pytest.mark.parametrize(
    ("text", "use"),
    [
        ("Libya’s fisheries ministry closed the port.", "associative"),
        ("Libya’s deserts are dry.", "literal"),
        ("Libya said it would pay.", "metonymic"),
        ("Fighting in Libya said little.", "literal"),
        ("Libya (Reuters) – It rained.", "literal"),
        ("The envoy to Libya resigned.", "associative"),
        ("The road to Libya was closed.", "literal"),
    ],
)
def test_without_syntax(world: Gazetteer, text: str, use: str) -> None:
    assert used(world, text, "Libya") == use


def test_inside_the_name_of_a_body(world: Gazetteer) -> None:
    assert used(world, "The Moscow Times wrote.", "Moscow", inside="The Moscow Times") == "associative"
