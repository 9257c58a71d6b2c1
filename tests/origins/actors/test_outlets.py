"""Outlets: one key for all spellings; citations by name and without."""

from __future__ import annotations

import pytest

from sayso.origins.actors import Outlets, cited_in, cited_outlet, fits, is_agency, outlet_key, same_outlet
from tests.origins.actors.made import hop, page

KNOWN = {outlet_key(name): name for name in ("The Harbour Post", "Radio Ostro", "Quillon Daily", "Tidewire")}


def test_one_key_for_the_spellings_of_a_name() -> None:
    assert (
        len({outlet_key(n) for n in ("The Harbour Post", "Harbour Post", "Harbour Post Online", "HARBOUR POST")}) == 1
    )
    assert outlet_key("www.harbourpost.example") == outlet_key("The Harbour Post")
    assert (
        outlet_key("theguardian.com") == outlet_key("The Guardian") == outlet_key("https://www.theguardian.com/world")
    )
    assert outlet_key("Reuters News") == outlet_key("Reuters")


def test_different_outlets_have_different_keys() -> None:
    assert outlet_key("New York Times") != outlet_key("New York Post")
    assert outlet_key("Times of India") != outlet_key("Times of Israel")
    assert outlet_key("Daily News") != outlet_key("Daily Nation")


def test_an_agency_may_leave_out_that_it_is_one() -> None:
    assert same_outlet("Corvane", "Corvane News Agency")
    assert not same_outlet("Fox News", "Fox Sports")


def test_the_list() -> None:
    outlets = Outlets()
    assert len(outlets) > 500
    guardian = outlets.of_host("www.theguardian.com")
    assert guardian is not None
    assert guardian.name == "The Guardian"
    assert outlets.find("AP") is not None
    assert outlets.find("ap") is None
    assert outlets.find("People magazine") is not None
    assert outlet_key("news.bbc.co.uk") == outlet_key("BBC News")


def test_a_masthead_that_many_have_names_none_of_them() -> None:
    assert Outlets().find("The Herald") is None
    cited = cited_outlet(hop("Ana Vell", addressee="the Herald"), "", {"orleherald": "Orle Herald"}, own=page())
    assert cited is not None
    assert cited.name == "Orle Herald"


def test_the_list_is_sound() -> None:
    kinds = {"agency", "newspaper", "magazine", "broadcaster", "portal", "social"}
    outlets = list(Outlets())
    assert {outlet.kind for outlet in outlets} == kinds
    assert len({outlet.name for outlet in outlets}) == len(outlets)
    assert all(outlet.domain is None or "." in outlet.domain for outlet in outlets)


def test_agencies() -> None:
    assert is_agency("Reuters")
    assert is_agency("Corvane News Agency")
    assert is_agency(page(outlet="Tidewire"))
    assert not is_agency("The Harbour Post")
    assert not is_agency("National Food Agency")


@pytest.mark.parametrize(
    ("said", "name"),
    [
        (hop("Radio Ostro", kind="outlet", type_="outlet"), "Radio Ostro"),
        (hop("the portal Quillon Daily", kind="outlet", type_="outlet"), "Quillon Daily"),
        (hop("Tidewire", type_="place"), "Tidewire"),
        (hop("Rogelio Absin", addressee="Tidewire on the beach"), "Tidewire"),
        (hop("The Unlisted Bugle", kind="outlet", type_="outlet"), "Unlisted Bugle"),
    ],
)
def test_an_outlet_cited_by_name(said: object, name: str) -> None:
    cited = cited_outlet(said, "", KNOWN, own=page())  # type: ignore[arg-type]
    assert cited is not None
    assert (cited.name, cited.key) == (name, outlet_key(name))


def test_an_outlet_cited_beside_the_speaker() -> None:
    around = "Earlier, The Times reported rain. She dismissed the 2.4 million euros quoted by The Harbour Post."
    cited = cited_outlet(hop("She", "Alenka Prelog"), around, KNOWN, own=page())
    assert cited is not None
    assert cited.name == "The Harbour Post"


def test_the_radio_is_the_one_named_before() -> None:
    around = "Radio Ostro reported on Monday that boats were seized. The radio quoted a diplomat."
    cited = cited_outlet(hop("The radio", kind="outlet", type_="outlet"), around, KNOWN, own=page())
    assert cited is not None
    assert cited.name == "Radio Ostro"


@pytest.mark.parametrize(
    ("words", "kind", "plural"),
    [
        ("online reports", "portal", True),
        ("A farming paper", "paper", False),
        ("a private radio station in Saint-Louis", "broadcaster", False),
        ("several newspapers", "paper", True),
        ("local media", "any", True),
        ("one estimate", "any", False),
        ("a news agency", "agency", False),
    ],
)
def test_an_outlet_cited_without_a_name(words: str, kind: str, plural: bool) -> None:
    cited = cited_outlet(hop(words, kind="outlet", type_="outlet"), "", KNOWN, own=page())
    assert cited is not None
    assert (cited.key, cited.kind, cited.plural) == (None, kind, plural)


@pytest.mark.parametrize(
    "words", ["the food agency", "the police station", "the company’s annual report", "the social network", "this blog"]
)
def test_what_is_no_outlet(words: str) -> None:
    assert cited_outlet(hop(words, kind="group", type_="group"), "", KNOWN, own=page()) is None


def test_a_page_does_not_cite_itself() -> None:
    told = hop("Marites Dumagat", addressee="The Harbour Post")
    assert cited_outlet(told, "", KNOWN, own=page(outlet="The Harbour Post")) is None
    assert cited_outlet(told, "", KNOWN, own=page()) is not None


def test_which_pages_an_indefinite_citation_can_mean() -> None:
    cited = cited_outlet(hop("A farming paper", kind="outlet", type_="outlet"), "", KNOWN)
    assert cited is not None
    assert fits(cited, page(outlet="Plainsman Gazette")) is True
    assert fits(cited, page(outlet="Radio Ostro")) is False
    assert fits(cited, page(outlet="Quux")) is None


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("A farming paper made that exactly 11.25 million.", [("paper", None)]),
        ("The strike could, by one estimate, cost 2.4 million euros a day.", [("any", None)]),
        ("According to local media, the road is open.", [("any", None)]),
        ("Several newspapers say that they fled.", [("paper", None)]),
        ("The Harbour Post reported that it costs 2.4 million a day.", [("paper", "The Harbour Post")]),
        ("He folded a paper boat and read a scientific paper.", []),
        ("The company published an annual report and one estimate of its losses.", []),
        ("They met at a police station.", []),
    ],
)
def test_outlets_in_a_sentence_of_the_writers_own(sentence: str, expected: list[tuple[str, str | None]]) -> None:
    assert [(cited.kind, cited.name) for cited in cited_in(sentence, KNOWN, own=page())] == expected


def test_very_many_outlets_are_looked_up_and_not_compared() -> None:
    many = KNOWN | {f"outlet{number}": f"Outlet {number}" for number in range(50_000)}
    cited = cited_outlet(hop("Outlet 49999", kind="outlet", type_="outlet"), "", many, own=page())
    assert cited is not None
    assert cited.key == "outlet49999"
