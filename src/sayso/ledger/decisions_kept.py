"""Decisions as the events that they are, and as they stand beside the current reading of their page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sayso.ledger.decisions_anchor import find, moved
from sayso.nouns import Correction, Decision, Noun, Reading, Shown

#: kinds of the events; the last one says that the current reading of a page is another one since
DECISION, DECISION_UNDONE, CORRECTED = "decision", "decision-undone", "reading-corrected"

GONE = "the current reading has no such claim any more"
WORDS_GONE = "the page as it is read now has not all the words of the correction"


class Kept(Noun, frozen=True, kw_only=True):
    """The body of the event: the decision, and how its target read before any correction."""

    decision: Decision
    read: Shown | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """A decision beside one reading: its target there, and the correction with its words where they stand there.

    ``target`` is null where the reading lacks it; ``unapplied`` says what keeps the decision from showing.
    """

    number: int
    kept: Kept
    target: str | None
    correction: Correction | None
    unapplied: str | None
    holds: bool = False

    @property
    def takes_out(self) -> bool:
        """Whether the target leaves the reading."""
        return self.kept.decision.verdict == "reject"

    @property
    def has_effect(self) -> bool:
        """Whether the reading is another one for this decision."""
        shows = self.holds and self.unapplied is None and self.target is not None
        return shows and (self.takes_out or self.correction is not None)


def beside(reading: Reading, kept: Iterable[tuple[int, Kept]]) -> tuple[Standing, ...]:
    """Decisions that nobody has undone, beside the reading of their page as it was put in, in order.

    The latest on a target holds; what was skipped never does.
    """
    placed = [_placed(reading, number, each) for number, each in sorted(kept, key=lambda pair: pair[0])]
    last = {_group(each): each.number for each in placed if each.kept.decision.verdict != "skip"}
    return tuple(
        Standing(
            number=each.number,
            kept=each.kept,
            target=each.target,
            correction=each.correction,
            unapplied=each.unapplied,
            holds=last.get(_group(each)) == each.number,
        )
        for each in placed
    )


def _group(standing: Standing) -> str:
    # what is not there any more is one thing with what was decided on the same words of the page
    read = standing.kept.read
    return standing.target or f"{standing.kept.decision.target} {read.start if read else 0} {read.end if read else 0}"


def _placed(reading: Reading, number: int, kept: Kept) -> Standing:
    decision, read = kept.decision, kept.read
    found = find(reading, decision.target, [side for side in (read, decision.after) if side]) if read else None
    if found is None or read is None:
        return Standing(number, kept, None, None, GONE)
    if decision.correction is None:
        return Standing(number, kept, found.target, None, None)
    correction = moved(reading, decision.correction, read, found)
    return Standing(number, kept, found.target, correction, WORDS_GONE if correction is None else None)


def differs(earlier: Sequence[Standing], later: Sequence[Standing]) -> bool:
    """Whether the reading is another one under other decisions."""

    def effects(all_of: Sequence[Standing]) -> list[object]:
        return [(each.target, each.takes_out, each.correction) for each in all_of if each.has_effect]

    return effects(earlier) != effects(later)
