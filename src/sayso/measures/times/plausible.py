"""What looks like a time and is none: rates, persons, newspapers."""

from __future__ import annotations

import functools
from collections.abc import Sequence

from sayso.lexicon import load
from sayso.measures.times.meaning import Length, Recur
from sayso.measures.times.pattern import classes
from sayso.measures.times.words import Item, listed


@functools.cache
def _words() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    data = load("times.yaml")
    return (
        listed("rates"),
        frozenset(data["names"]["before"]),
        frozenset(data["names"]["behind"]),
    )


_NOON = 12
#: What stands before a bare "a week" where it is a length.
_LENGTH_BEFORE = classes("FOR IN OF WITHIN OVER AFTER THAN ABOUT BOUND DURING EVERY BEFORE FROM TO BREAK AND")


def _is_noon(item: Item) -> bool:
    """Whether it is bare *noon*, a part of some day."""
    return isinstance(item.value, Recur) and item.value.lead is None and item.value.what[1] == _NOON


def is_time(items: Sequence[Item], index: int) -> bool:
    """Whether an expression stands for a time where it stands."""
    item = items[index]
    before = items[index - 1] if index else None
    after = items[index + 1] if index + 1 < len(items) else None
    rates, names, behind = _words()
    if before is not None and before.kind == "PER":
        return False
    if before is not None and before.kind == "SLASH" and not before.spaced:
        return False
    if isinstance(item.value, Length) and item.value.bare:
        if before is None or (before.kind == "OTHER" and before.value in rates):
            return before is None
        if before.kind in {"N2", "NUM", "CARD", "PERCENT", "FRAC", "UNITS"}:
            return False
        if before.kind not in _LENGTH_BEFORE and not (after is not None and after.kind in {"BEFORE", "AFTER", "OF"}):
            return False
    if item.kind == "QTR" and isinstance(item.value, Recur) and item.value.what[0] == "half":
        return False  # the first half of the game
    if item.kind == "MON" and before is not None and before.kind == "OTHER" and before.value in names:
        return False
    dated = after is not None and after.kind == "ON"
    if item.rule == "named time of day" and _is_noon(item) and not dated:
        return False
    if item.kind == "DP" and isinstance(item.value, Recur) and item.value.lead in {None, "the"}:
        return False  # "at night", "in the morning": some part of some day
    if (
        item.kind in {"WD", "SEAS", "DP", "MON"}
        and after is not None
        and after.kind == "OTHER"
        and after.value in behind
    ):
        return item.kind != "WD" and after.value in {"post", "mail"}
    return True
