"""Pinned floors of the trained reader: weights may be exchanged for better ones, never quietly for worse ones.

The floors stand a little below what the weights beside the code give on these samples. The sentences at the end are
ours, need no corpus, and are so plain that any good reader has them right.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from scored_readings import below, read, score, write, write_newsroom

from plain_documents import document
from sayso.capture import CaptureOptions, open_inputs
from sayso.nouns import Attribution, Capture, Given, Reading
from sayso.pipeline import read_capture
from sayso.plugins import load_reader
from sayso.reader.layers import Reader

#: Articles of PolNeAR's development part, evenly over their names; attributions that stand in no other. Per cent.
ARTICLES = 12
POLNEAR = {"source": 77.0, "cue": 68.0, "content": 59.5, "soft tuple": 68.0}
CHAINS = {"cue": 0.89, "parent": 0.96}
#: Two stories.
STORIES = "0[56]-*"
NEWSROOM = {"cue": 0.90, "speaker name": 0.96}
#: Of our own sentences, so many may be read otherwise.
MOST_OTHERWISE = 1


@pytest.fixture(scope="module")
def reader() -> Reader:
    return load_reader("model")


@pytest.mark.shared
def test_polnear(reader: Reader, corpus: Callable[[str], Path], shared_data: Path, tmp_path: Path) -> None:
    part = corpus("polnear") / "polnear" / "data" / "dev"
    gold, readings = tmp_path / "gold", tmp_path / "readings"
    (gold / "text").mkdir(parents=True)
    (gold / "attributions").symlink_to(part / "attributions")
    readings.mkdir()
    texts = sorted((part / "text").iterdir())
    for path in texts[:: len(texts) // ARTICLES][:ARTICLES]:
        (gold / "text" / path.name).symlink_to(path)
        write(readings, read(reader, path.read_text(encoding="utf-8")), path.name)
    total = score(shared_data, "score_polnear.py", readings, str(gold), "--outer")
    figures = {role: total[role]["exact"][2] for role in ("source", "cue", "content")}
    assert below(figures | {"soft tuple": total["soft tuple"][2]}, POLNEAR) == {}


@pytest.mark.shared
def test_chains(reader: Reader, shared_data: Path, tmp_path: Path) -> None:
    for path in (shared_data / "chains").glob("*.txt"):
        write(tmp_path, read(reader, path.read_text(encoding="utf-8")), path.stem)
    total = score(shared_data, "score_chains.py", tmp_path, "--gold", str(shared_data / "chains"))["total"]
    assert below({"cue": total["cue"]["F1"], "parent": total["parent"]["accuracy"]}, CHAINS) == {}


@pytest.mark.shared
def test_newsroom(reader: Reader, shared_data: Path, tmp_path: Path) -> None:
    gold, readings = tmp_path / "gold", tmp_path / "readings"
    gold.mkdir()
    readings.mkdir()
    for story in (shared_data / "newsroom").glob(STORIES):
        (gold / story.name).symlink_to(story)
    write_newsroom(readings, reader, gold)
    total = score(shared_data, "score_newsroom.py", readings, "--only", "html", "--gold", str(gold))
    assert below({"cue": total["cue"]["f1"], "speaker name": total["speaker name"]["rate"]}, NEWSROOM) == {}


class Hop(NamedTuple):
    """A link of a chain: the name of who speaks, as far as the page gives one, and the cue."""

    speaker: str
    cue: str


def chains(reading: Reading) -> Iterator[list[Hop]]:
    """The chain of each claim, the innermost hop first."""
    names = {entity.id: entity.name for entity in reading.entities}
    hops = {
        a.id: Hop(names.get(a.source.entity or "", a.source.text or ""), a.cue.text if a.cue else "")
        for a in reading.attributions
    }
    for claim in reading.claims:
        yield [hops[ident] for ident in claim.chain]


#: Of the page that started the project: in the innermost hop, in the one around it.
FIRST_PAGE = (
    (Hop("Stewart", "stated"), Hop("Guardian", "reported")),
    (Hop("Waldhauser", "told"), Hop("New York Times", "according to")),
    (Hop("", "is believed"), Hop("Fox News", "reported")),
)


@pytest.mark.shared
def test_hearsay_of_the_first_page(reader: Reader, shared_data: Path) -> None:
    (capture,) = open_inputs([str(shared_data / "first-page" / "page.txt")], CaptureOptions())
    assert isinstance(capture, Capture)
    read_chains = list(chains(read_capture(capture, given=Given(published="2017-10-28"), reader=reader)))

    def found(wanted: tuple[Hop, ...]) -> bool:
        return any(
            len(chain) == len(wanted)
            and all(a.speaker in b.speaker and a.cue in b.cue for a, b in zip(wanted, chain, strict=True))
            for chain in read_chains
        )

    assert [wanted for wanted in FIRST_PAGE if not found(wanted)] == []


class Said(NamedTuple):
    """An attribution of a sentence, with the number of the one around it."""

    source: str
    cue: str
    content: str
    parent: int | None = None


OWN: dict[str, list[Said]] = {
    "The mayor, Ida Roux, said on Monday that the bridge was closed.": [
        Said("The mayor, Ida Roux", "said", "that the bridge was closed")
    ],
    "“We will not let a ship in,” said Ines Falk, who heads the port authority.": [
        Said("Ines Falk, who heads the port authority", "said", "We will not let a ship in")
    ],
    "According to Reuters, 3,000 people left the town in March.": [
        Said("Reuters", "According to", "3,000 people left the town in March")
    ],
    "The Vashti dam had failed, the engineers warned.": [Said("the engineers", "warned", "The Vashti dam had failed")],
    "Police believe that two men fled across the border.": [
        Said("Police", "believe", "that two men fled across the border")
    ],
    "The minister told a Senate panel that the army would withdraw from Korr by June.": [
        Said("The minister", "told", "that the army would withdraw from Korr by June")
    ],
    "Nadia Petrov, the head of the union, added that the strike would go on.": [
        Said("Nadia Petrov, the head of the union", "added", "that the strike would go on")
    ],
    "The Guardian reported on Monday that Rory Stewart said that 5,000 people were evacuated.": [
        Said("The Guardian", "reported", "that Rory Stewart said that 5,000 people were evacuated"),
        Said("Rory Stewart", "said", "that 5,000 people were evacuated", parent=0),
    ],
    "The New York Times reported that officials said that the bridge was closed.": [
        Said("The New York Times", "reported", "that officials said that the bridge was closed"),
        Said("officials", "said", "that the bridge was closed", parent=0),
    ],
    "The water rose again. Fog lay on the river.": [],
}


def bare(text: str | None) -> str:
    """Without the marks at its ends, which corpora and readers count differently."""
    return (text or "").strip(" ,.“”")


def said(attributions: tuple[Attribution, ...]) -> list[Said]:
    numbers = {a.id: number for number, a in enumerate(attributions)}
    return [
        Said(
            bare(a.source.text),
            a.cue.text if a.cue else "",
            bare(a.content.text),
            numbers[a.parent] if a.parent else None,
        )
        for a in attributions
    ]


def test_plain_sentences_are_read_right(reader: Reader) -> None:
    found = {text: said(read(reader, text).attributions) for text in OWN}
    otherwise = {text: found[text] for text in OWN if found[text] != OWN[text]}
    assert len(otherwise) <= MOST_OTHERWISE, otherwise


def test_names_and_syntax_of_a_plain_sentence(reader: Reader) -> None:
    text = "The mayor, Ida Roux, said on Monday that the bridge in Geneva was closed."
    layers = reader.read(document(text))
    names = {(m.text, m.type) for m in layers.mentions}
    assert {("Ida Roux", "person"), ("Geneva", "place")} <= names
    words = {text[t.start : t.end]: t for t in layers.tokens}
    assert [text[t.start : t.end] for t in layers.tokens if t.head == -1] == ["said"]
    head = words["mayor"].head
    assert head is not None
    assert layers.tokens[head] == words["said"]
    assert [words[w].upos for w in ("mayor", "Roux", "said", "bridge")] == ["NOUN", "PROPN", "VERB", "NOUN"]
