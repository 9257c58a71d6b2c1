"""Datelines, and sources that are cut out of what the patterns give."""

from __future__ import annotations

import pytest

from plain_documents import document
from sayso.reader.common.datelines import agency_of, dateline_end
from sayso.reader.rules import RulesReader


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("DELČEVO, North Macedonia (Corvane) – At least nine people died.", "At least nine people died."),
        ("WASHINGTON ― The administration announced plans.", "The administration announced plans."),
        ("KOPER, Slovenia, 12 June (Tidewire) -- Dockers stopped.", "Dockers stopped."),
        ("SAN MARCOS, Guatemala (Corvane) — A quake struck.", "A quake struck."),
        ("Rosario (Tidewire) – Exports fell.", "Exports fell."),
        ("The board – which met on Monday – agreed.", "The board – which met on Monday – agreed."),
        ("A – b.", "A – b."),
        ("NATO-led troops left.", "NATO-led troops left."),
        ("The Front (KFL) – a militia – left.", "The Front (KFL) – a militia – left."),
    ],
)
def test_datelines(text: str, body: str) -> None:
    assert text[dateline_end(text, 0, len(text)) :] == body


def test_the_agency_of_a_dateline() -> None:
    text = "KOPER, Slovenia (Tidewire) – Dockers stopped."
    span = agency_of(text, 0, len(text))
    assert span is not None
    assert text[slice(*span)] == "Tidewire"
    assert agency_of("Dockers stopped.", 0, 16) is None


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("At the camp near Yalinga they counted 40 men.", "they"),
        ("The museum that bought it has said that it is looking.", "The museum that bought it"),
        ("Tulcea, where the company has a depot, has asked for an inspection.", "Tulcea"),
        ("It repeated that all was well, a claim disputed by Ida Roux.", "Ida Roux"),
        ("She was one of 163 people the coast guard says were saved.", "the coast guard"),
        ("In Larkfield women who smoke fish complain that the price fell.", "women who smoke fish"),
    ],
)
def test_sources(text: str, source: str) -> None:
    found = RulesReader().read(document(text)).attributions
    assert found[-1].source.text == source


@pytest.mark.parametrize(
    ("text", "addressee"),
    [
        ("Ida Roux wrote to me about a dozen boats: “They are gone.”", "me"),
        ("Ida Roux told supporters from the back of a lorry that the dam would hold.", "supporters"),
        ("Ida Roux told people that the dam would hold.", "people"),
        ("Ida Roux said to rousing applause that the dam would hold.", None),
        ("Ida Roux told a Senate panel that the dam would hold.", "a Senate panel"),
        ("Ida Roux told a morning news conference that the dam would hold.", None),
    ],
)
def test_addressees(text: str, addressee: str | None) -> None:
    found = RulesReader().read(document(text)).attributions
    assert [a.addressee for a in found] == [addressee]


def test_a_request_reported_at_the_end_is_the_inner_hop() -> None:
    text = "The prosecutors have asked Lund to hand over 84 vases, Ida Roux told a hearing on Tuesday."
    inner, outer = RulesReader().read(document(text)).attributions
    assert (inner.source.text, inner.parent) == ("The prosecutors", outer.id)
    assert (outer.source.text, outer.parent) == ("Ida Roux", None)
    assert inner.content.text == "to hand over 84 vases"
    assert outer.content.text == "The prosecutors have asked Lund to hand over 84 vases"


def test_one_who_passes_on_a_statement_is_a_hop() -> None:
    text = "In March, Newsweek shed light on statements by defence officials that the group had moved."
    outer, inner = RulesReader().read(document(text)).attributions
    assert (outer.source.text, outer.cue and outer.cue.text, outer.parent) == ("Newsweek", "shed light on", None)
    assert (inner.source.text, inner.parent) == ("defence officials", outer.id)


@pytest.mark.parametrize(
    ("after", "venue"),
    [
        (
            "The minister’s statements came during the program Brell’s Morning as men left.",
            "the program Brell’s Morning",
        ),
        ("Her remarks were made at a dinner in Brell.", "a dinner in Brell"),
        ("The mayor’s statements came during a rally.", None),
        ("The rain came during the night.", None),
    ],
)
def test_a_venue_told_in_the_next_sentence(after: str, venue: str | None) -> None:
    text = f"Defence Minister Rosa Klein said that the group had moved. {after}"
    assert RulesReader().read(document(text)).attributions[0].venue == venue


@pytest.mark.parametrize(
    "text", ["FIX IS IN: Moderators ignore the scandal.", "I’m knocking on doors, informing people that it rained."]
)
def test_clauses_are_no_sources(text: str) -> None:
    assert RulesReader().read(document(text)).attributions == ()


def test_what_cannot_speak_is_no_source() -> None:
    text = "The UN says that there have been 18,413 reported cases in the country."
    assert [a.source.text for a in RulesReader().read(document(text)).attributions] == ["The UN"]
