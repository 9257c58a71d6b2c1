"""Names made comparable."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.nouns.folding import fold


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("The Guardian's", "guardian"),
        ("GUARDIAN", "guardian"),
        ("  Édgar  Benítez ", "edgar benitez"),
        ("“The Harbour Post”", "harbour post"),
        ("U.S.", "u.s."),
        ("ﬁnance", "finance"),
        ("the", "the"),
    ],
)
def test_spellings_of_a_name_have_one_key(text: str, key: str) -> None:
    assert fold(text) == key


@given(st.text(st.characters(codec="ascii"), max_size=40))
def test_a_letter_without_accent_is_folded_as_the_same_letter_of_full_width(text: str) -> None:
    wide = "".join(chr(ord(c) + 0xFEE0) if c.isalnum() else c for c in text)
    assert fold(wide) == fold(text)
