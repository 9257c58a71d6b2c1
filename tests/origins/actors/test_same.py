"""Speakers across pages: names, offices, unnamed sources; and whom they speak for."""

from __future__ import annotations

import pytest

from sayso.nouns import Hop
from sayso.origins.actors import actor_of, interest, one_speaker, same_actor, same_body, speaks_for
from tests.origins.actors.made import hop, page

A, B = page("p1"), page("p2", "Radio Vell")


def kind(a: Hop, b: Hop, affinity: float = 1.0) -> str:
    return same_actor(a, A, b, B, affinity=affinity).kind


def test_a_surname_joins_within_a_story_and_not_beyond() -> None:
    full, short = hop("Mayor Goran Ristevski", "Goran Ristevski", roles=("Mayor",)), hop("Ristevski")
    assert kind(full, short) == "same"
    assert kind(full, short, 0.0) == "unsure"


def test_links_run_in_text_order_and_the_judgement_does_not_depend_on_it() -> None:
    one, two = hop("Covadonga Llera"), hop("Llera")
    there, back = same_actor(one, A, two, B, affinity=0.9), same_actor(two, B, one, A, affinity=0.9)
    assert (there.a, there.b, there.kind, there.score) == (back.a, back.b, back.kind, back.score)
    assert (there.a, there.b) == (actor_of(one, A), actor_of(two, B))


def test_an_office_without_a_name_is_its_holder_within_a_story() -> None:
    named = hop("rescue chief Covadonga Llera", "Covadonga Llera", roles=("rescue chief",))
    assert kind(named, hop("the rescue chief", kind="role")) == "same"
    assert kind(named, hop("the interior minister", kind="role")) != "same"


def test_an_office_of_two_bodies() -> None:
    assert kind(hop("the mayor of Koper", kind="role"), hop("the mayor of Orle", kind="role")) == "different"
    assert kind(hop("the defence minister", kind="role"), hop("The defence minister", kind="role")) == "same"


def test_a_body_and_its_commander_are_two_actors_with_one_interest() -> None:
    body = hop("the coast guard", kind="group", type_="group")
    man = hop("coast guard Commander Ariel Montecillo", "Ariel Montecillo", roles=("Commander of coast guard",))
    assert kind(body, man) == "different"
    assert same_body(body, A, man, B, affinity=1.0).score >= 0.75


def test_nobody_named_is_never_sure() -> None:
    official = hop("An official in the water ministry", kind="anonymous")
    same_words = hop("an official in the water ministry", kind="anonymous")
    assert kind(official, same_words) == "unsure"
    told = hop("an official in the water ministry", kind="anonymous", addressee="The Orle Courier")
    assert kind(official, told) == "same"
    assert kind(official, hop(None, kind="unnamed", type_=None)) == "unsure"


def test_crowds_without_names_are_no_actor() -> None:
    crowd = hop("villagers", kind="group", type_="group")
    assert kind(crowd, hop("Villagers", kind="group", type_="group")) == "unsure"


def test_outlets_are_known_by_their_keys() -> None:
    one, two = (
        hop("The Harbour Post", kind="outlet", type_="outlet"),
        hop("Harbour Post", kind="outlet", type_="outlet"),
    )
    assert kind(one, two, 0.0) == "same"
    assert kind(one, hop("Radio Ostro", kind="outlet", type_="outlet")) == "different"


@pytest.mark.parametrize(
    ("said", "body"),
    [
        (hop("Elena Karova", roles=("Deputy Interior Minister",)), "interior ministry"),
        (hop("Annika Thorsen", roles=("spokeswoman of the UN mission",)), "UN mission"),
        (hop("Georgia's defence minister", kind="role"), "defence ministry of Georgia"),
        (hop("the Georgian defence minister", kind="role"), "defence ministry of Georgia"),
        (hop("the mayor of Koper", kind="role"), "municipality of Koper"),
        (hop("Dolores Uy-Tan", roles=("operations manager of Visayan Star Lines",)), "Visayan Star Lines"),
        (hop("Annika Thorsen of the United Nations", "Annika Thorsen"), "United Nations"),
        (hop("Mirko Babić, of the Port Workers’ Union", "Mirko Babić"), "Port Workers’ Union"),
        (hop("Matías Krauer, who heads Citizens’ Count,", "Matías Krauer"), "Citizens’ Count"),
        (hop("Radu Petcu", roles=("chief executive of Pontica Storage",)), "Pontica Storage"),
        (hop("Colonel Simona Ardelean", "Simona Ardelean", roles=("Colonel",)), None),
        (hop("A livestock trader in the town", kind="anonymous"), None),
        (hop("An official in the water ministry, who gave no name", kind="anonymous"), "water ministry"),
        (hop("Two tribunal officials", kind="anonymous", type_="group"), "tribunal"),
        (hop("A spokesman for Zárate", kind="role"), None),
        (hop("Violeta Andonova"), None),
        (hop("the United Nations", kind="group", type_="organization"), "United Nations"),
        (hop("Georgia’s interior ministry", kind="group", type_="organization"), "interior ministry of Georgia"),
        (hop("the Interior Ministry of Georgia", kind="group", type_="organization"), "interior ministry of Georgia"),
    ],
)
def test_whom_somebody_speaks_for(said: Hop, body: str | None) -> None:
    assert interest(said, A) == body


def test_an_actor_with_two_hundred_names() -> None:
    names = tuple(f"Grain Board {number} of Orle" for number in range(200))
    many = hop("the Grain Board", "Orle Grain Board", kind="group", type_="organization", names=names)
    assert kind(many, hop("Orle Grain Board", kind="group", type_="organization"), 0.0) == "same"
    assert len(speaks_for(many, A)) <= 25


def test_a_surname_that_two_on_the_page_bear_does_not_tell() -> None:
    full, short = hop("Laci Orle"), hop("Orle")
    assert kind(full, short) == "same"
    assert same_actor(full, A, short, B, affinity=1.0, others=("Petar Orle",)).kind == "unsure"


def test_a_statement_is_what_its_maker_says() -> None:
    paper = hop("a statement by the owner, Pontica Storage", kind="document", type_="document")
    maker = hop("Pontica Storage", kind="group", type_="organization")
    assert kind(paper, maker) == "same"
    assert kind(hop("a study by Pontica Storage", kind="document", type_="document"), maker) == "different"


def test_the_hops_of_one_speaker_tell_more_together() -> None:
    called = hop("The company", "Pontica Storage", kind="group", type_="organization")
    named = hop("Pontica Storage", kind="group", type_="organization")
    nameless = hop("the company", kind="group", type_="group")
    assert kind(named, nameless) == "unsure"
    assert kind(one_speaker([named, called]), nameless) == "same"


def test_the_radio_is_the_outlet_that_its_page_means() -> None:
    radio = hop("The radio", kind="outlet", type_="outlet")
    named = hop("Radio Ostro", kind="outlet", type_="outlet")
    assert kind(radio, named) == "unsure"
    assert same_actor(radio, A, named, B, affinity=1.0, heard=("Radio Ostro", None)).kind == "same"


def test_somebodys_lawyer_is_open() -> None:
    assert kind(hop("His lawyer", kind="role"), hop("the lawyer of Ana Vell", kind="role")) == "unsure"


def test_documents_speak_for_nobody() -> None:
    assert speaks_for(hop("the report", kind="document", type_="document"), A) == ()


def test_one_wording_is_not_held_against_itself() -> None:
    why = same_actor(hop("union", kind="group"), A, hop("union", kind="group"), B, affinity=1.0).why
    assert why == "Both are called “union”."
    unnamed = hop("friend", kind="anonymous")
    assert same_actor(unnamed, A, unnamed, B, affinity=1.0).why == "Both are called “friend”, and neither is named."
