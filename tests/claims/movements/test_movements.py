"""Movements of sentences of our own, by both readers, with places given as the room of places would."""

from __future__ import annotations

import functools
import re
from typing import NamedTuple

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plain_documents import document
from sayso.claims import add_movements, make_claims
from sayso.measures import date_sayings, find_quantities, find_times
from sayso.nouns import Claim, Place
from sayso.plugins import load_reader
from sayso.reader.layers import Reader
from sayso.speakers import resolve

NAMES = (
    "Posof",
    "Vale",
    "Kesh",
    "Tunis",
    "Lyon",
    "Turin",
    "Milan",
    "Malta",
    "southern Varna",
    "Varna",
    "Europe",
    "Orla",
)


class Moved(NamedTuple):
    """A claim's movement with its places by their words."""

    who: str | None
    start: str | None
    goal: str | None
    via: tuple[str, ...]
    by: str | None
    direction: str | None
    status: str


@functools.cache
def reader(profile: str) -> Reader:
    return load_reader(profile)


def read(text: str, profile: str = "rules") -> tuple[tuple[Claim, ...], tuple[Place, ...]]:
    made = document(text)
    layers = reader(profile).read(made)
    made = msgspec.structs.replace(made, sentences=layers.sentences)
    cast = resolve(made, layers)
    times = find_times(made, layers)
    quantities = find_quantities(made, times)
    spans = [m.span() for m in re.finditer(r"\b(?:" + "|".join(NAMES) + r")\b", text)]
    places = tuple(
        Place(id=f"p{number}", start=a, end=b, text=text[a:b], use="literal") for number, (a, b) in enumerate(spans, 1)
    )
    said = date_sayings(layers, cast.attributions, times)
    claims = make_claims(
        made, said, times, quantities, places, cast.entities, tokens=layers.tokens, mentions=cast.mentions
    )
    return add_movements(
        made, claims, said, times, quantities, places, cast.entities, tokens=layers.tokens, mentions=cast.mentions
    )


def moved(text: str, profile: str = "rules") -> list[Moved]:
    claims, places = read(text, profile)
    name = {place.id: place.text for place in places}
    return [
        Moved(
            m.who,
            name[m.from_] if m.from_ else None,
            name[m.to] if m.to else None,
            tuple(name[key] for key in m.via),
            m.by,
            m.direction,
            claim.status,
        )
        for claim in claims
        if (m := claim.movement) is not None
    ]


BOTH = pytest.mark.parametrize("profile", ["rules", "model"])


@BOTH
@pytest.mark.parametrize(
    ("text", "who", "start", "goal"),
    [
        ("Forty families walked from Posof to Vale on Monday.", "Forty families", "Posof", "Vale"),
        ("The lorries were sent from Turin to Lyon on Monday.", "The lorries", "Turin", "Lyon"),
        ("The crews fled Posof on Monday.", "The crews", "Posof", None),
        ("Nine boats reached Malta on Monday.", "Nine boats", None, "Malta"),
        ("The pilgrims arrived in Tunis on Monday.", "The pilgrims", None, "Tunis"),
        ("The fighters left Kesh for Varna on Monday.", "The fighters", "Kesh", "Varna"),
        ("A tanker was on its way to Malta on Monday.", "A tanker", None, "Malta"),
        ("The herd was driven by lorry from Posof to Vale on Monday.", "The herd", "Posof", "Vale"),
    ],
)
def test_who_goes_from_where_to_where(text: str, who: str, start: str | None, goal: str | None, profile: str) -> None:
    (found,) = moved(text, profile)
    assert (found.who, found.start, found.goal, found.by, found.status) == (who, start, goal, None, "asserted")


@BOTH
def test_who_makes_them_move(profile: str) -> None:
    (found,) = moved("The agency shipped blankets from Turin to Kesh on Monday.", profile)
    assert (found.who, found.by, found.start, found.goal) == ("blankets", "The agency", "Turin", "Kesh")
    (found,) = moved("The prisoners were taken to Tunis by the coast guard on Monday.", profile)
    assert (found.who, found.by, found.goal) == ("The prisoners", "the coast guard", "Tunis")


@BOTH
def test_ways_through_places(profile: str) -> None:
    (found,) = moved("The vases travelled from Turin by way of Milan to Lyon on Monday.", profile)
    assert (found.start, found.via, found.goal) == ("Turin", ("Milan",), "Lyon")


@BOTH
def test_verbs_of_one_mover_make_one_movement(profile: str) -> None:
    (found,) = moved("The convoy left Turin on Monday, passed through Milan and reached Lyon.", profile)
    assert (found.who, found.start, found.via, found.goal) == ("The convoy", "Turin", ("Milan",), "Lyon")


@BOTH
def test_a_direction_is_enough(profile: str) -> None:
    (found,) = moved("The fighters had moved south on Monday.", profile)
    assert (found.who, found.direction, found.goal) == ("The fighters", "south", None)


@BOTH
def test_each_goal_is_a_claim_of_its_own(profile: str) -> None:
    claims, _ = read("The general warned that rebels are infiltrating Kesh, Vale and Varna.", profile)
    assert [c.movement.to for c in claims if c.movement] == ["p1", "p2", "p3"]
    assert len({c.attribution for c in claims if c.movement}) == 1
    assert [c.id for c in claims] == [f"c{number}" for number in range(1, len(claims) + 1)]


@BOTH
def test_the_accused_are_those_who_do_it(profile: str) -> None:
    found = moved(
        "The general said that the rebels fled Kesh, accusing Orla of moving them to southern Varna.", profile
    )
    assert found[-1].by == "Orla"
    assert found[-1].goal == "southern Varna"
    assert found[-1].who == "the rebels"


@BOTH
def test_nouns_of_movement(profile: str) -> None:
    (found,) = moved("The ministry reported a flow of migrants out of Kesh to Europe on Monday.", profile)
    assert (found.who, found.start, found.goal) == ("migrants", "Kesh", "Europe")


@BOTH
def test_places_without_a_name_join_the_places(profile: str) -> None:
    claims, places = read("The wounded men were taken to hospital on Monday.", profile)
    (claim,) = [c for c in claims if c.movement]
    assert claim.movement is not None
    (place,) = [p for p in places if p.id == claim.movement.to]
    assert (place.text, place.gazetteer, place.geometry) == ("hospital", None, None)
    assert place.id in claim.places


@BOTH
@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The fighters will move to Vale on Monday.", "planned"),
        ("The fighters may move to Vale on Monday.", "hedged"),
        ("The fighters did not move to Vale on Monday.", "denied"),
        ("The mayor denied that the fighters had moved to Vale.", "denied"),
        ("The fighters are considering moving to Vale on Monday.", "planned"),
        ("The police stopped the fighters from moving to Vale on Monday.", "denied"),
        ("The fighters had to move to Vale on Monday.", "asserted"),
        ("Not all of the fighters moved to Vale on Monday.", "asserted"),
    ],
)
def test_status(text: str, status: str, profile: str) -> None:
    assert [found.status for found in moved(text, profile)] == [status]


@BOTH
@pytest.mark.parametrize(
    "text",
    [
        "The road runs from Posof to Vale and is nine metres wide.",
        "The minister took part in talks in Tunis on Monday.",
        "The campaign went on in Lyon on Monday.",
        "Prices for moving a container to Lyon rose on Monday.",
        "The number of voters in Kesh went from nine to twelve on Monday.",
        "The board carried out a study in Milan in 2019.",
    ],
)
def test_what_is_no_movement(text: str, profile: str) -> None:
    assert moved(text, profile) == []


def test_a_part_put_otherwise_is_a_further_claim() -> None:
    claims, _ = read("The group uses threats to drive families to Vale, the general said on Monday.", "model")
    said = [c for c in claims if c.attribution is not None]
    assert said[0].status == "asserted"
    assert [(c.status, c.movement is not None) for c in said] == [("asserted", False), ("planned", True)]
    assert said[1].chain == said[0].chain


def test_a_heading_moves_nobody() -> None:
    text = "Families flee Posof for Vale"
    made = msgspec.structs.replace(document(text), headings=((0, len(text)),))
    layers = reader("rules").read(made)
    made = msgspec.structs.replace(made, sentences=layers.sentences)
    places = (Place(id="p1", start=14, end=19, text="Posof", use="literal"),)
    assert add_movements(made, (), (), (), (), places, (), tokens=layers.tokens) == ((), places)


@settings(deadline=None, max_examples=60)
@given(
    st.lists(
        st.sampled_from(
            [
                "families",
                "fled",
                "Posof",
                "to",
                "from",
                "Vale",
                ",",
                "and",
                "were",
                "taken",
                "by",
                "of",
                "flow",
                "not",
                "moved",
                "south",
                "who",
                "“",
                "between",
                ".",
            ]
        ),
        max_size=25,
    )
)
def test_any_words_keep_their_ranges(words: list[str]) -> None:
    text = " ".join(words)
    claims, places = read(text)
    known = {place.id for place in places}
    for claim in claims:
        assert 0 <= claim.start < claim.end <= len(text)
        if claim.movement is not None:
            ends = {claim.movement.from_, claim.movement.to, *claim.movement.via} - {None}
            assert ends <= known
    assert [c.id for c in claims] == [f"c{number}" for number in range(1, len(claims) + 1)]
    assert all(text[p.start : p.end] == p.text for p in places)
