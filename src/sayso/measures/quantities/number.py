"""One number: figures or words, with its scale, at a given word of the text."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import Literal

from sayso.lexicon import load
from sayso.measures.numbers import LONGEST_FIGURE, in_figures, sum_of_words, values, whole
from sayso.measures.quantities.leads import lead_before
from sayso.measures.quantities.units import signs, unit_at
from sayso.measures.quantities.vague import vague_at
from sayso.measures.quantities.words import HYPHENS, Words

#: Words of one number, at most: "nine hundred and ninety-nine million nine hundred and …".
LONGEST = 24
_ARTICLES = frozenset({"a", "an"})
#: How a number is written; *one* apart, since it may be a pronoun, and vague ones that are read of persons alone.
NumberKind = Literal["figure", "words", "one", "fraction", "vague", "vague people"]


@dataclass(frozen=True, slots=True)
class Number:
    """A number between the words ``first`` and ``last`` (left out). ``high`` is null where a vague one has no end."""

    first: int
    last: int
    low: int | float
    high: int | float | None
    kind: NumberKind
    #: what it was multiplied by (*two* of *two million*); 1 without a scale
    scale: int = 1
    #: a short scale that may be a unit as well: *35m*, *20 k*
    ambiguous: bool = False

    @property
    def value(self) -> int | float:
        """The number itself, or the least of a vague one."""
        return self.low


@functools.cache
def starters() -> frozenset[str]:
    """Every word that may begin a number, so that all others are passed over quickly."""
    vague = {str(row["words"]).split()[0] for c in load("vague.yaml")["conventions"].values() for row in c["rows"]}
    words = {*values("ones"), *values("tens"), *values("dozens"), "half", "a", "an"}
    return frozenset(words | vague | {"million", "billion", "trillion", "hundred", "thousand"} | set(values("signs")))


def number_at(words: Words, at: int) -> Number | None:
    """The number that begins at a word; null where none does."""
    if at >= len(words):
        return None
    kind, low = words.kind[at], words.low[at]
    if kind == "f":
        return _figure(words, at)
    if low in values("signs") and not words.is_glued(at):
        scale = values("scales").get(words.at(at + 2)) if words.at(at + 1) in _ARTICLES else None
        if scale:  # "½ a million"
            part = whole(values("signs")[low] * scale)
            return Number(at, at + 3, part, part, "words", int(scale))
        return Number(at, at + 1, values("signs")[low], values("signs")[low], "figure")
    if low not in starters():
        return None
    return (
        _half(words, at) or vague_number(words, at) or _part(words, at) or _article(words, at) or _in_words(words, at)
    )


def _figure(words: Words, at: int) -> Number | None:
    text = words.text[words.start[at] : words.end[at]]
    if len(text) > LONGEST_FIGURE or (text[0] == "0" and len(text) > 1 and text[1].isdigit()):
        return None
    value = in_figures(text, grouped_by_stops=words.stops_group)
    if value is None or _is_cut(words, at):
        return None
    last = at + 1
    nxt = words.at(last)
    if nxt == "/" and words.is_glued(last) and words.is_glued(last + 1) and words.kind[last + 1] == "f":
        below = in_figures(words.low[last + 1])
        if not below or words.at(last + 2) == "/" or value >= below or below > 100:  # 9/11/2001, 24/7
            return None
        return Number(at, last + 2, value / below, value / below, "fraction")
    if nxt in values("signs") and words.is_glued(last):
        value, last = value + values("signs")[nxt], last + 1
    elif _is_fraction(words, last) and isinstance(value, int):  # 10 1/2
        value, last = value + int(words.low[last]) / int(words.low[last + 2]), last + 3
    elif _is_group(words, last, text):
        value, last = int(text + words.low[last]), last + 1
    return _scaled(words, at, last, value, "figure")


def _is_cut(words: Words, at: int) -> bool:
    """*2,000,00*: a part of figures whose groups are those of no locale."""
    after = words.at(at + 1) == "," and words.is_glued(at + 1) and words.is_glued(at + 2) and words.kind[at + 2] == "f"
    before = at > 1 and words.at(at - 1) == "," and words.is_glued(at) and words.is_glued(at - 1)
    return after or (before and words.kind[at - 2] == "f")


def _is_fraction(words: Words, at: int) -> bool:
    if at + 2 >= len(words) or words.kind[at] != "f" or words.low[at + 1] != "/" or words.kind[at + 2] != "f":
        return False
    return words.low[at] in "123" and words.low[at + 2] in {"2", "3", "4", "5", "8", "16"} and words.is_glued(at + 2)


def _is_group(words: Words, at: int, before: str) -> bool:
    """*12 500 tonnes*: two groups with a space, where a unit or a plural follows and no name stands before."""
    if at >= len(words) or words.kind[at] != "f" or len(words.low[at]) != 3 or not words.low[at].isdigit():
        return False
    if not before.isdigit() or len(before) > 3 or words.text[words.end[at - 1] : words.start[at]] != " ":
        return False
    named = words.raw(at - 2)[:1].isupper() or words.at(at - 2) in {"in", "on", "of", "-"}
    nxt = words.at(at + 1)
    return not named and (nxt.endswith("s") or nxt in {"people", "km", "%", "men", "women", "children"})


def _scaled(words: Words, first: int, last: int, value: int | float, kind: NumberKind) -> Number:
    """*2.4 million*, *35m*, *3 and a half million*, *5 hundred thousand*."""
    scales, short = values("scales"), values("short_scales")
    factor, ambiguous = 1, False
    if words.at(last) == "and" and words.at(last + 1) in _ARTICLES and words.at(last + 2) in {"half", "quarter"}:
        value, last = value + (0.5 if words.at(last + 2) == "half" else 0.25), last + 3
    for _ in range(2):
        at = last + 1 if words.at(last) in HYPHENS else last
        word = words.at(at)
        if word in scales and word != "hundreds":
            factor, last = factor * int(scales[word]), at + 1
        elif word in values("dozens") and kind == "figure" and word == "dozen":
            factor, last = factor * 12, at + 1
        else:
            break
    word = words.at(last)
    raw = words.raw(last)
    if factor == 1 and kind in {"figure", "words"} and len(raw) == 4 and raw[0] == "M" and raw[1:] in signs():
        value, factor = value * 10**6, 1  # "30 MUSD"
    if factor == 1 and kind == "figure" and word in short and (words.is_glued(last) or _is_short(words, last)):
        factor, last, ambiguous = int(short[word]), last + 1, word in load("numbers.yaml")["ambiguous"]["words"]
    return Number(first, last, whole(value * factor), whole(value * factor), kind, factor, ambiguous)


def _is_short(words: Words, at: int) -> bool:
    """A short scale after a space: *8 bn*, and *8 B people* in a capital."""
    return words.low[at] in load("numbers.yaml")["spaced_scales"]["words"] or (words.raw(at) in {"B", "M"})


def _in_words(words: Words, at: int) -> Number | None:
    taken: list[str] = []
    last, count = at, 0
    scales = {**values("ones"), **values("tens"), **values("scales"), **values("dozens")}
    if words.low[at] in {"million", "billion", "trillion", "hundred", "thousand", "score", "dozen"}:
        return None
    while last < len(words) and count < LONGEST:
        word = words.low[last]
        if word in scales:
            if not _fits(taken, word):
                break
            taken.append(word)
        elif not ((word == "and" or word in HYPHENS) and words.at(last + 1) in scales and taken):
            break
        elif word == "and" and (taken[-1] not in values("scales") or words.at(last + 1) in values("scales")):
            break  # "two and three" are two numbers
        last, count = last + 1, count + 1
    value = sum_of_words(taken)
    if value is None:
        return None
    part = _parts(words, last, value, single=len(taken) == 1)
    if part is not None:
        return Number(at, part[0], part[1], part[1], "fraction")
    kind: NumberKind = "one" if taken == ["one"] else "words"
    if taken[-1] in values("scales") or taken[-1] == "dozen":
        scale = int({**values("scales"), **values("dozens")}[taken[-1]])
        return Number(at, last, value, value, kind, scale)
    return _scaled(words, at, last, value, kind)


def _fits(taken: list[str], word: str) -> bool:
    """Whether a number word may follow those taken: *twenty three* does, *three twenty* and *three four* do not."""
    ones, tens = values("ones"), values("tens")
    if not taken or word in values("scales") or word in values("dozens"):
        return not taken or taken[-1] not in values("dozens")
    before = taken[-1]
    if before in tens:
        return word in ones and 0 < ones[word] < 10
    return before in values("scales")


def _parts(words: Words, last: int, value: int, *, single: bool) -> tuple[int, float] | None:
    """*two thirds*, *one fifth of*: where the words end, and the part of one. ``single``: the count is one word."""
    at = last + 1 if words.at(last) in HYPHENS else last
    below = values("fractions").get(words.at(at))
    if not below or not single:
        return None
    if value < below and (value > 1) == words.at(at).endswith("s"):
        return at + 1, value / int(below)
    if value == 1 and not words.at(at).endswith("s") and words.at(at + 1) == "of":
        return at + 1, 1 / int(below)
    return None


def ratio_after(words: Words, number: Number) -> Number | None:
    """*one in five*, *9 out of ten*: a part of a whole in two numbers; null where it is none."""
    at = number.last
    if words.at(at) == "in":
        at += 1
    elif words.at(at) == "out" and words.at(at + 1) == "of":
        at += 2
    else:
        return None
    if words.at(at) == "every":
        at += 1
    below = number_at(words, at)
    if below is None or below.kind not in {"figure", "words"} or below.scale not in {1, 100, 1000, 10**6}:
        return None
    if not isinstance(number.value, int) or not 0 < number.value < below.value or below.value not in _WHOLES:
        return None
    if words.at(number.last) == "in" and words.raw(below.last - 1)[:1].isdigit() and below.value > 1000:
        return None
    part = number.value / below.value
    return Number(number.first, below.last, part, part, "fraction")


#: What shares are counted in: *one in five*; *three in 2014* is none.
_WHOLES = frozenset({2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 20, 25, 50, 100, 1000, 10000, 100000, 1000000})


def _half(words: Words, at: int) -> Number | None:
    """*half a million*, *half a dozen*, *half-million*; *a quarter of a million*."""
    low = words.low[at]
    start = at
    if low in _ARTICLES and words.at(at + 1) == "half" and words.at(at + 2) in {"-", "million", "billion", "dozen"}:
        at, low = at + 1, "half"
    scales = {**values("scales"), "dozen": 12}
    if low == "half":
        nxt = at + 1
        if words.at(nxt) in {"a", "an", "-"}:
            nxt += 1
        scale = scales.get(words.at(nxt))
        if scale:
            return Number(start, nxt + 1, whole(scale / 2), whole(scale / 2), "words", int(scale))
        unit = unit_at(words, nxt) if nxt > at + 1 else None
        if unit is not None and unit.kind != "duration":  # "half a percent"; half an hour is a time
            return Number(start, nxt, 0.5, 0.5, "words")
    if low in _ARTICLES and words.at(at + 1) in {"quarter", "third"} and words.at(at + 2) == "of":
        scale = scales.get(words.at(at + 4)) if words.at(at + 3) in _ARTICLES else None
        unit = unit_at(words, at + 4) if words.at(at + 3) in {*_ARTICLES, "one"} else None
        if unit is not None and unit.kind != "duration":  # "a quarter of a percentage point"
            part = whole(1 / (4 if words.at(at + 1) == "quarter" else 3))
            return Number(at, at + 4, part, part, "words")
        if scale:
            part = whole(int(scale) / (4 if words.at(at + 1) == "quarter" else 3))
            return Number(at, at + 5, part, part, "words", int(scale))
    return None


def _part(words: Words, at: int) -> Number | None:
    """*a third of*, *half of*, *half the*: a part of a whole. Without *of* only half is one."""
    low = words.low[at]
    if low in _ARTICLES:
        below = values("fractions").get(words.at(at + 1))
        if not below or words.at(at + 1).endswith("s"):
            return None
        return Number(at, at + 2, 1 / int(below), 1 / int(below), "fraction")
    if low == "half":
        return Number(at, at + 1, 0.5, 0.5, "fraction")
    return None


def _article(words: Words, at: int) -> Number | None:
    """*a hundred*, *a thousand and five*, *a dozen*; *a million and a half*."""
    if words.low[at] not in _ARTICLES:
        return None
    word = words.at(at + 1)
    if word not in values("scales") and word != "dozen":
        lead = lead_before(words, at, max(0, at - 4))
        unit = unit_at(words, at + 1) if lead.bound or lead.about else None
        if unit is not None and unit.kind not in {"duration", "ratio", "points", "temperature", "age"}:
            return Number(at, at + 1, 1, 1, "words")  # "roughly a nautical mile"
        return None
    if word.endswith("s"):
        return None
    value = int({**values("scales"), **values("dozens")}[word])
    last, scale = at + 2, value
    while words.at(last) in values("scales"):
        value, scale, last = value * int(values("scales")[words.at(last)]), scale, last + 1
    if words.at(last) == "and" and words.at(last + 1) == "a" and words.at(last + 2) == "half":
        value, last = value * 3 // 2, last + 3
    return Number(at, last, value, value, "words", scale)


def vague_number(words: Words, at: int) -> Number | None:
    """*dozens*, *tens of thousands*, *several hundred*: by the table of the convention that is set."""
    found = vague_at(words, at)
    if found is None:
        return None
    last, row = found
    low, high = row.low, row.high
    scale = {**values("scales"), "dozen": 12}.get(words.at(last))
    if scale and not words.at(last).endswith("s"):
        while scale:
            low, high = low * int(scale), None if high is None else high * int(scale)
            last += 1
            scale = values("scales").get(words.at(last))
    elif row.alone == "false":
        return None
    return Number(at, last, low, high, "vague people" if row.alone == "people" and last == found[0] else "vague")
