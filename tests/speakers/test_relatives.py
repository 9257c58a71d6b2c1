"""Whom *who* and *which* mean as a source."""

from __future__ import annotations

import pytest
from hand_parses import layers

from plain_documents import document
from sayso.reader.rules import RulesReader
from sayso.speakers import resolve
from sayso.speakers.relatives import antecedent

APPOSITION = """
A DET 3 det
former ADJ 3 amod
inspector NOUN 9 nsubj
, PUNCT 5 punct
Velkov PROPN 3 appos
, PUNCT 8 punct
who PRON 8 nsubj
told VERB 3 acl:relcl
left VERB 0 root
"""
AFTER_PREPOSITION = """
They PRON 2 nsubj
met VERB 0 root
with ADP 5 case
the DET 5 det
director NOUN 2 obl
and CCONJ 8 cc
who PRON 8 nsubj
said VERB 5 acl:relcl
so ADV 8 advmod
"""
OBJECT_CLAUSE = """
Klein PROPN 2 nsubj
asked VERB 0 root
who PRON 4 nsubj
told VERB 2 ccomp
them PRON 4 obj
"""


@pytest.mark.parametrize(
    ("rows", "phrase"),
    [
        (APPOSITION, "A former inspector , Velkov"),
        (AFTER_PREPOSITION, "the director"),
        (OBJECT_CLAUSE, None),
    ],
)
def test_the_phrase_that_the_pronoun_takes_up(rows: str, phrase: str | None) -> None:
    text, made = layers(rows)
    span = antecedent(text, made.tokens, (), text.index("who"))
    assert (text[slice(*span)] if span else None) == phrase


def test_without_syntax_the_name_right_before() -> None:
    text = "The mayor, Goran Ristevski, who told reporters that nine had died, wept."
    made = document(text)
    found = resolve(made, RulesReader().read(made))
    names = {entity.id: entity.name for entity in found.entities}
    assert {names.get(a.source.entity or "") for a in found.attributions} == {"Goran Ristevski"}


def test_no_pronoun_there() -> None:
    text, made = layers(APPOSITION)
    assert antecedent(text, made.tokens, (), 1) is None


def test_a_wish_to_go_without_a_name_is_no_statement() -> None:
    text = "An official in the ministry, who asked not to be named, said that the gallery was shut."
    found = RulesReader().read(document(text)).attributions
    assert [a.content.text for a in found] == ["that the gallery was shut"]
