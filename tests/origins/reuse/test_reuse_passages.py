"""Shared passages: what two texts have in common, where, and how much of it is somebody's words."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.nouns import Reuse, Statement
from sayso.origins.reuse import copied, covered, shared
from sayso.origins.reuse.folding import words_of

WIRE = (
    "ORLE (Norvane) – A goods train left the rails near the village of Tarn early on Monday and blocked both lines, "
    "the railway company said.\n"
    "Four wagons with grain overturned, but nobody was hurt, its spokesman Ivo Lind told reporters. "
    "“We count on the whole of Tuesday before the first train can pass,” he said.\n"
    "The cause was being looked into, and a speed limit of forty kilometres an hour had been in force since May."
)
LOCAL = (
    "The market in our town opened an hour late because the fishmongers could not get through.\n"
    "Four wagons with grain overturned, but nobody was hurt, its spokesman Ivo Lind told reporters. "
    '"We count on the whole of Tuesday before the first train can pass," he said.\n'
    "Our baker, who sells rolls at the station, threw away two hundred of them."
)
VOCABULARY = st.sampled_from(
    ["the", "dam", "gave", "way", "nine", "people", "river", "a", "of", "mayor", "said", "“go”"]
)
TEXT = st.lists(VOCABULARY, max_size=60).map(" ".join)


def found(a: str, b: str) -> Reuse:
    reuse = shared("a", a, "b", b)
    assert reuse is not None
    return reuse


def test_an_embedded_paragraph_is_found_with_its_ranges() -> None:
    reuse = found(LOCAL, WIRE)
    (passage,) = reuse.passages
    assert LOCAL[slice(*passage.a)].startswith("Four wagons with grain")
    assert LOCAL[slice(*passage.a)].endswith("he said")
    assert WIRE[slice(*passage.b)].startswith("Four wagons with grain")
    assert passage.exact
    assert passage.words == reuse.longest == len(words_of(LOCAL[slice(*passage.a)]))
    assert reuse.share_b == pytest.approx(passage.words / len(words_of(WIRE)))
    assert passage.quoted_a == passage.quoted_b == 13


def test_small_edits_do_not_tear_a_passage_apart() -> None:
    edited = WIRE.replace("early on Monday", "in the early hours of Monday").replace(
        "Four wagons", "Four of the wagons"
    )
    reuse = found(WIRE, edited)
    (passage,) = reuse.passages
    assert not passage.exact
    assert reuse.share_a > 0.9


def test_a_quotation_alone_is_all_quoted() -> None:
    quote = "“we had told them in March that the signal box was under water and nobody came”"
    reuse = found(
        f"Her voice was calm. The keeper said {quote} and went home to her goats.",
        f"In the evening Petra Holm insisted: {quote}. That is what the minutes show.",
    )
    assert [p.words - p.quoted_a for p in reuse.passages] == [0]


def test_idiom_is_no_passage() -> None:
    one = "The minister said in a written statement on Tuesday that the talks would go on in June."
    other = "A baker said in a written statement on Friday that his ovens had been cold since May."
    assert shared("a", one, "b", other) is None


def test_stock_sentences_are_left_out() -> None:
    stock = (
        "\nCopyright 2019 Norvane Inc. All rights reserved. This may not be published, broadcast, rewritten or sold."
    )
    one, other = "The bakery in Mill Street burned down." + stock, "The mayor opened a bridge on Sunday." + stock
    assert shared("a", one, "b", other) is None
    reuse = found(WIRE + stock, WIRE)
    assert reuse.share_a == 1.0
    assert reuse.passages[0].a[1] <= len(WIRE)


def test_furniture_is_left_out() -> None:
    at = LOCAL.index("Four")
    end = LOCAL.index("\nOur baker")
    assert shared("a", LOCAL, "b", WIRE, furniture_a=[(at, end)]) is None
    assert shared("b", WIRE, "a", LOCAL, furniture_b=[(at, end)]) is None
    assert shared("a", LOCAL, "b", WIRE, furniture_a=[(0, 20)]) is not None


@given(TEXT, TEXT)
@settings(max_examples=200)
def test_the_order_of_arguments_changes_nothing_and_the_names_only_mirror(one: str, other: str) -> None:
    reuse = shared("a", one, "b", other)
    assert shared("b", other, "a", one) == reuse
    mirrored = shared("b", one, "a", other)
    assert (mirrored is None) == (reuse is None)
    if reuse and mirrored:
        assert (mirrored.share_a, mirrored.share_b) == (reuse.share_b, reuse.share_a)
        assert {(p.a, p.b, p.words) for p in reuse.passages} == {(p.b, p.a, p.words) for p in mirrored.passages}


@given(TEXT.filter(lambda text: len(words_of(text)) >= 12 and len(set(words_of(text).folded)) >= 6))
def test_a_text_shares_all_with_itself(text: str) -> None:
    reuse = found(text, text)
    assert reuse.share_a == reuse.share_b == 1.0
    assert reuse.longest == len(words_of(text))


@given(TEXT, TEXT)
@settings(max_examples=200)
def test_passages_hold_the_words_that_they_say(one: str, other: str) -> None:
    reuse = shared("a", one, "b", other)
    for passage in reuse.passages if reuse else ():
        a, b = words_of(one[slice(*passage.a)]).folded, words_of(other[slice(*passage.b)]).folded
        assert a[0] == b[0]
        assert a[-1] == b[-1]
        assert passage.words <= min(len(a), len(b))
        assert a == b or not passage.exact
        assert 0 <= passage.quoted_a <= passage.words
        assert 0 <= passage.quoted_b <= passage.words


def test_covered_tells_the_part_of_a_claim_that_was_copied() -> None:
    reuse = found(LOCAL, WIRE)
    start, end = reuse.passages[0].a
    assert covered(reuse, "a", [(start, end)]) == 1.0
    assert covered(reuse, "a", [(0, 10)]) == 0.0
    assert covered(reuse, "a", [(start - 10, start + 10)]) == 0.5
    assert covered(reuse, "a", [(start, start + 5), (start, start + 5)]) == 1.0
    assert covered(reuse, "a", []) == 0.0
    with pytest.raises(ValueError, match="neither"):
        covered(reuse, "c", [(0, 1)])


def test_hostile_texts_are_bounded() -> None:
    spam = "spam " * 100_000
    assert shared("a", spam, "b", spam) is None
    long = "one two three four five six " * 20_000
    assert found(long, long).share_a == 1.0
    assert shared("a", "", "b", "") is None
    assert shared("a", spam, "b", WIRE) is None
    periodic = "one two three four five " * 5_000
    other = "two three four five one and then " * 3_500
    shared("a", periodic, "b", other)


def statement(document: str, text: str, quote: str) -> Statement:
    start = text.index(quote)
    return Statement(
        document=document,
        claim="c1",
        position=0,
        start=start,
        end=start + len(quote),
        content=((start, start + len(quote)),),
        text=quote,
        quote=quote,
        status="asserted",
        polarity="affirmed",
        negation=None,
        chain=(),
        figures=(),
        times=(),
        places=(),
        parties=(),
        words=(),
        context=(),
    )


def test_statements_are_copies_where_a_passage_puts_them_in_each_others_place() -> None:
    reuse = found(LOCAL, WIRE)
    overturned, hurt = "Four wagons with grain overturned", "nobody was hurt"
    mine = statement("a", LOCAL, overturned)
    assert copied(reuse, mine, statement("b", WIRE, overturned)) == 1.0
    assert copied(reuse, statement("b", WIRE, hurt), statement("a", LOCAL, hurt)) == 1.0
    assert copied(reuse, mine, statement("b", WIRE, hurt)) == 0.0
    assert copied(reuse, mine, statement("b", WIRE, "blocked both lines")) == 0.0
