"""Credits to agencies: by their form, known or not, and never to the page's own outlet."""

from __future__ import annotations

import msgspec
import pytest

from sayso.nouns import Author, CaptureRef, Document
from sayso.origins.reuse import credits, is_unnamed
from sayso.origins.reuse.datelines import dateline
from sayso.origins.reuse.names import credited

SENTENCE = "A goods train left the rails near the village of Tarn on Monday."


def page(text: str, *, outlet: str | None = "The Orle Courier", bylines: tuple[Author, ...] = ()) -> Document:
    return Document(
        id="sha256:0",
        source="page.html",
        url="https://www.orlecourier.example/1",
        outlet=outlet,
        title=None,
        authors=(),
        published=None,
        language="en",
        text=text,
        headings=(),
        sentences=(),
        capture=CaptureRef(sha256="0", media_type="text/html", retrieved="2026-01-02T03:04:05Z"),
        bylines=bylines,
    )


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("The Associated Press contributed to this report.", ["The Associated Press"]),
        (
            "Associated Press writers Jane Roe in Paris and John Doe in Rome contributed to this report.",
            ["Associated Press"],
        ),
        ("Jane Roe of The Associated Press contributed to this report.", ["The Associated Press"]),
        ("With reporting by Reuters", ["Reuters"]),
        ("(With inputs from agencies)", ["agencies"]),
        ("Additional reporting by Norvane News Agency and Jane Doe", ["Norvane News Agency"]),
        ("Norvane contributed to this story.", ["Norvane"]),
        ("Source: dpa", ["dpa"]),
        ("Quelle: dpa", ["dpa"]),
        ("(Reuters/AFP)", ["Reuters", "AFP"]),
        ("— AP", ["AP"]),
        ("© 2024 The Associated Press. All rights reserved.", ["The Associated Press"]),
        ("This article was originally published in The Orle Courier on 5 May.", ["The Orle Courier"]),
        ("Agence France-Presse and Reuters contributed.", ["Agence France-Presse", "Reuters"]),
        ("Reuters/AFP", ["Reuters", "AFP"]),
        ("- With Agence France-Presse", ["Agence France-Presse"]),
        ("From wire services", ["wire services"]),
        ("This story was first published by Kettle & Crow.", ["Kettle & Crow"]),
        ("Material from the Associated Press was used in this report.", ["the Associated Press"]),
        ("Copyright 2016 Norvane Media, Inc. All rights reserved.", ["Norvane Media"]),
        ("Russia's Norvane agency contributed to this report.", ["Norvane agency"]),
    ],
)
def test_credit_lines(line: str, names: list[str]) -> None:
    assert credited(line) == names


@pytest.mark.parametrize(
    "line",
    [
        "Reporting by Jane Roe; editing by John Doe",
        "With reporting by Mirko Babić",
        "A spokesman for Reuters said it contributed to this report in May last year, when he was away.",
        "Tents provided by the Red Cross arrived from Ordona.",
        "The rain came from Friday on.",
        "Norvane contributed four boats to the search.",
        "Staff writer Jane Roe contributed to this report.",
        "Breaking news editor John Doe contributed to this report.",
        "Agency: None",
        "The map",
        "The boats of the Reuters family.",
        "",
        "()",
    ],
)
def test_other_lines_credit_nobody(line: str) -> None:
    assert credited(line) == []


@pytest.mark.parametrize(
    ("line", "names"),
    [
        (f"LONDON, May 3 (AP) - {SENTENCE}", ("AP",)),
        (f"(Reuters) - {SENTENCE}", ("Reuters",)),
        (f"Berlin (dpa) - {SENTENCE}", ("dpa",)),
        (f"MOSCOW, May 3. /TASS/. {SENTENCE}", ("TASS",)),
        (f"Madrid, 3 may (EFE).- {SENTENCE}", ("EFE",)),
        (f"DELČEVO, North Macedonia (Norvane) – {SENTENCE}", ("Norvane",)),
    ],
)
def test_datelines(line: str, names: tuple[str, ...]) -> None:
    made = dateline(line, first=False)
    assert made is not None
    assert made.agencies == names
    assert line.startswith(made.text)


@pytest.mark.parametrize(
    "line",
    [
        f"PARIS (Updated) – {SENTENCE}",
        "John Smith (Labour) – 1,234 votes",
        "He met (Reuters) people in a town",
        f"CINCINNATI (Brad Underwood) -- {SENTENCE}",
        f"UPDATE (Wednesday, April 5): {SENTENCE}",
        "Merkel (CDU) said on Monday that nothing was as bad as it had looked.",
        SENTENCE,
    ],
)
def test_other_brackets_are_no_datelines(line: str) -> None:
    assert dateline(line, first=False) is None


def test_credits_of_a_page() -> None:
    document = page(
        f"ORLE (Norvane) – {SENTENCE}\nNobody was hurt.\nWith reporting by Reuters.",
        bylines=(Author(name="Jane Roe", kind="person"), Author(name="Norvane", kind="agency")),
    )
    assert [(c.name, c.where, c.text) for c in credits(document)] == [
        ("Norvane", "byline", "Norvane"),
        ("Norvane", "dateline", "ORLE (Norvane) –"),
        ("Reuters", "credit-line", "With reporting by Reuters."),
    ]


def test_a_page_owes_nothing_to_its_own_outlet() -> None:
    document = page(
        f"ORLE (Norvane) – {SENTENCE}",
        outlet="Norvane News Agency",
        bylines=(Author(name="Norvane News Agency", kind="agency"), Author(name="NNA", kind="agency")),
    )
    assert credits(document) == ()


def test_unnamed_agencies() -> None:
    desk = Author(name="From our wire services", kind="desk")
    (credit,) = credits(page(SENTENCE, bylines=(desk, Author(name="Business desk", kind="desk"))))
    assert is_unnamed(credit.name)
    assert is_unnamed("agencies")
    assert not is_unnamed("Reuters")


def test_a_page_of_credits_is_bounded() -> None:
    text = "\n".join(f"TOWN (Agency{chr(65 + n % 26)}{chr(65 + n // 26)}) – {SENTENCE}" for n in range(600))
    assert len(credits(page(text))) <= 12
    assert credits(page("")) == ()


@pytest.mark.parametrize("name", ["WWL", "Tribune", "Norvane"])
def test_the_host_tells_the_own_outlet_too(name: str) -> None:
    document = msgspec.structs.replace(
        page(f"{SENTENCE}\n© 2016 {name}", outlet=None),
        url=f"https://www.{'xy' if name == 'Tribune' else ''}{name.lower()}tv.com/1",
    )
    assert credits(document) == ()
    assert [c.name for c in credits(page(f"{SENTENCE}\n© 2016 {name}", outlet=None))] == [name]
