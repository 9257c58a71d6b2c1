"""Clusters of judgements: order does not matter, reviews decide, weak links do not chain."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.nouns import Judgement, Review
from sayso.nouns.judged import RelationKind
from sayso.origins.clusters import between, clusters


def same(a: str, b: str, score: float = 0.9, kind: RelationKind = "same") -> Judgement:
    return Judgement(a=a, b=b, kind=kind, score=score, why="…")


def review(a: str, b: str, kind: str, number: int = 1) -> Review:
    return Review(about="statements", a=a, b=b, kind=kind, why=None, by="me", at="2026-01-01", number=number)


def test_statements_judged_the_same_are_one_cluster_and_the_rest_stand_alone() -> None:
    found = clusters(["d#3", "a#1", "b#2"], [same("a#1", "b#2")])
    assert found == [("a#1", "b#2"), ("d#3",)]


def test_one_weak_link_joins_no_two_groups() -> None:
    one, other = ["a1", "a2", "a3", "a4"], ["b1", "b2", "b3", "b4"]
    judged = [same(x, y) for group in (one, other) for x, y in combinations(group, 2)]
    assert clusters([*one, *other], [*judged, same("a1", "b1", 0.55)]) == [tuple(one), tuple(other)]


def test_a_contradiction_holds_two_groups_apart() -> None:
    judged = [same("a", "b"), same("b", "c", 0.6), same("a", "c", 0.9, "contradicts")]
    assert clusters("abc", judged) == [("a", "b"), ("c",)]


def test_a_reviewer_joins_and_divides() -> None:
    assert clusters("ab", [same("a", "b", 0.9, "contradicts")], [review("a", "b", "same")]) == [("a", "b")]
    assert clusters("ab", [same("a", "b", 0.99)], [review("b", "a", "different")]) == [("a",), ("b",)]


def test_the_later_review_of_a_pair_holds() -> None:
    reviews = [review("a", "b", "different", 1), review("a", "b", "same", 2)]
    assert clusters("ab", [], reviews) == [("a", "b")]
    assert clusters("ab", [], list(reversed(reviews))) == [("a", "b")]


def test_a_division_keeps_whole_clusters_apart() -> None:
    judged = [same("a", "b", 0.99), same("b", "c", 0.99), same("a", "c", 0.99)]
    found = clusters("abc", judged, [review("a", "c", "different")])
    assert all(not {"a", "c"} <= set(group) for group in found)


def test_reviews_of_others_than_statements_are_left_alone() -> None:
    other = Review(about="actors", a="a", b="b", kind="same", why=None, by="me", at="2026-01-01")
    assert clusters("ab", [], [other]) == [("a",), ("b",)]


KEYS = [f"d{n}#c{n}" for n in range(7)]
PAIRS = list(combinations(KEYS, 2))
JUDGED = st.lists(
    st.builds(
        lambda pair, score, kind, turned: same(pair[turned], pair[not turned], score, kind),
        st.sampled_from(PAIRS),
        st.sampled_from([0.4, 0.5, 0.7, 0.9, 0.99]),
        st.sampled_from(["same", "same", "same", "unsure", "contradicts", "updates", "supports"]),
        st.booleans(),
    ),
    max_size=20,
)


@settings(max_examples=150, deadline=None)
@given(JUDGED, st.randoms(use_true_random=False))
def test_order_does_not_matter(judged: list[Judgement], random: object) -> None:
    shuffled, keys = list(judged), list(KEYS)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    random.shuffle(keys)  # type: ignore[attr-defined]
    assert clusters(keys, shuffled) == clusters(KEYS, judged)


@settings(max_examples=100, deadline=None)
@given(JUDGED, st.lists(st.tuples(st.sampled_from(PAIRS), st.sampled_from(["same", "different"])), max_size=5))
def test_every_statement_is_in_one_cluster_and_divisions_hold(
    judged: list[Judgement], said: list[tuple[tuple[str, str], str]]
) -> None:
    reviews = [review(*pair, kind, number) for number, (pair, kind) in enumerate(said)]
    found = clusters(KEYS, judged, reviews)
    assert sorted(key for group in found for key in group) == KEYS
    if all(kind == "different" for _, kind in said):
        assert not any(set(pair) <= set(group) for pair, _ in said for group in found)


def test_thousands_of_copies_are_one_cluster() -> None:
    keys = [f"d{n:04d}" for n in range(2000)]
    judged = [same(keys[n], keys[m], 0.99) for n in range(2000) for m in range(max(0, n - 24), n)]
    assert sum(len(group) for group in clusters(keys, judged)) == 2000


def test_what_replaces_a_cluster_replaces_its_stale_copies() -> None:
    judged = [
        same("new#1", "old#1", 0.9, "updates"),
        same("new#1", "stale#1", 0.85, "contradicts"),
        same("rival#1", "old#1", 0.85, "contradicts"),
    ]
    found = between([("new#1",), ("old#1", "stale#1"), ("rival#1",)], judged)
    assert [(j.kind, j.a, j.b) for j in found] == [("updates", "new#1", "old#1"), ("contradicts", "rival#1", "old#1")]


def test_of_several_ties_the_surest_stands_for_two_clusters() -> None:
    judged = [same("a#1", "c#1", 0.7, "contradicts"), same("b#1", "c#1", 0.9, "contradicts")]
    (found,) = between([("a#1", "b#1"), ("c#1",)], judged)
    assert found.a == "b#1"
