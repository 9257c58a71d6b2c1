"""Whom *they* can mean: plural nouns, people joined by *and*, families; and who is no plural."""

from __future__ import annotations

import pytest
from hand_parses import layers

from plain_documents import document
from sayso.nouns import Mention
from sayso.reader.rules import RulesReader
from sayso.speakers import resolve
from sayso.speakers.descriptions import is_many
from sayso.speakers.entities import Member
from sayso.speakers.plurals import are_people, joined, plural_phrases


def test_plural_phrases_begin_with_their_determiner() -> None:
    text, made = layers("""
        The DET 3 det
        angry ADJ 3 amod
        hauliers NOUN 4 nsubj
        left VERB 0 root
        the DET 6 det
        press NOUN 4 obj
        """)
    assert [m.text for m in plural_phrases(text, made.tokens, made.mentions)] == ["The angry hauliers"]


def test_what_has_a_mention_already_is_no_new_phrase() -> None:
    rows = "The DET 2 det\nofficials NOUN 3 nsubj\nleft VERB 0 root"
    text, made = layers(rows, ("The officials", "group", "nominal"))
    assert plural_phrases(text, made.tokens, made.mentions) == []


@pytest.mark.parametrize(
    ("noun", "people"),
    [("parents", True), ("officials", True), ("economists", True), ("difficulties", False), ("containers", False)],
)
def test_people_are_told_from_things(noun: str, people: bool) -> None:
    assert are_people(noun) is people


@pytest.mark.parametrize(
    ("between", "both"),
    [(" and ", True), (", 42, and his wife ", True), (" met ", False), (". Smoke rose and ", False)],
)
def test_people_joined(between: str, both: bool) -> None:
    text = f"Ivan Lund{between}Rosa Klein"
    names = [
        Mention(id=f"m{at}", start=at, end=at + len(name), text=name, type="person", entity=None, form="name")
        for name in ("Ivan Lund", "Rosa Klein")
        for at in [text.index(name)]
    ]
    found = joined(text, names[0], names[1])
    assert (found is not None and found.text == text) is both


@pytest.mark.parametrize(
    ("name", "kind", "before", "many"),
    [
        ("Davis", "person", "", False),
        ("Lunds", "person", "the ", True),
        ("Republicans", "group", "", True),
        ("United Nations", "organization", "the ", False),
    ],
)
def test_a_last_name_in_s_is_one_person(name: str, kind: str, before: str, many: bool) -> None:
    member = Member(id="m1", type=kind, name=name, first=len(before))  # type: ignore[arg-type]
    assert is_many(member, before + name) is many


def test_a_mother_before_a_comma_is_not_the_man_named_after_it() -> None:
    text = "After a call to speak with his mother, Ivan Petrov was told to wait. He left."
    made = document(text)
    found = resolve(made, RulesReader().read(made))
    names = {entity.id: entity.name for entity in found.entities}
    assert [names.get(m.entity or "") for m in found.mentions if m.text == "He"] == ["Ivan Petrov"]
