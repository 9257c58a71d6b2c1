"""The page that started the project, read from end to end. Its text is not ours, so it lies beside the project."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.capture import CaptureOptions, open_inputs
from sayso.nouns import Capture, Given, Reading
from sayso.pipeline import read_capture
from sayso.plugins import load_reader

#: cue and last word of the speaker's name (None: the text names nobody), as an editor marks the plain attributions
PLAIN = [
    ("speculations", None),
    ("reported", "Guardian"),
    ("stated", "Stewart"),
    ("added", "Stewart"),
    ("revealed", "May"),
    ("announced", None),
    ("stated", "al-Mesmari"),
    ("accusing", "al-Mesmari"),
    ("statements", "officials"),
    ("told", "Waldhauser"),
    ("according to", "Times"),
    ("asserted", "Waldhauser"),
    ("warning", "Waldhauser"),
    ("added", "Waldhauser"),
    ("reported", "News"),
    ("is believed", None),
    ("told", "Pelton"),
    ("announced", "al-Mesmari"),
    ("added", "al-Mesmari"),
    ("saying", "Fallon"),
    ("according to", "News"),
    ("told", "Morell"),
]


@pytest.fixture(scope="module")
def reading(shared_data: Path) -> Reading:
    (capture,) = open_inputs([str(shared_data / "first-page" / "page.txt")], CaptureOptions())
    assert isinstance(capture, Capture)
    return read_capture(capture, given=Given(published="2017-10-28"), reader=load_reader("rules"))


def test_the_article_ends_before_the_comments(reading: Reading) -> None:
    assert reading.document.text.endswith("for an average cost of $20 per barrel.")
    assert reading.document.published == "2017-10-28"


def test_both_headings_are_found(reading: Reading) -> None:
    text = reading.document.text
    assert [text[a:b] for a, b in reading.document.headings] == [
        "Calls and actions to eliminate IS fighters",
        "Rebuilding IS in Libya",
    ]


def test_both_comments_are_listed_with_author_and_page(reading: Reading) -> None:
    kind, pharma = reading.comments
    assert (kind.author, kind.on) == ("admin", "How the Muslim Brotherhood betrayed Saudi Arabia?")
    assert kind.text.startswith("Great article with insight")
    assert pharma.author is not None
    assert pharma.author.startswith("https://www.viagra")
    assert pharma.on == "Cross-region cooperation between anti-terrorism agencies needed"
    assert (kind.spam, pharma.spam) == (False, True)
    assert len(pharma.reasons) >= 2


def test_the_plain_attributions_are_found(reading: Reading) -> None:
    names = {entity.id: entity.name for entity in reading.entities}
    found = [
        (a.cue.text if a.cue else None, names[a.source.entity].split()[-1] if a.source.entity else None)
        for a in reading.attributions
    ]
    missing = list(PLAIN)
    for each in found:
        if each in missing:
            missing.remove(each)
    assert len(missing) <= 2, missing


def test_hearsay_has_two_hops(reading: Reading) -> None:
    hops = {a.id: a for a in reading.attributions}
    chains = {tuple(hops[h].cue.text for h in c.chain if hops[h].cue) for c in reading.claims}  # type: ignore[union-attr]
    assert {("stated", "reported"), ("told", "according to"), ("is believed", "reported")} <= chains
