"""Numbers that are no quantities: years, dates, clock times, scores, identifiers, numbers inside names."""

from __future__ import annotations

import functools

from sayso.lexicon import load
from sayso.measures.quantities.lists import listed
from sayso.measures.quantities.number import Number
from sayso.measures.quantities.units import unit_at
from sayso.measures.quantities.words import HYPHENS, Words

_BEARINGS = frozenset({"N", "S", "E", "W"})
#: Endings of ordinals; and of decades.
_ORDINAL = frozenset({"th", "st", "nd", "rd"})
_ENDINGS = _ORDINAL | {"s"}
_GLUE_BEFORE = frozenset("/@_#=&?\\^:°*")
_GLUE_AFTER = frozenset("@_=&\\^:")


@functools.cache
def months() -> frozenset[str]:
    """Names of months in English, full and short."""
    return frozenset(str(w).lower() for w in load("grammar.yaml")["months"]["words"])


def inside_token(words: Words, number: Number) -> int:
    """Where a longer token ends that the figures are a part of (a version, a telephone number); 0 without one."""
    first, last = number.first, number.last
    if words.kind[first] != "f":
        return 0
    before = words.at(first - 1)
    if words.is_glued(first):
        if words.kind[first - 1] == "w" or before in _GLUE_BEFORE:
            return last
        joined = before in HYPHENS and words.is_glued(first - 1)
        if joined and words.kind[first - 2] == "f" and words.is_glued(first - 2):
            return last  # scp2-173
        if joined and words.kind[first - 2] == "w" and words.low[first - 2] not in listed("hyphened_before"):
            return last  # TA-35
        if before == "." and words.is_glued(first - 1) and words.kind[first - 2] != "s":
            return last
    if not words.is_glued(last):
        return 0
    nxt = words.at(last)
    if last < len(words) and words.kind[last] == "f":
        return _end_of(words, last)  # 1.1.1
    if nxt == "°" and words.is_glued(last + 1) and (words.kind[last + 1] == "f" or words.raw(last + 1) in _BEARINGS):
        return _end_of(words, last)  # coordinates
    if last < len(words) and words.kind[last] == "w" and words.is_glued(last + 1) and words.kind[last + 1] == "f":
        return _end_of(words, last)  # 24703L202
    if last < len(words) and words.kind[last] == "w" and unit_at(words, last) is None and nxt not in _ENDINGS:
        return _end_of(words, last)  # 3D, 5G, 0x41
    follows = last + 1 < len(words) and words.is_glued(last + 1)
    if nxt in _GLUE_AFTER and follows:
        return _end_of(words, last)
    if nxt == "." and follows and words.kind[last + 1] in "fw":
        return _end_of(words, last)
    if nxt == "/" and follows and words.kind[last + 1] == "f":
        return _end_of(words, last)
    if nxt in HYPHENS and follows and words.kind[last + 1] == "f":
        third = last + 2
        if words.at(third) in HYPHENS and words.is_glued(third) and words.is_glued(third + 1):
            return _end_of(words, last)  # 2019-09-01, 555-123-4567
        if len(words.low[last + 1]) > 1 and words.low[last + 1][0] == "0" and "." not in words.low[last + 1]:
            return _end_of(words, last)
    return 0


def _end_of(words: Words, at: int) -> int:
    while at < len(words) and words.is_glued(at) and words.at(at) not in {",", ";", ")", "”", '"', "\n"}:
        at += 1
    return at


def is_ordinal(words: Words, number: Number) -> bool:
    """*3rd*, *1990s*, *49ers*: letters glued on that are no unit."""
    return words.is_glued(number.last) and words.at(number.last) in _ENDINGS


def is_clock(words: Words, number: Number) -> bool:
    """*5 p.m.*, *10.45pm*, *1000 GMT*, *9:35*."""
    nxt, before = words.at(number.last), words.at(number.first - 1)
    if before in {"past", "to"} and words.at(number.first - 2) in {"half", "quarter"}:
        return True
    if words.at(number.last) in {"-", "‐"} and words.at(number.last + 1).endswith("ties"):
        return True  # the nineteen-fifties
    if nxt in listed("clock") and words.raw(number.last) not in {"AM", "PM"}:
        return True
    if nxt in {"a", "p"} and words.at(number.last + 1) == "." and words.at(number.last + 2) == "m":
        return True
    return nxt in {"am", "pm"} or (nxt == "hours" and words.at(number.last + 1) in listed("clock"))


def is_date(words: Words, number: Number) -> bool:
    """*October 22*, *22 October*, *Mar 9 2018*, *September 1, 2019*."""
    if words.kind[number.first] != "f" or number.scale != 1 or not isinstance(number.value, int):
        return False
    before = words.at(number.first - 1)
    if before == ".":
        before = words.at(number.first - 2)
    capital = words.raw(number.first - 1)[:1].isupper() or words.raw(number.first - 2)[:1].isupper()
    capital |= before not in {"may", "march", "mar"} or words.at(number.last) == ","
    if before in months() and capital and (number.value <= 31 or yearly(number.value)):
        return words.at(number.last) != "%"
    if words.at(number.last) in months() and words.raw(number.last)[:1].isupper() and number.value <= 31:
        return True
    if yearly(number.value) and words.kind[number.first - 1] == "f" and words.at(number.first - 2) in months():
        return True  # "Mar 9 2018"
    return (
        before == ","
        and yearly(number.value)
        and words.kind[number.first - 2] == "f"
        and (words.at(number.first - 3) in months() or words.at(number.first - 3) == ".")
    )


def yearly(value: int | float) -> bool:
    """Whether a number is one that years are written with."""
    return isinstance(value, int) and 1000 <= value <= 2200


def is_year(words: Words, number: Number, *, counts: bool) -> bool:
    """A bare year. ``counts``: a noun in the plural follows, so that only a word of time before it makes it one."""
    if words.kind[number.first] != "f" or number.last != number.first + 1 or not yearly(number.value):
        return False
    text = words.low[number.first]
    if not text.isdigit() or len(text) != 4:
        return False
    before = words.at(number.first - 1)
    if counts:
        return 1900 <= number.value <= 2100
    return (
        number.value >= 1200 or before in {"a.d.", "ad", "in", "since"} or words.at(number.last) in {"b.c.", "ad", "bc"}
    )


def is_named(words: Words, number: Number, *, counts: bool) -> bool:
    """A number that names something: *flight 370*, *S&P 500*, *10 Downing Street*, *(4)* after a name."""
    first = number.first
    before, raw = words.at(first - 1), words.raw(first - 1)
    if (
        words.at(number.last) in listed("not_counts")
        or before in {"#", "№"}
        or (before == "." and words.at(first - 2) in listed("abbreviated_identifiers"))
    ):
        return True
    plain = words.kind[first] == "f" and number.last == first + 1 and words.low[first].isdigit()
    if number.kind in {"words", "one"}:
        return _named_word(words, number)
    if not plain:
        return False
    if words.at(number.last) == ")" and (before == "(" or words.at(first - 1) == "\n" or first == 0):
        return True  # "(4)" and "4)"
    if before == "[" or (before in {"", "\n"} and words.at(number.last) == "." and words.is_glued(number.last)):
        return True  # a note, or the number of an item
    if before in listed("identifiers") and not (
        counts
        and words.low[first - 1].islower()
        and not raw[:1].isupper()
        and before not in listed("strong_identifiers")
    ):
        return True
    if is_address(words, number.last):
        return True
    if before in listed("after_ranks") and not counts:
        return True
    if (
        counts
        and any(c.isupper() for c in raw[1:])
        and words.kind[first - 1] == "w"
        and raw not in {"A", "I"}
        and "," not in words.low[first]
    ):
        return not _starts(words, first - 1)  # "S&P 500 companies"
    return not counts and _after_name(words, first)


def _starts(words: Words, at: int) -> bool:
    """Whether a word begins its sentence, or what comes before it is in capitals too: a heading."""
    before = words.raw(at - 1)
    return words.at(at - 1) in _OPENERS or (len(before) > 1 and before.isupper())


_OPENERS = frozenset({"", ".", "!", "?", "\n", '"', "“", "‘", ":", ";"})


def _named_word(words: Words, number: Number) -> bool:
    """*Big Ten*, *Article Five*: a number word in a name is written with a capital after another one."""
    raw, before = words.raw(number.first), words.raw(number.first - 1)
    if not raw[:1].isupper() or not before[:1].isupper() or (before.isupper() and len(before) > 3):
        return False
    heading = words.raw(number.last)[:1].isupper()  # in which every word has a capital
    return words.kind[number.first - 1] == "w" and not heading


def is_address(words: Words, at: int) -> bool:
    """Whether the words from ``at`` on are the name of a street: *10 Downing Street*, *22 Ave Foch*."""
    for step in range(5):
        raw = words.raw(at + step)
        if words.at(at + step) in listed("parts_headings"):
            return False
        if words.at(at + step) in listed("roads") and (step or words.raw(at + 1)[:1].isupper()):
            return raw[:1].isupper()
        if not (raw[:1].isupper() or (raw[:1].isdigit() and step)) and raw not in _ORDINAL:
            return False
    return False


def _after_name(words: Words, first: int) -> bool:
    """Whether a bare number follows a capitalised word in the midst of a sentence: *Euro 2020*, *iPhone 11*."""
    raw = words.raw(first - 1)
    if not raw or words.kind[first - 1] != "w" or "\n" in raw:
        return False
    if (raw.isupper() and len(raw) > 1) or any(c.isupper() for c in raw[1:]):
        return True
    if not raw[0].isupper():
        return False
    return words.at(first - 2) not in _OPENERS
