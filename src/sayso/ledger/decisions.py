"""What reviewers decide about what was read: events of the record, which hold until another event undoes them."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.ledger.dialect import Dialect
from sayso.nouns import Conflict, Decision


def decide(dialect: Dialect, wanted: Decision) -> Decision:
    """See :meth:`sayso.ledger.store.Store.decide`."""
    raise NotImplementedError


def decisions(dialect: Dialect, document: str | None) -> Iterator[Decision]:
    """See :meth:`sayso.ledger.store.Store.decisions`."""
    raise NotImplementedError


def decision_log(dialect: Dialect, document: str | None) -> Iterator[Decision]:
    """See :meth:`sayso.ledger.store.Store.decision_log`."""
    raise NotImplementedError


def conflicts(dialect: Dialect, document: str | None) -> Iterator[Conflict]:
    """See :meth:`sayso.ledger.store.Store.conflicts`."""
    raise NotImplementedError
