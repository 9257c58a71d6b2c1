"""What must hold on any text: ranges inside the text, in order, and equal to the quoted words."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from plain_documents import document
from sayso.reader.rules import RulesReader

VOCABULARY = """
said told that according to “ ” " ' ’s , . : ; — the mayor Ida Roux Reuters is believed denied asked who and but
reported he it was in March 30 people 😀 قال 部长 ( ) Gov. a statement quoted as saying declined comment accusing of
"""
WORDS = st.sampled_from([*VOCABULARY.split(), "\n"])
TEXTS = st.one_of(st.text(max_size=120), st.lists(WORDS, max_size=60).map(" ".join))


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_ranges_hold(text: str) -> None:
    layers = RulesReader().read(document(text))
    for start, end in layers.sentences:
        assert 0 <= start < end <= len(text)
        assert "\n" not in text[start:end]
    assert [t.start for t in layers.tokens] == sorted(t.start for t in layers.tokens)
    for mention in layers.mentions:
        assert text[mention.start : mention.end] == mention.text
    ids = {a.id for a in layers.attributions}
    for number, attribution in enumerate(layers.attributions, 1):
        assert attribution.id == f"a{number}"
        assert attribution.cue is not None
        assert text[attribution.cue.start : attribution.cue.end] == attribution.cue.text
        assert attribution.content.spans
        assert attribution.content.text == " ".join(text[a:b] for a, b in attribution.content.spans)
        if attribution.source.spans:
            assert attribution.source.text == text[slice(*attribution.source.spans[0])]
        assert attribution.parent in ids - {attribution.id} | {None}


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_chains_end(text: str) -> None:
    by_id = {a.id: a for a in RulesReader().read(document(text)).attributions}
    for attribution in by_id.values():
        seen = {attribution.id}
        parent = attribution.parent
        while parent is not None:
            assert parent not in seen
            seen.add(parent)
            parent = by_id[parent].parent
