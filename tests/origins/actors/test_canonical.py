"""Components of judgements: the same whatever the order, cut by reviewers, restored when a review is undone."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sayso.nouns import ActorLink, Review
from sayso.origins.actors import canonical


def link(a: str, b: str, kind: str = "same", score: float = 0.9) -> ActorLink:
    return ActorLink(a=min(a, b), b=max(a, b), kind=kind, score=score, why="…")  # type: ignore[arg-type]


def review(a: str, b: str, kind: str, number: int, undoes: int | None = None) -> Review:
    return Review(about="actors", a=a, b=b, kind=kind, why=None, by="r", at="2026-01-01", number=number, undoes=undoes)


def test_a_chain_is_one_actor() -> None:
    assert canonical([link("a", "b"), link("b", "c")]) == {"a": "a", "b": "a", "c": "a"}


def test_unsure_joins_nobody() -> None:
    assert canonical([link("a", "b", "unsure", 0.5)]) == {"a": "a", "b": "b"}


def test_a_reviewer_parts_what_rules_join_and_undoing_restores_it() -> None:
    links = [link("a", "b", score=0.9), link("b", "c", score=0.8)]
    before = canonical(links)
    cut = canonical(links, [review("a", "c", "different", 1)])
    assert cut["a"] == cut["b"] != cut["c"]
    assert canonical(links, [review("a", "c", "different", 1), review("a", "c", "different", 2, undoes=1)]) == before


def test_the_later_of_two_reviews_holds() -> None:
    both = [review("a", "b", "different", 1), review("a", "b", "same", 2)]
    assert canonical([link("a", "b", "different", 0.95)], both) == {"a": "a", "b": "a"}


def test_a_surname_does_not_tie_father_and_son_together() -> None:
    links = [link("w", "bush", score=0.78), link("hw", "bush", score=0.8), link("hw", "w", "different", 0.97)]
    found = canonical(links)
    assert found["w"] != found["hw"] == found["bush"]


def test_an_actor_with_thousands_of_mentions() -> None:
    links = [link("m0000", f"m{n:04}") for n in range(1, 5000)]
    assert set(canonical(links).values()) == {"m0000"}


LINKS = st.lists(
    st.builds(
        link,
        st.sampled_from("abcdefgh"),
        st.sampled_from("abcdefgh"),
        st.sampled_from(["same", "different", "unsure"]),
        st.sampled_from([0.76, 0.85, 0.9, 0.97]),
    ),
    max_size=25,
)


@given(LINKS, st.randoms(use_true_random=False))
def test_the_order_of_links_does_not_matter(links: list[ActorLink], random: object) -> None:
    shuffled = list(links)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert canonical(links) == canonical(shuffled)


@given(LINKS, st.sampled_from("abcdefgh"), st.sampled_from("abcdefgh"))
def test_what_a_reviewer_parts_stays_apart(links: list[ActorLink], a: str, b: str) -> None:
    if a != b:
        found = canonical(links, [review(a, b, "different", 1)])
        assert found[a] != found[b]
