"""Whether a text is news, reckoned from the day of the page, or tells history, each time following the one before."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Sequence

from sayso.measures.times.meaning import Fixed, Recur, Step, UnitOf
from sayso.measures.times.words import Item


def narrative(expressions: Sequence[Item], published: dt.date | None) -> float:
    """The probability that a text tells history.

    Signs are explicit years away from that of the page, times told from one another (*two days later*), and the
    absence of weekdays, *yesterday* and *last week*.
    """
    far = near = deictic = chained = 0
    for item in expressions:
        meaning = item.value
        if isinstance(meaning, Fixed):
            if published is None or abs(meaning.period.first.year - published.year) > 1:
                far += 1
            else:
                near += 1
        elif (
            (isinstance(meaning, Recur) and (meaning.what[0] == "weekday" or meaning.lead in {"last", "next", "this"}))
            or (isinstance(meaning, UnitOf) and meaning.lead in {"last", "next", "this"})
            or (isinstance(meaning, Step) and meaning.base == "speech")
            or item.kind == "DREF"
        ):
            deictic += 1
        elif (isinstance(meaning, UnitOf) and meaning.lead in {"previous", "following", "that"}) or (
            isinstance(meaning, Step) and meaning.base == "mention"
        ):
            chained += 1
    if published is None and not deictic:
        return 0.9 if far else 0.5
    odds = -1.5 + 0.35 * far - 0.3 * near - 1.1 * deictic + 0.5 * chained
    if far >= 6 and far > 3 * (near + deictic):  # a long history with a few such words
        odds = max(odds, 2.0)
    return 1 / (1 + math.exp(-max(-8.0, min(8.0, odds))))
