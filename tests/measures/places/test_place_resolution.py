"""Which place a name means: qualifiers, the document's countries, distance, and knowing when not to say."""

from __future__ import annotations

import pytest
from small_world import layers

from sayso.measures.places.gazetteer import Entry, Gazetteer
from sayso.measures.places.names import find_names
from sayso.measures.places.resolve import Resolution, resolve
from sayso.nouns.mention import EntityType


def resolved(world: Gazetteer, text: str, *places: str, outlet: str = "") -> dict[str, Resolution]:
    """Each name of the text with what it means."""
    kinds: list[tuple[str, EntityType]] = [(name, "place") for name in places]
    names = find_names(text, layers(text, *kinds), world)
    countries = frozenset({outlet} if outlet else ())
    return {n.text: r for n, r in zip(names, resolve(text, names, world, countries), strict=True)}


def meant(world: Gazetteer, text: str, *places: str, outlet: str = "") -> dict[str, str | None]:
    """Each name with the country and division of what it means."""

    def where(entry: Entry | None) -> str | None:
        return None if entry is None else f"{entry.country} {entry.admin1 or entry.kind}"

    return {name: where(r.entry) for name, r in resolved(world, text, *places, outlet=outlet).items()}


@pytest.mark.parametrize(
    ("town", "expected"), [("Kufra", "LY Al Kufrah"), ("Sidra", "LY Surt"), ("Tripoli", "LY Tripoli")]
)
def test_on_a_page_about_libya_towns_are_libyan(world: Gazetteer, town: str, expected: str) -> None:
    text = f"Fighters left Sirte for {town}. Libya has closed its roads."
    assert meant(world, text, "Sirte", town, "Libya")[town] == expected


def test_on_a_page_about_lebanon_tripoli_is_lebanese(world: Gazetteer) -> None:
    assert meant(world, "Shops shut in Tripoli, Lebanon.", "Tripoli", "Lebanon")["Tripoli"] == "LB Liban-Nord"


@pytest.mark.parametrize(
    ("text", "town", "expected"),
    [
        ("He was born in Paris, Texas.", "Paris", "US Texas"),
        ("He was born in Paris.", "Paris", "FR Île-de-France"),
        ("Snow fell on Bangor, Maine.", "Bangor", "US Maine"),
        ("The road from Dallas to Paris (Texas) is closed.", "Paris", "US Texas"),
    ],
)
def test_qualifiers(world: Gazetteer, text: str, town: str, expected: str) -> None:
    assert meant(world, text, town, "Texas", "Maine", "Dallas")[town] == expected


def test_a_qualifier_holds_for_every_mention(world: Gazetteer) -> None:
    text = "Paris, Texas, is small. The mayor of Paris was glad."
    names = find_names(text, layers(text, ("Paris", "place"), ("Texas", "place")), world)
    entries = [r.entry for n, r in zip(names, resolve(text, names, world), strict=True) if n.text == "Paris"]
    assert len(entries) == 2
    assert all(e is not None and e.admin1 == "Texas" for e in entries)


def test_georgia_is_the_state_beside_atlanta_and_the_country_beside_tbilisi(world: Gazetteer) -> None:
    assert meant(world, "Georgia counts again, said Atlanta.", "Georgia", "Atlanta")["Georgia"] == "US Georgia"
    assert meant(world, "Georgia counts again, said Tbilisi.", "Georgia", "Tbilisi")["Georgia"] == "GE country"


def test_rivals_are_kept_with_scores_that_fall(world: Gazetteer) -> None:
    found = resolved(world, "Rain in Tripoli.", "Tripoli")["Tripoli"]
    scores = [found.score, *(score for _, score in found.rivals)]
    assert len(scores) == 2
    assert scores == sorted(scores, reverse=True)
    assert 0.5 < sum(scores) <= 1


def test_an_unknown_place_stays_unresolved(world: Gazetteer) -> None:
    found = resolved(world, "Rain in Vetren, Texas.", "Vetren", "Texas")
    assert found["Vetren"].entry is None
    assert found["Vetren"].rivals == ()


def test_another_spelling_in_a_country_of_the_document(world: Gazetteer) -> None:
    text = "Camps lie near Bani Waleed and south of Sirte, in Libya."
    entry = resolved(world, text, "Bani Waleed", "Sirte", "Libya")["Bani Waleed"].entry
    assert entry is not None
    assert entry.name == "Bani Walid"


def test_another_spelling_is_not_sought_elsewhere(world: Gazetteer) -> None:
    assert meant(world, "Rain in Bani Waleed and Paris.", "Bani Waleed", "Paris")["Bani Waleed"] is None


@pytest.mark.parametrize(
    ("text", "kind"),
    [("Barges sank on the Paraná near Encarnación.", "river"), ("A bank in Paraná was robbed.", "city")],
)
def test_rivers_have_an_article(world: Gazetteer, text: str, kind: str) -> None:
    entry = resolved(world, text, "Paraná", "Encarnación")["Paraná"].entry
    assert entry is not None
    assert entry.kind == kind


def test_north_africa_is_neither_north_america_nor_africa(world: Gazetteer) -> None:
    entry = resolved(world, "Fuel is dear in North Africa.", "North Africa")["North Africa"].entry
    assert entry is not None
    assert entry.name == "North Africa"
