"""Pronouns and descriptions: whom they mean, and when they mean nobody."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plain_documents import document
from sayso.nouns import Mention
from sayso.reader.layers import Layers, Token
from sayso.reader.rules import RulesReader
from sayso.speakers import resolve
from sayso.speakers.figures import sex_of_name, sex_of_word
from sayso.speakers.scene import Scene


def meant(text: str, word: str) -> str | None:
    """The name of the entity that the last mention with that text has."""
    made = document(text)
    found = resolve(made, RulesReader().read(made))
    names = {entity.id: entity.name for entity in found.entities}
    return [names.get(m.entity or "") for m in found.mentions if m.text.lower() == word][-1]


@pytest.mark.parametrize(
    ("text", "word", "name"),
    [
        # agreement: what words and given names say, for the length of one reading
        ("Rosa Klein met Ivan Petrov on Monday. She left at noon.", "she", "Rosa Klein"),
        ("Rosa Klein met Ivan Petrov on Monday. He left at noon.", "he", "Ivan Petrov"),
        ("Ms Klein met Mr Petrov on Monday. On Tuesday Klein wrote to her.", "her", "Klein"),
        # who is quoted does not speak of himself as "he"
        ("Ivan Petrov met Mirko Lund. “He is late,” Petrov said.", "he", "Mirko Lund"),
        # first person in a quotation, named before it or after
        ("“I saw my ship burn,” said Rosa Klein.", "my", "Rosa Klein"),
        ("Rosa Klein said: “They took my ship.”", "my", "Rosa Klein"),
        # the writer's own "we" is nobody
        ("Rosa Klein left. Then we saw smoke.", "we", None),
        # a description in apposition is no rival
        ("Rosa Klein, a British woman, sued. She won her case.", "her", "Rosa Klein"),
        # nobody named yet
        ("It was late and he left.", "he", None),
    ],
)
def test_pronouns(text: str, word: str, name: str | None) -> None:
    assert meant(text, word) == name


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Gen. Ivan Petrov arrived. On Monday the general left.", "the general", "Ivan Petrov"),
        ("Rosa Klein, the mayor of Brell, arrived. The ship waited for the mayor.", "the mayor", "Rosa Klein"),
        ("The Brell Grain Board met. The ship waited for the board.", "the board", "Brell Grain Board"),
        ("The Lund Water Company met. The ship waited for the company.", "the company", "Lund Water Company"),
    ],
)
def test_descriptions(text: str, words: str, name: str) -> None:
    assert meant(text, words) == name


def test_two_holders_of_an_office_are_rivals() -> None:
    text = "Gen. Ivan Petrov and Gen. Mirko Lund arrived. On Monday the general left."
    made = document(text)
    found = resolve(made, RulesReader().read(made))
    assert not [m for m in found.mentions if m.text == "the general" and m.entity is not None]


def test_passers_by_are_left_out() -> None:
    made = document("Rosa Klein saw a fisherman. She waved.")
    assert "a fisherman" not in [m.text for m in resolve(made, RulesReader().read(made)).mentions]


@pytest.mark.parametrize(("word", "sign"), [("Mr", -1), ("spokeswoman", 1), ("mayor", 0), ("Ms", 1)])
def test_words_that_tell(word: str, sign: int) -> None:
    assert sex_of_word(word) == sign


def test_given_names_are_a_matter_of_degree() -> None:
    assert sex_of_name("Rosa Klein") > 0.9
    assert sex_of_name("Ivan Petrov") < -0.9
    assert -0.9 < sex_of_name("Robin Berg") < 0.9
    assert sex_of_name("Xqz") == 0.0


@pytest.mark.parametrize(
    ("text", "word", "slot"),
    [
        ("Rosa Klein left.", "Rosa Klein", "subj"),
        ("They told Rosa Klein.", "Rosa Klein", "obj"),
        ("They went with Rosa Klein.", "Rosa Klein", "obl"),
        ("They took Rosa Klein's ship.", "Rosa Klein", "poss"),
        ("They took her ship.", "her", "poss"),
        ("They told her to go.", "her", "obj"),
        ("They told her.", "her", "obj"),
    ],
)
def test_places_in_the_clause(text: str, word: str, slot: str) -> None:
    scene = Scene(text, RulesReader().read(document(text)))
    at = text.index(word)
    assert scene.spot(at, at + len(word)).slot == slot


def test_a_parse_is_used_where_there_is_one() -> None:
    text = "Rosa left"
    tokens = (Token(start=0, end=4, head=1, deprel="obj"), Token(start=5, end=9, head=-1, deprel="root"))
    layers = Layers(sentences=((0, 9),), tokens=tokens, quotations=(), mentions=(), attributions=())
    assert Scene(text, layers).spot(0, 4).slot == "obj"


WORDS = [
    "Rosa",
    "Klein",
    "Petrov",
    "he",
    "she",
    "her",
    "his",
    "they",
    "it",
    "I",
    "we",
    "“",
    "”",
    "said",
    "the",
    "mayor",
    "a",
    "fisherman",
    ",",
    ".",
    "told",
    "Gen.",
    "the",
    "group",
]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=50))
def test_every_link_is_to_an_entity_of_the_document(words: list[str]) -> None:
    made = document(" ".join(words))
    found = resolve(made, RulesReader().read(made))
    ids = {entity.id for entity in found.entities}
    linked: list[Mention] = [m for m in found.mentions if m.entity is not None]
    assert {m.entity for m in linked} <= ids
    assert all(m.form != "nominal" or m.entity is not None for m in found.mentions)
