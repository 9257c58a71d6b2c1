"""Entities of a document, and sources linked to them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plain_documents import document
from sayso.nouns import Entity
from sayso.reader.rules import RulesReader
from sayso.speakers import Speakers, resolve


def speakers(text: str) -> Speakers:
    made = document(text)
    return resolve(made, RulesReader().read(made))


def said_by(text: str) -> list[str | None]:
    """The name of the entity behind each attribution."""
    found = speakers(text)
    names = {entity.id: entity.name for entity in found.entities}
    return [names.get(a.source.entity or "") for a in found.attributions]


def entity(text: str, name: str) -> Entity:
    return next(e for e in speakers(text).entities if e.name == name)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # the full name and the last name
        ("Rosa Klein said it rained. Klein added that it was cold.", ["Rosa Klein", "Rosa Klein"]),
        ("Col. Ahmad al-Nasri said so. Nasri added that it was cold.", ["Ahmad al-Nasri"]),
        # the pronoun goes to the last speaker
        ("Rosa Klein said it rained. She added that it was cold.", ["Rosa Klein", "Rosa Klein"]),
        (
            "Rosa Klein said it rained. Ivan Petrov said it snowed. He said that roads were closed.",
            ["Rosa Klein", "Ivan Petrov", "Ivan Petrov"],
        ),
        # the office goes to its holder
        ("Rosa Klein, the mayor of Brell, said it rained. The mayor said it was cold.", ["Rosa Klein", "Rosa Klein"]),
        # nobody to point to
        ("He said that it was cold.", [None]),
        # an office before a name
        ("Former Defence Minister Jane Orwell said it rained.", ["Jane Orwell"]),
        # bodies: by their common noun, as the owner, and not by the place that they sit in
        ("The Brell Grain Board met. The board said it rained.", ["Brell Grain Board"]),
        ("The Brell Grain Board met the Karst Pilots Board. The board said it rained.", ["board"]),
        ("The owner, Lund Water Company, said it rained.", ["Lund Water Company"]),
        ("Switzerland’s customs office said it rained.", ["Switzerland’s customs office"]),
        ("The government in Bangui said it rained.", ["government in Bangui"]),
        ("The harbour master of San Lorenzo said it rained.", ["harbour master of San Lorenzo"]),
        # who is quoted does not take the pronoun of who speaks; courtesy and office tell whom it fits
        (
            "Rosa Klein said that Eva Lund had told her that it rained. She said that roads were closed.",
            ["Rosa Klein", "Eva Lund", "Rosa Klein"],
        ),
        (
            "Ms Rosa Klein said that Mr Ivan Petrov had told her that it rained. He said that roads were closed.",
            ["Rosa Klein", "Ivan Petrov", "Ivan Petrov"],
        ),
        ("The pilots said it rained. It said that roads were closed.", ["pilots", None]),
        ("Experts say it rained. We could say that roads were closed.", ["Experts", None]),
        ("Beside her Mirko Babić said it rained.", ["Mirko Babić"]),
        # nobody in particular
        ("“You cannot call that an end,” said Rosa Klein.", ["Rosa Klein"]),
        # a last name that is also a place, and the first of two last names
        ("Rosa Paris met men in Paris. Paris said it rained.", ["Rosa Paris"]),
        ("Rosa Lund Klein met men. Lund said it rained.", ["Rosa Lund Klein"]),
        # "we" in a quotation is whoever speaks for them
        ("“We were told that it rained,” said Rosa Klein.", ["Rosa Klein"]),
        # a body is not the place that leads up to it
        ("The New Zealand government said it rained.", ["New Zealand government"]),
        ("The Karelian government met. The government said it rained.", ["Karelian government"]),
        # a description stands for itself
        ("A fisherman said it rained.", ["fisherman"]),
    ],
)
def test_links(text: str, names: list[str | None]) -> None:
    assert said_by(text)[-len(names) :] == names


def test_rivals_stay_apart() -> None:
    text = "Anna Berg met Olga Berg. Berg said it rained."
    assert said_by(text) not in ([["Anna Berg"]], [["Olga Berg"]])


def test_titles_and_roles_in_apposition() -> None:
    found = entity("Gen. Thomas Walden, head of the Africa Command, told a panel that it rained.", "Thomas Walden")
    assert found.titles == ("Gen.",)
    assert [(r.role, r.of) for r in found.roles] == [("head", "the Africa Command")]
    other = entity("The union’s spokesperson, Col. Ahmad al-Nasri, stated that it rained.", "Ahmad al-Nasri")
    assert ("spokesperson", "union") in [(r.role, r.of) for r in other.roles]


def test_acronym_is_an_alias() -> None:
    assert "LNA" in entity("The Libyan National Army moved. The LNA said it rained.", "Libyan National Army").aliases


def test_first_person_belongs_to_the_speaker_of_the_quotation() -> None:
    found = speakers("“I think it will hold,” said Rosa Klein.")
    outer = next(a for a in found.attributions if a.source.text == "Rosa Klein")
    assert outer.source.entity is not None


def test_no_gender_is_kept() -> None:
    assert not {"gender", "sex"} & set(Entity.__struct_fields__)


VOCABULARY = "Rosa Klein Petrov he she The mayor said that Gen. , . it was Reuters LNA of"


@settings(max_examples=80, deadline=None)
@given(st.lists(st.sampled_from(list(VOCABULARY.split())), max_size=40))
def test_ids_are_known_and_in_order(words: list[str]) -> None:
    found = speakers(" ".join(words))
    ids = [e.id for e in found.entities]
    assert ids == [f"e{n}" for n in range(1, len(ids) + 1)]
    assert {m.entity for m in found.mentions} <= {*ids, None}
    assert {a.source.entity for a in found.attributions} <= {*ids, None}


def test_an_article_alone_is_nobody() -> None:
    found = speakers("“Go,” said the. It said that roads were closed.")
    assert all(entity.name.strip() for entity in found.entities)


def test_whose_economist_speaks_does_not_speak() -> None:
    text = "The Brell Grain Board met. The board's economist, Ada Kerr, said it rained."
    found = speakers(text)
    names = {each.id: each.name for each in found.entities}
    meant = {mention.text: names.get(mention.entity or "") for mention in found.mentions}
    assert said_by(text) == ["Ada Kerr"]
    assert meant["Ada Kerr"] == "Ada Kerr"
    assert meant.get("The board") in (None, "Brell Grain Board")
