"""Components under bonds: what must hold for any bonds."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sayso.nouns import Reason
from sayso.origins.provenance.partition import GUESS, PERHAPS, SURE, Bond, partition

SIZE = 8


def bond(a: int, b: int, weight: float) -> Bond:
    return Bond(a=min(a, b), b=max(a, b), reasons=[Reason(text="So it is.", weight=weight)])


pairs = st.tuples(st.integers(0, SIZE - 1), st.integers(0, SIZE - 1)).filter(lambda p: p[0] < p[1])
bonds = st.dictionaries(pairs, st.floats(-6, 6), max_size=20).map(
    lambda found: [bond(a, b, weight) for (a, b), weight in found.items()]
)


@given(bonds)
def test_each_floor_only_joins_what_a_higher_one_leaves(some: list[Bond]) -> None:
    low, guess, high = (partition(SIZE, some, floor) for floor in (PERHAPS, GUESS, SURE))
    assert len(low) <= len(guess) <= len(high) <= SIZE
    for fine, coarse in ((high, guess), (guess, low)):
        assert all(any(set(part) <= set(whole) for whole in coarse) for part in fine)


@given(bonds)
def test_who_is_surely_apart_is_never_together(some: list[Bond]) -> None:
    for floor in (PERHAPS, GUESS, SURE):
        home = {n: k for k, part in enumerate(partition(SIZE, some, floor)) for n in part}
        assert all(home[b.a] != home[b.b] for b in some if b.weight < PERHAPS)


@given(bonds, st.randoms(use_true_random=False))
def test_the_order_of_bonds_does_not_matter(some: list[Bond], random: object) -> None:
    mixed = list(some)
    random.shuffle(mixed)  # type: ignore[attr-defined]
    assert partition(SIZE, mixed, GUESS) == partition(SIZE, some, GUESS)


def test_one_that_may_be_of_either_goes_to_the_likelier() -> None:
    some = [bond(0, 1, -4.5), bond(0, 2, 1.0), bond(1, 2, 1.5)]
    assert partition(3, some, GUESS) == [[0], [1, 2]]
