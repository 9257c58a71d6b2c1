"""The trained reader from text to layers, with graphs whose answers are known."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_model import Said, TableGraphs, made_model

from plain_documents import document
from sayso.reader.layers import Layers, Reader
from sayso.reader.model import ModelReader, encode
from sayso.reader.model.weights import Biases

TEXT = "Ida Roux said that officials claimed the dam burst. Fog lay on Korr."
CONTENT = ("that", "officials", "claimed", "the", "dam", "burst")


def graphs() -> TableGraphs:
    """What the table says of :data:`TEXT`."""
    table = {
        "ida": Said(name="B-person", upos="PROPN", head="said", deprel="nsubj", roles={"said": "B-source"}),
        "roux": Said(name="I-person", upos="PROPN", head="ida", roles={"said": "E-source"}),
        "said": Said(outer="B", cue="B", upos="VERB", factuality=7.0),
        **{word: Said(head="said", roles={"said": "I-content"}) for word in CONTENT},
        "fog": Said(head="lay", deprel="nsubj"),
        "lay": Said(upos="VERB", factuality=2.004),
        "on": Said(head="lay"),
        "korr": Said(name="B-place", upos="PROPN", head="lay"),
    }
    table["that"].roles["said"] = "B-content"
    table["burst"].roles["said"] = "E-content"
    table["officials"].roles["claimed"] = "S-source"
    table["claimed"].cue = "B"
    for word, label in zip(("the", "dam", "burst"), "BIE", strict=True):
        table[word].roles["claimed"] = f"{label}-content"
    return TableGraphs(table)


def read(text: str = TEXT, biases: Biases | None = None) -> Layers:
    return ModelReader(model=made_model(graphs(), biases)).read(document(text))


def test_it_is_a_reader_with_a_version() -> None:
    reader = ModelReader(model=made_model(graphs()))
    assert isinstance(reader, Reader)
    assert (reader.profile, reader.version) == ("model", "made")


def test_sources_cues_contents_and_chains_come_out() -> None:
    outer, inner = read().attributions
    assert outer.cue is not None
    assert inner.cue is not None
    assert (outer.source.text, outer.cue.text) == ("Ida Roux", "said")
    assert outer.content.text == "that officials claimed the dam burst"
    assert (inner.source.text, inner.cue.text) == ("officials", "claimed")
    assert inner.content.text == "the dam burst"
    assert (outer.parent, inner.parent) == (None, outer.id)
    assert 0.9 < outer.score <= 1


def test_a_cue_that_is_not_sure_enough_is_left_out() -> None:
    (only,) = read(biases=Biases(outer=0.0, cue=0.0, alone=2.0, nested=2.0)).attributions
    assert only.cue is not None
    assert only.cue.text == "said"


def test_a_cue_that_only_the_rules_see_is_kept_where_the_net_gives_it_a_content_and_is_sure_enough() -> None:
    made = graphs()
    made.table["said"].outer = made.table["said"].cue = "O"
    found = {}
    for ruled in (1.0, 0.0):
        biases = Biases(outer=0.0, cue=0.0, alone=2.0, nested=2.0, ruled=ruled)
        layers = ModelReader(model=made_model(made, biases)).read(document(TEXT))
        found[ruled] = [a.cue.text for a in layers.attributions if a.cue]
    assert found == {1.0: [], 0.0: ["said"]}


def test_names_become_mentions() -> None:
    found = [(m.text, m.type) for m in read().mentions if m.form == "name"]
    assert found == [("Ida Roux", "person"), ("Korr", "place")]


def test_tokens_have_parts_of_speech_heads_and_factuality() -> None:
    layers = read()
    words = [TEXT[t.start : t.end] for t in layers.tokens]
    by_word = dict(zip(words, layers.tokens, strict=True))
    assert by_word["Ida"].upos == "PROPN"
    assert by_word["Ida"].head == words.index("said")
    assert by_word["Ida"].deprel == "nsubj"
    assert by_word["Fog"].head == words.index("lay")  # counted over the whole text
    assert [w for w, t in by_word.items() if t.head == -1] == ["said", "lay"]
    assert {by_word["said"].deprel, by_word["lay"].deprel} == {"root"}
    assert by_word["said"].factuality == 3.0  # clipped to the scale
    assert by_word["lay"].factuality == 2.0
    assert by_word["Ida"].factuality is None


def test_parts_of_a_long_text_are_read_like_the_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "\n".join([TEXT] * 3)
    whole = read(text)
    monkeypatch.setattr(encode, "PART", 12)
    assert read(text) == whole
    assert len(whole.attributions) == 6


def test_a_text_without_words_has_empty_layers() -> None:
    layers = read("")
    assert (layers.tokens, layers.mentions, layers.attributions) == ((), (), ())


MARKS = (".", "“", "”", "\n", "😀")
WORDS = st.sampled_from(["Ida", "Roux", "said", "claimed", "that", "the", "dam", "burst", "officials", "Korr", *MARKS])


@settings(max_examples=40, deadline=None)
@given(st.lists(WORDS, max_size=40).map(" ".join))
def test_ranges_hold_whatever_the_graphs_say(text: str) -> None:
    layers = read(text)
    count = len(layers.tokens)
    for first, last in layers.sentences:
        inside = [n for n, t in enumerate(layers.tokens) if first <= t.start < last]
        assert [layers.tokens[n].head for n in inside].count(-1) == 1
        assert all(layers.tokens[n].head in {-1, *inside} for n in inside)
    assert all(t.head is not None and -1 <= t.head < count for t in layers.tokens)
    ids = [a.id for a in layers.attributions]
    assert ids == [f"a{n + 1}" for n in range(len(ids))]
    for attribution in layers.attributions:
        assert attribution.cue is not None
        assert text[attribution.cue.start : attribution.cue.end] == attribution.cue.text
        assert attribution.content.spans
        assert all(0 <= a < b <= len(text) for a, b in (*attribution.content.spans, *attribution.source.spans))
        assert 0 <= attribution.score <= 1
        assert attribution.parent in {None, *ids} - {attribution.id}
