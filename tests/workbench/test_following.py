"""What follows from decisions is worked out, also after it failed once."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.errors import LedgerError
from sayso.workbench.following import Follower

#: seconds: far more than anything here takes
LONG = 120.0


@pytest.mark.parametrize("fault", [RuntimeError("broken"), LedgerError("SAY-063", "ledger.db")])
def test_a_fault_does_not_end_it(monkeypatch: pytest.MonkeyPatch, own_ledger: Path, fault: Exception) -> None:
    links: list[Exception | None] = []
    faults = iter((fault,))
    link = Follower._link

    def failing(self: Follower) -> None:
        found = next(faults, None)
        links.append(found)
        if found is not None:
            raise found
        link(self)

    monkeypatch.setattr(Follower, "_link", failing)
    follower = Follower(own_ledger)
    assert follower.follow(LONG)
    assert follower.follow(LONG)
    follower.close()
    assert links == [fault, None]


def test_who_waits_is_let_go_when_it_ends(own_ledger: Path) -> None:
    follower = Follower(own_ledger)
    follower.close()
    assert follower.follow(LONG)
