"""Clauses, co-arguments and what a pronoun possesses, on parses written out by hand."""

from __future__ import annotations

import pytest
from hand_parses import layers
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.reader.layers import Token
from sayso.speakers.trees import Trees

PRAISED = """
Klein PROPN 2 nsubj
praised VERB 0 root
her PRON 2 obj
"""
SHIP = """
Klein PROPN 2 nsubj
praised VERB 0 root
her PRON 4 nmod:poss
ship NOUN 2 obj
"""
TOLD = """
Klein PROPN 2 nsubj
told VERB 0 root
Lund PROPN 2 obj
to PART 5 mark
help VERB 2 xcomp
him PRON 5 obj
"""
WHEN = """
When ADV 3 mark
she PRON 3 nsubj
left VERB 6 advcl
, PUNCT 3 punct
Klein PROPN 6 nsubj
waved VERB 0 root
"""
WHO = """
Klein PROPN 5 nsubj
who PRON 3 nsubj
left VERB 1 acl:relcl
her PRON 3 obj
waved VERB 0 root
"""


def trees(rows: str) -> Trees:
    return Trees(layers(rows)[1].tokens)


@pytest.mark.parametrize(
    ("rows", "pronoun", "figure", "bond"),
    [
        (PRAISED, 2, 0, "argument"),  # Klein praised her: somebody else
        (SHIP, 2, 0, ""),  # Klein praised her ship: perhaps her own
        (SHIP, 2, 3, "within"),  # no ship owns itself
        (TOLD, 5, 2, "control"),  # Lund is to help him: somebody else
        (TOLD, 5, 0, ""),  # Klein can be helped
        (WHEN, 1, 4, ""),
    ],
)
def test_bonds(rows: str, pronoun: int, figure: int, bond: str) -> None:
    assert trees(rows).bond(pronoun, figure) == bond


@pytest.mark.parametrize(
    ("rows", "pronoun", "figure", "path"),
    [
        (PRAISED, 2, 0, "same"),
        (WHEN, 1, 4, "above1:advcl"),
        (WHEN, 4, 1, "below"),
        (WHO, 3, 0, "relative"),
    ],
)
def test_paths(rows: str, pronoun: int, figure: int, path: str) -> None:
    assert trees(rows).path(pronoun, figure) == path


def test_who_acts_in_the_clauses_round_a_word() -> None:
    assert trees(TOLD).agents(5) == [(2, "own"), (0, "xcomp")]
    assert trees(WHEN).agents(1) == [(4, "advcl")]


def test_depth_counts_clauses_that_are_not_joined() -> None:
    assert trees(WHEN).depth(1) == 1
    assert trees(WHEN).depth(4) == 0


@settings(max_examples=80, deadline=None)
@given(st.lists(st.tuples(st.integers(-1, 11), st.sampled_from(["nsubj", "obj", "conj", "advcl", "nmod:poss", "root"]))
                , min_size=12, max_size=12))  # fmt: skip
def test_a_parse_that_is_no_tree_does_no_harm(rows: list[tuple[int, str]]) -> None:
    made = Trees([Token(start=n, end=n + 1, upos="X", head=head, deprel=rel) for n, (head, rel) in enumerate(rows)])
    for at in range(12):
        made.path(at, 11 - at), made.bond(at, 11 - at), made.agents(at), made.depth(at)
        assert 0 <= made.head_of(0, at + 1) <= at
