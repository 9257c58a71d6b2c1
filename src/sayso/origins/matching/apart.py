"""Why two near claims are not merged: they define what they count differently."""

from __future__ import annotations

from sayso.nouns import Statement
from sayso.origins.matching import intervals
from sayso.origins.matching.facts import facts
from sayso.origins.matching.say import amount, unit
from sayso.origins.matching.tables import Measure
from sayso.origins.wording import capital


def apart(a: Statement, b: Statement) -> str | None:
    """A sentence that says by which definitions the figures of two statements stay apart; null where none differ."""
    for ours in facts(a).figures:
        for theirs in facts(b).figures:
            if "place" in {ours.part, theirs.part} or ours.figure.kind != theirs.figure.kind:
                continue
            why = intervals.apart(ours, theirs)
            if why is not None:
                left = f"{amount(ours)}{unit(ours)}{_named(ours.measure)}"
                right = f"{amount(theirs)}{unit(theirs)}{_named(theirs.measure)}"
                return f"{capital(left)} and {right} are not one measure: {why}."
    return None


def _named(measure: Measure | None) -> str:
    return f" ({measure.say})" if measure else ""
