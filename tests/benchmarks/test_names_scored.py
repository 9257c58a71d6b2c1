"""Names: labels, what is a name in re3d, and how names are paired."""

from __future__ import annotations

import pytest

from names import figures, is_named, labelled, named_only, same, same_but_title, touch_of_type


def test_labels_of_three_types() -> None:
    labels = ["B-PER", "I-PER", "B-MISC", "I-MISC", "B-ORG", "B-LOC", "O"]
    assert labelled(labels) == [(0, 2, "person"), (4, 5, "organization"), (5, 6, "place")]


@pytest.mark.parametrize(
    ("value", "named"),
    [
        ("Bank of Ellmark", True),
        ("IS", True),
        ("west of Tarn", False),
        ("the regime", False),
        ("Rebels", False),
        ("I", False),
        ("12th Brigade", True),
    ],
)
def test_what_is_put_as_a_name(value: str, named: bool) -> None:
    assert is_named(value, frozenset({"rebels", "is", "brigade"})) is named


def test_articles_go_and_the_longest_stays() -> None:
    text = "the Bank of Ellmark in Ellmark"
    entities = [(0, 19, "organization"), (12, 19, "place"), (23, 30, "place"), (0, 30, "place")]
    assert named_only(entities, text, frozenset({"in"})) == [(4, 30, "place")]
    assert named_only(entities[:3], text, frozenset()) == [(4, 19, "organization"), (23, 30, "place")]


def test_a_title_may_be_left_out_of_a_person_only() -> None:
    assert same_but_title((0, 9, "person"), (4, 9, "person"))
    assert not same_but_title((0, 9, "place"), (4, 9, "place"))
    assert not same_but_title((0, 9, "person"), (0, 5, "person"))


def test_figures() -> None:
    gold = [(0, 4, "person"), (5, 9, "place"), (10, 12, "place")]
    read = [(0, 4, "person"), (5, 8, "place"), (8, 9, "place")]
    assert figures([(gold, read)], same)[-1] == ["**all three**", "33.3", "33.3", "33.3", "3"]
    # one name read serves one gold name alone, and one gold name takes one
    assert figures([(gold, read)], touch_of_type)[2] == ["place", "50.0", "50.0", "50.0", "2"]
