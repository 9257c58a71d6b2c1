"""Pages linked and clusters settled: what must hold whatever the pages say."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from sayso.nouns import Cluster, Reading, Review
from sayso.origins.memory import MemoryShelf
from settled_readings import copies, settled, shelved


@pytest.fixture(scope="module")
def shelf(example_readings: tuple[Reading, ...]) -> MemoryShelf:
    return shelved(example_readings)


@pytest.fixture(scope="module")
def clusters(shelf: MemoryShelf) -> list[Cluster]:
    return settled(shelf)


def outcome(found: list[Cluster]) -> set[tuple[object, ...]]:
    """What a cluster says, without what is only order."""
    return {
        (
            frozenset((m.document, m.claim) for m in c.members),
            c.origins.low,
            c.origins.high,
            frozenset(frozenset(group.members) for group in c.origins.groups),
            frozenset((r.a, r.b, r.kind) for r in c.relations),
            frozenset((alert.kind, alert.why) for alert in c.alerts),
        )
        for c in found
    }


@pytest.mark.parametrize("seed", [1, 2])
def test_the_order_in_which_pages_come_does_not_matter(
    example_readings: tuple[Reading, ...], clusters: list[Cluster], seed: int
) -> None:
    shuffled = list(example_readings)
    random.Random(seed).shuffle(shuffled)
    assert outcome(settled(shelved(shuffled))) == outcome(clusters)


def test_every_claim_is_in_one_cluster(example_readings: tuple[Reading, ...], clusters: list[Cluster]) -> None:
    members = [(m.document, m.claim) for c in clusters for m in c.members]
    assert sorted(members) == sorted((r.document.id, claim.id) for r in example_readings for claim in r.claims)


def test_every_page_of_a_cluster_is_in_its_groups(clusters: list[Cluster]) -> None:
    for cluster in clusters:
        sources = {member.source for member in cluster.members}
        grouped = {page for group in cluster.origins.groups for page in group.members}
        assert grouped == sources
        assert 1 <= cluster.origins.low <= cluster.origins.high


def test_every_link_has_a_sentence(clusters: list[Cluster]) -> None:
    whys = [e.why for c in clusters for group in c.origins.groups for e in group.edges]
    whys += [r.why for c in clusters for r in c.relations] + [alert.why for c in clusters for alert in c.alerts]
    whys += [m.why or "" for c in clusters for m in c.members[1:]]
    assert whys
    begins, ends = "“‘0123456789", ".!?”"
    assert not [why for why in whys if (not why[:1].isupper() and why[:1] not in begins) or why[-1:] not in ends]


def test_the_reprint_and_the_copy_are_seen(clusters: list[Cluster]) -> None:
    """01-dam-failure: Quillon reprints Corvane's report, Kettle & Crow copies two paragraphs of the Harbour Post."""
    edges = {
        (Path(e.from_).stem, Path(e.to).stem, e.kind)
        for c in clusters
        for group in c.origins.groups
        for e in group.edges
    }
    assert ("02-quillon-reprint", "01-corvane-first", "agency") in edges
    assert ("06-kettle-copy", "03-harbour", "copies") in edges


def test_a_reviewer_splits_and_takes_it_back(example_readings: tuple[Reading, ...], clusters: list[Cluster]) -> None:
    joined = max(clusters, key=lambda c: len(c.members))
    a, b = (f"{m.document}#{m.claim}" for m in (joined.members[0], joined.members[-1]))
    shelf = shelved(example_readings)
    shelf.review(review("different", a, b, 1))
    apart = settled(shelf)
    assert not [c for c in apart if {a, b} <= {f"{m.document}#{m.claim}" for m in c.members}]
    shelf.review(review("undo", a, b, 2, undoes=1))
    assert outcome(settled(shelf)) == outcome(clusters)


def test_a_reviewer_joins(example_readings: tuple[Reading, ...], clusters: list[Cluster]) -> None:
    first, second = (next(c for c in clusters if story in c.members[0].source) for story in ("01-dam", "12-grain"))
    a, b = (f"{c.members[0].document}#{c.members[0].claim}" for c in (first, second))
    shelf = shelved(example_readings)
    shelf.review(review("same", a, b, 1))
    joined = [c for c in settled(shelf) if {a, b} & {f"{m.document}#{m.claim}" for m in c.members}]
    assert len(joined) == 1


def test_one_page_at_many_addresses_is_one_origin(example_readings: tuple[Reading, ...]) -> None:
    found = settled(shelved(copies(example_readings[0], 12)))
    assert {c.origins.high for c in found} == {1}
    assert {len(c.members) for c in found} >= {12}


def review(kind: str, a: str, b: str, number: int, undoes: int | None = None) -> Review:
    return Review(
        about="statements",
        a=a,
        b=b,
        kind=kind,
        why=None,
        by="Ada",
        at="2024-06-12T00:00:00Z",
        number=number,
        undoes=undoes,
    )
