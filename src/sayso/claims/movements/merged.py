"""What several verbs of one sentence say of one mover, as one way."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sayso.claims.movements.found import Found
from sayso.nouns.measures import Place


def merged(rows: Sequence[list[Found]]) -> list[list[Found]]:
    """*Left A, came through B and is heading for C* as one movement.

    Args:
        rows: the movements of each verb, in text order; those of a verb with several goals stay apart.
    """
    made: list[list[Found]] = []
    for row in rows:
        last = made[-1] if made else None
        if last is not None and len(last) == len(row) == 1 and (both := _joined(last[0], row[0])) is not None:
            made[-1] = [both]
        else:
            made.append(row)
    return made


def _joined(one: Found, two: Found) -> Found | None:
    """The one way, where *and*, *then* or a comma joins the verbs and the second goes on where the first ends."""
    if one.who is None or two.who is None or one.who.head != two.who.head or one.frame.noun or two.frame.noun:
        return None
    between = range(one.at + 1, two.at)
    if not any(one.sentence.lows[i] in {"and", ",", "then"} for i in between):
        return None
    if two.from_ is not None and (one.from_ is not None or one.to is not None):
        return None
    via = [*one.via]
    if one.to is not None and two.to is not None:
        if not isinstance(one.to, Place) or one.to == two.to:
            return None
        via.append(one.to)
    via += two.via
    return replace(
        one,
        last=two.last,
        by=one.by or two.by,
        from_=one.from_ if one.from_ is not None else two.from_,
        to=two.to if two.to is not None else one.to,
        via=tuple(via),
        direction=one.direction or two.direction,
    )
