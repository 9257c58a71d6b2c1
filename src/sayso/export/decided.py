"""What a decision changed, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sayso.nouns import Shown


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
