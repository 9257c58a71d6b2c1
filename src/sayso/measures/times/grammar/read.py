"""Runs the stages over the words of a text."""

from __future__ import annotations

from sayso.measures.times.grammar import clocks, dates, joins, lengths, numbers, relative
from sayso.measures.times.pattern import classes
from sayso.measures.times.words import Item, read_words

#: In this order: numbers, times of day and lengths, dates, what is told from an anchor, and what is put together.
STAGES = (
    numbers.STAGE,
    numbers.COUNTS,
    clocks.STAGE,
    lengths.STAGE,
    dates.STAGE,
    relative.STAGE,
    joins.INNER,
    joins.OUTER,
    joins.PARTS,
    joins.RANGES,
)
#: Classes of phrases that are times.
EXPRESSIONS = classes("DAY MON YR QTR SEAS DECA CENT WD HOL CLK DP UNITREF DREF LEN STEP STRETCH REFX SETX PARTX RANGE")


def read_expressions(text: str) -> list[Item]:
    """All words of a text, time expressions among them made one item each."""
    items = read_words(text)
    for stage in STAGES:
        items = stage.run(items)
    return items
