"""The reader by rules, case by case: a sentence and the attributions that stand in it."""

from __future__ import annotations

import pytest

from plain_documents import document
from sayso.nouns import Attribution
from sayso.reader.layers import Layers, Reader
from sayso.reader.rules import RulesReader


def read(text: str) -> Layers:
    return RulesReader().read(document(text))


def row(text: str, attribution: Attribution) -> tuple[str | None, str, list[str]]:
    assert attribution.cue is not None
    return attribution.source.text, attribution.cue.text, [text[a:b] for a, b in attribution.content.spans]


CASES = [
    # SOURCE cue that CONTENT; a bare clause; a colon
    ("The mayor said that the dam would hold.", [("The mayor", "said", ["that the dam would hold"])]),
    ("The mayor said the dam was safe.", [("The mayor", "said", ["the dam was safe"])]),
    ("Ida Roux said: “We are ready.”", [("Ida Roux", "said", ["“We are ready.”"])]),
    # adjuncts between cue and content
    ("The union said on Monday that 40 had left.", [("The union", "said", ["that 40 had left"])]),
    (
        "Orla Wire reported in a statement on May 3 that the pass was mined.",
        [("Orla Wire", "reported", ["that the pass was mined"])],
    ),
    # the addressee
    ("General Adan told the panel that the group had moved.", [("General Adan", "told", ["that the group had moved"])]),
    ("The envoy urged both sides to stop the shelling.", [("The envoy", "urged", ["to stop the shelling"])]),
    ("Rescuers asked the owner whether the gallery was dry.", [("Rescuers", "asked", ["whether the gallery was dry"])]),
    # content first, and inversion
    ("Two bridges are down, the agency reported.", [("the agency", "reported", ["Two bridges are down"])]),
    ("“It is over,” she said.", [("she", "said", ["“It is over,”"])]),
    ("“It is over,” said Ida Roux, the mayor of Brell.", [("Ida Roux, the mayor of Brell", "said", ["“It is over,”"])]),
    ("“It is over. We go home,” he said.", [("he", "said", ["“It is over. We go home,”"])]),
    # interrupted content
    ("“It is over,” he said, “and we go home.”", [("he", "said", ["“It is over,”", "“and we go home.”"])]),
    ("“It is over,” he said. “We go home.”", [("he", "said", ["“It is over,”", "“We go home.”"])]),
    ("“Is it over?” she asked.", [("she", "asked", ["“Is it over?”"])]),
    # appositives and titles
    (
        "Rosa Klein, head of the water board, warned that the wall was wet.",
        [("Rosa Klein, head of the water board", "warned", ["that the wall was wet"])],
    ),
    (
        "The board’s chairman, Col. Ahmad al-Nasri, denied the report.",
        [("The board’s chairman, Col. Ahmad al-Nasri", "denied", ["the report"])],
    ),
    # according to, on both sides
    ("According to Radio Kesh, the pass is mined.", [("Radio Kesh", "According to", ["the pass is mined"])]),
    ("The pass is mined, according to Radio Kesh.", [("Radio Kesh", "according to", ["The pass is mined"])]),
    (
        "Two drivers, according to the Marine Board, left Port Sella on Monday.",
        [("the Marine Board", "according to", ["Two drivers", "left Port Sella on Monday"])],
    ),
    # a second cue with the first one's source
    (
        "Adan said that the camp was empty, warning that others would follow.",
        [("Adan", "said", ["that the camp was empty"]), ("Adan", "warning", ["that others would follow"])],
    ),
    (
        "Adan said that the camp was empty, accusing Varna of moving men south.",
        [("Adan", "said", ["that the camp was empty"]), ("Adan", "accusing", ["Varna of moving men south"])],
    ),
    # impersonal passives and hearsay
    ("The trucks are believed to have crossed the Varn.", [(None, "are believed", ["to have crossed the Varn"])]),
    ("It is estimated that 300 are missing.", [(None, "is estimated", ["that 300 are missing"])]),
    ("He was reportedly in hospital in Brell.", [(None, "reportedly", ["in hospital in Brell"])]),
    # nouns
    (
        "The paper quoted statements by port officials that the crane had failed.",
        [("port officials", "statements", ["that the crane had failed"])],
    ),
    ("There were rumours that the crane had failed.", [(None, "rumours", ["that the crane had failed"])]),
    # prepositions that belong to the cue
    ("The minister warned of higher prices.", [("The minister", "warned of", ["higher prices"])]),
    ("The bishop called for a truce.", [("The bishop", "called for", ["a truce"])]),
    # refusals
    ("The agency declined to comment on the claim.", [("The agency", "declined to comment on", ["the claim"])]),
    ("The agency did not respond to questions.", [("The agency", "did not respond to", ["questions"])]),
    # quoting another
    (
        "The Ledger quoted a clerk as saying that two boxes were open.",
        [
            ("The Ledger", "quoted", ["that two boxes were open"]),
            ("a clerk", "saying", ["that two boxes were open"]),
        ],
    ),
    # relative clauses between commas stay out of the source; a wish not to be named is no attribution
    (
        "A trader, who asked not to be named, said prices had doubled.",
        [("A trader", "said", ["prices had doubled"])],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[case[0][:50] for case in CASES])
def test_reads(text: str, expected: list[tuple[str | None, str, list[str]]]) -> None:
    found = [row(text, a) for a in read(text).attributions]
    for one in expected:
        assert one in found
    if not text.startswith("The paper quoted"):
        assert len(found) == len(expected)


NOTHING = [
    "The recent claim was read aloud.",
    "He put the lamp on the table.",
    "The report is long.",
    "Prices fell, thanks to the rain.",
    "Kestrel Broadcasting has moved to Brell.",
    "The three states share a border.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_leaves_alone(text: str) -> None:
    assert read(text).attributions == ()


def test_chain_of_two_hops() -> None:
    text = "The Guardian reported on Friday that Rory Stewart stated that all of them should leave."
    outer, inner = read(text).attributions
    assert (outer.source.text, inner.source.text) == ("The Guardian", "Rory Stewart")
    assert (outer.parent, inner.parent) == (None, outer.id)
    assert outer.source.kind == "outlet"
    assert inner.source.kind == "named"


def test_according_to_stands_outside_what_it_reports() -> None:
    text = "Gen. Waldhauser told a panel in March that the group had moved south, according to the New York Times."
    told, according = read(text).attributions
    assert told.parent == according.id
    assert according.parent is None
    assert told.addressee == "a panel"
    assert told.content.text == "that the group had moved south"


def test_quoted_speaker_stands_in_the_one_who_quotes() -> None:
    outer, inner = read("“Rain will come,” the agency quoted him as saying.").attributions
    assert inner.parent == outer.id
    assert inner.source.text == "him"
    assert inner.content == outer.content


@pytest.mark.parametrize(
    "text",
    [
        "According to Radio Kesh, quoting the news agency Orla, the pass is mined.",
        "Radio Kesh, citing the news agency Orla, said that the pass is mined.",
    ],
)
def test_a_cited_source_stands_within_the_one_who_cites(text: str) -> None:
    found = {a.source.text: a for a in read(text).attributions}
    assert set(found) == {"Radio Kesh", "the news agency Orla"}
    radio, orla = found["Radio Kesh"], found["the news agency Orla"]
    assert orla.parent == radio.id
    assert radio.parent is None
    assert orla.content == radio.content
    assert radio.content.text.endswith("the pass is mined")
    assert orla.source.kind == "outlet"


@pytest.mark.parametrize(
    ("text", "kind", "count"),
    [
        ("Ida Roux said it rained.", "named", None),
        ("The mayor said it rained.", "role", None),
        ("Two officials said it rained.", "anonymous", 2),
        ("A diplomat said it rained.", "anonymous", 1),
        ("Port officials said it rained.", "anonymous", None),
        ("The ministry said it rained.", "group", None),
        ("The survey found that it rained.", "document", None),
        ("Reuters said it rained.", "outlet", None),
        ("The Larkfield Herald said it rained.", "outlet", None),
        ("The news agency Orla said it rained.", "outlet", None),
    ],
)
def test_source_kinds(text: str, kind: str, count: int | None) -> None:
    (attribution,) = read(text).attributions
    assert (attribution.source.kind, attribution.source.count) == (kind, count)


@pytest.mark.parametrize(
    ("text", "manner"),
    [
        ("“It is over,” she said.", "direct"),
        ("She said that it was “over”.", "mixed"),
        ("She said that it was over.", "indirect"),
    ],
)
def test_manner(text: str, manner: str) -> None:
    assert read(text).attributions[0].manner == manner


def test_hedges_and_denial() -> None:
    assert read("Officials believe the bridge is down.").attributions[0].hedge.strength == "weak"
    assert read("The trucks are said to have left.").attributions[0].hedge.strength == "strong"
    assert read("The union said it may go to court.").attributions[0].hedge.text == "may"
    assert read("The union said it would go to court.").attributions[0].hedge.strength == "none"
    assert read("Adan denied that the wall had cracked.").attributions[0].polarity == "denied"
    assert read("The agency declined to say why.").attributions[0].act == "refusal"


def test_venue_and_addressee() -> None:
    (told,) = read("Roux told a news conference that the dam was dry.").attributions
    assert (told.venue, told.addressee) == ("a news conference", None)
    (said,) = read("The coast guard said in a statement that the crew was safe.").attributions
    assert said.venue == "a statement"
    (radio,) = read("Roux told Radio Kesh that the dam was dry.").attributions
    assert (radio.venue, radio.addressee) == ("Radio Kesh", "Radio Kesh")


def test_sentences_do_not_cross_lines_and_keep_titles_whole() -> None:
    text = "A heading\nGov. Anna Lund met Dr. Wu. They left at 5 p.m. on Monday.\nNext"
    assert [text[a:b] for a, b in read(text).sentences] == [
        "A heading",
        "Gov. Anna Lund met Dr. Wu.",
        "They left at 5 p.m. on Monday.",
        "Next",
    ]


def test_is_a_reader() -> None:
    assert isinstance(RulesReader(), Reader)
    assert RulesReader().profile == "rules"
