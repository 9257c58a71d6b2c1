"""Clusters that nobody would wish for: bounded work, and a clear result."""

from __future__ import annotations

from typing import Any

import pytest
from provenance_made import cluster, credit, edge, figure, hop, page, says

from sayso.nouns import Statement
from sayso.origins.provenance import bonds, origins_of

MANY = 600


def days(n: int) -> str:
    return f"2024-03-{1 + n % 28:02d}"


@pytest.fixture
def comparisons(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Counts how often two speakers are compared."""
    counted: list[int] = []
    compare = bonds.compare

    def counting(*given: Any) -> Any:
        counted.append(1)
        return compare(*given)

    monkeypatch.setattr(bonds, "compare", counting)
    return counted


def test_one_page_under_a_hundred_addresses_is_one_origin(comparisons: list[int]) -> None:
    names = [f"p{n:03d}" for n in range(100)]
    pages = [page(name, "2024-03-12", outlet="Quillon Daily", credits=(credit("Corvane"),)) for name in names]
    members = [says(name, hop("Mayor Goran Ristevski", name="Goran Ristevski")) for name in names]
    edges = [edge(later, earlier, "agency") for n, later in enumerate(names) for earlier in names[max(0, n - 24) : n]]
    count = origins_of(cluster(pages, *members, edges=tuple(edges)))
    assert (count.low, count.high, len(count.groups)) == (1, 1, 1)
    assert len(count.groups[0].edges) == 99
    assert len({found.from_ for found in count.groups[0].edges}) == 99, "one edge a page and no mesh"
    assert len(comparisons) < 400


@pytest.mark.parametrize("who", ["one", "another each", "an official", "nobody"])
def test_work_grows_with_the_members_not_with_their_square(who: str, comparisons: list[int]) -> None:
    def chain(n: int) -> tuple[Any, ...]:
        said = {"one": "Goran Ristevski", "another each": f"Ana{n} Petrova{n}"}
        if who == "nobody":
            return ()
        return (hop("an official", "anonymous"),) if who == "an official" else (hop(said[who]),)

    names = [f"p{n:04d}" for n in range(MANY)]
    nine = figure("nine people", 9)
    members = [says(name, *chain(n), figures=[nine]) for n, name in enumerate(names)]
    count = origins_of(cluster([page(name, days(n)) for n, name in enumerate(names)], *members))
    assert len(comparisons) <= 13 * MANY
    expected = {"one": (1, 1), "another each": (MANY, MANY), "an official": (1, MANY), "nobody": (1, MANY)}
    assert (count.low, count.high) == expected[who]
    assert sum(len(group.members) for group in count.groups) == MANY
    assert len(count.why) <= 6


def test_a_source_with_two_hundred_aliases(comparisons: list[int]) -> None:
    aliases = tuple(f"Alias{n} Name{n}" for n in range(200))
    members = [says(name, hop("Colonel X", name="X", names=aliases)) for name in ("a", "b", "c")]
    count = origins_of(cluster([page("a"), page("b"), page("c")], *members))
    assert (count.low, count.high) == (1, 1)


def cites(document: str, outlet: str, **more: Any) -> Statement:
    return says(document, hop(outlet, "outlet", cue="reported"), **more)


def test_pages_that_cite_each_other_in_a_circle_end() -> None:
    pages = [
        page("a", None, outlet="Kettle Blog"),
        page("b", None, outlet="Radio Ostro"),
        page("c", None, outlet="Tidewire"),
    ]
    members = [cites("a", "Tidewire"), cites("b", "Kettle Blog"), cites("c", "Radio Ostro")]
    count = origins_of(cluster(pages, *members))
    assert (count.low, len(count.groups)) == (1, 1)
    found = [(e.from_, e.to) for e in count.groups[0].edges]
    assert len(found) == len({frozenset(ends) for ends in found}), "no edge there and back"


def test_a_page_that_cites_itself_has_no_edge() -> None:
    count = origins_of(cluster([page("a", outlet="Radio Ostro")], cites("a", "Radio Ostro")))
    assert (count.low, count.high) == (1, 1)
    assert not count.groups[0].edges


def test_copies_of_copies_that_go_round_end() -> None:
    members = [says(name, hop("Ana Petrova")) for name in "abc"]
    round_about = (edge("a", "b"), edge("b", "c"), edge("c", "a"))
    count = origins_of(cluster([page(name, None) for name in "abc"], *members, edges=round_about))
    assert (count.low, count.high) == (1, 1)


def test_an_outlet_whose_only_page_is_dated_later() -> None:
    pages = [page("a", "2024-03-20", outlet="Radio Ostro"), page("b", "2024-03-12", outlet="The Harbour Post")]
    count = origins_of(cluster(pages, says("a", hop("Stojan Velkov")), cites("b", "Radio Ostro")))
    assert (count.low, count.high) == (1, 2)
    assert "is dated later" in count.groups[0].edges[0].why


def test_undated_pages_come_last() -> None:
    members = [says("a", hop("Ana Petrova")), says("b", hop("Ana Petrova"))]
    count = origins_of(cluster([page("a", None), page("b", "2024-03-12")], *members))
    assert [(e.from_, e.to) for e in count.groups[0].edges] == [("a.html", "b.html")]
