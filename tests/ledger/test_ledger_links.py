"""Pages are compared as they come: in any order, again when they are read again, whole or not at all."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from linked_readings import COUNT, OTHER, REPORT, RULES, copies, linked, members, rows, told
from made_readings import page
from sayso.capture import CaptureOptions, open_inputs
from sayso.document.build import build
from sayso.ledger import Ledger, linking, make_filters, settling
from sayso.nouns import Capture, Given, Reading
from sayso.pipeline import interpret
from sayso.plugins import load_reader


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger.open(tmp_path / "ledger.db") as made:
        yield made


@pytest.fixture(scope="module")
def story(examples: Path) -> list[tuple[Capture, Reading]]:
    """Pages of two stories, read by the rules."""
    reader = load_reader("rules")
    pages = [p for name in ("01-dam-failure", "12-grain-forecast") for p in sorted((examples / name).glob("*.html"))]
    captures = open_inputs([str(p) for p in pages], CaptureOptions(), stdin=None)
    return [(c, interpret(build(c, Given()), reader)) for c in captures if isinstance(c, Capture)]


def test_what_two_pages_say_is_one_cluster_and_what_one_says_is_another(ledger: Ledger) -> None:
    found = linked(ledger, [*copies(2), page(OTHER, title="Harvest", source="other.html")])
    assert members(found) == [
        {"copy0.html#c1", "copy1.html#c1"},
        {"copy0.html#c2", "copy1.html#c2"},
        {"copy0.html#c3", "copy1.html#c3"},
        {"other.html#c1"},
    ]
    assert [cluster.origins.high for cluster in found] == [1, 1, 1, 1]
    assert ledger.unlinked() == 0
    assert ledger.verify() == []


@given(data=st.data())
@settings(deadline=None, max_examples=2, suppress_health_check=[HealthCheck.too_slow])
def test_the_order_of_adding_makes_no_difference(
    tmp_path_factory: pytest.TempPathFactory, story: list[tuple[Capture, Reading]], data: st.DataObject
) -> None:
    outcomes = []
    for pages in (story, data.draw(st.permutations(story))):
        with Ledger.open(tmp_path_factory.mktemp("order") / "l.db") as ledger:
            linked(ledger, pages)
            outcomes.append(told(ledger))
            assert ledger.verify() == []
    assert outcomes[0] == outcomes[1]
    assert max(map(len, outcomes[0])) > 2


def test_the_order_makes_no_difference_to_the_model_either(
    tmp_path: Path, story: list[tuple[Capture, Reading]]
) -> None:
    outcomes = []
    for name, pages in (("forwards", story[:5]), ("backwards", story[4::-1])):
        with Ledger.open(tmp_path / f"{name}.db") as ledger:
            linked(ledger, pages, tools=None)
            outcomes.append(told(ledger))
    assert outcomes[0] == outcomes[1]


def test_linking_later_or_at_once_makes_no_difference(tmp_path: Path, story: list[tuple[Capture, Reading]]) -> None:
    with Ledger.open(tmp_path / "at_once.db") as ledger:
        linked(ledger, story[:6])
        at_once = told(ledger)
    with Ledger.open(tmp_path / "later.db") as ledger:
        for each in story[:6]:
            ledger.add(*each)
        assert ledger.unlinked() == 6
        assert len(list(ledger.link(RULES))) == 6
        assert told(ledger) == at_once


def test_a_page_read_again_loses_its_links_and_gets_new_ones(ledger: Ledger) -> None:
    (first, one), (second, two) = copies(2)
    linked(ledger, [(first, one), (second, two)])
    numbers = {c.claim: c.cluster for c in ledger.clusters(make_filters(), pages=2)}
    assert len(numbers) == 3
    _, fewer = page(REPORT[:1], title="Dam fails, report 1", source="copy1.html", outlet="Outlet 1", version="2")
    fewer = msgspec.structs.replace(
        fewer, document=msgspec.structs.replace(two.document, outlet="Outlet 1"), claims=two.claims[:1]
    )
    found = linked(ledger, [(second, fewer)])
    assert members(found) == [{"copy0.html#c1", "copy1.html#c1"}, {"copy0.html#c2"}, {"copy0.html#c3"}]
    # each cluster kept its number, though two of them lost a member
    assert {c.claim: c.cluster for c in found} == numbers
    assert ledger.verify() == []
    again = linked(ledger, [(second, msgspec.structs.replace(two, reader=fewer.reader, checks=()))])
    assert {c.cluster for c in again} >= set(numbers.values())


def test_a_number_is_kept_by_what_is_joined_and_never_given_again(ledger: Ledger) -> None:
    (first, one), (second, two) = copies(2)
    linked(ledger, [(first, one), page(OTHER, title="Harvest", source="other.html")])
    assert [c.cluster for c in ledger.clusters(make_filters(query="nine"))] == ["k1"]
    found = linked(ledger, [(second, two)])
    assert {c.cluster for c in found} == {"k1", "k2", "k3", "k4"}
    more = linked(ledger, [page((("Bo Crane", "said", "the ferry sank off Ruvia"),), title="Ferry", source="f.html")])
    assert {c.cluster for c in more} == {"k1", "k2", "k3", "k4", "k5"}


@pytest.mark.parametrize("where", ["put_page", "put_links", "unsettle"])
def test_whatever_stops_it_no_page_is_half_linked(ledger: Ledger, monkeypatch: pytest.MonkeyPatch, where: str) -> None:
    first, second = copies(2)
    linked(ledger, [first])
    before = rows(ledger)
    ledger.add(*second)
    whole = getattr(linking, where)

    def stop(*given: Any) -> None:
        whole(*given)
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(linking, where, stop)
        with pytest.raises(KeyboardInterrupt):
            list(ledger.link())
    assert rows(ledger) == before
    assert list(ledger.link()) == [second[1].document.id]
    assert len(list(ledger.clusters(make_filters(), pages=2))) == 3
    assert ledger.verify() == []


def test_clusters_wait_while_more_pages_come_and_are_made_when_somebody_asks(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    for each in copies(3):
        ledger.add(*each)
        assert len(list(ledger.link(settled=False))) == 1
    assert list(ledger.clusters(make_filters())) == []
    assert not ledger.is_settled()
    assert ledger.verify() == []
    whole = settling.put_clusters

    def stop(*given: Any) -> None:
        whole(*given)
        raise KeyboardInterrupt

    before = rows(ledger)
    with monkeypatch.context() as patched:
        patched.setattr(settling, "put_clusters", stop)
        with pytest.raises(KeyboardInterrupt):
            list(ledger.link())
    assert rows(ledger) == before
    assert list(ledger.link()) == []
    assert ledger.is_settled()
    assert [len(c.members) for c in ledger.clusters(make_filters())] == [3, 3, 3]
    assert ledger.verify() == []


def test_two_processes_that_link_do_not_link_twice(tmp_path: Path) -> None:
    pages = copies(3)
    with Ledger.open(tmp_path / "l.db") as one, Ledger.open(tmp_path / "l.db") as other:
        for each in pages:
            one.add(*each)
        first = one.link()
        done = [next(first)]
        done += list(other.link())
        done += list(first)
        assert done == [reading.document.id for _, reading in pages]
        assert told(one) == told(other)
        assert one.verify() == []


def test_what_other_rules_linked_is_linked_again(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    linked(ledger, copies(2))
    before = told(ledger)
    with ledger._dialect.writing() as connection:
        connection.exec_driver_sql("DELETE FROM judgements")
    monkeypatch.setattr(linking, "VERSION", "of another day")
    assert ledger.unlinked() == 2
    assert len(list(ledger.link())) == 2
    assert told(ledger) == before


def test_the_same_bytes_under_a_hundred_addresses_are_one_page(ledger: Ledger) -> None:
    capture, reading = copies(1)[0]
    for number in range(100):
        seen = msgspec.structs.replace(capture, source=f"https://mirror{number}.example.org/dam.html")
        document = msgspec.structs.replace(reading.document, source=seen.source, capture=seen.ref)
        ledger.add(seen, msgspec.structs.replace(reading, document=document))
    list(ledger.link())
    assert [len(c.members) for c in ledger.clusters(make_filters())] == [1, 1, 1]


@pytest.mark.parametrize("dates", [(None, None), ("2024-06-12", None), ("2024-06-12", "1970-01-01"), ("someday", "9")])
def test_pages_without_dates_or_with_mad_ones_are_compared(
    ledger: Ledger, dates: tuple[str | None, str | None]
) -> None:
    pages = [
        page(REPORT, title=f"Dam {n}", source=f"{n}.html", outlet=f"Outlet {n}", published=date)
        for n, date in enumerate(dates)
    ]
    found = linked(ledger, pages)
    assert members(found)[0] == {"0.html#c1", "1.html#c1"}
    assert all(1 == c.origins.low <= c.origins.high <= 2 for c in found)


def test_a_page_that_cites_itself_and_pages_that_cite_each_other(ledger: Ledger) -> None:
    pages = [
        page(
            (("Outlet 1", "reported", COUNT), ("Outlet 0", "reported", "the Korr dam had been inspected in May")),
            title=f"Dam {number}",
            source=f"{number}.html",
            outlet=f"Outlet {number}",
            published=f"2024-06-1{number}",
        )
        for number in range(3)
    ]
    found = linked(ledger, pages)
    assert members(found)[0] == {"0.html#c1", "1.html#c1", "2.html#c1"}
    assert all(c.origins.low >= 1 for c in found)
    assert ledger.verify() == []


def test_a_page_that_claims_nothing_is_linked(ledger: Ledger) -> None:
    assert linked(ledger, [page((), title=None, outlet=None, published=None), *copies(1)])
    assert ledger.unlinked() == 0


@pytest.mark.slow
def test_a_hundred_pages_nearly_alike_are_bounded_work(ledger: Ledger) -> None:
    found = linked(ledger, copies(100))
    assert [len(c.members) for c in found] == [100, 100, 100]
    assert all(c.origins.low == 1 for c in found)
    with ledger._dialect.reading() as connection:
        judged = connection.exec_driver_sql("SELECT count(*) FROM judgements").scalar_one()
    assert judged < 100 * 3 * 24 * 3
