"""Changes and comparisons: *rose 5 %*, *a third less than*, *twice the average*, *triple its output a year ago*."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.measures.numbers import whole
from sayso.measures.quantities.leads import lead_before
from sayso.measures.quantities.lists import Way, directed, listed, valued
from sayso.measures.quantities.number import Number
from sayso.measures.quantities.words import HYPHENS, Words
from sayso.nouns.measures import Change

#: Words between a verb of change and its number, at most: "rose by as much as almost 5".
_REACH = 4
_ENDS = frozenset({".", ";", "!", "?", "\n", ":", ")", "(", "”", '"', "—", "–"})
#: Words of a baseline, at most.
_BASELINE = 12


@dataclass(frozen=True, slots=True)
class Direction:
    """Which way a number moved, and how it is tied: by the amount (*rose 5*), to a level (*rose to 5*)."""

    way: Way
    word: str
    to_level: bool
    at: int
    by: bool


def direction_before(words: Words, first: int, floor: int) -> Direction | None:
    """The verb or noun of change that governs the number whose words begin at ``first``."""
    level = False
    for step in range(1, _REACH + 1):
        at = first - step
        if at < 0 or at < floor - 1:
            break
        word = words.low[at]
        if word in directed("moved") and not (word in {"up", "down"} and words.at(at + 1) == "to" and step == 2):
            if words.at(at - 1) == "-" or (word in {"cut", "cuts"} and words.at(at + 1) == "off"):
                return None
            noun = words.at(at - 1) in {"a", "an", "the", "of", "its", "their"} and word not in {"up", "down"}
            level = level or (noun and words.at(at + 1) == "to")
            return Direction(directed("moved")[word], word, level, at, by="by" in words.low[at:first])
        if word in {"to", "at"} and words.at(at + 1) not in {"least", "most"}:
            level = True
        elif word not in listed("between"):
            break
    return _verb_of_by(words, first)


def _verb_of_by(words: Words, first: int) -> Direction | None:
    """*grow sales by 35 per cent*: the verb before its object."""
    by = next((at for at in range(first - 1, first - 4, -1) if words.at(at) == "by"), None)
    if by is None:
        return None
    for at in range(by - 1, max(-1, by - 8), -1):
        word = words.low[at]
        if word in directed("moved") and word not in {"up", "down"}:
            return Direction(directed("moved")[word], word, False, at, by=True)
        if words.kind[at] != "w" and word not in {"-", "’"}:
            return None
    return None


def direction_after(words: Words, last: int) -> Way | None:
    """*5 % higher*, *a quarter more*, *four percent up*, *19% drop*: which way, by the word after the number."""
    return directed("compared").get(words.at(last))


def baseline(words: Words, at: int) -> tuple[str | None, int]:
    """What a change is measured against, from the word ``at``: *its output this time a year ago*; and where it ends."""
    end = at
    while end < len(words) and end - at < _BASELINE:
        word = words.low[end]
        if word in _ENDS or word == "," or (end > at + 1 and word in listed("baseline_ends")):  # fmt: skip
            break
        end += 1
    said = (words.span(at, end) or None) if end > at else None
    stop = next((k for k in range(at, end) if words.kind[k] == "f" and not _yearly(words.low[k])), end)
    while (
        stop < end
        and stop > at
        and words.at(stop - 1) in listed("against") | {"than", "of", "present", "usual", "about"}
    ):
        stop -= 1
    return said, stop


def _yearly(text: str) -> bool:
    return len(text) == 4 and text.isdigit() and "1000" <= text <= "2100"


@dataclass(frozen=True, slots=True)
class Bare:
    """A change that stands without a value of its own, from the word ``first`` to ``last`` (left out)."""

    first: int
    last: int
    change: Change
    about: bool
    #: the baseline is what a stated value can be divided by
    exact: bool


def multiple_at(words: Words, at: int, floor: int) -> Bare | None:
    """*twice the average*, *more than triple the figure*, *doubled*, at a word of the lexicon's multiples."""
    factor = valued("multiples").get(words.at(at))
    if factor is None:
        return None
    return _multiple(words, at, at + 1, factor, floor)


def times_at(words: Words, number: Number, floor: int) -> Bare | None:
    """*three times the reading of 2015*, *two and a half times as long*, *275 times what he paid*, *sixfold*."""
    at = number.last
    if words.at(at) in HYPHENS:
        at += 1
    word = words.at(at)
    value = number.value
    if words.at(number.last) == "and" and words.at(number.last + 1) == "a" and words.at(number.last + 2) == "half":
        value, at, word = value + 0.5, number.last + 3, words.at(number.last + 3)
    if word == "fold" or (word == "times" and _comparison(words, at + 1)):
        return _multiple(words, number.first, at + 1, value, floor)
    return None


def _comparison(words: Words, at: int) -> bool:
    return words.at(at) in listed("against") or words.at(at) in directed("compared")


def _multiple(words: Words, first: int, last: int, factor: float, floor: int) -> Bare | None:
    verb = words.at(first).endswith(("d", "ing")) or words.at(first) in {"halves", "doubles", "triples"}
    nxt = words.at(last)
    if not verb and not (nxt in listed("against") or nxt in directed("compared") or words.at(last - 1) == "fold"):
        return None
    if words.at(first) in {"double", "triple"} and words.at(first - 1) in {"a", "the"}:
        return None
    lead = lead_before(words, first, floor)
    end, against = last, None
    if nxt == "as":
        end = last + 2
        if words.at(end) == "as":
            against, end = baseline(words, end + 1)
    elif nxt in directed("compared"):
        end = last + 1
        if words.at(end) == "than":
            against, end = baseline(words, end + 1)
    elif nxt in listed("against") and not verb:
        against, end = baseline(words, last)
    way: Way = "up" if factor > 1 else "down"
    change = Change(kind="ratio", value=whole(factor), direction=way, baseline=against)
    exact = against is not None and nxt in listed("against") - {"as", "that"} and not verb
    about = lead.about or lead.bound is not None
    return Bare(min(first, lead.first), end, change, about, exact)


def part_compared(words: Words, number: Number, floor: int) -> Bare | None:
    """*a quarter more than in 2021*, *half the price of February*, *a fall of a third*, *dropped by about a third*."""
    if number.kind != "fraction" or words.kind[number.first] == "f":
        return None
    percent = whole(round(number.value * 100, 6))
    lead = lead_before(words, number.first, floor)
    about = lead.about or lead.bound is not None
    word = words.at(number.last)
    if word in directed("compared"):
        end, against = number.last + 1, None
        if words.at(end) in {"than", "on", "from"}:
            against, end = baseline(words, end + 1)
        change = Change(kind="percent", value=percent, direction=(directed("compared")[word]), baseline=against)
        return Bare(lead.first, end, change, about, exact=False)
    if (
        number.value == 0.5
        and word in {"the", "its", "their", "what", "that", "as"}
        and words.at(number.last + 1) in listed("levels")
    ):
        against, end = baseline(words, number.last)
        change = Change(kind="percent", value=50, direction="down", baseline=against)
        return Bare(lead.first, end, change, about, exact=True)
    moved = direction_before(words, lead.first, floor)
    if moved is not None and not moved.to_level and word != "of":
        noun = words.at(lead.first - 1) == "of"
        first = lead.first
        if noun and words.at(moved.at - 1) in {"a", "an"} and moved.at - 1 >= floor:
            first = moved.at - 1
        against, end = None, number.last
        if word in {"from", "since", "on"}:
            against, end = baseline(words, number.last + 1)
            end = number.last
        change = Change(kind="percent", value=percent, direction=(moved.way), baseline=against)
        return Bare(first, end, change, about, exact=False)
    return None


def divided(value: float | int | None, ratio: float) -> float | int | None:
    """The base of a value that is ``ratio`` times as much."""
    return None if value is None else whole(value / ratio)
