"""Offices, titles, and which capitalised words are names."""

from __future__ import annotations

import pytest

from plain_documents import document
from sayso.nouns import Role
from sayso.reader.rules import RulesReader
from sayso.speakers import resolve
from sayso.speakers.roles import merged


def cast(text: str) -> dict[str, tuple[str, list[str], list[tuple[str, str | None]]]]:
    """Name to type, titles and roles."""
    made = document(text)
    found = resolve(made, RulesReader().read(made))
    return {e.name: (e.type, list(e.titles), [(r.role, r.of) for r in e.roles]) for e in found.entities}


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("Rosa Klein, author of the range of 10.5 to 12 tonnes, left.", [("author", "the range of 10.5 to 12 tonnes")]),
        ("The police, and the prosecutor, Rosa Klein, met.", []),
        ("On Monday Ms Rosa Klein left.", []),
        ("The board’s chief economist Rosa Klein left.", [("chief economist", "board")]),
        ("The men met its chairman, Rosa Klein, at noon.", [("chairman", None)]),
        ("On Monday he criticized President Rosa Klein.", []),
        ("It was a claim disputed by a former inspector, Rosa Klein.", [("former inspector", None)]),
        ("Rosa Klein, editor at large of the Brell Gazette, left.", [("editor at large", "the Brell Gazette")]),
        ("Rosa Klein, head of the union, left.", [("head", "the union")]),
        ("For one, Rosa Klein left.", []),
        ("They met Brell's Prime Minister Rosa Klein.", [("Prime Minister", "Brell")]),
        # the body before the office, and offices with their body between them and the name
        ("Former NSO Director Rosa Klein left.", [("Former Director", "NSO")]),
        ("On Monday Interior Ministry spokeswoman Rosa Klein left.", [("spokeswoman", "Interior Ministry")]),
        ("The Minister of State at the Lund Office Rosa Klein left.", [("Minister of State", "the Lund Office")]),
        # two trades in one apposition
        (
            "Rosa Klein, a maritime law expert and Lund Institute research associate, left.",
            [("maritime law expert", None), ("research associate", "Lund Institute")],
        ),
    ],
)
def test_roles(text: str, roles: list[tuple[str, str | None]]) -> None:
    assert cast(text)["Rosa Klein"][2] == roles


def test_the_body_of_an_office_is_named_whole() -> None:
    text = "The Brell Grain Board met. Rosa Klein, the board’s chief economist, left."
    assert cast(text)["Rosa Klein"][2] == [("chief economist", "Brell Grain Board")]


@pytest.mark.parametrize(
    ("given", "titles", "kept"),
    [
        ([("economist", "board"), ("chief economist", None)], [], [("chief economist", "board")]),
        ([("director", "the union"), ("director", "union")], [], [("director", "the union")]),
        ([("Mayor", None)], ["Mayor"], []),
        ([("head", "the union"), ("head", "the dock")], [], [("head", "the union"), ("head", "the dock")]),
    ],
)
def test_an_office_is_kept_once(
    given: list[tuple[str, str | None]], titles: list[str], kept: list[tuple[str, str | None]]
) -> None:
    made = merged([Role(role=role, of=of) for role, of in given], titles)
    assert [(role.role, role.of) for role in made] == kept


def test_courtesy_is_no_title() -> None:
    assert cast("Then Ms Rosa Klein and Gen. Ivan Lund left.")["Rosa Klein"][1] == []
    assert cast("Then Ms Rosa Klein and Gen. Ivan Lund left.")["Ivan Lund"][1] == ["Gen."]


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("KOPER, Slovenia (Tidewire) – Dockers left Koper on Monday.", "Koper", "place"),
        ("KOPER, Slovenia (Tidewire) – Dockers left Koper on Monday.", "Tidewire", "outlet"),
        ("BANGUI (Corvane) – The men have left Bangui.", "Bangui", "place"),
        ("He spoke on BBC Radio 5 Live on Monday.", "BBC Radio 5 Live", "outlet"),
        ("Men crossed from North Africa on Monday.", "North Africa", "place"),
        ("It broke the Penal Code on Monday.", "Penal Code", "other"),
        ("The Islamic State (IS) left. Men of IS fled.", "Islamic State", "organization"),
        ("San Lorenzo is a port. Ships left from Rosario to San Lorenzo.", "San Lorenzo", "place"),
        ("They asked Hillary Clinton. Then they met in Clinton.", "Hillary Clinton", "person"),
    ],
)
def test_types(text: str, name: str, kind: str) -> None:
    assert cast(text)[name][0] == kind


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("They met an Islamic extremism expert.", "Islamic"),
        ("It came during the program Pienaar’s Politics.", "Pienaar"),
        ("It came during the program Pienaar’s Politics.", "Politics"),
        ("The Minister of State for International Development left.", "International Development"),
        ("Then Deputy Interior Minister Elena Karova left.", "Deputy Interior"),
        ("The vote of Rand Paul (R-Ky.) counted.", "R-Ky"),
        ("It was on Aug. 12 in Brell.", "Aug"),
    ],
)
def test_what_is_no_name(text: str, name: str) -> None:
    assert name not in cast(text)
