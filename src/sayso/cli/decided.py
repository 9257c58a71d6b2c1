"""A decision on one line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.cli.chains import day, short_id
from sayso.export.decided import changes

if TYPE_CHECKING:
    from sayso.nouns import Decision

_PAST = {"accept": "accepted", "reject": "rejected", "correct": "corrected", "skip": "skipped"}


def decision_line(decision: Decision, *, named: bool = True) -> str:
    """*12  corrected b1fa71ec#c1: Mattis → Waldhauser  Ann, 2026-01-02: I asked.*"""
    verb = _PAST[decision.verdict]
    if decision.undoes is not None:
        verb = f"undid {decision.undoes} ({verb})"
    where = f" {short_id(decision.document)}#{decision.target}" if named else ""
    changed = "; ".join(changes(decision.before, decision.after))
    line = f"{decision.number}  {verb}{where}"
    if changed and (decision.verdict == "correct" or decision.undoes is not None):
        line += f": {changed}"
    line += f"  {decision.by}, {day(decision.at)}"
    line += f": {decision.why}" if decision.why else ""
    return line + (f" [does not show: {decision.unapplied}]" if decision.unapplied else "")
