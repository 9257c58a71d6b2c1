"""Decisions in words: what each changed, and as cells of CSV."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sayso.export.flat import Cells
    from sayso.nouns import Decision, Shown


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


def flat_decision(decision: Decision) -> Cells:
    """A decision, with how its claim read before and after."""
    before, after = decision.before, decision.after
    return {
        "number": decision.number,
        "verdict": decision.verdict,
        "undoes": decision.undoes,
        "document": decision.document,
        "target": decision.target,
        "text_before": before.text if before else None,
        "speaker_before": before.speaker if before else None,
        "status_before": before.status if before else None,
        "text_after": after.text if after else None,
        "speaker_after": after.speaker if after else None,
        "status_after": after.status if after else None,
        "changes": changes(before, after),
        "why": decision.why,
        "by": decision.by,
        "at": decision.at,
        "unapplied": decision.unapplied,
    }
