"""What shared text says of copying: how much of it is nobody's quotation."""

from __future__ import annotations

from sayso.nouns import Passage, Reuse
from sayso.origins.reuse import copying, own_words


def reuse(*passages: Passage) -> Reuse:
    return Reuse(
        a="a", b="b", passages=passages, share_a=0.5, share_b=0.2, longest=max(passage.words for passage in passages)
    )


def passage(words: int, *, quoted: int = 0, exact: bool = True) -> Passage:
    return Passage(a=(0, 10), b=(0, 10), words=words, exact=exact, quoted_a=quoted, quoted_b=quoted)


def test_a_paragraph_is_a_copy() -> None:
    made = copying(reuse(passage(47, quoted=12), passage(13)))
    assert made.score > 0.99
    assert made.why == (
        "A passage of 47 words stands word for word in both texts, 35 of them outside quotation marks; "
        "in all they share 60 words in 2 passages."
    )


def test_small_edits_are_told() -> None:
    assert "almost word for word" in copying(reuse(passage(40, exact=False))).why


def test_a_quotation_is_none() -> None:
    made = copying(reuse(passage(30, quoted=28)))
    assert made.score < 0.05
    assert made.why == "What both texts share word for word (30 words) is mostly quotation."


def test_words_that_one_page_alone_quotes_are_no_common_quotation() -> None:
    assert own_words(Passage(a=(0, 9), b=(0, 9), words=20, exact=True, quoted_a=0, quoted_b=15)) == 20
    assert own_words(passage(20, quoted=15)) == 5
