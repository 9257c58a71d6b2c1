"""Training documents and the labels made of them; needs no torch."""

from __future__ import annotations

import random
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_docs import BEFORE, Row, before, behind, letters, nested, parsed, row, save

from sayso.reader.model.features import GAPS
from sayso.reader.model.labels import begin_end, begin_inside, spans
from training import labels
from training.compose import Composer, joined, whole
from training.corpus import IGNORED, Attribution, Doc, circumstance_labels, cue_labels, load, role_labels

TOKENIZER = letters()


def docs(tmp_path: Path, *rows: Row) -> list[Doc]:
    return list(load(save(tmp_path / "x.train.jsonl", rows), TOKENIZER))


def text(doc: Doc, *ranges: tuple[int, int]) -> str:
    return " / ".join(" ".join(doc.words[a:b]) for a, b in ranges)


# ---- documents


def test_documents_are_arrays_of_one_length(tmp_path: Path) -> None:
    for doc in docs(tmp_path, before(), nested(), parsed()):
        count = len(doc.words)
        assert len(doc.pieces) == len(doc.features) == len(doc.sentence_of) == count
        assert doc.sentences[-1][1] == count
        for layer in (doc.names, doc.upos, doc.heads, doc.deprels, doc.factuality):
            assert layer is None or len(layer) == count


def test_layers_that_are_not_marked_stay_unknown(tmp_path: Path) -> None:
    first, second, third = docs(tmp_path, before(), nested(), parsed())
    assert (first.names, first.upos, first.heads, first.factuality, first.layered) == (None, None, None, None, False)
    assert second.names is not None
    assert second.layered
    assert spans(second.names, labels.NAMES) == [(0, 2, "person")]
    assert second.factuality is not None
    assert np.nansum(second.factuality) == 1.5
    assert third.attributions is None
    assert third.upos is not None
    assert third.upos[-1] == IGNORED
    assert third.deprels is not None
    assert [labels.DEPRELS[n] for n in third.deprels[:6]] == ["nsubj", "root", "advmod", "punct", "nsubj", "root"]


def test_data_of_another_tokeniser_is_refused_and_empty_documents_left_out(tmp_path: Path) -> None:
    other = before("other") | {"words": [[0, 3]]}
    with pytest.raises(ValueError, match="other"):
        docs(tmp_path, other)
    assert docs(tmp_path, row("empty", "")) == []


@pytest.mark.parametrize(
    ("label", "known"),
    [("nsubj", "nsubj"), ("nsubj:pass", "nsubj:pass"), ("nsubj:outer", "nsubj"), ("root", "root"), ("new:x", "dep")],
)
def test_relations_keep_the_subtypes_that_the_net_knows(label: str, known: str) -> None:
    assert labels.deprel(label) == known


# ---- labels

SPANS = st.lists(st.tuples(st.integers(0, 11), st.integers(1, 5)), max_size=2).map(
    lambda found: [(a, min(a + n, 12)) for a, n in found]
)


@settings(deadline=None)
@given(source=SPANS, content=SPANS)
def test_role_labels_are_always_in_the_scheme_and_sources_go_first(
    source: list[tuple[int, int]], content: list[tuple[int, int]]
) -> None:
    made = role_labels(Attribution((0, 1), {"source": source, "content": content}), 0, 12)
    assert made is not None
    moves, begin, end = begin_end(labels.ROLES)
    assert begin[made[0]] == end[made[-1]] == 0
    assert not moves[made[:-1], made[1:]].any()
    both = {"source": source, "content": content}
    inside = {role: {n for a, b in ranges for n in range(a, b)} for role, ranges in both.items()}
    for word, label in enumerate(made):
        role = next((role for role, words in inside.items() if word in words), "")
        assert labels.ROLES[label][2:] == role


def test_a_source_inside_a_content_cuts_it_in_two() -> None:
    made = role_labels(Attribution((3, 4), {"source": [(4, 6)], "content": [(2, 9)]}), 2, 10)
    assert made is not None
    assert spans(made, labels.ROLES) == [(0, 2, "content"), (2, 4, "source"), (4, 7, "content")]


def test_contents_side_by_side_stay_two() -> None:
    made = role_labels(Attribution((0, 1), {"source": [], "content": [(1, 3), (3, 4)]}), 0, 5)
    assert made is not None
    assert [labels.ROLES[n] for n in made] == ["O", "B-content", "E-content", "S-content", "O"]


@pytest.mark.parametrize("window", [(2, 9), (3, 10), (4, 8)])
def test_roles_that_reach_out_of_the_window_give_no_labels(window: tuple[int, int]) -> None:
    attribution = Attribution((5, 6), {"source": [(2, 4)], "content": [(6, 10)]})
    assert role_labels(attribution, *window) is None
    assert role_labels(attribution, 2, 10) is not None


def test_circumstances_are_cut_at_the_window() -> None:
    made = circumstance_labels(Attribution((5, 6), {"venue": [(1, 4)], "addressee": [(6, 7)], "time": []}), 2, 8)
    assert spans(made, labels.CIRCUMSTANCES) == [(0, 2, "venue"), (4, 5, "addressee")]
    moves, begin = begin_inside(labels.CIRCUMSTANCES)
    assert begin[made[0]] == 0
    assert not moves[made[:-1], made[1:]].any()


def cues(doc: Doc, *, outer: bool) -> list[str]:
    return [doc.words[a] for a, _, _ in spans(np.maximum(cue_labels(doc, outer=outer), 0), labels.CUE)]


def test_the_first_head_learns_outer_cues_and_the_second_all(tmp_path: Path) -> None:
    (doc,) = docs(tmp_path, nested())
    assert cues(doc, outer=True) == ["said"]
    assert cues(doc, outer=False) == ["said", "claimed"]
    assert IGNORED not in cue_labels(doc, outer=False)


def test_inside_contents_of_one_layer_nothing_is_known(tmp_path: Path) -> None:
    (doc,) = docs(tmp_path, before())
    assert doc.attributions is not None
    ((first, last),) = doc.attributions[0].roles["content"]
    made = cue_labels(doc, outer=False)
    assert (made[first:last] == IGNORED).all()
    assert (made == IGNORED).sum() == last - first
    assert cues(doc, outer=False) == ["said"]
    assert IGNORED not in cue_labels(doc, outer=True)


def test_the_wider_of_two_cues_gives_way_where_they_overlap() -> None:
    doc = Doc("d", ["a"] * 6, [[1]] * 6, np.zeros(6, np.int64), [(0, 6)], np.zeros(6, np.int64), layered=True)
    roles = {"source": [], "content": []}
    doc.attributions = [Attribution((2, 3), roles), Attribution((1, 5), roles)]
    assert [labels.CUE[n] for n in cue_labels(doc, outer=True)] == ["O", "B", "B", "I", "I", "O"]


# ---- chains made of two sentences


@pytest.fixture
def composer(tmp_path: Path) -> Composer:
    return Composer(docs(tmp_path, before(), behind(), nested()))


def test_the_composer_finds_frames_on_both_sides(composer: Composer) -> None:
    assert [text(doc, (a, b)) for doc, a, b, _ in composer.before] == ["The ministry said on Monday that"]
    assert [text(doc, (a, b)) for doc, a, b, _ in composer.behind] == [", Ida Roux wrote"]
    assert [doc.name for doc, _, _, _ in composer.clauses] == ["before", "behind", "nested"]


def test_sentences_that_an_attribution_leaves_are_not_whole(tmp_path: Path) -> None:
    (doc,) = docs(tmp_path, before())
    count = len(doc.words)
    assert whole(doc, 0, count) == doc.attributions
    assert whole(doc, 0, count - 3) is None
    assert whole(doc, count - 1, count) == []


@pytest.mark.parametrize("seed", range(25))
def test_composed_ranges_point_to_what_they_should(composer: Composer, seed: int) -> None:
    doc = composer.make(random.Random(seed))
    count = len(doc.words)
    assert len(doc.pieces) == len(doc.features) == len(doc.sentence_of) == count
    assert doc.sentences == [(0, count)]
    assert [len(p) for p in doc.pieces] == [min(len(w), 12) for w in doc.words]
    assert doc.attributions is not None
    outer, *inner = doc.attributions
    assert not outer.nested
    assert all(a.nested for a in inner)
    behind_it = doc.words[-1] == "wrote" and doc.words[-4] == ","
    known = {
        "said": ("The ministry", "that the old stone bridge had been shut"),
        "wrote": ("Ida Roux", "The dam above Korr had burst in the night"),
        "claimed": ("officials", "the dam burst"),
    } | ({"said": ("Ida Roux", "that officials claimed the dam burst")} if len(inner) == 2 else {})
    for attribution in inner:
        source, content = known[text(doc, attribution.cue)]
        assert text(doc, *attribution.roles["source"]) == source
        assert text(doc, *attribution.roles["content"]) == content
    ((begin, end),) = outer.roles["content"]
    if behind_it and text(doc, outer.cue) == "wrote":
        assert text(doc, *outer.roles["source"]) == "Ida Roux"
        assert (begin, end) == (0, count - 4)
    else:
        assert (text(doc, outer.cue), text(doc, *outer.roles["source"])) == ("said", "The ministry")
        assert text(doc, *outer.roles["time"]) == "on Monday"
        assert doc.words[begin] == "that"
        assert end == count
    for attribution in inner:
        for a, b in (attribution.cue, *attribution.roles["source"], *attribution.roles["content"]):
            assert begin <= a < b <= end
    assert not any(begin <= word < end for word in range(*outer.cue))


def case(feature: int) -> int:
    return feature // (GAPS * 2)


def test_a_clause_behind_that_begins_small_unless_with_a_name(tmp_path: Path) -> None:
    named = behind("named") | {"names": [[0, 2, "place"]]}
    for clause, expected in ((behind(), 1), (named, 2)):
        composer = Composer(docs(tmp_path, before(), clause))
        composer.clauses = [c for c in composer.clauses if c[0].name == clause["id"]]
        made = next(d for d in map(composer.make, map(random.Random, range(20))) if d.words[0:2] == ["The", "ministry"])
        joint = made.words.index("that") + 1
        assert case(made.features[joint]) == expected
        assert made.features[joint] // 2 % GAPS == 1
        assert made.features[0] // 2 % GAPS == 2


def test_joined_documents_keep_their_ranges(tmp_path: Path) -> None:
    made = joined(docs(tmp_path, before(), nested(), parsed()))
    assert made.attributions is not None
    assert [(text(made, a.cue), text(made, *a.roles["source"]), a.nested) for a in made.attributions] == [
        ("said", "The ministry", False), ("said", "Ida Roux", False), ("claimed", "officials", True),
    ]  # fmt: skip
    count = len(made.words)
    assert len(made.pieces) == len(made.features) == len(made.sentence_of) == count
    assert [made.sentence_of[a] for a, _ in made.sentences] == list(range(len(made.sentences)))
    assert made.sentences[-1][1] == count
    assert made.names is not None
    first = len(BEFORE[:-1].split()) + 1
    assert (made.names[:first] == IGNORED).all()
    assert spans(np.maximum(made.names, 0), labels.NAMES) == [(first, first + 2, "person")]
    assert made.upos is not None
    assert made.upos[-7] == labels.UPOS.index("NOUN")
