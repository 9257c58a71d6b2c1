"""Fingerprints: the same in every process, small enough for a column, and no longer passage is lost."""

from __future__ import annotations

import subprocess
import sys

from hypothesis import given
from hypothesis import strategies as st

from sayso.origins.reuse import fingerprints
from sayso.origins.reuse.fingerprints import GUARANTEED, RUN
from sayso.origins.reuse.folding import words_of

WORDS = st.lists(st.text("abcdefgh", min_size=1, max_size=4), min_size=GUARANTEED, max_size=60)


def test_the_numbers_do_not_change() -> None:
    text = "Nine people were killed when the dam gave way."
    assert fingerprints(text) == (1442752410149852766,)
    script = f"from sayso.origins.reuse import fingerprints; print(fingerprints({text!r}))"
    made = [
        subprocess.run(
            [sys.executable, "-c", script], env={"PYTHONHASHSEED": seed}, capture_output=True, text=True, check=True
        ).stdout
        for seed in ("1", "2")
    ]
    assert made == [f"{fingerprints(text)}\n"] * 2


@given(st.text())
def test_they_fit_a_signed_column_and_none_comes_twice(text: str) -> None:
    made = fingerprints(text)
    assert all(-(2**63) <= number < 2**63 for number in made)
    assert len(set(made)) == len(made)


@given(
    WORDS, st.lists(st.sampled_from(["x", "y", "z"]), max_size=50), st.lists(st.sampled_from(["v", "w"]), max_size=50)
)
def test_a_passage_of_the_guaranteed_length_is_found_wherever_it_stands(
    passage: list[str], before: list[str], after: list[str]
) -> None:
    embedded = " ".join([*before, *passage, *after])
    assert set(fingerprints(" ".join(passage))) & set(fingerprints(embedded))


def test_type_setting_is_no_difference() -> None:
    one = "“We aren’t afraid,” Mayor Élise Müller said; 1,200 to 1,500 people had left the co\u00adast."
    other = "'We aren't afraid' mayor Elise MULLER said - 1200 to 1500 people, had left the coast"
    assert words_of(one).folded == words_of(other).folded
    assert fingerprints(one) == fingerprints(other) != ()


def test_less_than_a_run_has_none() -> None:
    assert fingerprints("") == ()
    assert fingerprints("word " * (RUN - 1)) == ()


def test_scripts_without_spaces_have_words() -> None:
    assert len(words_of("水庫大壩在黎明前決堤")) == 10
    assert fingerprints("水庫大壩在黎明前決堤造成九人死亡")


@given(st.text())
def test_words_stand_where_they_say(text: str) -> None:
    words = words_of(text)
    assert len(words.folded) == len(words.starts) == len(words.ends)
    last = 0
    for folded, start, end in zip(words.folded, words.starts, words.ends, strict=True):
        assert last <= start < end <= len(text)
        assert folded
        assert words_of(text[start:end]).folded[0] == folded
        last = end


def test_hostile_texts_are_bounded() -> None:
    assert len(fingerprints("spam " * 100_000)) == 1
    assert len(words_of("a b " * 300_000)) == 100_000
    assert fingerprints("x" * 1_000_000) == ()
