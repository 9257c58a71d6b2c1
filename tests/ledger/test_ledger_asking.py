"""The questions and their filters."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from made_readings import page
from sayso.errors import ConfigError
from sayso.ledger import Ledger, make_filters


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    with Ledger.open(tmp_path_factory.mktemp("ledger") / "ledger.db") as made:
        made.add(
            *page(
                source="first.html",
                outer="The Guardian",
                said=("2024-06-10", "2024-06-11"),
                place=("Córrh", 32.0, 13.0),
            )
        )
        made.add(
            *page(
                (("Ann Bell", "denied", "the spillway at Vashti was unsafe"), ("officials", "said", "repairs cost 3m")),
                source="second.html",
                title="Bell denies it",
                outlet="Harbour Post",
                published="2024-07-01T10:00:00+02:00",
                status="denied",
            )
        )
        made.add(
            *page(
                (("the rory stewart", "wrote", "Müller’s café was flooded"), (None, "", "The town slept")),
                source="third.html",
                title=None,
                outlet=None,
                published=None,
                said=("2023-01-01", None),
            )
        )
        assert made.verify() == []
        yield made


def texts(ledger: Ledger, **asked: object) -> set[str]:
    return {claim.text.split()[1] for claim in ledger.claims(make_filters(**asked))}  # type: ignore[arg-type]


CASES: list[tuple[dict[str, object], set[str]]] = [
    ({}, {"Vashti", "people", "river", "spillway", "cost", "café", "town"}),
    ({"query": "vashti"}, {"Vashti", "spillway"}),
    ({"query": "VASHTI korr"}, {"Vashti"}),
    ({"query": '"vashti dam"'}, {"Vashti"}),
    ({"query": "denies"}, set()),  # a title alone is not enough
    ({"query": "denies spillway"}, {"spillway"}),
    ({"query": '"dam vashti"'}, set()),
    ({"query": "evac*"}, {"people"}),
    ({"query": "evac"}, set()),
    ({"query": "spillway OR evacuated"}, {"spillway", "people"}),
    ({"query": "vashti -spillway"}, {"Vashti"}),
    ({"query": "-dam"}, {"spillway", "cost", "café", "town"}),
    ({"query": "muller cafe"}, {"café"}),
    ({"query": "Müller's"}, {"café"}),
    ({"query": "stewart"}, {"Vashti", "café"}),  # the name of the speaker, though the claim does not say it
    ({"query": "minister water"}, {"Vashti"}),
    ({"query": "!!"}, set()),
    ({"query": "OR"}, set()),
    ({"about": "Vashti"}, {"Vashti", "spillway"}),
    ({"about": "Stewart"}, set()),
    ({"by": "Rory Stewart"}, {"Vashti", "café"}),
    ({"by": "guardian"}, {"Vashti", "people"}),
    ({"by": "Bell Officials"}, set()),  # two speakers are not one
    ({"outlet": "harbour"}, {"spillway", "cost"}),
    ({"outlet": "the corvane herald"}, {"Vashti", "people", "river"}),
    ({"outlet": "corv"}, set()),
    ({"outlet": "%"}, set()),
    ({"place": "korr"}, {"Vashti"}),
    ({"place": "corrh"}, {"Vashti"}),
    ({"place": "vashti"}, {"Vashti", "spillway"}),
    ({"near": "32.3,13,50"}, {"Vashti"}),
    ({"near": "32.3,13,30"}, set()),
    ({"said": "2024-06-11.."}, {"Vashti", "people", "café"}),
    ({"said": "..2022"}, set()),
    ({"said": "2024-06-09"}, {"café"}),
    ({"published": "2024-06"}, {"Vashti", "people", "river"}),
    ({"published": "2024-06-13.."}, {"spillway", "cost"}),
    ({"status": ("denied",)}, {"spillway", "cost"}),
    ({"status": ("denied,asserted",), "by": "bell"}, {"spillway"}),
    ({"status": ("hedged",)}, set()),
]


@pytest.mark.parametrize(("asked", "wanted"), CASES, ids=[str(asked) for asked, _ in CASES])
def test_claims_meet_the_filters(ledger: Ledger, asked: dict[str, object], wanted: set[str]) -> None:
    assert texts(ledger, **asked) == wanted


def test_newest_come_first_and_those_without_date_last(ledger: Ledger) -> None:
    sources = [document.source for document in ledger.documents(make_filters())]
    assert sources == ["second.html", "first.html", "third.html"]
    claims = [(c.document.source, c.id) for c in ledger.claims(make_filters())]
    assert claims == [
        ("second.html", "c1"),
        ("second.html", "c2"),
        ("first.html", "c1"),
        ("first.html", "c2"),
        ("first.html", "c3"),
        ("third.html", "c1"),
        ("third.html", "c2"),
    ]


def test_the_most_relevant_come_first_if_asked(ledger: Ledger) -> None:
    found = [c.text for c in ledger.claims(make_filters(query="dam OR vashti", sort="relevance"))]
    assert found[0].startswith("The Vashti dam")
    assert set(found) == {c.text for c in ledger.claims(make_filters(query="dam OR vashti"))}


@pytest.mark.parametrize("limit", [1, 2, 5, 7, 8])
def test_pages_of_an_answer_make_up_the_whole(ledger: Ledger, limit: int) -> None:
    whole = [(c.document.id, c.id) for c in ledger.claims(make_filters())]
    parts = [
        (c.document.id, c.id)
        for offset in range(0, len(whole), limit)
        for c in ledger.claims(make_filters(limit=limit, offset=offset))
    ]
    assert parts == whole
    assert len(list(ledger.claims(make_filters(limit=limit)))) == min(limit, len(whole))


def test_the_chain_is_resolved(ledger: Ledger) -> None:
    claim = next(ledger.claims(make_filters(query="dam", by="guardian")))
    assert claim.chain == tuple(hop.attribution for hop in claim.hops)
    assert [(hop.speaker, hop.cue) for hop in claim.hops] == [("Rory Stewart", "stated"), ("The Guardian", "reported")]
    assert claim.hops[0].said is not None
    assert claim.hops[0].said.from_ == "2024-06-10"
    assert claim.quote == "the Vashti dam had failed near Korr"
    own = next(ledger.claims(make_filters(query="slept")))
    assert (own.attribution, own.hops, own.quote) == (None, (), None)


DOCUMENTS: list[tuple[dict[str, object], set[str]]] = [
    ({"query": "spillway"}, {"second.html"}),
    ({"query": "bell denies"}, {"second.html"}),
    ({"about": "korr"}, {"first.html"}),
    ({"by": "stewart"}, {"first.html", "third.html"}),
    ({"by": "stewart", "said": "2024"}, {"first.html", "third.html"}),
    ({"by": "bell", "status": ("asserted",)}, set()),
    ({"place": "vashti"}, {"first.html", "second.html"}),
    ({"near": "32,13,1"}, {"first.html"}),
    ({"published": "2024-07"}, {"second.html"}),
]


@pytest.mark.parametrize(("asked", "wanted"), DOCUMENTS, ids=[str(asked) for asked, _ in DOCUMENTS])
def test_documents_meet_the_filters(ledger: Ledger, asked: dict[str, object], wanted: set[str]) -> None:
    assert {d.source for d in ledger.documents(make_filters(**asked))} == wanted  # type: ignore[arg-type]


def test_sources_are_one_over_all_pages(ledger: Ledger) -> None:
    found = {source.speaker: source for source in ledger.sources(make_filters())}
    stewart = found["Rory Stewart"]
    assert (stewart.claims, stewart.documents, stewart.kind) == (2, 2, "named")
    assert stewart.roles == ("minister of Water",)
    assert stewart.outlets == ("The Corvane Herald",)
    assert found["officials"].outlets == ("Harbour Post", "The Corvane Herald")
    counts = [source.claims for source in ledger.sources(make_filters())]
    assert counts == sorted(counts, reverse=True)


def test_filters_choose_which_claims_of_a_source_count(ledger: Ledger) -> None:
    (stewart,) = ledger.sources(make_filters(query="stewart", published="2024"))
    assert (stewart.claims, stewart.documents) == (1, 1)
    assert [s.speaker for s in ledger.sources(make_filters(status=("denied",), by="bell"))] == ["Ann Bell"]
    assert {s.speaker for s in ledger.sources(make_filters(query="water OR guardian", sort="relevance"))} == {
        "Rory Stewart",
        "The Guardian",
    }


typed = st.text(st.sampled_from("ab\"'*-()^:+{}[]&|\\ \x00\ud800“”OR NEAR AND NOTé%_?;,."), max_size=25) | st.text(
    max_size=20
)


@given(query=typed, about=typed, by=typed, outlet=typed, place=typed, sort=st.sampled_from(["newest", "relevance"]))
@settings(deadline=None, max_examples=150)
def test_nothing_that_can_be_typed_is_an_error(
    ledger: Ledger, query: str, about: str, by: str, outlet: str, place: str, sort: str
) -> None:
    for asked in ({"query": query}, {"about": about}, {"by": by}, {"outlet": outlet}, {"place": place}):
        filters = make_filters(**asked, sort=sort if asked.get("query", "").strip() else "newest")  # type: ignore[arg-type]
        for answer in (ledger.claims(filters), ledger.documents(filters), ledger.sources(filters)):
            list(answer)


def test_a_very_long_query_is_no_error(ledger: Ledger) -> None:
    assert texts(ledger, query="dam " * 5000) == {"Vashti"}


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        ({"near": "1,2"}, "LAT,LON,KM"),
        ({"near": "95,0,1"}, "latitude"),
        ({"near": "nan,0,1"}, "latitude"),
        ({"said": "yesterday"}, "no date"),
        ({"said": "2024-02-30"}, "calendar"),
        ({"said": ".."}, "at least one end"),
        ({"published": "2024..2023"}, "backwards"),
        ({"status": ("denied,wrong",)}, "none of"),
        ({"limit": -1}, "negative"),
        ({"sort": "relevance"}, "needs a QUERY"),
    ],
)
def test_what_cannot_be_used_is_said(asked: dict[str, object], says: str) -> None:
    with pytest.raises(ConfigError, match=says) as caught:
        make_filters(**asked)  # type: ignore[arg-type]
    assert caught.value.code == "SAY-001"


def test_all_that_cannot_be_used_is_said_at_once() -> None:
    with pytest.raises(ConfigError) as caught:
        make_filters(near="x", said="x", status=("x",))
    assert all(name in str(caught.value) for name in ("--near", "--said", "--status"))


def test_an_answer_can_be_left_half_read(ledger: Ledger, tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "l.db") as other:
        other.add(*page(source="1"))
        answer = other.claims(make_filters())
        next(answer)
        other.add(*page(source="2"))  # a reader never holds up a writer
        assert len(list(answer)) == 2
