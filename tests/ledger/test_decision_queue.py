"""The queue: what matters most first, each claim with the reason in words, and nothing twice."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import get_args, get_type_hints

import msgspec
import pytest

from linked_readings import OTHER, RULES, copies, linked
from made_readings import page
from sayso.errors import LedgerError
from sayso.ledger import Ledger, make_filters
from sayso.ledger.waiting_rows import ALERTS
from sayso.nouns import Alert, Check, Decision, QueueItem

DOUBTED = ("Ann Bell", "said", "she had never seen such a flood")


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger.open(tmp_path / "ledger.db") as made:
        linked(made, [*copies(3), page(OTHER, title="Harvest", source="other.html")])
        yield made


def queue(ledger: Ledger, by: str | None = "Ann", after: str | None = None, **filters: object) -> list[QueueItem]:
    return list(ledger.queue(make_filters(**filters), by, after))  # type: ignore[arg-type]


def names(items: list[QueueItem]) -> list[str]:
    return [f"{item.claim.document.source}#{item.claim.id}" for item in items]


def decide(ledger: Ledger, item: QueueItem, verdict: str, by: str = "Ann") -> Decision:
    return ledger.decide(
        Decision(document=item.claim.document.id, target=item.claim.id, verdict=verdict, by=by)  # type: ignore[arg-type]
    )


def test_every_claim_is_there_once_with_a_reason(ledger: Ledger) -> None:
    found = queue(ledger)
    assert len(names(found)) == len(set(names(found))) == 10
    assert all(item.why for item in found)
    weights = [item.weight for item in found]
    assert weights == sorted(weights, reverse=True)
    first = found[0]
    assert any("on 3 pages" in why for why in first.why)
    assert "one origin behind 3 pages" in first.why
    # what one page alone says comes last
    assert names(found)[-1] == "other.html#c1"
    assert queue(ledger) == found


def test_the_weights_are_those_of_the_facts(tmp_path: Path) -> None:
    capture, reading = page((DOUBTED, ("officials", "said", "all was well"), (None, "", "The river was high")))
    doubted = [msgspec.structs.replace(a, score=0.25) if a.id == "a2" else a for a in reading.attributions]
    checks = (Check(claim="c3", kind="distance", verdict="inconsistent", why="It lies 57 miles away."),)
    with Ledger.open(tmp_path / "one.db") as ledger:
        ledger.add(capture, msgspec.structs.replace(reading, attributions=tuple(doubted), checks=checks))
        found = {item.claim.id: item for item in queue(ledger)}
    assert list(found) == ["c3", "c1", "c2"]
    assert found["c3"].why == ("a check finds it inconsistent: It lies 57 miles away.",)
    assert found["c1"].why == ("the reader is unsure who says it (0.25)", "it has a figure")
    assert found["c2"].why == ("its source is not named",)


def test_every_alert_has_a_weight() -> None:
    assert set(ALERTS) == set(get_args(get_type_hints(Alert)["kind"]))
    assert ALERTS["contradiction"][0] == max(weight for weight, _ in ALERTS.values())


def test_what_a_reviewer_decided_or_skipped_is_left_out_for_them(ledger: Ledger) -> None:
    first, second, third, *rest = queue(ledger)
    decide(ledger, first, "accept")
    skipped = decide(ledger, second, "skip")
    decide(ledger, third, "reject", by="Ben")
    assert names(queue(ledger, "Ann")) == names(rest)  # what was rejected is there for nobody
    assert names(queue(ledger, "Ben")) == names([first, second, *rest])
    assert names(queue(ledger, None)) == names(rest)
    shown = queue(ledger, "Ben")[0]
    assert [(d.by, d.verdict) for d in shown.decisions] == [("Ann", "accept")]
    ledger.decide(Decision(document="", target="", verdict="skip", by="Ann", undoes=skipped.number))
    assert names(queue(ledger, "Ann")) == names([second, *rest])


def test_paging_gives_every_item_once(ledger: Ledger) -> None:
    whole = queue(ledger)
    for size in (1, 3, 4):
        paged: list[QueueItem] = []
        while some := queue(ledger, after=paged[-1].at if paged else None, limit=size):
            assert len(some) <= size
            paged += some
        assert paged == whole
    # the place is good when what stood there was decided on
    decide(ledger, whole[2], "reject")
    assert names(queue(ledger, after=whole[2].at)) == names(whole[3:])


@pytest.mark.parametrize("after", ["", "c1", "1.2", "1.2.3.4", "-1.2.3", "1.2.x", "9" * 40])
def test_what_is_no_place_is_refused(ledger: Ledger, after: str) -> None:
    with pytest.raises(LedgerError) as caught:
        queue(ledger, after=after)
    assert caught.value.code == "SAY-143"


def test_filters_narrow_the_queue(ledger: Ledger) -> None:
    assert names(queue(ledger, query="barley")) == ["other.html#c1"]
    assert names(queue(ledger, outlet="Outlet 1")) == [n for n in names(queue(ledger)) if n.startswith("copy1")]
    assert queue(ledger, status=("denied",)) == []
    assert len(queue(ledger, limit=2)) == 2


def test_the_queue_follows_the_clusters(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "growing.db") as ledger:
        linked(ledger, copies(1))
        alone = queue(ledger)[0].weight
        linked(ledger, copies(4)[1:])
        assert queue(ledger)[0].weight > alone
        assert ledger.verify() == []
        # and a page that is read again keeps its place until it is compared
        capture, reading = copies(4)[0]
        reader = msgspec.structs.replace(reading.reader, version="2")  # type: ignore[type-var]
        ledger.add(capture, msgspec.structs.replace(reading, reader=reader))
        list(ledger.link(RULES))
        assert ledger.verify() == []
