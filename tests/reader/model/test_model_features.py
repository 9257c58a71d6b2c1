"""What the net is told about words: casings, gaps, quotations, places, pieces."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_model import FIRST_ID, made_tokenizer

from sayso.reader.common.page import Page
from sayso.reader.model import features
from sayso.reader.model.matrices import REACH, cue_matrix, cue_means, piece_matrix
from sayso.reader.model.pieces import CLS, LONGEST, PADDING, SEP, UNKNOWN, word_pieces


@pytest.mark.parametrize(
    ("word", "case"),
    [(",", 0), ("said", 1), ("Said", 2), ("A", 2), ("NATO", 3), ("iPhone", 4), ("McRae", 4), ("3,000", 5), ("G7", 5)],
)
def test_casings(word: str, case: int) -> None:
    assert features.casing(word) == case


def test_words_without_case_count_as_lower() -> None:
    assert features.casing("قال") == 1
    assert features.casing("部长") == 1


def test_features_tell_gap_and_quotation() -> None:
    page = Page("Ida spoke:\n“Go home.”")
    told = dict(zip(page.words, features.word_features(page).tolist(), strict=True))
    assert told["Ida"] == features.number(2, 2, False)
    assert told["spoke"] == features.number(1, 1, False)
    assert told[":"] == features.number(0, 0, False)
    assert told["“"] == features.number(0, 2, True)
    assert told["Go"] == features.number(2, 0, True)
    assert told["home"] == features.number(1, 1, True)


@settings(deadline=None)
@given(st.text(alphabet="aB3 .,“”\n'é部", max_size=60))
def test_features_stay_in_their_table_and_do_not_depend_on_the_part_asked_for(text: str) -> None:
    page = Page(text)
    whole = features.word_features(page)
    assert ((whole >= 0) & (whole < features.SIZE)).all()
    middle = len(page.words) // 2
    assert features.word_features(page, middle).tolist() == whole[middle:].tolist()


def test_numbers_of_features_are_all_different() -> None:
    made = {
        features.number(case, space, quoted)
        for case in range(features.CASINGS)
        for space in range(features.GAPS)
        for quoted in (False, True)
    }
    assert made == set(range(features.SIZE))


@settings(deadline=None)
@given(first=st.integers(0, 120), width=st.integers(1, 5), words=st.integers(1, 240))
def test_places_rise_with_the_words_and_are_symmetric(first: int, width: int, words: int) -> None:
    at = np.arange(words)
    made = features.places(at, first, first + width)
    assert (np.diff(made) >= 0).all()
    assert made.min() >= 0
    assert made.max() < features.PLACES
    middle = features.PLACES // 2
    assert ((made == middle) == ((at >= first) & (at < first + width))).all()
    for distance in (1, 2, 5, 30):
        behind = features.places(np.asarray([first + width - 1 + distance]), first, first + width)[0]
        before = features.places(np.asarray([first - distance]), first, first + width)[0]
        assert behind - middle == middle - before


def test_places_use_the_whole_table() -> None:
    assert set(features.places(np.arange(101), 50, 51).tolist()) == set(range(features.PLACES))


def test_sentence_steps_are_clipped() -> None:
    assert features.sentence_steps(np.arange(12), 5).tolist() == [0, 0, 0, 1, 2, 3, 4, 5, 6, 6, 6, 6]


def test_sentence_numbers_follow_the_page() -> None:
    page = Page("One came. Two went.\nThree stayed.")
    assert features.sentence_numbers([(s.first, s.last) for s in page.sentences]).tolist() == [
        number for number, s in enumerate(page.sentences) for _ in range(s.first, s.last)
    ]


def test_every_word_has_a_piece_and_long_words_few() -> None:
    tokenizer = made_tokenizer(["said", "don't"])
    pieces = word_pieces(tokenizer, ["Said", "don’t", "unknown", "\u200b"])
    assert pieces[0] == [FIRST_ID]
    assert pieces[1] == [FIRST_ID + 1]  # the curly apostrophe is the straight one
    assert pieces[2:] == [[UNKNOWN], [UNKNOWN]]


def test_pieces_of_more_words_than_one_batch_stay_with_their_words() -> None:
    words = [f"w{number % 7}" for number in range(4096 + 10)]
    pieces = word_pieces(made_tokenizer([f"w{k}" for k in range(7)]), words)
    assert pieces == [[FIRST_ID + number % 7] for number in range(len(words))]


def test_a_word_keeps_few_pieces() -> None:
    class Splits:
        """Every letter is a piece."""

        def encode(self, words: list[str], **_: bool) -> Splits:
            self.ids = [ord(ch) for word in words for ch in word]
            self.word_ids = [number for number, word in enumerate(words) for _ in word]
            return self

    pieces = word_pieces(Splits(), ["ab", "x" * 5000, ""])  # type: ignore[arg-type]
    assert pieces[0] == [ord("a"), ord("b")]
    assert pieces[1] == [ord("x")] * LONGEST
    assert pieces[2] == [UNKNOWN]


def test_the_matrix_of_pieces_shows_where_each_word_begins() -> None:
    pieces = [[11], [21, 22, 23], [31], [41, 42]]
    shown = np.asarray([5, 6, 7, 8])
    made = piece_matrix(pieces, shown, [(0, 2), (1, 4)])
    assert made.ids.tolist() == [
        [CLS, 11, 21, 22, 23, SEP, PADDING, PADDING],
        [CLS, 21, 22, 23, 31, 41, 42, SEP],
    ]
    assert made.features[0].tolist() == [0, 5, 6, 6, 6, 0, 0, 0]
    assert made.features[1].tolist() == [0, 6, 6, 6, 7, 8, 8, 0]
    assert made.mask.sum(axis=1).tolist() == [6, 8]
    assert [columns.tolist() for columns in made.first] == [[1, 2], [1, 4, 5]]


def test_the_matrix_of_cues_reaches_both_ways_and_stays_inside() -> None:
    count = 3 * REACH
    sentences = np.arange(count) // 10
    made = cue_matrix([(2, 4), (REACH + 20, REACH + 21)], sentences, 0, count)
    assert made.lengths.tolist() == [4 + REACH, 2 * REACH + 1]
    assert made.words[0, : 4 + REACH].tolist() == list(range(4 + REACH))
    assert not made.words[0, 4 + REACH :].any()
    assert made.words[1].tolist() == list(range(20, 2 * REACH + 21))
    assert (made.places[1] == features.PLACES // 2).sum() == 1
    assert made.sentences[1][REACH] == 3
    assert cue_matrix([(2, 4)], sentences, 1, 6).words.tolist() == [[1, 2, 3, 4, 5]]


def test_a_cue_is_the_mean_of_its_words() -> None:
    states = np.asarray([[0, 0], [2, 4], [4, 8]], dtype=np.float32)
    assert cue_means(states, np.asarray([[1, 3], [0, 1]])).tolist() == [[3, 6], [0, 0]]
