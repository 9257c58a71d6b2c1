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
    FOUND,
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
        ("Eleven", "eleven miners", [FOUND]),
        ("killed 11", "killed 11 men", [FOUND, EQUAL]),
        ("12,500", "12500 people", [EQUAL]),
        ("23.5", "over 24 million", [LESS]),
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


def test_a_date_in_digits_is_no_number() -> None:
    assert [word.value for word in words("12.06.2019 2019 3.5 1,200.50")] == [12062019.0, 2019.0, 3.5, 1200.5]


@given(st.text(max_size=40), st.text(max_size=40))
def test_every_word_has_a_class(a: str, b: str) -> None:
    made = of(a, b)
    assert len(made) == len(words(a))
    assert all(PUNCTUATION <= one <= UPPER for one in made)


@given(st.text(alphabet="abc 123.,", max_size=30))
def test_a_text_finds_all_of_itself(text: str) -> None:
    assert {ALONE, MORE, LESS, ALIKE, LOWER, UPPER}.isdisjoint(of(text, text))


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
    assert overlap.SIDE == UPPER
