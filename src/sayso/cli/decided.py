"""A decision on one line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.cli.chains import day, short_id

if TYPE_CHECKING:
    from sayso.nouns import Decision, Shown

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


def changes(before: Shown | None, after: Shown | None) -> list[str]:
    """What reads otherwise, each as *old → new*."""
    if before is None or after is None:
        return []
    pairs = [
        (before.speaker or "the writer", after.speaker or "the writer"),
        (_words(before), _words(after)),
        (before.cue.text if before.cue else "no cue", after.cue.text if after.cue else "no cue"),
        (before.status or "", after.status or ""),
    ]
    found = [f"{old} → {new}" for old, new in pairs if old != new]
    return found or ([f"{before.text} → {after.text}"] if before.text != after.text else [])


def _words(side: Shown) -> str:
    return "“" + " … ".join(quote.text or "" for quote in side.content) + "”"
