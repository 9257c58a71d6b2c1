"""What each word of a pair has on the other side."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tokenizers import Tokenizer, models, pre_tokenizers, processors

from sayso.origins.matching.encoder import overlap
from sayso.origins.matching.encoder.overlap import (
    ALIKE,
    ALONE,
    EQUAL,
    FAILS,
    FOUND,
    HOLDS,
    LESS,
    LOWER,
    MORE,
    PUNCTUATION,
    SIDE,
    SIZE,
    UPPER,
    classes,
    overlap_ids,
    words,
)  # fmt: skip


def of(own: str, other: str) -> list[int]:
    return classes(words(own), words(other))


@pytest.mark.parametrize(
    ("own", "other", "expected"),
    [
        ("Miners", "eleven miners", [FOUND]),
        ("killed 11", "killed 11 men", [FOUND, EQUAL]),
        ("12,500", "12500 people", [EQUAL]),
        ("23.5", "some 24", [LESS]),
        ("24", "23.5 and 900", [MORE]),
        ("24", "many", [ALONE]),
        ("attacked", "the attackers", [ALIKE]),
        ("an attack.", "peace", [LOWER, LOWER, PUNCTUATION]),
        ("Sirte", "Benghazi", [UPPER]),
        ("cat", "catastrophe", [LOWER]),
    ],
)
def test_words_are_looked_for(own: str, other: str, expected: list[int]) -> None:
    assert of(own, other) == expected


@pytest.mark.parametrize(
    ("own", "other", "expected"),
    [
        ("more than 20", "21 dead", HOLDS),
        ("more than 20", "20 dead", FAILS),
        ("at least £20", "20", HOLDS),
        ("up to some 30", "31", FAILS),
        ("30 or fewer", "29", HOLDS),
        ("9.8 million", "9,800,000", EQUAL),
        ("twelve", "12", EQUAL),
        ("over 2 million", "1.9 million", FAILS),
        ("more than 20", "more than 30", LESS),
        ("more than 20", "many", ALONE),
    ],
)
def test_bounds_are_kept_or_not(own: str, other: str, expected: int) -> None:
    made = of(own, other)
    assert [one for one, word in zip(made, words(own), strict=True) if word.number] == [expected]


def test_a_number_answers_only_the_bound_that_is_nearest() -> None:
    """Of *68* and *144* only the latter is what *fewer than 150* can be about."""
    assert [c for c, w in zip(of("68 of 144", "fewer than 150"), words("68 of 144"), strict=True) if w.number] == [
        LESS,
        HOLDS,
    ]


def test_numbers_are_read_with_their_scales() -> None:
    told = [word.number for word in words("1,200.50 and 3.5 thousand, two or more; 12.6.2019") if word.number]
    assert [(one.value, one.bound) for one in told] == [(1200.5, None), (3500, None), (2, "least"), (1262019, None)]


@given(st.text(max_size=40), st.text(max_size=40))
def test_every_word_has_a_class(a: str, b: str) -> None:
    made = of(a, b)
    assert len(made) == len(words(a))
    assert all(PUNCTUATION <= one <= FAILS for one in made)


@given(st.text(alphabet="abc 123.,", max_size=30))
def test_a_text_finds_all_of_itself(text: str) -> None:
    assert {ALONE, MORE, LESS, ALIKE, LOWER, UPPER, FAILS}.isdisjoint(of(text, text))


def test_pieces_get_the_class_of_their_word() -> None:
    vocabulary = {"[UNK]": 0, "[CLS]": 1, "[SEP]": 2, **{c: n for n, c in enumerate("abcdefghij0123456789", 3)}}
    tokenizer = Tokenizer(models.WordLevel(vocabulary, unk_token="[UNK]"))
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
        [pre_tokenizers.WhitespaceSplit(), pre_tokenizers.Split("", behavior="isolated")]
    )
    tokenizer.post_processor = processors.TemplateProcessing(
        single="[CLS] $A [SEP]", pair="[CLS] $A [SEP] $B:1 [SEP]:1", special_tokens=[("[CLS]", 1), ("[SEP]", 2)]
    )
    a, b = "ab 12", "11 ab"
    made = overlap_ids(a, b, tokenizer.encode(a, b)).tolist()
    assert made == [0, FOUND, FOUND, MORE, MORE, 0, LESS + SIDE, LESS + SIDE, FOUND + SIDE, FOUND + SIDE, 0]
    assert max(made) < SIZE
    assert overlap.SIDE == FAILS
