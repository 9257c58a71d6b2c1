"""The relation that the preposition before a time gives: *since 2014* is after, *by Monday* before."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.measures.times.calendar import Relation
from sayso.measures.times.words import Item

_RELATION: dict[str, Relation] = {
    "IN": "in",
    "ON": "in",
    "AT": "in",
    "DURING": "in",
    "SINCE": "after",
    "FROM": "after",
    "AFTER": "after",
    "UNTIL": "before",
    "TILL": "before",
    "BY": "before",
    "BEFORE": "before",
    "ABOUT": "about",
}


def relation_before(items: Sequence[Item], index: int) -> Relation | None:
    """The relation of ``items[index]`` to what happened, by the word before it; null where there is none."""
    if items[index].kind in {"LEN", "STRETCH", "STEP", "SETX", "REFX", "RANGE"}:
        return None
    at = index - 1
    if at >= 0 and items[at].kind in {"THE", "ABOUT"}:
        if items[at].kind == "ABOUT":
            return "about"
        at -= 1
    return _RELATION.get(items[at].kind) if at >= 0 else None
