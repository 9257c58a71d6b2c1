"""Tokens joined to text: every token keeps its characters."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from joining import WRITTEN, join, join_lines, touched

WORDS = [
    "Ida",
    "Roux",
    "said",
    "she",
    "do",
    "n't",
    "'s",
    "U.S.",
    ".",
    ",",
    "``",
    "''",
    '"',
    "-LRB-",
    "-RRB-",
    "$",
    "5",
    "%",
]


@pytest.mark.parametrize(
    ("tokens", "text"),
    [
        ("`` I do n't , '' she said .", '"I don\'t," she said.'),
        ('" No " , he said . " Never . "', '"No", he said. "Never."'),
        ("the workers ' union -LRB- UW -RRB-", "the workers' union (UW)"),
        ("It cost $ 5 , or 3 % : Roux 's guess", "It cost $5, or 3%: Roux's guess"),
        ("`` ` Go , ' he said , '' she said", "\"'Go,' he said,\" she said"),
    ],
)
def test_reads_as_running_text(tokens: str, text: str) -> None:
    assert join(tokens.split())[0] == text


def test_full_stop_behind_an_abbreviation_is_the_same_character() -> None:
    text, ranges = join(["in", "the", "U.S.", "."])
    assert text == "in the U.S."
    assert ranges[-1] == (11, 11)
    assert touched(ranges, 7, 11) == (2, 3)


@given(st.lists(st.sampled_from(WORDS), max_size=12))
def test_every_token_keeps_its_characters(tokens: list[str]) -> None:
    text, ranges = join(tokens)
    assert len(ranges) == len(tokens)
    for token, (start, end) in zip(tokens, ranges, strict=True):
        assert text[start:end] == WRITTEN.get(token, token) or (token == "." and start == end)
    assert all(a[1] <= b[0] for a, b in itertools.pairwise(ranges))


def test_lines_are_paragraphs() -> None:
    text, ranges = join_lines([["No", "."], ["Yes", "."]])
    assert text == "No.\nYes."
    assert [[text[a:b] for a, b in line] for line in ranges] == [["No", "."], ["Yes", "."]]


def test_touched_takes_the_tokens_that_a_range_cuts() -> None:
    ranges = [(0, 3), (4, 8), (9, 12)]
    assert touched(ranges, 2, 5) == (0, 2)
    assert touched(ranges, 4, 12) == (1, 3)
    assert touched(ranges, 3, 4) is None
