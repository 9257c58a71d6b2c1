"""Contents that go on to the figure that they announce, and attributions that say nothing."""

from __future__ import annotations

import pytest

from sayso.reader.common.figures import with_figures
from sayso.reader.common.hop import Hop, Span
from sayso.reader.common.page import Page


def hop(page: Page, source: str, cue: str, content: str) -> Hop:
    def span(words: str) -> Span:
        start = page.text.index(words)
        return page.starts.index(start), page.ends.index(start + len(words)) + 1

    return Hop(cue=span(cue), source=span(source), contents=[span(content)], pattern="", score=0.5, sentence=0)


def contents(text: str, *parts: tuple[str, str, str]) -> list[list[str]]:
    page = Page(text)
    found = with_figures(page, [hop(page, *part) for part in parts])
    return [[text[slice(*page.span(*span))] for span in one.contents] for one in found]


@pytest.mark.parametrize(
    ("text", "cue", "content", "wanted"),
    [
        ("Roux gave the toll, 17, and left.", "gave", "the toll", ["the toll, 17"]),
        ("Roux gave the toll, about 17 million.", "gave", "the toll", ["the toll, about 17 million"]),
        ("Roux gave the toll, twenty-three.", "gave", "the toll", ["the toll, twenty-three"]),
        ("Roux named her deputy, 40, and left.", "named", "her deputy", ["her deputy"]),
        ("Roux gave the toll, 40 of them later denied by Leone.", "gave", "the toll", ["the toll"]),
        ("Roux read the result aloud at noon: 31 for Leone; Adan left.", "read", "the result",
         ["the result", "31 for Leone"]),
        ("Roux named the crew: 31 men of Orlec.", "named", "the crew", ["the crew: 31 men of Orlec"]),
        ("Roux told the story: Leone was 31.", "told", "the story", ["the story"]),
        ("Roux saw the result: “We have 31.”", "saw", "the result", ["the result"]),
        ("Roux gave the number: 40, not 50 as the town had said.", "gave", "the number: 40",
         ["the number: 40, not 50 as the town had said"]),
    ],
)  # fmt: skip
def test_a_content_goes_on_to_its_figure(text: str, cue: str, content: str, wanted: list[str]) -> None:
    (found,) = contents(text, ("Roux", cue, content))
    assert found == wanted


def test_a_content_does_not_go_on_over_another_hop() -> None:
    text = "Roux read the result: Leone says 31 wells of clay."
    found = contents(text, ("Roux", "read", "the result"), ("Leone", "says", "31 wells of clay"))
    assert found == [["the result"], ["31 wells of clay"]]


def test_what_is_set_against_a_figure_is_not_said_by_whose_figure_it_was() -> None:
    text = "Forty wells were shut, not fifty as the mayor had said."
    assert contents(text, ("the mayor", "said", "Forty wells were shut, not fifty")) == []
    whole = "Forty wells were shut, not fifty, as the mayor had said."
    assert contents(whole, ("the mayor", "said", "Forty wells were shut, not fifty")) != []


def test_a_verb_of_saying_alone_is_no_content() -> None:
    text = "The wells were shut as the mayor had estimated."
    assert contents(text, ("the mayor", "had", "estimated")) == []
    assert contents(text, ("the mayor", "had", "shut")) != []
