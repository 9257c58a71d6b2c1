"""Facets, counts, histograms, maps, networks and things: counted here by hand, over every claim."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest

from linked_readings import copies, linked
from made_readings import page
from measured_readings import measured
from sayso.errors import ConfigError
from sayso.ledger import Ledger, make_filters
from sayso.ledger import choosing as choosing_module
from sayso.nouns.facets import FacetValue
from sayso.nouns.folding import fold

FACETS = ("outlet", "source", "place", "time", "status", "verdict", "origins", "alerts")
ASKED: tuple[dict[str, Any], ...] = (
    {},
    {"query": "dam"},
    {"query": "dam -korr"},
    {"status": ("asserted",)},
    {"status": ("denied", "hedged")},
    {"by": "Stewart"},
    {"by": "=Rory Stewart"},
    {"outlet": "=Outlet 1"},
    {"published": "2024-06"},
    {"said": "2024-06-11"},
    {"place": "Libya"},
    {"place": "=country:LY"},
    {"near": "31.2,16.6,50"},
    {"verdict": ("inconsistent",)},
    {"origins": "1"},
    {"origins": "2.."},
    {"query": "nothing-of-the-sort"},
)


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    with Ledger.open(tmp_path_factory.mktemp("facets") / "ledger.db") as made:
        linked(made, copies(3))
        made.add(*measured())
        made.add(*page(source="a.html", outlet=None, published=None))
        made.add(*page(source="b.html", status="denied", said=("2024-06-10", "2024-06-11"), outer="The Guardian"))
        made.add(*page(source="c.html", status="hedged", published="2023", place=("Sirte", 31.2, 16.6)))
        list(made.link())
        assert made.verify() == []
        yield made


@pytest.fixture(params=[0, 10_000], ids=["by the index", "one by one"])
def either_way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(choosing_module, "_FEW", request.param)


def asked_for(value: FacetValue) -> dict[str, Any]:
    several = ("status", "verdict", "alert")
    return {name: (text,) if name in several else text for name, text in value.query.items()}


@pytest.mark.parametrize("asked", ASKED, ids=str)
def test_counts_are_those_of_the_answers(ledger: Ledger, asked: dict[str, Any]) -> None:
    filters = make_filters(**asked, limit=1, offset=1)  # neither makes a difference
    every = make_filters(**asked)
    assert ledger.count(filters) == len(list(ledger.claims(every)))
    assert ledger.count_documents(filters) == len(list(ledger.documents(every)))


@pytest.mark.usefixtures("either_way")
@pytest.mark.parametrize("asked", ASKED, ids=str)
def test_facets_count_what_the_claims_have(ledger: Ledger, asked: dict[str, Any]) -> None:
    claims = list(ledger.claims(make_filters(**asked)))
    facets = ledger.facets(make_filters(**asked), limit=1000)
    assert (facets.claims, facets.documents) == (len(claims), len({claim.document.id for claim in claims}))

    def told(name: str) -> dict[str, int]:
        return {value.value: value.count for value in getattr(facets, name)}

    assert told("outlet") == Counter(fold(c.document.outlet) for c in claims if c.document.outlet)
    assert told("status") == Counter(c.status for c in claims)
    assert told("verdict") == Counter(verdict for c in claims for verdict in {check.verdict for check in c.checks})
    assert told("source") == Counter(
        key for c in claims for key in {fold(hop.speaker) if hop.speaker else "" for hop in c.hops}
    )
    lows = Counter(c.cluster.low for c in claims if c.cluster)
    assert sum(told("origins").values()) == lows.total()
    assert told("origins").get("1", 0) == lows[1]
    assert told("alerts") == Counter(kind for c in claims if c.cluster for kind in c.cluster.alerts)


@pytest.mark.parametrize("facet", FACETS)
def test_what_a_value_asks_for_has_its_count(ledger: Ledger, facet: str) -> None:
    values = getattr(ledger.facets(make_filters(), limit=1000), facet)
    assert values or facet == "alerts"
    for value in values:
        assert ledger.count(make_filters(**asked_for(value))) == value.count, value


def test_the_values_with_most_claims_come_first_and_no_more_than_asked_for(ledger: Ledger) -> None:
    every = ledger.facets(make_filters(), limit=1000).source
    assert [value.count for value in every] == sorted((value.count for value in every), reverse=True)
    assert ledger.facets(make_filters(), limit=2).source == every[:2]


def test_a_ledger_without_a_page_has_no_facets(tmp_path: Any) -> None:
    with Ledger.open(tmp_path / "empty.db") as empty:
        facets = empty.facets(make_filters())
        assert (facets.claims, facets.documents) == (0, 0)
        assert not any(getattr(facets, name) for name in FACETS)
        assert empty.histogram(make_filters()).buckets == ()
        assert empty.timeline(make_filters()).items == ()
        assert empty.map_places(make_filters()).places == ()
        assert empty.network(make_filters()).nodes == ()
        assert empty.things(make_filters()).things == ()


@pytest.mark.parametrize("written", ["x", "..", "3..2", "-1", "2...3", "1" * 12, ""])
def test_what_is_no_number_of_origins(written: str) -> None:
    if written:
        with pytest.raises(ConfigError, match="--origins"):
            make_filters(origins=written)
    else:
        assert make_filters(origins=written).origins is None


def test_words_that_say_nothing_put_claims_in_no_other_order(ledger: Ledger) -> None:
    def asked(query: str, **more: Any) -> list[tuple[str, str]]:
        return [(c.document.id, c.id) for c in ledger.claims(make_filters(query=query, **more))]

    assert asked("the", sort="relevance") == asked("the")
    assert asked("the dam", sort="relevance") != asked("the dam")
    assert sorted(asked("the dam", sort="relevance")) == sorted(asked("the dam"))


def test_what_is_no_alert() -> None:
    with pytest.raises(ConfigError, match="--alert"):
        make_filters(alert=("doubt",))


def test_the_version_changes_with_every_page_and_with_linking(tmp_path: Any) -> None:
    with Ledger.open(tmp_path / "ledger.db") as made:
        seen = [made.version()]
        for each in copies(2):
            made.add(*each)
            seen.append(made.version())
            list(made.link())
            seen.append(made.version())
        assert len(set(seen)) == len(seen)
        assert made.version() == seen[-1]


@pytest.mark.usefixtures("either_way")
@pytest.mark.parametrize("bucket", ["day", "month", "year", None])
@pytest.mark.parametrize("asked", ASKED[:6], ids=str)
def test_a_histogram_counts_every_claim_once(ledger: Ledger, asked: dict[str, Any], bucket: Any) -> None:
    claims = list(ledger.claims(make_filters(**asked)))
    made = ledger.histogram(make_filters(**asked), "said", bucket)
    digits = {"day": 10, "month": 7, "year": 4}[made.bucket]
    said = [c.hops[0].said for c in claims if c.hops]
    days = [day for s in said if s and (day := s.from_ or s.to)]
    assert {each.from_[:digits]: each.count for each in made.buckets} == Counter(day[:digits] for day in days)
    assert made.undated == len(claims) - len(days)
    published = ledger.histogram(make_filters(**asked), "published", bucket)
    assert sum(each.count for each in published.buckets) == sum(c.document.published is not None for c in claims)


def test_a_timeline_has_the_three_times_and_the_chain_in_words(ledger: Ledger) -> None:
    made = ledger.timeline(make_filters(by="Waldhauser"))
    (item,) = made.items
    assert made.total == 1
    assert item.about is not None
    assert item.published is not None
    assert (item.about.text, item.about.granularity) == ("March 2017", "month")
    assert (item.published.text, item.said) == ("28 October 2017", None)
    assert item.chain == "Thomas Waldhauser, according to The Corvane Herald"
    assert len(ledger.timeline(make_filters(), limit=3).items) == 3


def test_places_movements_and_checks_lie_on_the_map(ledger: Ledger) -> None:
    found = ledger.map_places(make_filters())
    by_label = {place.label: place for place in found.places}
    camps = by_label["25 miles east of Bani Waleed"]
    assert camps.uncertain
    assert camps.geometry is not None
    assert camps.geometry["type"] == "Polygon"
    assert (by_label["Libya"].country, by_label["Libya"].uncertain) == ("LY", False)
    for place in found.places:
        assert ledger.count(make_filters(**place.query)) == place.claims
        assert place.samples
        assert place.samples[0].chain
    (moved,) = found.movements
    assert (moved.who, moved.by, moved.claims, moved.inferred) == ("the militants", "Qatar", 1, False)
    assert moved.to is not None
    assert moved.to.name == "Sirte"
    assert (moved.low, moved.high) == (1, 1)
    (checked,) = found.checks
    assert (checked.check.kind, checked.check.verdict) == ("distance", "consistent")


def test_the_network_leads_from_speakers_through_reporters_to_outlets(ledger: Ledger) -> None:
    made = ledger.network(make_filters())
    edges = {(edge.from_, edge.to): edge.claims for edge in made.edges}
    assert edges["rory stewart", "guardian"] == 1
    assert edges["guardian", "corvane herald"] == 2
    assert edges["rory stewart", "outlet 0"] == 2
    ids = [node.id for node in made.nodes]
    assert len(ids) == len(set(ids))
    assert {end for edge in edges for end in edge} <= set(ids)
    for node in made.nodes:
        if node.kind != "page":
            assert ledger.count(make_filters(**node.query)) == node.claims


@pytest.mark.usefixtures("either_way")
def test_things_have_the_spread_of_their_figures(ledger: Ledger) -> None:
    for asked in ({}, {"query": "militants OR fighters"}):
        things = {thing.thing: thing for thing in ledger.things(make_filters(**asked)).things}
        fighters = things["fighters"]
        assert (fighters.unit, fighters.figures, fighters.low, fighters.high) == ("people", 1, 5000, 7000)
        assert (fighters.median, fighters.documents, fighters.outlets, fighters.disagree) == (6000, 1, 1, False)
        assert len(list(ledger.figures(make_filters(**fighters.query)))) == fighters.figures
