"""Which figures are looked at for a pronoun, and what is seen of them, on parses written out by hand."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
import pytest
from hand_parses import layers

from plain_documents import document
from sayso.nouns.attribution import Attribution, Content, Cue, Hedge, Source
from sayso.reader.layers import Layers
from sayso.speakers import resolve
from sayso.speakers.features import Anaphor, Candidate, features
from sayso.speakers.ranker import NOBODY

HAULIERS = """
The DET 2 det
hauliers NOUN 5 nsubj
and CCONJ 4 cc
Klein PROPN 2 conj
left VERB 0 root
as SCONJ 8 mark
they PRON 8 nsubj
wished VERB 5 advcl
"""
AGAIN = """
Klein PROPN 2 nsubj
slept VERB 0 root
and CCONJ 9 cc
when ADV 6 mark
she PRON 6 nsubj
woke VERB 9 advcl
, PUNCT 6 punct
Klein PROPN 9 nsubj
waved VERB 2 conj
"""


def seen(text: str, made: Layers) -> tuple[Anaphor, list[Candidate]]:
    """The one pronoun of a text, and its candidates."""
    found: list[tuple[Anaphor, list[Candidate]]] = []

    def chooser(anaphor: Anaphor, candidates: Sequence[Candidate]) -> tuple[int, float]:
        found.append((anaphor, list(candidates)))
        return NOBODY, 1.0

    resolve(document(text), made, chooser)
    return found[0]


def test_they_can_be_any_plural_and_not_one_person() -> None:
    text, made = layers(HAULIERS, ("Klein", "person", "name"), ("they", "group", "pronoun"))
    _, candidates = seen(text, made)
    assert [c.figure.text for c in candidates] == ["The hauliers"]


def test_a_plural_that_says_nothing_is_no_entity() -> None:
    text, made = layers(HAULIERS, ("Klein", "person", "name"), ("they", "group", "pronoun"))
    found = resolve(document(text), made, lambda anaphor, candidates: (0, 1.0))
    assert [e.name for e in found.entities] == ["Klein"]
    assert [m.entity for m in found.mentions if m.form == "pronoun"] == [None]


@pytest.mark.parametrize(("noun", "speaks"), [("hauliers", True), ("doubts", False)])
def test_what_they_mean_who_speak_is_an_entity_if_it_is_people(noun: str, speaks: bool) -> None:
    rows = HAULIERS.replace("hauliers", noun)
    text, made = layers(rows, ("Klein", "person", "name"), ("they", "group", "pronoun"))
    they, wished = text.index("they"), text.index("wished")
    said = Attribution(
        id="a1",
        source=Source(spans=((they, they + 4),), text="they", entity=None, kind="group"),
        cue=Cue(start=wished, end=wished + 6, text="wished"),
        content=Content(spans=((0, 3),), text="The"),
        manner="indirect",
        parent=None,
        said=None,
        venue=None,
        addressee=None,
        hedge=Hedge(strength="none", text=None),
        polarity="affirmed",
        score=1.0,
    )
    found = resolve(document(text), msgspec.structs.replace(made, attributions=(said,)), lambda a, c: (0, 1.0))
    assert (noun in {e.name for e in found.entities}) is speaks


def test_a_name_that_comes_again_is_seen() -> None:
    names = ("Klein", "person", "name")
    text, made = layers(AGAIN, names, ("she", "person", "pronoun"), names)
    anaphor, candidates = seen(text, made)
    assert [(c.figure.text, c.ahead, c.later is not None) for c in candidates] == [("Klein", False, True)]
    rows = features(anaphor, candidates)
    assert "later:agent0:advcl:subj" in rows[0]
    assert any(name.startswith("nobody:") for name in rows[-1])


def test_without_a_parse_nothing_is_said_of_clauses() -> None:
    names = ("Klein", "person", "name")
    text, made = layers(AGAIN, names, ("she", "person", "pronoun"), names)
    bare = Layers(
        sentences=made.sentences,
        tokens=tuple(type(t)(start=t.start, end=t.end) for t in made.tokens),
        quotations=(),
        mentions=made.mentions,
        attributions=(),
    )
    anaphor, candidates = seen(text, bare)
    assert anaphor.trees is None
    assert not [name for row in features(anaphor, candidates) for name in row if name.startswith(("path", "later"))]
