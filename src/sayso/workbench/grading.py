"""Grades of sources: given and taken back by people, never worked out."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.errors import ConfigError, LedgerError
from sayso.lexicon import load
from sayso.nouns import Review

if TYPE_CHECKING:
    from sayso.ledger import Ledger
    from sayso.nouns.found import Graded


@dataclass(frozen=True, slots=True)
class Letter:
    """A step of the Admiralty scale: *B*, *usually reliable*, and what that says of a source."""

    letter: str
    label: str
    meaning: str


@functools.cache
def scale() -> dict[str, Letter]:
    """The Admiralty scale, the most reliable first."""
    rows = load("admiralty.yaml")["reliability"]
    return {letter: Letter(letter, str(row["label"]), str(row["meaning"])) for letter, row in rows.items()}


def grade(ledger: Ledger, source: str, letter: str, *, why: str | None, by: str) -> Graded:
    """Give a source a grade.

    Raises:
        ConfigError: SAY-001, it is none of the scale.
        LedgerError: SAY-068, SAY-069, the name does not lead to one source.
    """
    if letter not in scale():
        raise ConfigError("SAY-001", "grade", f"{letter!r} is none of: {', '.join(scale())}", "choose one of them")
    known = ledger.graded(source)
    ledger.review(Review(about="source", a=known.source, b=None, kind=letter, why=why, by=by, at=""))
    return ledger.graded(known.source)


def take_back(ledger: Ledger, source: str, *, why: str | None, by: str) -> Graded:
    """Take the grade of a source back that holds.

    Raises:
        LedgerError: SAY-116, it has none; SAY-068, SAY-069, the name does not lead to one source.
    """
    known = ledger.graded(source)
    last = known.grade
    if last is None:
        raise LedgerError("SAY-116", known.source, "it has no grade to take back", "nothing is to be done")
    wanted = Review(about="source", a=known.source, b=None, kind=last.grade, why=why, by=by, at="", undoes=last.number)
    ledger.review(wanted)
    return ledger.graded(known.source)
