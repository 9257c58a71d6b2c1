"""What one page owes another: direction, kind, and the words for it."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

import pytest
from provenance_made import credit, hop, page, same, says

from sayso.nouns import Judgement, Link, Page, PageEdge, Passage, Reuse, Statement
from sayso.origins.neighbour import Neighbour
from sayso.origins.provenance import page_edges

TEXT = "The dam above the town gave way before dawn and sent a wall of water down the valley, the mayor said."


def shared(a: str, b: str, share_a: float, share_b: float, *, quoted: int = 0) -> Reuse:
    words = len(TEXT.split())
    passage = Passage(a=(0, len(TEXT)), b=(0, len(TEXT)), words=words, exact=True, quoted_a=quoted, quoted_b=quoted)
    return Reuse(a=a, b=b, passages=(passage,), share_a=share_a, share_b=share_b, longest=words)


def edges(
    one: Page, other: Page, reuse: Reuse | None = None, judgements: Sequence[Judgement] = (), **statements: Statement
) -> list[PageEdge]:
    mine = statements.get("mine", says(one.document, hop("the mayor", "role"), text=TEXT))
    theirs = statements.get("theirs", says(other.document, hop("the mayor", "role"), text=TEXT))
    near = Neighbour(page=other, statements=(theirs,), text=TEXT, reuse=reuse, judgements=tuple(judgements))
    found = page_edges(one, (mine,), TEXT, [near], {})
    back = Neighbour(page=one, statements=(mine,), text=TEXT, reuse=reuse, judgements=tuple(judgements))
    assert page_edges(other, (theirs,), TEXT, [back], {}) == found, "it must not matter which page came last"
    return found


def test_a_reprint_with_credit_is_agency_even_if_it_is_dated_earlier() -> None:
    agency = page("a", "2024-03-12", outlet="Corvane News Agency")
    paper = page("b", "2024-03-11", outlet="Quillon Daily", credits=(credit("Corvane"),))
    (found,) = edges(paper, agency, shared("a", "b", 0.5, 1.0))
    assert (found.from_, found.to, found.kind, found.claims) == ("b", "a", "agency", ())
    assert found.why == (
        "Quillon Daily of 11 March 2024 shares nearly all of its text with Corvane News Agency of 12 March 2024, "
        "and credits it (“KORR (Corvane) –”), although it is dated earlier."
    )


def test_an_uncredited_reprint_of_an_agency_is_agency_too() -> None:
    agency = page("a", "2024-03-12", outlet="Corvane News Agency")
    (found,) = edges(agency, page("b", "2024-03-13"), shared("a", "b", 0.3, 0.3))
    assert (found.from_, found.kind, found.claims) == ("b", "agency", (("c1", "c1"),))
    assert found.why.endswith(", an agency, without crediting it.")


def test_shared_text_without_credit_is_a_copy_and_time_gives_its_direction() -> None:
    (found,) = edges(page("a", "2024-03-14"), page("b", "2024-03-12"), shared("a", "b", 0.4, 0.6))
    assert (found.from_, found.to, found.kind) == ("a", "b", "copies")


def test_without_dates_the_direction_is_said_to_be_unknown() -> None:
    (found,) = edges(page("a", None), page("b", None), shared("a", "b", 0.4, 0.6))
    assert found.why.endswith("; which of them was first is not known.")
    assert found.score < 0.9


def test_of_two_pages_of_one_day_that_is_later_which_names_the_other() -> None:
    agency, blog = page("a", "2024-03-12", outlet="Tidewire"), page("b", "2024-03-12", outlet="Kettle & Crow")
    for one, other in ((agency, blog), (blog, agency)):
        said, cited = says(one.document), says(other.document, hop("Tidewire", "outlet", cue="reports"))
        if one is blog:
            said, cited = says(one.document, hop("Tidewire", "outlet", cue="reports")), says(other.document)
        found = edges(one, other, shared("a", "b", 0.4, 0.6), [same(said, cited)], mine=said, theirs=cited)
        assert {(edge.from_, edge.to) for edge in found} == {("b", "a")}
        (taken,) = (edge for edge in found if edge.kind != "cites")
        assert taken.why.endswith(" with Tidewire of 12 March 2024, and names it.")


def test_what_somebody_said_is_no_copy() -> None:
    quoted = len(TEXT.split())
    assert not edges(page("a"), page("b"), shared("a", "b", 0.4, 0.4, quoted=quoted))


def test_two_reprints_of_an_agency_that_is_not_there() -> None:
    one = page("a", "2024-03-12", credits=(credit("Corvane"),))
    two = page("b", "2024-03-13", credits=(credit("Corvane"),))
    (found,) = edges(two, one, shared("a", "b", 0.9, 0.9))
    assert (found.kind, found.why.endswith("and both credit Corvane.")) == ("agency", True)


def test_an_outlet_named_for_what_both_say_is_cited() -> None:
    radio, paper = page("a", outlet="Radio Ostro"), page("b", "2024-03-14", outlet="The Harbour Post")
    said, cited = says("a", hop("Stojan Velkov")), says("b", hop("Radio Ostro", "outlet", cue="reported"))
    (found,) = edges(paper, radio, judgements=[same(said, cited)], mine=cited, theirs=said)
    assert (found.from_, found.to, found.kind, found.claims) == ("b", "a", "cites", (("c1", "c1"),))
    assert not edges(paper, radio, mine=cited, theirs=said), "of nothing in common nothing is cited"


def test_a_link_to_the_page_is_a_citation() -> None:
    one = page("a", url="https://www.radio.example/2024/dam?utm=1")
    two = page("b", "2024-03-14", links=(Link(start=0, end=3, href="http://radio.example/2024/dam/"),))
    said, cited = says("a", hop("Stojan Velkov")), says("b", hop("Velkov", name="Stojan Velkov"))
    (found,) = edges(two, one, judgements=[same(said, cited)], mine=cited, theirs=said)
    assert (found.from_, found.kind) == ("b", "cites")
    assert "links to" in found.why


def test_an_outlet_without_its_name_may_be_an_earlier_page() -> None:
    blog, portal = page("a", "2024-03-11", outlet="Kettle & Crow"), page("b", "2024-03-14", outlet="Quillon Daily")
    said, cited = says("a", hop("a reader", "anonymous")), says("b", hop("online reports", "document", cue="say"))
    (found,) = edges(portal, blog, judgements=[same(said, cited)], mine=cited, theirs=said)
    assert (found.kind, found.score < 0.5) == ("cites", True)


@pytest.mark.parametrize("agency", [True, False])
def test_the_same_things_in_the_same_order_are_a_rewording(agency: bool) -> None:
    first = page("a", "2024-03-12", outlet="Corvane News Agency" if agency else "The Southern Lantern")
    later = page("b", "2024-03-13")
    mine = tuple(says("b", hop("Ana"), claim=f"c{n}") for n in range(1, 7))
    theirs = tuple(says("a", hop("Ana"), claim=f"c{n}") for n in range(1, 7))
    judged = tuple(same(a, b) for a, b in zip(theirs, mine, strict=True))
    near = Neighbour(page=first, statements=theirs, text="", judgements=judged)
    (found,) = page_edges(later, mine, "", [near], {})
    assert (found.from_, found.kind) == ("b", "agency" if agency else "copies")
    assert "says 6 things in the order of" in found.why
    turned = tuple(same(a, b) for a, b in zip(theirs, reversed(mine), strict=True))
    mixed = Neighbour(page=first, statements=theirs, text="", judgements=turned)
    assert not page_edges(later, mine, "", [mixed], {})


def test_a_page_owes_nothing_to_itself() -> None:
    one = page("a")
    said = says("a", hop("Ana"), text=TEXT)
    near = Neighbour(page=one, statements=(said,), text=TEXT, reuse=shared("a", "a", 1, 1))
    assert page_edges(one, (said,), TEXT, [near], {}) == []


def test_edges_are_in_one_order_whatever_that_of_the_neighbours() -> None:
    pages = [page(name, f"2024-03-1{n}") for n, name in enumerate("abcd")]
    near = [
        Neighbour(page=p, statements=(says(p.document, text=TEXT),), text=TEXT, reuse=shared(p.document, "z", 0.5, 0.5))
        for p in pages
    ]
    mine = (says("z", text=TEXT),)
    found = {
        tuple(page_edges(page("z", "2024-03-20"), mine, TEXT, list(some), {})) for some in itertools.permutations(near)
    }
    assert len(found) == 1
