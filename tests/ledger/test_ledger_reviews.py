"""What a reviewer decides holds until it is undone: at once, for pages that come later, and for pages read again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest

from linked_readings import COUNT, OTHER, SIREN, copies, linked, members, told
from made_readings import page
from sayso.errors import LedgerError
from sayso.ledger import Ledger, make_filters
from sayso.nouns import Review


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger.open(tmp_path / "ledger.db") as made:
        linked(made, copies(2))
        yield made


def say(ledger: Ledger, kind: str, a: str, b: str | None = None, **more: Any) -> Review:
    """Keep a judgement, and let it take effect."""
    about = more.pop("about", "statements")
    kept = ledger.review(Review(about=about, a=a, b=b, kind=kind, why="I asked.", by="Ada Lind", at="", **more))
    list(ledger.link())
    return kept


def clusters(ledger: Ledger) -> list[set[str]]:
    return members(ledger.clusters(make_filters()))


PAIRS = [{"copy0.html#c1", "copy1.html#c1"}, {"copy0.html#c2", "copy1.html#c2"}, {"copy0.html#c3", "copy1.html#c3"}]


def test_different_splits_and_undoing_joins_again(ledger: Ledger) -> None:
    before = told(ledger)
    kept = say(ledger, "different", "copy0.html#c1", "copy1.html#c1")
    assert clusters(ledger) == [*PAIRS[1:], {"copy0.html#c1"}, {"copy1.html#c1"}]
    assert [r.number for r in ledger.reviews()] == [kept.number]
    assert kept.at
    assert kept.a.startswith("sha256:")
    say(ledger, "undo", "", undoes=kept.number)
    assert list(ledger.reviews()) == []
    assert told(ledger) == before
    assert {e.kind for e in ledger.events()} == {"reading-added", "review", "review-undone"}
    assert ledger.verify() == []


def test_same_joins_what_no_rule_would(ledger: Ledger) -> None:
    linked(ledger, [page(OTHER, title="Harvest", source="other.html")])
    kept = say(ledger, "same", "other.html#c1", "copy0.html#c3")
    assert clusters(ledger)[0] == PAIRS[2] | {"other.html#c1"}
    say(ledger, "undo", "", undoes=kept.number)
    assert {"other.html#c1"} in clusters(ledger)


def test_a_judgement_holds_for_pages_that_come_later(ledger: Ledger) -> None:
    say(ledger, "different", "copy0.html#c1", "copy1.html#c1")
    linked(ledger, copies(3)[2:])
    apart = [each for each in clusters(ledger) if {"copy0.html#c1", "copy1.html#c1"} & each]
    assert len(apart) == 2


def test_a_judgement_is_found_again_when_its_page_is_read_again(ledger: Ledger) -> None:
    say(ledger, "different", "copy0.html#c1", "copy1.html#c1")
    capture, reading = copies(2)[1]
    # the claims of the new reading come in another order, with other ids
    names = {"c1": "c3", "c2": "c1", "c3": "c2"}
    claims = sorted((msgspec.structs.replace(c, id=names[c.id]) for c in reading.claims), key=lambda c: c.id)
    linked(ledger, [(capture, msgspec.structs.replace(reading, claims=tuple(claims), checks=()))])
    assert {"copy1.html#c3"} in clusters(ledger)
    assert {"copy0.html#c1"} in clusters(ledger)
    # and where the claim is worded otherwise, by where it stands
    reworded = tuple(msgspec.structs.replace(c, text="Nine were dead.") if c.id == "c1" else c for c in reading.claims)
    linked(ledger, [(capture, msgspec.structs.replace(reading, claims=reworded, checks=()))])
    assert {"copy0.html#c1"} in clusters(ledger)
    # where there is no such claim any more it rests, and nothing fails
    fewer = msgspec.structs.replace(reading, claims=reading.claims[2:], checks=())
    linked(ledger, [(capture, fewer)])
    assert {"copy0.html#c3", "copy1.html#c3"} in clusters(ledger)
    assert len(list(ledger.reviews())) == 1
    assert ledger.verify() == []


def test_relations_that_a_reviewer_states_are_told(ledger: Ledger) -> None:
    linked(ledger, [page(OTHER, title="Harvest", source="other.html")])
    say(ledger, "contradicts", "other.html#c1", "copy0.html#c3")
    (pair,) = ledger.compare("other.html", "copy0.html").pairs
    assert (pair.kind, pair.by, pair.why) == ("contradicts", "Ada Lind", "I asked.")
    assert [p.kind for p in ledger.compare("copy0.html", "other.html").pairs] == ["contradicts"]


def test_speakers_can_be_told_apart_and_joined(ledger: Ledger) -> None:
    kept = say(ledger, "different", "copy0.html#c1", "copy1.html#c1", about="actors")
    assert kept.a.endswith("#e1")
    assert [r.about for r in ledger.reviews("actors")] == ["actors"]
    assert list(ledger.reviews("statements")) == []
    say(ledger, "undo", "", undoes=kept.number, about="actors")
    assert list(ledger.reviews()) == []


@pytest.mark.parametrize(
    ("a", "b", "code"),
    [
        ("nowhere.html#c1", "copy0.html#c1", "SAY-068"),
        ("copy0.html#c9", "copy1.html#c1", "SAY-068"),
        ("copy0.html", "copy1.html#c1", "SAY-068"),
        ("copy0.html#c1", "copy0.html#c1", "SAY-115"),
    ],
)
def test_what_cannot_be_judged_is_refused_and_nothing_kept(ledger: Ledger, a: str, b: str, code: str) -> None:
    for about in ("statements", "actors"):
        with pytest.raises(LedgerError) as caught:
            say(ledger, "same", a, b, about=about)
        assert caught.value.code == code
    assert list(ledger.reviews()) == []


def test_what_was_never_said_or_undone_cannot_be_undone(ledger: Ledger) -> None:
    kept = say(ledger, "different", "copy0.html#c1", "copy1.html#c1")
    say(ledger, "undo", "", undoes=kept.number)
    for number in (kept.number, 1, 10**9):
        with pytest.raises(LedgerError) as caught:
            say(ledger, "undo", "", undoes=number)
        assert caught.value.code == "SAY-116"


def test_reviews_hold_when_everything_is_linked_again(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    say(ledger, "different", "copy0.html#c1", "copy1.html#c1")
    say(ledger, "same", "copy0.html#c1", "copy1.html#c3")
    before = told(ledger)
    monkeypatch.setattr("sayso.ledger.linking.VERSION", "of another day")
    assert len(list(ledger.link())) == 4
    assert told(ledger) == before


def test_two_documents_side_by_side(ledger: Ledger) -> None:
    found = ledger.compare("copy0.html", "copy1.html")
    assert [(pair.kind, pair.a.claim, pair.b.claim) for pair in found.pairs if pair.kind == "same"] == [
        ("same", "c1", "c1"),
        ("same", "c2", "c2"),
        ("same", "c3", "c3"),
    ]
    assert found.share_a > 0.9
    assert COUNT in found.passages[0].a_text.replace("\n", " ")
    text = ledger.reading("copy0.html").document.text
    assert all(text[slice(*passage.a)] == passage.a_text for passage in found.passages)
    turned = ledger.compare("copy1.html", "copy0.html")
    assert (turned.share_a, turned.share_b) == (found.share_b, found.share_a)
    assert [(p.b, p.a) for p in turned.passages] == [(p.a, p.b) for p in found.passages]
    assert {link.kind for link in found.actors} == {"same"}


def test_documents_that_share_nothing(ledger: Ledger) -> None:
    linked(ledger, [page(OTHER, title="Harvest", source="other.html")])
    found = ledger.compare("other.html", "copy0.html")
    assert (found.passages, found.edges, found.pairs, found.share_a) == ((), (), (), 0.0)
    with pytest.raises(LedgerError) as caught:
        ledger.compare("copy0.html", "copy0.html")
    assert caught.value.code == "SAY-115"
    assert SIREN in ledger.reading("copy0.html").document.text
